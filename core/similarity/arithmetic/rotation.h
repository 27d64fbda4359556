// A fixed random rotation: it spreads what a vector says evenly over all coordinates, so that the sign of each is worth
// the same, whatever model the vectors are of.
//
// Three rounds of random signs and a Walsh-Hadamard transform (n log n; Andoni et al., arXiv 1509.02897). Vectors are
// filled up with zeros to the next power of two. The signs come from the generator splitmix64 with seed 0: codes on
// disk depend on them.
//
// Thread contract: immutable; shared between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace biomedica::similarity {

class Rotation {
public:
    explicit Rotation(std::size_t dimensions);

    std::size_t dimensions() const { return m_dimensions; }
    /// Coordinates of what is rotated: the power of two that is at least `dimensions`, at least 64.
    std::size_t coordinates() const { return m_coordinates; }
    /// How many coordinates vectors of so many dimensions have.
    static std::size_t coordinatesOf(std::size_t dimensions);

    /// `vector` has dimensions(), `rotated` coordinates() numbers; lengths and angles stay.
    void apply(std::span<const float> vector, std::span<float> rotated) const;

private:
    static constexpr std::size_t rounds = 3;

    std::size_t m_dimensions, m_coordinates;
    std::vector<float> m_signs; ///< for each round coordinates() times +1 or -1, scaled in the last
};

} // namespace biomedica::similarity
