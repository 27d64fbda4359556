// Several neighbouring segments → one, without the documents that are gone.
//
// Segments of a space cover rising ranges of documents that do not overlap, since rows are given out in order and
// never twice; only neighbours merge, so lists are joined end to end. Which: tenfold tiers, as log-structured stores
// do; each document is rewritten about log10(segments) times.
//
// Thread contract: pure functions over immutable segments.
#pragma once

#include "core/base/bitmap.h"
#include "core/base/job.h"
#include "core/textsearch/segment.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace biomedica::textsearch {

using SegmentPointer = std::shared_ptr<const Segment>;

/// Writes one segment of them all, which stand in order. Documents that are not in `kept` are left out of lists and
/// statistics; nullptr = all are kept. The job is asked at least every few milliseconds; the file is whole when this
/// returns well, and else gone. Corrupt where one of them does not have the checksum it was written with.
Result<void> mergeSegments(std::span<const SegmentPointer> segments, const Bitmap* kept,
                           const std::filesystem::path& path, const Job& job);

/// Which neighbours to merge next: [begin, end) of `sizes`, which stand in order; nothing where all is well.
struct MergeRange {
    std::size_t begin = 0, end = 0;
    bool operator==(const MergeRange&) const = default;
};
inline constexpr std::size_t mergedAtOnce = 10;
std::optional<MergeRange> nextMerge(std::span<const std::uint64_t> sizes);

} // namespace biomedica::textsearch
