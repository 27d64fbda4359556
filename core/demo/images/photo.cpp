#include "core/demo/images/photo.h"

#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

constexpr double radians = std::numbers::pi / 180;

struct Box {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    bool isEmpty() const { return right <= left || bottom <= top; }
};

/// Around the parts, `reach` pixels more on each side, within the picture.
Box boxAround(const std::vector<Outline>& parts, double reach, int width, int height)
{
    Rect bounds{1e9, 1e9, -2e9, -2e9};
    double right = -1e9;
    double bottom = -1e9;
    for (const Outline& part : parts)
        for (const Point& point : part) {
            bounds.x = std::min(bounds.x, point.x);
            bounds.y = std::min(bounds.y, point.y);
            right = std::max(right, point.x);
            bottom = std::max(bottom, point.y);
        }
    return {std::max(0, static_cast<int>(bounds.x - reach)), std::max(0, static_cast<int>(bounds.y - reach)),
            std::min(width, static_cast<int>(right + reach) + 1),
            std::min(height, static_cast<int>(bottom + reach) + 1)};
}

} // namespace

Color varied(Random& random, Color color, double amount)
{
    const double light = 1 + random.real(-amount, amount);
    const double warm = random.real(-amount, amount) * 0.4;
    return {std::clamp(color.red * light * (1 + warm), 0.0, 1.0), std::clamp(color.green * light, 0.0, 1.0),
            std::clamp(color.blue * light * (1 - warm), 0.0, 1.0), color.alpha};
}

Light randomLight(Random& random)
{
    const double angle = random.real(190, 350) * radians;
    const double height = random.real(40, 70) * radians;
    return {static_cast<float>(std::cos(angle) * std::cos(height)),
            static_cast<float>(std::sin(angle) * std::cos(height)), static_cast<float>(std::sin(height))};
}

Lit litAt(const Plane& heights, int x, int y, const Light& light)
{
    const float* row = heights.row(y);
    const int left = std::max(0, x - 1);
    const int right = std::min(heights.width - 1, x + 1);
    const int above = std::max(0, y - 1);
    const int below = std::min(heights.height - 1, y + 1);
    const float slopeX = (row[right] - row[left]) * 0.5F;
    const float slopeY = (heights.row(below)[x] - heights.row(above)[x]) * 0.5F;
    const float length = std::sqrt(slopeX * slopeX + slopeY * slopeY + 1);
    const float facing = (light.z - slopeX * light.x - slopeY * light.y) / length;
    // Blinn's half vector between the lamp and the camera, which looks straight down.
    const float half = std::sqrt(light.x * light.x + light.y * light.y + (light.z + 1) * (light.z + 1));
    const float mirror = std::max(0.0F, (light.z + 1 - slopeX * light.x - slopeY * light.y) / length / half);
    const float square = mirror * mirror;
    const float eighth = square * square * square * square;
    const float gloss = eighth * eighth * eighth * eighth * eighth * eighth;
    return {std::max(0.0F, facing) / light.z, gloss};
}

Outline blob(Random& random, Point center, double radiusX, double radiusY, double wobble, double degrees)
{
    const std::array<double, 3> phases = {random.real(0, 6.28), random.real(0, 6.28), random.real(0, 6.28)};
    const double turn = degrees * radians;
    Outline outline;
    for (int i = 0; i < 28; ++i) {
        const double angle = 2 * std::numbers::pi * i / 28;
        const double away = 1
                            + wobble
                                  * (0.5 * std::sin(2 * angle + phases[0]) + 0.35 * std::sin(3 * angle + phases[1])
                                     + 0.25 * std::sin(5 * angle + phases[2]));
        const double u = radiusX * away * std::cos(angle);
        const double v = radiusY * away * std::sin(angle);
        outline.push_back(
            {center.x + u * std::cos(turn) - v * std::sin(turn), center.y + u * std::sin(turn) + v * std::cos(turn)});
    }
    return smoothed(outline, true);
}

