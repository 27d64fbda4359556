// Fits the built-in descriptor's matrix to examples: pictures whose kind is known.
//
// Thread contract: pure functions. The result does not depend on the number of threads: sums are made in one order.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/models/whitening.h"

#include <vector>

namespace biomedica::models {

struct Example {
    int kind = 0;
    std::vector<float> measures; ///< as of blocks.h
};

/// Centres and scales from the examples' means and variances. Then, of y as whitening.h defines it, with every kind
/// counting the same: S = covariance within the kinds, R = S + 0.1 · tr(S)/measures · I, and two sets of directions w,
/// found by Cholesky's R = L Lᵀ:
/// - principal ones, which maximise wᵀ C w / wᵀ R w for the covariance C of all: the same as whitening by R^(−½) and
///   keeping the principal directions; the eigenvectors of L⁻¹ C L⁻ᵀ;
/// - discriminant ones (Fisher), which do so for the covariance between the kinds: one fewer than there are kinds. They
///   weigh as much as the principal ones, by mean length over the examples.
///
/// The vector ends with one number a kind (kind_distributions.h), of how the discriminant numbers are distributed over
/// the examples. Where `dimensions` are fewer than four times the kinds, they are all principal.
///
/// A tenth of the identity: with less, what drawings happen not to vary counts too much in pictures that were never
/// drawn by us; with all of it, charts of other programs were found less often. Discriminant directions, too, were
/// chosen by charts of two other programs, each one's kinds found among the other's: 0.818, 0.823 and 0.835 at
/// weights of 0.3, 0.6 and 1. Invalid where there are fewer than two kinds or examples of a kind; Cancelled.
Result<Whitening> fit(const std::vector<Example>& examples, std::size_t dimensions, const Job& job);

} // namespace biomedica::models
