// One channel of light as floats: the arithmetic of synthetic photographs.
//
// Thread contract: a value.
#pragma once

#include "core/demo/drawing/random.h"
#include "core/image/pixels.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace biomedica::demo {

struct Plane {
    int width = 0;
    int height = 0;
    std::vector<float> values; ///< height × width, row-major, 0 dark to 1 saturated

    Plane() = default;
    Plane(int w, int h, float value = 0)
        : width(w), height(h), values(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), value)
    {
    }

    float* row(int y) { return values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
    const float* row(int y) const
    {
        return values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }

    /// Shares `amount` among the four pixels around (x, y); nothing outside.
    void addPoint(double x, double y, double amount);
    /// A round spot of light, nearly gaussian: (1 − d²/R²)² within R = 2 sd.
    void addSpot(double x, double y, double sd, double peak);
    /// Two passes of a box of 2·radius + 1, close to a gaussian of sd ≈ 0.82·radius + 0.4; edges repeat.
    void blur(int radius);
    /// Shot noise of `photons` at full light, and a floor of read-out noise.
    void addPhotonNoise(Random& random, double photons, double readNoise);
};

/// The brightness of each pixel.
Plane planeOf(const image::Pixels& pixels);
/// Grey, what is outside 0 to 1 cut off.
image::Pixels greyPixels(const Plane& plane);

/// The grain of a camera: noise of this standard deviation in levels of 0 to 255, in all three colours.
void addGrain(image::Pixels& pixels, Random& random, double sd);

/// Smooth noise around 0 with standard deviation about 1, 128 × 128, repeating without a seam.
class Texture {
public:
    /// `grain`: the size of its lumps in pixels.
    Texture(Random& random, int grain);

    float at(int x, int y) const
    {
        return m_values[static_cast<std::size_t>((y & (side - 1)) * side + (x & (side - 1)))];
    }
    /// Between the pixels, too.
    float at(double x, double y) const
    {
        const double left = std::floor(x);
        const double top = std::floor(y);
        const auto u = static_cast<float>(x - left);
        const auto v = static_cast<float>(y - top);
        const int column = static_cast<int>(left);
        const int line = static_cast<int>(top);
        const float upper = at(column, line) * (1 - u) + at(column + 1, line) * u;
        const float lower = at(column, line + 1) * (1 - u) + at(column + 1, line + 1) * u;
        return upper * (1 - v) + lower * v;
    }
    /// Lumps of all sizes from grain · 2^(octaves − 1) down to the grain, as in clouds and tissue; sd about 1.
    float cloud(double x, double y, int octaves) const
    {
        float sum = 0;
        float weight = 0.87F; // of a series that halves: 0.87² · 4/3 = 1
        for (double scale = 1.0 / (1 << (octaves - 1)); octaves-- > 0; scale *= 2, weight /= 2)
            sum += weight * at(x * scale + 37.5 * octaves, y * scale + 71.25 * octaves);
        return sum;
    }

private:
    static constexpr int side = 128;
    std::vector<float> m_values;
};

} // namespace biomedica::demo
