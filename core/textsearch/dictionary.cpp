#include "core/textsearch/dictionary.h"

#include <algorithm>
#include <cstring>

namespace biomedica::textsearch {

namespace {

constexpr unsigned wordsInBlock = 32;

} // namespace

void DictionaryWriter::add(std::string_view word, const ListPlaces& places)
{
    if (m_words++ % wordsInBlock == 0) {
        m_index.push_back(m_blocks.size());
        const auto first = std::find_if(places.begin(), places.end(), [](const auto& p) { return p.documents > 0; });
        putVarint(m_blocks, static_cast<std::uint32_t>(first->offset));
        putVarint(m_blocks, static_cast<std::uint32_t>(first->offset >> 32));
        m_before.clear();
    }
    const auto shared = static_cast<std::size_t>(
        std::mismatch(word.begin(), word.end(), m_before.begin(), m_before.end()).first - word.begin());
    putVarint(m_blocks, static_cast<std::uint32_t>(shared));
    putVarint(m_blocks, static_cast<std::uint32_t>(word.size() - shared));
    m_blocks += word.substr(shared);
    unsigned fields = 0;
    for (unsigned field = 0; field < fieldsInSpace; ++field)
        fields |= places[field].documents > 0 ? 1u << field : 0;
    m_blocks += static_cast<char>(fields);
    for (const ListPlace& place : places) {
        if (place.documents == 0)
            continue;
        putVarint(m_blocks, place.documents);
        putVarint(m_blocks, place.bytes);
    }
    m_before = word;
}

std::string_view Dictionary::block(std::uint64_t number) const
{
    std::uint64_t offset = 0;
    std::memcpy(&offset, m_index.data() + number * sizeof offset, sizeof offset);
    return offset <= m_blocks.size() ? m_blocks.substr(offset) : std::string_view();
}

Dictionary::Cursor::Cursor(const Dictionary& dictionary, std::uint64_t block)
    : m_dictionary(&dictionary), m_block(block), m_reader({})
{
    if (block >= dictionary.blockCount()) {
        m_isAtEnd = true;
        return;
    }
    beginBlock();
    next();
}

void Dictionary::Cursor::beginBlock()
{
    m_reader = ByteReader(m_dictionary->block(m_block));
    m_inBlock = 0;
    m_listOffset = m_reader.varint();
    m_listOffset |= std::uint64_t{m_reader.varint()} << 32;
    m_word.clear();
}

void Dictionary::Cursor::next()
{
    if (m_block * wordsInBlock + m_inBlock >= m_dictionary->m_words) {
        m_isAtEnd = true;
        return;
    }
    if (m_inBlock == wordsInBlock) {
        if (++m_block >= m_dictionary->blockCount())
            return fail();
        beginBlock();
    }
    ++m_inBlock;
    const std::uint32_t shared = m_reader.varint();
    const std::string_view own = m_reader.bytes(m_reader.varint());
    const std::string_view fields = m_reader.bytes(1);
    if (m_reader.isDamaged() || shared > m_word.size())
        return fail();
    m_word.resize(shared);
    m_word += own;
    for (unsigned field = 0; field < fieldsInSpace; ++field) {
        m_places[field] = {};
        if (static_cast<unsigned char>(fields.front()) & 1u << field) {
            m_places[field] = {m_listOffset, m_reader.varint(), m_reader.varint()};
            m_listOffset += m_places[field].bytes;
        }
    }
    if (m_reader.isDamaged())
        fail();
}

Dictionary::Cursor Dictionary::from(std::string_view word) const
{
    // The last block whose first word is not after `word`.
    std::uint64_t low = 0, high = blockCount();
    while (high - low > 1) {
        const std::uint64_t middle = low + (high - low) / 2;
        const Cursor first(*this, middle);
        if (!first.isAtEnd() && first.word() <= word)
            low = middle;
        else
            high = middle;
    }
    Cursor cursor(*this, low);
    while (!cursor.isAtEnd() && cursor.word() < word)
        cursor.next();
    return cursor;
}

} // namespace biomedica::textsearch
