// A million figures as columns: what a file derived/columns/rows-N-… holds.
//
// Everything of a row but whether it is shown stays as it is for ever, and a row is never reused; so a file is right
// until rows of its range come, go or change their state, and only such files are written again. Codes are numbers of
// the file itself: a list of their meanings stands beside them, so that no file depends on another.
//
// Sections (core/catalog/section_file.h), 24 million real figures take about 40 bytes each:
//     1 ids          FigureId of each row (8 bytes)
//     2 articles     ArticleId of each row, 0 = none (4)
//     3 pictures     hash of the picture's hash, 0 = unknown (8)
//     4 byId         the shown rows, counted from the first, in the order of their ids (4)
//     5 shown, 6 hasCaption, 7 hasMentions    bitmaps
//     8 hiddenCopies ids of rows that are the same figure with the same picture as a shown row (8 each)
//     100 + 10 f     codes of the field f (RowField), 1, 2 or 4 bytes by the number of meanings
//     101 + 10 f     what the codes mean (int64): ids of terms and shards, or numbers; the first is "nothing"
//     102 + 10 f     how often each code stands in a shown row (uint32)
//
// Thread contract: free functions and values.
#pragma once

#include "core/base/bitmap.h"
#include "core/catalog/section_file.h"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace biomedica::catalog {

inline constexpr std::uint32_t rowsInChunk = 1 << 20; ///< a multiple of CodedRows::rowsInPart

enum class RowField {
    Shard,
    Cluster,
    License,
    Journal,
    PanelType,
    PanelSubtype,
    Primary,
    Secondary,
    Year,
    Width,
    Height,
    IsAnswered, ///< whether the shard answers any of the four questions
};
inline constexpr std::size_t rowFieldCount = 12;

/// The codes of a field while they are collected.
class CodeList {
public:
    static constexpr std::int64_t nothing = -1;

    explicit CodeList(std::size_t rows) : m_codes(rows) { codeOf(nothing); }

    void set(std::size_t row, std::int64_t meaning) { m_codes[row] = codeOf(meaning); }
    const std::vector<std::uint32_t>& codes() const { return m_codes; }
    const std::vector<std::int64_t>& meanings() const { return m_meanings; }

private:
    std::uint32_t codeOf(std::int64_t meaning);

    std::vector<std::uint32_t> m_codes; ///< by row
    std::vector<std::int64_t> m_meanings;
    std::unordered_map<std::int64_t, std::uint32_t> m_codeOf;
};

struct RowChunk {
    explicit RowChunk(std::size_t rows);

    CodeList& operator[](RowField field) { return fields[static_cast<std::size_t>(field)]; }
    const CodeList& operator[](RowField field) const { return fields[static_cast<std::size_t>(field)]; }

    std::vector<std::uint64_t> ids;
    std::vector<std::uint32_t> articles;
    std::vector<std::uint64_t> pictures;
    Bitmap shown, hasCaption, hasMentions;
    std::vector<std::uint64_t> hiddenCopies;
    std::vector<CodeList> fields; ///< by RowField
};

std::string encode(const RowChunk& chunk);

// 262,144 articles: what a file derived/columns/articles-N-… holds. Articles are only ever added.
//
// Sections: 1 hasTitle, 2 hasAbstract, bitmaps; and for each field f (ArticleField)
//     100 + 10 f     where the article's values end among the codes (uint32)
//     101 + 10 f     the codes, numbers of the file itself (uint32)
//     102 + 10 f     where the text of a code ends (uint32)
//     103 + 10 f     the texts
inline constexpr std::uint32_t articlesInChunk = 1 << 18;

enum class ArticleField { Pmcid, Mesh, Keyword, Subject };
inline constexpr std::size_t articleFieldCount = 4;

/// The values of a list field while they are collected, article by article.
class TextLists {
public:
    void add(std::span<const std::string_view> values);

    std::vector<std::uint32_t> ends, codes, textEnds;
    std::string texts;

private:
    std::unordered_map<std::string, std::uint32_t> m_codeOf;
};

struct ArticleChunk {
    Bitmap hasTitle, hasAbstract;
    std::array<TextLists, articleFieldCount> fields;
};

std::string encode(const ArticleChunk& chunk);

/// Numbers of sections, as listed above.
namespace section {
inline constexpr std::uint32_t ids = 1, articles = 2, pictures = 3, byId = 4, shown = 5, hasCaption = 6,
                               hasMentions = 7, hiddenCopies = 8;
inline constexpr std::uint32_t hasTitle = 1, hasAbstract = 2;
template <typename Field>
constexpr std::uint32_t of(Field field, std::uint32_t part)
{
    return 100 + 10 * static_cast<std::uint32_t>(field) + part;
}
} // namespace section

} // namespace biomedica::catalog
