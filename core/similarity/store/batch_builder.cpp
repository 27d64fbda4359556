#include "core/similarity/store/batch_builder.h"

#include "core/base/file.h"
#include "core/similarity/arithmetic/clustering.h"
#include "core/similarity/arithmetic/parallel.h"
#include "core/similarity/arithmetic/sign_code.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

namespace biomedica::similarity {

namespace {

/// A list's codes are 140 KB where 512 numbers are a row: fetched in one go from a disk, scanned in 2 µs.
constexpr std::size_t rowsInList = 2048;
constexpr std::size_t rowsOfSpread = 4096; ///< looked at for it
constexpr float withinReach = 0.98f;

/// Rows in the order in which they are written, and what is known of them beside.
struct Encoded {
    std::vector<std::uint32_t> order; ///< row in memory, by row on the disk
    std::vector<VectorList> lists;
    std::vector<Half> centres;
    std::vector<std::uint8_t> blocks;
    float spread = 0;
};

/// Sorts rows by their cluster; clusters without rows make no list.
void arrange(const Clusters& clusters, std::size_t dimensions, Encoded& encoded)
{
    const std::size_t count = clusters.centres.size() / dimensions;
    std::vector<std::uint32_t> sizes(count);
    for (const std::uint32_t cluster : clusters.ofRow)
        ++sizes[cluster];
    std::vector<std::uint32_t> next(count);
    std::uint32_t row = 0, block = 0;
    for (std::size_t cluster = 0; cluster < count; ++cluster) {
        next[cluster] = row;
        if (sizes[cluster] == 0)
            continue;
        encoded.lists.push_back({row, sizes[cluster], block, 0, 0, 0});
        const std::size_t begin = encoded.centres.size();
        encoded.centres.resize(begin + dimensions);
        kernels().toHalves(&clusters.centres[cluster * dimensions], &encoded.centres[begin], dimensions);
        row += sizes[cluster];
        block += static_cast<std::uint32_t>((sizes[cluster] + rowsInBlock - 1) / rowsInBlock);
    }
    encoded.order.resize(clusters.ofRow.size());
    for (std::uint32_t i = 0; i < clusters.ofRow.size(); ++i)
        encoded.order[next[clusters.ofRow[i]]++] = i;
}

float quantileOf(std::vector<float>& values, float quantile)
{
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(quantile * static_cast<float>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

void encodeList(const HalfRows& rows, const Rotation& rotation, Encoded& encoded, std::size_t number)
{
    VectorList& list = encoded.lists[number];
    std::vector<float> centre(rows.dimensions), row(rows.dimensions), distances(list.rows);
    kernels().toFloats(&encoded.centres[number * rows.dimensions], centre.data(), centre.size());
    const Centre rotated(rotation, centre); // the centre as it is kept
    list.squaredLength = rotated.squaredLength;
    SignEncoder encoder(rotation);
    const std::size_t bytes = blockBytes(rotation.coordinates());
    for (std::uint32_t i = 0; i < list.rows; ++i) {
        kernels().toFloats(rows.row(encoded.order[list.first + i]).data(), row.data(), row.size());
        std::uint8_t* const block = &encoded.blocks[(list.firstBlock + i / rowsInBlock) * bytes];
        distances[i] = encoder.encode(row, rotated, block, i % rowsInBlock);
    }
    list.reach = quantileOf(distances, withinReach);
}

/// From neighbouring rows of some lists.
float spreadOf(const HalfRows& rows, const Encoded& encoded)
{
    double sum = 0;
    std::size_t pairs = 0;
    std::vector<float> centre(rows.dimensions), first(rows.dimensions), second(rows.dimensions);
    const std::size_t ofList = std::max<std::size_t>(2, rowsOfSpread / std::max<std::size_t>(1, encoded.lists.size()));
    for (std::size_t number = 0; number < encoded.lists.size(); ++number) {
        const VectorList& list = encoded.lists[number];
        kernels().toFloats(&encoded.centres[number * rows.dimensions], centre.data(), centre.size());
        for (std::size_t i = 0; i + 1 < std::min<std::size_t>(ofList, list.rows); i += 2) {
            kernels().toFloats(rows.row(encoded.order[list.first + i]).data(), first.data(), first.size());
            kernels().toFloats(rows.row(encoded.order[list.first + i + 1]).data(), second.data(), second.size());
            double product = 0, a = 0, b = 0;
            for (std::size_t j = 0; j < centre.size(); ++j) {
                const double x = first[j] - centre[j], y = second[j] - centre[j];
                product += x * y;
                a += x * x;
                b += y * y;
            }
            if (a > 0 && b > 0) {
                sum += product * product / (a * b);
                ++pairs;
            }
        }
    }
    return pairs == 0 ? 1.0f : static_cast<float>(std::sqrt(sum / static_cast<double>(pairs)));
}

Result<Encoded> encodeRows(const HalfRows& rows, unsigned threads, const Job& job)
{
    Encoded encoded;
    if (rows.count() == 0)
        return encoded;
    TRY(const Clusters clusters, cluster(rows, std::max<std::size_t>(1, rows.count() / rowsInList), threads, job));
    arrange(clusters, rows.dimensions, encoded);
    const Rotation rotation(rows.dimensions);
    const VectorList& last = encoded.lists.back();
    const std::size_t blocks = last.firstBlock + (last.rows + rowsInBlock - 1) / rowsInBlock;
    encoded.blocks.resize(blocks * blockBytes(rotation.coordinates()));
    inParts(threads, encoded.lists.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t list = begin; list < end && !job.isStopped(); ++list)
            encodeList(rows, rotation, encoded, list);
    });
    TRY_VOID(job.check());
    encoded.spread = spreadOf(rows, encoded);
    return encoded;
}

/// Appends sections, each filled up to where the next one begins.
class SectionedFile {
public:
    explicit SectionedFile(File file) : m_file(std::move(file)) {}

