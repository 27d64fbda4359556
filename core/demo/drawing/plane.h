// One channel of light as floats: the arithmetic of synthetic photographs.
//
// Thread contract: a value.
#pragma once

#include "core/demo/drawing/random.h"

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

/// Smooth noise around 0 with standard deviation about 1, 128 × 128, repeating without a seam.
class Texture {
public:
    /// `grain`: the size of its lumps in pixels.
    Texture(Random& random, int grain);

    float at(int x, int y) const
    {
        return m_values[static_cast<std::size_t>((y & (side - 1)) * side + (x & (side - 1)))];
    }

private:
    static constexpr int side = 128;
    std::vector<float> m_values;
};

} // namespace biomedica::demo
