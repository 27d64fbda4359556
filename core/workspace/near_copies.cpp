#include "core/workspace/near_copies.h"

#include "core/base/priority.h"
#include "core/sameness/sameness.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <numeric>
#include <optional>
#include <set>
#include <thread>
#include <tuple>
#include <unordered_map>

namespace biomedica::workspace {

namespace {

using sameness::GreyPicture;
using Rows = std::vector<RowId>;

constexpr std::size_t mostPairsAtOnce = 1024; ///< that one thread takes

/// Which figures hang together by pairs.
class Components {
public:
    /// `rows`: all are below it.
    explicit Components(std::uint32_t rows) : m_parents(rows) { std::iota(m_parents.begin(), m_parents.end(), 0u); }

    void join(RowId a, RowId b)
    {
        const std::uint32_t rootA = rootOf(a), rootB = rootOf(b);
        m_parents[std::max(rootA, rootB)] = std::min(rootA, rootB);
    }

    /// The lowest row of its component.
    std::uint32_t rootOf(RowId row)
    {
        std::uint32_t at = row.value;
        while (m_parents[at] != at)
            at = m_parents[at] = m_parents[m_parents[at]];
        return at;
    }

private:
    std::vector<std::uint32_t> m_parents;
};

/// Pictures that could not be read, from all threads.
class Unread {
public:
    void add(RowId row, const Error& error)
    {
        const std::lock_guard lock(m_mutex);
        m_errors.try_emplace(row, error);
    }

    std::vector<UnreadPicture> taken() const
    {
        std::vector<UnreadPicture> all;
        for (const auto& [row, error] : m_errors)
            all.push_back({row, error});
        return all;
    }

private:
    std::mutex m_mutex;
    std::map<RowId, Error> m_errors;
};

/// Compares pictures and keeps up to `mostHeld` of them decoded. Belongs to one thread.
class Comparer {
public:
    Comparer(const PictureSource& pictures, std::size_t mostHeld, Unread& unread)
        : m_pictures(pictures), m_mostHeld(mostHeld), m_unread(unread)
    {
    }

    bool areTheSame(RowId first, RowId second)
    {
        if (m_greys.size() + 2 > m_mostHeld)
            m_greys.clear();
        const GreyPicture *a = greyOf(first), *b = greyOf(second);
        return a && b && sameness::sameness(*a, *b) >= sameness::leastOfTheSame;
    }

private:
    const GreyPicture* greyOf(RowId row)
    {
        const auto [place, isNew] = m_greys.try_emplace(row.value);
        if (isNew) {
            auto grey = read(row);
            if (grey)
                place->second = std::move(*grey);
            else
                m_unread.add(row, grey.error());
        }
        return place->second ? &*place->second : nullptr;
    }

    Result<GreyPicture> read(RowId row) const
    {
        TRY(const std::string bytes, m_pictures(row));
        return sameness::readGrey(bytes);
    }

    const PictureSource& m_pictures;
    std::size_t m_mostHeld;
    Unread& m_unread;
    std::unordered_map<std::uint32_t, std::optional<GreyPicture>> m_greys;
};

/// Does work(0) to work(count - 1) on all processors, each taking the next; none takes another once one has failed.
/// `work` adds to what is done, of which the caller's thread tells where there is a total.
template <typename Work>
Result<void> onAllProcessors(std::size_t count, std::size_t total, const Job& job, const Work& work)
{
    std::atomic<std::size_t> next{0}, done{0}, events{0};
    std::vector<Result<void>> ended(std::max(1u, std::thread::hardware_concurrency()));
    std::atomic<std::size_t> running{ended.size()};
    std::atomic<bool> hasFailed{false};
    const auto note = [&] {
        ++events;
        events.notify_one();
    };
    {
        std::vector<std::jthread> threads;
        for (Result<void>& end : ended)
            threads.emplace_back([&] {
                letOthersGoFirst(); // people work meanwhile
                for (std::size_t i = next++; i < count && !hasFailed; i = next++) {
                    end = work(i, [&] {
                        ++done;
                        note();
                    });
                    if (!end)
                        hasFailed = true;
                }
                --running;
                note();
            });
        for (std::size_t seen = 0; running > 0; seen = events) {
            events.wait(seen);
            if (total > 0)
                job.tell(done, total, "pictures");
        }
    }
    for (const Result<void>& end : ended)
        TRY_VOID(end);
    return {};
}

/// So that those of a component, and in it those of a figure, follow each other.
void arrange(std::vector<ProposedPair>& pairs, std::uint32_t rows)
{
    Components components(rows);
    for (ProposedPair& pair : pairs) {
        if (pair.second < pair.first)
            std::swap(pair.first, pair.second);
        components.join(pair.first, pair.second);
    }
    const auto place = [&](const ProposedPair& pair) {
        return std::tuple(components.rootOf(pair.first), pair.first, pair.second);
    };
    std::sort(pairs.begin(), pairs.end(),
              [&](const ProposedPair& a, const ProposedPair& b) { return place(a) < place(b); });
}

std::uint32_t rowsOf(const std::vector<ProposedPair>& pairs)
{
    std::uint32_t rows = 0;
    for (const ProposedPair& pair : pairs)
        rows = std::max({rows, pair.first.value + 1, pair.second.value + 1});
    return rows;
}

class Confirmation {
public:
    Confirmation(std::vector<ProposedPair> proposed, const PictureSource& pictures, const Job& job,
                 const ComparisonLimits& limits)
        : m_pairs(std::move(proposed)), m_rows(rowsOf(m_pairs)), m_pictures(pictures), m_job(job), m_limits(limits)
    {
        arrange(m_pairs, m_rows);
    }

