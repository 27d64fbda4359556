#include "core/demo/images/optics.h"

#include "core/image/decode.h"
#include "core/image/encode.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

std::uint8_t level(float value)
{
    return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 255.0F));
}

/// Specks and fibres out of focus, as a factor on the light.
Plane dustShadow(int width, int height, int specks, Random& random)
{
    Canvas canvas(width, height, white);
    const double unit = std::min(width, height) / 100.0;
    for (int i = 0; i < specks; ++i) {
        const Point at{random.real(0, width), random.real(0, height)};
        const double size = unit * std::exp(random.real(-0.8, 1.1));
        const Color shade = black.withAlpha(random.real(0.06, 0.35));
        if (random.chance(0.15)) {
            const Point end{at.x + unit * random.normal(0, 6), at.y + unit * random.normal(0, 6)};
            const Point middle{(at.x + end.x) / 2 + unit * random.normal(0, 2), (at.y + end.y) / 2};
            canvas.polyline(smoothed(std::vector<Point>{at, middle, end}), {shade, unit * 0.5});
        } else if (random.chance(0.4)) {
            canvas.circle(at, size, {shade, size * 0.4});
        } else {
            canvas.disc(at, size * 0.6, shade);
        }
    }
    Plane shadow = planeOf(canvas.pixels());
    shadow.blur(std::max(1, static_cast<int>(unit * 0.4)));
    return shadow;
}

/// The share of the lamp's light that arrives at each place.
Plane illumination(int width, int height, const Camera& camera, Random& random)
{
    Plane shade = camera.dust > 0 ? dustShadow(width, height, camera.dust, random) : Plane(width, height, 1);
    const Texture texture(random, 5);
    const double centreX = random.real(-0.15, 0.15);
    const double centreY = random.real(-0.15, 0.15);
    const double scale = 16.0 / std::max(width, height);
    for (int y = 0; y < height; ++y) {
        const double v = 2.0 * y / height - 1;
        for (int x = 0; x < width; ++x) {
            const double u = 2.0 * x / width - 1;
            const double off = ((u - centreX) * (u - centreX) + (v - centreY) * (v - centreY)) / 2;
            const double even = 1 - camera.vignette * off + camera.tilt.x * u + camera.tilt.y * v;
            const double lumps =
                camera.mottle > 0 ? 1 + camera.mottle * static_cast<double>(texture.at(x * scale, y * scale)) : 1;
            shade.row(y)[x] *= static_cast<float>(std::max(0.0, even * lumps));
        }
    }
    return shade;
}

void stopField(image::Pixels& pixels, Random& random)
{
    const double radius = std::min(pixels.width, pixels.height) * random.real(0.47, 0.6);
    const double centreX = pixels.width / 2.0 + random.real(-0.03, 0.03) * pixels.width;
    const double centreY = pixels.height / 2.0 + random.real(-0.03, 0.03) * pixels.height;
    for (int y = 0; y < pixels.height; ++y)
        for (int x = 0; x < pixels.width; ++x) {
            const double inside = (radius - std::hypot(x - centreX, y - centreY)) / (radius * 0.012) + 0.5;
            std::uint8_t* pixel = pixels.row(y) + 4 * static_cast<std::ptrdiff_t>(x);
            for (std::size_t c = 0; c < 3 && inside < 1; ++c)
                pixel[c] = static_cast<std::uint8_t>(8 + (pixel[c] - 8) * std::max(0.0, inside));
        }
}

image::Pixels compressed(const image::Pixels& pixels, int quality)
{
    const auto bytes = image::encodeJpeg(pixels, quality);
    auto decoded = bytes ? image::decode(*bytes) : Result<image::Pixels>(bytes.error());
    return decoded ? std::move(*decoded) : pixels;
}

} // namespace

Plane inPhaseContrast(const Plane& thickness, int haloRadius)
{
    // Zernike's: |e^(iψ) − 1 − ai|², the direct wave weakened to a and a quarter of a wave ahead. The ring takes a part
    // of the light that is bent least for direct: ψ is what stands out from its surroundings.
    constexpr float direct = 0.9F;
    Plane around = thickness;
    around.blur(haloRadius);
    Plane light(thickness.width, thickness.height);
    for (std::size_t i = 0; i < light.values.size(); ++i) {
        const float phase = std::clamp(thickness.values[i] - 0.8F * around.values[i], -0.9F, 2.6F);
        const float bent = direct * direct + 2 * (1 - std::cos(phase)) - 2 * direct * std::sin(phase);
        light.values[i] = bent / (direct * direct);
    }
    return light;
}

