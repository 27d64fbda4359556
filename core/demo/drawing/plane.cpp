#include "core/demo/drawing/plane.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

/// One pass of a running mean over `count` values; `padded` is scratch of at least count + 2·radius.
void boxLine(float* line, int count, int radius, std::vector<float>& padded)
{
    padded.resize(static_cast<std::size_t>(count + 2 * radius));
    float* middle = padded.data() + radius;
    std::copy_n(line, count, middle);
    std::fill_n(padded.data(), radius, line[0]);
    std::fill_n(middle + count, radius, line[count - 1]);
    const int size = 2 * radius + 1;
    const float scale = 1.0F / static_cast<float>(size);
    float sum = 0;
    for (int i = 0; i < size; ++i)
        sum += padded[static_cast<std::size_t>(i)];
    for (int i = 0; i < count; ++i) {
        line[i] = sum * scale;
        if (i + 1 < count)
            sum += middle[i + radius + 1] - middle[i - radius];
    }
}

/// The same down all columns at once, row by row, which is what the cache likes.
void boxColumns(Plane& plane, int radius)
{
    const Plane source = plane;
    const auto rowAt = [&](int y) { return source.row(std::clamp(y, 0, source.height - 1)); };
    std::vector<float> sums(static_cast<std::size_t>(plane.width));
    for (int y = -radius; y <= radius; ++y)
        for (int x = 0; x < plane.width; ++x)
            sums[static_cast<std::size_t>(x)] += rowAt(y)[x];
    const float scale = 1.0F / static_cast<float>(2 * radius + 1);
    for (int y = 0; y < plane.height; ++y) {
        float* target = plane.row(y);
        const float* entering = rowAt(y + radius + 1);
        const float* leaving = rowAt(y - radius);
        for (int x = 0; x < plane.width; ++x) {
            float& sum = sums[static_cast<std::size_t>(x)];
            target[x] = sum * scale;
            sum += entering[x] - leaving[x];
        }
    }
}

} // namespace

void Plane::addPoint(double x, double y, double amount)
{
    const int left = static_cast<int>(std::floor(x));
    const int top = static_cast<int>(std::floor(y));
    if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height)
        return;
    const auto u = static_cast<float>(x - left);
    const auto v = static_cast<float>(y - top);
    const auto light = static_cast<float>(amount);
    row(top)[left] += light * (1 - u) * (1 - v);
    row(top)[left + 1] += light * u * (1 - v);
    row(top + 1)[left] += light * (1 - u) * v;
    row(top + 1)[left + 1] += light * u * v;
}

void Plane::addSpot(double x, double y, double sd, double peak)
{
    const double reach = 2 * sd;
    const int top = std::max(0, static_cast<int>(std::ceil(y - reach)));
    const int bottom = std::min(height - 1, static_cast<int>(std::floor(y + reach)));
    const int left = std::max(0, static_cast<int>(std::ceil(x - reach)));
    const int right = std::min(width - 1, static_cast<int>(std::floor(x + reach)));
    for (int py = top; py <= bottom; ++py)
        for (int px = left; px <= right; ++px) {
            const double near = 1 - ((px - x) * (px - x) + (py - y) * (py - y)) / (reach * reach);
            if (near > 0)
                row(py)[px] += static_cast<float>(peak * near * near);
        }
}

void Plane::blur(int radius)
{
    if (radius <= 0 || width <= 0 || height <= 0)
        return;
    std::vector<float> scratch;
    for (int pass = 0; pass < 2; ++pass) {
        for (int y = 0; y < height; ++y)
            boxLine(row(y), width, radius, scratch);
        boxColumns(*this, radius);
    }
}

void Plane::addPhotonNoise(Random& random, double photons, double readNoise)
{
    const auto perPhoton = static_cast<float>(1 / photons);
    const auto floor = static_cast<float>(readNoise * readNoise);
    for (float& value : values)
        value += std::sqrt(std::max(0.0F, value) * perPhoton + floor) * static_cast<float>(random.normal());
}

Plane planeOf(const image::Pixels& pixels)
{
    Plane plane(pixels.width, pixels.height);
    for (std::size_t i = 0; i < plane.values.size(); ++i) {
        const std::uint8_t* pixel = pixels.rgba.data() + 4 * i;
        plane.values[i] = static_cast<float>(pixel[0] * 77 + pixel[1] * 150 + pixel[2] * 29) / (255.0F * 256.0F);
    }
    return plane;
}

image::Pixels greyPixels(const Plane& plane)
{
    image::Pixels pixels(plane.width, plane.height);
    for (std::size_t i = 0; i < plane.values.size(); ++i) {
        std::uint8_t* pixel = pixels.rgba.data() + 4 * i;
        std::fill_n(pixel, 3, static_cast<std::uint8_t>(std::clamp(plane.values[i], 0.0F, 1.0F) * 255));
        pixel[3] = 255;
    }
    return pixels;
}

void addGrain(image::Pixels& pixels, Random& random, double sd)
{
    for (std::size_t i = 0; i < pixels.rgba.size(); i += 4) {
        const auto noise = static_cast<int>(random.normal(0, sd));
        for (std::size_t c = 0; c < 3; ++c)
            pixels.rgba[i + c] = static_cast<std::uint8_t>(std::clamp(pixels.rgba[i + c] + noise, 0, 255));
    }
}

Texture::Texture(Random& random, int grain)
{
    // The tile continued on all sides, blurred, and the middle kept: no seam.
    Plane tile(side, side);
    for (float& value : tile.values)
        value = static_cast<float>(random.normal());
    Plane wide(side + 4 * grain, side + 4 * grain);
    for (int y = 0; y < wide.height; ++y)
        for (int x = 0; x < wide.width; ++x)
            wide.row(y)[x] = tile.row((y - 2 * grain) & (side - 1))[(x - 2 * grain) & (side - 1)];
    wide.blur(grain);
    float sum = 0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            m_values.push_back(wide.row(y + 2 * grain)[x + 2 * grain]);
            sum += m_values.back() * m_values.back();
        }
    const float scale = 1 / std::sqrt(sum / static_cast<float>(m_values.size()));
    for (float& value : m_values)
        value *= scale;
}

} // namespace biomedica::demo
