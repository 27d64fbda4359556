#include "core/demo/plots/plots.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

struct Division {
    std::string_view topic;
    std::vector<std::string_view> parts;
};

const std::vector<Division>& divisions()
{
    // clang-format off
    static const std::vector<Division> all = {
        {"distribution of the subtypes of {disease}", {"Subtype A", "Subtype B", "Subtype C", "Unclassified"}},
        {"causes of death in the cohort", {"{disease}", "Cardiovascular", "Infection", "Other cancer", "Unknown"}},
        {"genomic location of {gene} binding sites",
         {"Promoter", "5′ UTR", "Exon", "Intron", "3′ UTR", "Intergenic"}},
        {"gene ontology categories of the proteins changed by {drug}",
         {"Metabolism", "Signalling", "Transport", "Cytoskeleton", "Transcription", "Other"}},
        {"isolates recovered from {tissue}",
         {"S. aureus", "E. coli", "K. pneumoniae", "P. aeruginosa", "Others"}},
        {"responses to {drug}", {"Complete response", "Partial response", "Stable disease", "Progressive disease"}},
        {"composition of the cells of the {tissue}",
         {"T cells", "B cells", "Macrophages", "Neutrophils", "Fibroblasts", "Endothelial"}},
        {"specialties of the survey respondents", {"Internal medicine", "Surgery", "Paediatrics", "General practice"}},
    };
    // clang-format on
    return all;
}

/// Whole per cents that add up to 100, largest first but for the last.
std::vector<int> makeShares(Random& random, std::size_t parts)
{
    std::vector<double> weights;
    double total = 0;
    for (std::size_t i = 0; i < parts; ++i)
        total += weights.emplace_back(std::pow(random.real(0.35, 1), 2.2));
    std::sort(weights.rbegin(), weights.rend());
    std::vector<int> shares;
    int left = 100;
    for (std::size_t i = 0; i + 1 < parts; ++i) {
        shares.push_back(std::max(2, static_cast<int>(std::round(100 * weights[i] / total))));
        left -= shares.back();
    }
    shares.push_back(left);
    return shares;
}

struct Pie {
    Point center;
    double radius = 0;
    double hole = 0; ///< share of the radius
    bool isOutlined = true;
};

void drawWedges(Brush& brush, const Pie& pie, const std::vector<int>& shares, const std::vector<Color>& colors)
{
    const Font font = brush.style.font.scaled(0.9);
    double angle = -90;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double next = angle + shares[i] * 3.6;
        auto wedge = arc(pie.center, pie.radius, pie.radius, angle, next);
        const auto inner = arc(pie.center, pie.radius * pie.hole, pie.radius * pie.hole, next, angle);
        if (pie.hole > 0)
            wedge.insert(wedge.end(), inner.begin(), inner.end());
        else
            wedge.push_back(pie.center);
        brush.canvas.polygon(wedge, colors[i]);
        if (pie.isOutlined)
            brush.canvas.outline(wedge, {white, 1.5});
        const double middle = (angle + next) / 2 * std::numbers::pi / 180;
        const double away = pie.radius * (pie.hole > 0 ? (1 + pie.hole) / 2 : 0.66);
        const std::string text = std::to_string(shares[i]) + "%";
        // Where the wedge is narrower than its number, the number is left to the caption.
        if (brush.canvas.textWidth(text, font) < away * shares[i] * 0.0628 * 0.95)
            brush.canvas.text(text, {pie.center.x + away * std::cos(middle), pie.center.y + away * std::sin(middle)},
                              font, colors[i].luminance() < 0.5 ? white : black,
                              {Horizontal::Center, Vertical::Middle});
        angle = next;
    }
}

void drawKey(Brush& brush, Point topLeft, const Font& font, const std::vector<std::string>& names,
             const std::vector<Color>& colors)
{
    double y = topLeft.y + font.size * 0.6;
    for (std::size_t i = 0; i < names.size(); ++i) {
        brush.canvas.fill({topLeft.x, y - font.size * 0.4, font.size * 0.8, font.size * 0.8}, colors[i]);
        brush.canvas.text(names[i], {topLeft.x + font.size * 1.2, y}, font, black,
                          {Horizontal::Left, Vertical::Middle});
        y += Canvas::lineHeight(font);
    }
}

} // namespace

PanelText drawPieChart(Brush& brush)
{
    Random& random = brush.random;
    const Division& division = random.pick(divisions());
    std::vector<std::string> names;
    for (const std::string_view part : division.parts)
        names.push_back(capitalised(filled(part, brush.subject)));
    const auto shares = makeShares(random, names.size());
    std::vector<Color> colors;
    for (std::size_t i = 0; i < names.size(); ++i)
        colors.push_back(i < brush.style.palette.size() ? brush.style.color(i) : brush.style.color(i).lighter(0.5));

    const Font font = brush.style.font.scaled(0.92);
    const double keyWidth = brush.canvas.widest(names, font) + font.size * 1.4;
    const double keyHeight = static_cast<double>(names.size()) * Canvas::lineHeight(font);
    const Rect& area = brush.area;
    const bool isKeyRight = area.width - keyWidth > (area.height - keyHeight) * 0.95;
    const Rect room =
        isKeyRight ? area.inset(0, 0, keyWidth + font.size, 0) : area.inset(0, 0, 0, keyHeight + font.size * 0.5);
    Pie pie{room.center(), std::min(room.width, room.height) / 2 - 2};
    pie.hole = random.chance(0.3) ? random.real(0.4, 0.6) : 0;
    pie.isOutlined = random.chance(0.8);
    drawWedges(brush, pie, shares, colors);
    drawKey(brush,
            isKeyRight ? Point{pie.center.x + pie.radius + font.size, area.center().y - keyHeight / 2}
                       : Point{area.center().x - keyWidth / 2, area.bottom() - keyHeight},
            font, names, colors);

    PanelText text;
    text.topic = "pie chart of the " + filled(division.topic, brush.subject);
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < names.size(); ++i)
        parts.push_back(names[i] + " (" + std::to_string(shares[i]) + "%)");
    text.details = {"Shares: " + listed(parts) + "."};
    text.shown = names;
    text.shown.push_back("pie chart");
    return text;
}

} // namespace biomedica::demo