    Result<void> append(std::string_view bytes)
    {
        m_hash.add(bytes);
        m_size += bytes.size();
        return m_file.append(bytes);
    }
    template <typename T>
    Result<void> appendAll(std::span<const T> values)
    {
        return append({reinterpret_cast<const char*>(values.data()), values.size_bytes()});
    }
    Result<void> fill()
    {
        const std::size_t missing = (BatchLayout::alignment - m_size % BatchLayout::alignment) % BatchLayout::alignment;
        return append(std::string(missing, '\0'));
    }
    Result<void> finish(BatchFooter footer)
    {
        footer.contentHash = m_hash.finish();
        footer.hash = footerHash(footer);
        TRY_VOID(m_file.append({reinterpret_cast<const char*>(&footer), sizeof footer}));
        return m_file.sync();
    }

private:
    File m_file;
    ContentHash m_hash;
    std::uint64_t m_size = 0;
};

Result<void> appendRows(SectionedFile& file, const HalfRows& rows, const std::vector<std::uint32_t>& order)
{
    constexpr std::size_t atOnce = 1024;
    std::vector<Half> piece;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto row = rows.row(order[i]);
        piece.insert(piece.end(), row.begin(), row.end());
        if ((i + 1) % atOnce == 0 || i + 1 == order.size()) {
            TRY_VOID(file.appendAll(std::span<const Half>(piece)));
            piece.clear();
        }
    }
    return {};
}

std::vector<std::uint32_t> rowsById(std::span<const FigureId> ids)
{
    std::vector<std::uint32_t> rows(ids.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; });
    return rows;
}

void copyText(const std::string& text, char (&field)[208])
{
    std::memcpy(field, text.data(), std::min(text.size(), longestModelText));
}

} // namespace

BatchBuilder::BatchBuilder(ModelInfo model) : m_model(std::move(model)) {}

