#include "core/textsearch/text_store.h"

#include "core/base/file.h"
#include "core/base/hash.h"

#include <algorithm>
#include <set>

namespace biomedica::textsearch {

namespace fs = std::filesystem;

namespace {

/// A batch takes this much memory, and as much again for a moment.
constexpr std::size_t batchBytes = 64 << 20;

constexpr const char* selectSegments =
    "SELECT name, space, first, last, bytes FROM text_segment WHERE space = ?1 ORDER BY first";
constexpr const char* insertSegment = "INSERT INTO text_segment VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr const char* deleteSegment = "DELETE FROM text_segment WHERE name = ?1";

Error withAdvice(const Error& problem)
{
    return Error(ErrorKind::Corrupt,
                 problem.message() + ": index the collection again to make it anew (biomedica index COLLECTION)");
}

} // namespace

std::string newSegmentName()
{
    return randomId().substr(0, 16) + ".text";
}

Result<std::vector<ListedSegment>> listedSegments(db::Connection& connection, Space space)
{
    TRY(db::Statement select, connection.prepare(selectSegments));
    select.bind(1, static_cast<std::uint32_t>(space));
    std::vector<ListedSegment> segments;
    for (;;) {
        TRY(const bool hasRow, select.step());
        if (!hasRow)
            return segments;
        segments.push_back({select.text(0), static_cast<Space>(select.integer(1)),
                            static_cast<std::uint32_t>(select.integer(2)),
                            static_cast<std::uint32_t>(select.integer(3)), select.bits(4)});
    }
}

Result<void> listSegment(db::Connection& connection, const ListedSegment& segment)
{
    TRY(db::Statement insert, connection.prepare(insertSegment));
    insert.bind(1, segment.name).bind(2, static_cast<std::uint32_t>(segment.space));
    insert.bind(3, segment.first).bind(4, segment.last).bind(5, segment.bytes);
    return insert.run();
}

Result<void> listSegments(db::Connection& connection, const std::vector<ListedSegment>& segments)
{
    for (const ListedSegment& segment : segments)
        TRY_VOID(listSegment(connection, segment));
    return {};
}

Result<void> unlistSegment(db::Connection& connection, const std::string& name)
{
    TRY(db::Statement remove, connection.prepare(deleteSegment));
    remove.bind(1, name);
    return remove.run();
}

Result<std::vector<ListedSegment>> TextStore::listed(db::Connection& connection) const
{
    TRY(std::vector<ListedSegment> all, listedSegments(connection, Space::Figures));
    TRY(std::vector<ListedSegment> articles, listedSegments(connection, Space::Articles));
    all.insert(all.end(), std::make_move_iterator(articles.begin()), std::make_move_iterator(articles.end()));
    return all;
}

Result<std::shared_ptr<const SegmentSet>> TextStore::opened(const std::vector<ListedSegment>& listed)
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> names;
    for (const ListedSegment& segment : listed)
        names.push_back(segment.name);
    if (m_set && names == m_names)
        return m_set;
    std::map<std::string, SegmentPointer> open;
    std::vector<SegmentPointer> segments;
    for (const std::string& name : names) {
        const auto known = m_open.find(name);
        auto segment = known == m_open.end() ? Segment::open(m_folder / name) : Result<SegmentPointer>(known->second);
        if (!segment)
            return segment.error();
        segments.push_back(open[name] = *segment);
    }
    TRY(m_set, SegmentSet::of(std::move(segments)));
    m_open = std::move(open);
    m_names = std::move(names);
    return m_set;
}

Result<std::shared_ptr<const SegmentSet>> TextStore::segments(db::Connection& connection)
{
    for (int attempt = 1;; ++attempt) {
        TRY(const std::vector<ListedSegment> before, listed(connection));
        auto set = opened(before);
        if (set || set.error().kind() == ErrorKind::Unsupported || set.error().kind() == ErrorKind::Io)
            return set;
        // A merge may have taken files away between the list and the opening of them.
        constexpr int enoughAttempts = 3;
        if (attempt == enoughAttempts)
            return withAdvice(set.error());
    }
}

TextWriter TextStore::writer() const
{
    return TextWriter(m_folder, m_texts);
}

Result<std::vector<ListedSegment>> TextStore::tidyUp(db::Connection& connection)
{
    TRY_VOID(makeFolders(m_folder));
    TRY(const std::vector<ListedSegment> all, listed(connection));
    std::vector<ListedSegment> unreadable;
    std::set<std::string> kept;
    for (const ListedSegment& segment : all) {
        const auto opened = Segment::open(m_folder / segment.name);
        if (!opened && opened.error().kind() == ErrorKind::Unsupported)
            return opened.error();
        if (opened) {
            kept.insert(segment.name);
            continue;
        }
        unreadable.push_back(segment);
        TRY_VOID(unlistSegment(connection, segment.name));
    }
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(m_folder, ignored))
        if (!kept.contains(entry.path().filename().string()))
            fs::remove(entry.path(), ignored);
    return unreadable;
}

Result<void> TextWriter::write(SegmentBuilder& builder, Space space)
{
    ListedSegment segment{newSegmentName(), space, builder.first(), builder.last(), 0};
    TRY(segment.bytes, builder.write(m_folder / segment.name));
    m_written.push_back(std::move(segment));
    return {};
}

Result<void> TextWriter::addFigure(RowId row, std::string_view caption, const std::vector<std::string>& mentions)
{
    m_figures.beginDocument(row.value);
    m_figures.add(0, caption);
    if (m_texts == IndexedTexts::All)
        for (const std::string& mention : mentions)
            m_figures.add(1, mention);
    return m_figures.bytes() < batchBytes ? Result<void>() : write(m_figures, Space::Figures);
}

Result<void> TextWriter::addArticle(ArticleId article, const ArticleTexts& texts)
{
    m_articles.beginDocument(article.value);
    m_articles.add(0, texts.title);
    if (m_texts == IndexedTexts::All)
        m_articles.add(1, texts.abstract);
    for (const std::string& term : texts.mesh)
        m_articles.add(2, term);
    for (const std::string& keyword : texts.keywords)
        m_articles.add(3, keyword);
    return m_articles.bytes() < batchBytes ? Result<void>() : write(m_articles, Space::Articles);
}

Result<std::vector<ListedSegment>> TextWriter::finish()
{
    if (!m_figures.isEmpty())
        TRY_VOID(write(m_figures, Space::Figures));
    if (!m_articles.isEmpty())
        TRY_VOID(write(m_articles, Space::Articles));
    if (!m_written.empty())
        TRY_VOID(syncFolder(m_folder));
    return std::exchange(m_written, {});
}

} // namespace biomedica::textsearch
