#include "core/similarity/exact_scan.h"

#include "core/base/read_ahead.h"
#include "core/similarity/arithmetic/parallel.h"

#include <bit>
#include <cassert>

namespace biomedica::similarity {

namespace {

constexpr std::size_t wordsAtOnce = 1024;        ///< 65,536 positions between two looks at the job
constexpr std::size_t fewestForThreads = 20'000; ///< rows: 1.5 ms of one thread
/// Rows that are asked for at once where the disk is waited for.
constexpr std::size_t rowsAtOnce = 512;

/// Scores the rows of some words of 64 positions for all queries.
class Scorer {
public:
    Scorer(const VectorSet& set, std::span<const float> queries, std::size_t k, bool asksAhead)
        : m_set(set), m_queries(queries), m_asksAhead(asksAhead), m_dimensions(set.model().dimensions),
          m_best(queries.size() / m_dimensions, BestNeighbours(k)), m_rows(4 * m_dimensions),
          m_products(4 * m_best.size())
    {
    }

    /// Rows in rising order.
    void add(std::size_t position)
    {
        m_next.push_back(position);
        if (m_next.size() == rowsAtOnce)
            scoreNext();
    }

    const std::vector<BestNeighbours>& finish()
    {
        scoreNext();
        scoreWaiting();
        return m_best;
    }

private:
    void scoreNext()
    {
        if (m_asksAhead || m_waits.haveBeen())
            askForNext();
        for (const std::size_t position : m_next)
            score(position);
        m_next.clear();
    }

    /// Rows that lie side by side in one.
    void askForNext() const
    {
        for (std::size_t begin = 0, end; begin < m_next.size(); begin = end) {
            const VectorPart& part = m_set.partOf(m_next[begin]);
            end = begin + 1;
            while (end < m_next.size() && m_next[end] == m_next[end - 1] + 1
                   && m_next[end] < part.first + part.batch->size())
                ++end;
            m_set.askForRows(m_next[begin], end - begin);
        }
    }

    void score(std::size_t position)
    {
        if (m_best.size() < 4) {
            for (std::size_t query = 0; query < m_best.size(); ++query)
                offer(query, position,
                      kernels().dot(m_set.row(position).data(), &m_queries[query * m_dimensions], m_dimensions));
            return;
        }
        m_set.copyRow(position, std::span(m_rows).subspan(m_waiting * m_dimensions, m_dimensions));
        m_positions[m_waiting++] = position;
        if (m_waiting == 4)
            scoreWaiting();
    }

    void scoreWaiting()
    {
        kernels().dotsOfFour(m_rows.data(), m_queries.data(), m_best.size(), m_dimensions, m_products.data());
        for (std::size_t query = 0; query < m_best.size(); ++query)
            for (std::size_t i = 0; i < m_waiting; ++i)
                offer(query, m_positions[i], m_products[4 * query + i]);
        m_waiting = 0;
    }

    void offer(std::size_t query, std::size_t position, float product)
    {
        if (product >= m_best[query].floor()) // false where a damaged row makes it no number
            m_best[query].add({static_cast<std::uint32_t>(position), m_set.idAt(position), product});
    }

    const VectorSet& m_set;
    std::span<const float> m_queries;
    bool m_asksAhead;
    std::size_t m_dimensions;
    std::vector<BestNeighbours> m_best; ///< by query
    std::vector<float> m_rows, m_products;
    std::size_t m_positions[4] = {}, m_waiting = 0;
    std::vector<std::size_t> m_next; ///< not scored yet
    DiskWaits m_waits;
};

} // namespace

Result<std::vector<std::vector<Neighbour>>> scanExactly(const VectorSet& set, std::span<const float> queries,
                                                        std::size_t k, const Bitmap* allowed, unsigned threads,
                                                        const Job& job, bool asksAhead)
{
    assert(!allowed || allowed->size() == set.size());
    const auto live = set.live().words();
    const std::size_t count = queries.size() / set.model().dimensions;
    const std::size_t work = (allowed ? allowed->count() : set.count()) * count;
    threads = work < fewestForThreads ? 1 : threads;
    std::vector<std::vector<BestNeighbours>> byThread(threads);
    inParts(threads, threads, [&](std::size_t thread, std::size_t) {
        Scorer scorer(set, queries, k, asksAhead);
        const std::size_t end = live.size() * (thread + 1) / threads;
        for (std::size_t word = live.size() * thread / threads; word < end; ++word) {
            if (word % wordsAtOnce == 0 && !job.check())
                return;
            for (std::uint64_t bits = live[word] & (allowed ? allowed->words()[word] : ~std::uint64_t{0}); bits != 0;
                 bits &= bits - 1)
                scorer.add(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
        }
        byThread[thread] = scorer.finish();
    });
    TRY_VOID(job.check());
    TRY_VOID(set.check());
    std::vector<std::vector<Neighbour>> answers;
    for (std::size_t query = 0; query < count; ++query) {
        BestNeighbours best(k);
        for (const auto& ofThread : byThread)
            best.add(ofThread[query]);
        answers.push_back(best.sorted());
    }
    return answers;
}

} // namespace biomedica::similarity
