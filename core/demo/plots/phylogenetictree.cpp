#include "core/demo/plots/plots.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace biomedica::demo {

namespace {

// clang-format off
// In the order of kinship, so that neighbours may be joined.
constexpr std::array<std::string_view, 26> species = {
    "Homo sapiens", "Pan troglodytes", "Macaca mulatta", "Mus musculus", "Rattus norvegicus", "Canis lupus",
    "Felis catus", "Equus caballus", "Sus scrofa", "Bos taurus", "Ovis aries", "Monodelphis domestica",
    "Gallus gallus", "Xenopus laevis", "Danio rerio", "Takifugu rubripes", "Ciona intestinalis",
    "Drosophila melanogaster", "Anopheles gambiae", "Apis mellifera", "Caenorhabditis elegans",
    "Nematostella vectensis", "Saccharomyces cerevisiae", "Schizosaccharomyces pombe", "Arabidopsis thaliana",
    "Oryza sativa"};

constexpr std::array<std::string_view, 18> bacteria = {
    "Escherichia coli", "Salmonella enterica", "Klebsiella pneumoniae", "Vibrio cholerae", "Pseudomonas aeruginosa",
    "Acinetobacter baumannii", "Neisseria meningitidis", "Bordetella pertussis", "Helicobacter pylori",
    "Campylobacter jejuni", "Bacillus subtilis", "Staphylococcus aureus", "Listeria monocytogenes",
    "Enterococcus faecalis", "Streptococcus pyogenes", "Mycobacterium tuberculosis", "Clostridium difficile",
    "Bacteroides fragilis"};
// clang-format on

struct Node {
    std::string name; ///< of a tip
    std::size_t left = 0;
    std::size_t right = 0;
    std::size_t tips = 1;
    double length = 0; ///< of the branch that leads here
    int support = 0;   ///< per cent; of an inner node
    double depth = 0;
    double line = 0; ///< position across, in tips
    bool isTip() const { return !name.empty(); }
};

/// Names drawn from a table, in its order.
template <typename Table>
std::vector<std::string> inOrder(Random& random, const Table& table, int count)
{
    auto places = std::vector<std::size_t>(table.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    places = random.sample(places, count);
    std::sort(places.begin(), places.end());
    std::vector<std::string> names;
    for (const std::size_t place : places)
        names.emplace_back(table[place]);
    return names;
}

/// Joins neighbours at random; the root is the last node.
std::vector<Node> makeTree(Random& random, const std::vector<std::string>& names)
{
    std::vector<Node> nodes;
    std::vector<std::size_t> open;
    for (const std::string& name : names) {
        nodes.push_back({name});
        nodes.back().line = static_cast<double>(open.size());
        nodes.back().length = random.real(0.2, 1.1);
        open.push_back(open.size());
    }
    while (open.size() > 1) {
        const auto at = static_cast<std::size_t>(random.integer(0, static_cast<int>(open.size()) - 2));
        Node parent;
        parent.left = open[at];
        parent.right = open[at + 1];
        parent.tips = nodes[parent.left].tips + nodes[parent.right].tips;
        parent.line = (nodes[parent.left].line + nodes[parent.right].line) / 2;
        parent.length = random.real(0.12, 0.9);
        parent.support = random.chance(0.45) ? 100 : random.integer(52, 99);
        open[at] = nodes.size();
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(at) + 1);
        nodes.push_back(std::move(parent));
    }
    nodes.back().length = 0.15;
    for (std::size_t i = nodes.size(); i-- > 0;) {
        if (i + 1 == nodes.size())
            nodes[i].depth = nodes[i].length;
        if (nodes[i].isTip())
            continue;
        for (const std::size_t child : {nodes[i].left, nodes[i].right})
            nodes[child].depth = nodes[i].depth + nodes[child].length;
    }
    return nodes;
}

/// Marks the tips below a node.
void markTips(const std::vector<Node>& nodes, std::size_t at, std::vector<bool>& marked)
{
    marked[at] = true;
    if (nodes[at].isTip())
        return;
    markTips(nodes, nodes[at].left, marked);
    markTips(nodes, nodes[at].right, marked);
}

class TreeSheet {
public:
    TreeSheet(Brush& brush, const std::vector<Node>& nodes) : m_brush(brush), m_nodes(nodes), m_marked(nodes.size())
    {
        const double tips = static_cast<double>(nodes.back().tips);
        const Rect& area = brush.area;
        m_font = brush.style.font.scaled(0.9);
        m_step = (area.height - m_font.size * 2) / tips;
        m_font = m_font.scaled(std::min(1.0, m_step * 0.86 / m_font.size));
        m_isCladogram = brush.random.chance(0.3);
        double deepest = 0;
        double widest = 0;
        for (const Node& node : nodes) {
            deepest = std::max(deepest, node.depth);
            widest = std::max(widest, brush.canvas.textWidth(node.name, m_font.italic()));
        }
        if (widest > area.width * 0.5) {
            m_font = m_font.scaled(area.width * 0.5 / widest);
            widest = area.width * 0.5;
        }
        m_deepest = deepest;
        m_perDepth = (area.width - widest - m_font.size) / deepest;
        chooseClade();
    }

