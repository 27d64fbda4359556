#include "tests/core/similarity/vector_fixture.h"

#include <QtGlobal>
#include <algorithm>
#include <cmath>

namespace biomedica::similarity::test {

VectorSource::VectorSource(std::size_t dimensions, std::size_t latent, std::size_t clusters, float noise, unsigned seed)
    : m_dimensions(dimensions), m_latent(latent), m_noise(noise), m_random(seed)
{
    std::normal_distribution<float> normal;
    for (std::size_t i = 0; i < latent * dimensions; ++i)
        m_basis.push_back(normal(m_random) / std::sqrt(static_cast<float>(dimensions)));
    for (std::size_t cluster = 0; cluster < clusters; ++cluster) {
        std::vector<float> middle(latent);
        for (float& number : middle)
            number = normal(m_random);
        m_middles.push_back(std::move(middle));
    }
}

std::vector<float> VectorSource::next()
{
    return near(m_random() % m_middles.size());
}

std::vector<float> VectorSource::near(std::size_t cluster)
{
    std::normal_distribution<float> normal;
    std::vector<float> vector(m_dimensions);
    for (std::size_t i = 0; i < m_latent; ++i) {
        const float weight = m_middles[cluster][i] + m_noise * normal(m_random);
        for (std::size_t j = 0; j < m_dimensions; ++j)
            vector[j] += weight * m_basis[i * m_dimensions + j];
    }
    return vector;
}

std::filesystem::path pathOf(const QTemporaryDir& folder)
{
    return std::filesystem::path(folder.path().toStdString()) / "model";
}

ModelInfo modelOf(std::size_t dimensions)
{
    return {"test", "1", static_cast<std::uint32_t>(dimensions)};
}

FigureId idOf(std::size_t number)
{
    return FigureId((number + 1) * 0x9e3779b97f4a7c15);
}

std::shared_ptr<VectorStore> storeOf(const QTemporaryDir& folder, VectorSource& source, std::size_t dimensions,
                                     std::size_t count, std::size_t batch)
{
    auto store = VectorStore::create(pathOf(folder), modelOf(dimensions));
    if (!store)
        qFatal("%s", store.error().message().c_str());
    auto writer = (*store)->writer();
    for (std::size_t i = 0; i < count; ++i) {
        auto added = writer->add(idOf(i), source.next());
        if (added && (i + 1) % batch == 0)
            added = writer->commit();
        if (!added)
            qFatal("%s", added.error().message().c_str());
    }
    if (!writer->commit())
        qFatal("no commit");
    return *store;
}

std::vector<double> naiveCosines(const VectorSet& set, std::span<const float> query, std::size_t k,
                                 const Bitmap* allowed)
{
    double squares = 0;
    for (const float number : query)
        squares += double{number} * number;
    std::vector<double> cosines;
    std::vector<float> row(query.size());
    for (std::size_t position = 0; position < set.size(); ++position) {
        if (!set.live().test(position) || (allowed && !allowed->test(position)))
            continue;
        set.copyRow(position, row);
        double product = 0;
        for (std::size_t i = 0; i < row.size(); ++i)
            product += double{row[i]} * query[i];
        cosines.push_back(product / std::sqrt(squares));
    }
    std::sort(cosines.begin(), cosines.end(), std::greater<>());
    cosines.resize(std::min(k, cosines.size()));
    return cosines;
}

} // namespace biomedica::similarity::test
