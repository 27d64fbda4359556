#include "core/demo/drawing/canvas.h"

#include <algorithm>
#include <cairo.h>
#include <cmath>
#include <cstring>
#include <new>
#include <numbers>

namespace biomedica::demo {

namespace {

void require(cairo_status_t status)
{
    // Sizes are ours and small, so the only thing that fails here is memory.
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::bad_alloc();
}

void setColor(cairo_t* context, Color color)
{
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha);
}

void setFont(cairo_t* context, const Font& font)
{
    cairo_select_font_face(context, font.isSerif ? "DejaVu Serif" : "DejaVu Sans",
                           font.isItalic ? CAIRO_FONT_SLANT_ITALIC : CAIRO_FONT_SLANT_NORMAL,
                           font.isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_matrix_t matrix;
    cairo_matrix_init_scale(&matrix, font.size * font.stretch, font.size);
    cairo_set_font_matrix(context, &matrix);
}

constexpr double capitalHeight = 0.73; // of the em, in DejaVu
constexpr double descender = 0.24;

double baselineShift(Vertical vertical, double size)
{
    switch (vertical) {
    case Vertical::Top: return capitalHeight * size;
    case Vertical::Middle: return capitalHeight / 2 * size;
    case Vertical::Bottom: return -descender * size;
    case Vertical::Baseline: return 0;
    }
    return 0;
}

double leftShift(Horizontal horizontal, double width)
{
    switch (horizontal) {
    case Horizontal::Left: return 0;
    case Horizontal::Center: return -width / 2;
    case Horizontal::Right: return -width;
    }
    return 0;
}

} // namespace

std::vector<Point> ellipse(Point center, double radiusX, double radiusY, double degrees)
{
    std::vector<Point> points = arc({0, 0}, radiusX, radiusY, 0, 360);
    points.pop_back();
    const double cosine = std::cos(degrees * std::numbers::pi / 180);
    const double sine = std::sin(degrees * std::numbers::pi / 180);
    for (Point& point : points)
        point = {center.x + point.x * cosine - point.y * sine, center.y + point.x * sine + point.y * cosine};
    return points;
}

std::vector<Point> arc(Point center, double radiusX, double radiusY, double fromDegrees, double toDegrees)
{
    // Pieces of about 4 pixels are as round as antialiasing shows.
    const double length = std::max(radiusX, radiusY) * std::abs(toDegrees - fromDegrees) * std::numbers::pi / 180;
    const int pieces = std::clamp(static_cast<int>(length / 4), 12, 240);
    std::vector<Point> points;
    for (int i = 0; i <= pieces; ++i) {
        const double angle = (fromDegrees + (toDegrees - fromDegrees) * i / pieces) * std::numbers::pi / 180;
        points.push_back({center.x + radiusX * std::cos(angle), center.y + radiusY * std::sin(angle)});
    }
    return points;
}

std::vector<Point> smoothed(std::span<const Point> points, bool isClosed)
{
    constexpr int steps = 8;
    const auto count = static_cast<int>(points.size());
    const auto at = [&](int i) {
        return points[static_cast<std::size_t>(isClosed ? (i + count) % count : std::clamp(i, 0, count - 1))];
    };
    const auto between = [](double before, double from, double to, double after, double t) {
        return from
               + 0.5 * t
                     * (to - before
                        + t * (2 * before - 5 * from + 4 * to - after + t * (3 * (from - to) + after - before)));
    };
    std::vector<Point> line;
    for (int i = 0; i + (isClosed ? 0 : 1) < count; ++i)
        for (int step = 0; step < steps; ++step) {
            const double t = static_cast<double>(step) / steps;
            line.push_back({between(at(i - 1).x, at(i).x, at(i + 1).x, at(i + 2).x, t),
                            between(at(i - 1).y, at(i).y, at(i + 1).y, at(i + 2).y, t)});
        }
    if (!isClosed)
        line.push_back(points.back());
    return line;
}

struct Canvas::Surface {
    cairo_surface_t* image;
    cairo_t* context;

