// Vectors to measure with: made up as cheaply as possible, or real ones and as many like them as are wanted.
//
// Thread contract: make() may be called from several threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace biomedica::bench {

class VectorSource {
public:
    virtual ~VectorSource() = default;
    virtual std::size_t dimensions() const = 0;
    /// What it makes, in words.
    virtual std::string name() const = 0;
    /// The same number gives the same vector, of length 1.
    virtual void make(std::uint64_t number, float* vector) const = 0;
};

/// 512 numbers in about 6 µs. Middles of clusters and the differences from them lie in `latent` random directions; to
/// that comes a little noise in all directions. One cluster with a wide spread is data without structure: the nearest
/// of a million vectors is then hardly nearer than the others.
class MadeUpVectors : public VectorSource {
public:
    MadeUpVectors(std::size_t clusters, std::size_t latent);

    std::size_t dimensions() const override { return 512; }
    std::string name() const override;
    void make(std::uint64_t number, float* vector) const override;

private:
    std::size_t m_clusters, m_latent;
    std::vector<float> m_basis, m_middles;
};

/// Real vectors with jitter: one of the rows of an `.npy` file, moved by `jitter` times the difference of two others,
/// so that it stays where real vectors are found.
class JitteredVectors : public VectorSource {
public:
    /// Ends the program with a message where the file cannot be read.
    JitteredVectors(const std::filesystem::path& npy, float jitter);

    std::size_t dimensions() const override { return m_dimensions; }
    std::string name() const override;
    void make(std::uint64_t number, float* vector) const override;

private:
    const float* row(std::uint64_t random) const;

    std::size_t m_dimensions = 0, m_count = 0;
    float m_jitter;
    std::vector<float> m_rows;
};

} // namespace biomedica::bench
