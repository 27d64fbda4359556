#include "core/textsearch/ranking.h"

#include <algorithm>
#include <bit>

namespace biomedica::textsearch {

namespace {

/// The order of results: by score, then by row.
bool isBetter(const ScoredDocument& a, const ScoredDocument& b)
{
    return a.score != b.score ? a.score > b.score : a.document < b.document;
}

Bitmap allOf(std::uint32_t documents)
{
    Bitmap all(documents);
    for (std::uint64_t& word : all.words())
        word = ~std::uint64_t{0};
    return all;
}

} // namespace

bool Ranking::mayReach(Score bound, std::uint32_t firstRow) const
{
    return m_best.size() < m_count || isBetter({firstRow, bound}, m_best.front());
}

void Ranking::offer(std::uint32_t row, Score score)
{
    if (!mayReach(score, row))
        return;
    if (m_best.size() == m_count) {
        std::pop_heap(m_best.begin(), m_best.end(), isBetter);
        m_best.pop_back();
    }
    m_best.push_back({row, score});
    std::push_heap(m_best.begin(), m_best.end(), isBetter);
}

Result<void> Ranking::takeArticles(ScoredLists& articles, const Job& job)
{
    if (articles.isEmpty())
        return {};
    TRY(const std::vector<Score> bounds, articles.bounds(job));
    const Bitmap all = allOf(articles.documents());
    const bool areFew = articles.postings() <= m_limits.fewArticles;
    if (!areFew)
        m_articleScores.resize(articles.documents());
    std::array<Score, windowSize> sums{};
    for (std::size_t window = 0; window < bounds.size(); ++window) {
        if (bounds[window] == 0)
            continue;
        if (window % 64 == 0)
            TRY_VOID(job.check());
        const auto begin = static_cast<std::uint32_t>(window * windowSize);
        const std::span<Score> ofWindow =
            areFew ? std::span<Score>(sums)
                   : std::span(m_articleScores)
                         .subspan(begin, std::min<std::size_t>(windowSize, articles.documents() - begin));
        TRY_VOID(articles.addTo(begin, ofWindow, all));
        for (std::uint32_t i = 0; areFew && i < windowSize; ++i) {
            if (sums[i] == 0)
                continue;
            for (const std::uint32_t row : m_articlesOfFigures.figuresOf(begin + i))
                m_figures.add({row, sums[i]});
            sums[i] = 0;
        }
    }
    if (!areFew)
        splitArticles();
    return {};
}

/// The figures of the best articles are ranked one by one; all other articles are bounded together.
void Ranking::splitArticles()
{
    std::vector<ScoredDocument> best; // a heap, the worst in front
    for (std::uint32_t article = 0; article < m_articleScores.size(); ++article) {
        const ScoredDocument scored{article, m_articleScores[article]};
        if (best.size() > m_limits.bestArticles && !isBetter(scored, best.front()))
            continue;
        best.push_back(scored);
        std::push_heap(best.begin(), best.end(), isBetter);
        if (best.size() > m_limits.bestArticles + 1) {
            std::pop_heap(best.begin(), best.end(), isBetter);
            best.pop_back();
        }
    }
    m_mostOfOthers = best.size() > m_limits.bestArticles ? best.front().score : 0;
    for (const ScoredDocument& article : best)
        if (article.score > m_mostOfOthers)
            for (const std::uint32_t row : m_articlesOfFigures.figuresOf(article.document))
                if (m_members.test(row))
                    m_figuresOfBest.push_back(row);
    std::sort(m_figuresOfBest.begin(), m_figuresOfBest.end());
}

Score Ranking::articleScoreOf(std::uint32_t row) const
{
    const std::uint32_t article = m_articlesOfFigures.articleOf(row);
    return article < m_articleScores.size() ? m_articleScores[article] : 0;
}

Result<void> Ranking::rankOneByOne(const std::vector<std::uint32_t>& rows, const Job& job)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % 1024 == 0)
            TRY_VOID(job.check());
        Score sum = m_articleScores.empty() ? 0 : articleScoreOf(rows[i]);
        TRY_VOID(m_figures.addTo(rows[i], {&sum, 1}, m_members));
        offer(rows[i], sum);
    }
    return {};
}

