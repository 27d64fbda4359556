#include "core/similarity/store/vector_batch.h"

#include "core/base/hash.h"
#include "core/similarity/arithmetic/sign_code.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>

namespace biomedica::similarity {

static_assert(std::endian::native == std::endian::little, "files are read as they lie in memory");
static_assert(sizeof(VectorList) == 24 && sizeof(BatchFooter) == 456 && sizeof(FigureId) == 8);

namespace {

constexpr std::uint32_t mostRows = 1 << 24; ///< of a file, so that sizes cannot overflow
constexpr float rounding = 0.01f;

Error damaged(const std::filesystem::path& path, std::string_view what)
{
    return Error(ErrorKind::Corrupt,
                 "'" + path.string() + "' " + std::string(what) + "; its vectors have to be made or imported again");
}

template <typename T>
std::span<const T> sectionOf(std::string_view bytes, std::uint64_t begin, std::size_t count)
{
    return {reinterpret_cast<const T*>(bytes.data() + begin), count};
}

std::string textOf(const char (&field)[208])
{
    return std::string(field, static_cast<std::size_t>(std::find(field, field + longestModelText, '\0') - field));
}

bool isPlausible(const BatchFooter& footer)
{
    return footer.dimensions >= 1 && footer.dimensions <= mostDimensions && footer.rows <= mostRows
           && footer.erased <= mostRows * 16 && footer.lists <= footer.rows
           && footer.blocks <= footer.rows / rowsInBlock + footer.lists && footer.spread >= 0
           && footer.spread <= 1 + rounding;
}

/// All rows are of length 1. Searching puts lists in an order by these numbers, which has to be one.
bool isPlausible(const VectorList& list)
{
    return list.reach >= 0 && list.reach <= 2 + rounding && list.squaredLength >= 0
           && list.squaredLength <= 1 + rounding;
}

} // namespace

Result<void> checkModel(const ModelInfo& model)
{
    if (model.dimensions < 1 || model.dimensions > mostDimensions)
        return Error(ErrorKind::Invalid, "vectors of " + std::to_string(model.dimensions)
                                             + " dimensions cannot be kept; 1 to " + std::to_string(mostDimensions)
                                             + " can");
    for (const std::string& text : {model.name, model.recipe})
        if (text.empty() || text.size() > longestModelText
            || text.find_first_of(std::string_view("\n\0", 2)) != text.npos)
            return Error(ErrorKind::Invalid, "a model needs a name and a recipe of one line and at most "
                                                 + std::to_string(longestModelText) + " bytes each");
    return {};
}

BatchLayout::BatchLayout(const BatchFooter& footer)
{
    const std::uint64_t rows = footer.rows, dimensions = footer.dimensions, lists = footer.lists;
    const std::uint64_t sizes[] = {rows * sizeof(FigureId),
                                   rows * sizeof(std::uint32_t),
                                   footer.erased * sizeof(FigureId),
                                   lists * sizeof(VectorList),
                                   lists * dimensions * sizeof(Half),
                                   footer.blocks * std::uint64_t{blockBytes(Rotation::coordinatesOf(dimensions))},
                                   rows * dimensions * sizeof(Half)};
    std::uint64_t at = alignment;
    for (int section = 0; section < Footer; ++section) {
        begins[section] = at;
        at = (at + sizes[section] + alignment - 1) / alignment * alignment;
    }
    begins[Footer] = at;
}

void ContentHash::add(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::string_view taken = bytes.substr(0, pieceSize - m_piece.size());
        m_piece += taken;
        bytes.remove_prefix(taken.size());
        if (m_piece.size() == pieceSize)
            finish();
    }
}

std::uint64_t ContentHash::finish()
{
    const std::uint64_t both[] = {m_hash, hash64(m_piece)};
    m_piece.clear();
    return m_hash = hash64({reinterpret_cast<const char*>(both), sizeof both});
}

std::uint64_t footerHash(const BatchFooter& footer)
{
    return hash64({reinterpret_cast<const char*>(&footer), offsetof(BatchFooter, hash)});
}

