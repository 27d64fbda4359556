#include "core/demo/images/echoscreen.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

void drawDepthScale(Brush& brush, double x, double top, double pixelsPerCentimetre, double bottom)
{
    for (int tick = 0; top + tick * pixelsPerCentimetre <= bottom; ++tick) {
        const double y = top + tick * pixelsPerCentimetre;
        const double length = tick % 5 == 0 ? 7 : 4;
        brush.canvas.line({x - length, y}, {x, y}, {grey(0.8), 1});
    }
}

void drawGreyWedge(Brush& brush, const Rect& place, bool isColour)
{
    for (double y = 0; y < place.height; ++y) {
        const double share = y / place.height;
        const double off = std::abs(share - 0.5) * 2;
        const Color warm{0.3 + 0.7 * off, off * off, 0};
        const Color cold{0, off * off, 0.3 + 0.7 * off};
        brush.canvas.fill({place.x, place.y + y, place.width, 1}, !isColour     ? grey(1 - share)
                                                                  : share < 0.5 ? warm
                                                                                : cold);
    }
}

void drawCallipers(Brush& brush, Point from, Point to, Color color)
{
    brush.canvas.line(from, to, {color, 1, {1, 4}});
    const double arm = std::clamp(brush.area.width * 0.012, 3.0, 7.0);
    for (const Point& end : {from, to}) {
        brush.canvas.line({end.x - arm, end.y}, {end.x + arm, end.y}, {color, 1.4});
        brush.canvas.line({end.x, end.y - arm}, {end.x, end.y + arm}, {color, 1.4});
    }
}

namespace {

bool isFluid(float level)
{
    return level < 0.07F;
}

/// 1 where blood flows within the box.
Plane flowIn(const Plane& drawing, const Rect& box, Random& random)
{
    Plane flow(drawing.width, drawing.height);
    double share = 0;
    const auto inBox = [&](const auto& each) {
        for (int y = std::max(0, static_cast<int>(box.y)); y < std::min<double>(box.bottom(), drawing.height); ++y)
            for (int x = std::max(0, static_cast<int>(box.x)); x < std::min<double>(box.right(), drawing.width); ++x)
                each(x, y);
    };
    inBox([&](int x, int y) {
        flow.row(y)[x] = isFluid(drawing.row(y)[x]) ? 1.0F : 0.0F;
        share += flow.row(y)[x] / (box.width * box.height);
    });
    if (share > 0.08)
        return flow;
    Canvas threads(drawing.width, drawing.height, black);
    const Canvas::Clip clip(threads, box);
    for (int i = random.integer(3, 7); i > 0; --i) {
        const auto near = [&](const Point& place) {
            return Point{place.x + random.normal(0, box.width * 0.14), place.y + random.normal(0, box.height * 0.14)};
        };
        const Point start = near(box.center());
        const std::vector<Point> thread = {start, near(start), near(start)};
        threads.polyline(smoothed(thread), {white, box.width * random.real(0.02, 0.07)});
    }
    return planeOf(threads.pixels());
}

} // namespace

void paintFlow(image::Pixels& pixels, const Plane& drawing, const Rect& box, Random& random)
{
    Plane flow = flowIn(drawing, box, random);
    flow.blur(1);
    const Texture lumps(random, 6);
    const double grain = 60 / box.width;
    const auto turn = static_cast<float>(random.normal(0, 0.7)); // mostly one way, or both
    for (int y = 0; y < flow.height; ++y)
        for (int x = 0; x < flow.width; ++x) {
            std::uint8_t* pixel = pixels.row(y) + 4 * static_cast<std::ptrdiff_t>(x);
            const bool isScanned = pixel[0] > 0;
            if (flow.row(y)[x] < 0.4F || !isScanned)
                continue;
            const float speed = turn + 0.8F * lumps.cloud(x * grain, y * grain, 2);
            const float fast = std::min(1.0F, std::abs(speed) * 0.6F);
            const auto main = static_cast<std::uint8_t>(110 + 145 * fast);
            const auto mixed = static_cast<std::uint8_t>(230 * fast * fast);
            pixel[0] = speed > 0 ? main : 0;
            pixel[1] = mixed;
            pixel[2] = speed > 0 ? 0 : main;
        }
}

image::Pixels motionStrip(const Plane& drawing, const Beam& beam, int width, int height, Random& random)
{
    Plane strip(width, height);
    const Texture speckle(random, 1);
    const double beats = random.real(3, 6);
    const double swing = random.real(0.04, 0.12);
    for (int x = 0; x < width; ++x) {
        const double phase = x * beats / width;
        const double beat = std::pow(std::abs(std::sin(phase * std::numbers::pi)), 1.5) + 0.3 * std::sin(phase * 4);
        for (int y = 0; y < height; ++y) {
            const double depth = static_cast<double>(y) / height;
            const Point at =
                beam.pixelOf(0.58, std::clamp(depth + swing * beat * std::sin(depth * std::numbers::pi), 0.0, 1.0));
            const int column = std::clamp(static_cast<int>(at.x), 0, drawing.width - 1);
            const int row = std::clamp(static_cast<int>(at.y), 0, drawing.height - 1);
            strip.row(y)[x] = drawing.row(row)[column] * (0.9F + 0.2F * speckle.at(x * 0.4, y * 1.0));
        }
    }
    return greyPixels(strip);
}

image::Pixels spectrumStrip(int width, int height, Random& random)
{
    Plane strip(width, height);
    const Texture speckle(random, 1);
    const double beats = random.real(2.5, 6);
    const double base = random.real(0.6, 0.85); // where nothing flows
    const double peak = random.real(0.4, 0.52);
    const double between = random.real(0.02, 0.4); // of the peak, while the heart rests
    const double late = random.real(0, 0.4);
    for (int x = 0; x < width; ++x) {
        const double phase = x * beats / width - std::floor(x * beats / width);
        const double speed = peak
                             * (between * (1 - 0.4 * phase) + std::exp(-std::pow((phase - 0.18) / 0.09, 2))
                                + late * std::exp(-std::pow((phase - 0.5) / 0.1, 2)));
        for (int y = 0; y < height; ++y) {
            const double over = (base - static_cast<double>(y) / height) / std::max(0.02, speed);
            const float grain = std::max(0.0F, 0.6F + 0.35F * speckle.at(x, y));
            const bool isUnder = over > 0 && over < 1;
            strip.row(y)[x] = isUnder ? grain * static_cast<float>(0.25 + 0.75 * over * over) : 0.06F * grain;
        }
    }
    const int line = static_cast<int>(base * height);
    std::fill_n(strip.row(std::clamp(line, 0, height - 1)), width, 0.8F);
    return greyPixels(strip);
}

} // namespace biomedica::demo
