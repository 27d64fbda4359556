// What a compressed file may cost: decompression bombs stop here.
//
// Thread contract: values.
#pragma once

#include <cstddef>
#include <cstdint>

namespace biomedica::compression {

struct Limits {
    /// Content of one file. The largest shards of BIOMEDICA hold 11 GB.
    std::uint64_t maximumContent = std::uint64_t{1} << 40;

    /// A stretch of `stretch` bytes of content that comes from less than its `maximumRatio`-th part of the file is
    /// a bomb: pictures shrink by a few percent, text to a tenth, and runs of zeros to a thousandth (gzip) or a
    /// twenty-thousandth (zstd).
    std::uint64_t stretch = std::uint64_t{256} << 20;
    std::uint64_t maximumRatio = 500;

    /// What is decoded to reach one place where decoding cannot begin nearby: about 3 s of zstd.
    std::uint64_t maximumSkip = std::uint64_t{4} << 30;

    /// Files that cannot be entered at least this often are called slow.
    std::uint64_t slowGap = std::uint64_t{64} << 20;

    /// Content between two places where decoding can begin: 32 KB are kept for each, 0.8 % of the content, and
    /// gzip needs 13 ms to cross it (measured: 308 MB/s).
    std::uint64_t checkpointSpan = std::uint64_t{4} << 20;

    /// Content that one open file keeps decoded.
    std::size_t cachedBytes = std::size_t{32} << 20;
};

} // namespace biomedica::compression