    /// Species names are italic; genes and strains are not.
    void draw(bool areItalic)
    {
        const Pen pen{black, std::max(1.0, m_brush.style.lineWidth * 0.85)};
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            const Node& node = m_nodes[i];
            const Color color = m_marked[i] ? m_cladeColor : black;
            const double x = xOf(node);
            m_brush.canvas.line({node.length > 0 ? parentX(i) : x, yOf(node)}, {x, yOf(node)}, {color, pen.width});
            if (node.isTip()) {
                m_brush.canvas.text(node.name, {x + m_font.size * 0.4, yOf(node)}, areItalic ? m_font.italic() : m_font,
                                    color, {Horizontal::Left, Vertical::Middle});
                continue;
            }
            m_brush.canvas.line({x, yOf(m_nodes[node.left])}, {x, yOf(m_nodes[node.right])}, {color, pen.width});
        }
        drawSupports();
        drawScale();
    }

private:
    double xOf(const Node& node) const
    {
        return m_brush.area.x + m_perDepth * (m_isCladogram && node.isTip() ? m_deepest : node.depth);
    }
    double yOf(const Node& node) const { return m_brush.area.y + (node.line + 0.5) * m_step; }
    double parentX(std::size_t at) const
    {
        return m_brush.area.x + m_perDepth * (m_nodes[at].depth - m_nodes[at].length);
    }

    /// Some trees set off one clade of three tips or more by colour.
    void chooseClade()
    {
        if (!m_brush.random.chance(0.5))
            return;
        m_cladeColor = m_brush.style.lineColor(1);
        for (std::size_t i = 0; i + 1 < m_nodes.size(); ++i)
            if (m_nodes[i].tips >= 3 && m_nodes[i].tips * 2 <= m_nodes.back().tips + 2)
                return markTips(m_nodes, i, m_marked);
    }

    void drawSupports()
    {
        const Font font = m_font.upright().scaled(0.72);
        for (std::size_t i = 0; i + 1 < m_nodes.size(); ++i) {
            const Node& node = m_nodes[i];
            const std::string text = std::to_string(node.support);
            // Only where the branch is long enough to carry the number.
            if (!node.isTip() && m_brush.canvas.textWidth(text, font) + 3 < node.length * m_perDepth)
                m_brush.canvas.text(text, {xOf(node) - 2, yOf(node) - 2}, font, rgb(0x333333),
                                    {Horizontal::Right, Vertical::Baseline});
        }
    }

    void drawScale()
    {
        const Font font = m_font.upright().scaled(0.9);
        const double y = m_brush.area.bottom() - font.size * 1.5;
        const Point left{m_brush.area.x + 2, y};
        const Point right{left.x + m_perDepth * 0.5, y};
        m_brush.canvas.line(left, right, {black, 1.4});
        for (const Point& end : {left, right})
            m_brush.canvas.line({end.x, y - 3}, {end.x, y + 3}, {black, 1});
        m_brush.canvas.text("0.05", {std::max((left.x + right.x) / 2, left.x + font.size * 1.1), y + font.size * 0.45},
                            font, black, {Horizontal::Center, Vertical::Top});
    }

    Brush& m_brush;
    const std::vector<Node>& m_nodes;
    std::vector<bool> m_marked;
    Color m_cladeColor = black;
    Font m_font;
    double m_step = 0;
    double m_deepest = 1;
    double m_perDepth = 1;
    bool m_isCladogram = false;
};

} // namespace

PanelText drawPhylogeneticTree(Brush& brush)
{
    Random& random = brush.random;
    const int fitting = static_cast<int>(brush.area.height / (brush.style.font.size * 1.15)) - 2;
    const int count = std::clamp(fitting, 5, random.integer(9, 24));
    const bool isBacterial = random.chance(0.4);
    const bool areStrains = !isBacterial && random.chance(0.3);
    std::vector<std::string> names;
    if (areStrains)
        for (int i = 0; i < count; ++i)
            names.push_back("Isolate " + std::string(1, static_cast<char>('A' + random.integer(0, 7)))
                            + std::to_string(random.integer(10, 99)) + "/"
                            + std::to_string(random.integer(2004, 2021)));
    else
        names = isBacterial ? inOrder(random, bacteria, count) : inOrder(random, species, count);
    const auto nodes = makeTree(random, names);
    TreeSheet(brush, nodes).draw(!areStrains);

    PanelText text;
    static constexpr std::array<std::string_view, 3> methods = {"maximum-likelihood", "neighbour-joining", "Bayesian"};
    text.topic = std::string(random.pick(methods)) + " phylogenetic tree of "
                 + (areStrains    ? std::string("whole-genome sequences")
                    : isBacterial ? std::string("16S rRNA sequences")
                                  : brush.subject.gene + " sequences")
                 + " from " + std::to_string(names.size()) + (areStrains ? " clinical isolates" : " species");
    text.details = {"The scale bar is 0.05 substitutions per site.",
                    "Numbers at the nodes are bootstrap values in per cent."};
    text.shown = {"phylogenetic tree", "0.05"};
    return text;
}

} // namespace biomedica::demo
