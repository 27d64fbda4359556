#include "core/demo/diagrams/graph.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace biomedica::demo {

namespace {

using Nodes = std::vector<Graph::Node>;

void join(Graph& graph, std::size_t a, std::size_t b)
{
    const std::pair link{std::min(a, b), std::max(a, b)};
    if (a == b || std::find(graph.links.begin(), graph.links.end(), link) != graph.links.end())
        return;
    graph.links.push_back(link);
    ++graph.nodes[a].degree;
    ++graph.nodes[b].degree;
}

/// One of the first `count` nodes, by its links and whether it is of the same community.
std::size_t pickPartner(const Graph& graph, Random& random, std::size_t node, std::size_t count)
{
    std::vector<double> weights;
    for (std::size_t i = 0; i < count; ++i)
        weights.push_back(i == node ? 0
                                    : (1 + graph.nodes[i].degree)
                                          * (graph.nodes[i].community == graph.nodes[node].community ? 12.0 : 1.0));
    return static_cast<std::size_t>(random.weighted(weights));
}

/// So that the outermost nodes lie at 0 and 1.
void stretch(Nodes& nodes)
{
    Point low{1e9, 1e9};
    Point high{-1e9, -1e9};
    for (const Graph::Node& node : nodes) {
        low = {std::min(low.x, node.at.x), std::min(low.y, node.at.y)};
        high = {std::max(high.x, node.at.x), std::max(high.y, node.at.y)};
    }
    for (Graph::Node& node : nodes)
        node.at = {(node.at.x - low.x) / std::max(1e-9, high.x - low.x),
                   (node.at.y - low.y) / std::max(1e-9, high.y - low.y)};
}

Point onCircle(double turn, double radius)
{
    const double angle = turn * 2 * std::numbers::pi;
    return {0.5 + radius * std::cos(angle), 0.5 + radius * std::sin(angle)};
}

/// What pushes node `i` away from all others and draws it to its neighbours; `ideal` is the length of a link.
std::vector<Point> forcesOn(const Graph& graph, double ideal)
{
    const Nodes& nodes = graph.nodes;
    std::vector<Point> forces(nodes.size());
    const auto add = [&](std::size_t a, std::size_t b, auto strength) {
        const double x = nodes[a].at.x - nodes[b].at.x;
        const double y = nodes[a].at.y - nodes[b].at.y;
        const double length = std::max(1e-4, std::hypot(x, y));
        const double force = strength(length) / length;
        forces[a] = {forces[a].x + x * force, forces[a].y + y * force};
        forces[b] = {forces[b].x - x * force, forces[b].y - y * force};
    };
    for (std::size_t a = 0; a < nodes.size(); ++a)
        for (std::size_t b = a + 1; b < nodes.size(); ++b)
            add(a, b, [&](double length) { return ideal * ideal / length; });
    for (const auto& [a, b] : graph.links)
        add(a, b, [&](double length) { return -length * length / ideal; });
    return forces;
}

std::vector<std::size_t> sortedBy(const Nodes& nodes, auto isBefore)
{
    std::vector<std::size_t> order(nodes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return isBefore(nodes[a], nodes[b]); });
    return order;
}

} // namespace

Graph makeGraph(Random& random, int nodes, int communities, double density)
{
    Graph graph;
    for (int i = 0; i < nodes; ++i)
        graph.nodes.push_back({{}, static_cast<std::size_t>(random.integer(0, communities - 1)), 0});
    for (std::size_t i = 1; i < graph.nodes.size(); ++i)
        join(graph, i, pickPartner(graph, random, i, i));
    for (int extra = static_cast<int>(nodes * (density - 1)); extra > 0; --extra) {
        const auto node = static_cast<std::size_t>(random.integer(0, nodes - 1));
        join(graph, node, pickPartner(graph, random, node, graph.nodes.size()));
    }
    return graph;
}

void layOutByForces(Graph& graph, Random& random)
{
    constexpr int rounds = 90;
    const double ideal = 0.75 / std::sqrt(static_cast<double>(graph.nodes.size()));
    for (Graph::Node& node : graph.nodes) {
        const Point home = onCircle(static_cast<double>(node.community) * 0.381966, 0.3);
        node.at = {home.x + random.real(-0.15, 0.15), home.y + random.real(-0.15, 0.15)};
    }
    for (int round = 0; round < rounds; ++round) {
        const double longest = 0.1 * (1 - static_cast<double>(round) / rounds) + 0.002;
        const auto forces = forcesOn(graph, ideal);
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            Point& at = graph.nodes[i].at;
            const double length = std::max(1e-9, std::hypot(forces[i].x, forces[i].y));
            const double step = std::min(length, longest) / length;
            at = {at.x + forces[i].x * step, at.y + forces[i].y * step};
        }
    }
    stretch(graph.nodes);
}

void layOutOnRing(Graph& graph)
{
    const auto order =
        sortedBy(graph.nodes, [](const Graph::Node& a, const Graph::Node& b) { return a.community < b.community; });
    for (std::size_t i = 0; i < order.size(); ++i)
        graph.nodes[order[i]].at = onCircle(static_cast<double>(i) / static_cast<double>(order.size()), 0.5);
}

void layOutAroundHubs(Graph& graph)
{
    const auto order =
        sortedBy(graph.nodes, [](const Graph::Node& a, const Graph::Node& b) { return a.degree > b.degree; });
    std::size_t placed = 0;
    std::vector<std::size_t> rings; // nodes on each, from the middle
    for (std::size_t size = 1; placed < order.size(); size = size == 1 ? 7 : size * 2) {
        rings.push_back(std::min(size, order.size() - placed));
        placed += rings.back();
    }
    auto next = order.begin();
    for (std::size_t ring = 0; ring < rings.size(); ++ring) {
        const double radius =
            0.5 * static_cast<double>(ring) / static_cast<double>(std::max<std::size_t>(1, rings.size() - 1));
        for (std::size_t i = 0; i < rings[ring]; ++i)
            graph.nodes[*next++].at = onCircle((static_cast<double>(i) + 0.5 * static_cast<double>(ring % 2))
                                                   / static_cast<double>(rings[ring]),
                                               radius);
    }
}

void layOutInColumns(Graph& graph)
{
    std::size_t columns = 1;
    for (const Graph::Node& node : graph.nodes)
        columns = std::max(columns, node.community + 1);
    for (std::size_t column = 0; column < columns; ++column) {
        Nodes::iterator node = graph.nodes.begin();
        const auto isHere = [&](const Graph::Node& other) { return other.community == column; };
        const auto count = std::count_if(graph.nodes.begin(), graph.nodes.end(), isHere);
        for (int row = 0; (node = std::find_if(node, graph.nodes.end(), isHere)) != graph.nodes.end(); ++row, ++node)
            node->at = {(static_cast<double>(column) + 0.5) / static_cast<double>(columns),
                        (row + 0.5) / static_cast<double>(count)};
    }
}

} // namespace biomedica::demo
