#include "core/demo/diagrams/diagrams.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Ramp {
    Color low;
    Color high;
};

// clang-format off
constexpr std::array<Ramp, 5> ramps = {{
    {rgb(0xfee5d9), rgb(0xa50f15)}, {rgb(0xeff3ff), rgb(0x08519c)}, {rgb(0xedf8e9), rgb(0x006d2c)},
    {rgb(0xfeedde), rgb(0xa63603)}, {rgb(0xf2f0f7), rgb(0x54278f)},
}};
// clang-format on

constexpr int classCount = 5;

Color colorOf(const Ramp& ramp, int index)
{
    return between(ramp.low, ramp.high, static_cast<double>(index) / (classCount - 1));
}

/// An invented country: the cells of a shaken grid, joined by winding borders, within a rough oval.
class Country {
public:
    Country(Random& random, const Rect& rect, int columns, int rows)
        : m_seed(random.next()), m_columns(columns), m_rows(rows)
    {
        const double width = rect.width / columns;
        const double height = rect.height / rows;
        // Corners on the rim move inwards only.
        const auto shaken = [&](int place, int last) {
            return place + random.real(place == 0 ? 0 : -0.33, place == last ? 0 : 0.33);
        };
        for (int r = 0; r <= rows; ++r)
            for (int c = 0; c <= columns; ++c)
                m_corners.push_back({rect.x + width * shaken(c, columns), rect.y + height * shaken(r, rows)});
        // Land lies within an oval with bays and capes.
        const double phase = random.real(0, 6.28);
        const double otherPhase = random.real(0, 6.28);
        for (int r = 0; r < rows; ++r)
            for (int c = 0; c < columns; ++c) {
                const double x = (c + 0.5) / columns * 2 - 1;
                const double y = (r + 0.5) / rows * 2 - 1;
                const double angle = std::atan2(y, x);
                const double rim = 0.9 + 0.14 * std::sin(2 * angle + phase) + 0.1 * std::sin(5 * angle + otherPhase);
                if (std::hypot(x, y) < rim + random.real(-0.06, 0.06))
                    m_cells.push_back({c, r});
            }
    }

    std::size_t regions() const { return m_cells.size(); }

    std::vector<Point> outline(std::size_t region) const
    {
        const auto [c, r] = m_cells[region];
        std::vector<Point> line;
        const int corners[] = {index(c, r), index(c + 1, r), index(c + 1, r + 1), index(c, r + 1)};
        for (int i = 0; i < 4; ++i) {
            const auto border = windingBorder(corners[i], corners[(i + 1) % 4]);
            line.insert(line.end(), border.begin(), border.end() - 1);
        }
        return line;
    }

    Point middle(std::size_t region) const
    {
        const auto [c, r] = m_cells[region];
        Point sum{0, 0};
        for (const int corner : {index(c, r), index(c + 1, r), index(c + 1, r + 1), index(c, r + 1)}) {
            const Point& at = m_corners[static_cast<std::size_t>(corner)];
            sum = {sum.x + at.x / 4, sum.y + at.y / 4};
        }
        return sum;
    }

private:
    int index(int column, int row) const { return row * (m_columns + 1) + column; }

    /// The same line from both sides: midpoints are moved by an amount that depends on the two corners.
    std::vector<Point> windingBorder(int from, int to) const
    {
        const bool isTurned = from > to;
        const auto low = static_cast<std::size_t>(std::min(from, to));
        const auto high = static_cast<std::size_t>(std::max(from, to));
        Random random(seedOf(m_seed, {low, high}));
        std::vector<Point> line = {m_corners[low], m_corners[high]};
        for (int round = 0; round < 4; ++round) {
            std::vector<Point> finer;
            for (std::size_t i = 0; i + 1 < line.size(); ++i) {
                const Point& a = line[i];
                const Point& b = line[i + 1];
                const double shift = random.real(-0.19, 0.19);
                finer.push_back(a);
                finer.push_back({(a.x + b.x) / 2 - (b.y - a.y) * shift, (a.y + b.y) / 2 + (b.x - a.x) * shift});
            }
            finer.push_back(line.back());
            line = std::move(finer);
        }
        if (isTurned)
            std::reverse(line.begin(), line.end());
        return line;
    }

    std::uint64_t m_seed;
    int m_columns;
    int m_rows;
    std::vector<Point> m_corners;
    std::vector<std::pair<int, int>> m_cells; ///< columns and rows that are land
};

void drawScaleLine(Brush& brush, Point left, int kilometres, double length)
{
    const Font font = brush.style.font.scaled(0.82);
    for (int i = 0; i < 2; ++i)
        brush.canvas.fill({left.x + i * length / 2, left.y - 4, length / 2, 4}, i == 0 ? black : white);
    brush.canvas.outline(Rect{left.x, left.y - 4, length, 4}, {black, 0.8});
    brush.canvas.text(std::to_string(kilometres) + " km", {left.x + length + font.size * 0.4, left.y - 2}, font, black,
                      {Horizontal::Left, Vertical::Middle});
}

