// Reads what columns are made of from the catalog's tables.
//
// Thread contract: free functions; they belong to the thread of the connection.
#pragma once

#include "core/catalog/chunks.h"
#include "core/db/database.h"

namespace biomedica::catalog {

/// Rows [first, first + rows).
Result<RowChunk> readRows(db::Connection& connection, std::uint32_t first, std::size_t rows);
/// Articles with ids [first, first + articles).
Result<ArticleChunk> readArticles(db::Connection& connection, std::uint32_t first, std::size_t articles);

} // namespace biomedica::catalog
