// The best k of a set of figures, exactly; how is told in text_query.h.
//
// Thread contract: belongs to one thread.
#pragma once

#include "core/base/bitmap.h"
#include "core/textsearch/scored_lists.h"
#include "core/textsearch/text_query.h"

#include <vector>

namespace biomedica::textsearch {

class Ranking {
public:
    Ranking(const ArticleFigures& articles, ScoredLists& figures, const Bitmap& members, std::size_t count,
            const RankingLimits& limits)
        : m_articlesOfFigures(articles), m_figures(figures), m_members(members), m_count(count), m_limits(limits)
    {
    }

    /// To be called before run().
    Result<void> takeArticles(ScoredLists& articles, const Job& job);
    Result<void> run(const Job& job);
    /// Best first.
    std::vector<RankedFigure> best() const;

private:
    void splitArticles();
    Result<void> rankOneByOne(const std::vector<std::uint32_t>& rows, const Job& job);
    Result<void> rankWindows(const std::vector<Score>& bounds, const Job& job);
    Result<void> rankWindow(std::uint32_t window);
    Candidates membersOf(std::uint32_t window) const;
    bool mayReach(Score bound, std::uint32_t firstRow) const;
    void offer(std::uint32_t row, Score score);
    Score articleScoreOf(std::uint32_t row) const;

    const ArticleFigures& m_articlesOfFigures;
    ScoredLists& m_figures;
    const Bitmap& m_members;
    std::size_t m_count;
    RankingLimits m_limits;
    WindowSums m_sums{};                ///< of the window that is looked at
    std::vector<ScoredDocument> m_best; ///< a heap, the worst in front

    std::vector<Score> m_articleScores; ///< by article; empty where none is needed
    Score m_mostOfOthers = 0;           ///< of articles whose figures are not ranked one by one
    std::vector<std::uint32_t> m_figuresOfBest;
};

} // namespace biomedica::textsearch