void drawNorth(Brush& brush, Point at, double size)
{
    brush.canvas.polygon(std::vector<Point>{{at.x, at.y}, {at.x + size * 0.4, at.y + size}, {at.x, at.y + size * 0.75}},
                         black);
    const std::vector<Point> left = {{at.x, at.y}, {at.x - size * 0.4, at.y + size}, {at.x, at.y + size * 0.75}};
    brush.canvas.polygon(left, white);
    brush.canvas.outline(left, {black, 1});
    brush.canvas.text("N", {at.x, at.y + size * 1.15}, brush.style.font.bold().scaled(0.9), black,
                      {Horizontal::Center, Vertical::Top});
}

/// Returns the legend's texts, from the lowest class.
std::vector<std::string> classTexts(Random& random)
{
    const int step = random.integer(1, 9) * 5;
    std::vector<std::string> texts = {"< " + std::to_string(step)};
    for (int i = 1; i + 1 < classCount; ++i)
        texts.push_back(std::to_string(step * i) + "–" + std::to_string(step * (i + 1) - 1));
    texts.push_back("≥ " + std::to_string(step * (classCount - 1)));
    return texts;
}

void drawKey(Brush& brush, Point topLeft, const std::string& title, const std::vector<std::string>& texts,
             const Ramp& ramp)
{
    const Font font = brush.style.font.scaled(0.85);
    double y = topLeft.y + font.size * 0.5;
    brush.canvas.text(title, {topLeft.x, y}, font.bold(), black, {Horizontal::Left, Vertical::Middle});
    for (int i = classCount - 1; i >= 0; --i) {
        y += Canvas::lineHeight(font);
        const Rect box{topLeft.x, y - font.size * 0.45, font.size * 1.4, font.size * 0.9};
        brush.canvas.fill(box, colorOf(ramp, i));
        brush.canvas.outline(box, {rgb(0x555555), 0.8});
        brush.canvas.text(texts[static_cast<std::size_t>(i)], {box.right() + font.size * 0.5, y}, font, black,
                          {Horizontal::Left, Vertical::Middle});
    }
}

} // namespace

PanelText drawMap(Brush& brush)
{
    Random& random = brush.random;
    const Rect& area = brush.area;
    const Font& font = brush.style.font;
    const Ramp& ramp = random.pick(ramps);
    const auto texts = classTexts(random);
    static constexpr std::array<std::string_view, 4> measures = {"Cases per 100,000", "Prevalence (‰)",
                                                                 "Deaths per 100,000", "Incidence"};
    const std::string measure(random.pick(measures));
    const double keyWidth = std::max(brush.canvas.textWidth(measure, font.scaled(0.85).bold()), font.size * 6) + 4;
    const double keyHeight = Canvas::lineHeight(font) * 5.6;
    const bool isSeaBlue = random.chance(0.35);
    const bool hasFrame = isSeaBlue || random.chance(0.5);
    if (isSeaBlue)
        brush.canvas.fill(area, rgb(0xdcebf5));
    const Rect land = area.inset(font.size, font.size * 0.8, keyWidth + font.size * 2, font.size * 2);
    const int columns = random.integer(7, 13);
    const Country country(random, land, columns, std::max(4, static_cast<int>(columns * land.height / land.width)));
    const double tilt = random.real(-1.2, 1.2);
    for (std::size_t i = 0; i < country.regions(); ++i) {
        const Point at = country.middle(i);
        const double wave =
            std::sin((at.x - land.x) / land.width * 3 + tilt * 3) + tilt * (at.y - land.y) / land.height;
        const int index =
            std::clamp(static_cast<int>(std::round(2 + 1.6 * wave + random.normal(0, 0.8))), 0, classCount - 1);
        brush.canvas.polygon(country.outline(i), colorOf(ramp, index));
    }
    for (std::size_t i = 0; i < country.regions(); ++i)
        brush.canvas.outline(country.outline(i), {rgb(0x5a5a5a), 0.9});
    const int sites = random.chance(0.5) ? random.integer(4, 14) : 0;
    for (int i = 0; i < sites && country.regions() > 0; ++i) {
        const Point at =
            country.middle(static_cast<std::size_t>(random.integer(0, static_cast<int>(country.regions()) - 1)));
        brush.canvas.disc(at, font.size * 0.32, black);
        brush.canvas.circle(at, font.size * 0.32, {white, 1});
    }
    if (hasFrame)
        brush.canvas.outline(area.inset(0.5), {black, 1});
    const double keyX = area.right() - keyWidth - font.size * 0.5;
    drawKey(brush, {keyX, area.bottom() - keyHeight - font.size * 0.3}, measure, texts, ramp);
    drawNorth(brush, {area.right() - font.size * 1.5, area.y + font.size * 0.7}, font.size * 1.7);
    const int kilometres = random.integer(1, 4) * 50;
    drawScaleLine(brush, {area.x + font.size, area.bottom() - font.size * 0.7}, kilometres, land.width * 0.22);

    PanelText text;
    text.topic = "map of " + uncapitalised(measure) + " of " + brush.subject.disease + " by district";
    text.details = {"Darker colours indicate higher values; the scale bar is " + std::to_string(kilometres) + " km."};
    if (sites > 0)
        text.details.emplace_back("Dots mark the sampling sites.");
    text.shown = {"map", std::to_string(kilometres) + " km"};
    return text;
}

} // namespace biomedica::demo