Outline strip(const std::vector<Point>& along, double beginning, double middle, double end)
{
    const std::vector<Point> curve = smoothed(along);
    Outline forth;
    Outline back;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const Point& before = curve[i > 0 ? i - 1 : 0];
        const Point& after = curve[std::min(i + 1, curve.size() - 1)];
        const double length = std::max(1e-6, std::hypot(after.x - before.x, after.y - before.y));
        const double t = static_cast<double>(i) / static_cast<double>(std::max<std::size_t>(1, curve.size() - 1));
        const double half = t < 0.5 ? beginning + (middle - beginning) * 2 * t : middle + (end - middle) * (2 * t - 1);
        const Point side{-(after.y - before.y) / length * half, (after.x - before.x) / length * half};
        forth.push_back({curve[i].x + side.x, curve[i].y + side.y});
        back.push_back({curve[i].x - side.x, curve[i].y - side.y});
    }
    forth.insert(forth.end(), back.rbegin(), back.rend());
    return forth;
}

Outline placed(const Outline& outline, Point center, double scaleX, double scaleY, double degrees)
{
    const double cosine = std::cos(degrees * radians);
    const double sine = std::sin(degrees * radians);
    Outline result;
    for (const Point& point : outline) {
        const double u = point.x * scaleX;
        const double v = point.y * scaleY;
        result.push_back({center.x + u * cosine - v * sine, center.y + u * sine + v * cosine});
    }
    return result;
}

Photo::Photo(Random& random, int width, int height)
    : m_red(width, height), m_green(width, height), m_blue(width, height), m_light(randomLight(random)),
      m_fine(random, 1), m_coarse(random, 3)
{
}

void Photo::set(int x, int y, Color color)
{
    m_red.row(y)[x] = static_cast<float>(color.red);
    m_green.row(y)[x] = static_cast<float>(color.green);
    m_blue.row(y)[x] = static_cast<float>(color.blue);
}

void Photo::shine(int x, int y, const Lit& lit, double gloss)
{
    set(x, y,
        between(dimmed(at(x, y), static_cast<double>(lit.diffuse)), white, static_cast<double>(lit.gloss) * gloss));
}

void Photo::cast(const Plane& mask, int left, int top, double roundness, double strength)
{
    Plane shadow = mask;
    shadow.blur(std::max(1, static_cast<int>(roundness * 0.5)));
    const int offX = static_cast<int>(std::lround(-static_cast<double>(m_light.x) * roundness));
    const int offY = static_cast<int>(std::lround(-static_cast<double>(m_light.y) * roundness));
    for (int y = 0; y < shadow.height; ++y)
        for (int x = 0; x < shadow.width; ++x) {
            const int fromX = std::clamp(x - offX, 0, shadow.width - 1);
            const int fromY = std::clamp(y - offY, 0, shadow.height - 1);
            const double share = static_cast<double>(shadow.row(fromY)[fromX]) * strength;
            set(left + x, top + y, dimmed(at(left + x, top + y), 1 - share));
        }
}

Plane Photo::heightsOf(const Plane& mask, int left, int top, const Material& material, double roundness) const
{
    Plane heights = mask;
    heights.blur(std::max(1, static_cast<int>(roundness * 0.6)));
    const auto steep = static_cast<float>(roundness * 1.8);
    const auto rough = static_cast<float>(material.roughness);
    const double scale = 6 / material.patch;
    for (int y = 0; y < heights.height; ++y)
        for (int x = 0; x < heights.width; ++x) {
            float& height = heights.row(y)[x];
            height *= steep;
            if (rough > 0 && mask.row(y)[x] > 0.004F)
                height += rough * m_coarse.cloud((left + x) * scale, (top + y) * scale, 3);
        }
    return heights;
}

void Photo::lay(const Outline& outline, const Material& material, double roundness)
{
    lay(std::vector<Outline>{outline}, material, roundness);
}

void Photo::lay(const std::vector<Outline>& parts, const Material& material, double roundness)
{
    const Box box = boxAround(parts, 2.5 * roundness + 3, width(), height());
    if (box.isEmpty())
        return;
    const Plane mask = maskOf(box.right - box.left, box.bottom - box.top, [&](Canvas& canvas) {
        for (Outline part : parts) {
            for (Point& point : part)
                point = {point.x - box.left, point.y - box.top};
            canvas.polygon(part, white);
        }
    });
    if (material.shadow > 0)
        cast(mask, box.left, box.top, roundness, material.shadow);
    const Plane heights = heightsOf(mask, box.left, box.top, material, roundness);
    const double scale = 3 / material.patch;
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x) {
            const double cover = static_cast<double>(mask.row(y)[x]);
            if (cover <= 0.004)
                continue;
            const int px = box.left + x;
            const int py = box.top + y;
            const double patch = static_cast<double>(m_coarse.cloud(px * scale, py * scale, 3));
            const Color color =
                between(material.color, material.mottle, std::clamp(0.5 + 0.5 * patch, 0.0, 1.0) * material.mottling);
            const Lit lit = litAt(heights, x, y, m_light);
            mix(px, py,
                between(dimmed(color, 0.3 + 0.7 * static_cast<double>(lit.diffuse)), white,
                        static_cast<double>(lit.gloss) * material.gloss),
                cover);
        }
}