    Surface(int width, int height)
        : image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)), context(cairo_create(image))
    {
        require(cairo_surface_status(image));
        require(cairo_status(context));
        // Hinting follows the machine's settings unless told; grey antialiasing is what journals print.
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_set_font_options(context, options);
        cairo_font_options_destroy(options);
    }
    ~Surface()
    {
        cairo_destroy(context);
        cairo_surface_destroy(image);
    }
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;
};

Canvas::Canvas(int width, int height, Color background)
    : m_width(width), m_height(height), m_surface(std::make_unique<Surface>(width, height))
{
    setColor(m_surface->context, background);
    cairo_paint(m_surface->context);
}

Canvas::~Canvas() = default;
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;

void Canvas::stroke(const Pen& pen)
{
    cairo_t* context = m_surface->context;
    setColor(context, pen.color);
    cairo_set_line_width(context, pen.width);
    cairo_set_dash(context, pen.dashes.data(), static_cast<int>(pen.dashes.size()), 0);
    cairo_stroke(context);
}

void Canvas::trace(std::span<const Point> points)
{
    cairo_new_path(m_surface->context);
    for (const Point& point : points)
        cairo_line_to(m_surface->context, point.x, point.y);
}

void Canvas::traceRounded(const Rect& rect, double radius)
{
    cairo_t* context = m_surface->context;
    if (radius <= 0) {
        cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height);
        return;
    }
    constexpr double right = std::numbers::pi / 2;
    cairo_new_sub_path(context);
    cairo_arc(context, rect.right() - radius, rect.y + radius, radius, -right, 0);
    cairo_arc(context, rect.right() - radius, rect.bottom() - radius, radius, 0, right);
    cairo_arc(context, rect.x + radius, rect.bottom() - radius, radius, right, 2 * right);
    cairo_arc(context, rect.x + radius, rect.y + radius, radius, 2 * right, 3 * right);
    cairo_close_path(context);
}

void Canvas::line(Point from, Point to, const Pen& pen)
{
    polyline(std::vector{from, to}, pen);
}

void Canvas::polyline(std::span<const Point> points, const Pen& pen)
{
    trace(points);
    cairo_set_line_join(m_surface->context, CAIRO_LINE_JOIN_ROUND);
    stroke(pen);
    cairo_set_line_join(m_surface->context, CAIRO_LINE_JOIN_MITER);
}

void Canvas::polygon(std::span<const Point> points, Color fill)
{
    trace(points);
    cairo_close_path(m_surface->context);
    setColor(m_surface->context, fill);
    cairo_fill(m_surface->context);
}

void Canvas::outline(std::span<const Point> points, const Pen& pen)
{
    trace(points);
    cairo_close_path(m_surface->context);
    cairo_set_line_join(m_surface->context, CAIRO_LINE_JOIN_ROUND);
    stroke(pen);
    cairo_set_line_join(m_surface->context, CAIRO_LINE_JOIN_MITER);
}

void Canvas::fill(const Rect& rect, Color color)
{
    fillRounded(rect, color, 0);
}

void Canvas::fillRounded(const Rect& rect, Color color, double radius)
{
    traceRounded(rect, radius);
    setColor(m_surface->context, color);
    cairo_fill(m_surface->context);
}

void Canvas::outline(const Rect& rect, const Pen& pen, double radius)
{
    traceRounded(rect, radius);
    stroke(pen);
}

void Canvas::disc(Point center, double radius, Color fill)
{
    cairo_new_path(m_surface->context);
    cairo_arc(m_surface->context, center.x, center.y, radius, 0, 2 * std::numbers::pi);
    setColor(m_surface->context, fill);
    cairo_fill(m_surface->context);
}

void Canvas::circle(Point center, double radius, const Pen& pen)
{
    cairo_new_path(m_surface->context);
    cairo_arc(m_surface->context, center.x, center.y, radius, 0, 2 * std::numbers::pi);
    stroke(pen);
}