Plane inInterferenceContrast(const Plane& thickness, double degrees, double strength)
{
    const double angle = degrees * 3.14159265358979 / 180;
    const int dx = static_cast<int>(std::lround(1.4 * std::cos(angle)));
    const int dy = static_cast<int>(std::lround(1.4 * std::sin(angle)));
    Plane light(thickness.width, thickness.height);
    for (int y = 0; y < light.height; ++y) {
        const float* before = thickness.row(std::clamp(y - dy, 0, light.height - 1));
        const float* behind = thickness.row(std::clamp(y + dy, 0, light.height - 1));
        for (int x = 0; x < light.width; ++x) {
            const float slope =
                behind[std::clamp(x + dx, 0, light.width - 1)] - before[std::clamp(x - dx, 0, light.width - 1)];
            light.row(y)[x] = 1 + std::clamp(static_cast<float>(strength) * slope, -0.75F, 0.75F);
        }
    }
    return light;
}

Plane inBrightField(const Plane& thickness, double strength)
{
    Plane around = thickness;
    around.blur(2);
    Plane light(thickness.width, thickness.height);
    for (std::size_t i = 0; i < light.values.size(); ++i) {
        const float bend = thickness.values[i] - around.values[i];
        light.values[i] =
            1 + std::clamp(static_cast<float>(strength) * bend, -0.7F, 0.7F) - 0.04F * thickness.values[i];
    }
    return light;
}

Light throughColors(const Canvas& canvas)
{
    const image::Pixels pixels = canvas.pixels();
    Light light(3, Plane(pixels.width, pixels.height));
    for (std::size_t i = 0; i < light[0].values.size(); ++i)
        for (std::size_t c = 0; c < 3; ++c)
            light[c].values[i] = static_cast<float>(pixels.rgba[4 * i + c]) / 255;
    return light;
}

Camera anyCamera(Random& random)
{
    Camera camera;
    const double ground = random.real(0.35, 0.72);
    camera.ground = {ground, ground, ground};
    camera.contrast = random.real(0.45, 1.1);
    camera.vignette = random.chance(0.6) ? random.real(0.05, 0.45) : 0;
    if (random.chance(0.6))
        camera.tilt = {random.real(-0.18, 0.18), random.real(-0.18, 0.18)};
    camera.mottle = random.chance(0.4) ? random.real(0.01, 0.06) : 0;
    camera.defocus = random.weighted({60, 30, 10});
    camera.grain = random.real(1, 7);
    camera.dust = random.chance(0.35) ? random.integer(2, 25) : 0;
    camera.jpegQuality = random.chance(0.25) ? random.integer(25, 70) : 100;
    return camera;
}

image::Pixels photographed(Light light, const Camera& camera, Random& random)
{
    for (Plane& plane : light)
        plane.blur(camera.defocus);
    const Plane shade = illumination(light[0].width, light[0].height, camera, random);
    const std::array<double, 3> ground = {camera.ground.red, camera.ground.green, camera.ground.blue};
    image::Pixels pixels(shade.width, shade.height);
    for (std::size_t i = 0; i < shade.values.size(); ++i) {
        for (std::size_t c = 0; c < 3; ++c) {
            const float value = light[light.size() == 3 ? c : 0].values[i];
            const float lit = 1 + static_cast<float>(camera.contrast) * (value - 1);
            pixels.rgba[4 * i + c] = level(255 * static_cast<float>(ground[c]) * lit * shade.values[i]);
        }
        pixels.rgba[4 * i + 3] = 255;
    }
    addGrain(pixels, random, camera.grain);
    if (camera.isRound)
        stopField(pixels, random);
    return camera.jpegQuality < 100 ? compressed(pixels, camera.jpegQuality) : pixels;
}

image::Pixels enlarged(const image::Pixels& pixels, int width, int height)
{
    image::Pixels result(width, height);
    for (int y = 0; y < height; ++y) {
        const double top = std::max(0.0, (y + 0.5) * pixels.height / height - 0.5);
        const int upper = std::min(static_cast<int>(top), pixels.height - 1);
        const int lower = std::min(upper + 1, pixels.height - 1);
        for (int x = 0; x < width; ++x) {
            const double left = std::max(0.0, (x + 0.5) * pixels.width / width - 0.5);
            const int column = std::min(static_cast<int>(left), pixels.width - 1);
            const std::ptrdiff_t here = 4 * static_cast<std::ptrdiff_t>(column);
            const std::ptrdiff_t next = column + 1 < pixels.width ? here + 4 : here;
            const double u = left - column;
            const double v = top - upper;
            for (std::ptrdiff_t c = 0; c < 4; ++c) {
                const double above = pixels.row(upper)[here + c] * (1 - u) + pixels.row(upper)[next + c] * u;
                const double below = pixels.row(lower)[here + c] * (1 - u) + pixels.row(lower)[next + c] * u;
                result.row(y)[4 * static_cast<std::ptrdiff_t>(x) + c] =
                    static_cast<std::uint8_t>(above * (1 - v) + below * v + 0.5);
            }
        }
    }
    return result;
}

} // namespace biomedica::demo
