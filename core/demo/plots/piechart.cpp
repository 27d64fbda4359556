#include "core/demo/plots/plots.h"

#include <algorithm>
#include <array>
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

enum class Names { Key, Outside, None };

struct Pie {
    Point center;
    double radius = 0;
    double hole = 0;  ///< share of the radius
    double start = 0; ///< degrees
    bool isOutlined = true;
    bool hasNumbers = true;
    Names names = Names::Key;
    std::size_t exploded = 0; ///< how many of the wedges are pulled out
    Color line = white;
};

/// Names beside their wedges, pushed apart where wedges are thin.
class OutsideNames {
public:
    OutsideNames(Brush& brush, const Pie& pie, const Font& font) : m_brush(brush), m_pie(pie), m_font(font) {}

    void draw(const std::string& name, double angle)
    {
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        const bool isRight = c >= 0;
        double& lowest = m_bottom[isRight ? 1 : 0];
        double& highest = m_top[isRight ? 1 : 0];
        const double reach = m_pie.radius * 1.06;
        double y = m_pie.center.y + reach * s;
        const double line = Canvas::lineHeight(m_font);
        // Clockwise from the top: names go down at the right and up at the left.
        if (isRight && y < lowest + line)
            y = lowest + line;
        if (!isRight && y > highest - line)
            y = highest - line;
        y = std::clamp(y, m_brush.area.y + line / 2, m_brush.area.bottom() - line / 2);
        (isRight ? lowest : highest) = y;
        const double x = m_pie.center.x + (isRight ? 1 : -1) * (m_pie.radius * 1.1 + m_font.size * 0.6);
        m_brush.canvas.polyline(
            std::vector<Point>{{m_pie.center.x + m_pie.radius * c, m_pie.center.y + m_pie.radius * s}, {x, y}},
            {rgb(0x777777), 0.8});
        const double room = isRight ? m_brush.area.right() - x - 3 : x - m_brush.area.x - 3;
        m_brush.canvas.text(name, {x + (isRight ? 2 : -2), y},
                            m_font.scaled(std::min(1.0, room / m_brush.canvas.textWidth(name, m_font))), black,
                            {isRight ? Horizontal::Left : Horizontal::Right, Vertical::Middle});
    }

private:
    Brush& m_brush;
    const Pie& m_pie;
    const Font& m_font;
    std::array<double, 2> m_bottom{-1e9, -1e9};
    std::array<double, 2> m_top{1e9, 1e9};
};

std::vector<Point> wedgeOf(const Pie& pie, Point center, double from, double to)
{
    auto wedge = arc(center, pie.radius, pie.radius, from, to);
    const auto inner = arc(center, pie.radius * pie.hole, pie.radius * pie.hole, to, from);
    if (pie.hole > 0)
        wedge.insert(wedge.end(), inner.begin(), inner.end());
    else
        wedge.push_back(center);
    return wedge;
}

void drawWedges(Brush& brush, const Pie& pie, const std::vector<int>& shares, const std::vector<Color>& colors,
                const std::vector<std::string>& names)
{
    const Font font = brush.style.font.scaled(0.9);
    const Font nameFont = brush.style.font.scaled(0.85);
    OutsideNames outside(brush, pie, nameFont);
    double angle = pie.start;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double next = angle + shares[i] * 3.6;
        const double middle = (angle + next) / 2 * std::numbers::pi / 180;
        const double pull = i < pie.exploded ? pie.radius * 0.1 : 0;
        const Point center{pie.center.x + pull * std::cos(middle), pie.center.y + pull * std::sin(middle)};
        const auto wedge = wedgeOf(pie, center, angle, next);
        brush.canvas.polygon(wedge, colors[i]);
        if (pie.isOutlined || colors[i].luminance() > 0.9)
            brush.canvas.outline(wedge, {colors[i].luminance() > 0.9 ? black : pie.line, 1.5});
        const double away = pie.radius * (pie.hole > 0 ? (1 + pie.hole) / 2 : 0.66);
        const std::string text = std::to_string(shares[i]) + "%";
        // Where the wedge is narrower than its number, the number is left to the caption.
        if (pie.hasNumbers && brush.canvas.textWidth(text, font) < away * shares[i] * 0.0628 * 0.95)
            brush.canvas.text(text, {center.x + away * std::cos(middle), center.y + away * std::sin(middle)}, font,
                              colors[i].luminance() < 0.5 ? white : black, {Horizontal::Center, Vertical::Middle});
        if (pie.names == Names::Outside)
            outside.draw(names[i], middle);
        angle = next;
    }
}