void Canvas::arrowHead(Point from, Point to, double size, Color color)
{
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const Point along{(to.x - from.x) / length * size, (to.y - from.y) / length * size};
    const Point base{to.x - along.x, to.y - along.y};
    polygon(std::vector<Point>{to,
                               {base.x - along.y * 0.45, base.y + along.x * 0.45},
                               {base.x + along.y * 0.45, base.y - along.x * 0.45}},
            color);
}

void Canvas::arrow(Point from, Point to, const Pen& pen, double head)
{
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    // The line ends within the head, whose tip it would blunt.
    const double share = std::max(0.0, 1 - head * 0.8 / length);
    line(from, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share}, pen);
    arrowHead(from, to, head, pen.color);
}

void Canvas::text(std::string_view text, Point where, const Font& font, Color color, Anchor anchor)
{
    cairo_t* context = m_surface->context;
    const double width = anchor.horizontal == Horizontal::Left ? 0 : textWidth(text, font);
    setFont(context, font);
    setColor(context, color);
    cairo_save(context);
    cairo_translate(context, where.x, where.y);
    cairo_rotate(context, -anchor.degrees * std::numbers::pi / 180);
    cairo_move_to(context, leftShift(anchor.horizontal, width), baselineShift(anchor.vertical, font.size));
    cairo_show_text(context, std::string(text).c_str());
    cairo_restore(context);
}

double Canvas::textWidth(std::string_view text, const Font& font)
{
    setFont(m_surface->context, font);
    cairo_text_extents_t extents;
    cairo_text_extents(m_surface->context, std::string(text).c_str(), &extents);
    return extents.x_advance;
}

double Canvas::widest(std::span<const std::string> texts, const Font& font)
{
    double width = 0;
    for (const std::string& text : texts)
        width = std::max(width, textWidth(text, font));
    return width;
}

void Canvas::paint(const image::Pixels& pixels, Point where)
{
    cairo_surface_t* picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels.width, pixels.height);
    require(cairo_surface_status(picture));
    unsigned char* target = cairo_image_surface_get_data(picture);
    const int stride = cairo_image_surface_get_stride(picture);
    for (int y = 0; y < pixels.height; ++y) {
        const std::uint8_t* from = pixels.row(y);
        unsigned char* to = target + static_cast<std::ptrdiff_t>(y) * stride;
        for (int x = 0; x < pixels.width; ++x) {
            const std::uint32_t value = static_cast<std::uint32_t>(from[4 * x]) << 16
                                        | static_cast<std::uint32_t>(from[4 * x + 1]) << 8 | from[4 * x + 2];
            std::memcpy(to + 4 * x, &value, sizeof value);
        }
    }
    cairo_surface_mark_dirty(picture);
    cairo_set_source_surface(m_surface->context, picture, std::round(where.x), std::round(where.y));
    cairo_paint(m_surface->context);
    cairo_surface_destroy(picture);
}

Canvas::Clip::Clip(Canvas& canvas, const Rect& rect) : m_canvas(canvas)
{
    cairo_t* context = canvas.m_surface->context;
    cairo_save(context);
    cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height);
    cairo_clip(context);
}

Canvas::Clip::~Clip()
{
    cairo_restore(m_canvas.m_surface->context);
}

image::Pixels Canvas::pixels() const
{
    image::Pixels pixels(m_width, m_height);
    cairo_surface_flush(m_surface->image);
    const unsigned char* data = cairo_image_surface_get_data(m_surface->image);
    const int stride = cairo_image_surface_get_stride(m_surface->image);
    for (int y = 0; y < m_height; ++y) {
        const unsigned char* from = data + static_cast<std::ptrdiff_t>(y) * stride;
        std::uint8_t* to = pixels.row(y);
        for (int x = 0; x < m_width; ++x) {
            std::uint32_t value = 0;
            std::memcpy(&value, from + 4 * x, sizeof value);
            to[4 * x] = static_cast<std::uint8_t>(value >> 16);
            to[4 * x + 1] = static_cast<std::uint8_t>(value >> 8);
            to[4 * x + 2] = static_cast<std::uint8_t>(value);
            to[4 * x + 3] = 255;
        }
    }
    return pixels;
}

} // namespace biomedica::demo
