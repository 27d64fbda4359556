#include "core/demo/images/subjects.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct Sitter {
    Point face;
    double size; ///< half the height of the head
    Color skin;
    Color hair;
};

void layBody(Photo& photo, Random& random, const Sitter& sitter)
{
    const double size = sitter.size;
    const Point& face = sitter.face;
    const Color shirt = varied(
        random, random.pick(std::array{rgb(0x3c5f8c), rgb(0xd9d9d6), rgb(0x2c2c30), rgb(0x8a3c3c), rgb(0x6f9a86)}),
        0.15);
    const Material flesh{sitter.skin, dimmed(sitter.skin, 0.9), 0.4, size * 0.3, size * 0.003, 0.12, 0.3};
    photo.lay(blob(random, {face.x, face.y - size * 0.15}, size * 0.86, size * 1.02, 0.05),
              {sitter.hair, dimmed(sitter.hair, 0.6), 0.6, size * 0.08, size * 0.006, 0.15, 0.3}, size * 0.3);
    photo.lay(Outline{{face.x - size * 0.4, face.y + size * 0.5},
                      {face.x + size * 0.4, face.y + size * 0.5},
                      {face.x + size * 0.5, face.y + size * 1.5},
                      {face.x - size * 0.5, face.y + size * 1.5}},
              flesh, size * 0.25);
    photo.lay(smoothed(Outline{{face.x - size * 0.45, face.y + size * 1.2},
                               {face.x + size * 0.45, face.y + size * 1.2},
                               {face.x + size * 1.5, face.y + size * 1.55},
                               {face.x + size * 1.9, face.y + size * 2.6},
                               {face.x + size * 1.9, face.y + size * 5},
                               {face.x - size * 1.9, face.y + size * 5},
                               {face.x - size * 1.9, face.y + size * 2.6},
                               {face.x - size * 1.5, face.y + size * 1.55}},
                       true),
              {shirt, dimmed(shirt, 0.8), 0.4, size * 0.4, size * 0.02, 0.05, 0.4}, size * 0.3);
    for (const double way : {-1.0, 1.0})
        photo.lay(blob(random, {face.x + way * size * 0.73, face.y + size * 0.08}, size * 0.13, size * 0.22, 0.1),
                  flesh, size * 0.1);
    photo.lay(smoothed(Outline{{face.x, face.y - size * 0.85},
                               {face.x + size * 0.5, face.y - size * 0.7},
                               {face.x + size * 0.7, face.y - size * 0.1},
                               {face.x + size * 0.6, face.y + size * 0.5},
                               {face.x + size * 0.25, face.y + size * 0.95},
                               {face.x - size * 0.25, face.y + size * 0.95},
                               {face.x - size * 0.6, face.y + size * 0.5},
                               {face.x - size * 0.7, face.y - size * 0.1},
                               {face.x - size * 0.5, face.y - size * 0.7}},
                       true),
              flesh, size * 0.45);
}

void layFeatures(Photo& photo, Random& random, const Sitter& sitter)
{
    const double size = sitter.size;
    const auto at = [&](double x, double y) { return Point{sitter.face.x + x * size, sitter.face.y + y * size}; };
    const Color shade = dimmed(sitter.skin, 0.62);
    photo.lay(strip({at(0, -0.2), at(0.02, 0.1), at(0, 0.25)}, size * 0.05, size * 0.08, size * 0.14),
              {sitter.skin, dimmed(sitter.skin, 0.93), 0.4, 20, 0, 0.25, 0.35}, size * 0.12);
    photo.draw([&](Canvas& canvas) {
        for (const double way : {-1.0, 1.0}) {
            canvas.polygon(strip({at(way * 0.13, -0.3), at(way * 0.3, -0.36), at(way * 0.47, -0.28)}, size * 0.02,
                                 size * 0.035, size * 0.015),
                           sitter.hair);
            canvas.polygon(ellipse(at(way * 0.3, -0.15), size * 0.13, size * 0.06), rgb(0xe9e4df));
            canvas.disc(at(way * 0.3, -0.15), size * 0.06, rgb(0x2b1d15));
            canvas.outline(ellipse(at(way * 0.3, -0.15), size * 0.14, size * 0.07), {shade, size * 0.02});
            canvas.disc(at(way * 0.07, 0.25), size * 0.03, dimmed(shade, 0.6));
        }
        canvas.polygon(strip({at(-0.25, 0.52), at(0, random.real(0.5, 0.56)), at(0.25, 0.52)}, size * 0.01, size * 0.07,
                             size * 0.01),
                       between(sitter.skin, rgb(0x9c3b3b), 0.5));
        canvas.polyline(smoothed(std::vector<Point>{at(-0.25, 0.52), at(0, 0.53), at(0.25, 0.52)}),
                        {rgb(0x4a2020), size * 0.015});
    });
}

} // namespace

Shot photographPortrait(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    const Color wall =
        varied(random, random.pick(std::array{rgb(0xd8d6d0), rgb(0x7fa3bd), rgb(0x4b5a60), rgb(0xb8c4b0)}), 0.15);
    photo.fill([&](int x, int y) {
        return dimmed(wall, 0.95 + 0.02 * static_cast<double>(photo.coarse().cloud(x * 0.1, y * 0.1, 4)));
    });
    static constexpr std::array<Color, 5> skins = {rgb(0xecc5ab), rgb(0xdba681), rgb(0xb8805a), rgb(0x8a5a3c),
                                                   rgb(0x573726)};
    static constexpr std::array<Color, 5> hairs = {rgb(0x1c1512), rgb(0x3f2a1c), rgb(0x7a5632), rgb(0x9a9690),
                                                   rgb(0xc0a070)};
    const Sitter sitter{commission.at(random.normal(0.5, 0.04), random.real(0.38, 0.5)),
                        commission.side() * random.real(0.25, 0.4), varied(random, random.pick(skins), 0.06),
                        random.pick(hairs)};
    layBody(photo, random, sitter);
    layFeatures(photo, random, sitter);
    const bool hasMark = random.chance(0.6);
    const Point mark{sitter.face.x + sitter.size * random.real(-0.45, 0.45),
                     sitter.face.y + sitter.size * random.real(0.15, 0.65)};
    if (hasMark)
        photo.lay(blob(random, mark, sitter.size * random.real(0.08, 0.25), sitter.size * random.real(0.08, 0.2), 0.3),
                  {rgb(0xb0483f), between(sitter.skin, rgb(0x9a3030), 0.5), 0.8, sitter.size * 0.06, 0.4, 0.4, 0.15},
                  sitter.size * 0.05);
    photo.blur(std::max(1, static_cast<int>(sitter.size * 0.008)));
    photo.draw([&](Canvas& canvas) { // who it is stays unknown
        canvas.fill({sitter.face.x - sitter.size * random.real(0.62, 0.85), sitter.face.y - sitter.size * 0.34,
                     sitter.size * 1.45, sitter.size * 0.36},
                    random.chance(0.8) ? black : white);
    });
    PanelText text;
    text.topic = "photograph of the face of a patient aged " + std::to_string(random.integer(4, 79)) + " years";
    text.details = {hasMark ? "A facial lesion is seen; the eyes are covered."
                            : "No facial asymmetry is seen; the eyes are covered.",
                    "The patient consented to publication."};
    text.shown = {"photograph", "face", "the eyes are covered"};
    return {photo.developed(random), text};
}

} // namespace biomedica::demo
