#include "core/demo/images/grounds.h"
#include "core/demo/images/subjects.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

/// Arcades of vessels that leave the disc above and below and bend around the macula.
void drawArcades(Canvas& canvas, Random& random, Point disc, double radius, double side, Color color, double width)
{
    for (const double way : {-1.0, 1.0}) {
        std::vector<Point> arcade;
        for (int i = 0; i <= 8; ++i) {
            const double t = i / 8.0;
            arcade.push_back({disc.x + side * radius * (1.5 * t * t + 0.1 * t) + random.normal(0, radius * 0.015),
                              disc.y + way * radius * 0.62 * std::sin(t * 2.4) + random.normal(0, radius * 0.015)});
        }
        canvas.polygon(strip(arcade, width * 0.6, width * 0.45, width * 0.2), color);
        for (std::size_t i = 1; i < arcade.size(); ++i)
            drawBranches(canvas,
                         makeBranches(random, arcade[i],
                                      std::atan2(way * random.real(-0.6, 1), side * random.real(0.1, 1)),
                                      radius * random.real(0.25, 0.6), width * 0.55, 3),
                         color);
        drawBranches(
            canvas,
            makeBranches(random, disc, std::atan2(way, -side * random.real(0.3, 0.9)), radius * 0.7, width * 0.7, 3),
            color);
    }
}

struct Finding {
    std::string_view words;
    Color color;
    double size;
    int count;
};

constexpr std::array<Finding, 4> findings = {{
    {"No abnormality is seen.", black, 0, 0},
    {"Hard exudates are seen around the macula.", rgb(0xf2e08a), 0.016, 45},
    {"Scattered haemorrhages are seen.", rgb(0x5e0f0a), 0.03, 26},
    {"Drusen are seen at the posterior pole.", rgb(0xe6c37a), 0.022, 55},
}};

/// Orange, and darker at the macula.
void layRetina(Photo& photo, Random& random, Point macula, double radius)
{
    const Color ground = varied(random, random.chance(0.3) ? rgb(0x9c4a24) : rgb(0xc9622e), 0.2);
    photo.fill([&](int x, int y) {
        const double patch = static_cast<double>(photo.coarse().cloud(x * 0.3, y * 0.3, 4));
        const double dark = std::exp(-std::pow(std::hypot(x - macula.x, y - macula.y) / (radius * 0.16), 2));
        return dimmed(ground, (0.95 + 0.07 * patch) * (1 - 0.45 * dark));
    });
}

/// The round aperture of the camera; through a green filter everything is grey.
void stopDown(Photo& photo, Point middle, double radius, bool isRedFree)
{
    for (int y = 0; y < photo.height(); ++y)
        for (int x = 0; x < photo.width(); ++x) {
            const double away = std::hypot(x - middle.x, y - middle.y) / radius;
            const Color color =
                dimmed(photo.at(x, y), std::clamp((1 - away) * 60, 0.0, 1.0) * (1.1 - 0.5 * away * away));
            photo.set(x, y, isRedFree ? grey(color.green * 1.7) : color);
        }
}

} // namespace

Shot photographFundus(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    const bool isRedFree = random.chance(0.15);
    const double radius = commission.side() * random.real(0.47, 0.62);
    const Point middle = commission.at(0.5, 0.5);
    const double side = random.chance(0.5) ? 1 : -1;
    const Point disc{middle.x - side * radius * random.real(0.4, 0.6), middle.y + random.normal(0, radius * 0.04)};
    const Point macula{disc.x + side * radius * 0.62, disc.y + radius * 0.05};
    layRetina(photo, random, macula, radius);
    photo.draw([&](Canvas& canvas) {
        for (int ring = 6; ring >= 0; --ring) // the disc, its rim soft
            canvas.disc(disc, radius * (0.12 + 0.008 * ring), rgb(0xf4d08a).withAlpha(0.25));
        canvas.disc(disc, radius * random.real(0.04, 0.08), rgb(0xfff3c9).withAlpha(0.8));
        drawArcades(canvas, random, disc, radius, side, rgb(0x6b1410).withAlpha(0.8), radius * 0.034);
        drawArcades(canvas, random, disc, radius, side, rgb(0xa5301d).withAlpha(0.8), radius * 0.022);
    });
    const Finding& finding = random.pick(findings);
    photo.draw([&](Canvas& canvas) {
        for (int i = 0; i < finding.count; ++i)
            canvas.polygon(
                blob(random, {macula.x + random.normal(0, radius * 0.22), macula.y + random.normal(0, radius * 0.22)},
                     radius * finding.size * random.real(0.3, 1.2), radius * finding.size * random.real(0.3, 1), 0.3),
                finding.color.withAlpha(0.8));
    });
    photo.blur(1);
    stopDown(photo, middle, radius, isRedFree);
    PanelText text;
    text.topic = std::string(isRedFree ? "red-free fundus photograph" : "fundus photograph") + " of the "
                 + ((side > 0) ? "left" : "right") + " eye";
    text.details = {std::string(finding.words),
                    "The patient was " + std::to_string(random.integer(21, 84)) + " years old."};
    text.shown = {"fundus photograph", std::string(side > 0 ? "left eye" : "right eye")};
    return {photo.developed(random), text};
}

} // namespace biomedica::demo
