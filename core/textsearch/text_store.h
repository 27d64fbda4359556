// A collection's text index on disk: segment files in one folder, and which of them count in the catalog's database.
//
// A segment is written and synced first; then the transaction that adds its figures to the catalog lists it. So
// whatever is killed or loses power, figures and their text are there together or not at all. Files that are not
// listed are left over and go when the next writing begins. Merges the same way: the new file is listed in the place
// of the old ones in one transaction that is on the disk before the old files go.
//
// The table, made by the catalog's migrations:
//   text_segment (name TEXT PRIMARY KEY, space, first, last, bytes)
//
// Thread contract: TextStore may be used from several threads, each with its own connection; a TextWriter belongs to
// one thread.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/db/database.h"
#include "core/textsearch/segment_builder.h"
#include "core/textsearch/segment_set.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace biomedica::textsearch {

struct ListedSegment {
    std::string name; ///< of the file in the folder
    Space space = Space::Figures;
    std::uint32_t first = 0, last = 0;
    std::uint64_t bytes = 0;
};

/// In the order of their documents.
Result<std::vector<ListedSegment>> listedSegments(db::Connection& connection, Space space);
/// All inside a transaction of the caller.
Result<void> listSegment(db::Connection& connection, const ListedSegment& segment);
Result<void> listSegments(db::Connection& connection, const std::vector<ListedSegment>& segments);
Result<void> unlistSegment(db::Connection& connection, const std::string& name);

/// What of the figures that come is indexed.
enum class IndexedTexts { All, CaptionsAndTitles };

class TextWriter;

class TextStore {
public:
    explicit TextStore(std::filesystem::path folder, IndexedTexts texts = IndexedTexts::All)
        : m_folder(std::move(folder)), m_texts(texts)
    {
    }

    const std::filesystem::path& folder() const { return m_folder; }

    /// The segments that are listed now. Those that are open already are shared. Corrupt where one is missing or
    /// damaged: the message names it.
    Result<std::shared_ptr<const SegmentSet>> segments(db::Connection& connection);

    TextWriter writer() const;

    /// Before writing begins, inside a transaction of the caller, so that nobody lists anything meanwhile: removes
    /// files that are not listed, unlists segments that cannot be read, and returns these, for their figures have to be
    /// read again.
    Result<std::vector<ListedSegment>> tidyUp(db::Connection& connection);

private:
    Result<std::vector<ListedSegment>> listed(db::Connection& connection) const;
    Result<std::shared_ptr<const SegmentSet>> opened(const std::vector<ListedSegment>& listed);

    std::filesystem::path m_folder;
    IndexedTexts m_texts;
    std::mutex m_mutex;
    std::map<std::string, SegmentPointer> m_open;
    std::vector<std::string> m_names; ///< of m_set
    std::shared_ptr<const SegmentSet> m_set;
};

/// What an article adds to the index.
struct ArticleTexts {
    std::string_view title, abstract;
    const std::vector<std::string>& mesh;
    const std::vector<std::string>& keywords;
};

/// Gathers the texts of the figures that one transaction adds, and writes them into the folder of a TextStore.
class TextWriter {
public:
    TextWriter(std::filesystem::path folder, IndexedTexts texts) : m_folder(std::move(folder)), m_texts(texts) {}

    /// Rows and articles rise. Where much has come together, it is written at once.
    Result<void> addFigure(RowId row, std::string_view caption, const std::vector<std::string>& mentions);
    Result<void> addArticle(ArticleId article, const ArticleTexts& texts);
    /// Returns when all is on the disk; to be listed before the transaction commits.
    Result<std::vector<ListedSegment>> finish();

private:
    Result<void> write(SegmentBuilder& builder, Space space);

    std::filesystem::path m_folder;
    IndexedTexts m_texts;
    SegmentBuilder m_figures{Space::Figures}, m_articles{Space::Articles};
    std::vector<ListedSegment> m_written;
};

/// A name for a new file in the folder.
std::string newSegmentName();

} // namespace biomedica::textsearch
