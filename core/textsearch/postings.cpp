#include "core/textsearch/postings.h"

#include "core/textsearch/bits.h"
#include "core/textsearch/coding.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace biomedica::textsearch {

namespace {

/// The pairs that no other one dominates; frequency and length rise. Frequencies of 255 and more are one.
std::vector<Impact> frontOf(std::span<const std::uint32_t> frequencies, std::span<const std::uint16_t> lengths)
{
    std::array<std::uint32_t, UINT8_MAX + 1> shortest; // by frequency
    shortest.fill(UINT32_MAX);
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
        const std::uint32_t frequency = std::min<std::uint32_t>(frequencies[i], UINT8_MAX);
        shortest[frequency] = std::min<std::uint32_t>(shortest[frequency], lengths[i]);
        most = std::max(most, frequency);
    }
    std::vector<Impact> front;
    for (std::uint32_t frequency = most, length = UINT32_MAX; frequency > 0; --frequency) {
        if (shortest[frequency] >= length)
            continue;
        length = shortest[frequency];
        front.push_back({static_cast<std::uint16_t>(frequency), static_cast<std::uint16_t>(length)});
    }
    std::reverse(front.begin(), front.end());
    return front;
}

/// What dominates the front. Where there are too many pairs, one stands for two neighbours, as often as the one and as
/// short as the other: those two whose joint bound is the least at the average length of today.
Impacts impactsOf(std::vector<Impact> front, double averageLength)
{
    const auto joined = [&](std::size_t at) { return Impact{front[at + 1].frequency, front[at].length}; };
    const auto worth = [&](const Impact& impact) { // as Bm25, but for the factor
        return impact.frequency / (impact.frequency + 0.3 + 0.9 * impact.length / averageLength);
    };
    while (front.size() > Impacts::most) {
        std::size_t least = 0;
        for (std::size_t at = 1; at + 1 < front.size(); ++at)
            if (worth(joined(at)) < worth(joined(least)))
                least = at;
        front[least] = joined(least);
        front.erase(front.begin() + static_cast<std::ptrdiff_t>(least) + 1);
    }
    Impacts impacts;
    for (std::size_t i = 0; i < front.size(); ++i)
        impacts.set(i, front[i]);
    return impacts;
}

std::size_t bytesOfBits(std::uint32_t span)
{
    return (std::size_t{span} + 7) / 8;
}

std::size_t documentBytes(const BlockInfo& info, std::uint32_t base)
{
    return info.kind == BlockKind::Bits ? bytesOfBits(info.lastDocument - base) : packedBytes(info.documentBits);
}

void appendBits(std::span<const std::uint32_t> documents, std::uint32_t base, std::string& bytes)
{
    const std::size_t begin = bytes.size();
    bytes.resize(begin + bytesOfBits(documents.back() - base));
    for (const std::uint32_t document : documents) {
        const std::uint32_t bit = document - base - 1;
        char& byte = bytes[begin + bit / 8];
        byte = static_cast<char>(static_cast<unsigned char>(byte) | 1u << bit % 8);
    }
}

/// Up to 64 bits from bit `at` on; `bytes` may end before.
std::uint64_t bitsAt(std::string_view bytes, std::size_t at)
{
    std::uint64_t value = 0;
    if (at < bytes.size())
        std::memcpy(&value, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
    return value;
}

/// Steps minus 1 → documents; the last of them, or 0 where a sum runs over, which is damage.
std::uint32_t sumUp(std::array<std::uint32_t, blockSize>& steps, std::uint32_t base, unsigned bits)
{
    constexpr unsigned safeBits = 23; // 128 steps stay below 2^30, documents below 2^31
    if (bits <= safeBits && base < 1u << 31) {
        addUpSteps(steps.data(), base);
        return steps.back();
    }
    std::uint64_t document = base;
    for (std::uint32_t& step : steps) {
        document += std::uint64_t{step} + 1;
        step = static_cast<std::uint32_t>(document);
    }
    return document <= UINT32_MAX ? static_cast<std::uint32_t>(document) : 0;
}

template <typename Reader, typename NextStep>
bool readSteps(const Block& block, std::vector<std::uint32_t>& positions, const Reader& reader, NextStep nextStep)
{
    positions.clear();
    for (unsigned i = 0; i < block.count && !reader.isDamaged(); ++i) {
        std::uint32_t next = 0;
        for (std::uint32_t j = 0; j < block.frequencies[i]; ++j) {
            next += nextStep();
            positions.push_back(next++);
        }
    }
    return !reader.isDamaged();
}

} // namespace