    Result<NearCopies> find()
    {
        TRY_VOID(comparePairs());
        TRY_VOID(formGroups());
        return NearCopies{std::move(m_groups), m_unread.taken()};
    }

private:
    Result<void> comparePairs()
    {
        std::vector<char> isSame(m_pairs.size());
        const std::size_t parts = (m_pairs.size() + mostPairsAtOnce - 1) / mostPairsAtOnce;
        const auto compare = [&](std::size_t part, const auto& done) -> Result<void> {
            Comparer comparer(m_pictures, m_limits.heldPictures, m_unread);
            const std::size_t begin = part * mostPairsAtOnce;
            for (std::size_t i = begin; i < std::min(begin + mostPairsAtOnce, m_pairs.size()); ++i) {
                TRY_VOID(m_job.check());
                isSame[i] = comparer.areTheSame(m_pairs[i].first, m_pairs[i].second) ? 1 : 0;
                done();
            }
            return {};
        };
        TRY_VOID(onAllProcessors(parts, m_pairs.size(), m_job, compare));
        for (std::size_t i = 0; i < m_pairs.size(); ++i)
            if (isSame[i])
                m_confirmed.emplace_back(m_pairs[i].first, m_pairs[i].second);
        std::sort(m_confirmed.begin(), m_confirmed.end());
        m_pairs = std::vector<ProposedPair>(); // frees what may be a hundred million
        return {};
    }

    Result<void> formGroups()
    {
        Components components(m_rows);
        for (const auto& [first, second] : m_confirmed)
            components.join(first, second);
        std::map<std::uint32_t, std::set<RowId>> members;
        for (const auto& [first, second] : m_confirmed)
            members[components.rootOf(first)].insert({first, second});
        std::vector<Rows> families;
        for (const auto& [root, rows] : members)
            families.emplace_back(rows.begin(), rows.end());
        std::vector<std::vector<Rows>> groups(families.size());
        const auto form = [&](std::size_t i, const auto&) -> Result<void> {
            TRY(groups[i], groupsOf(families[i]));
            return {};
        };
        TRY_VOID(onAllProcessors(families.size(), 0, m_job, form));
        for (std::vector<Rows>& ofFamily : groups)
            std::move(ofFamily.begin(), ofFamily.end(), std::back_inserter(m_groups));
        std::sort(m_groups.begin(), m_groups.end());
        return {};
    }

    /// The lowest figure takes in what is the same as it is; then the lowest of those that are left, and so on. So no
    /// chain of crops makes a group of pictures that have little in common. What was confirmed as a pair is not
    /// compared again; and once a family has taken its share of comparisons nothing else joins.
    Result<std::vector<Rows>> groupsOf(const Rows& family) const
    {
        Comparer comparer(m_pictures, m_limits.heldPictures, m_unread);
        std::set<RowId> left(family.begin(), family.end());
        std::size_t compared = 0;
        std::vector<Rows> groups;
        while (!left.empty()) {
            const RowId first = left.extract(left.begin()).value();
            const Rows confirmed = confirmedWith(first);
            const bool areCompared = compared < m_limits.comparisonsOfFamily;
            Rows group = {first};
            for (const RowId other : areCompared ? Rows(left.begin(), left.end()) : confirmed) {
                TRY_VOID(m_job.check());
                bool isSame = std::binary_search(confirmed.begin(), confirmed.end(), other);
                if (!isSame) {
                    isSame = comparer.areTheSame(first, other);
                    ++compared;
                }
                if (isSame && left.erase(other) > 0)
                    group.push_back(other);
            }
            if (group.size() > 1)
                groups.push_back(std::move(group));
        }
        return groups;
    }

    /// Higher rows, rising.
    Rows confirmedWith(RowId first) const
    {
        Rows rows;
        for (auto at = std::lower_bound(m_confirmed.begin(), m_confirmed.end(), std::pair(first, RowId(0)));
             at != m_confirmed.end() && at->first == first; ++at)
            rows.push_back(at->second);
        return rows;
    }

    std::vector<ProposedPair> m_pairs;
    std::uint32_t m_rows; ///< all are below it
    const PictureSource& m_pictures;
    const Job& m_job;
    ComparisonLimits m_limits;
    mutable Unread m_unread;
    std::vector<std::pair<RowId, RowId>> m_confirmed; ///< sorted
    std::vector<Rows> m_groups;
};

} // namespace

Result<NearCopies> confirmedCopies(std::vector<ProposedPair> proposed, const PictureSource& pictures, const Job& job,
                                   const ComparisonLimits& limits)
{
    return Confirmation(std::move(proposed), pictures, job, limits).find();
}

} // namespace biomedica::workspace
