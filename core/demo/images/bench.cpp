#include "core/demo/images/grounds.h"
#include "core/demo/images/subjects.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

Outline boxOf(const Rect& rect)
{
    return {{rect.x, rect.y}, {rect.right(), rect.y}, {rect.right(), rect.bottom()}, {rect.x, rect.bottom()}};
}

/// A wall above, the bench below.
double layRoom(Photo& photo, Random& random, const Commission& commission)
{
    const double edge = commission.height * random.real(0.62, 0.78);
    const Color wall =
        varied(random, random.pick(std::array{rgb(0xd9dad6), rgb(0xb7c2c6), rgb(0xc9c1ae), rgb(0x6f7b80)}), 0.1);
    const Color bench =
        varied(random, random.pick(std::array{rgb(0xe6e6e2), rgb(0x3a3d40), rgb(0x8c9096), rgb(0xa8845c)}), 0.1);
    const double tile = random.chance(0.35) ? commission.side() * random.real(0.08, 0.15) : 0;
    photo.fill([&](int x, int y) {
        const double patch = 0.025 * static_cast<double>(photo.coarse().cloud(x * 0.1, y * 0.1, 4));
        if (y > edge)
            return dimmed(bench, 0.95 + patch + 0.2 * (y - edge) / commission.height - (y < edge + 4 ? 0.2 : 0));
        const bool isJoint = tile > 0 && (std::fmod(x, tile) < 1.5 || std::fmod(y, tile) < 1.5);
        return dimmed(wall, (0.85 + patch + 0.2 * y / commission.height) * (isJoint ? 0.85 : 1));
    });
    return edge;
}

void layScreen(Photo& photo, Random& random, const Rect& rect)
{
    const Color frame = random.chance(0.6) ? grey(0.1) : grey(0.75);
    photo.lay(boxOf(rect), {frame, frame, 0, 20, 0, 0.3, 0.4}, 4);
    const Rect glass = rect.inset(rect.width * 0.06);
    const Color ground = random.pick(std::array{rgb(0x1b3350), rgb(0xdfe8ee), rgb(0x0b0f12)});
    photo.draw([&](Canvas& canvas) {
        canvas.fill(glass, ground);
        const Canvas::Clip clip(canvas, glass);
        const Color ink = ground.luminance() > 0.5 ? rgb(0x2060b0) : random.chance(0.5) ? rgb(0x4fd070) : rgb(0xf0d050);
        for (int line = 0; line < 3; ++line) {
            std::vector<Point> wave;
            for (int i = 0; i <= 24; ++i)
                wave.push_back({glass.x + glass.width * i / 24,
                                glass.y + glass.height * (0.25 + 0.27 * line + random.normal(0, 0.05))});
            canvas.polyline(wave, {ink, std::max(1.0, glass.width * 0.01)});
        }
    });
}

/// A housing with panel, knobs, a slot or a display.
void layInstrument(Photo& photo, Random& random, const Rect& rect)
{
    const Color housing = varied(
        random, random.pick(std::array{rgb(0xe2e0d8), rgb(0xb8bec4), rgb(0x3f464d), rgb(0x5a7fa8), rgb(0xd8d4c0)}),
        0.08);
    const double depth = rect.width * random.real(0.05, 0.16);
    photo.lay(Outline{{rect.x, rect.y},
                      {rect.x + depth, rect.y - depth * 0.6},
                      {rect.right() + depth, rect.y - depth * 0.6},
                      {rect.right() + depth, rect.bottom() - depth * 0.6},
                      {rect.right(), rect.bottom()},
                      {rect.x, rect.bottom()}},
              {dimmed(housing, 0.8), dimmed(housing, 0.75), 0.5, 40, 0, 0.1, 0.5}, rect.width * 0.04);
    photo.lay(boxOf(rect), {housing, dimmed(housing, 0.93), 0.5, 40, 0, 0.1, 0}, 3);
    const Rect face = rect.inset(rect.width * 0.1, rect.height * 0.1, rect.width * 0.1, rect.height * 0.12);
    const double side = std::min(face.width, face.height);
    if (random.chance(0.6))
        layScreen(photo, random,
                  {face.x, face.y, face.width * random.real(0.4, 0.7), face.height * random.real(0.35, 0.55)});
    photo.draw([&](Canvas& canvas) {
        for (int i = 0; i < random.integer(2, 7); ++i) {
            const Point at{face.x + side * 0.1 + face.width * 0.13 * i, face.bottom() - side * 0.08};
            canvas.disc(at, side * 0.06, grey(0.15));
            canvas.disc({at.x - side * 0.012, at.y - side * 0.012}, side * 0.045,
                        random.pick(std::array{grey(0.35), rgb(0xb02a22), rgb(0x2a8a3c), grey(0.8)}));
        }
        if (random.chance(0.5))
            canvas.fill({face.x, face.y + face.height * 0.66, face.width * random.real(0.4, 0.9),
                         std::max(2.0, face.height * 0.05)},
                        grey(0.1));
    });
}

