#include "core/demo/plots/axes.h"
#include "core/demo/plots/pointclouds.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Change {
    double change = 0; ///< log2
    double strength = 0;
    double abundance = 0; ///< log2
};

std::vector<Change> makeChanges(Random& random)
{
    std::vector<Change> changes;
    for (int i = random.integer(250, 1300); i > 0; --i) {
        Change each;
        each.abundance = random.real(0, 14) * random.real(0.4, 1);
        each.change = random.normal(0, 1) * random.real(0.3, 2.2);
        each.strength = std::abs(each.change) * random.real(0.1, 1.7) + random.real(0, 0.7);
        changes.push_back(each);
    }
    return changes;
}

constexpr double threshold = 1.3; // of the strength: p = 0.05
constexpr std::array<std::array<Color, 3>, 4> triples = {{
    {rgb(0x2b6cb0), rgb(0xa8a8a8), rgb(0xc53030)},
    {rgb(0x2e8b57), rgb(0x222222), rgb(0xe00000)},
    {rgb(0x3b8bba), rgb(0xd9d9d9), rgb(0xe08020)},
    {rgb(0xc03030), rgb(0x9a9a9a), rgb(0xc03030)},
}};

/// 0 down, 1 not significant, 2 up.
std::size_t groupOf(const Change& change)
{
    return change.strength < threshold || std::abs(change.change) < 1 ? 1 : change.change < 0 ? 0 : 2;
}

class ChangeSheet {
public:
    ChangeSheet(Brush& brush, const std::vector<Change>& changes, bool isAbundance)
        : m_brush(brush), m_changes(changes), m_isAbundance(isAbundance), m_colors(brush.random.pick(triples)),
          m_plot(brush, makeSpec())
    {
    }

    void draw()
    {
        drawThresholds();
        const PointLook look = makePointLook(m_brush, m_changes.size());
        const Canvas::Clip clip(m_brush.canvas, m_plot.inner());
        for (const Change& change : m_changes)
            drawMarker(m_brush.canvas, Marker::Circle, at(change), look.radius,
                       m_colors[groupOf(change)].withAlpha(look.alpha));
        if (m_brush.random.chance(0.4))
            drawNames();
    }

private:
    Point at(const Change& change) const
    {
        return m_isAbundance ? m_plot.at(change.abundance, change.change) : m_plot.at(change.change, change.strength);
    }

    PlotSpec makeSpec() const
    {
        static constexpr std::array<std::string_view, 3> names = {"Down", "Not significant", "Up"};
        double side = 0;
        double high = 0;
        for (const Change& change : m_changes) {
            side = std::max(side, std::abs(change.change) * 1.06);
            high = std::max(high, change.strength * 1.06);
        }
        const Axis changes = exactAxis("log2 fold change", -side, side, 6);
        PlotSpec spec{changes, exactAxis("\u2212log10 adjusted p", 0, high)};
        if (m_isAbundance)
            spec = {exactAxis("log2 mean expression", 0, 14.3), changes};
        for (std::size_t i = 0; i < names.size(); ++i)
            spec.legend.push_back({std::string(names[i]), m_colors[i], Marker::Circle});
        return spec;
    }

    void drawThresholds()
    {
        const Rect& inner = m_plot.inner();
        const Pen dashed{rgb(0x555555), 1, {4, 3}};
        for (const double edge : {-1.0, 1.0}) {
            const Point place = m_isAbundance ? m_plot.at(0, edge) : m_plot.at(edge, 0);
            if (m_isAbundance)
                m_brush.canvas.line({inner.x, place.y}, {inner.right(), place.y}, dashed);
            else
                m_brush.canvas.line({place.x, inner.bottom()}, {place.x, m_plot.freeTop()}, dashed);
        }
        const double y = m_plot.at(0, threshold).y;
        if (!m_isAbundance)
            m_brush.canvas.line({inner.x, y}, {inner.right(), y}, dashed);
    }

