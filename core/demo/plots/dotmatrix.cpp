#include "core/demo/plots/axes.h"
#include "core/demo/plots/bartable.h"
#include "core/demo/plots/colormap.h"
#include "core/demo/plots/pointclouds.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

/// Room at the right: the sizes of discs, and the scale of their colours below.
class DiscKeys {
public:
    DiscKeys(Brush& brush, const ColorMap& map, double largest)
        : m_brush(brush), m_map(map), m_largest(largest), m_font(brush.style.font.scaled(0.78))
    {
    }

    static double width(const Brush& brush) { return brush.style.font.size * 5; }

    void draw(const Rect& inner, const std::string& sizes)
    {
        const double x = m_brush.area.right() - width(m_brush) + m_font.size * 0.8;
        const bool isTall = inner.height > m_font.size * 16;
        double y = inner.y + m_font.size;
        m_brush.canvas.text(sizes, {x, y}, m_font, m_brush.style.ink);
        y += m_font.size * 0.5;
        for (const double share : {0.25, 0.6, 1.0}) {
            const double radius = m_largest * std::sqrt(share);
            y += std::max(radius, m_font.size * 0.6);
            m_brush.canvas.disc({x + m_largest, y}, radius, m_brush.style.ink);
            m_brush.canvas.text(std::to_string(static_cast<int>(share * 40)), {x + 2 * m_largest + 4, y}, m_font,
                                m_brush.style.ink, {Horizontal::Left, Vertical::Middle});
            y += std::max(radius, m_font.size * 0.6) + 2;
        }
        if (isTall)
            drawColorKey(m_brush, {x, y + m_font.size * 2, m_font.size * 0.9, m_font.size * 6}, m_map, {0, 1, ""},
                         m_font);
    }

private:
    Brush& m_brush;
    const ColorMap& m_map;
    double m_largest; ///< radius
    Font m_font;
};

/// The style with what a plot of names has: lines in both directions or none, no legend of its own.
Style namesStyle(Brush& brush)
{
    Style style = brush.style;
    style.legend = LegendPlace::None;
    return style;
}

PanelText drawTermDots(Brush& brush)
{
    Random& random = brush.random;
    const BarTable table = makeTerms(brush);
    const ColorMap& map = random.pick(colorMaps());
    const Style style = namesStyle(brush);
    Brush part{brush.canvas, brush.area.inset(0, 0, DiscKeys::width(brush), 0), style, brush.subject, random};
    const double high = table.highest() * 1.08;
    const Plot plot(part, {exactAxis(capitalised(table.measure), 0, high), categoryAxis("", table.names)});
    const double largest = std::clamp(plot.pixelsPerY() * 0.48, 2.0, style.font.size * 0.75);
    const bool isFollowing = random.chance(0.5);
    {
        const Canvas::Clip clip(brush.canvas, plot.inner());
        for (std::size_t i = 0; i < table.names.size(); ++i) {
            const double share = isFollowing ? table.values[i][0] / high : random.unit();
            const Point at = plot.at(table.values[i][0], static_cast<double>(i));
            brush.canvas.line({plot.inner().x, at.y}, {plot.inner().right(), at.y}, {style.ink.withAlpha(0.12), 0.8});
            brush.canvas.disc(at, std::max(1.5, largest * std::sqrt(share)), map.at(random.unit()));
        }
    }
    DiscKeys(brush, map, largest).draw(plot.inner(), "Genes");
    PanelText text;
    text.topic = "dot plot of " + table.measure + " of " + table.context;
    text.details = {"There are " + std::to_string(table.names.size()) + " terms.",
                    "The size of a dot is the number of genes, its colour the significance."};
    text.shown = {"dot plot", table.measure};
    return text;
}

PanelText drawMarkerDots(Brush& brush)
{
    static constexpr std::array<std::string_view, 12> cells = {"T cells",   "B cells",    "NK",         "Monocytes",
                                                               "Dendritic", "Fibroblast", "Epithelial", "Endothelial",
                                                               "Mast",      "Plasma",     "Platelets",  "Glia"};
    Random& random = brush.random;
    const auto& all = brush.subject.field->genes;
    const auto genes = random.sample(all, random.integer(4, static_cast<int>(all.size())));
    const auto types = random.sample(cells, random.integer(4, 12));
    const ColorMap& map = random.pick(colorMaps());
    const Style style = namesStyle(brush);
    Brush part{brush.canvas, brush.area.inset(0, 0, DiscKeys::width(brush), 0), style, brush.subject, random};
    const Plot plot(part,
                    {categoryAxis("", {genes.begin(), genes.end()}), categoryAxis("", {types.begin(), types.end()})});
    const double largest = std::max(1.5, std::min(plot.pixelsPerX(), plot.pixelsPerY()) * random.real(0.38, 0.48));
    for (std::size_t g = 0; g < genes.size(); ++g)
        for (std::size_t t = 0; t < types.size(); ++t) {
            const bool isMarker = g % types.size() == t || random.chance(0.12);
            const double share = isMarker ? random.real(0.5, 1) : std::pow(random.unit(), 2) * 0.5;
            brush.canvas.disc(plot.at(static_cast<double>(g), static_cast<double>(t)), largest * std::sqrt(share),
                              map.at(share * random.real(0.8, 1.1)));
        }
    DiscKeys(brush, map, std::min(largest, style.font.size * 0.75)).draw(plot.inner(), "%");
    const std::vector<std::string> listOfTypes(types.begin(), types.end());
    PanelText text;
    text.topic = "dot plot of marker genes in the cells of " + brush.subject.tissue;
    text.details = {"Rows are " + listed(listOfTypes) + "; there are " + std::to_string(genes.size()) + " genes.",
                    "The size of a dot is the share of cells, its colour the mean expression."};
    text.shown = listOfTypes;
    text.shown.emplace_back("dot plot");
    return text;
}

} // namespace

PanelText drawDotMatrix(Brush& brush)
{
    return brush.random.chance(0.55) ? drawTermDots(brush) : drawMarkerDots(brush);
}

} // namespace biomedica::demo
