// Gathers documents in memory and writes them as one segment.
//
// The words of a document stay as numbers, 4 bytes each, in the order of the text; when the segment is written they
// are dealt out by word, which keeps documents and positions in order: no comparison sort but that of the dictionary.
// About 12 bytes a word in all while writing, so whoever builds writes a segment when bytes() reaches their limit.
//
// Thread contract: belongs to one thread.
#pragma once

#include "core/textsearch/segment.h"
#include "core/textsearch/term_table.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::textsearch {

class SegmentBuilder {
public:
    explicit SegmentBuilder(Space space) : m_space(space) {}

    /// Documents rise. A document without words counts as one, too.
    void beginDocument(std::uint32_t document);
    /// To the field of the document that was begun last. Several texts of a field stand apart: no phrase reaches
    /// from one into the next.
    void add(unsigned field, std::string_view text);

    bool isEmpty() const { return m_documents.empty(); }
    std::uint32_t documents() const { return static_cast<std::uint32_t>(m_documents.size()); }
    std::uint32_t first() const { return m_documents.front(); }
    std::uint32_t last() const { return m_documents.back(); }
    /// What writing it will take in memory, in the main.
    std::size_t bytes() const;

    /// Writes the segment, whose size is returned, and begins an empty one. Not for an empty one.
    Result<std::uint64_t> write(const std::filesystem::path& path);

private:
    struct FieldWords {
        std::vector<std::uint32_t> words;  ///< numbers of the TermTable, `gap` between two texts
        std::vector<std::uint32_t> begins; ///< by document: where its words begin
    };
    struct Place {
        std::uint32_t document = 0; ///< index in m_documents
        std::uint32_t position = 0;
    };
    static constexpr std::uint32_t gap = UINT32_MAX;

    std::span<const std::uint32_t> wordsOf(unsigned field, std::uint32_t index) const;
    std::vector<Place> dealtOut(unsigned field, const std::vector<std::uint32_t>& order,
                                std::vector<std::uint32_t>& ends) const;

    Space m_space;
    TermTable m_terms;
    std::vector<std::uint32_t> m_documents;
    std::array<FieldWords, fieldsInSpace> m_fields;
    std::string m_text;                ///< the words of one text side by side
    std::vector<std::uint32_t> m_ends; ///< where each of them ends
};

} // namespace biomedica::textsearch
