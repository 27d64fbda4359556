#include "core/catalog/column_store.h"

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/catalog/chunk_reader.h"
#include "core/catalog/chunks.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace biomedica::catalog {

namespace fs = std::filesystem;

namespace {

namespace indexSection {
constexpr std::uint32_t identity = 1, generation = 2, rowFiles = 3, articleFiles = 4, isDuplicate = 5, keyFiles = 6,
                        ranks = 7, articles = 8;
}

constexpr const char* indexName = "index";
constexpr std::array kinds = {"rows", "articles", "keys", "ranks"}; ///< what the other files' names begin with

// Rows that went or changed their state; new ones lie at the end.
constexpr const char* selectChangedRows = "SELECT row FROM row_change WHERE generation >= ?1";

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines = split(text, '\n');
    if (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

std::string asLines(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text.append(line).append(1, '\n');
    return text;
}

std::size_t sizeOfChunk(std::size_t all, std::size_t chunk, std::size_t most)
{
    return std::min(most, all - chunk * most);
}

std::size_t chunksOf(std::size_t all, std::size_t most)
{
    return (all + most - 1) / most;
}

Result<ColumnNames> readNames(db::Connection& connection)
{
    ColumnNames names;
    TRY(db::Statement terms, connection.prepare("SELECT id, text FROM term"));
    for (;;) {
        TRY(const bool hasRow, terms.step());
        if (!hasRow)
            break;
        names.terms[terms.integer(0)] = terms.text(1);
    }
    TRY(db::Statement shards, connection.prepare("SELECT id, name, subset FROM shard"));
    for (;;) {
        TRY(const bool hasRow, shards.step());
        if (!hasRow)
            return names;
        names.shards[shards.integer(0)] = {shards.text(1), shards.text(2)};
    }
}

} // namespace

Result<ColumnStore::State> ColumnStore::readState()
{
    State state;
    TRY(db::Statement identity, m_connection.prepare("SELECT text FROM identity"));
    TRY(const bool hasIdentity, identity.step());
    if (hasIdentity)
        state.identity = identity.text(0);
    TRY(state.generation, m_connection.integer("SELECT number FROM generation"));
    TRY(const std::int64_t rows, m_connection.integer("SELECT coalesce(max(row), 0) + 1 FROM figure"));
    TRY(const std::int64_t articles, m_connection.integer("SELECT coalesce(max(id), 0) + 1 FROM article"));
    state.rows = static_cast<std::uint32_t>(rows);
    state.articles = static_cast<std::uint32_t>(articles);
    return state;
}

ColumnStore::Index ColumnStore::readIndex(const State& state) const
{
    auto file = SectionFile::open(m_folder / indexName);
    if (!file || !file->isSound() || file->bytes(indexSection::identity) != state.identity)
        return {};
    Index index;
    index.identity = file->bytes(indexSection::identity);
    const auto generation = file->values<std::int64_t>(indexSection::generation);
    if (generation.size() != 1 || generation[0] > state.generation)
        return {}; // of a catalog that was put back to a former state
    index.generation = generation[0];
    index.rowFiles = linesOf(file->bytes(indexSection::rowFiles));
    index.articleFiles = linesOf(file->bytes(indexSection::articleFiles));
    index.keyFiles = linesOf(file->bytes(indexSection::keyFiles));
    index.ranks = file->bytes(indexSection::ranks);
    if (const auto count = file->values<std::int64_t>(indexSection::articles); count.size() == 1)
        index.articles = count[0];
    const auto words = file->values<std::uint64_t>(indexSection::isDuplicate);
    if (words.size() == (std::size_t{state.rows} + 63) / 64) {
        index.isDuplicate = Bitmap(state.rows);
        std::copy(words.begin(), words.end(), index.isDuplicate.words().begin());
    }
    return index;
}

Result<std::set<std::uint32_t>> ColumnStore::changedChunks(const Index& index)
{
    std::set<std::uint32_t> chunks;
    TRY(db::Statement changes, m_connection.prepare(selectChangedRows));
    changes.bind(1, index.generation);
    for (;;) {
        TRY(const bool hasRow, changes.step());
        if (!hasRow)
            return chunks;
        chunks.insert(static_cast<std::uint32_t>(changes.integer(0)) / rowsInChunk);
    }
}

std::shared_ptr<const SectionFile> ColumnStore::sound(const std::string& name) const
{
    if (name.empty())
        return nullptr;
    auto file = SectionFile::open(m_folder / name);
    if (!file || !file->isSound())
        return nullptr;
    return std::make_shared<const SectionFile>(std::move(*file));
}

/// The file of a chunk, if it is there, sound, and of the chunk's size; `section` takes so many bytes in it then.
std::shared_ptr<const SectionFile> ColumnStore::known(const std::vector<std::string>& names, std::size_t chunk,
                                                      std::uint32_t section, std::size_t bytes) const
{
    if (chunk >= names.size())
        return nullptr;
    auto file = sound(names[chunk]);
    return file && file->bytes(section).size() == bytes ? file : nullptr;
}

Result<std::shared_ptr<const SectionFile>> ColumnStore::keep(const char* kind, std::uint32_t chunk, std::string bytes,
                                                             std::vector<std::string>& names)
{
    ++m_written;
    constexpr std::size_t tableSize = 4096; // the sums of all sections stand there
    const std::string name = std::string(kind) + '-' + std::to_string(chunk) + '-'
                             + hex64(hash64(std::string_view(bytes).substr(0, tableSize)));
    names.resize(std::max<std::size_t>(names.size(), chunk + std::size_t{1}));
    names[chunk] = name;
    if (m_isOnDisk && replaceFile(m_folder / name, bytes))
        if (auto file = SectionFile::open(m_folder / name))
            return std::make_shared<const SectionFile>(std::move(*file));
    m_isOnDisk = false;
    TRY(SectionFile file, SectionFile::fromBytes(std::move(bytes)));
    return std::make_shared<const SectionFile>(std::move(file));
}

Result<SectionFiles> ColumnStore::rowFiles(const State& state, Index& index)
{
    TRY(const std::set<std::uint32_t> changed, changedChunks(index));
    SectionFiles files;
    const std::size_t chunks = chunksOf(state.rows, rowsInChunk);
    for (std::uint32_t chunk = 0; chunk < chunks; ++chunk) {
        const std::size_t rows = sizeOfChunk(state.rows, chunk, rowsInChunk);
        auto file = changed.contains(chunk) ? nullptr
                                            : known(index.rowFiles, chunk, section::ids, rows * sizeof(std::uint64_t));
        if (!file) {
            index.isDuplicate = Bitmap();
            index.articles.reset();
            index.ranks.clear();
            if (chunk < index.keyFiles.size())
                index.keyFiles[chunk].clear();
            TRY(const RowChunk read, readRows(m_connection, chunk * rowsInChunk, rows));
            TRY(file, keep("rows", chunk, encode(read), index.rowFiles));
        }
        files.push_back(std::move(file));
    }
    index.rowFiles.resize(chunks);
    return files;
}

Result<SectionFiles> ColumnStore::articleFiles(const State& state, Index& index)
{
    SectionFiles files;
    const std::size_t chunks = chunksOf(state.articles, articlesInChunk);
    for (std::uint32_t chunk = 0; chunk < chunks; ++chunk) {
        const std::size_t articles = sizeOfChunk(state.articles, chunk, articlesInChunk);
        auto file =
            known(index.articleFiles, chunk, section::of(ArticleField::Pmcid, 0), articles * sizeof(std::uint32_t));
        if (!file) {
            index.articles.reset();
            TRY(const ArticleChunk read, readArticles(m_connection, chunk * articlesInChunk, articles));
            TRY(file, keep("articles", chunk, encode(read), index.articleFiles));
        }
        files.push_back(std::move(file));
    }
    index.articleFiles.resize(chunks);
    return files;
}

void ColumnStore::writeIndex(const State& state, const Index& index)
{
    SectionWriter writer;
    writer.addBytes(indexSection::identity, state.identity);
    writer.add(indexSection::generation, std::span<const std::int64_t>(&state.generation, 1));
    writer.addBytes(indexSection::rowFiles, asLines(index.rowFiles));
    writer.addBytes(indexSection::articleFiles, asLines(index.articleFiles));
    writer.add(indexSection::isDuplicate, index.isDuplicate.words());
    writer.addBytes(indexSection::keyFiles, asLines(index.keyFiles));
    writer.addBytes(indexSection::ranks, index.ranks);
    if (index.articles)
        writer.add(indexSection::articles, std::span<const std::int64_t>(&*index.articles, 1));
    if (replaceFile(m_folder / indexName, writer.finish()))
        removeOthers(index);
}

/// Files that the index does not name; what another process may be writing stays for an hour.
void ColumnStore::removeOthers(const Index& index) const
{
    std::set<std::string> named{indexName};
    named.insert(index.rowFiles.begin(), index.rowFiles.end());
    named.insert(index.articleFiles.begin(), index.articleFiles.end());
    named.insert(index.keyFiles.begin(), index.keyFiles.end());
    named.insert(index.ranks);
    std::error_code problem;
    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator(m_folder, problem)) {
        const std::string name = entry.path().filename().string();
        std::error_code gone;
        const bool isBeingWritten = std::none_of(
            kinds.begin(), kinds.end(), [&](const char* kind) { return name.starts_with(std::string(kind) + '-'); });
        const bool isOld = fs::file_time_type::clock::now() - entry.last_write_time(gone) > std::chrono::hours(1);
        if (!named.contains(name) && (!isBeingWritten || isOld))
            others.push_back(entry.path());
    }
    for (const fs::path& path : others)
        fs::remove(path, problem);
}