void PostingWriter::add(std::uint32_t document, std::span<const std::uint32_t> positions, std::uint16_t length)
{
    if (m_documents == 0)
        m_base = m_firstDocument - 1;
    m_block[m_count] = document;
    m_frequencies[m_count] = static_cast<std::uint32_t>(positions.size());
    m_lengths[m_count] = length;
    std::uint32_t next = 0;
    for (const std::uint32_t position : positions) {
        m_positionSteps.push_back(position - next);
        next = position + 1;
    }
    ++m_documents;
    if (++m_count == blockSize)
        writeBlock();
}

void PostingWriter::writeShort(std::string& bytes) const
{
    std::uint32_t before = m_base;
    for (unsigned i = 0; i < m_count; ++i) {
        const std::uint32_t step = m_block[i] - before - 1;
        before = m_block[i];
        putVarint(bytes, step << 1 | (m_frequencies[i] == 1 ? 1u : 0u));
        if (m_frequencies[i] != 1)
            putVarint(bytes, m_frequencies[i]);
    }
    for (const std::uint32_t step : m_positionSteps)
        putVarint(bytes, step);
}

void PostingWriter::writePositions()
{
    std::uint64_t sum = 0;
    for (const std::uint32_t step : m_positionSteps)
        sum += step;
    const unsigned k = golombParameter(sum, m_positionSteps.size());
    m_blocks += static_cast<char>(k);
    putGolomb(m_positionSteps, k, m_blocks);
}

void PostingWriter::writeBlock()
{
    BlockInfo info;
    const std::span documents(m_block.data(), m_count);
    const std::span frequencies(m_frequencies.data(), m_count);
    info.lastDocument = documents.back();
    info.offset = static_cast<std::uint32_t>(m_blocks.size());
    info.count = static_cast<std::uint8_t>(m_count);
    info.impacts = impactsOf(frontOf(frequencies, std::span(m_lengths.data(), m_count)), m_averageLength);
    if (m_count < blockSize) {
        info.kind = BlockKind::Short;
        writeShort(m_blocks);
    } else {
        std::array<std::uint32_t, blockSize> steps{};
        std::uint32_t before = m_base;
        for (unsigned i = 0; i < blockSize; ++i) {
            steps[i] = m_block[i] - before - 1;
            before = m_block[i];
        }
        info.documentBits = static_cast<std::uint8_t>(bitsFor(steps));
        if (bytesOfBits(info.lastDocument - m_base) <= packedBytes(info.documentBits)) {
            info.kind = BlockKind::Bits;
            appendBits(documents, m_base, m_blocks);
        } else {
            pack(steps.data(), info.documentBits, m_blocks);
        }
        for (std::uint32_t& frequency : m_frequencies)
            --frequency;
        info.frequencyBits = static_cast<std::uint8_t>(bitsFor(m_frequencies));
        pack(m_frequencies.data(), info.frequencyBits, m_blocks);
        writePositions();
    }
    m_table.push_back(info);
    m_base = info.lastDocument;
    m_count = 0;
    m_positionSteps.clear();
}

void PostingWriter::finish(std::string& bytes)
{
    if (m_documents < blockSize) {
        writeShort(bytes);
    } else {
        if (m_count > 0)
            writeBlock();
        bytes.append(reinterpret_cast<const char*>(m_table.data()), m_table.size() * sizeof(BlockInfo));
        bytes += m_blocks;
    }
    m_documents = 0;
    m_count = 0;
    m_positionSteps.clear();
    m_table.clear();
    m_blocks.clear();
}

