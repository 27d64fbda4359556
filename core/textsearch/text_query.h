// The text part of one query: each word, phrase or prefix → the exact set of figures, and the best of a set.
//
// The best figures are found without scoring all: windows of rows are taken in the order of what a figure in them
// could reach at most, until none of the rest can reach what is found already. Articles come in as in the threshold
// algorithm (Fagin, Lotem and Naor, "Optimal aggregation algorithms for middleware", 2003): figures of the articles
// that match best are scored first, and all others are bounded by the best article that is left.
//
// Thread contract: belongs to one thread; what it refers to is immutable and shared.
#pragma once

#include "core/base/bitmap.h"
#include "core/base/ids.h"
#include "core/base/job.h"
#include "core/textsearch/article_figures.h"
#include "core/textsearch/text_field.h"
#include "core/textsearch/tokenizer.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace biomedica::textsearch {

class SegmentSet;

struct RankedFigure {
    RowId row;
    float score = 0; ///< bm25.h

    bool operator==(const RankedFigure&) const = default;
};

/// Where best() changes its ways; what it finds does not depend on them.
struct RankingLimits {
    std::uint64_t fewArticles = 20'000; ///< matching words of articles: scores are brought to each of their figures
    std::size_t bestArticles = 1000;    ///< else those whose figures are ranked one by one
    std::size_t fewFigures = 500;       ///< are ranked one by one, and not by windows
};

class TextQuery {
public:
    /// Rows are 0 to articles.rows() − 1; documents of later rows are left out.
    TextQuery(std::shared_ptr<const SegmentSet> segments, std::shared_ptr<const ArticleFigures> articles);
    TextQuery(TextQuery&&) noexcept;
    TextQuery& operator=(TextQuery&&) noexcept;
    ~TextQuery();

    /// Corrupt, naming the file, where a part of the index is damaged or was cut short meanwhile; that part is set
    /// aside then, and the next indexing makes it anew.
    ///
    /// The rows in which the pattern stands, in any of the fields of the figure or its article; removed figures may
    /// be among them. With `isScored` it takes part in what best() goes by.
    Result<Bitmap> find(const Pattern& pattern, TextFields fields, bool isScored, const Job& job);

    /// Whether best() has anything to go by.
    bool isScored() const;

    /// The `count` best of `members`, best first, equal ones in the order of rows. To be called once.
    Result<std::vector<RankedFigure>> best(const Bitmap& members, std::size_t count, const Job& job,
                                           const RankingLimits& limits = {});

private:
    Result<Bitmap> findUnchecked(const Pattern& pattern, TextFields fields, bool isScored, const Job& job);
    template <typename T>
    Result<T> checked(Result<T> outcome) const;

    std::shared_ptr<const SegmentSet> m_set;
    std::shared_ptr<const ArticleFigures> m_articlesOfFigures;
    struct Scored;
    std::unique_ptr<Scored> m_scored;
};

} // namespace biomedica::textsearch