Result<std::shared_ptr<const Columns>> ColumnStore::load()
{
    m_written = 0;
    m_isOnDisk = makeFolders(m_folder).has_value();
    TRY(const State state, readState());
    Index index = readIndex(state);
    const std::int64_t known = index.generation;
    TRY(const SectionFiles rows, rowFiles(state, index));
    TRY(const SectionFiles articles, articleFiles(state, index));
    TRY(const ColumnNames names, readNames(m_connection));
    TRY(std::shared_ptr<Columns> columns, columnsFrom(rows, articles, names));
    const bool isWhole = index.articles && index.isDuplicate.size() == columns->rows();
    if (index.isDuplicate.size() != columns->rows())
        index.isDuplicate = duplicatesIn(rows, *columns);
    columns->isDuplicate = index.isDuplicate;
    if (!index.articles)
        index.articles = static_cast<std::int64_t>(columns->countArticles());
    columns->articleCount = static_cast<std::size_t>(*index.articles);
    columns->generation = state.generation;
    if (m_isOnDisk && (m_written > 0 || !isWhole || known != state.generation))
        writeIndex(state, index);
    return std::shared_ptr<const Columns>(std::move(columns));
}

Result<SectionFiles> ColumnStore::keyFiles(const State& state, Index& index)
{
    const std::size_t chunks = chunksOf(state.rows, rowsInChunk);
    index.keyFiles.resize(chunks);
    SectionFiles files;
    for (std::uint32_t chunk = 0; chunk < chunks; ++chunk) {
        auto file = sound(index.keyFiles[chunk]);
        if (!file) {
            TRY(auto keys, readKeys(m_connection, chunk * rowsInChunk, sizeOfChunk(state.rows, chunk, rowsInChunk)));
            TRY(file, keep("keys", chunk, encodeKeys(std::move(keys)), index.keyFiles));
        }
        files.push_back(std::move(file));
    }
    return files;
}

Result<std::shared_ptr<const KeyRanks>> ColumnStore::keyRanks()
{
    m_written = 0;
    m_isOnDisk = makeFolders(m_folder).has_value();
    TRY(const State state, readState());
    Index index = readIndex(state);
    if (index.generation != state.generation) {
        TRY_VOID(load());
        index = readIndex(state);
        m_written = 0;
    }
    auto ranks = sound(index.ranks);
    if (!ranks || ranks->bytes(1).size() != std::size_t{state.rows} * sizeof(std::uint32_t)) {
        TRY(const SectionFiles files, keyFiles(state, index));
        std::vector<std::string> name;
        TRY(ranks, keep("ranks", 0, encodeRanks(files, state.rows), name));
        index.ranks = name.front();
        if (m_isOnDisk && index.generation == state.generation)
            writeIndex(state, index);
    }
    return std::make_shared<const KeyRanks>(std::move(ranks));
}

} // namespace biomedica::catalog
