#include "core/similarity/arithmetic/rotation.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

namespace biomedica::similarity {

namespace {

typedef float FourFloats __attribute__((vector_size(16)));

/// Steps of less than four apart, within four coordinates.
void transformFour(float* four)
{
    const float a = four[0] + four[1], b = four[0] - four[1], c = four[2] + four[3], d = four[2] - four[3];
    four[0] = a + c;
    four[1] = b + d;
    four[2] = a - c;
    four[3] = b - d;
}

void transform(std::span<float> vector)
{
    for (std::size_t i = 0; i < vector.size(); i += 4)
        transformFour(&vector[i]);
    for (std::size_t step = 4; step < vector.size(); step *= 2)
        for (std::size_t begin = 0; begin < vector.size(); begin += 2 * step)
            for (std::size_t i = begin; i < begin + step; i += 4) {
                FourFloats low, high;
                std::memcpy(&low, &vector[i], sizeof low);
                std::memcpy(&high, &vector[i + step], sizeof high);
                const FourFloats sum = low + high, difference = low - high;
                std::memcpy(&vector[i], &sum, sizeof sum);
                std::memcpy(&vector[i + step], &difference, sizeof difference);
            }
}

/// Public domain: https://prng.di.unimi.it/splitmix64.c
std::uint64_t nextRandom(std::uint64_t& state)
{
    std::uint64_t mixed = state += 0x9e3779b97f4a7c15;
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
    return mixed ^ mixed >> 31;
}

} // namespace

std::size_t Rotation::coordinatesOf(std::size_t dimensions)
{
    return std::bit_ceil(std::max<std::size_t>(dimensions, 64));
}

Rotation::Rotation(std::size_t dimensions) : m_dimensions(dimensions), m_coordinates(coordinatesOf(dimensions))
{
    std::uint64_t state = 0, bits = 0;
    const float scale = std::pow(static_cast<float>(m_coordinates), -0.5f * rounds);
    for (std::size_t i = 0; i < rounds * m_coordinates; ++i, bits >>= 1) {
        if (i % 64 == 0)
            bits = nextRandom(state);
        const float size = i < (rounds - 1) * m_coordinates ? 1 : scale;
        m_signs.push_back(bits & 1 ? size : -size);
    }
}

void Rotation::apply(std::span<const float> vector, std::span<float> rotated) const
{
    assert(vector.size() == m_dimensions && rotated.size() == m_coordinates);
    std::copy(vector.begin(), vector.end(), rotated.begin());
    std::fill(rotated.begin() + static_cast<std::ptrdiff_t>(m_dimensions), rotated.end(), 0.0f);
    for (std::size_t round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < m_coordinates; ++i)
            rotated[i] *= m_signs[round * m_coordinates + i];
        transform(rotated);
    }
}

} // namespace biomedica::similarity
