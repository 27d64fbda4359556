// Compares a catalog with the shards that it was made from.
//
// Thread contract: synchronous; uses the catalog's connection.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/exporting/verify.h"
#include "core/shards/metadata.h"
#include "core/shards/openshards.h"

#include <string>
#include <vector>

namespace biomedica::workspace {

/// Compares single figures with the bytes of their samples.
class FigureCheck {
public:
    explicit FigureCheck(catalog::Catalog& catalog) : m_catalog(catalog) {}

    /// What is not as the catalog says, a sentence each: the caption, or the figure's identity.
    Result<std::vector<std::string>> differences(const shards::ShardFile& shard, RowId row,
                                                 const catalog::FigureText& text);

private:
    catalog::Catalog& m_catalog;
    shards::MetadataReader m_reader;
};

/// Every figure: is its sample still there, with the same members, caption and identity?
Result<exporting::VerifyReport> verifyCatalog(catalog::Catalog& catalog, shards::OpenShards& open, const Job& job);

} // namespace biomedica::workspace
