// Figures in the order of a field: a counting sort over the ranks of a column's values.
//
// Figures without a value come last in either direction; those with the same one keep the catalog's order. 24 million
// take 0.2 s and 96 MB; a comparison sort took 20 times that.
//
// Thread contract: pure functions over an immutable snapshot.
#pragma once

#include "core/catalog/key_order.h"
#include "core/query/figure_set.h"
#include "core/query/query.h"
#include "core/query/snapshot.h"

namespace biomedica::query {

/// `found` by any field but the key.
FigureSet sortedBy(const std::shared_ptr<const Snapshot>& snapshot, Bitmap found, const Sort& sort);

FigureSet sortedByKey(std::shared_ptr<const catalog::KeyRanks> ranks, Bitmap found, bool isDescending);

} // namespace biomedica::query
