#include "core/textsearch/term_table.h"

#include "core/base/hash.h"

#include <algorithm>
#include <numeric>

namespace biomedica::textsearch {

std::uint32_t TermTable::numberOf(std::string_view word)
{
    const auto hash = static_cast<std::uint32_t>(hash64(word));
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    for (; m_slots[slot].number != empty; slot = (slot + 1) & mask)
        if (m_slots[slot].hash == hash && this->word(m_slots[slot].number) == word)
            return m_slots[slot].number;
    const std::uint32_t number = size();
    m_slots[slot] = {hash, number};
    m_terms.push_back({m_text.size(), static_cast<std::uint32_t>(word.size())});
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
        std::size_t slot = old.hash & mask;
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
