// Runs a query: query → the exact set of figures in order → facet counts.
//
// Every leaf becomes a bitmap over rows, from columns in memory or from the text index; AND, OR and NOT
// are bit operations. Scores of matching words add up. Examples are asked last: of what matches everything else, the
// thousand nearest figures are the answer.
//
// Thread contract: an Engine belongs to one thread (it uses that thread's catalog connection); results
// are immutable and shared.
#pragma once

#include "core/base/bitmap.h"
#include "core/base/ids.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/query/facets.h"
#include "core/query/figure_set.h"
#include "core/query/query.h"
#include "core/query/snapshot.h"
#include "core/textsearch/text_query.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace biomedica::query {

/// A query's whole answer.
struct ResultSet {
    Query query;
    std::shared_ptr<const Snapshot> snapshot; ///< the moment that it is true of
    FigureSet figures;                        ///< best first, as sorted, or as in the catalog
    double milliseconds = 0;                  ///< from the parsed query to ranked ids and the exact total

    std::size_t size() const { return figures.size(); }
    RowId rowAt(std::size_t position) const { return figures.rowAt(position); }
};

struct Neighbour {
    RowId row;
    float cosine = 0;
};

class Engine {
public:
    /// Gives the figures of `among` that are nearest to the examples, the nearest first, at most so many.
    using NeighbourSource = std::function<Result<std::vector<Neighbour>>(const Examples& examples, const Bitmap& among,
                                                                         std::size_t most, const Job& job)>;

    /// Gives the text part of one query: called once, where the query asks for words.
    using TextSource = std::function<Result<textsearch::TextQuery>()>;

    Engine(catalog::Catalog& catalog, TextSource text, NeighbourSource neighbours,
           std::shared_ptr<const Snapshot> snapshot)
        : m_catalog(catalog), m_textSource(std::move(text)), m_neighbours(std::move(neighbours)),
          m_snapshot(std::move(snapshot))
    {
    }

    /// `isRanked` false skips scores: for counting.
    Result<std::shared_ptr<const ResultSet>> run(const Query& query, const Job& job, bool isRanked = true);

    /// The matching rows as a set. Asked again with the same words and values, it remembers them.
    Result<Bitmap> matches(const Query& query, const Job& job);

private:
    Result<Bitmap> evaluate(const Node& node, const Job& job);
    /// A node without children.
    Result<Bitmap> leaf(const Node& node, const Job& job);
    Result<Bitmap> foundLeaf(const Node& node, const Job& job);
    Result<Bitmap> evaluateChildren(const Node& node, const Job& job);
    Result<Bitmap> words(const Node& node, const Job& job);
    Result<Bitmap> value(const Node& node);
    Bitmap range(const Node& node) const;
    Bitmap trait(Trait trait) const;
    Result<Bitmap> presence(Field field);
    Bitmap notesWith(const textsearch::Pattern& pattern) const;
    Result<FigureSet> inOrder(Bitmap found, const Query& query, const Job& job);
    Result<FigureSet> ranked(Bitmap found, Ranking ranking, const Job& job);
    Result<std::vector<textsearch::RankedFigure>> bestByText(const Bitmap& found, Ranking ranking, const Job& job);

    catalog::Catalog& m_catalog;
    TextSource m_textSource;
    NeighbourSource m_neighbours;
    std::vector<Neighbour> m_nearest;            ///< of the query that ran last, the nearest first
    std::optional<textsearch::TextQuery> m_text; ///< of the query that runs
    std::shared_ptr<const Snapshot> m_snapshot;
    bool m_isRanked = false;
    /// What was found already, for several queries that have leaves in common; not while ranking, where each leaf
    /// counts.
    std::vector<std::pair<Node, Bitmap>> m_found;
    int m_negations = 0; ///< words below a NOT take no part in the score
};

} // namespace biomedica::query