void Photo::tint(const Plane& mask, Color color, double strength)
{
    for (int y = 0; y < height(); ++y)
        for (int x = 0; x < width(); ++x)
            mix(x, y, color, std::clamp(static_cast<double>(mask.row(y)[x]) * strength, 0.0, 1.0));
}

void Photo::blur(int radius)
{
    for (Plane* plane : {&m_red, &m_green, &m_blue})
        plane->blur(radius);
}

void Photo::spot(double middle, double loss)
{
    for (int y = 0; y < height(); ++y)
        for (int x = 0; x < width(); ++x) {
            const double u = 2.0 * x / width() - 1;
            const double v = 2.0 * y / height() - 1;
            set(x, y, dimmed(at(x, y), std::max(0.1, middle - loss * (u * u + v * v))));
        }
}

void Photo::focus(double row, int radius)
{
    const double reach = std::max(row, height() - row);
    for (Plane* plane : {&m_red, &m_green, &m_blue}) {
        Plane soft = *plane;
        soft.blur(radius);
        for (int y = 0; y < height(); ++y) {
            const auto share = static_cast<float>(std::clamp(std::abs(y - row) / reach * 1.6 - 0.2, 0.0, 1.0));
            for (int x = 0; x < width(); ++x)
                plane->row(y)[x] += (soft.row(y)[x] - plane->row(y)[x]) * share;
        }
    }
}

image::Pixels Photo::developed(Random& random)
{
    const double exposure = random.real(0.86, 1.14);
    const double gamma = random.real(0.85, 1.2);
    const double warm = random.normal(0, 0.035);
    const double green = random.normal(0, 0.015);
    const double fallOff = random.chance(0.6) ? random.real(0, 0.35) : 0; // towards the corners
    const double slant = random.real(-0.14, 0.14);                        // from one side to the other
    const double rise = random.real(-0.12, 0.12);
    if (random.chance(0.6))
        blur(1);
    if (random.chance(0.25))
        blur(std::max(1, std::min(width(), height()) / 300));
    for (int y = 0; y < height(); ++y) {
        const double v = 2.0 * y / height() - 1;
        for (int x = 0; x < width(); ++x) {
            const double u = 2.0 * x / width() - 1;
            const double light = exposure * (1 - fallOff * 0.5 * (u * u + v * v)) * (1 + slant * u + rise * v);
            const Color color = at(x, y);
            set(x, y,
                {color.red * light * (1 + warm), color.green * light * (1 + green), color.blue * light * (1 - warm)});
        }
    }
    image::Pixels result = pixels();
    std::array<std::uint8_t, 256> curve{};
    for (std::size_t i = 0; i < curve.size(); ++i)
        curve[i] = static_cast<std::uint8_t>(255 * std::pow(static_cast<double>(i) / 255, gamma));
    for (std::size_t i = 0; i < result.rgba.size(); i += 4)
        for (std::size_t c = 0; c < 3; ++c)
            result.rgba[i + c] = curve[result.rgba[i + c]];
    addGrain(result, random, random.real(1.2, 6));
    return result;
}

image::Pixels Photo::pixels() const
{
    image::Pixels result(width(), height());
    const std::array<const Plane*, 3> planes = {&m_red, &m_green, &m_blue};
    for (std::size_t i = 0; i < m_red.values.size(); ++i) {
        for (std::size_t c = 0; c < 3; ++c)
            result.rgba[4 * i + c] =
                static_cast<std::uint8_t>(std::clamp(planes[c]->values[i], 0.0F, 1.0F) * 255 + 0.5F);
        result.rgba[4 * i + 3] = 255;
    }
    return result;
}

void Photo::take(const image::Pixels& pixels)
{
    const std::array<Plane*, 3> planes = {&m_red, &m_green, &m_blue};
    for (std::size_t i = 0; i < m_red.values.size(); ++i)
        for (std::size_t c = 0; c < 3; ++c)
            planes[c]->values[i] = static_cast<float>(pixels.rgba[4 * i + c]) / 255;
}

} // namespace biomedica::demo
