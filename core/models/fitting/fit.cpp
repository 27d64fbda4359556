#include "core/models/fitting/fit.h"

#include "core/models/blocks/blocks.h"
#include "core/models/fitting/square_matrix.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <opencv2/core.hpp>

namespace biomedica::models {

namespace {

using Kinds = std::map<int, std::vector<std::vector<float>>>;

struct Moments {
    std::vector<double> means, variances;
};

Moments momentsOf(const std::vector<std::vector<float>>& rows)
{
    const std::size_t size = rows.front().size();
    Moments moments{std::vector<double>(size), std::vector<double>(size)};
    for (const auto& row : rows)
        for (std::size_t i = 0; i < size; ++i)
            moments.means[i] += row[i];
    for (double& mean : moments.means)
        mean /= static_cast<double>(rows.size());
    for (const auto& row : rows)
        for (std::size_t i = 0; i < size; ++i)
            moments.variances[i] += (row[i] - moments.means[i]) * (row[i] - moments.means[i]);
    for (double& variance : moments.variances)
        variance /= static_cast<double>(rows.size());
    return moments;
}

std::vector<std::vector<float>> raised(const std::vector<Example>& examples)
{
    std::vector<std::vector<float>> rows;
    for (const Example& example : examples)
        rows.push_back(Whitening::raised(example.measures));
    return rows;
}

/// Every number to a variance of about one, and every block to a root mean squared norm of one.
void setScales(Whitening& whitening, const Moments& moments)
{
    whitening.centres.assign(moments.means.begin(), moments.means.end());
    whitening.scales.resize(moments.means.size());
    std::size_t begin = 0;
    for (const Block& block : allBlocks()) {
        double mean = 0;
        for (std::size_t i = begin; i < begin + block.size; ++i)
            mean += moments.variances[i] / static_cast<double>(block.size);
        double squaredNorm = 0;
        for (std::size_t i = begin; i < begin + block.size; ++i)
            squaredNorm += moments.variances[i] / (moments.variances[i] + 0.02 * mean + 1e-9);
        for (std::size_t i = begin; i < begin + block.size; ++i)
            whitening.scales[i] = static_cast<float>(
                1 / std::sqrt((moments.variances[i] + 0.02 * mean + 1e-9) * std::max(squaredNorm, 1e-9)));
        begin += block.size;
    }
}

struct Covariances {
    std::vector<double> mean;                    ///< of the kinds' means
    std::vector<std::vector<double>> deviations; ///< of each kind's mean from that
    SquareMatrix within;                         ///< averaged over the kinds
    SquareMatrix all;                            ///< the same, and between the kinds
};

Result<Covariances> covariancesOf(const Kinds& kinds, const Job& job)
{
    const std::size_t size = kinds.begin()->second.front().size();
    const auto share = 1 / static_cast<double>(kinds.size());
    Covariances result{std::vector<double>(size), {}, SquareMatrix(size), SquareMatrix(size)};
    for (const auto& [kind, rows] : kinds) {
        result.deviations.push_back(momentsOf(rows).means);
        const std::vector<double>& mean = result.deviations.back();
        for (std::size_t i = 0; i < size; ++i)
            result.mean[i] += mean[i] * share;
        for (const auto& row : rows) {
            TRY_VOID(job.check());
            std::vector<double> deviation(size);
            for (std::size_t i = 0; i < size; ++i)
                deviation[i] = row[i] - mean[i];
            result.within.addOuterProduct(deviation, share / static_cast<double>(rows.size()));
        }
    }
    result.all = result.within;
    for (auto& deviation : result.deviations) {
        for (std::size_t i = 0; i < size; ++i)
            deviation[i] -= result.mean[i];
        result.all.addOuterProduct(deviation, share);
    }
    return result;
}

/// The first `count` eigenvectors by falling eigenvalue, of length one; each with its largest number positive, so that
/// its sign does not hang on the last bit.
std::vector<std::vector<double>> eigenvectors(SquareMatrix matrix, std::size_t count)
{
    const int size = static_cast<int>(matrix.size());
    cv::Mat values, vectors;
    cv::eigen(cv::Mat(size, size, CV_64F, matrix.row(0)), values, vectors);
    std::vector<std::vector<double>> first;
    for (int i = 0; i < static_cast<int>(count); ++i) {
        const auto* row = vectors.ptr<double>(i);
        const double largest =
            *std::max_element(row, row + size, [](double a, double b) { return std::abs(a) < std::abs(b); });
        auto& vector = first.emplace_back(row, row + size);
        for (double& number : vector)
            number = largest < 0 ? -number : number;
    }
    return first;
}

/// Of L⁻¹ B L⁻ᵀ for the covariance B between the kinds, of which there are few: from the products of their means.
std::vector<std::vector<double>> discriminantDirections(const SquareMatrix& cholesky, const Covariances& covariances,
                                                        std::size_t count)
{
    const std::size_t kinds = covariances.deviations.size();
    std::vector<std::vector<double>> means;
    for (const auto& deviation : covariances.deviations)
        means.push_back(cholesky.solved(deviation));
    SquareMatrix products(kinds);
    for (std::size_t i = 0; i < kinds; ++i)
        for (std::size_t k = 0; k < kinds; ++k)
            products.row(i)[k] = std::inner_product(means[i].begin(), means[i].end(), means[k].begin(), 0.0);
    std::vector<std::vector<double>> directions;
    for (const auto& shares : eigenvectors(std::move(products), count)) {
        auto& direction = directions.emplace_back(cholesky.size());
        for (std::size_t k = 0; k < kinds; ++k)
            for (std::size_t i = 0; i < direction.size(); ++i)
                direction[i] += shares[k] * means[k][i];
        const double length = std::sqrt(std::inner_product(direction.begin(), direction.end(), direction.begin(), 0.0));
        for (double& number : direction)
            number /= std::max(length, 1e-12);
    }
    return directions;
}

/// Adds w = L⁻ᵀ u for each direction u.
void addDirections(Whitening& whitening, const SquareMatrix& cholesky, const std::vector<double>& mean,
                   const std::vector<std::vector<double>>& directions)
{
    for (const auto& direction : directions) {
        const std::vector<double> w = cholesky.solvedTransposed(direction);
        whitening.matrix.insert(whitening.matrix.end(), w.begin(), w.end());
        whitening.offset.push_back(static_cast<float>(std::inner_product(w.begin(), w.end(), mean.begin(), 0.0)));
    }
}

/// By kind: the numbers of each example.
Kinds numbersOf(const Whitening& whitening, const Kinds& kinds)
{
    Kinds numbers;
    for (const auto& [kind, rows] : kinds)
        for (const auto& row : rows)
            numbers[kind].push_back(whitening.numbersOf(row));
    return numbers;
}

/// The mean length of the part of the numbers from `first` to before `last`.
double meanLength(const Kinds& numbers, std::size_t first, std::size_t last)
{
    double sum = 0;
    double count = 0;
    for (const auto& [kind, rows] : numbers)
        for (const auto& row : rows) {
            const auto begin = row.begin() + static_cast<std::ptrdiff_t>(first);
            const auto end = row.begin() + static_cast<std::ptrdiff_t>(last);
            sum += std::sqrt(std::inner_product(begin, end, begin, 0.0));
            ++count;
        }
    return sum / count;
}

/// The directions from `first` on become as long as those before, by mean length.
void weighTheSame(Whitening& whitening, const Kinds& numbers, std::size_t first)
{
    const double principal = meanLength(numbers, 0, first);
    const double discriminant = meanLength(numbers, first, whitening.directions());
    const auto factor = static_cast<float>(principal / std::max(discriminant, 1e-12));
    for (std::size_t i = first; i < whitening.directions(); ++i)
        whitening.offset[i] *= factor;
    for (std::size_t i = first * whitening.centres.size(); i < whitening.matrix.size(); ++i)
        whitening.matrix[i] *= factor;
}

/// From the numbers of the directions from `first` on.
KindDistributions distributionsOf(const Kinds& numbers, std::size_t first)
{
    const std::size_t size = numbers.begin()->second.front().size() - first;
    std::vector<Moments> moments;
    for (const auto& [kind, rows] : numbers)
        moments.push_back(momentsOf(rows));
    KindDistributions distributions;
    for (std::size_t i = first; i < first + size; ++i) {
        double variance = 0;
        for (const Moments& kind : moments)
            variance += kind.variances[i] / static_cast<double>(moments.size());
        distributions.deviations.push_back(static_cast<float>(std::sqrt(std::max(variance, 1e-24))));
    }
    for (const Moments& kind : moments)
        for (std::size_t i = 0; i < size; ++i)
            distributions.means.push_back(static_cast<float>(kind.means[first + i] / distributions.deviations[i]));
    return distributions;
}

Result<void> check(const Kinds& kinds, std::size_t dimensions)
{
    for (const auto& [kind, rows] : kinds)
        if (rows.size() < 2)
            return Error(ErrorKind::Invalid,
                         "a descriptor is fitted to two pictures of each kind or more; there is one "
                         "of kind "
                             + std::to_string(kind));
    if (kinds.size() < 2)
        return Error(ErrorKind::Invalid, "a descriptor is fitted to two kinds of pictures or more");
    if (dimensions < 1 || dimensions > measureCount())
        return Error(ErrorKind::Invalid, "a descriptor has 1 to " + std::to_string(measureCount()) + " dimensions, not "
                                             + std::to_string(dimensions));
    return {};
}

} // namespace

Result<Whitening> fit(const std::vector<Example>& examples, std::size_t dimensions, const Job& job)
{
    Whitening whitening;
    Kinds kinds;
    if (!examples.empty())
        setScales(whitening, momentsOf(raised(examples)));
    for (const Example& example : examples)
        kinds[example.kind].push_back(whitening.normalised(example.measures));
    TRY_VOID(check(kinds, dimensions));
    TRY(const Covariances covariances, covariancesOf(kinds, job));

    SquareMatrix regular = covariances.within;
    regular.addToDiagonal(0.1 * regular.trace() / static_cast<double>(regular.size()));
    regular.toCholesky();
    TRY_VOID(job.check());
    const SquareMatrix whitened = regular.solvedOnBothSides(covariances.all);
    TRY_VOID(job.check());
    const bool hasKinds = dimensions >= 4 * kinds.size();
    const std::size_t principal = hasKinds ? dimensions - 2 * kinds.size() + 1 : dimensions;
    addDirections(whitening, regular, covariances.mean, eigenvectors(whitened, principal));
    if (hasKinds) {
        addDirections(whitening, regular, covariances.mean,
                      discriminantDirections(regular, covariances, kinds.size() - 1));
        weighTheSame(whitening, numbersOf(whitening, kinds), principal);
        whitening.kinds = distributionsOf(numbersOf(whitening, kinds), principal);
    }
    return whitening;
}

} // namespace biomedica::models
