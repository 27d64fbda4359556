#include "core/models/kind_distributions.h"

#include <algorithm>
#include <cmath>

namespace biomedica::models {

namespace {

constexpr double temper = 8;

} // namespace

std::vector<float> KindDistributions::rootsOfShares(std::span<const float> discriminants) const
{
    if (kinds() == 0)
        return {};
    std::vector<double> likelihoods(kinds());
    for (std::size_t kind = 0; kind < likelihoods.size(); ++kind) {
        double squares = 0;
        for (std::size_t i = 0; i < deviations.size(); ++i) {
            const double apart = discriminants[i] / deviations[i] - means[kind * deviations.size() + i];
            squares += apart * apart;
        }
        likelihoods[kind] = -squares / (2 * temper);
    }
    const double largest = *std::max_element(likelihoods.begin(), likelihoods.end());
    double sum = 0;
    for (double& likelihood : likelihoods)
        sum += likelihood = std::exp(likelihood - largest);
    std::vector<float> roots;
    for (const double likelihood : likelihoods)
        roots.push_back(std::isfinite(sum) ? static_cast<float>(std::sqrt(likelihood / sum)) : 0);
    return roots;
}

} // namespace biomedica::models