PostingList::PostingList(std::string_view bytes, std::uint32_t documents, std::uint32_t first, std::uint32_t last)
    : m_blocks(bytes), m_documents(documents), m_first(first), m_last(last),
      m_blockCount(documents / blockSize + (documents % blockSize ? 1 : 0))
{
    if (!isLong())
        return;
    const std::size_t tableBytes = std::size_t{m_blockCount} * sizeof(BlockInfo);
    m_isSound = tableBytes <= bytes.size();
    if (!m_isSound)
        return;
    m_table = bytes.substr(0, tableBytes);
    m_blocks = bytes.substr(tableBytes);
}

BlockInfo PostingList::info(std::uint32_t block) const
{
    BlockInfo info;
    if (isLong()) {
        std::memcpy(&info, m_table.data() + block * sizeof info, sizeof info);
    } else {
        info.kind = BlockKind::Short;
        info.lastDocument = m_last;
        info.count = static_cast<std::uint8_t>(m_documents);
    }
    return info;
}

std::uint32_t PostingList::lastOf(std::uint32_t block) const
{
    if (!isLong())
        return m_last;
    std::uint32_t last = 0;
    std::memcpy(&last, m_table.data() + block * sizeof(BlockInfo) + offsetof(BlockInfo, lastDocument), sizeof last);
    return last;
}

