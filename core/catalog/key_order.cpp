#include "core/catalog/key_order.h"

#include "core/catalog/chunks.h"

#include <algorithm>
#include <queue>

namespace biomedica::catalog {

namespace {

constexpr std::uint32_t placesSection = 1, keysSection = 2;
constexpr std::size_t longestPart = UINT16_MAX; ///< longer keys follow each other by what comes before this place

void addNumber(std::string& bytes, std::size_t number)
{
    bytes += static_cast<char>(number & 0xff);
    bytes += static_cast<char>(number >> 8);
}

/// Goes through the keys of a file.
class Cursor {
public:
    Cursor(const SectionFile& file, std::uint32_t firstRow)
        : m_places(file.values<std::uint32_t>(placesSection)), m_bytes(file.bytes(keysSection)), m_firstRow(firstRow)
    {
        next();
    }

    bool isAtEnd() const { return m_isAtEnd; }
    const std::string& key() const { return m_key; }
    std::uint32_t row() const { return m_firstRow + m_places[m_place - 1]; }

    void next()
    {
        const std::size_t shared = takeNumber(), more = takeNumber();
        m_isAtEnd = m_place == m_places.size() || shared > m_key.size() || more > m_bytes.size();
        if (m_isAtEnd)
            return;
        ++m_place;
        m_key.resize(shared);
        m_key += m_bytes.substr(0, more);
        m_bytes.remove_prefix(more);
    }

private:
    std::size_t takeNumber()
    {
        if (m_bytes.size() < 2)
            return 0;
        const std::size_t number =
            static_cast<std::uint8_t>(m_bytes[0]) | std::size_t{static_cast<std::uint8_t>(m_bytes[1])} << 8;
        m_bytes.remove_prefix(2);
        return number;
    }

    std::span<const std::uint32_t> m_places;
    std::string_view m_bytes; ///< those that are to come
    std::uint32_t m_firstRow;
    std::size_t m_place = 0;
    std::string m_key;
    bool m_isAtEnd = false;
};

} // namespace

std::string encodeKeys(std::vector<std::pair<std::string, std::uint32_t>> keys)
{
    for (auto& [key, place] : keys)
        key.resize(std::min(key.size(), longestPart));
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> places;
    places.reserve(keys.size());
    std::string bytes;
    const std::string* before = nullptr;
    for (const auto& [key, place] : keys) {
        std::size_t shared = 0;
        if (before)
            shared = static_cast<std::size_t>(
                std::mismatch(key.begin(), key.end(), before->begin(), before->end()).first - key.begin());
        addNumber(bytes, shared);
        addNumber(bytes, key.size() - shared);
        bytes.append(key, shared);
        places.push_back(place);
        before = &key;
    }
    SectionWriter writer;
    writer.add(placesSection, std::span<const std::uint32_t>(places));
    writer.addBytes(keysSection, bytes);
    return writer.finish();
}

std::string encodeRanks(const std::vector<std::shared_ptr<const SectionFile>>& files, std::size_t rows)
{
    std::vector<Cursor> cursors;
    for (const auto& file : files)
        cursors.emplace_back(*file, static_cast<std::uint32_t>(cursors.size()) * rowsInChunk);
    const auto isLater = [](const Cursor* a, const Cursor* b) { return a->key() > b->key(); };
    std::priority_queue<Cursor*, std::vector<Cursor*>, decltype(isLater)> queue(isLater);
    for (Cursor& cursor : cursors)
        if (!cursor.isAtEnd())
            queue.push(&cursor);
    std::vector<std::uint32_t> ranks(rows, KeyRanks::absent);
    std::string before;
    std::uint32_t rank = 0;
    for (bool isFirst = true; !queue.empty(); isFirst = false) {
        Cursor* const least = queue.top();
        queue.pop();
        if (!isFirst && least->key() != before)
            ++rank;
        before = least->key();
        // Neighbours in a file mostly follow each other among all.
        do {
            if (least->row() < rows)
                ranks[least->row()] = rank;
            least->next();
        } while (!least->isAtEnd() && least->key() == before);
        if (!least->isAtEnd())
            queue.push(least);
    }
    SectionWriter writer;
    writer.add(placesSection, std::span<const std::uint32_t>(ranks));
    return writer.finish();
}

} // namespace biomedica::catalog
