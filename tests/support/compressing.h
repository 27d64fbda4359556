// Compressed files as other programs write them: gzip, pigz, bgzip; zstd, pzstd, writers that state no sizes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::test {

/// One member; `flushEvery` > 0 ends a block and aligns it there, as pigz does.
std::string gzipMember(std::string_view content, int level = 6, std::size_t flushEvery = 0);

/// Members of `size` bytes each, as bgzip and cat make them; each with an extra field and a name.
std::string gzipMembers(std::string_view content, std::size_t size);

/// One frame; without its size in the header where `isSizeStated` is false.
std::string zstdFrame(std::string_view content, bool isSizeStated = true, int level = 1);

/// Frames of `size` bytes each, a skippable one before each.
std::string zstdFrames(std::string_view content, std::size_t size, bool isSizeStated = true);

/// Frames with a table at the end.
std::string zstdWithTable(std::string_view content);

struct Packed {
    const char* name;
    std::string bytes;
};
/// The content in every form above.
std::vector<Packed> packedInAllWays(std::string_view content);

/// Bytes that shrink to about a half, the same for the same seed.
std::string someContent(std::size_t size, unsigned seed = 1);

} // namespace biomedica::test
