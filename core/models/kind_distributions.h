// Which kinds of drawing a picture may be of: normal distributions of the descriptor's discriminant numbers, one for
// each kind it was fitted to, all with the same deviations (linear discriminant analysis; R. A. Fisher, "The use of
// multiple measurements in taxonomic problems", Annals of Eugenics 7, 1936).
//
// Thread contract: a value; const functions from any number of threads at once.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace biomedica::models {

struct KindDistributions {
    std::vector<float> deviations; ///< of each discriminant number: its standard deviation within a kind
    std::vector<float> means;      ///< kinds × discriminant numbers, in these deviations

    std::size_t discriminants() const { return deviations.size(); }
    std::size_t kinds() const { return deviations.empty() ? 0 : means.size() / deviations.size(); }

    /// Of each kind the square root of its share, so that their length is one and the product of two pictures' is how
    /// much their shares overlap (Bhattacharyya). Kinds are taken for equally frequent, and the square of each distance
    /// for an eighth of what it is: pictures that were never drawn by us lie far from every kind, where the bare
    /// likelihoods would give all to one. Noughts of a picture that cannot be placed.
    std::vector<float> rootsOfShares(std::span<const float> discriminants) const;
};

} // namespace biomedica::models
