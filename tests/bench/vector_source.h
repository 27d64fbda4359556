// Made-up vectors as cheap as possible: 512 numbers in about 6 µs.
//
// Middles of clusters and the differences from them lie in `latent` random directions; to that comes a little noise in
// all directions. One cluster with a wide spread is data without structure: the nearest of a million vectors is then
// hardly nearer than the others.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <vector>

namespace biomedica::bench {

struct VectorKind {
    std::string name;
    std::size_t latent, clusters;
    float spread; ///< of a cluster, in units of the distance between middles
};

class VectorSource {
public:
    static constexpr std::size_t dimensions = 512;

    explicit VectorSource(const VectorKind& kind) : m_kind(kind), m_basis(kind.latent * dimensions)
    {
        std::mt19937 random(7);
        std::normal_distribution<float> normal;
        for (float& number : m_basis)
            number = normal(random) / std::sqrt(static_cast<float>(dimensions));
        m_middles.resize(kind.clusters * kind.latent);
        for (float& number : m_middles)
            number = kind.clusters > 1 ? normal(random) : 0;
    }

    /// The same number gives the same vector.
    void make(std::uint64_t number, float* vector) const
    {
        std::uint64_t state = number * 0xd1342543de82ef95 + 1;
        const std::size_t cluster = (next(state) >> 33) % m_kind.clusters;
        std::vector<float> weights(m_kind.latent);
        for (std::size_t i = 0; i < weights.size(); ++i)
            weights[i] = m_middles[cluster * m_kind.latent + i] + m_kind.spread * normal(state);
        const float noise = 0.1f * std::sqrt(static_cast<float>(m_kind.latent) / dimensions);
        for (std::size_t j = 0; j < dimensions; ++j)
            vector[j] = noise * normal(state);
        for (std::size_t i = 0; i < weights.size(); ++i)
            add(weights[i], &m_basis[i * dimensions], vector);
        float squares = 0;
        for (std::size_t j = 0; j < dimensions; ++j)
            squares += vector[j] * vector[j];
        for (std::size_t j = 0; j < dimensions; ++j)
            vector[j] /= std::sqrt(squares);
    }

private:
    typedef float FourFloats __attribute__((vector_size(16)));

    static std::uint64_t next(std::uint64_t& state) // PCG's multiplier
    {
        state = state * 6364136223846793005 + 1442695040888963407;
        return state;
    }
    /// The sum of four even numbers of 16 bits: close enough to a bell.
    static float normal(std::uint64_t& state)
    {
        const std::uint64_t bits = next(state) ^ state >> 29;
        const auto part = [bits](int shift) { return static_cast<int>(bits >> shift & 0xffff); };
        return static_cast<float>(part(0) + part(16) + part(32) + part(48) - 2 * 65535) * (1.7320508f / 65536);
    }
    static void add(float weight, const float* direction, float* vector)
    {
        for (std::size_t j = 0; j < dimensions; j += 4) {
            FourFloats sum, part;
            std::memcpy(&sum, vector + j, sizeof sum);
            std::memcpy(&part, direction + j, sizeof part);
            sum += weight * part;
            std::memcpy(vector + j, &sum, sizeof sum);
        }
    }

    VectorKind m_kind;
    std::vector<float> m_basis, m_middles;
};

} // namespace biomedica::bench
