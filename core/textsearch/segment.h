// One immutable part of the text index: a file, mapped into memory, of documents first…last of one space.
//
//   file    = "BMTEXT\r\n" version (32 bits) 0 (32 bits)
//             lengths  for each field of the space with words: for each document first…last its words, 16 bits
//             lists    (postings.h)
//             dictionary, its index (dictionary.h)
//             Footer   "BMTEXTND"
// Numbers are little-endian. Made again by indexing the shards: derived/text/ may be deleted with the catalog.
//
// Checked when a segment is opened: magic, version, size, the footer's hash and the dictionary's (10 ms for 5 million
// words). The lists are checked where they are read, block by block, so that damage gives an error and never a read
// out of bounds; their hash is checked before they are merged and by verify(), for at 24 million figures it takes
// seconds.
//
// At most 65,535 words of a field are indexed; what follows them is not found.
//
// Thread contract: immutable; shared between threads.
#pragma once

#include "core/base/mapped_file.h"
#include "core/base/result.h"
#include "core/textsearch/dictionary.h"
#include "core/textsearch/postings.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace biomedica::textsearch {

/// Figures are documents by RowId; articles by ArticleId, for their texts are indexed once and not with each figure.
enum class Space : std::uint32_t { Figures = 0, Articles = 1 };
inline constexpr std::size_t spaceCount = 2;

inline constexpr std::uint32_t longestField = 65'535; ///< words

struct FieldTotals {
    std::uint64_t documents = 0; ///< with at least one word in the field
    std::uint64_t words = 0;
    bool operator==(const FieldTotals&) const = default;
};

struct SegmentFooter {
    Space space = Space::Figures;
    std::uint32_t first = 0, last = 0; ///< documents
    std::uint32_t fields = 0;
    std::uint64_t lengthsOffset = 0, listsOffset = 0, dictionaryOffset = 0, indexOffset = 0, footerOffset = 0;
    std::uint64_t words = 0; ///< of the dictionary
    std::array<FieldTotals, fieldsInSpace> totals{};
    std::uint64_t listsHash = 0;      ///< of lengths and lists, chained in pieces (segment_writer.cpp)
    std::uint64_t dictionaryHash = 0; ///< of dictionary and index
    std::uint64_t hash = 0;           ///< of the footer up to here
};

inline constexpr std::string_view segmentMagic = "BMTEXT\r\n";
inline constexpr std::string_view segmentEnd = "BMTEXTND";
inline constexpr std::uint32_t segmentVersion = 1;
inline constexpr std::size_t segmentHeaderBytes = 16;

/// Fields of a space; their order is that of TextField.
constexpr unsigned fieldsOf(Space space)
{
    return space == Space::Figures ? 2 : 4;
}

class Segment {
public:
    static Result<std::shared_ptr<const Segment>> open(const std::filesystem::path& path);

    Segment(const Segment&) = delete;

    const std::filesystem::path& path() const { return m_file.path(); }
    Space space() const { return m_footer.space; }
    std::uint32_t first() const { return m_footer.first; }
    std::uint32_t last() const { return m_footer.last; }
    std::uint64_t bytes() const { return m_file.bytes().size(); }
    const FieldTotals& totals(unsigned field) const { return m_footer.totals[field]; }
    /// Words in the field by document − first(); empty where no document has any.
    std::span<const std::uint16_t> lengths(unsigned field) const;
    const Dictionary& dictionary() const { return m_dictionary; }
    /// An unsound one where the place lies outside the lists.
    PostingList list(const ListPlace& place) const;

    /// Whether every byte is as it was written.
    Result<void> verify() const;
    /// Whether the file is as long as it was: to be asked before what was read is believed. Costs a look at its size.
    Result<void> check() const;
    /// Where it does not verify, its file goes out of the way of the next indexing, which reads its documents again.
    void setAsideIfDamaged() const;
    /// What to say where a list turns out damaged.
    Error damaged() const;

private:
    Segment(MappedFile file, const SegmentFooter& footer);

    MappedFile m_file;
    SegmentFooter m_footer;
    std::string_view m_lists;
    Dictionary m_dictionary;
};

/// Joins the hash of what came before with that of the next piece.
std::uint64_t chainedHash(std::uint64_t before, std::string_view piece);
inline constexpr std::size_t hashedPiece = 1 << 20;

} // namespace biomedica::textsearch
