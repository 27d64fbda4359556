#include "core/workspace/workspace.h"

#include "core/base/text.h"
#include "core/journal/upkeep.h"
#include "core/shards/shard.h"
#include "core/workspace/collection_file.h"
#include "core/workspace/collection_text.h"
#include "core/workspace/reader.h"
#include "core/workspace/similarity.h"
#include "core/workspace/unread.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

namespace biomedica::workspace {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t defaultThumbnailBytes = 1'000'000'000;

fs::path journalPathOf(const fs::path& folder)
{
    return folder / "decisions" / "journal.sqlite";
}

/// A folder in which a collection may be made: one whose making was interrupted before its first file
/// was whole counts as empty.
bool isEmptyOrMissing(const fs::path& folder)
{
    std::error_code problem;
    if (!fs::exists(folder, problem))
        return true;
    const fs::path unfinished = std::string(collectionFileName) + ".part";
    for (const auto& entry : fs::directory_iterator(folder, problem))
        if (entry.path().filename() != unfinished)
            return false;
    return !problem;
}

/// Sorted, each once.
std::vector<fs::path> united(std::vector<fs::path> paths, const std::vector<fs::path>& others)
{
    paths.insert(paths.end(), others.begin(), others.end());
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
}

Error withAdvice(const Error& problem)
{
    if (problem.kind() == ErrorKind::Corrupt)
        return Error(problem.kind(),
                     problem.message()
                         + "; nothing that people made is in it: delete the collection's folder 'derived' "
                           "and index again");
    return problem;
}

} // namespace

Workspace::Workspace(fs::path folder, std::string name, journal::Journal journal)
    : m_folder(std::move(folder)), m_name(std::move(name)), m_shards(m_folder / "derived" / "checkpoints"),
      m_thumbnails(m_folder / "derived" / "thumbnails", defaultThumbnailBytes),
      m_text(std::make_unique<CollectionText>(m_folder / "derived" / "text")),
      m_similarity(std::make_unique<Similarity>(*this)), m_journal(std::move(journal)), m_labels(m_journal.origin())
{
}

Workspace::~Workspace() = default;

fs::path Workspace::catalogPath() const
{
    return m_folder / "derived" / "catalog.sqlite";
}

Result<std::unique_ptr<Workspace>> Workspace::create(const fs::path& folder)
{
    if (!isEmptyOrMissing(folder))
        return Error(ErrorKind::Io,
                     "'" + folder.string()
                         + "' is neither a collection nor an empty folder: name a new folder for the collection");
    std::error_code ignored;
    const fs::path whole = fs::absolute(folder, ignored).lexically_normal();
    TRY_VOID(makeFolders(whole)); // open() makes what goes into it
    const fs::path named = whole.has_filename() ? whole : whole.parent_path();
    TRY_VOID(writeCollectionFile(whole, {named.filename().string(), {}}));
    return open(whole);
}