Pie makePie(Random& random, std::size_t parts)
{
    Pie pie;
    pie.hole = random.chance(0.3) ? random.real(0.3, 0.72) : 0;
    // Clockwise from the top or, as some programs do, from the right.
    pie.start = random.chance(0.7) ? -90 : 0;
    pie.isOutlined = random.chance(0.6);
    pie.line = random.chance(0.7) ? white : black;
    pie.hasNumbers = random.chance(0.65);
    pie.names = static_cast<Names>(random.weighted({48, 37, 15}));
    if (pie.names == Names::Outside)
        pie.start = -90; // so that names go down one side and up the other
    if (random.chance(0.25))
        pie.exploded = static_cast<std::size_t>(random.chance(0.3) ? static_cast<int>(parts) : random.integer(1, 2));
    return pie;
}

Font keyFont(const Brush& brush)
{
    return brush.style.font.scaled(0.92);
}

double keyWidth(Brush& brush, const std::vector<std::string>& names)
{
    return brush.canvas.widest(names, keyFont(brush)) + keyFont(brush).size * 1.4;
}

double keyHeight(const Brush& brush, const std::vector<std::string>& names)
{
    return static_cast<double>(names.size()) * Canvas::lineHeight(keyFont(brush));
}

bool isKeyRight(Brush& brush, const std::vector<std::string>& names)
{
    return brush.area.width - keyWidth(brush, names) > (brush.area.height - keyHeight(brush, names)) * 0.95;
}

/// What the names leave to the wedges.
Rect pieRoom(Brush& brush, const Pie& pie, const std::vector<std::string>& names)
{
    const Rect& area = brush.area;
    const double size = brush.style.font.size;
    switch (pie.names) {
    case Names::None: return area;
    case Names::Outside: {
        const double side = std::min(area.width * 0.28, brush.canvas.widest(names, brush.style.font) + size);
        return area.inset(side, size * 1.2, side, size * 1.2);
    }
    case Names::Key: break;
    }
    return isKeyRight(brush, names) ? area.inset(0, 0, keyWidth(brush, names) + size, 0)
                                    : area.inset(0, 0, 0, keyHeight(brush, names) + size * 0.5);
}

void drawKey(Brush& brush, const Pie& pie, const std::vector<std::string>& names, const std::vector<Color>& colors)
{
    const Font font = keyFont(brush);
    const Rect& area = brush.area;
    const double height = keyHeight(brush, names);
    const bool isRight = isKeyRight(brush, names);
    const double x = isRight
                         ? std::min(pie.center.x + pie.radius * 1.1 + font.size, area.right() - keyWidth(brush, names))
                         : area.center().x - keyWidth(brush, names) / 2;
    double y = (isRight ? area.center().y - height / 2 : area.bottom() - height) + font.size * 0.6;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Rect box{x, y - font.size * 0.4, font.size * 0.8, font.size * 0.8};
        brush.canvas.fill(box, colors[i]);
        if (colors[i].luminance() > 0.9)
            brush.canvas.outline(box, {black, 0.8});
        brush.canvas.text(names[i], {x + font.size * 1.2, y}, font, black, {Horizontal::Left, Vertical::Middle});
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
    if (random.chance(0.3))
        names.resize(static_cast<std::size_t>(random.integer(2, static_cast<int>(names.size()))));
    const auto shares = makeShares(random, names.size());
    std::vector<Color> colors;
    for (std::size_t i = 0; i < names.size(); ++i)
        colors.push_back(i < brush.style.palette.size() ? brush.style.color(i) : brush.style.color(i).lighter(0.5));

    Pie pie = makePie(random, names.size());
    const Rect room = pieRoom(brush, pie, names);
    pie.center = room.center();
    pie.radius = std::max(20.0, std::min(room.width, room.height) / 2 - 2) / (pie.exploded > 0 ? 1.1 : 1);
    drawWedges(brush, pie, shares, colors, names);
    if (pie.names == Names::Key)
        drawKey(brush, pie, names, colors);

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
