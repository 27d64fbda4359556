#include "core/textsearch/ranking.h"

#include <algorithm>

namespace biomedica::textsearch {

namespace {

/// The order of results: by score, then by row.
bool isBetter(const ScoredDocument& a, const ScoredDocument& b)
{
    return a.score != b.score ? a.score > b.score : a.document < b.document;
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
    const bool areFew = articles.postings() <= m_limits.fewArticles;
    if (!areFew)
        m_articleScores.resize(articles.documents());
    for (std::uint32_t window = 0; window < bounds.size(); ++window) {
        if (bounds[window] == 0)
            continue;
        if (window % 64 == 0)
            TRY_VOID(job.check());
        const std::uint32_t begin = window * windowSize;
        const std::uint32_t size = std::min(windowSize, articles.documents() - begin);
        Candidates all = Candidates::first(size);
        TRY_VOID(articles.score(window, all, m_sums));
        if (!areFew)
            std::copy_n(m_sums.begin(), size, m_articleScores.begin() + begin);
        for (std::uint32_t i = 0; areFew && i < size; ++i)
            if (m_sums[i] > 0)
                for (const std::uint32_t row : m_articlesOfFigures.figuresOf(begin + i))
                    m_figures.add({row, m_sums[i]});
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
        const std::uint32_t place = rows[i] % windowSize;
        Candidates one = Candidates::one(place);
        TRY_VOID(m_figures.score(rows[i] / windowSize, one, m_sums));
        offer(rows[i], m_sums[place] + (m_articleScores.empty() ? 0 : articleScoreOf(rows[i])));
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
        std::uint32_t number;
    };
    std::vector<Window> windows; // a heap, the most promising in front
    windows.reserve(bounds.size());
    for (std::uint32_t window = 0; window < bounds.size(); ++window)
        if (membersOf(window).hasAny(0, windowSize))
            windows.push_back({bounds[window] + m_mostOfOthers, window});
    const auto isLess = [](const Window& a, const Window& b) {
        return a.bound != b.bound ? a.bound < b.bound : a.number > b.number;
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
        if (mayReach(next.bound, next.number * windowSize))
            TRY_VOID(rankWindow(next.number));
    }
    return {};
}

Candidates Ranking::membersOf(std::uint32_t window) const
{
    const auto words = m_members.words().subspan(window * Candidates::wordCount);
    return Candidates(words.first(std::min(words.size(), Candidates::wordCount)));
}

Result<void> Ranking::rankWindow(std::uint32_t window)
{
    const Score worst = m_best.size() < m_count ? 0 : m_best.front().score;
    Candidates candidates = membersOf(window);
    TRY_VOID(m_figures.score(window, candidates, m_sums, worst - std::min(worst, m_mostOfOthers)));
    candidates.forEach([&](std::uint32_t place) {
        const std::uint32_t row = window * windowSize + place;
        // Most figures are out of reach whatever their article adds.
        if (!mayReach(m_sums[place] + m_mostOfOthers, row))
            return;
        const Score ofArticle = m_articleScores.empty() ? 0 : articleScoreOf(row);
        if (ofArticle <= m_mostOfOthers) // others were ranked with the best articles
            offer(row, m_sums[place] + ofArticle);
    });
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
