#include "core/models/fitting/fit.h"

#include "core/models/blocks/blocks.h"
#include "core/models/fitting/square_matrix.h"

#include <cmath>
#include <map>
#include <opencv2/core.hpp>

namespace biomedica::models {

namespace {

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
    std::vector<double> mean; ///< of the kinds' means
    SquareMatrix within;      ///< averaged over the kinds
    SquareMatrix all;         ///< the same, and between the kinds
};

Result<Covariances> covariancesOf(const std::map<int, std::vector<std::vector<float>>>& kinds, const Job& job)
{
    const std::size_t size = kinds.begin()->second.front().size();
    const auto share = 1 / static_cast<double>(kinds.size());
    Covariances result{std::vector<double>(size), SquareMatrix(size), SquareMatrix(size)};
    std::vector<std::vector<double>> means;
    for (const auto& [kind, rows] : kinds) {
        means.push_back(momentsOf(rows).means);
        for (std::size_t i = 0; i < size; ++i)
            result.mean[i] += means.back()[i] * share;
        for (const auto& row : rows) {
            TRY_VOID(job.check());
            std::vector<double> deviation(size);
            for (std::size_t i = 0; i < size; ++i)
                deviation[i] = row[i] - means.back()[i];
            result.within.addOuterProduct(deviation, share / static_cast<double>(rows.size()));
        }
    }
    result.all = result.within;
    for (const auto& mean : means) {
        std::vector<double> deviation(size);
        for (std::size_t i = 0; i < size; ++i)
            deviation[i] = mean[i] - result.mean[i];
        result.all.addOuterProduct(deviation, share);
    }
    return result;
}

/// The first `count` eigenvectors by falling eigenvalue, as rows; each with its largest number positive, so that its
/// sign does not hang on the last bit.
cv::Mat principalDirections(SquareMatrix matrix, std::size_t count)
{
    const int size = static_cast<int>(matrix.size());
    cv::Mat values, vectors;
    cv::eigen(cv::Mat(size, size, CV_64F, matrix.row(0)), values, vectors);
    cv::Mat first = vectors.rowRange(0, static_cast<int>(count)).clone();
    for (int i = 0; i < first.rows; ++i) {
        auto* row = first.ptr<double>(i);
        double largest = 0;
        for (int k = 0; k < size; ++k)
            if (std::abs(row[k]) > std::abs(largest))
                largest = row[k];
        for (int k = 0; k < size && largest < 0; ++k)
            row[k] = -row[k];
    }
    return first;
}

Result<void> check(const std::map<int, std::vector<std::vector<float>>>& kinds, std::size_t dimensions)
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
    std::map<int, std::vector<std::vector<float>>> kinds;
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
    const cv::Mat directions = principalDirections(whitened, dimensions);
    for (std::size_t i = 0; i < dimensions; ++i) {
        const auto* direction = directions.ptr<double>(static_cast<int>(i));
        const std::vector<double> w = regular.solvedTransposed({direction, direction + regular.size()});
        double shift = 0;
        for (std::size_t k = 0; k < w.size(); ++k) {
            whitening.matrix.push_back(static_cast<float>(w[k]));
            shift += w[k] * covariances.mean[k];
        }
        whitening.offset.push_back(static_cast<float>(shift));
    }
    return whitening;
}

} // namespace biomedica::models
