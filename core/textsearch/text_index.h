// Full text of figures and articles: which contain a word or phrase, and how well (BM25).
//
// For now SQLite's FTS5, in the catalog's own file so that one transaction covers a figure and its
// text. Contentless: texts stand in the catalog or the shards already. Rows of removed figures stay
// until the index is rebuilt; callers keep to the rows that are shown.
//
// Thread contract: belongs to the thread of its connection.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/db/database.h"
#include "core/textsearch/segment_set.h"
#include "core/textsearch/tokenizer.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace biomedica::textsearch {

/// `score` grows with relevance: BM25 with captions counting most (weights in text_index.cpp).
template <typename Id>
struct Hit {
    Id id;
    float score = 0;
};

struct Matches {
    std::vector<Hit<RowId>> figures;      ///< the figure's own caption or in-text mentions match
    std::vector<Hit<ArticleId>> articles; ///< title or abstract match: so do all figures of the article
};

class TextIndex {
public:
    /// Makes the tables where they are missing (`connection` must be writable then).
    static Result<TextIndex> open(db::Connection& connection);

    Result<void> addFigure(RowId row, std::string_view caption, const std::vector<std::string>& mentions);
    Result<void> addArticle(ArticleId article, std::string_view title, std::string_view abstract);

    /// Where the pattern occurs in any of `fields`. Scores are 0 unless asked for: ranking a common
    /// word costs many times what finding it does.
    Result<Matches> match(const Pattern& pattern, TextFields fields, bool isScored);

private:
    explicit TextIndex(db::Connection& connection) : m_connection(&connection) {}

    Result<void> add(std::optional<db::Statement>& statement, const char* sql, std::uint32_t row,
                     std::string_view first, std::string_view second);

    db::Connection* m_connection;
    std::optional<db::Statement> m_insertFigure, m_insertArticle;
};

} // namespace biomedica::textsearch
