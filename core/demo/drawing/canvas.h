// A surface for lines, shapes and text. Cairo is known to this file pair only.
//
// Coordinates are pixels from the top left corner; colours are 0 to 1.
//
// Thread contract: one canvas belongs to one thread; different canvases may be drawn at once.
#pragma once

#include "core/image/pixels.h"

#include <cmath>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::demo {

struct Color {
    double red = 0;
    double green = 0;
    double blue = 0;
    double alpha = 1;

    constexpr Color withAlpha(double other) const { return {red, green, blue, other}; }
    /// Towards white for share 1, unchanged for 0.
    constexpr Color lighter(double share) const
    {
        return {red + (1 - red) * share, green + (1 - green) * share, blue + (1 - blue) * share, alpha};
    }
    constexpr double luminance() const { return 0.3 * red + 0.59 * green + 0.11 * blue; }
};

constexpr Color rgb(unsigned hex)
{
    return {(hex >> 16 & 0xff) / 255.0, (hex >> 8 & 0xff) / 255.0, (hex & 0xff) / 255.0, 1};
}

/// `from` for share 0, `to` for 1.
constexpr Color between(Color from, Color to, double share)
{
    return {from.red + (to.red - from.red) * share, from.green + (to.green - from.green) * share,
            from.blue + (to.blue - from.blue) * share, from.alpha + (to.alpha - from.alpha) * share};
}

inline constexpr Color black{0, 0, 0};
inline constexpr Color white{1, 1, 1};

struct Point {
    double x = 0;
    double y = 0;
};

struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    Point center() const { return {x + width / 2, y + height / 2}; }
    /// The whole pixels within.
    Rect snapped() const
    {
        const double left = std::ceil(x);
        const double top = std::ceil(y);
        return {left, top, std::floor(right()) - left, std::floor(bottom()) - top};
    }
    Rect inset(double by) const { return inset(by, by, by, by); }
    Rect inset(double left, double top, double rightSide, double bottomSide) const
    {
        return {x + left, y + top, width - left - rightSide, height - top - bottomSide};
    }
};

struct Font {
    double size = 12; ///< em in pixels
    bool isBold = false;
    bool isItalic = false;
    bool isSerif = false;
    double stretch = 1; ///< width of the letters; below 1 condensed

    Font bold() const { return {size, true, isItalic, isSerif, stretch}; }
    Font italic() const { return {size, isBold, true, isSerif, stretch}; }
    Font upright() const { return {size, isBold, false, isSerif, stretch}; }
    Font scaled(double factor) const { return {size * factor, isBold, isItalic, isSerif, stretch}; }
};

enum class Horizontal { Left, Center, Right };
enum class Vertical { Top, Middle, Bottom, Baseline };

struct Anchor {
    Horizontal horizontal = Horizontal::Left;
    Vertical vertical = Vertical::Baseline;
    double degrees = 0; ///< turned counter-clockwise around the anchored point
};

struct Pen {
    Color color = black;
    double width = 1;
    std::vector<double> dashes = {};
};

/// The outline of an ellipse, its first radius turned clockwise by `degrees`.
std::vector<Point> ellipse(Point center, double radiusX, double radiusY, double degrees = 0);
/// From one angle to another, clockwise from the right, both ends included.
std::vector<Point> arc(Point center, double radiusX, double radiusY, double fromDegrees, double toDegrees);
/// A smooth line through the points (Catmull-Rom); closed: on to the first one.
std::vector<Point> smoothed(std::span<const Point> points, bool isClosed = false);

class Canvas {
public:
    Canvas(int width, int height, Color background);
    ~Canvas();
    Canvas(Canvas&&) noexcept;
    Canvas& operator=(Canvas&&) noexcept;

    int width() const { return m_width; }
    int height() const { return m_height; }
    Rect area() const { return {0, 0, static_cast<double>(m_width), static_cast<double>(m_height)}; }

    void line(Point from, Point to, const Pen& pen);
    void polyline(std::span<const Point> points, const Pen& pen);
    void polygon(std::span<const Point> points, Color fill);
    void outline(std::span<const Point> points, const Pen& pen);
    void fill(const Rect& rect, Color color);
    /// Corners rounded by `radius` pixels.
    void outline(const Rect& rect, const Pen& pen, double radius = 0);
    void fillRounded(const Rect& rect, Color color, double radius);
    void disc(Point center, double radius, Color fill);
    void circle(Point center, double radius, const Pen& pen);
    /// A filled triangle with its tip at `to`, seen from `from`.
    void arrowHead(Point from, Point to, double size, Color color);
    /// A line with a head of this size at `to`.
    void arrow(Point from, Point to, const Pen& pen, double head);

    void text(std::string_view text, Point where, const Font& font, Color color, Anchor anchor = {});
    double textWidth(std::string_view text, const Font& font);
    double widest(std::span<const std::string> texts, const Font& font);
    /// From the top of a capital to the bottom of a descender, the same for every text.
    static double lineHeight(const Font& font) { return font.size * 1.25; }

    /// Opaque pixels, their top left corner at `where`.
    void paint(const image::Pixels& pixels, Point where);

    /// Until the clip goes out of scope, drawing stays inside `rect`.
    class Clip {
    public:
        Clip(Canvas& canvas, const Rect& rect);
        ~Clip();
        Clip(const Clip&) = delete;
        Clip& operator=(const Clip&) = delete;

    private:
        Canvas& m_canvas;
    };

    image::Pixels pixels() const;

private:
    struct Surface;

    void stroke(const Pen& pen);
    void trace(std::span<const Point> points);
    void traceRounded(const Rect& rect, double radius);

    int m_width;
    int m_height;
    std::unique_ptr<Surface> m_surface;
};

} // namespace biomedica::demo
