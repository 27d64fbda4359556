// The words of a segment in the order of their bytes, each with its lists, one for each field.
//
//   dictionary = block…, an index of where each begins (64 bits each)
//   block      = varint(offset of the first list, low 32 bits) varint(high 32 bits)
//                then 32 words (the last block fewer):
//                varint(bytes shared with the word before) varint(own bytes) own bytes
//                1 byte: which fields have a list; for each of them varint(documents) varint(bytes of the list)
//   Lists lie in the same order behind each other.
//
// Thread contract: DictionaryWriter belongs to one thread; Dictionary and its cursors are views of a mapped segment.
#pragma once

#include "core/textsearch/coding.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::textsearch {

inline constexpr unsigned fieldsInSpace = 4;

struct ListPlace {
    std::uint64_t offset = 0;
    std::uint32_t documents = 0, bytes = 0;
};

/// Where the lists of one word lie; 0 documents = the word is not in that field.
using ListPlaces = std::array<ListPlace, fieldsInSpace>;

class DictionaryWriter {
public:
    /// Words rise; at least one place holds documents.
    void add(std::string_view word, const ListPlaces& places);
    std::uint64_t words() const { return m_words; }
    const std::string& blocks() const { return m_blocks; }
    const std::vector<std::uint64_t>& index() const { return m_index; }

private:
    std::string m_blocks, m_before;
    std::vector<std::uint64_t> m_index;
    std::uint64_t m_words = 0;
};

class Dictionary {
public:
    Dictionary() = default;
    Dictionary(std::string_view blocks, std::string_view index, std::uint64_t words)
        : m_blocks(blocks), m_index(index), m_words(words)
    {
    }

    /// Goes through words in order. Where the bytes are damaged, it ends early and says so.
    class Cursor {
    public:
        bool isAtEnd() const { return m_isAtEnd; }
        bool isDamaged() const { return m_isDamaged; }
        const std::string& word() const { return m_word; }
        const ListPlaces& places() const { return m_places; }
        void next();

    private:
        friend class Dictionary;
        Cursor(const Dictionary& dictionary, std::uint64_t block);
        void beginBlock();
        void fail() { m_isDamaged = m_isAtEnd = true; }

        const Dictionary* m_dictionary;
        std::uint64_t m_block = 0;
        unsigned m_inBlock = 0;
        ByteReader m_reader;
        std::uint64_t m_listOffset = 0;
        std::string m_word;
        ListPlaces m_places{};
        bool m_isAtEnd = false, m_isDamaged = false;
    };

    /// At the first word that is not before `word`.
    Cursor from(std::string_view word) const;
    Cursor begin() const { return Cursor(*this, 0); }

private:
    std::uint64_t blockCount() const { return m_index.size() / sizeof(std::uint64_t); }
    std::string_view block(std::uint64_t number) const;

    std::string_view m_blocks, m_index;
    std::uint64_t m_words = 0;
};

} // namespace biomedica::textsearch
