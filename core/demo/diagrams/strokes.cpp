#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr std::array<std::string_view, 60> proteins = {
    "AKT",   "mTOR",  "PI3K",  "PTEN",  "ERK1/2", "MEK",   "RAF",    "RAS",   "JNK",   "p38",  "NF-κB",  "IκBα",
    "IKKβ",  "STAT3", "JAK2",  "SOCS3", "SMAD2",  "SMAD4", "TAK1",   "TRAF6", "MyD88", "IRF3", "TBK1",   "AMPK",
    "SIRT1", "FOXO3", "GSK3β", "Axin",  "APC",    "TCF7",  "NOTCH1", "HES1",  "YAP",   "TAZ",  "LATS1",  "p53",
    "MDM2",  "p21",   "BAX",   "BCL-2", "CASP3",  "CASP9", "CYCS",   "CDK4",  "RB1",   "E2F1", "HIF-1α", "VEGF",
    "NRF2",  "KEAP1", "HO-1",  "ATG5",  "LC3",    "ULK1",  "PKA",    "CREB",  "PLCγ",  "PKC",  "CaMKII", "RhoA"};

double lengthOf(Point from, Point to)
{
    return std::hypot(to.x - from.x, to.y - from.y);
}

bool areApart(const Rect& a, const Rect& b, double gap)
{
    return a.right() + gap < b.x || b.right() + gap < a.x || a.bottom() + gap < b.y || b.bottom() + gap < a.y;
}

/// From the point `size` before the end: what the line's last stretch points along.
Point beforeEnd(std::span<const Point> line, double size)
{
    const Point end = line.back();
    for (std::size_t i = line.size() - 1; i-- > 0;)
        if (lengthOf(line[i], end) >= size)
            return line[i];
    return line.front();
}

void drawBar(Canvas& canvas, Point from, Point to, const Pen& pen, double size)
{
    const double length = std::max(1e-6, lengthOf(from, to));
    const Point across{-(to.y - from.y) / length * size * 0.6, (to.x - from.x) / length * size * 0.6};
    canvas.line({to.x - across.x, to.y - across.y}, {to.x + across.x, to.y + across.y}, {pen.color, pen.width * 1.3});
}

void drawOpenHead(Canvas& canvas, Point from, Point to, const Pen& pen, double size)
{
    const double angle = std::atan2(to.y - from.y, to.x - from.x);
    const auto barb = [&](double turn) {
        return Point{to.x - size * std::cos(angle + turn), to.y - size * std::sin(angle + turn)};
    };
    canvas.polyline(std::vector<Point>{barb(0.5), to, barb(-0.5)}, {pen.color, pen.width});
}

} // namespace

std::vector<Point> bowed(Point from, Point to, double bend)
{
    // The control point of a parabola lies twice as far out as its middle.
    const Point control{(from.x + to.x) / 2 - (to.y - from.y) * 2 * bend,
                        (from.y + to.y) / 2 + (to.x - from.x) * 2 * bend};
    constexpr int pieces = 24;
    std::vector<Point> line;
    for (int i = 0; i <= pieces; ++i) {
        const double t = static_cast<double>(i) / pieces;
        const double u = 1 - t;
        line.push_back({u * u * from.x + 2 * u * t * control.x + t * t * to.x,
                        u * u * from.y + 2 * u * t * control.y + t * t * to.y});
    }
    return line;
}

std::vector<Point> elbow(Point from, Point to, bool isDownFirst)
{
    return {from, isDownFirst ? Point{from.x, to.y} : Point{to.x, from.y}, to};
}

std::vector<Point> trimmed(std::span<const Point> line, double atStart, double atEnd)
{
    double total = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        total += lengthOf(line[i], line[i + 1]);
    std::vector<Point> kept;
    double passed = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double length = lengthOf(line[i], line[i + 1]);
        const double from = std::max(passed, atStart);
        const double to = std::min(passed + length, total - atEnd);
        const auto at = [&](double way) {
            const double share = (way - passed) / length;
            return Point{line[i].x + (line[i + 1].x - line[i].x) * share,
                         line[i].y + (line[i + 1].y - line[i].y) * share};
        };
        if (from < to) {
            if (kept.empty())
                kept.push_back(at(from));
            kept.push_back(at(to));
        }
        passed += length;
    }
    return kept;
}

void drawLink(Canvas& canvas, std::span<const Point> line, const Pen& pen, Ending ending, double size)
{
    if (line.size() < 2)
        return;
    const Point to = line.back();
    const Point from = beforeEnd(line, size);
    if (ending == Ending::Arrow) {
        // The line ends within the head, whose tip it would blunt.
        const auto shaft = trimmed(line, 0, size * 0.8);
        if (shaft.size() > 1)
            canvas.polyline(shaft, pen);
        if (lengthOf(from, to) > 0.5)
            canvas.arrowHead(from, to, size, pen.color);
        return;
    }
    canvas.polyline(line, pen);
    if (ending == Ending::Bar)
        drawBar(canvas, from, to, pen, size);
    if (ending == Ending::OpenArrow)
        drawOpenHead(canvas, from, to, pen, size);
}

void drawFitting(Canvas& canvas, std::string_view text, Point center, const Font& font, Color color, double width)
{
    const double natural = canvas.textWidth(text, font);
    canvas.text(text, center, font.scaled(std::min(1.0, width / std::max(1.0, natural))), color,
                {Horizontal::Center, Vertical::Middle});
}

Color inkOn(Color ground)
{
    return ground.luminance() < 0.52 ? white : black;
}

std::vector<std::string> proteinNames(Random& random, const Subject& subject, int count)
{
    std::vector<std::string> names;
    for (const std::string_view name : random.sample(proteins, count))
        names.emplace_back(name);
    names[0] = subject.gene;
    if (names.size() > 3)
        names[random.chance(0.5) ? 2 : 3] = subject.otherGene;
    return names;
}

std::optional<Rect> FreePlaces::find(Random& random, double width, double height, double gap)
{
    if (width > m_area.width || height > m_area.height)
        return std::nullopt;
    for (int attempt = 0; attempt < 40; ++attempt) {
        const Rect rect{m_area.x + random.real(0, m_area.width - width),
                        m_area.y + random.real(0, m_area.height - height), width, height};
        if (std::all_of(m_taken.begin(), m_taken.end(),
                        [&](const Rect& other) { return areApart(rect, other, gap); })) {
            m_taken.push_back(rect);
            return rect;
        }
    }
    return std::nullopt;
}

} // namespace biomedica::demo