Result<std::unique_ptr<Workspace>> Workspace::open(const fs::path& folder)
{
    std::error_code ignored;
    const fs::path whole = fs::absolute(folder, ignored).lexically_normal();
    TRY(CollectionFile file, readCollectionFile(whole));
    TRY_VOID(makeFolders(whole / "decisions"));
    TRY_VOID(makeFolders(whole / "derived"));
    TRY(journal::Journal journal, journal::Journal::open(journalPathOf(whole), db::Access::Create));
    std::unique_ptr<Workspace> workspace(new Workspace(whole, std::move(file.name), std::move(journal)));
    {
        // A missing catalog is made again, empty: it is derived.
        auto catalog = catalog::Catalog::open(workspace->catalogPath(), db::Access::Create);
        if (!catalog)
            return withAdvice(catalog.error());
    }
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::openOrCreate(const fs::path& folder)
{
    return isEmptyOrMissing(folder) ? create(folder) : open(folder);
}

Result<std::shared_ptr<const annotation::Taxonomy>> Workspace::taxonomy()
{
    TRY_VOID(takeNewEntries());
    const std::shared_lock lock(m_labelsMutex);
    return m_labels.taxonomy();
}

Result<void> Workspace::lookAfterJournal()
{
    const std::lock_guard lock(m_upkeepMutex);
    if (m_isLookedAfter)
        return {};
    const fs::path path = journalPathOf(m_folder);
    TRY_VOID(journal::checkLocking(path.parent_path()));
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const std::lock_guard journalLock(m_journalMutex);
    const auto kept = journal::checkAndBackUp(m_journal, path, today);
    // Without room for a copy a decision may still find its own: only damage stops the work.
    if (!kept && kept.error().kind() == ErrorKind::Corrupt)
        return kept.error();
    m_isLookedAfter = true;
    return {};
}

void Workspace::setBlindTo(const std::string& annotator)
{
    const std::lock_guard lock(m_snapshotMutex);
    m_blindTo = annotator;
}

Result<Workspace::Lease> Workspace::reader()
{
    {
        const std::lock_guard lock(m_readersMutex);
        if (!m_idleReaders.empty()) {
            Lease lease(*this, std::move(m_idleReaders.back()));
            m_idleReaders.pop_back();
            return lease;
        }
    }
    auto catalog = catalog::Catalog::open(catalogPath(), db::Access::ReadOnly);
    if (!catalog)
        return withAdvice(catalog.error());
    return Lease(*this, std::make_unique<Reader>(Reader{std::move(*catalog)}));
}

Result<void> Workspace::prepareSearch()
{
    TRY(auto lease, reader());
    TRY(const auto now, snapshot());
    const auto text = m_text->query(lease.catalog(), now->columns);
    return text ? Result<void>() : text.error();
}

query::Engine Workspace::engine(Lease& lease, std::shared_ptr<const query::Snapshot> now)
{
    const auto text = [this, &catalog = lease.catalog(), columns = now->columns] {
        return m_text->query(catalog, columns);
    };
    const auto neighbours = [this](const query::Examples& examples, const Bitmap& among, std::size_t most,
                                   const Job& job) { return m_similarity->nearest(examples, among, most, job); };
    return query::Engine(lease.catalog(), text, neighbours, std::move(now));
}

Result<IndexSummary> Workspace::index(const std::vector<fs::path>& filesOrFolders,
                                      const std::vector<std::string>& forget, const Job& job, const ProblemSink& report,
                                      Merging merging)
{
    TRY(CollectionFile file, readCollectionFile(m_folder));
    CollectionFile begun = file;
    std::vector<fs::path> forgotten;
    for (const std::string& name : forget) {
        std::error_code ignored;
        const fs::path whole = fs::absolute(name, ignored).lexically_normal();
        const auto known = std::find_if(file.shards.begin(), file.shards.end(), [&](const fs::path& shard) {
            return shard == whole || catalog::shardNameOf(shard) == name;
        });
        if (known == file.shards.end())
            return Error(ErrorKind::NotFound, "the collection does not know a shard '" + name + "'");
        forgotten.push_back(*known);
        file.shards.erase(known);
        std::erase(file.unread, forgotten.back());
    }
    std::vector<fs::path> wanted;
    std::vector<catalog::Problem> missing;
    for (const fs::path& path : filesOrFolders) {
        const auto found = shards::findShards(path);
        if (found)
            wanted.insert(wanted.end(), found->begin(), found->end());
        else
            missing.push_back({path.string(), {std::nullopt, found.error().message(), true}});
    }
    if (filesOrFolders.empty())
        wanted = united(file.shards, file.unread);
    wanted = united(std::move(wanted), {});
    begun.unread = united(begun.unread, wanted);
    if (begun.unread != file.unread) // so that a run that is cut off can be continued
        TRY_VOID(writeCollectionFile(m_folder, begun));

    TRY(IndexSummary summary,
        indexShards(catalogPath(), m_text->store(), m_shards, wanted, forgotten, job, report, merging));
    for (const catalog::Problem& problem : missing)
        report(problem);
    summary.skipped += static_cast<std::int64_t>(missing.size());
    summary.unreadableShards += static_cast<std::int64_t>(missing.size());
    TRY(auto lease, reader());
    TRY(const std::vector<catalog::ShardInfo> shards, lease.catalog().shards());
    std::vector<fs::path> indexed;
    for (const catalog::ShardInfo& shard : shards)
        indexed.push_back(shard.path);
    m_shards.keepIndexesOf(indexed);
    const std::set<fs::path> known(file.shards.begin(), file.shards.end());
    for (const catalog::ShardInfo& shard : shards)
        if (!known.contains(shard.path))
            file.shards.push_back(shard.path);
    file.unread = unreadAmong(std::move(file.unread), shards);
    std::erase_if(file.unread, [&](const fs::path& path) { // read, or reported as unreadable
        return std::binary_search(wanted.begin(), wanted.end(), path);
    });
    TRY_VOID(writeCollectionFile(m_folder, file));
    summary.shards = static_cast<std::int64_t>(shards.size());
    return summary;
}

Result<bool> Workspace::mergeTextOnce(const Job& job)
{
    TRY(catalog::Catalog catalog, catalog::Catalog::open(catalogPath(), db::Access::ReadWrite));
    return mergeOnce(catalog, m_text->store(), job);
}

Result<CollectionInfo> Workspace::info()
{
    CollectionInfo info;
    TRY(const auto now, snapshot());
    TRY(auto lease, reader());
    TRY(info.totals, lease.catalog().totals(*now->columns));
    info.models = m_similarity->modelNames();
    info.labelled = static_cast<std::int64_t>(now->labelled.count());
    const std::shared_lock lock(m_labelsMutex);
    std::set<std::string> annotators;
    for (const annotation::DecisionRecord* record : m_labels.decisions())
        if (record->entry.kind == journal::EntryKind::Decide)
            annotators.insert(record->entry.annotator);
    info.annotators.assign(annotators.begin(), annotators.end());
    return info;
}

Result<std::vector<catalog::Problem>> Workspace::problems()
{
    TRY(auto lease, reader());
    return lease.catalog().problems();
}

Result<std::shared_ptr<const query::Snapshot>> Workspace::snapshot()
{
    TRY_VOID(takeNewEntries());
    TRY(auto lease, reader());
    TRY(const std::int64_t generation, lease.catalog().generation());
    const std::lock_guard lock(m_snapshotMutex);
    const std::shared_lock labelsLock(m_labelsMutex);
    const bool hasColumns =
        m_snapshot && m_snapshot->columns->generation == generation && !m_snapshot->columns->areDamaged();
    const bool isSameView = hasColumns && m_snapshot->blindTo == m_blindTo;
    if (isSameView && m_snapshot->labelsVersion == m_labels.version())
        return m_snapshot;
    if (const auto changed = isSameView ? m_labels.changedSince(m_snapshot->labelsVersion) : std::nullopt; changed) {
        m_snapshot = query::updatedSnapshot(*m_snapshot, m_labels, *changed);
        return m_snapshot;
    }
    std::shared_ptr<const catalog::Columns> columns;
    if (hasColumns) {
        columns = m_snapshot->columns;
    } else {
        TRY(columns, lease.catalog().loadColumns());
    }
    m_snapshot = query::makeSnapshot(std::move(columns), m_labels, m_blindTo);
    TRY_VOID(m_snapshot->columns->check());
    return m_snapshot;
}

Result<std::shared_ptr<const query::ResultSet>> Workspace::search(const query::Query& query, const Job& job)
{
    TRY(const auto now, snapshot());
    TRY(auto lease, reader());
    return engine(lease, now).run(query, job);
}

Result<std::size_t> Workspace::count(const query::Query& query, const Job& job)
{
    TRY(const auto now, snapshot());
    TRY(auto lease, reader());
    TRY(const Bitmap found, engine(lease, now).matches(query, job));
    return found.count();
}

Result<std::vector<query::Facet>> Workspace::facets(const query::Query& query, const std::vector<query::Field>& fields,
                                                    bool isOwnFilterIgnored, const Job& job)
{
    TRY(const auto now, snapshot());
    TRY(auto lease, reader());
    query::Engine engine = this->engine(lease, now);
    TRY(const Bitmap found, engine.matches(query, job));
    // Fields that the query asks nothing of are counted together.
    std::vector<query::Field> together;
    std::map<query::Field, query::Facet> counted;
    for (const query::Field field : fields) {
        const query::Query others = query::withFilter(query, field, {});
        if (!isOwnFilterIgnored || others == query) {
            together.push_back(field);
            continue;
        }
        TRY(const Bitmap wider, engine.matches(others, job));
        counted[field] = std::move(query::countFacets(*now, {&field, 1}, wider).front());
    }
    for (query::Facet& facet : query::countFacets(*now, together, found))
        counted[facet.field] = std::move(facet);
    TRY_VOID(now->columns->check());
    std::vector<query::Facet> facets;
    for (const query::Field field : fields)
        facets.push_back(counted[field]);
    return facets;
}

Result<RowId> Workspace::resolveKey(std::string_view key)
{
    TRY(const auto now, snapshot());
    TRY(auto lease, reader());
    TRY(std::vector<RowId> rows, lease.catalog().rowsWithKey(key));
    const auto shardOf = [&](RowId row) { return join(now->columns->shard.textsOf(row.value), " "); };
    // SHARD:KEY; either part may hold colons of its own.
    for (std::size_t colon = key.find(':'); rows.empty() && colon != std::string_view::npos;
         colon = key.find(':', colon + 1)) {
        TRY(rows, lease.catalog().rowsWithKey(key.substr(colon + 1)));
        const std::string_view shard = key.substr(0, colon);
        std::vector<RowId> matching;
        for (const RowId row : rows) {
            TRY(const catalog::FigureText text, lease.catalog().figureText(row));
            TRY(const catalog::ShardInfo info, lease.catalog().shard(text.shard));
            if (info.name == shard || info.path == shard || info.path.filename() == shard)
                matching.push_back(row);
        }
        rows = std::move(matching);
    }
    if (rows.empty())
        return Error(ErrorKind::NotFound,
                     "there is no figure with the key '" + std::string(key) + "' in the collection");
    if (rows.size() == 1)
        return rows.front();
    std::string choices;
    for (const RowId row : rows)
        choices += "\n  " + shardOf(row) + ":" + std::string(key);
    return Error(ErrorKind::NotFound, std::to_string(rows.size()) + " figures have the key '" + std::string(key)
                                          + "'; name one of them with its shard:" + choices);
}

} // namespace biomedica::workspace