Result<void> Ranking::run(const Job& job)
{
    if (m_count == 0 || m_members.size() == 0)
        return {};
    TRY(const std::vector<Score> bounds, m_figures.bounds(job));
    if (m_members.count() <= m_limits.fewFigures) {
        std::vector<std::uint32_t> rows;
        m_members.forEach([&](std::uint32_t row) { rows.push_back(row); });
        return rankOneByOne(rows, job);
    }
    TRY_VOID(rankOneByOne(m_figuresOfBest, job));
    return rankWindows(bounds, job);
}

Result<void> Ranking::rankWindows(const std::vector<Score>& bounds, const Job& job)
{
    struct Window {
        Score bound;
        std::uint32_t begin;
    };
    constexpr std::size_t wordsInWindow = windowSize / 64;
    std::vector<Window> windows; // a heap, the most promising in front
    windows.reserve(bounds.size());
    const auto words = m_members.words();
    for (std::size_t window = 0; window < bounds.size(); ++window) {
        const auto ofWindow = words.subspan(window * wordsInWindow);
        const std::size_t count = std::min(wordsInWindow, ofWindow.size());
        if (std::any_of(ofWindow.begin(), ofWindow.begin() + static_cast<std::ptrdiff_t>(count),
                        [](std::uint64_t word) { return word != 0; }))
            windows.push_back({bounds[window] + m_mostOfOthers, static_cast<std::uint32_t>(window * windowSize)});
    }
    const auto isLess = [](const Window& a, const Window& b) {
        return a.bound != b.bound ? a.bound < b.bound : a.begin > b.begin;
    };
    std::make_heap(windows.begin(), windows.end(), isLess);
    for (std::uint32_t round = 0; !windows.empty(); ++round) {
        if (round % 64 == 0)
            TRY_VOID(job.check());
        const Window next = windows.front();
        if (m_best.size() == m_count && next.bound < m_best.front().score)
            break;
        std::pop_heap(windows.begin(), windows.end(), isLess);
        windows.pop_back();
        if (mayReach(next.bound, next.begin))
            TRY_VOID(rankWindow(next.begin));
    }
    return {};
}

Result<void> Ranking::rankWindow(std::uint32_t begin)
{
    std::array<Score, windowSize> sums{};
    const std::size_t size = std::min<std::size_t>(windowSize, m_members.size() - begin);
    const Score worst = m_best.size() < m_count ? 0 : m_best.front().score;
    TRY(const bool mayHaveBetter,
        m_figures.addTo(begin, std::span(sums).first(size), m_members, worst - std::min(worst, m_mostOfOthers)));
    if (!mayHaveBetter)
        return {};
    const auto words = m_members.words().subspan(begin / 64, (size + 63) / 64);
    for (std::size_t word = 0; word < words.size(); ++word) {
        for (std::uint64_t rest = words[word]; rest != 0; rest &= rest - 1) {
            const auto at = static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
            // Most figures are out of reach whatever their article adds.
            if (!mayReach(sums[at] + m_mostOfOthers, begin + at))
                continue;
            const Score ofArticle = m_articleScores.empty() ? 0 : articleScoreOf(begin + at);
            if (ofArticle > m_mostOfOthers)
                continue; // ranked with the best articles
            offer(begin + at, sums[at] + ofArticle);
        }
    }
    return {};
}

std::vector<RankedFigure> Ranking::best() const
{
    std::vector<ScoredDocument> sorted = m_best;
    std::sort(sorted.begin(), sorted.end(), isBetter);
    std::vector<RankedFigure> figures;
    figures.reserve(sorted.size());
    for (const ScoredDocument& scored : sorted)
        figures.push_back({RowId(scored.document), static_cast<float>(scored.score) * scoreUnit});
    return figures;
}

} // namespace biomedica::textsearch
