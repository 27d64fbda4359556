// Invented graphs, and the ways to lay them out.
//
// Thread contract: values and pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/drawing/canvas.h"
#include "core/demo/drawing/random.h"

#include <utility>
#include <vector>

namespace biomedica::demo {

struct Graph {
    struct Node {
        Point at; ///< 0 to 1 in both directions
        std::size_t community = 0;
        int degree = 0;
    };
    std::vector<Node> nodes;
    std::vector<std::pair<std::size_t, std::size_t>> links; ///< from the earlier node to the later
};

/// Connected; nodes that have many links get more, most of them within their community. `density`: links per node.
Graph makeGraph(Random& random, int nodes, int communities, double density);

/// Neighbours near each other and all apart (Fruchterman and Reingold 1991).
void layOutByForces(Graph& graph, Random& random);
/// On one ring, communities together.
void layOutOnRing(Graph& graph);
/// The nodes with most links in the middle, the others on rings around them.
void layOutAroundHubs(Graph& graph);
/// A column for each community.
void layOutInColumns(Graph& graph);

} // namespace biomedica::demo
