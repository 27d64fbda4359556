// Workspace: several people on the same figures: votes handed over, assignments, reviews.

#include "core/base/text.h"
#include "core/journal/votefile.h"
#include "core/workspace/reader.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace biomedica::workspace {

namespace {

/// Numbers from a seed that are the same everywhere (SplitMix64; Steele, Lea and Flood, OOPSLA 2014).
class SeededNumbers {
public:
    explicit SeededNumbers(std::uint64_t seed) : m_state(seed) {}

    /// 0 to below `limit`; the bias is below 2^-40 for as many figures as there are.
    std::size_t below(std::size_t limit)
    {
        m_state += 0x9e3779b97f4a7c15;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
        return (mixed ^ mixed >> 31) % limit;
    }

private:
    std::uint64_t m_state;
};

/// Fisher and Yates' shuffle: all orders are equally likely.
void shuffle(std::vector<FigureId>& figures, std::uint64_t seed)
{
    std::sort(figures.begin(), figures.end()); // the shares depend on the figures and the seed only
    SeededNumbers numbers(seed);
    for (std::size_t i = figures.size(); i > 1; --i)
        std::swap(figures[i - 1], figures[numbers.below(i)]);
}

std::size_t partOf(std::size_t whole, double share)
{
    return static_cast<std::size_t>(std::llround(static_cast<double>(whole) * share));
}

struct Portions {
    Portions(std::size_t figures, const AssignmentPlan& plan)
        : drawn(partOf(figures, plan.share)), shared(partOf(drawn, plan.overlap))
    {
    }
    std::size_t drawn, shared;
};

Result<void> check(const AssignmentPlan& plan)
{
    const std::set<std::string> names(plan.annotators.begin(), plan.annotators.end());
    if (plan.annotators.empty() || names.size() != plan.annotators.size() || names.contains(""))
        return Error(ErrorKind::Invalid, "an assignment needs annotators, each named once");
    if (!(plan.share > 0 && plan.share <= 1) || !(plan.overlap >= 0 && plan.overlap <= 1))
        return Error(ErrorKind::Invalid, "the share is above 0 and at most 1, the overlap between 0 and 1");
    return {};
}

} // namespace

std::vector<std::size_t> sharesOf(const AssignmentPlan& plan)
{
    const Portions portions(plan.rows.size(), plan);
    const std::size_t people = plan.annotators.size(), single = portions.drawn - portions.shared;
    std::vector<std::size_t> shares;
    for (std::size_t place = 0; place < people; ++place)
        shares.push_back(portions.shared + single / people + (place < single % people ? 1 : 0));
    return shares;
}

Result<VoteExchange> Workspace::exportVotes(const std::filesystem::path& file,
                                            const std::optional<std::string>& annotator)
{
    std::vector<journal::Entry> entries;
    std::set<std::string> names; // by which undoing refers to them
    VoteExchange exchange;
    {
        const std::lock_guard lock(m_journalMutex);
        TRY_VOID(m_journal.readAfter(0, [&](journal::Entry entry) {
            const bool isMeant = isToggle(entry.kind) ? names.contains(entry.refersTo)
                                                      : !annotator || entry.annotator == *annotator
                                                            || entry.kind == journal::EntryKind::EditTaxonomy;
            if (!isMeant)
                return;
            if (!isToggle(entry.kind)) {
                names.insert({entry.id, entry.undoName()});
                exchange.decisions += entry.kind == journal::EntryKind::Decide ? 1 : 0;
            }
            entries.push_back(std::move(entry));
        }));
    }
    if (annotator && exchange.decisions == 0)
        return Error(ErrorKind::NotFound, "there is no decision by '" + *annotator + "' in this collection");
    TRY_VOID(journal::writeVoteFile(file, entries));
    return exchange;
}

Result<VoteExchange> Workspace::mergeVotes(const std::filesystem::path& file)
{
    TRY(const std::vector<journal::Entry> entries, journal::readVoteFile(file));
    TRY_VOID(takeNewEntries());
    VoteExchange exchange;
    std::set<FigureId> figures;
    {
        const std::shared_lock lock(m_labelsMutex);
        for (const journal::Entry& entry : entries) {
            if (entry.kind != journal::EntryKind::Decide)
                continue;
            ++exchange.decisions;
            if (m_labels.decision(entry.id))
                continue;
            ++exchange.added;
            figures.insert(entry.figures.begin(), entry.figures.end());
        }
    }
    TRY_VOID(lookAfterJournal());
    {
        const std::lock_guard lock(m_journalMutex);
        auto merged = m_journal.merge(entries);
        if (!merged)
            return merged.error().withContext("'" + file.string() + "' was not merged");
    }
    TRY(const auto now, snapshot());
    for (const FigureId figure : figures) {
        const auto row = now->columns->rowOf(figure);
        exchange.unknownFigures += row ? 0 : 1;
        exchange.disputed += row && now->disputed.test(row->value) ? 1 : 0;
    }
    return exchange;
}

Result<LabelReceipt> Workspace::review(const std::string& reviewer, const std::vector<RowId>& rows,
                                       const annotation::Review& review)
{
    if (trimmed(reviewer).empty())
        return Error(ErrorKind::Invalid, "a review needs the name of the reviewer");
    if (rows.empty())
        return Error(ErrorKind::Invalid, "there is no figure to review");
    TRY(const auto now, snapshot());
    std::vector<journal::Entry> one(1);
    one[0].kind = journal::EntryKind::Review;
    one[0].annotator = trimmed(reviewer);
    one[0].content = annotation::toText(review);
    TRY(one[0].figures, figuresOf(rows, *now));
    return append(std::move(one));
}

Result<std::map<std::string, std::size_t>> Workspace::assign(const std::string& by, const AssignmentPlan& plan)
{
    TRY_VOID(check(plan));
    if (trimmed(by).empty())
        return Error(ErrorKind::Invalid, "an assignment needs the name of who makes it");
    TRY(const auto now, snapshot());
    TRY(std::vector<FigureId> figures, figuresOf(plan.rows, *now));
    shuffle(figures, plan.seed);
    const Portions portions(figures.size(), plan);
    figures.resize(portions.drawn);
    const std::size_t shared = portions.shared;
    std::vector<journal::Entry> entries;
    std::map<std::string, std::size_t> counts;
    for (std::size_t place = 0; place < plan.annotators.size(); ++place) {
        journal::Entry entry;
        entry.kind = journal::EntryKind::Assign;
        entry.annotator = trimmed(by);
        entry.content = annotation::toText(annotation::Assignment{plan.annotators[place], plan.name, plan.isRepeat});
        entry.figures.assign(figures.begin(), figures.begin() + static_cast<std::ptrdiff_t>(shared));
        for (std::size_t i = shared + place; i < figures.size(); i += plan.annotators.size())
            entry.figures.push_back(figures[i]);
        counts[plan.annotators[place]] = entry.figures.size();
        if (!entry.figures.empty())
            entries.push_back(std::move(entry));
    }
    if (entries.empty())
        return Error(ErrorKind::Invalid, "there is no figure to assign");
    TRY_VOID(append(std::move(entries)));
    return counts;
}

} // namespace biomedica::workspace