/// Glass with liquid in it, standing on `foot`.
void drawVessel(Canvas& canvas, Random& random, Point foot, double width, double height)
{
    const Color liquid = varied(random,
                                random.pick(std::array{rgb(0xd8a038), rgb(0xc23a4a), rgb(0x3f7fc0), rgb(0xe9e2c4),
                                                       rgb(0x6aa84f), rgb(0x8a4a9a)}),
                                0.15);
    const double level = height * random.real(0.3, 0.8);
    const bool isFlask = random.chance(0.35);
    const auto half = [&](double up) { return isFlask ? width * (up > 0.6 ? 0.16 : 0.5 - 0.55 * up) : width * 0.5; };
    const auto shape = [&](double to) {
        Outline outline;
        for (double up = 0; up <= to + 0.001; up += 0.1)
            outline.push_back({foot.x + half(up), foot.y - up * height});
        for (double up = to; up >= -0.001; up -= 0.1)
            outline.push_back({foot.x - half(up), foot.y - up * height});
        return outline;
    };
    canvas.polygon(shape(1), rgb(0xdfe8ea).withAlpha(0.45));
    canvas.polygon(shape(level / height), liquid.withAlpha(0.85));
    canvas.outline(shape(1), {rgb(0x70808a).withAlpha(0.8), std::max(1.0, width * 0.03)});
    canvas.line({foot.x - half(0.2) * 0.6, foot.y - height * 0.15}, {foot.x - half(0.55) * 0.6, foot.y - height * 0.55},
                {white.withAlpha(0.8), std::max(1.0, width * 0.06)});
    if (random.chance(0.5))
        canvas.fill({foot.x - width * (isFlask ? 0.2 : 0.53), foot.y - height * 1.12, width * (isFlask ? 0.4 : 1.06),
                     height * 0.14},
                    random.pick(std::array{rgb(0x2a5fa8), rgb(0xb03030), grey(0.9), grey(0.15)}));
}

} // namespace

Shot photographBench(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    const double edge = layRoom(photo, random, commission);
    const int count = random.integer(1, 3);
    double x = commission.width * random.real(0.04, 0.12);
    for (int i = 0; i < count; ++i) {
        const double width = commission.width * random.real(0.62, 0.85) / count;
        const double height = std::min(edge * 0.8, width * random.real(0.6, 1.3));
        layInstrument(photo, random, {x, edge + commission.height * 0.08 - height, width, height});
        x += width + commission.width * 0.07;
    }
    photo.draw([&](Canvas& canvas) {
        for (int i = random.integer(0, 6); i > 0; --i)
            drawVessel(canvas, random,
                       {commission.width * random.real(0.05, 0.95), edge + commission.height * random.real(0.1, 0.22)},
                       commission.side() * random.real(0.04, 0.09), commission.side() * random.real(0.1, 0.2));
        for (int i = random.integer(0, 4); i > 0; --i)
            canvas.polyline(smoothed(std::vector<Point>{
                                commission.at(random.unit(), 0.6), commission.at(random.unit(), random.real(0.7, 0.95)),
                                commission.at(random.unit(), 0.75), commission.at(random.unit(), 0.55)}),
                            {random.pick(std::array{grey(0.08), rgb(0xb02a22), rgb(0xd8d8d0), rgb(0x3060a0)}),
                             std::max(1.5, commission.side() * 0.008)});
    });
    if (random.chance(0.4))
        photo.focus(edge, std::max(2, static_cast<int>(commission.side() * 0.007)));
    PanelText text;
    text.topic = "photograph of the experimental setup";
    text.details = {"The instruments stood in a room at " + std::to_string(random.integer(19, 24)) + " °C."};
    text.shown = {"photograph", "experimental setup"};
    return {photo.developed(random), text};
}

Shot photographTubes(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    if (random.chance(0.5))
        layRoom(photo, random, commission);
    else
        layGround(photo, random, random.pick(std::array{Ground::Dark, Ground::Paper, Ground::Bench}));
    const int count = random.integer(3, 9);
    const double pitch = commission.width * 0.88 / count;
    const double height = std::min(commission.height * 0.62, pitch * random.real(1.6, 4));
    const double foot = commission.height * random.real(0.78, 0.88);
    photo.draw([&](Canvas& canvas) {
        for (int i = 0; i < count; ++i)
            drawVessel(canvas, random, {commission.width * 0.06 + pitch * (i + 0.5), foot}, pitch * 0.62, height);
    });
    if (random.chance(0.5)) {
        const Color rack =
            varied(random, random.pick(std::array{rgb(0x3f7fc0), grey(0.85), rgb(0xe0a030), rgb(0xb07a48)}), 0.1);
        photo.lay(boxOf({commission.width * 0.04, foot - height * 0.35, commission.width * 0.92, height * 0.12}),
                  {rack, dimmed(rack, 0.9), 0.4, 30, 0, 0.2, 0.4}, 4);
        photo.lay(boxOf({commission.width * 0.04, foot - height * 0.02, commission.width * 0.92, height * 0.12}),
                  {rack, dimmed(rack, 0.9), 0.4, 30, 0, 0.2, 0.4}, 4);
    }
    PanelText text;
    text.topic = "photograph of vials with the samples";
    text.details = {"Samples were kept for " + std::to_string(random.integer(2, 72)) + " h."};
    text.shown = {"photograph", "vials"};
    return {photo.developed(random), text};
}

} // namespace biomedica::demo
