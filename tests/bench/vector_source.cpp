#include "tests/bench/vector_source.h"

#include "core/similarity/npy.h"
#include "tests/bench/measure.h"

#include <cmath>
#include <cstring>
#include <random>

namespace biomedica::bench {

namespace {

constexpr float spread = 0.5f; // of a cluster, in units of the distance between middles

typedef float FourFloats __attribute__((vector_size(16)));

std::uint64_t next(std::uint64_t& state) // PCG's multiplier
{
    state = state * 6364136223846793005 + 1442695040888963407;
    return state;
}

/// The sum of four even numbers of 16 bits: close enough to a bell.
float normal(std::uint64_t& state)
{
    const std::uint64_t bits = next(state) ^ state >> 29;
    const auto part = [bits](int shift) { return static_cast<int>(bits >> shift & 0xffff); };
    return static_cast<float>(part(0) + part(16) + part(32) + part(48) - 2 * 65535) * (1.7320508f / 65536);
}

/// `dimensions` is a multiple of four.
void add(float weight, const float* direction, std::size_t dimensions, float* vector)
{
    for (std::size_t j = 0; j < dimensions; j += 4) {
        FourFloats sum, part;
        std::memcpy(&sum, vector + j, sizeof sum);
        std::memcpy(&part, direction + j, sizeof part);
        sum += weight * part;
        std::memcpy(vector + j, &sum, sizeof sum);
    }
}

void makeUnit(float* vector, std::size_t dimensions)
{
    float squares = 0;
    for (std::size_t j = 0; j < dimensions; ++j)
        squares += vector[j] * vector[j];
    for (std::size_t j = 0; j < dimensions; ++j)
        vector[j] /= std::sqrt(squares);
}

std::uint64_t stateOf(std::uint64_t number)
{
    return number * 0xd1342543de82ef95 + 1;
}

} // namespace

MadeUpVectors::MadeUpVectors(std::size_t clusters, std::size_t latent)
    : m_clusters(clusters), m_latent(latent), m_basis(latent * dimensions()), m_middles(clusters * latent)
{
    std::mt19937 random(7);
    std::normal_distribution<float> bell;
    for (float& number : m_basis)
        number = bell(random) / std::sqrt(static_cast<float>(dimensions()));
    for (float& number : m_middles)
        number = clusters > 1 ? bell(random) : 0;
}

std::string MadeUpVectors::name() const
{
    return std::to_string(m_clusters) + " cluster(s) in " + std::to_string(m_latent) + " directions";
}

void MadeUpVectors::make(std::uint64_t number, float* vector) const
{
    std::uint64_t state = stateOf(number);
    const std::size_t cluster = (next(state) >> 33) % m_clusters;
    std::vector<float> weights(m_latent);
    for (std::size_t i = 0; i < m_latent; ++i)
        weights[i] = m_middles[cluster * m_latent + i] + spread * normal(state);
    const float noise = 0.1f * std::sqrt(static_cast<float>(m_latent) / static_cast<float>(dimensions()));
    for (std::size_t j = 0; j < dimensions(); ++j)
        vector[j] = noise * normal(state);
    for (std::size_t i = 0; i < m_latent; ++i)
        add(weights[i], &m_basis[i * dimensions()], dimensions(), vector);
    makeUnit(vector, dimensions());
}

JitteredVectors::JitteredVectors(const std::filesystem::path& npy, float jitter) : m_jitter(jitter)
{
    const auto reader = must(similarity::NpyReader::open(npy));
    m_dimensions = reader.header().dimensions;
    m_count = reader.header().rows;
    m_rows.resize(m_count * m_dimensions);
    must(reader.read(0, m_rows));
}

std::string JitteredVectors::name() const
{
    char jitter[32];
    std::snprintf(jitter, sizeof jitter, "%g", static_cast<double>(m_jitter));
    return std::to_string(m_count) + " real vectors with jitter " + jitter;
}

const float* JitteredVectors::row(std::uint64_t random) const
{
    return &m_rows[(random >> 33) % m_count * m_dimensions];
}

void JitteredVectors::make(std::uint64_t number, float* vector) const
{
    std::uint64_t state = stateOf(number);
    const float* const from = row(next(state));
    const float* const to = row(next(state));
    const float* const middle = row(next(state));
    for (std::size_t j = 0; j < m_dimensions; ++j)
        vector[j] = middle[j] + m_jitter * (to[j] - from[j]);
    makeUnit(vector, m_dimensions);
}

} // namespace biomedica::bench
