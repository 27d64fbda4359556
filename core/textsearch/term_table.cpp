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
    for (; m_slots[slot] != empty; slot = (slot + 1) & mask)
        if (m_terms[m_slots[slot]].hash == hash && this->word(m_slots[slot]) == word)
            return m_slots[slot];
    const std::uint32_t number = size();
    m_slots[slot] = number;
    m_terms.push_back({m_text.size(), static_cast<std::uint32_t>(word.size()), hash});
    m_text += word;
    if (m_terms.size() * 2 > m_slots.size())
        grow();
    return number;
}

void TermTable::grow()
{
    std::vector<std::uint32_t> slots(m_slots.size() * 2, empty);
    const std::size_t mask = slots.size() - 1;
    for (std::uint32_t number = 0; number < size(); ++number) {
        std::size_t slot = m_terms[number].hash & mask;
        while (slots[slot] != empty)
            slot = (slot + 1) & mask;
        slots[slot] = number;
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
