#include "core/catalog/coded_rows.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace biomedica::catalog {

namespace {

using Number = CodedRows::Number;
using Part = CodedRows::Part;

/// Calls back with the part's codes as an array of their type.
template <typename Visitor>
void withCodes(const Part& part, Visitor visit)
{
    switch (part.width) {
    case 1: visit(static_cast<const std::uint8_t*>(part.codes)); break;
    case 2: visit(static_cast<const std::uint16_t*>(part.codes)); break;
    default: visit(static_cast<const std::uint32_t*>(part.codes));
    }
}

/// For each code of a part whether it is wanted; kept while the parts of one file follow each other.
class WantedCodes {
public:
    explicit WantedCodes(std::span<const std::uint8_t> isWanted) : m_isWanted(isWanted) {}

    bool isWanted(Number number) const { return number < m_isWanted.size() && m_isWanted[number]; }

    void take(const Part& part)
    {
        if (m_isTaken && part.numberOf == m_numberOf && part.width == m_width)
            return;
        m_isTaken = true;
        m_numberOf = part.numberOf;
        m_width = part.width;
        const std::size_t known = part.numberOf ? part.codeCount : m_isWanted.size();
        const std::size_t possible = part.width == 1 ? 256 : part.width == 2 ? 65'536 : known;
        m_codes.assign(possible, 0);
        for (std::size_t code = 0; code < std::min(known, possible); ++code)
            m_codes[code] = isWanted(part.numberOf ? part.numberOf[code] : static_cast<Number>(code));
        m_isAny = std::any_of(m_codes.begin(), m_codes.end(), [](std::uint8_t is) { return is != 0; });
    }

    bool isAny() const { return m_isAny; }

    template <typename Code>
    std::uint64_t test(Code code) const
    {
        if constexpr (sizeof(Code) == 4)
            return code < m_codes.size() ? m_codes[code] : 0;
        else
            return m_codes[code];
    }

private:
    std::span<const std::uint8_t> m_isWanted;
    std::vector<std::uint8_t> m_codes;
    const Number* m_numberOf = nullptr;
    std::uint32_t m_width = 0;
    bool m_isTaken = false, m_isAny = false;
};

template <typename Code>
void collect(const Code* codes, std::size_t rows, const WantedCodes& wanted, std::uint64_t* words)
{
    for (std::size_t begin = 0; begin < rows; begin += 64) {
        const std::size_t count = std::min<std::size_t>(64, rows - begin);
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < count; ++i)
            word |= wanted.test(codes[begin + i]) << i;
        words[begin / 64] = word;
    }
}

/// For each byte the places of its bits, and how many there are.
struct PlacesOfBytes {
    static constexpr std::size_t most = 8;

    constexpr PlacesOfBytes()
    {
        for (std::size_t byte = 0; byte < 256; ++byte)
            for (std::uint16_t bit = 0; bit < most; ++bit)
                if (byte >> bit & 1)
                    places[byte][counts[byte]++] = bit;
    }

    std::uint16_t places[256][most]{};
    std::uint8_t counts[256]{};
};
constexpr PlacesOfBytes placesOfBytes;

/// Appends the places of a word's bits; up to seven entries behind them are written as well.
std::uint16_t* takePlaces(std::uint64_t word, std::uint16_t first, std::uint16_t* into)
{
    std::uint64_t beyondFour = word;
    for (int i = 0; i < 4; ++i)
        beyondFour &= beyondFour - 1;
    if (beyondFour == 0) {
        for (; word != 0; word &= word - 1)
            *into++ = static_cast<std::uint16_t>(first + std::countr_zero(word));
        return into;
    }
    // Eight at once: four times as fast on a word that is half full.
    typedef std::uint16_t Eight __attribute__((vector_size(16)));
    for (unsigned byte = 0; byte < 8; ++byte) {
        const auto bits = static_cast<std::uint8_t>(word >> byte * 8);
        Eight places;
        std::memcpy(&places, placesOfBytes.places[bits], sizeof places);
        places += static_cast<std::uint16_t>(first + byte * 8);
        std::memcpy(into, &places, sizeof places);
        into += placesOfBytes.counts[bits];
    }
    return into;
}

} // namespace

