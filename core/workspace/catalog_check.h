// Compares a catalog with the shards that it was made from.
//
// Thread contract: one synchronous call; uses the catalog's connection.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/exporting/verify.h"

namespace biomedica::workspace {

/// Every figure: is its sample still there, with the same members, caption and identity?
Result<exporting::VerifyReport> verifyCatalog(catalog::Catalog& catalog, const Job& job);

} // namespace biomedica::workspace