VectorBatch::VectorBatch(MappedFile file, const BatchFooter& footer)
    : m_file(std::move(file)), m_footer(footer), m_model{textOf(footer.name), textOf(footer.recipe), footer.dimensions},
      m_coordinates(Rotation::coordinatesOf(footer.dimensions)), m_blockBytes(blockBytes(m_coordinates))
{
    const BatchLayout layout(footer);
    const std::string_view bytes = m_file.bytes();
    m_ids = sectionOf<FigureId>(bytes, layout.begins[BatchLayout::Ids], footer.rows);
    m_byId = sectionOf<std::uint32_t>(bytes, layout.begins[BatchLayout::ById], footer.rows);
    m_erased = sectionOf<FigureId>(bytes, layout.begins[BatchLayout::Erased], footer.erased);
    const auto lists = sectionOf<VectorList>(bytes, layout.begins[BatchLayout::Lists], footer.lists);
    m_lists.assign(lists.begin(), lists.end());
    m_centres =
        sectionOf<Half>(bytes, layout.begins[BatchLayout::Centres], std::size_t{footer.lists} * footer.dimensions);
    m_blocks = reinterpret_cast<const std::uint8_t*>(bytes.data() + layout.begins[BatchLayout::Blocks]);
    m_rows = sectionOf<Half>(bytes, layout.begins[BatchLayout::Rows], std::size_t{footer.rows} * footer.dimensions);
}

Result<std::shared_ptr<const VectorBatch>> VectorBatch::open(const std::filesystem::path& path)
{
    TRY(MappedFile file, MappedFile::open(path));
    const std::string_view bytes = file.bytes();
    if (bytes.size() < BatchLayout::alignment + sizeof(BatchFooter))
        return damaged(path, "is cut off");
    if (!bytes.starts_with(batchMagic))
        return damaged(path, "is not a file of vectors");
    std::uint32_t version = 0;
    std::memcpy(&version, bytes.data() + batchMagic.size(), sizeof version);
    if (version != batchVersion)
        return Error(ErrorKind::Unsupported, "'" + path.string()
                                                 + "' was written by another version of this program; delete "
                                                   "its folder and make or import its vectors again");
    BatchFooter footer;
    std::memcpy(&footer, bytes.data() + bytes.size() - sizeof footer, sizeof footer);
    if (footer.hash != footerHash(footer) || !isPlausible(footer) || BatchLayout(footer).fileSize() != bytes.size())
        return damaged(path, "is cut off or damaged");
    const std::shared_ptr<const VectorBatch> batch(new VectorBatch(std::move(file), footer));
    TRY_VOID(batch->checkLists());
    return batch;
}

Result<void> VectorBatch::checkLists() const
{
    std::uint64_t row = 0, block = 0;
    for (const VectorList& list : m_lists) {
        if (list.first != row || list.firstBlock != block || list.rows > m_footer.rows || !isPlausible(list))
            return damaged(path(), "is damaged");
        row += list.rows;
        block += (list.rows + rowsInBlock - 1) / rowsInBlock;
    }
    if (row != m_footer.rows || block != m_footer.blocks)
        return damaged(path(), "is damaged");
    return {};
}

FigureId VectorBatch::idInOrder(std::size_t place) const
{
    const std::uint32_t row = m_byId[place];
    return row < m_ids.size() ? m_ids[row] : FigureId(0); // the latter where it is damaged
}

std::optional<std::uint32_t> VectorBatch::find(FigureId id) const
{
    const std::vector<std::uint32_t> rows = findAll({&id, 1});
    return rows.empty() ? std::nullopt : std::optional(rows[0]);
}

std::vector<std::uint32_t> VectorBatch::findAll(std::span<const FigureId> sorted) const
{
    std::vector<std::uint32_t> rows;
    std::size_t place = 0;
    for (const FigureId id : sorted) {
        // Steps that double, then halve: few ids are found by halving, many by going along with them.
        std::size_t step = 1;
        while (place + step < m_byId.size() && idInOrder(place + step) < id)
            step *= 2;
        for (std::size_t end = std::min(place + step, m_byId.size()); place < end;) {
            const std::size_t middle = place + (end - place) / 2;
            if (idInOrder(middle) < id)
                place = middle + 1;
            else
                end = middle;
        }
        if (place == m_byId.size())
            break;
        if (const std::uint32_t row = m_byId[place]; row < m_ids.size() && m_ids[row] == id)
            rows.push_back(row);
    }
    return rows;
}

Result<void> VectorBatch::verify(const Job& job) const
{
    const std::string_view content = m_file.bytes().substr(0, m_file.bytes().size() - sizeof(BatchFooter));
    ContentHash hash;
    constexpr std::size_t atOnce = 64 << 20;
    for (std::size_t at = 0; at < content.size(); at += atOnce) {
        TRY_VOID(job.check());
        hash.add(content.substr(at, atOnce));
    }
    TRY_VOID(check());
    return hash.finish() == m_footer.contentHash ? Result<void>() : damaged(path(), "is damaged");
}

} // namespace biomedica::similarity
