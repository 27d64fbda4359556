#include "core/similarity/arithmetic/sign_code.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>

namespace biomedica::similarity {

namespace {

constexpr int largestEntry = 63;
constexpr std::size_t signsInGroup = 4, combinations = 1 << signsInGroup;

float productOf(std::span<const float> a, std::span<const float> b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0f);
}

/// The sums of four coordinates, each taken with the sign that the combination has at its bit.
std::array<float, combinations> signedSums(const float* four)
{
    std::array<float, combinations> sums;
    for (std::size_t signs = 0; signs < combinations; ++signs) {
        sums[signs] = 0;
        for (std::size_t i = 0; i < signsInGroup; ++i)
            sums[signs] += signs >> i & 1 ? four[i] : -four[i];
    }
    return sums;
}

float largestSum(const float* four)
{
    return std::abs(four[0]) + std::abs(four[1]) + std::abs(four[2]) + std::abs(four[3]);
}

} // namespace

Centre::Centre(const Rotation& rotation, std::span<const float> centre)
    : vector(centre.begin(), centre.end()), rotated(rotation.coordinates()), squaredLength(productOf(centre, centre))
{
    rotation.apply(vector, rotated);
}

SignEncoder::SignEncoder(const Rotation& rotation)
    : m_rotation(rotation), m_difference(rotation.dimensions()), m_rotated(rotation.coordinates())
{
}

float SignEncoder::encode(std::span<const float> row, const Centre& centre, std::uint8_t* block, std::size_t place)
{
    for (std::size_t i = 0; i < row.size(); ++i)
        m_difference[i] = row[i] - centre.vector[i];
    m_rotation.apply(m_difference, m_rotated);

    float sumOfSizes = 0, squaredLength = 0, centreProduct = 0;
    for (std::size_t i = 0; i < m_rotated.size(); ++i) {
        sumOfSizes += std::abs(m_rotated[i]);
        squaredLength += m_rotated[i] * m_rotated[i];
        centreProduct += m_rotated[i] > 0 ? centre.rotated[i] : -centre.rotated[i];
    }
    std::uint8_t* const blockSigns = block + 2 * rowsInBlock * sizeof(Half);
    for (std::size_t pair = 0; pair < m_rotated.size() / 8; ++pair) {
        std::uint8_t signs = 0;
        for (std::size_t bit = 0; bit < 8; ++bit)
            signs = static_cast<std::uint8_t>(signs | (m_rotated[8 * pair + bit] > 0 ? 1 : 0) << bit);
        blockSigns[pair * rowsInBlock + place] = signs;
    }
    const float factor = sumOfSizes > 0 ? squaredLength / sumOfSizes : 0;
    const float offset = productOf(centre.vector, row) - factor * centreProduct;
    auto* const numbers = reinterpret_cast<Half*>(block);
    kernels().toHalves(&factor, numbers + place, 1);
    kernels().toHalves(&offset, numbers + rowsInBlock + place, 1);
    return std::sqrt(squaredLength);
}

EstimateQuery::EstimateQuery(const Rotation& rotation, std::span<const float> query)
{
    std::vector<float> rotated(rotation.coordinates());
    rotation.apply(query, rotated);
    const std::size_t groups = rotated.size() / signsInGroup;
    float range = 0;
    for (std::size_t group = 0; group < groups; ++group)
        range = std::max(range, 2 * largestSum(&rotated[group * signsInGroup]));
    const float step = range / largestEntry, scale = range > 0 ? 1 / step : 0;

    m_entries.resize(groups * 2 * combinations);
    m_table = {m_entries.data(), groups / 2, step, 0};
    for (std::size_t group = 0; group < groups; ++group) {
        const float smallest = -largestSum(&rotated[group * signsInGroup]);
        const auto sums = signedSums(&rotated[group * signsInGroup]);
        std::uint8_t* const entries = &m_entries[group / 4 * 128 + group % 2 * 64 + group / 2 % 2 * 32];
        for (std::size_t signs = 0; signs < combinations; ++signs) {
            const auto entry = static_cast<std::uint8_t>((sums[signs] - smallest) * scale + 0.5f);
            entries[signs] = entries[combinations + signs] = entry;
        }
        m_table.offset += smallest;
    }
}

float deviationOf(float product, float rowToCentre, float queryToCentre, std::size_t coordinates)
{
    // Signs of a random direction have a cosine of about sqrt(2 / pi) with it; what they lack is spread evenly.
    constexpr float lost = 0.755f; // sqrt(pi / 2 - 1)
    const float lengths = std::max(rowToCentre * queryToCentre, 1e-6f);
    const float cosine = (rowToCentre * rowToCentre + queryToCentre * queryToCentre - 2 + 2 * product) / (2 * lengths);
    const float sine = std::sqrt(std::max(0.0f, 1 - cosine * cosine));
    const float ofSigns = lost * lengths * sine / std::sqrt(static_cast<float>(coordinates - 1));
    const float ofRounding = 0.0025f * rowToCentre + 0.0005f; // table entries of six bits, numbers of sixteen
    return std::hypot(ofSigns, ofRounding);
}

} // namespace biomedica::similarity
