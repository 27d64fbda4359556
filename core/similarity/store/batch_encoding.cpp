#include "core/similarity/store/batch_encoding.h"

#include "core/similarity/arithmetic/parallel.h"
#include "core/similarity/arithmetic/sign_code.h"

#include <algorithm>
#include <cmath>

namespace biomedica::similarity {

namespace {

/// A list's codes are 140 KB where 512 numbers are a row: fetched in one go from a disk, scanned in 2 µs.
constexpr std::size_t rowsInList = 2048;
constexpr std::size_t rowsOfSpread = 4096; ///< looked at for it
constexpr float withinReach = 0.98f;

/// Sorts rows by their cluster; clusters without rows make no list.
void arrange(const Clusters& clusters, std::size_t dimensions, EncodedRows& encoded)
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

void encodeList(const HalfRows& rows, const Rotation& rotation, EncodedRows& encoded, std::size_t number)
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
float spreadOf(const HalfRows& rows, const EncodedRows& encoded)
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

} // namespace

Result<EncodedRows> encodeRows(const HalfRows& rows, unsigned threads, const Job& job)
{
    EncodedRows encoded;
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

} // namespace biomedica::similarity