    /// Of the strongest, each beside its point.
    void drawNames()
    {
        std::vector<Change> strongest = m_changes;
        std::sort(strongest.begin(), strongest.end(),
                  [](const Change& a, const Change& b) { return a.strength > b.strength; });
        const Font font = m_brush.style.font.scaled(0.78).italic();
        std::size_t next = 0;
        for (const std::string_view gene : m_brush.subject.field->genes) {
            const Change& change = strongest[next++];
            const Point where = at(change);
            m_brush.canvas.text(gene, {where.x + (change.change < 0 ? 4 : -4), where.y - font.size * 0.5}, font, black,
                                {change.change < 0 ? Horizontal::Left : Horizontal::Right, Vertical::Middle});
        }
    }

    Brush& m_brush;
    const std::vector<Change>& m_changes;
    bool m_isAbundance;
    std::array<Color, 3> m_colors;
    Plot m_plot;
};

struct Locus {
    double along = 0;
    double strength = 0;
    std::size_t chromosome = 0;
};

/// Mostly noise, and a tower of neighbours at each of a few places.
std::vector<Locus> makeLoci(Random& random, std::size_t chromosomes)
{
    std::vector<Locus> loci;
    std::vector<double> towers;
    for (int i = random.integer(1, 6); i > 0; --i)
        towers.push_back(random.real(0, static_cast<double>(chromosomes)));
    for (int i = random.integer(1200, 2600); i > 0; --i) {
        Locus locus;
        locus.along = random.real(0, static_cast<double>(chromosomes) - 0.001);
        locus.chromosome = static_cast<std::size_t>(locus.along);
        locus.strength = -std::log10(1 - random.unit());
        loci.push_back(locus);
    }
    for (const double tower : towers) {
        const double height = random.real(6, 14);
        for (int i = random.integer(8, 24); i > 0; --i)
            loci.push_back({tower + random.normal(0, 0.02), height * std::sqrt(random.unit()),
                            std::min(static_cast<std::size_t>(tower), chromosomes - 1)});
    }
    return loci;
}

} // namespace

PanelText drawVolcano(Brush& brush)
{
    const auto changes = makeChanges(brush.random);
    const bool isAbundance = brush.random.chance(0.25);
    ChangeSheet(brush, changes, isAbundance).draw();
    std::array<int, 3> counts{};
    for (const Change& change : changes)
        ++counts[groupOf(change)];
    const std::string name = isAbundance ? "MA plot" : "volcano plot";
    PanelText text;
    text.topic = name + " of differentially expressed genes in " + brush.subject.cells + " cells treated with "
                 + brush.subject.drug;
    text.details = {std::to_string(counts[2]) + " genes were upregulated and " + std::to_string(counts[0])
                        + " downregulated (|log2 fold change| > 1, adjusted p < 0.05).",
                    "Dashed lines are the thresholds."};
    text.shown = {"log2 fold change", name};
    return text;
}

PanelText drawManhattan(Brush& brush)
{
    Random& random = brush.random;
    const std::size_t chromosomes = static_cast<std::size_t>(random.integer(8, 22));
    const auto loci = makeLoci(random, chromosomes);
    std::vector<std::string> names;
    for (std::size_t i = 1; i <= chromosomes; ++i)
        names.push_back(std::to_string(i));
    Axis places = categoryAxis("Chromosome", names);
    places.areNamesInOrder = true;
    const Plot plot(brush, {places, exactAxis("\u2212log10 p", 0, 15)});
    const bool isRainbow = random.chance(0.3);
    const double radius = std::clamp(plot.pixelsPerX() * random.real(0.05, 0.12), 0.9, 3.0);
    const Canvas::Clip clip(brush.canvas, plot.inner());
    for (const Locus& locus : loci)
        brush.canvas.disc(plot.at(locus.along - 0.5, locus.strength), radius,
                          brush.style.lineColor(isRainbow ? locus.chromosome : locus.chromosome % 2));
    const double y = plot.at(0, 7.3).y;
    brush.canvas.line({plot.inner().x, y}, {plot.inner().right(), y}, {rgb(0xc1121f), 1, {5, 3}});

    PanelText text;
    text.topic = "Manhattan plot of the association of variants with " + brush.subject.disease;
    text.details = {"Each dot is a variant; there are " + std::to_string(chromosomes) + " chromosomes.",
                    "The dashed line marks genome-wide significance."};
    text.shown = {"Manhattan plot"};
    return text;
}

} // namespace biomedica::demo