Bitmap CodedRows::rowsWhere(std::span<const std::uint8_t> isWanted) const
{
    Bitmap found(m_rows);
    WantedCodes wanted(isWanted);
    for (std::size_t index = 0; index < m_parts->size(); ++index) {
        const Part& part = (*m_parts)[index];
        const std::size_t rows = rowsOfPart(index);
        if (!part.codes) {
            if (wanted.isWanted(0))
                for (std::size_t row = 0; row < rows; ++row)
                    found.set(index * rowsInPart + row);
            continue;
        }
        wanted.take(part);
        if (!wanted.isAny())
            continue;
        std::uint64_t* const words = found.words().data() + index * rowsInPart / 64;
        withCodes(part, [&](const auto* codes) { collect(codes, rows, wanted, words); });
    }
    return found;
}

/// Counts of one column, by code while the parts of one file follow each other.
class RowCounter {
public:
    RowCounter(const CodedRows& column, std::size_t size) : m_column(column), m_byNumber(size) {}

    /// `places`: rows within the part, rising; all of the part's `rows` where there are as many.
    void add(std::size_t index, std::span<const std::uint16_t> places, std::size_t rows)
    {
        const Part& part = (*m_column.m_parts)[index];
        if (!part.codes) {
            addTo(0, static_cast<std::uint32_t>(places.size()));
            return;
        }
        take(part);
        withCodes(part, [&](const auto* codes) {
            if (places.size() == rows)
                countAll(codes, rows);
            else
                countSome(codes, places);
        });
    }

    std::vector<std::uint32_t> result()
    {
        give();
        return std::move(m_byNumber);
    }

private:
    // Four tables, for rows with the same code often follow each other and would wait for each other's sum.
    static constexpr std::size_t tables = 4;

    void addTo(Number number, std::uint32_t count)
    {
        if (number < m_byNumber.size())
            m_byNumber[number] += count;
    }

    void take(const Part& part)
    {
        if (m_stride != 0 && part.numberOf == m_numberOf && part.width == m_width)
            return;
        give();
        m_numberOf = part.numberOf;
        m_codeCount = part.codeCount;
        m_width = part.width;
        m_stride = part.width == 1   ? 256
                   : part.width == 2 ? 65'536
                   : part.numberOf   ? part.codeCount
                                     : m_byNumber.size();
        m_counts.assign((part.width == 1 ? tables : 1) * m_stride, 0);
    }

    void give()
    {
        for (std::size_t i = 0; i < m_counts.size(); ++i)
            if (m_counts[i] != 0) {
                const std::size_t code = i % m_stride;
                if (!m_numberOf)
                    addTo(static_cast<Number>(code), m_counts[i]);
                else if (code < m_codeCount)
                    addTo(m_numberOf[code], m_counts[i]);
            }
        m_counts.clear();
        m_stride = 0;
    }

    template <typename Code>
    void count(Code code, std::size_t table)
    {
        if constexpr (sizeof(Code) == 1)
            ++m_counts[table * 256 + code];
        else if constexpr (sizeof(Code) == 2)
            ++m_counts[code];
        else if (code < m_counts.size())
            ++m_counts[code];
    }

    template <typename Code>
    void countAll(const Code* codes, std::size_t rows)
    {
        std::size_t row = 0;
        for (; row + tables <= rows; row += tables)
            for (std::size_t table = 0; table < tables; ++table)
                count(codes[row + table], table);
        for (; row < rows; ++row)
            count(codes[row], 0);
    }

    template <typename Code>
    void countSome(const Code* codes, std::span<const std::uint16_t> places)
    {
        std::size_t i = 0;
        for (; i + tables <= places.size(); i += tables)
            for (std::size_t table = 0; table < tables; ++table)
                count(codes[places[i + table]], table);
        for (; i < places.size(); ++i)
            count(codes[places[i]], 0);
    }

