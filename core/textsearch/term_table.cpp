#include "core/textsearch/term_table.h"

#include "core/base/hash.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

namespace biomedica::textsearch {

namespace {

constexpr std::size_t longestWhole = 16;

template <typename Number>
std::uint64_t bytesAt(const char* at)
{
    Number bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

TermKey keyOf(std::string_view word)
{
    const std::size_t size = word.size();
    const char* const begin = word.data();
    const char* const end = begin + size;
    const auto stated = static_cast<std::uint32_t>(size);
    if (size > longestWhole)
        return {hash64(word), 0, stated};
    if (size >= 8)
        return {bytesAt<std::uint64_t>(begin), bytesAt<std::uint64_t>(end - 8), stated};
    if (size >= 4)
        return {bytesAt<std::uint32_t>(begin), bytesAt<std::uint32_t>(end - 4), stated};
    if (size >= 2)
        return {bytesAt<std::uint16_t>(begin), bytesAt<std::uint16_t>(end - 2), stated};
    return {size == 1 ? bytesAt<std::uint8_t>(begin) : 0, 0, stated};
}

std::size_t hashOf(const TermKey& key)
{
    // The upper half of a product depends on all bits of its factors.
    const std::uint64_t mixed = (key.begin ^ 0x9e3779b97f4a7c15u) * 0xbf58476d1ce4e5b9u + key.end + key.size;
    return static_cast<std::size_t>((mixed ^ mixed >> 32) * 0x94d049bb133111ebu >> 32);
}

} // namespace

std::uint32_t TermTable::numberOf(std::string_view word)
{
    const TermKey key = keyOf(word);
    return numberOf(word, key, hashOf(key));
}

void TermTable::appendNumbersOf(std::string_view words, std::span<const std::uint32_t> ends,
                                std::vector<std::uint32_t>& numbers)
{
    constexpr std::size_t atOnce = 16;
    struct Sought {
        std::string_view word;
        TermKey key;
        std::size_t hash = 0;
    };
    std::array<Sought, atOnce> sought;
    std::uint32_t begin = 0;
    for (; !ends.empty(); ends = ends.subspan(std::min(atOnce, ends.size()))) {
        const std::span some(sought.data(), std::min(atOnce, ends.size()));
        for (std::size_t i = 0; i < some.size(); ++i) {
            const std::string_view word = words.substr(begin, ends[i] - begin);
            const TermKey key = keyOf(word);
            some[i] = {word, key, hashOf(key)};
            __builtin_prefetch(&m_slots[some[i].hash & (m_slots.size() - 1)]);
            begin = ends[i];
        }
        for (const Sought& one : some)
            numbers.push_back(numberOf(one.word, one.key, one.hash));
    }
}

std::uint32_t TermTable::numberOf(std::string_view word, const TermKey& key, std::size_t hash)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    for (; m_slots[slot].number != empty; slot = (slot + 1) & mask)
        if (m_slots[slot].key == key && (key.size <= longestWhole || this->word(m_slots[slot].number) == word))
            return m_slots[slot].number;
    const std::uint32_t number = size();
    m_slots[slot] = {key, number};
    m_terms.push_back({m_text.size(), key.size});
    m_text += word;
    if (m_terms.size() * 2 > m_slots.size())
        grow();
    return number;
}

void TermTable::grow()
{
    std::vector<Slot> slots(m_slots.size() * 2);
    const std::size_t mask = slots.size() - 1;
    for (const Slot& old : m_slots) {
        if (old.number == empty)
            continue;
        std::size_t slot = hashOf(old.key) & mask;
        while (slots[slot].number != empty)
            slot = (slot + 1) & mask;
        slots[slot] = old;
    }
    m_slots = std::move(slots);
}

std::vector<std::uint32_t> TermTable::sorted() const
{
    std::vector<std::uint32_t> order(m_terms.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) { return word(a) < word(b); });
    return order;
}

} // namespace biomedica::textsearch
