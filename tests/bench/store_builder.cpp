#include "tests/bench/store_builder.h"

#include "core/workspace/collection_file.h"
#include "core/workspace/workspace.h"
#include "tests/bench/measure.h"

namespace biomedica::bench {

namespace fs = std::filesystem;
using textsearch::SegmentBuilder;
using textsearch::Space;

namespace {

constexpr const char* selectIndexes = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";

constexpr const char* settings[] = {"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = OFF",
                                    "PRAGMA synchronous = OFF", "PRAGMA cache_size = -600000"};

} // namespace

StoreBuilder::StoreBuilder(const fs::path& collection, const Options& options) : m_options(options)
{
    auto workspace = must(workspace::Workspace::create(collection));
    m_folder = workspace->folder();
    m_textFolder = m_folder / "derived" / "text";
    must(makeFolders(m_textFolder));
    workspace.reset();
    m_catalog = std::make_unique<catalog::Catalog>(
        must(catalog::Catalog::open(m_folder / "derived" / "catalog.sqlite", db::Access::Create)));
    prepareCatalog();
    m_writer = std::make_unique<catalog::Writer>(must(catalog::Writer::prepare(*m_catalog)));
    m_merge = std::make_unique<textsearch::BackgroundMerge>(
        m_textFolder, m_catalog->connection(),
        [this](std::uint32_t first, std::uint32_t last) { return m_catalog->rowsBetween(RowId(first), RowId(last)); });
    must(m_catalog->connection().execute("BEGIN"));
}

StoreBuilder::~StoreBuilder() = default;

void StoreBuilder::prepareCatalog()
{
    db::Connection& connection = m_catalog->connection();
    for (const char* setting : settings)
        must(connection.execute(setting));
    std::vector<std::string> names;
    {
        db::Statement select = must(connection.prepare(selectIndexes));
        while (must(select.step())) {
            names.push_back(select.text(0));
            m_indexes.push_back(select.text(1));
        }
    }
    for (const std::string& name : names)
        must(connection.execute(("DROP INDEX " + name).c_str()));
}

void StoreBuilder::beginShard(const fs::path& path)
{
    handOver();
    if (!m_written.empty())
        commit();
    m_shards.push_back(path);
    m_shard = must(m_writer->addShard(path, must(stampOf(path))));
}

void StoreBuilder::add(const shards::Sample& sample, const shards::FigureMetadata& metadata)
{
    const auto id = shards::identify(sample.key, metadata);
    if (!id)
        std::abort(); // ours have what it takes
    const catalog::AddedFigure added = must(m_writer->addFigure(m_shard, {*id, &sample, &metadata}));
    m_texts.figures.push_back({added.row, metadata.caption, metadata.mentions});
    if (!added.isNewArticle)
        return;
    const shards::ArticleMetadata& article = metadata.article;
    m_texts.articles.push_back({added.article, article.title, article.abstract, article.mesh, article.keywords});
}

/// The shard's texts go to the other thread, when it has those of the one before.
void StoreBuilder::handOver()
{
    waitForText();
    m_textWork =
        std::async(std::launch::async, [this, texts = std::move(m_texts)]() mutable { takeText(std::move(texts)); });
    m_texts = {};
}

void StoreBuilder::waitForText()
{
    if (m_textWork.valid())
        m_textWork.get();
}

void StoreBuilder::takeText(Texts texts)
{
    for (const Figure& figure : texts.figures) {
        m_figureText.beginDocument(figure.row.value);
        m_figureText.add(0, figure.caption);
        for (const std::string& mention : figure.mentions)
            m_figureText.add(1, mention);
    }
    for (const Article& article : texts.articles) {
        m_articleText.beginDocument(article.id.value);
        m_articleText.add(0, article.title);
        m_articleText.add(1, article.abstract);
        for (const std::string& term : article.mesh)
            m_articleText.add(2, term);
        for (const std::string& keyword : article.keywords)
            m_articleText.add(3, keyword);
    }
    if (m_figureText.documents() < m_options.figuresInSegment)
        return;
    write(m_figureText, Space::Figures);
    write(m_articleText, Space::Articles);
}

void StoreBuilder::write(SegmentBuilder& builder, Space space)
{
    if (builder.isEmpty())
        return;
    textsearch::ListedSegment segment{textsearch::newSegmentName(), space, builder.first(), builder.last(), 0};
    segment.bytes = must(builder.write(m_textFolder / segment.name));
    m_written.push_back(std::move(segment));
}

/// What is written, as one transaction; the text work stands still.
void StoreBuilder::commit()
{
    waitForText();
    for (const textsearch::ListedSegment& segment : m_written)
        must(textsearch::listSegment(m_catalog->connection(), segment));
    m_written.clear();
    must(m_writer->advanceGeneration());
    must(m_catalog->connection().execute("COMMIT"));
    if (m_options.isMerged)
        must(m_merge->step());
    must(m_catalog->connection().execute("BEGIN"));
}

void StoreBuilder::finish()
{
    handOver();
    waitForText();
    write(m_figureText, Space::Figures);
    write(m_articleText, Space::Articles);
    commit();
    db::Connection& connection = m_catalog->connection();
    must(connection.execute("COMMIT"));
    for (const std::string& index : m_indexes)
        must(connection.execute(index.c_str()));
    if (m_options.isMerged)
        must(m_merge->finish({}));
    must(connection.execute("PRAGMA journal_mode = WAL"));
    must(m_catalog->loadColumns());
    must(m_catalog->keyRanks());
    workspace::CollectionFile file = must(workspace::readCollectionFile(m_folder));
    file.shards = m_shards;
    must(workspace::writeCollectionFile(m_folder, file));
}

} // namespace biomedica::bench
