#include "core/demo/images/positrons.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

void paintUptake(image::Pixels& pixels, const Scan& scan, const std::optional<Point>& finding, Random& random)
{
    Plane heat(pixels.width, pixels.height);
    const auto add = [&](Point at, double size, double peak) {
        const Point place = scan.at(at.x, at.y);
        heat.addSpot(place.x, place.y, std::max(1.0, size * scan.unit()), peak);
    };
    for (int i = 0; i < 9; ++i)
        add({random.real(-0.6, 0.6), random.real(-0.35, 0.35)}, random.real(0.08, 0.25), random.real(0.03, 0.25));
    for (int i = 0; i < 4 && finding; ++i)
        add({finding->x + random.normal(0, 0.04), finding->y + random.normal(0, 0.04)}, random.real(0.08, 0.13), 0.45);
    paintHeat(pixels, heat, {.from = 0.15F, .first = 0.2F, .opacity = 0.75F, .fade = 0.3F});
}

namespace {

/// Seen from the front for a turn of 0; what is off the axis moves with the turn.
void drawBody(Scan& scan, double turn, const std::vector<Point>& lesions)
{
    const double narrow = 0.6 + 0.4 * std::abs(std::cos(turn));
    const auto oval = [&](double x, double y, double radiusX, double radiusY, double level, double degrees = 0) {
        scan.oval(x * std::cos(turn), y, radiusX * narrow, radiusY, grey(level, 0.85), degrees);
    };
    scan.canvas().polygon(smoothed(scan.at({{-0.2 * narrow, -1.75},
                                            {0.2 * narrow, -1.75},
                                            {0.22 * narrow, -1.45},
                                            {0.66 * narrow, -1.2},
                                            {0.6 * narrow, -0.4},
                                            {0.62 * narrow, 0.6},
                                            {0.5 * narrow, 2.2},
                                            {-0.5 * narrow, 2.2},
                                            {-0.62 * narrow, 0.6},
                                            {-0.6 * narrow, -0.4},
                                            {-0.66 * narrow, -1.2},
                                            {-0.22 * narrow, -1.45}}),
                                   true),
                          grey(0.13));
    oval(0, -1.62, 0.19, 0.2, 0.9);
    oval(-0.28, -1.0, 0.22, 0.42, 0.07);
    oval(0.28, -1.0, 0.22, 0.42, 0.07);
    oval(0.12, -0.75, 0.17, 0.17, 0.55, 30);
    oval(-0.22, -0.3, 0.32, 0.22, 0.34, -15); // liver
    oval(0.38, -0.32, 0.12, 0.17, 0.28);
    oval(-0.28, 0.05, 0.1, 0.16, 0.6);
    oval(0.28, 0.05, 0.1, 0.16, 0.6);
    for (int i = 0; i < 9; ++i)
        oval(scan.random().real(-0.35, 0.35), scan.random().real(0.15, 0.65), 0.08, 0.05, 0.26, 30.0 * i);
    oval(0, 0.95, 0.14, 0.12, 0.97); // bladder
    for (const Point& lesion : lesions)
        oval(lesion.x, lesion.y, 0.055, 0.06, 0.97);
}

image::Pixels projection(const Rect& rect, std::uint64_t patient, double turn, const std::vector<Point>& lesions,
                         bool isHot, Random& random)
{
    Random ofPatient(patient);
    Scan scan(ofPatient, static_cast<int>(rect.width), static_cast<int>(rect.height), 0.02);
    scan.place(std::min(1.35, rect.height / rect.width * 0.54), 0, {0, 0});
    drawBody(scan, turn, lesions);
    Plane plane = planeOf(scan.canvas().pixels());
    plane.blur(std::max(1, static_cast<int>(scan.unit() * 0.022)));
    plane.addPhotonNoise(random, 250, 0.01);
    if (!isHot) { // dark on white, as it is mostly read
        for (float& value : plane.values)
            value = 1 - 1.15F * value;
        return greyPixels(plane);
    }
    image::Pixels pixels = greyPixels(Plane(plane.width, plane.height));
    paintHeat(pixels, plane, {.from = 0.06F});
    return pixels;
}

} // namespace

PanelText drawProjections(Brush& brush)
{
    Random& random = brush.random;
    const Rect area = wholePixels(brush.area);
    const auto places = placesOf(pickGrid(random, area, 2.1, 6), area, random.integer(0, 3));
    const bool isHot = random.chance(0.3);
    const std::uint64_t patient = random.next();
    std::vector<Point> lesions;
    for (int i = random.integer(0, 7); i > 0; --i)
        lesions.push_back({random.real(-0.45, 0.45), random.real(-1.3, 1.1)});
    for (std::size_t i = 0; i < places.size(); ++i)
        brush.canvas.paint(projection(places[i], patient, 0.5 * static_cast<double>(i), lesions, isHot, random),
                           {places[i].x, places[i].y});
    PanelText text;
    text.topic = "whole-body FDG PET of a patient with " + brush.subject.disease;
    text.details = {lesions.empty() ? std::string("Uptake is physiological.")
                                    : "Maximum intensity projections show lesions with increased uptake."};
    if (places.size() > 1)
        text.details.emplace_back("The body is seen from " + std::to_string(places.size()) + " sides.");
    text.shown = {"whole-body", "PET"};
    return text;
}

} // namespace biomedica::demo
