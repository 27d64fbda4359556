// What schemes and networks are made of: bent lines with arrows or bars, names that fit, free places.
//
// Thread contract: pure functions but for the state of canvas and random numbers.
#pragma once

#include "core/demo/drawing/panel.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::demo {

enum class Ending { None, Arrow, OpenArrow, Bar };

/// A curve between two points, its middle `bend` times its length beside the straight line.
std::vector<Point> bowed(Point from, Point to, double bend);
/// Along the grid: first down or up for `isDownFirst`, else first sideways.
std::vector<Point> elbow(Point from, Point to, bool isDownFirst);
/// The line without what lies within these many pixels of its ends; empty where nothing is left.
std::vector<Point> trimmed(std::span<const Point> line, double atStart, double atEnd);
/// The line with `ending` of `size` pixels at its last point; nothing for a line of fewer than two points.
void drawLink(Canvas& canvas, std::span<const Point> line, const Pen& pen, Ending ending, double size);

/// Centred, in smaller letters where it is wider than `width`.
void drawFitting(Canvas& canvas, std::string_view text, Point center, const Font& font, Color color, double width);
/// White on dark ground, else black.
Color inkOn(Color ground);

/// Different names of proteins, the subject's own first; at most 60.
std::vector<std::string> proteinNames(Random& random, const Subject& subject, int count);

/// Gives out rectangles that do not touch.
class FreePlaces {
public:
    explicit FreePlaces(const Rect& area) : m_area(area) {}

    void block(const Rect& rect) { m_taken.push_back(rect); }
    /// Nothing after forty misses.
    std::optional<Rect> find(Random& random, double width, double height, double gap);

private:
    Rect m_area;
    std::vector<Rect> m_taken;
};

} // namespace biomedica::demo
