// The list of one word in one field: in which documents it stands, how often, and where.
//
// Under 128 documents (nearly all words) a list is a run of small numbers. Otherwise documents come in blocks of 128,
// and a table of 36 bytes a block stands before them, so that a search skips what it need not read:
//
//   list          = short | table block…
//   short         = (document step, frequency)… positions
//   table         = BlockInfo for each block
//   block         = documents frequencies k positions
//   documents     = bits, one for each document after the last block's last one    (dense words)
//                 | 128 steps minus 1, packed                                      (packing.h)
//   frequencies   = 128 frequencies minus 1, packed
//   positions     = for each document `frequency` steps from position to position, the first from −1, minus 1,
//                   in exponential Golomb codes (bits.h) of parameter k, 8 bits
//   the last block holds fewer than 128 documents and is written as a short list, its positions as varints
//   (document step, frequency) = varint(2·(step − 1) + 1) where the frequency is 1, else varint(2·(step − 1)) varint(f)
//
// Documents are numbered from 1 and stay below 2^31. Steps count from the document before; that of the first document
// from the segment's first document − 1.
//
// Impacts bound what a document of the block can score: each pair is a frequency and a field length in words such
// that every document of the block is dominated by one of them (not more often, not shorter). They hold whatever the
// average length and the number of documents become, so segments stay as they are when others are added.
//
// Reading never trusts the bytes: a decoder stays inside the list and reports documents out of order or range.
//
// Thread contract: values; PostingList is a view of a mapped segment.
#pragma once

#include "core/textsearch/packing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::textsearch {

struct Impact {
    std::uint16_t frequency = 0, length = 0;
};

/// Up to eight, for with three the bounds of common words were so loose that hardly a block could be left out.
class Impacts {
public:
    static constexpr std::size_t most = 8;

    void set(std::size_t index, const Impact& impact)
    {
        m_frequencies[index] = static_cast<std::uint8_t>(std::min<std::uint16_t>(impact.frequency, UINT8_MAX));
        m_lengths[index] = impact.length;
    }
    /// A frequency of 0: there is none from here on.
    Impact at(std::size_t index) const
    {
        const std::uint8_t frequency = m_frequencies[index];
        return {frequency == UINT8_MAX ? std::uint16_t{UINT16_MAX} : std::uint16_t{frequency}, m_lengths[index]};
    }

private:
    std::array<std::uint8_t, most> m_frequencies{}; ///< 255 = 255 or more
    std::array<std::uint16_t, most> m_lengths{};
};

enum class BlockKind : std::uint8_t { Packed, Bits, Short };

struct BlockInfo {
    std::uint32_t lastDocument = 0;
    std::uint32_t offset = 0; ///< of the block, bytes from the end of the table
    BlockKind kind = BlockKind::Packed;
    std::uint8_t documentBits = 0, frequencyBits = 0;
    std::uint8_t count = 0;
    Impacts impacts;
};
static_assert(sizeof(BlockInfo) == 36);

/// Makes the bytes of one list.
class PostingWriter {
public:
    explicit PostingWriter(std::uint32_t firstDocument) : m_firstDocument(firstDocument) {}

    /// Of the field, in words: impacts are chosen to be tight near it.
    void setAverageLength(double words) { m_averageLength = words; }

    /// Documents and positions rise. 1 to 65,535 positions; `length` is the field's.
    void add(std::uint32_t document, std::span<const std::uint32_t> positions, std::uint16_t length);
    std::uint32_t documents() const { return m_documents; }
    /// Appends the list and begins the next one.
    void finish(std::string& bytes);

private:
    void writeBlock();
    void writeShort(std::string& bytes) const;
    void writePositions();

    std::uint32_t m_firstDocument;
    double m_averageLength = 1;
    std::uint32_t m_documents = 0;
    std::uint32_t m_base = 0; ///< the document before the block
    unsigned m_count = 0;     ///< in the block
    std::array<std::uint32_t, blockSize> m_block{}, m_frequencies{};
    std::array<std::uint16_t, blockSize> m_lengths{};
    std::vector<std::uint32_t> m_positionSteps; ///< of the block
    std::vector<BlockInfo> m_table;
    std::string m_blocks;
};

/// One block, unpacked.
struct Block {
    unsigned count = 0;
    std::array<std::uint32_t, blockSize> documents{}, frequencies{};
    bool isShort = false;       ///< how positions are written
    std::string_view positions; ///< from here to the end of the block, and maybe beyond
};

/// A block of BlockKind::Bits as it stands in the file: bit i is document first + i.
struct BlockBits {
    std::uint32_t first = 0;
    std::size_t words = 0; ///< of 64 documents
    std::string_view bits, frequencies;
    std::uint64_t behindLast = 0; ///< bits of the last word that are of no document
    unsigned frequencyBits = 0;

    std::uint64_t word(std::size_t index) const
    {
        std::uint64_t value = 0;
        if (index + 1 < words) {
            std::memcpy(&value, bits.data() + index * sizeof value, sizeof value);
            return value;
        }
        std::memcpy(&value, bits.data() + index * sizeof value, bits.size() - index * sizeof value);
        return value & ~behindLast;
    }
    void unpackFrequencies(std::array<std::uint32_t, blockSize>& into) const;
};

class PostingList {
public:
    PostingList() = default;
    /// `documents` of them, between first and last, both included.
    PostingList(std::string_view bytes, std::uint32_t documents, std::uint32_t first, std::uint32_t last);

    /// False where the bytes cannot be such a list: nothing may be read from it then.
    bool isSound() const { return m_isSound; }
    std::uint32_t documents() const { return m_documents; }
    /// Whether there is a table of blocks with impacts.
    bool isLong() const { return m_documents >= blockSize; }
    std::uint32_t blockCount() const { return m_blockCount; }
    /// The document before the block's first possible one.
    std::uint32_t baseOf(std::uint32_t block) const { return block == 0 ? m_first - 1 : lastOf(block - 1); }
    std::uint32_t lastOf(std::uint32_t block) const;
    BlockInfo info(std::uint32_t block) const;
    /// The first block whose last document is `document` or later; blockCount() where there is none.
    std::uint32_t blockWith(std::uint32_t document) const;

    /// False where the block is damaged.
    bool read(std::uint32_t block, Block& into) const;
    bool readDocuments(std::uint32_t block, Block& into) const;
    /// Of a block of BlockKind::Bits. That there are 128 is for the caller to count.
    bool readBits(std::uint32_t block, BlockBits& into) const;

    /// Sets the documents' bits that are below 64 × words.size(). False where the list is damaged.
    bool addTo(std::span<std::uint64_t> words) const;

private:
    std::string_view blockBytes(const BlockInfo& info) const;
    bool readShort(std::string_view bytes, const BlockInfo& info, std::uint32_t base, Block& into) const;
    bool addBits(std::uint32_t block, const BlockInfo& info, std::span<std::uint64_t> words) const;

    std::string_view m_table, m_blocks;
    std::uint32_t m_documents = 0, m_first = 0, m_last = 0;
    std::uint32_t m_blockCount = 0;
    bool m_isSound = true;
};

/// The positions of all documents of a block, one after the other. False where they are damaged.
bool readPositions(const Block& block, std::vector<std::uint32_t>& positions);

} // namespace biomedica::textsearch
