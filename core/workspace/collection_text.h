// The text index of a collection, for queries: its segments, and the figures of each article.
//
// Thread contract: may be used from several threads at once, each with its own catalog connection.
#pragma once

#include "core/catalog/catalog.h"
#include "core/textsearch/text_query.h"
#include "core/textsearch/text_store.h"

#include <filesystem>
#include <memory>
#include <mutex>

namespace biomedica::workspace {

class CollectionText {
public:
    explicit CollectionText(std::filesystem::path folder) : m_store(std::move(folder)) {}

    textsearch::TextStore& store() { return m_store; }

    /// For one query over these columns. Says so where the collection has to be indexed again first.
    Result<textsearch::TextQuery> query(catalog::Catalog& catalog, std::shared_ptr<const catalog::Columns> columns);

private:
    std::shared_ptr<const textsearch::ArticleFigures> figuresOf(std::shared_ptr<const catalog::Columns> columns);

    textsearch::TextStore m_store;
    std::mutex m_mutex;
    std::weak_ptr<const catalog::Columns> m_columns; ///< that m_figures were made from
    std::shared_ptr<const textsearch::ArticleFigures> m_figures;
};

} // namespace biomedica::workspace
