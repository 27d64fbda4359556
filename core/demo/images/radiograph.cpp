#include "core/demo/drawing/plane.h"
#include "core/demo/images/images.h"
#include "core/demo/images/scalebar.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

Color ray(double alpha)
{
    return white.withAlpha(alpha);
}

/// A film whose coordinates run from 0 to 1 across both sides of the picture.
class Film {
public:
    Film(int width, int height, double ground) : m_canvas(width, height, {ground, ground, ground}) {}

    Point at(double x, double y) const { return {x * m_canvas.width(), y * m_canvas.height()}; }
    double side() const { return std::min(m_canvas.width(), m_canvas.height()); }
    Canvas& canvas() { return m_canvas; }

    std::vector<Point> curve(const std::vector<Point>& points, bool isClosed)
    {
        std::vector<Point> placed;
        for (const Point& point : points)
            placed.push_back(at(point.x, point.y));
        return smoothed(placed, isClosed);
    }
    void body(const std::vector<Point>& points, Color color) { m_canvas.polygon(curve(points, true), color); }
    void strand(const std::vector<Point>& points, Color color, double width)
    {
        m_canvas.polyline(curve(points, false), {color, width * side()});
    }
    /// Dense at the rim, as the cortex of bone is.
    void bone(const std::vector<Point>& points, double density)
    {
        const auto outline = curve(points, true);
        m_canvas.polygon(outline, ray(density));
        m_canvas.outline(outline, {ray(density * 0.9), side() * 0.022});
        m_canvas.outline(outline, {ray(density * 0.8), side() * 0.009});
    }

private:
    Canvas m_canvas;
};

std::vector<Point> mirrored(std::vector<Point> points)
{
    for (Point& point : points)
        point.x = 1 - point.x;
    return points;
}

void addRibs(Film& film, Random& random)
{
    const double drop = random.real(0.1, 0.15);
    for (int i = 0; i < 9; ++i) {
        const double top = 0.14 + 0.075 * i;
        const double reach = 0.16 + 0.2 * std::sqrt(std::min(1.0, i / 5.0));
        // Behind: from the spine outwards; before: from the side inwards and down.
        const std::vector<Point> back = {{0.47, top},
                                         {0.5 - reach * 0.5, top - 0.025},
                                         {0.5 - reach * 0.93, top + drop * 0.45},
                                         {0.5 - reach * 1.02, top + drop}};
        const std::vector<Point> front = {{0.5 - reach * 1.02, top + drop},
                                          {0.5 - reach * 0.8, top + drop * 1.7},
                                          {0.5 - reach * 0.5, top + drop * 2}};
        for (const auto& rib : {back, mirrored(back)}) {
            film.strand(rib, ray(0.1), 0.034);
            film.strand(rib, ray(0.06), 0.042);
        }
        for (const auto& rib : {front, mirrored(front)})
            film.strand(rib, ray(0.055), 0.034);
    }
}

