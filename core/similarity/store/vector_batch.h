// Some thousands of vectors of one model in one immutable, mapped file.
//
//   file   = "BMVECT\r\n" version (32 bits), zeros up to 4,096
//            ids        FigureId of each row (8 bytes)
//            byId       the rows in the order of their ids (4)
//            erased     ids whose rows in earlier batches no longer count (8): replaced or removed by this batch
//            lists      VectorList of each (24)
//            centres    one for each list, dimensions × 16-bit floats
//            blocks     sign codes, 32 rows a block, rows of a list together (arithmetic/sign_code.h)
//            rows       rows × dimensions 16-bit floats, row-major, each of length 1
//            footer     BatchFooter
//
// Every section begins at a multiple of 4,096. Numbers are little-endian. Rows near each other form a list, so that a
// search looks only at lists that may hold neighbours; a small batch has one list.
//
// Where 512 numbers are a row it takes 1,104 bytes: 1,024 for the row, 68 for its code, 12 for its id.
// Rejected: 8-bit rows (half the disk; recall at 10 falls to 0.98 even where every row is scored); centres of the whole
// collection (better lists, but every row is written again when they change).
//
// Checked when it is opened: sizes, footer and lists, so that damage elsewhere, also by who writes over the open file,
// gives wrong numbers and never a read out of bounds; verify() looks at every byte.
//
// Thread contract: immutable; shared between threads.
#pragma once

#include "core/base/ids.h"
#include "core/base/job.h"
#include "core/base/mapped_file.h"
#include "core/similarity/arithmetic/kernels.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace biomedica::similarity {

/// What vectors come from: two sets are comparable where all three agree.
struct ModelInfo {
    std::string name;   ///< "builtin", "BMC-CLIP"
    std::string recipe; ///< version of everything that decides the numbers: weights, preparation of the picture
    std::uint32_t dimensions = 0;
    bool operator==(const ModelInfo&) const = default;
};

inline constexpr std::uint32_t mostDimensions = 2048;
inline constexpr std::size_t longestModelText = 200; ///< bytes of a name or recipe

/// Invalid where the dimensions are not 1…2048, or a text is empty, too long or more than one line.
Result<void> checkModel(const ModelInfo& model);

/// Rows first … first + rows - 1, whose codes begin a block.
struct VectorList {
    std::uint32_t first = 0, rows = 0, firstBlock = 0;
    float reach = 0;         ///< distance from the centre that 98 of 100 rows do not exceed
    float squaredLength = 0; ///< of the centre
    std::uint32_t reserved = 0;
};

struct BatchFooter {
    std::uint32_t dimensions = 0, rows = 0, erased = 0, lists = 0, blocks = 0;
    /// Root mean square of the cosine between differences of two rows of a list from its centre: 1 / sqrt(the number
    /// of directions that rows really spread in).
    float spread = 0;
    char name[208] = {}, recipe[208] = {}; ///< ModelInfo, filled up with zeros
    std::uint64_t contentHash = 0;         ///< of everything before the footer (vector_batch.cpp)
    std::uint64_t hash = 0;                ///< of the footer up to here
};

class VectorBatch {
public:
    static Result<std::shared_ptr<const VectorBatch>> open(const std::filesystem::path& path);

    VectorBatch(const VectorBatch&) = delete;

    const std::filesystem::path& path() const { return m_file.path(); }
    const ModelInfo& model() const { return m_model; }
    std::size_t size() const { return m_footer.rows; }
    std::size_t dimensions() const { return m_footer.dimensions; }
    std::size_t coordinates() const { return m_coordinates; }

    std::span<const FigureId> ids() const { return m_ids; }
    std::span<const FigureId> erased() const { return m_erased; }
    std::optional<std::uint32_t> find(FigureId id) const;
    /// The rows of those of `sorted` ids that are here.
    std::vector<std::uint32_t> findAll(std::span<const FigureId> sorted) const;
    std::span<const Half> row(std::size_t row) const { return m_rows.subspan(row * dimensions(), dimensions()); }

    std::span<const VectorList> lists() const { return m_lists; }
    std::span<const Half> centre(std::size_t list) const
    {
        return m_centres.subspan(list * dimensions(), dimensions());
    }
    const std::uint8_t* block(std::size_t block) const { return m_blocks + block * m_blockBytes; }
    /// The blocks of that many rows.
    std::string_view codes(std::size_t firstBlock, std::size_t rows) const
    {
        return {reinterpret_cast<const char*>(block(firstBlock)),
                (rows + rowsInBlock - 1) / rowsInBlock * m_blockBytes};
    }
    float spread() const { return m_footer.spread; }

    /// Whether every byte is as it was written.
    Result<void> verify(const Job& job) const;
    /// Whether the file is as long as it was: to be asked before what was read is believed. Costs a look at its size.
    Result<void> check() const { return m_file.check(); }

private:
    VectorBatch(MappedFile file, const BatchFooter& footer);
    Result<void> checkLists() const;
    FigureId idInOrder(std::size_t place) const;

    MappedFile m_file;
    BatchFooter m_footer;
    ModelInfo m_model;
    std::size_t m_coordinates, m_blockBytes;
    std::span<const FigureId> m_ids, m_erased;
    std::span<const std::uint32_t> m_byId;
    std::vector<VectorList> m_lists; ///< as they were checked: a search goes where they say
    std::span<const Half> m_centres, m_rows;
    const std::uint8_t* m_blocks = nullptr;
};

/// How a file is laid out: where its sections begin, in the order above, and where the footer does.
struct BatchLayout {
    enum Section { Ids, ById, Erased, Lists, Centres, Blocks, Rows, Footer, sectionCount };
    static constexpr std::size_t alignment = 4096;

    explicit BatchLayout(const BatchFooter& footer);
    std::uint64_t begins[sectionCount] = {};
    std::uint64_t fileSize() const { return begins[Footer] + sizeof(BatchFooter); }
};

inline constexpr std::string_view batchMagic = "BMVECT\r\n";
inline constexpr std::uint32_t batchVersion = 2;

/// A hash of bytes that come in pieces of any size.
class ContentHash {
public:
    void add(std::string_view bytes);
    std::uint64_t finish();

private:
    static constexpr std::size_t pieceSize = 1 << 20;

    std::uint64_t m_hash = 0;
    std::string m_piece;
};

std::uint64_t footerHash(const BatchFooter& footer);

} // namespace biomedica::similarity
