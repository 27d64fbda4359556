#include "core/similarity/arithmetic/clustering.h"

#include "core/similarity/arithmetic/parallel.h"

#include <algorithm>
#include <numeric>

namespace biomedica::similarity {

namespace {

constexpr std::size_t sampleOfCluster = 64; ///< rows
constexpr int iterations = 8;
constexpr std::size_t rowsAtOnce = 4096;

/// Centres with half of their squared lengths: the nearest one has the largest product less that.
struct Centres {
    std::vector<float> vectors, halfSquares;
    std::size_t dimensions;

    std::size_t count() const { return halfSquares.size(); }
    void measure()
    {
        halfSquares.resize(vectors.size() / dimensions);
        for (std::size_t i = 0; i < halfSquares.size(); ++i) {
            const float* const centre = &vectors[i * dimensions];
            halfSquares[i] = 0.5f * std::inner_product(centre, centre + dimensions, centre, 0.0f);
        }
    }
};

/// The nearest centres of rows [begin, end).
void findNearest(const HalfRows& rows, const Centres& centres, std::size_t begin, std::size_t end,
                 std::span<std::uint32_t> nearest)
{
    std::vector<float> four(4 * rows.dimensions), products(4 * centres.count());
    for (std::size_t first = begin; first < end; first += 4) {
        const std::size_t count = std::min<std::size_t>(4, end - first);
        kernels().toFloats(rows.row(first).data(), four.data(), count * rows.dimensions);
        kernels().dotsOfFour(four.data(), centres.vectors.data(), centres.count(), rows.dimensions, products.data());
        for (std::size_t row = 0; row < count; ++row) {
            std::size_t best = 0;
            for (std::size_t centre = 1; centre < centres.count(); ++centre)
                if (products[4 * centre + row] - centres.halfSquares[centre]
                    > products[4 * best + row] - centres.halfSquares[best])
                    best = centre;
            nearest[first + row] = static_cast<std::uint32_t>(best);
        }
    }
}

Result<std::vector<std::uint32_t>> nearestOf(const HalfRows& rows, const Centres& centres, unsigned threads,
                                             const Job& job)
{
    std::vector<std::uint32_t> nearest(rows.count());
    for (std::size_t first = 0; first < rows.count(); first += rowsAtOnce * threads) {
        TRY_VOID(job.check());
        const std::size_t count = std::min(rowsAtOnce * threads, rows.count() - first);
        inParts(threads, count, [&](std::size_t begin, std::size_t end) {
            findNearest(rows, centres, first + begin, first + end, nearest);
        });
    }
    return nearest;
}

/// `count` rows at even distances.
std::vector<Half> sampled(const HalfRows& rows, std::size_t count)
{
    std::vector<Half> sample;
    sample.reserve(count * rows.dimensions);
    for (std::size_t i = 0; i < count; ++i) {
        const auto row = rows.row(i * rows.count() / count);
        sample.insert(sample.end(), row.begin(), row.end());
    }
    return sample;
}

/// Each centre becomes the mean of its rows; one without any stays where it is.
void moveToMeans(Centres& centres, const HalfRows& rows, const std::vector<std::uint32_t>& nearest)
{
    std::vector<float> sums(centres.vectors.size()), row(rows.dimensions);
    std::vector<std::uint32_t> counts(centres.count());
    for (std::size_t i = 0; i < rows.count(); ++i) {
        kernels().toFloats(rows.row(i).data(), row.data(), row.size());
        ++counts[nearest[i]];
        for (std::size_t j = 0; j < row.size(); ++j)
            sums[nearest[i] * row.size() + j] += row[j];
    }
    for (std::size_t centre = 0; centre < counts.size(); ++centre)
        for (std::size_t j = 0; j < row.size() && counts[centre] > 0; ++j)
            centres.vectors[centre * row.size() + j] =
                sums[centre * row.size() + j] / static_cast<float>(counts[centre]);
    centres.measure();
}

} // namespace

Result<Clusters> cluster(const HalfRows& rows, std::size_t count, unsigned threads, const Job& job)
{
    const std::size_t dimensions = rows.dimensions;
    const std::vector<Half> numbers = sampled(rows, std::min(rows.count(), count * sampleOfCluster));
    const HalfRows sample{numbers, dimensions};
    Centres centres{{}, {}, dimensions};
    const std::vector<Half> first = sampled(sample, std::min(count, sample.count()));
    centres.vectors.resize(first.size());
    kernels().toFloats(first.data(), centres.vectors.data(), first.size());
    centres.measure();
    for (int i = 0; i < iterations; ++i) {
        TRY(const auto nearest, nearestOf(sample, centres, threads, job));
        moveToMeans(centres, sample, nearest);
    }
    TRY(auto nearest, nearestOf(rows, centres, threads, job));
    return Clusters{std::move(centres.vectors), std::move(nearest)};
}

} // namespace biomedica::similarity