/// Chest, from the front. Returns where a finding would be.
Point drawChest(Film& film, Random& random, bool hasFinding)
{
    film.body({{0.5, -0.1},
               {0.66, 0.02},
               {0.86, 0.12},
               {0.98, 0.3},
               {0.93, 0.7},
               {0.95, 1.1},
               {0.5, 1.1},
               {0.05, 1.1},
               {0.07, 0.7},
               {0.02, 0.3},
               {0.14, 0.12},
               {0.34, 0.02}},
              ray(0.52));
    const double base = random.real(0.76, 0.83);
    const std::vector<Point> lung = {{0.4, 0.11},         {0.31, 0.14},        {0.2, 0.3},          {0.145, 0.55},
                                     {0.14, base + 0.05}, {0.25, base - 0.04}, {0.36, base - 0.02}, {0.43, base - 0.1},
                                     {0.45, 0.5},         {0.455, 0.25}};
    for (const auto& each : {lung, mirrored(lung)})
        film.body(each, Color{0.03, 0.03, 0.03, 0.8});
    for (int i = 0; i < 26; ++i) { // vessels fan out from the hila
        const double side = i % 2 == 0 ? 1 : -1;
        const double angle = random.real(-1.2, 1.2);
        const double length = random.real(0.09, 0.2);
        const Point hilum{0.5 - side * 0.085, 0.47};
        film.strand({hilum,
                     {hilum.x - side * length * 0.5 * std::cos(angle), hilum.y + length * 0.55 * std::sin(angle)},
                     {hilum.x - side * length * std::cos(angle), hilum.y + length * 1.2 * std::sin(angle)}},
                    ray(0.09), random.real(0.006, 0.016));
    }
    const double heart = random.real(0.15, 0.23);
    film.body({{0.46, 0.3},
               {0.455, 0.5},
               {0.43, base - 0.04},
               {0.5, base + 0.03},
               {0.5 + heart, base - 0.01},
               {0.5 + heart * 0.93, base - 0.15},
               {0.57, 0.45},
               {0.555, 0.36},
               {0.56, 0.28},
               {0.53, 0.24}},
              ray(0.42));
    film.body({{0.465, -0.05}, {0.462, 0.5}, {0.46, 1.05}, {0.54, 1.05}, {0.538, 0.5}, {0.535, -0.05}}, ray(0.28));
    for (int i = 0; i < 13; ++i)
        film.strand({{0.468, 0.03 + 0.078 * i}, {0.5, 0.035 + 0.078 * i}, {0.532, 0.03 + 0.078 * i}}, ray(0.13), 0.012);
    film.body({{0.485, 0}, {0.486, 0.2}, {0.488, 0.36}, {0.512, 0.36}, {0.511, 0.2}, {0.513, 0}}, Color{0, 0, 0, 0.22});
    addRibs(film, random);
    const std::vector<Point> clavicle = {{0.465, 0.155}, {0.38, 0.13}, {0.27, 0.115}, {0.15, 0.07}};
    for (const auto& each : {clavicle, mirrored(clavicle)})
        film.strand(each, ray(0.25), 0.03);
    const Point finding{random.chance(0.5) ? random.real(0.23, 0.33) : random.real(0.68, 0.78), random.real(0.3, 0.62)};
    for (int i = 0; i < 22 && hasFinding; ++i)
        film.canvas().disc(film.at(finding.x + random.normal(0, 0.025), finding.y + random.normal(0, 0.03)),
                           film.side() * random.real(0.02, 0.05), ray(0.075));
    return finding;
}

/// A knee from the front: femur, tibia, fibula, patella.
Point drawKnee(Film& film, Random& random, bool hasFinding)
{
    film.body({{0.2, -0.1},
               {0.16, 0.3},
               {0.2, 0.5},
               {0.22, 0.7},
               {0.27, 1.1},
               {0.75, 1.1},
               {0.8, 0.7},
               {0.82, 0.5},
               {0.85, 0.3},
               {0.8, -0.1}},
              ray(0.24));
    const double joint = random.real(0.47, 0.53);
    film.bone({{0.41, -0.1},
               {0.41, 0.12},
               {0.385, joint - 0.22},
               {0.285, joint - 0.1},
               {0.29, joint - 0.025},
               {0.39, joint - 0.005},
               {0.48, joint - 0.035},
               {0.52, joint - 0.035},
               {0.62, joint - 0.005},
               {0.715, joint - 0.03},
               {0.72, joint - 0.1},
               {0.62, joint - 0.22},
               {0.59, 0.12},
               {0.59, -0.1}},
              0.33);
    film.bone({{0.285, joint + 0.03},
               {0.39, joint + 0.03},
               {0.5, joint + 0.015},
               {0.61, joint + 0.03},
               {0.715, joint + 0.03},
               {0.7, joint + 0.1},
               {0.6, joint + 0.22},
               {0.57, 1.1},
               {0.43, 1.1},
               {0.41, joint + 0.22},
               {0.3, joint + 0.1}},
              0.31);
    film.bone({{0.715, joint + 0.11},
               {0.77, joint + 0.09},
               {0.785, joint + 0.14},
               {0.745, joint + 0.25},
               {0.72, 1.1},
               {0.675, 1.1},
               {0.69, joint + 0.25},
               {0.7, joint + 0.15}},
              0.24);
    film.body({{0.42, joint - 0.19},
               {0.5, joint - 0.22},
               {0.58, joint - 0.19},
               {0.59, joint - 0.11},
               {0.5, joint - 0.05},
               {0.41, joint - 0.11}},
              ray(0.14));
    const Point finding{0.46, joint + 0.3};
    if (hasFinding) // a fracture line of the tibia
        film.strand({{0.42, finding.y - 0.01}, {0.47, finding.y + 0.025}, {0.5, finding.y}, {0.58, finding.y + 0.04}},
                    Color{0, 0, 0, 0.5}, 0.008);
    return finding;
}

