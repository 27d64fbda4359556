// Writes a segment's file from its words in order: for what was gathered in memory, and for merging.
//
// Thread contract: belongs to one thread.
#pragma once

#include "core/base/file.h"
#include "core/textsearch/segment.h"

#include <array>
#include <vector>

namespace biomedica::textsearch {

/// By document − first: words in the field.
using FieldLengths = std::array<std::vector<std::uint16_t>, fieldsInSpace>;

class SegmentWriter {
public:
    /// The file must not be there under this name for anybody else before finish() has returned.
    static Result<SegmentWriter> create(const std::filesystem::path& path, Space space, std::uint32_t first,
                                        std::uint32_t last, FieldLengths lengths);

    /// Words rise in the order of their bytes. For each: the documents of its fields, field by field.
    void beginWord(std::string_view word) { m_word = word; }
    void add(unsigned field, std::uint32_t document, std::span<const std::uint32_t> positions);
    /// Nothing is written of a word to which no document was added.
    Result<void> endWord();

    /// Returns when the file is on the disk; its size in bytes.
    Result<std::uint64_t> finish();

private:
    SegmentWriter(File file, const SegmentFooter& footer, FieldLengths lengths);

    Result<void> write(std::string_view bytes);
    Result<void> writeHashed();
    void endList();

    File m_file;
    SegmentFooter m_footer;
    FieldLengths m_lengths;
    std::uint64_t m_written = 0;
    std::string m_pending; ///< lists that are not written yet
    std::uint64_t m_listsEnd = 0;
    DictionaryWriter m_dictionary;
    PostingWriter m_postings;
    std::string m_word;
    unsigned m_field = 0;
    ListPlaces m_places{};
    std::array<double, fieldsInSpace> m_averageLengths{};
};

} // namespace biomedica::textsearch