std::uint32_t PostingList::blockWith(std::uint32_t document) const
{
    std::uint32_t low = 0, high = m_blockCount;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (lastOf(middle) < document)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::string_view PostingList::blockBytes(const BlockInfo& info) const
{
    return info.offset < m_blocks.size() ? m_blocks.substr(info.offset) : std::string_view();
}

bool PostingList::readShort(std::string_view bytes, const BlockInfo& info, std::uint32_t base, Block& into) const
{
    ByteReader reader(bytes);
    std::uint64_t document = std::uint64_t{base} + 1;
    for (unsigned i = 0; i < info.count; ++i) {
        const std::uint32_t step = reader.varint();
        document += step >> 1;
        if (document > info.lastDocument)
            return false;
        into.documents[i] = static_cast<std::uint32_t>(document++);
        into.frequencies[i] = step & 1 ? 1 : reader.varint();
        if (into.frequencies[i] == 0 || into.frequencies[i] > UINT16_MAX)
            return false;
    }
    into.count = info.count;
    into.isShort = true;
    into.positions = reader.rest();
    return !reader.isDamaged();
}

bool PostingList::readDocuments(std::uint32_t block, Block& into) const
{
    const BlockInfo info = this->info(block);
    const std::uint32_t base = baseOf(block);
    const std::string_view bytes = blockBytes(info);
    // Blocks lie behind each other and inside the segment, or their table is damaged.
    if (info.count > blockSize || info.lastDocument > m_last || info.lastDocument <= base || base + 1 < m_first)
        return false;
    if (info.kind == BlockKind::Short)
        return readShort(bytes, info, base, into);
    if (info.count != blockSize || info.documentBits > 32 || info.frequencyBits > 16
        || bytes.size() < documentBytes(info, base) + packedBytes(info.frequencyBits))
        return false;
    into.count = blockSize;
    into.isShort = false;
    if (info.kind == BlockKind::Bits) {
        const std::string_view bits = bytes.substr(0, documentBytes(info, base));
        unsigned found = 0;
        for (std::size_t at = 0; at < bits.size(); at += 8) {
            for (std::uint64_t word = bitsAt(bits, at); word != 0; word &= word - 1) {
                if (found == blockSize)
                    return false;
                into.documents[found++] =
                    base + 1 + static_cast<std::uint32_t>(at * 8) + static_cast<std::uint32_t>(std::countr_zero(word));
            }
        }
        return found == blockSize && into.documents[blockSize - 1] == info.lastDocument;
    }
    unpack(bytes.data(), info.documentBits, into.documents.data());
    return sumUp(into.documents, base, info.documentBits) == info.lastDocument;
}

void BlockBits::unpackFrequencies(std::array<std::uint32_t, blockSize>& into) const
{
    unpack(frequencies.data(), frequencyBits, into.data());
    for (std::uint32_t& frequency : into)
        ++frequency;
}

bool PostingList::readBits(std::uint32_t block, BlockBits& into) const
{
    const BlockInfo info = this->info(block);
    const std::uint32_t base = baseOf(block);
    const std::string_view bytes = blockBytes(info);
    if (info.count != blockSize || info.lastDocument > m_last || info.lastDocument <= base || base + 1 < m_first
        || info.frequencyBits > 16 || bytes.size() < documentBytes(info, base) + packedBytes(info.frequencyBits))
        return false;
    const std::uint32_t span = info.lastDocument - base;
    into.first = base + 1;
    into.words = (std::size_t{span} + 63) / 64;
    into.bits = bytes.substr(0, bytesOfBits(span));
    into.behindLast = span % 64 == 0 ? 0 : ~std::uint64_t{0} << span % 64;
    into.frequencies = bytes.substr(into.bits.size());
    into.frequencyBits = info.frequencyBits;
    return true;
}

bool PostingList::read(std::uint32_t block, Block& into) const
{
    if (!readDocuments(block, into))
        return false;
    const BlockInfo info = this->info(block);
    if (info.kind == BlockKind::Short)
        return true;
    const std::string_view bytes = blockBytes(info).substr(documentBytes(info, baseOf(block)));
    unpack(bytes.data(), info.frequencyBits, into.frequencies.data());
    for (std::uint32_t& frequency : into.frequencies)
        ++frequency;
    into.positions = bytes.substr(packedBytes(info.frequencyBits));
    return true;
}

bool PostingList::addBits(std::uint32_t block, const BlockInfo& info, std::span<std::uint64_t> words) const
{
    const std::uint32_t base = baseOf(block);
    const std::string_view bytes = blockBytes(info);
    const std::size_t size = bytesOfBits(info.lastDocument - base);
    if (info.lastDocument > m_last || info.lastDocument <= base || base + 1 < m_first || bytes.size() < size)
        return false;
    const std::size_t first = std::size_t{base} + 1;
    for (std::size_t at = 0; at < size; at += 8) {
        const std::uint64_t bits = bitsAt(bytes.substr(0, size), at);
        const std::size_t word = (first + at * 8) / 64;
        const unsigned shift = (first + at * 8) % 64;
        if (word < words.size())
            words[word] |= bits << shift;
        if (shift > 0 && word + 1 < words.size())
            words[word + 1] |= bits >> (64 - shift);
    }
    return true;
}

bool PostingList::addTo(std::span<std::uint64_t> words) const
{
    Block block;
    for (std::uint32_t i = 0; i < m_blockCount; ++i) {
        const BlockInfo info = this->info(i);
        if (info.kind == BlockKind::Bits) {
            if (!addBits(i, info, words))
                return false;
            continue;
        }
        if (!readDocuments(i, block))
            return false;
        for (unsigned j = 0; j < block.count; ++j)
            if (block.documents[j] / 64 < words.size())
                words[block.documents[j] / 64] |= std::uint64_t{1} << block.documents[j] % 64;
    }
    return true;
}

bool readPositions(const Block& block, std::vector<std::uint32_t>& positions)
{
    if (block.isShort) {
        ByteReader reader(block.positions);
        return readSteps(block, positions, reader, [&] { return reader.varint(); });
    }
    if (block.positions.empty() || static_cast<unsigned char>(block.positions.front()) > 16)
        return false;
    BitReader reader(block.positions.substr(1));
    const auto k = static_cast<unsigned>(block.positions.front());
    return readSteps(block, positions, reader, [&] { return reader.golomb(k); });
}

} // namespace biomedica::textsearch
