#include "core/demo/images/grounds.h"
#include "core/demo/images/subjects.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

/// A table top of which a device takes the middle, turned.
struct Table {
    Photo& photo;
    Random& random;
    Point middle;
    double size;
    double degrees;

    Point at(double x, double y) const { return placed({{x, y}}, middle, size, size, degrees).front(); }
    Outline box(Point center, double halfWidth, double halfHeight) const
    {
        return placed({{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}, center, halfWidth, halfHeight, degrees);
    }
    Material metal() const
    {
        const Color color = varied(random, random.chance(0.7) ? rgb(0xb4b8bc) : rgb(0xc3a86a), 0.1);
        return {color, dimmed(color, 0.7), 0.5, 25, 0.25, 0.95, 0.5};
    }
};

void layPlateAndScrews(const Table& table)
{
    Photo& photo = table.photo;
    const double size = table.size;
    const Material steel = table.metal();
    photo.lay(strip({table.at(-0.36, 0), table.at(0, table.random.real(-0.06, 0.06)), table.at(0.36, 0)}, 0.05 * size,
                    0.06 * size, 0.04 * size),
              steel, size * 0.03);
    photo.draw([&](Canvas& canvas) {
        for (int i = -3; i <= 3; ++i)
            canvas.disc(table.at(i * 0.1, 0), size * 0.022, grey(0.12));
    });
    for (int i = table.random.integer(2, 5); i > 0; --i)
        photo.lay(strip({table.at(-0.3 + 0.13 * i, 0.2), table.at(-0.27 + 0.13 * i, 0.36)}, size * 0.025, size * 0.014,
                        size * 0.004),
                  steel, size * 0.014);
}

void laySensor(const Table& table)
{
    Photo& photo = table.photo;
    Random& random = table.random;
    const double size = table.size;
    photo.lay(table.box(table.at(0, -0.02), size * 0.24, size * 0.16),
              {varied(random, rgb(0x2f6b4a), 0.4), rgb(0x1f3f33), 0.3, 20, 0.3, 0.4, 0.5}, size * 0.02);
    for (int i = random.integer(5, 14); i > 0; --i) {
        const double half = size * random.real(0.012, 0.045);
        photo.lay(table.box(table.at(random.real(-0.18, 0.18), random.real(-0.13, 0.1)), half, half * 0.8),
                  {random.chance(0.6) ? grey(0.12) : rgb(0xc8a860), grey(0.3), 0.3, 10, 0, 0.5, 0.4}, 3);
    }
    static constexpr std::array<Color, 3> wires = {rgb(0xb02020), rgb(0x202020), rgb(0x2050a0)};
    photo.draw([&](Canvas& canvas) {
        double shift = 0;
        for (const Color& wire : wires) {
            canvas.polyline(smoothed(std::vector<Point>{table.at(0.2, shift), table.at(0.36, 0.1 + shift),
                                                        table.at(0.4, 0.3), table.at(0.7, 0.45 + shift)}),
                            {wire, size * 0.012});
            shift += 0.03;
        }
    });
}

void layStent(const Table& table)
{
    const double size = table.size;
    const Color wire = table.metal().color;
    table.photo.draw([&](Canvas& canvas) {
        for (int i = 0; i < 26; ++i)
            for (const double way : {-1.0, 1.0})
                canvas.line(table.at(-0.3 + 0.02 * i, way * 0.07), table.at(-0.26 + 0.02 * i, -way * 0.07),
                            {wire, std::max(1.0, size * 0.006)});
    });
    table.photo.lay(
        strip({table.at(0.2, 0), table.at(0.4, 0.15), table.at(0.3, 0.35), table.at(-0.1, 0.4), table.at(-0.6, 0.3)},
              size * 0.012, size * 0.012, size * 0.012),
        {rgb(0xd8d2c0), rgb(0x9ab0c4), 0.4, 30, 0, 0.8, 0.5}, size * 0.015);
}

struct Device {
    std::string_view name;
    void (*lay)(const Table&);
};

constexpr std::array<Device, 3> devices = {{
    {"an implant plate and its screws", layPlateAndScrews},
    {"the wearable sensor", laySensor},
    {"a stent and its catheter", layStent},
}};

} // namespace

Shot photographDevice(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    layGround(photo, random,
              random.pick(std::array{Ground::Drape, Ground::Bench, Ground::Wood, Ground::Dark, Ground::Paper}));
    const Device& device = random.pick(devices);
    device.lay({photo, random, commission.at(0.5, 0.5), commission.side(), random.real(-35, 35)});
    if (random.chance(0.35))
        layGlove(photo, random);
    if (random.chance(0.5))
        photo.focus(commission.height * 0.5, std::max(2, static_cast<int>(commission.side() * 0.008)));
    PanelText text;
    text.topic = "photograph of " + std::string(device.name);
    text.details = {"The device is shown before use.", "It was sterilised with ethylene oxide."};
    text.shown = {"photograph", std::string(device.name)};
    return {photo.developed(random), text};
}

} // namespace biomedica::demo
