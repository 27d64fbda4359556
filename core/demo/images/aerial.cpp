#include "core/demo/images/subjects.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr std::array<Color, 8> crops = {rgb(0x4f6a34), rgb(0x7a8a48), rgb(0xa8925c), rgb(0x8a7350),
                                        rgb(0x3c5230), rgb(0xb8a878), rgb(0x6a7a3c), rgb(0x5a5040)};

/// Fields as cells of a bent grid, with rows of plants in each, and woods where the clouds are dense.
void layFields(Photo& photo, Random& random, const Commission& commission)
{
    const double size = commission.side() * random.real(0.12, 0.35);
    const double turn = random.real(0, 3.14);
    const double cosine = std::cos(turn);
    const double sine = std::sin(turn);
    const double woods = random.real(0.6, 1.6);
    const double bend = random.real(0, 0.25);
    const std::uint64_t seed = random.next();
    photo.fill([&](int x, int y) {
        const double cloud = static_cast<double>(photo.coarse().cloud(x * 0.12, y * 0.12, 4));
        const double leaves = static_cast<double>(photo.coarse().cloud(x * 0.9, y * 0.9, 2));
        if (cloud > woods)
            return dimmed(rgb(0x2a3d22), 0.9 + 0.22 * leaves);
        const double u = (x * cosine + y * sine) / size + bend * cloud;
        const double v = (y * cosine - x * sine) / size * 1.6 + bend * cloud;
        const double shift = std::floor(v) * 0.37;
        const auto column = static_cast<std::uint64_t>(std::floor(u + shift) + 4096);
        const auto line = static_cast<std::uint64_t>(std::floor(v) + 4096);
        const std::uint64_t field = seedOf(seed, {column, line});
        const Color crop = crops[field % crops.size()];
        const double row = (field >> 8 & 1) != 0 ? x * cosine + y * sine : y * cosine - x * sine;
        const double stripe = 0.05 * std::sin(row * (0.5 + 0.6 * static_cast<double>(field >> 12 & 3)));
        const double edgeU = std::abs(u + shift - std::round(u + shift));
        const double edgeV = std::abs(v - std::round(v));
        const double border = edgeU * size < 1.6 || edgeV * size / 1.6 < 1.6 ? 0.72 : 1;
        return dimmed(crop, (0.95 + stripe + 0.06 * leaves + 0.05 * cloud) * border);
    });
}

void layTown(Photo& photo, Random& random, const Commission& commission)
{
    const Point centre = commission.at(random.real(0.2, 0.8), random.real(0.2, 0.8));
    photo.draw([&](Canvas& canvas) {
        for (int i = random.integer(30, 160); i > 0; --i) {
            const Point at{centre.x + random.normal(0, commission.side() * 0.14),
                           centre.y + random.normal(0, commission.side() * 0.14)};
            const double size = commission.side() * random.real(0.008, 0.02);
            const Color roof = random.pick(std::array{rgb(0xa86048), rgb(0xc8c4bc), rgb(0x7a7a80), rgb(0xd8d8d4)});
            canvas.fill({at.x + size * 0.3, at.y + size * 0.3, size * 1.4, size}, black.withAlpha(0.4));
            canvas.fill({at.x, at.y, size * 1.4, size}, roof);
        }
    });
}

} // namespace

Shot photographAerial(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    layFields(photo, random, commission);
    const bool hasRiver = random.chance(0.5);
    const double width = commission.side() * random.real(0.015, 0.06);
    photo.draw([&](Canvas& canvas) {
        std::vector<Point> course;
        for (int i = -1; i <= 6; ++i)
            course.push_back(commission.at(i / 5.0, 0.5 + 0.25 * std::sin(i * 1.3) + random.normal(0, 0.08)));
        if (hasRiver)
            canvas.polygon(strip(course, width, width * 1.3, width), varied(random, rgb(0x36505c), 0.2));
        for (int i = random.integer(1, 4); i > 0; --i)
            canvas.polyline(smoothed(std::vector<Point>{commission.at(-0.05, random.unit()),
                                                        commission.at(random.real(0.3, 0.7), random.unit()),
                                                        commission.at(1.05, random.unit())}),
                            {rgb(0xb8b0a4), std::max(1.2, commission.side() * 0.007)});
    });
    if (random.chance(0.6))
        layTown(photo, random, commission);
    const bool isSatellite = random.chance(0.5);
    PanelText text;
    text.topic = std::string(isSatellite ? "satellite image" : "aerial photograph") + " of the study area";
    text.details = {hasRiver ? "Fields lie on both banks of the river." : "Fields and woods alternate.",
                    "One pixel is " + fixed(random.real(0.1, 10), 1) + " m on the ground."};
    text.shown = {isSatellite ? "satellite image" : "aerial photograph", "study area"};
    return {photo.developed(random), text};
}

} // namespace biomedica::demo
