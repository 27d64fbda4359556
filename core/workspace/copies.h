// Figures that show the very same picture.
//
// Thread contract: a free function; the catalog belongs to the calling thread.
#pragma once

#include "core/base/bitmap.h"
#include "core/base/job.h"
#include "core/catalog/catalog.h"

#include <functional>
#include <string>
#include <vector>

namespace biomedica::workspace {

/// Reads a figure's picture as it is stored.
using PictureSource = std::function<Result<std::string>(RowId)>;

/// The groups of at least two figures of `among` with one picture, rising in each and by their first. Figures whose
/// shards state an image hash are compared by it; the others by size and then by all bytes, which are read. One that
/// cannot be read is in no group.
Result<std::vector<std::vector<RowId>>> copiesAmong(const Bitmap& among, catalog::Catalog& catalog,
                                                    const catalog::Columns& columns, const PictureSource& pictures,
                                                    const Job& job);

} // namespace biomedica::workspace
