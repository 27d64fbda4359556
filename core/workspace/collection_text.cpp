#include "core/workspace/collection_text.h"

#include "core/base/text.h"

namespace biomedica::workspace {

Result<textsearch::TextQuery> CollectionText::query(catalog::Catalog& catalog,
                                                    std::shared_ptr<const catalog::Columns> columns)
{
    TRY(const std::int64_t stale, catalog.staleShards());
    if (stale > 0)
        return Error(
            ErrorKind::Unsupported,
            "the texts of " + counted(static_cast<std::uint64_t>(stale), "shard")
                + " are not in the text index: index the collection again (biomedica index COLLECTION); forget "
                  "the shards that are gone");
    TRY(auto segments, m_store.segments(catalog.connection()));
    return textsearch::TextQuery(std::move(segments), figuresOf(std::move(columns)));
}

std::shared_ptr<const textsearch::ArticleFigures>
CollectionText::figuresOf(std::shared_ptr<const catalog::Columns> columns)
{
    const std::lock_guard lock(m_mutex);
    if (m_figures && m_columns.lock() == columns)
        return m_figures;
    struct Kept { // the figures refer to the columns' memory
        std::shared_ptr<const catalog::Columns> columns;
        textsearch::ArticleFigures figures;
    };
    const auto kept = std::make_shared<const Kept>(Kept{columns, textsearch::ArticleFigures(columns->articles)});
    m_columns = columns;
    m_figures = std::shared_ptr<const textsearch::ArticleFigures>(kept, &kept->figures);
    return m_figures;
}

} // namespace biomedica::workspace