    const CodedRows& m_column;
    std::vector<std::uint32_t> m_byNumber;
    std::vector<std::uint32_t> m_counts; ///< by table and code
    const Number* m_numberOf = nullptr;
    std::size_t m_codeCount = 0, m_stride = 0;
    std::uint32_t m_width = 0;
};

std::vector<std::vector<std::uint32_t>> countNumbers(std::span<const CodedRows* const> columns,
                                                     std::span<const std::size_t> sizes, const Bitmap& rows)
{
    std::vector<RowCounter> counters;
    for (std::size_t i = 0; i < columns.size(); ++i)
        counters.emplace_back(*columns[i], sizes[i]);
    std::vector<std::uint16_t> room(CodedRows::rowsInPart + PlacesOfBytes::most);
    constexpr std::size_t wordsInPart = CodedRows::rowsInPart / 64;
    const auto words = rows.words();
    for (std::size_t begin = 0; begin < words.size(); begin += wordsInPart) {
        std::uint16_t* placesEnd = room.data();
        const std::size_t end = std::min(words.size(), begin + wordsInPart);
        for (std::size_t i = begin; i < end; ++i)
            placesEnd = takePlaces(words[i], static_cast<std::uint16_t>((i - begin) * 64), placesEnd);
        const std::span<const std::uint16_t> places(room.data(), placesEnd);
        if (places.empty())
            continue;
        const std::size_t rowsHere = std::min(CodedRows::rowsInPart, rows.size() - begin * 64);
        for (RowCounter& counter : counters)
            counter.add(begin / wordsInPart, places, rowsHere);
    }
    std::vector<std::vector<std::uint32_t>> counts;
    for (RowCounter& counter : counters)
        counts.push_back(counter.result());
    return counts;
}

void RowEditor::widen(Own& own, std::uint32_t width)
{
    const std::size_t rows = own.bytes.size() / own.width;
    std::vector<std::uint8_t> wide(rows * width);
    for (std::size_t row = 0; row < rows; ++row)
        std::memcpy(wide.data() + row * width, own.bytes.data() + row * own.width, own.width); // little-endian
    own.bytes = std::move(wide);
    own.width = width;
}

RowEditor::Own& RowEditor::own(std::size_t index)
{
    if (!m_areOwnParts) {
        m_rows.m_parts = std::make_shared<std::vector<Part>>(*m_rows.m_parts);
        m_own.resize(m_rows.m_parts->size());
        m_areOwnParts = true;
    }
    if (m_own[index])
        return *m_own[index];
    const Part& former = (*m_rows.m_parts)[index];
    const std::size_t rows = m_rows.rowsOfPart(index);
    auto own = std::make_shared<Own>();
    own->bytes.resize(rows);
    if (former.codes && !former.numberOf) {
        own->width = former.width;
        const auto* bytes = static_cast<const std::uint8_t*>(former.codes);
        own->bytes.assign(bytes, bytes + rows * former.width);
    } else if (former.codes) {
        const Number largest = *std::max_element(former.numberOf, former.numberOf + former.codeCount);
        own->width = largest < 256 ? 1 : largest < 65'536 ? 2 : 4;
        own->bytes.resize(rows * own->width);
        for (std::size_t row = 0; row < rows; ++row) {
            const Number number = former.at(row);
            std::memcpy(own->bytes.data() + row * own->width, &number, own->width); // little-endian
        }
    }
    m_own[index] = std::move(own);
    return *m_own[index];
}

void RowEditor::set(std::uint32_t row, Number number)
{
    if (m_rows.at(row) == number)
        return;
    const std::size_t index = row / CodedRows::rowsInPart;
    Own& mine = own(index);
    const std::uint32_t needed = number < 256 ? 1 : number < 65'536 ? 2 : 4;
    if (needed > mine.width)
        widen(mine, needed);
    std::memcpy(mine.bytes.data() + row % CodedRows::rowsInPart * mine.width, &number, mine.width); // little-endian
    (*m_rows.m_parts)[index] = {mine.bytes.data(), nullptr, 0, mine.width, m_own[index]};
}

} // namespace biomedica::catalog
