// Reads what columns are made of from the catalog's tables.
//
// Thread contract: free functions; they belong to the thread of the connection.
#pragma once

#include "core/catalog/chunks.h"
#include "core/db/database.h"

#include <string>
#include <utility>
#include <vector>

namespace biomedica::catalog {

/// Rows [first, first + rows).
Result<RowChunk> readRows(db::Connection& connection, std::uint32_t first, std::size_t rows);
/// Articles with ids [first, first + articles).
Result<ArticleChunk> readArticles(db::Connection& connection, std::uint32_t first, std::size_t articles);

/// The keys of rows [first, first + rows), shown or not, with the row counted from the first.
Result<std::vector<std::pair<std::string, std::uint32_t>>> readKeys(db::Connection& connection, std::uint32_t first,
                                                                    std::size_t rows);

} // namespace biomedica::catalog
