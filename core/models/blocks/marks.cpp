// How the marks of a plot stand: on an axis as bars do, crossed once or often, near to each other or far apart.

#include "core/models/blocks/bins.h"
#include "core/models/blocks/blocks.h"

#include <bit>

namespace biomedica::models {

namespace {

/// How far the marks of each row reach that begin within four pixels of its start; 0 where none does.
std::vector<int> reachesFromStart(const cv::Mat& marks, bool isFromTheEnd)
{
    constexpr int nearStart = 4;
    constexpr int leastLength = 3;
    std::vector<int> reaches;
    for (int y = 0; y < marks.rows; ++y) {
        const auto* row = marks.ptr<std::uint8_t>(y);
        const auto isSet = [&](int x) { return row[isFromTheEnd ? marks.cols - 1 - x : x] != 0; };
        int begin = 0;
        while (begin < std::min(nearStart, marks.cols) && !isSet(begin))
            ++begin;
        int end = begin;
        while (begin < nearStart && end < marks.cols && isSet(end))
            ++end;
        reaches.push_back(end - begin >= leastLength ? end : 0);
    }
    return reaches;
}

/// 14 numbers of the marks that stand at the start of the rows, or at their end: how many rows, how much of all marks,
/// in how many pieces, how far they reach and how evenly, and by how much the next one reaches farther.
void addStanding(const cv::Mat& marks, bool isFromTheEnd, std::span<float> out)
{
    constexpr int flatTop = 4; ///< rows that reach as far as the one before
    const std::vector<int> reaches = reachesFromStart(marks, isFromTheEnd);
    const auto rows = static_cast<float>(reaches.size());
    const auto length = static_cast<float>(marks.cols);
    float standing = 0, sum = 0, squares = 0, steps = 0, switches = 0, flats = 0;
    int alike = 0;
    for (std::size_t y = 0; y < reaches.size(); ++y) {
        const auto reach = static_cast<float>(reaches[y]);
        sum += reach;
        squares += reach * reach;
        standing += reach > 0 ? 1 : 0;
        if (y == 0)
            continue;
        const int before = reaches[y - 1];
        switches += (reach > 0) != (before > 0) ? 1 : 0;
        alike = reach > 0 && reaches[y] == before ? alike + 1 : 0;
        flats += alike == flatTop ? 1 : 0;
        if (reach > 0 && before > 0) {
            ++steps;
            ++out[6 + binOf(static_cast<float>(std::abs(reaches[y] - before)), {1, 2, 4, 9, 20})];
        }
    }
    if (steps > 0)
        scale(out.subspan(6, 6), 1 / steps);
    out[0] = standing / rows;
    const auto all = static_cast<float>(cv::countNonZero(marks));
    out[1] = all > 0 ? sum / all : 0;
    out[2] = std::log2(1 + switches) / 6;
    out[3] = standing > 0 ? sum / standing / length : 0;
    out[4] =
        standing > 0 ? std::sqrt(std::max(0.0F, squares / standing - sum * sum / (standing * standing))) / length : 0;
    out[5] = sum / (length * rows);
    out[12] = std::log2(1 + flats) / 6;
    out[13] = switches > 0 ? std::log2(1 + 2 * standing / switches) / 7 : 0;
}

int piecesOf(const std::uint8_t* row, int size)
{
    int pieces = 0;
    for (int x = 0; x < size; ++x)
        pieces += row[x] != 0 && (x == 0 || row[x - 1] == 0) ? 1 : 0;
    return pieces;
}

/// Eight numbers: rows by how many marks they cross, how much that changes from row to row, how much it spreads.
void addCrossings(const cv::Mat& marks, std::span<float> out)
{
    float changes = 0;
    int before = 0;
    for (int y = 0; y < marks.rows; ++y) {
        const int pieces = piecesOf(marks.ptr<std::uint8_t>(y), marks.cols);
        ++out[binOf(static_cast<float>(pieces), {1, 2, 3, 5, 9})];
        changes += y > 0 ? static_cast<float>(std::abs(pieces - before)) : 0;
        before = pieces;
    }
    scale(out.first(6), 1 / static_cast<float>(marks.rows));
    out[6] = std::log2(1 + changes / static_cast<float>(marks.rows));
    float mean = 0;
    float squares = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        mean += static_cast<float>(i) * out[i];
        squares += static_cast<float>(i * i) * out[i];
    }
    out[7] = std::sqrt(std::max(0.0F, squares - mean * mean)) / 2;
}

/// Of what lies within the rows, not cut off by their ends: marks by length in six octaves, and the gaps between.
void addLengths(const cv::Mat& marks, std::span<float> out)
{
    for (int y = 0; y < marks.rows; ++y) {
        const auto* row = marks.ptr<std::uint8_t>(y);
        for (int begin = 0, end = 0; begin < marks.cols; begin = end) {
            for (end = begin + 1; end < marks.cols && row[end] == row[begin]; ++end) {}
            if (begin == 0 || end == marks.cols)
                continue;
            const auto octave = static_cast<std::size_t>(std::bit_width(static_cast<unsigned>(end - begin))) - 1;
            ++out[(row[begin] == 0 ? 6 : 0) + std::min<std::size_t>(octave, 5)];
        }
    }
    normalise(out.first(6));
    normalise(out.last(6));
}

} // namespace

void standingMarks(const Prepared& picture, std::span<float> out)
{
    addStanding(picture.marksTurned, true, out.first(14));
    addStanding(picture.marks, false, out.last(14));
}

void markCrossings(const Prepared& picture, std::span<float> out)
{
    addCrossings(picture.marks, out.first(8));
    addCrossings(picture.marksTurned, out.last(8));
}

void markLengths(const Prepared& picture, std::span<float> out)
{
    addLengths(picture.marks, out.first(12));
    addLengths(picture.marksTurned, out.last(12));
}

} // namespace biomedica::models
