// When a search has looked at enough lists.
//
// A row at distance d from the query lies in a list other than the nearest one where the way to it leads across the
// border between the two, which is `cell` away (list_search.cpp). Where rows spread evenly in the directions that they
// have, it does with the probability that a normal number exceeds way / d, where way = cell / spread (BatchFooter). So
// each list has a share of the neighbours, and what those have that were not looked at is missing: e^-y at depth y.
//
// Real rows do not spread evenly, and neighbours are found earlier than that in clusters, and later without any
// structure. So the depths at which the best rows were found decide: were these distributed exponentially, 1 of 90
// would lie deeper than 4.5 times their mean. As few rows say little, the mean begins with ten at depth 1, where the
// model has them.
//
// Measured with 512 numbers: the share of the 10 nearest that 100 queries find, and the rows that are estimated for it,
// next to going on until no list is likely to hold a nearer row:
//
//     1,000,000 in clusters         .994 of 236,000      .996 of 270,000
//     1,000,000 in 200 directions   .981 of 843,000      .986 of 888,000
//     1,000,000 in 400 directions   .984 of 881,000      .992 of 932,000
//     24,000,000 in clusters        .995 of 4,187,000    .996 of 4,876,000
//
// and where a filter keeps some: .988 (50 % of 1,000,000, 60 queries), .993 (1 % of 24,000,000, 40 queries). There the
// benchmark asks 20 queries only, of 200 neighbours: what it prints may differ from these by a hundredth.
//
// Rejected: so many rows since the best last changed (of 1,000,000 in clusters .989 for 211,000 rows in place of .988
// for 188,000, for the last change is a matter of chance); a fixed share (5 % left: .99 in clusters, .92 in 200
// directions). Both as simulated from where neighbours lie.
//
// Thread contract: belongs to one thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace biomedica::similarity {

class SearchDepth {
public:
    /// The next list in the order of the search: `way` by the definition above, and how many rows it has that may be
    /// found.
    void add(float way, std::size_t rows) { m_lists.push_back({way, static_cast<float>(rows)}); }

    /// Whether the first `seen` lists are enough, where the worst of the best rows lies at `distance` from the query
    /// and `foundIn` are the lists of all of them.
    bool isEnough(std::size_t seen, float distance, std::span<const std::uint32_t> foundIn);

private:
    struct List {
        float way = 0, rows = 0;
    };

    void share(float distance);
    float depthOf(float left) const;

    std::vector<List> m_lists;
    float m_distance = -1;
    std::vector<float> m_left; ///< by list: the sum of the shares of this one and those after it, not scaled
};

} // namespace biomedica::similarity
