#include "core/demo/diagrams/schemeparts.h"

#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

std::vector<Point> hexagon(const Rect& rect)
{
    const double cut = std::min(rect.width, rect.height) * 0.35;
    const double middle = rect.center().y;
    return {{rect.x, middle},
            {rect.x + cut, rect.y},
            {rect.right() - cut, rect.y},
            {rect.right(), middle},
            {rect.right() - cut, rect.bottom()},
            {rect.x + cut, rect.bottom()}};
}

void drawCylinder(Canvas& canvas, const Rect& rect, Color color)
{
    const double radius = std::min(rect.width, rect.height) * 0.45;
    canvas.fillRounded(rect, color, radius);
    canvas.fillRounded(
        {rect.x + rect.width * 0.18, rect.y + radius * 0.6, rect.width * 0.22, rect.height - radius * 1.2},
        color.lighter(0.45), rect.width * 0.1);
    canvas.outline(rect, {between(color, black, 0.4), 0.8}, radius);
}

} // namespace

void drawNodeShape(Canvas& canvas, NodeForm form, const Rect& rect, Color fill, const Pen& line)
{
    const double lower = std::min(rect.width, rect.height);
    const double radius = form == NodeForm::Rounded ? lower * 0.25 : form == NodeForm::Pill ? lower / 2 : 0;
    switch (form) {
    case NodeForm::Text: return;
    case NodeForm::Box:
    case NodeForm::Rounded:
    case NodeForm::Pill: canvas.fillRounded(rect, fill, radius); return canvas.outline(rect, line, radius);
    case NodeForm::Oval:
    case NodeForm::Hexagon: {
        const auto outline =
            form == NodeForm::Oval ? ellipse(rect.center(), rect.width / 2, rect.height / 2) : hexagon(rect);
        canvas.polygon(outline, fill);
        return canvas.outline(outline, line);
    }
    }
}

void drawNode(Canvas& canvas, NodeForm form, const Rect& rect, Color fill, const Pen& line, std::string_view name,
              const Font& font)
{
    drawNodeShape(canvas, form, rect, fill, line);
    const bool isNarrow = form == NodeForm::Oval || form == NodeForm::Hexagon;
    drawFitting(canvas, name, rect.center(), font, form == NodeForm::Text ? line.color : inkOn(fill),
                rect.width * (isNarrow ? 0.84 : 0.92));
}

void drawPhosphate(Canvas& canvas, Point at, double radius, Color fill)
{
    canvas.disc(at, radius, fill);
    canvas.circle(at, radius, {rgb(0x6a5a20), 0.8});
    canvas.text("P", at, Font{radius * 1.4, true}, black, {Horizontal::Center, Vertical::Middle});
}

void drawBilayer(Canvas& canvas, std::span<const Point> line, double bead, Color heads, Color tails)
{
    double left = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Point from = line[i];
        const double length = std::hypot(line[i + 1].x - from.x, line[i + 1].y - from.y);
        const Point along{(line[i + 1].x - from.x) / length, (line[i + 1].y - from.y) / length};
        for (; left <= length; left += bead * 2.1) {
            const Point middle{from.x + along.x * left, from.y + along.y * left};
            for (const double side : {-1.0, 1.0}) {
                const Point head{middle.x - along.y * side * bead * 2.6, middle.y + along.x * side * bead * 2.6};
                canvas.line(head, {middle.x - along.y * side * bead * 0.3, middle.y + along.x * side * bead * 0.3},
                            {tails, std::max(0.8, bead * 0.35)});
                canvas.disc(head, bead, heads);
            }
        }
        left -= length;
    }
}

void drawReceptor(Canvas& canvas, ReceptorForm form, Point at, double size, Color color)
{
    switch (form) {
    case ReceptorForm::Pair:
        for (const double side : {-0.42, 0.42})
            drawCylinder(canvas, {at.x + side * size - size * 0.3, at.y - size, size * 0.6, size * 2}, color);
        return;
    case ReceptorForm::Bundle:
        for (int i = 0; i < 7; ++i)
            drawCylinder(canvas, {at.x + (i - 3.5) * size * 0.34, at.y - size * 0.7, size * 0.32, size * 1.4}, color);
        return;
    case ReceptorForm::Fork:
        drawCylinder(canvas, {at.x - size * 0.16, at.y - size * 0.5, size * 0.32, size * 1.5}, color);
        for (const double side : {-1.0, 1.0})
            canvas.line({at.x, at.y - size * 0.4}, {at.x + side * size * 0.6, at.y - size * 1.2},
                        {between(color, black, 0.15), size * 0.26});
        return;
    case ReceptorForm::Channel:
        for (const double side : {-1.0, 1.0})
            canvas.polygon(ellipse({at.x + side * size * 0.4, at.y}, size * 0.3, size * 0.95), color);
    }
}

void drawHelix(Canvas& canvas, const Rect& rect, Color first, Color second, double width)
{
    std::vector<Point> strand;
    std::vector<Point> other;
    constexpr int steps = 40;
    for (int i = 0; i <= steps; ++i) {
        const double x = rect.x + rect.width * i / steps;
        const double swing = rect.height / 2 * std::sin(i * 0.63);
        strand.push_back({x, rect.center().y + swing});
        other.push_back({x, rect.center().y - swing});
        if (i % 2 == 1)
            canvas.line(strand.back(), other.back(), {second.lighter(0.4), width * 0.5});
    }
    canvas.polyline(strand, {first, width});
    canvas.polyline(other, {second, width});
}

void drawMitochondrion(Canvas& canvas, const Rect& rect, Color fill, const Pen& line)
{
    canvas.fillRounded(rect, fill, rect.height / 2);
    canvas.outline(rect, line, rect.height / 2);
    std::vector<Point> folds;
    constexpr int count = 7;
    for (int i = 0; i <= count; ++i)
        folds.push_back({rect.x + rect.width * (0.12 + 0.76 * i / count),
                         rect.center().y + (i % 2 == 0 ? 0.33 : -0.33) * rect.height});
    canvas.polyline(smoothed(folds), line);
}

void drawBall(Canvas& canvas, const Rect& rect, Color color)
{
    constexpr int rings = 6;
    for (int i = 0; i < rings; ++i) {
        const double share = static_cast<double>(i) / rings;
        const Point middle{rect.center().x - rect.width * 0.1 * share, rect.center().y - rect.height * 0.12 * share};
        canvas.polygon(ellipse(middle, rect.width / 2 * (1 - share), rect.height / 2 * (1 - share)),
                       color.lighter(0.6 * share));
    }
}

void fillFading(Canvas& canvas, const Rect& rect, Color top, Color bottom)
{
    constexpr int bands = 24;
    for (int i = 0; i < bands; ++i) {
        const double from = std::round(rect.y + rect.height * i / bands);
        const double to = std::round(rect.y + rect.height * (i + 1) / bands);
        canvas.fill({rect.x, from, rect.width, to - from}, between(top, bottom, (i + 0.5) / bands));
    }
}

} // namespace biomedica::demo