void BatchBuilder::add(FigureId id, std::span<const Half> row)
{
    const auto [place, isNew] = m_rowOf.try_emplace(id, static_cast<std::uint32_t>(m_ids.size()));
    if (isNew) {
        m_ids.push_back(id);
        m_rows.insert(m_rows.end(), row.begin(), row.end());
    } else {
        std::copy(row.begin(), row.end(), m_rows.begin() + std::ptrdiff_t{place->second} * m_model.dimensions);
    }
}

void BatchBuilder::remove(FigureId id)
{
    const auto place = m_rowOf.find(id);
    if (place == m_rowOf.end())
        return;
    const std::ptrdiff_t row = place->second;
    m_rowOf.erase(place);
    if (m_ids.back() != id) { // the last row takes its place
        m_rowOf[m_ids.back()] = static_cast<std::uint32_t>(row);
        m_ids[static_cast<std::size_t>(row)] = m_ids.back();
        std::copy(m_rows.end() - m_model.dimensions, m_rows.end(), m_rows.begin() + row * m_model.dimensions);
    }
    m_ids.pop_back();
    m_rows.resize(m_rows.size() - m_model.dimensions);
}

Result<void> BatchBuilder::write(const std::filesystem::path& path, unsigned threads, const Job& job)
{
    const HalfRows rows{m_rows, m_model.dimensions};
    TRY(const Encoded encoded, encodeRows(rows, threads, job));
    std::vector<FigureId> ids;
    ids.reserve(m_ids.size());
    for (const std::uint32_t row : encoded.order)
        ids.push_back(m_ids[row]);
    std::sort(m_erased.begin(), m_erased.end());
    m_erased.erase(std::unique(m_erased.begin(), m_erased.end()), m_erased.end());

    BatchFooter footer;
    footer.dimensions = m_model.dimensions;
    footer.rows = static_cast<std::uint32_t>(ids.size());
    footer.erased = static_cast<std::uint32_t>(m_erased.size());
    footer.lists = static_cast<std::uint32_t>(encoded.lists.size());
    footer.blocks =
        static_cast<std::uint32_t>(encoded.blocks.size() / blockBytes(Rotation::coordinatesOf(m_model.dimensions)));
    footer.spread = encoded.spread;
    copyText(m_model.name, footer.name);
    copyText(m_model.recipe, footer.recipe);

    const std::filesystem::path part = path.string() + ".part";
    const auto writePart = [&]() -> Result<void> {
        TRY(File created, File::createForWriting(part));
        SectionedFile file(std::move(created));
        std::string head(batchMagic);
        head.append(reinterpret_cast<const char*>(&batchVersion), sizeof batchVersion);
        TRY_VOID(file.append(head));
        TRY_VOID(file.fill());
        TRY_VOID(file.appendAll(std::span<const FigureId>(ids)));
        TRY_VOID(file.fill());
        TRY_VOID(file.appendAll(std::span<const std::uint32_t>(rowsById(ids))));
        TRY_VOID(file.fill());
        TRY_VOID(file.appendAll(std::span<const FigureId>(m_erased)));
        TRY_VOID(file.fill());
        TRY_VOID(file.appendAll(std::span<const VectorList>(encoded.lists)));
        TRY_VOID(file.fill());
        TRY_VOID(file.appendAll(std::span<const Half>(encoded.centres)));
        TRY_VOID(file.fill());
        TRY_VOID(file.appendAll(std::span<const std::uint8_t>(encoded.blocks)));
        TRY_VOID(file.fill());
        TRY_VOID(appendRows(file, rows, encoded.order));
        TRY_VOID(file.fill());
        TRY_VOID(job.check());
        return file.finish(footer);
    };
    if (auto written = writePart(); !written) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        return written.error();
    }
    return renameDurably(part, path);
}

void BatchBuilder::clear()
{
    *this = BatchBuilder(m_model);
}

} // namespace biomedica::similarity
