// Vectors made in code, and the naive program that answers about them.
#pragma once

#include "core/similarity/store/vector_writer.h"

#include <QTemporaryDir>
#include <map>
#include <random>

namespace biomedica::similarity::test {

/// Normally distributed in `latent` directions of `dimensions`, around one of `clusters` middles.
class VectorSource {
public:
    VectorSource(std::size_t dimensions, std::size_t latent, std::size_t clusters, float noise, unsigned seed = 1);

    std::vector<float> next();
    /// Near the middle of the cluster.
    std::vector<float> near(std::size_t cluster);

private:
    std::size_t m_dimensions, m_latent;
    float m_noise;
    std::mt19937 m_random;
    std::vector<float> m_basis; ///< latent × dimensions
    std::vector<std::vector<float>> m_middles;
};

std::filesystem::path pathOf(const QTemporaryDir& folder);
ModelInfo modelOf(std::size_t dimensions);
FigureId idOf(std::size_t number);

/// A store of `count` vectors, with ids idOf(0) …, committed each `batch` rows.
std::shared_ptr<VectorStore> storeOf(const QTemporaryDir& folder, VectorSource& source, std::size_t dimensions,
                                     std::size_t count, std::size_t batch);

/// What a naive program finds: the cosines of the k nearest among live positions that are allowed, the best first.
std::vector<double> naiveCosines(const VectorSet& set, std::span<const float> query, std::size_t k,
                                 const Bitmap* allowed);

} // namespace biomedica::similarity::test
