#include "core/similarity/store/merging.h"

#include <algorithm>

namespace biomedica::similarity {

namespace {

constexpr std::size_t mostSmallBatches = 8;

} // namespace

std::vector<MergedRun> runsToMerge(std::span<const BatchSize> batches, std::size_t most, bool isThorough)
{
    const auto isSmall = [&](const BatchSize& batch) { return batch.live < (isThorough ? most : most / 2); };
    const auto isHoley = [&](const BatchSize& batch) {
        return isThorough ? batch.live < batch.rows : batch.live < batch.rows - batch.rows / 4;
    };
    const auto small = static_cast<std::size_t>(std::count_if(batches.begin(), batches.end(), isSmall));
    const bool areSmallMerged = isThorough || small > mostSmallBatches;

    std::vector<MergedRun> runs;
    for (std::size_t begin = 0; begin < batches.size();) {
        std::size_t end = begin + 1;
        std::size_t live = batches[begin].live;
        if (areSmallMerged && isSmall(batches[begin]))
            for (; end < batches.size() && isSmall(batches[end]) && live + batches[end].live <= most; ++end)
                live += batches[end].live;
        if (end > begin + 1 || isHoley(batches[begin]))
            runs.push_back({begin, end});
        begin = end;
    }
    return runs;
}

} // namespace biomedica::similarity
