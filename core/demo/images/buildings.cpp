#include "core/demo/images/subjects.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

/// A front with rows of windows; its far edge is lower, as it runs away from the camera.
void drawFront(Canvas& canvas, Random& random, const Rect& rect, double slant, Color wall)
{
    const auto at = [&](double u, double v) {
        const double shrink = 1 - slant * u;
        return Point{rect.x + u * rect.width, rect.bottom() - (1 - v) * rect.height * shrink};
    };
    canvas.polygon(Outline{at(0, 0), at(1, 0), at(1, 1), at(0, 1)}, wall);
    const int floors = std::max(1, static_cast<int>(rect.height / random.real(28, 60)));
    const int columns = std::max(2, static_cast<int>(rect.width / random.real(20, 50)));
    const Color glass = varied(random, rgb(0x3a4a58), 0.3);
    for (int floor = 0; floor < floors; ++floor)
        for (int column = 0; column < columns; ++column) {
            const double u = (column + 0.2) / columns;
            const double v = (floor + 0.22) / floors;
            const double right = u + 0.55 / columns;
            const double low = v + 0.55 / floors;
            const Color pane = random.chance(0.2) ? glass.lighter(0.45) : varied(random, glass, 0.3);
            canvas.polygon(Outline{at(u, v), at(right, v), at(right, low), at(u, low)}, pane);
            canvas.line(at(u, low), at(right, low), {wall.lighter(0.4), 1.5});
        }
    canvas.line(at(0, 0), at(1, 0), {dimmed(wall, 0.6), 3});
}

void drawPeople(Canvas& canvas, Random& random, const Commission& commission, double ground)
{
    for (int i = random.integer(0, 7); i > 0; --i) {
        const double near = random.unit();
        const Point foot{commission.width * random.unit(), ground + (commission.height - ground) * (0.1 + 0.7 * near)};
        const double size = commission.height * (0.07 + 0.15 * near);
        const Color cloth = random.pick(std::array{rgb(0x2a3a5a), rgb(0x8a2f2a), grey(0.2), grey(0.8), rgb(0x4a6a4a)});
        for (const double way : {-1.0, 1.0})
            canvas.line({foot.x + way * size * 0.06, foot.y}, {foot.x, foot.y - size * 0.5},
                        {rgb(0x22262e), size * 0.09});
        canvas.polygon(ellipse({foot.x, foot.y - size * 0.62}, size * 0.13, size * 0.24), cloth);
        canvas.disc({foot.x, foot.y - size * 0.93}, size * 0.08, rgb(0xa87858));
    }
}

void drawCar(Canvas& canvas, Random& random, Point at, double size)
{
    const Color paint = random.pick(std::array{rgb(0xa82a26), grey(0.85), grey(0.15), rgb(0x2a4f8a), rgb(0xc0c4c8)});
    canvas.polygon(ellipse({at.x, at.y + size * 0.02}, size * 0.6, size * 0.06), black.withAlpha(0.4));
    canvas.fillRounded({at.x - size * 0.55, at.y - size * 0.28, size * 1.1, size * 0.26}, paint, size * 0.08);
    canvas.polygon(Outline{{at.x - size * 0.36, at.y - size * 0.27},
                           {at.x - size * 0.24, at.y - size * 0.47},
                           {at.x + size * 0.2, at.y - size * 0.47},
                           {at.x + size * 0.36, at.y - size * 0.27}},
                   rgb(0x26323c));
    for (const double way : {-1.0, 1.0})
        canvas.disc({at.x + way * size * 0.33, at.y - size * 0.02}, size * 0.1, grey(0.08));
}

void drawStreetTree(Canvas& canvas, Random& random, Point foot, double size)
{
    canvas.line(foot, {foot.x, foot.y - size}, {rgb(0x44352a), size * 0.09});
    const Color leaves = varied(random, rgb(0x3f5f30), 0.25);
    for (int tuft = 0; tuft < 40; ++tuft)
        canvas.disc({foot.x + random.normal(0, size * 0.3), foot.y - size * 1.1 + random.normal(0, size * 0.25)},
                    size * 0.12, varied(random, leaves, 0.3).withAlpha(0.85));
}

/// A row of houses, trees and cars.
void drawStreet(Canvas& canvas, Random& random, const Commission& commission, double ground)
{
    static constexpr std::array<Color, 5> walls = {rgb(0xb98a6a), rgb(0xd8d0c0), rgb(0x9a4f3c), rgb(0xa8acb0),
                                                   rgb(0xe0c890)};
    double x = -commission.width * random.real(0, 0.1);
    while (x < commission.width) {
        const double width = commission.width * random.real(0.22, 0.8);
        const double height = ground * random.real(0.35, 0.9);
        const Color wall = varied(random, random.pick(walls), 0.12);
        const double slant = std::max(0.0, random.real(-0.15, 0.3));
        drawFront(canvas, random, {x, ground - height, width, height}, slant, wall);
        if (random.chance(0.6)) // its shaded side
            drawFront(canvas, random, {x + width, ground - height * (1 - slant), width * 0.3, height * (1 - slant)},
                      0.2, dimmed(wall, 0.62));
        x += width * random.real(1.2, 1.5);
    }
    const double level = ground / commission.height;
    for (int i = random.integer(0, 4); i > 0; --i)
        drawStreetTree(canvas, random, commission.at(random.unit(), level + random.real(0, 0.05)),
                       commission.height * random.real(0.1, 0.22));
    for (int i = random.integer(0, 4); i > 0; --i)
        drawCar(canvas, random, commission.at(random.unit(), level + random.real(0.05, 0.15)),
                commission.width * random.real(0.1, 0.2));
    drawPeople(canvas, random, commission, ground);
}

