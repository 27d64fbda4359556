// Two orders of figures made one.
//
// Thread contract: pure functions.
#pragma once

#include "core/base/ids.h"

#include <vector>

namespace biomedica::query {

struct Scored {
    RowId row;
    float score = 0;

    bool operator==(const Scored&) const = default;
};

/// Reciprocal rank fusion: a figure's score is the sum of 1 / (60 + its rank), ranks from 1, in the orders in which it
/// stands; equal ones by row. Where one of the two is empty, the other as it is, with its own scores. Source: Cormack,
/// Clarke and Büttcher, SIGIR 2009; 60 is theirs, and that of BIOMEDICA's published index.
std::vector<Scored> fused(std::vector<Scored> first, std::vector<Scored> second);

} // namespace biomedica::query
