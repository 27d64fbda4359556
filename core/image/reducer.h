// A picture that is averaged over n × n pixels while it comes in, so that a huge one never stands in
// memory whole. Pixels may come in any order (interlaced files, stripes from below); sums exist for
// rows that are begun and not complete.
//
// Colours weigh as much as their alpha. Pixels that never come are transparent.
//
// Thread contract: one thread.
#pragma once

#include "core/image/pixels.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace biomedica::image {

class Reducer {
public:
    /// 32 bytes of sums beside the pixel, for as long as a row is incomplete.
    static constexpr std::int64_t sumBytes = 4 * sizeof(std::uint64_t);

    /// `isOpaque`: alpha is not looked at.
    Reducer(Size stored, int factor, bool isOpaque);

    /// `count` pixels (RGBA) of row y, the first at x, each `step` further right than the one before. Each
    /// pixel comes once.
    void add(int y, const std::uint8_t* rgba, int count, int x = 0, int step = 1);

    /// Where a decoder may write row y, to add it afterwards without a copy.
    std::uint8_t* buffer(int y);

    /// All rows have come, or no more will.
    Pixels take();

private:
    struct Sums {
        std::vector<std::uint64_t> rgba; ///< colours times alpha, alpha
        std::int64_t missing = 0;
    };

    void place(int y, const std::uint8_t* rgba, int count, int x, int step);
    void addOpaque(Sums& sums, const std::uint8_t* rgba, int count, int x, int step) const;
    void addWeighted(Sums& sums, const std::uint8_t* rgba, int count, int x, int step) const;
    void finish(int row, const Sums& sums);

    Size m_stored;
    int m_factor;
    bool m_isOpaque;
    Pixels m_pixels;
    std::vector<std::uint8_t> m_buffer;   ///< one stored row; none where the factor is 1
    std::unordered_map<int, Sums> m_sums; ///< of the result's rows that are begun
};

} // namespace biomedica::image
