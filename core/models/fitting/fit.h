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
/// counting the same: S = covariance within the kinds, R = S + 0.1 · tr(S)/measures · I, and the `dimensions`
/// directions w that maximise wᵀ C w / wᵀ R w for the covariance C of all: the same as whitening by R^(−½) and keeping
/// the principal directions, found by Cholesky's R = L Lᵀ and the eigenvectors of L⁻¹ C L⁻ᵀ.
///
/// A tenth of the identity: with less, what drawings happen not to vary counts too much in pictures that were never
/// drawn by us; with all of it, charts of another program in its own styles were found less often (0.85 of the ten
/// nearest were of the same kind, against 0.87). Invalid where there are fewer than two kinds or examples of a kind;
/// Cancelled.
Result<Whitening> fit(const std::vector<Example>& examples, std::size_t dimensions, const Job& job);

} // namespace biomedica::models