/// Tables and cupboards with something on them.
void drawFurniture(Canvas& canvas, Random& random, Point foot, double size)
{
    const Color top =
        varied(random, random.pick(std::array{rgb(0xdcdcd8), rgb(0x9a7448), rgb(0x4a5a70), rgb(0x2c2e30)}), 0.1);
    const Rect front{foot.x - size * 0.6, foot.y - size * 0.6, size * 1.2, size * 0.6};
    canvas.polygon(ellipse(foot, size * 0.7, size * 0.06), black.withAlpha(0.3));
    canvas.fill(front, dimmed(top, 0.7));
    canvas.polygon(Outline{{front.x, front.y},
                           {front.right(), front.y},
                           {front.right() - size * 0.15, front.y - size * 0.18},
                           {front.x + size * 0.15, front.y - size * 0.18}},
                   top);
    canvas.fill({front.x + size * 0.3, front.y - size * 0.45, size * 0.45, size * 0.36},
                random.pick(std::array{grey(0.1), grey(0.8), rgb(0x3060a0)}));
}

/// Ceiling, walls and floor around the far wall, with lamps and a window.
void drawShell(Canvas& canvas, Random& random, const Commission& commission, const Rect& back)
{
    const Color wall =
        varied(random, random.pick(std::array{rgb(0xd8d4c8), rgb(0xb8c8cc), rgb(0xe0d4b8), rgb(0xc8d0bc)}), 0.08);
    const Color floor =
        varied(random, random.pick(std::array{rgb(0x8a8c8c), rgb(0xa87c50), rgb(0x6a7078), rgb(0xc0b8a8)}), 0.1);
    const std::array<Point, 4> ends = {Point{0, 0}, commission.at(1, 0), commission.at(1, 1), commission.at(0, 1)};
    const std::array<Point, 4> inner = {
        Point{back.x, back.y}, {back.right(), back.y}, {back.right(), back.bottom()}, {back.x, back.bottom()}};
    const std::array<Color, 4> faces = {wall.lighter(0.4), dimmed(wall, 0.82), floor, dimmed(wall, 0.92)};
    for (std::size_t i = 0; i < 4; ++i)
        canvas.polygon(Outline{ends[i], ends[(i + 1) % 4], inner[(i + 1) % 4], inner[i]}, faces[i]);
    canvas.fill(back, wall);
    for (int i = random.integer(1, 3); i > 0; --i)
        canvas.polygon(
            ellipse({back.center().x, back.y * (1.05 - 0.3 * i)}, commission.width * 0.06, commission.height * 0.012),
            white);
    const Rect window{back.x + back.width * random.real(0.1, 0.5), back.y + back.height * 0.15, back.width * 0.35,
                      back.height * 0.45};
    canvas.fill(window, random.chance(0.6) ? rgb(0xf0f6fa) : rgb(0x42505a));
    canvas.outline(window, {white, 3});
}

} // namespace

Shot photographBuilding(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    const double ground = commission.height * random.real(0.66, 0.82);
    const Color sky = varied(random, random.pick(std::array{rgb(0x8fb4dc), rgb(0xd5dade), rgb(0xb0c4d4)}), 0.08);
    const Color street = varied(random, random.pick(std::array{rgb(0x74757a), rgb(0xa39c8c), rgb(0x6f8a4a)}), 0.1);
    photo.fill([&](int x, int y) {
        const double cloud = static_cast<double>(photo.coarse().cloud(x * 0.35, y * 0.8, 5));
        if (y < ground)
            return between(sky.lighter(0.45 * y / ground), white, std::clamp(cloud * 0.4, 0.0, 0.7));
        return dimmed(street, 0.9 + 0.05 * cloud + 0.06 * static_cast<double>(photo.fine().at(x * 0.6, y * 1.0)));
    });
    photo.draw([&](Canvas& canvas) { drawStreet(canvas, random, commission, ground); });
    PanelText text;
    text.topic = "photograph of the street of a sampling point";
    text.details = {"Samples of air were taken at " + fixed(random.real(1, 4), 1) + " m above the ground."};
    text.shown = {"photograph", "street"};
    return {photo.developed(random), text};
}

Shot photographRoom(const Commission& commission)
{
    Random& random = commission.random;
    Photo photo(random, commission.width, commission.height);
    const Rect back{commission.width * random.real(0.18, 0.32), commission.height * random.real(0.15, 0.25),
                    commission.width * random.real(0.4, 0.5), commission.height * random.real(0.38, 0.46)};
    photo.draw([&](Canvas& canvas) {
        drawShell(canvas, random, commission, back);
        for (int i = random.integer(3, 9); i > 0; --i) {
            const double near = random.unit();
            drawFurniture(canvas, random,
                          {commission.width * random.real(0.08, 0.92),
                           back.bottom() + (commission.height - back.bottom()) * (0.15 + 0.6 * near)},
                          commission.width * (0.1 + 0.18 * near));
        }
    });
    for (int y = 0; y < commission.height; ++y) // light falls off into the corners
        for (int x = 0; x < commission.width; ++x) {
            const double patch = static_cast<double>(photo.coarse().cloud(x * 0.12, y * 0.12, 4));
            const double fall = 0.25 * std::abs(y - back.center().y) / commission.height;
            photo.set(x, y, dimmed(photo.at(x, y), 0.97 + 0.05 * patch - fall));
        }
    photo.blur(1);
    PanelText text;
    text.topic = "photograph of the room of the experiment";
    text.details = {"Participants sat " + fixed(random.real(0.6, 3), 1) + " m from the screen.",
                    "The light was kept constant."};
    text.shown = {"photograph", "room"};
    return {photo.developed(random), text};
}

} // namespace biomedica::demo