image::Pixels expose(Film& film, Random& random)
{
    Plane plane = planeOf(film.canvas().pixels());
    plane.blur(std::max(1, static_cast<int>(film.side() * 0.006)));
    const Texture texture(random, 2);
    const double gamma = random.real(0.85, 1.25);
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            const float value = plane.row(y)[x] * (1 + 0.035F * texture.cloud(x, y, 3));
            plane.row(y)[x] = std::pow(std::max(0.0F, value), static_cast<float>(gamma));
        }
    plane.addPhotonNoise(random, random.real(400, 2500), 0.008);
    return greyPixels(plane);
}

/// The lead letter in an upper corner, if any.
void drawSide(Brush& brush, const Rect& rect, const std::string& side)
{
    const Font font{std::clamp(rect.height * 0.05, 10.0, 26.0), true};
    const double x = side == "R" ? rect.x + font.size * 0.6 : rect.right() - font.size * 1.3;
    brush.canvas.text(side, {x, rect.y + font.size * 0.6}, font, rgb(0xf0f0f0), {Horizontal::Left, Vertical::Top});
}

} // namespace

PanelText drawRadiograph(Brush& brush)
{
    Random& random = brush.random;
    const bool isChest = random.chance(0.65) || (brush.isBare && brush.area.width > brush.area.height * 0.9);
    const bool hasFinding = random.chance(0.6);
    // Broader than this, bodies would look squashed.
    const double width = std::min(brush.area.width, brush.area.height * (isChest ? 1.12 : 0.9));
    const double height = std::min(brush.area.height, width * 1.35);
    const Rect rect = Rect{brush.area.center().x - width / 2, brush.area.y, width, height}.snapped();
    Film film(static_cast<int>(rect.width), static_cast<int>(rect.height), random.real(0.01, 0.06));
    const Point finding = isChest ? drawChest(film, random, hasFinding) : drawKnee(film, random, hasFinding);
    brush.canvas.paint(expose(film, random), {rect.x, rect.y});
    const std::string side = brush.isBare ? "" : random.chance(0.5) ? "R" : "L";
    drawSide(brush, rect, side);
    const bool hasArrow = !brush.isBare && hasFinding && random.chance(0.8);
    if (hasArrow)
        drawPointer(brush, {rect.x + finding.x * rect.width, rect.y + finding.y * rect.height}, rect.width * 0.09,
                    white);

    PanelText text;
    const std::string part = isChest ? "chest" : "knee";
    text.topic = (isChest ? "posteroanterior radiograph of the " : "anteroposterior radiograph of the ") + part
                 + " of a patient aged " + std::to_string(random.integer(19, 84)) + " years";
    const std::string found = isChest ? "an opacity" : "a fracture line of the tibia";
    text.details = {hasFinding ? "The film shows " + found + (hasArrow ? " (arrow)." : ".")
                               : std::string("No abnormality is seen.")};
    if (!side.empty())
        text.details.push_back(side + ", " + (side == "R" ? "right" : "left") + " side.");
    text.shown = {"radiograph", part};
    return text;
}

} // namespace biomedica::demo
