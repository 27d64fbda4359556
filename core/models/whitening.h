// From what is measured of a picture to its vector: the fitted part of the built-in descriptor.
//
// Each number x becomes y = (sign(x) |x|^0.35 − centre) · scale, such that over the drawings it was fitted on every
// block of numbers has a root mean squared norm of one; a block's norm is cut at 1.6. Then Wᵀ y − offset, to length
// one: W takes out what varies within a kind of figure and keeps the principal directions of what is left, and last the
// discriminant ones. After these stand, 0.4 long, the kinds that those say it may be (kind_distributions.h), and all is
// brought to length one. core/models/fitting/fit.h says how the numbers are made. The power matters: it brings rare and
// common things to one scale.
//
// As bytes (little-endian): "BIODESC\n", recipe, measures, directions, discriminants, kinds u32 each, layout u64
// (hash64 of the blocks' names and sizes), centres, scales, offset, deviations and means of the kinds float32, W
// float16 (directions × measures, row-major), and hash64 of all that. 16 bits halve the file and change cosines by less
// than 0.001.
//
// Thread contract: a value; const functions from any number of threads at once.
#pragma once

#include "core/base/result.h"
#include "core/models/kind_distributions.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::models {

struct Whitening {
    /// Counted up when a block measures something else than before: fitted numbers and vectors are then stale.
    static constexpr std::uint32_t recipe = 3;

    std::vector<float> centres; ///< for each measure
    std::vector<float> scales;  ///< for each measure
    std::vector<float> offset;  ///< for each direction
    std::vector<float> matrix;  ///< directions × measures, row-major
    KindDistributions kinds;    ///< of the last directions' numbers; may be none

    std::size_t directions() const { return offset.size(); }
    std::size_t dimensions() const { return directions() + kinds.kinds(); }

    /// sign(x) |x|^0.35 of each.
    static std::vector<float> raised(std::span<const float> measures);

    /// y: as long as `measures`, which are those of blocks.h.
    std::vector<float> normalised(std::span<const float> measures) const;

    /// Wᵀ y − offset: directions() numbers of what normalised() gave.
    std::vector<float> numbersOf(std::span<const float> normalised) const;

    /// dimensions() numbers of length one.
    std::vector<float> vectorOf(std::span<const float> measures) const;

    std::string toBytes() const;
    /// Corrupt where the bytes are not whole, Unsupported where they are of another recipe.
    static Result<Whitening> fromBytes(std::string_view bytes);
};

} // namespace biomedica::models
