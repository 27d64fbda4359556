// The places of one compressed file where decoding can begin, with what is needed to begin there. Inside this room
// only.
//
// The windows of a 10 GB file are 80 MB: they lie in a file, and memory holds 40 bytes a place. While places are still
// being found, that file has no name that anybody else knows; when all are, it becomes the index, which is derived
// data: one that is damaged, of another version or of another state of the compressed file is not used.
//
// Index file, numbers little-endian: the windows, each compressed (zlib); then the table, an entry a place
//   content u64, stored u64, window's place u64, window's size u32, isInside u8, bits u8, u16 0, XXH64 of the window
//   as it stands in the file u64
// then the remarks, each with a final NUL; then 64 bytes of footer
//   "BioCkpt1", size of the compressed file u64, its time u64, size of the content u64 (2^64-1: not known, the file is
//   damaged), number of places u64, size of the remarks u64, XXH64 of table and remarks u64, XXH64 of the footer so
//   far u64
//
// Thread contract: belongs to its CompressedFile, which guards it.
#pragma once

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/compression/decoder.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::compression {

class Checkpoints {
public:
    /// The index of this file where there is a sound one, else only the beginning. `folder` may be empty.
    static Checkpoints open(const std::filesystem::path& folder, const std::filesystem::path& file, FileStamp stamp);
    Checkpoints(Checkpoints&&) noexcept = default;
    Checkpoints& operator=(Checkpoints&&) = delete;
    ~Checkpoints();

    /// The last place at or before this byte of the content.
    const Checkpoint& before(std::uint64_t content) const;
    const Checkpoint& last() const { return m_places.back().checkpoint; }
    /// The longest way between two places, or from the last one to the end.
    std::uint64_t largestGap() const;
    std::size_t count() const { return m_places.size(); }

    /// Takes a place behind the last one. Without room for its window it is not taken: reading is slower then.
    void add(const Checkpoint& checkpoint, std::string_view window);

    /// Corrupt where the index file has changed: then forget() it.
    Result<std::string> windowOf(const Checkpoint& checkpoint) const;
    void forget();

    /// No further places will come: the end was reached, or what follows is damaged (nullopt). Becomes the index file,
    /// if there is a folder and room for it.
    void finish(std::optional<std::uint64_t> contentSize, std::vector<std::string> remarks);
    bool isFinished() const { return m_isFinished; }
    std::optional<std::uint64_t> contentSize() const { return m_contentSize; }
    const std::vector<std::string>& remarks() const { return m_remarks; }

private:
    struct Place {
        Checkpoint checkpoint;
        std::uint64_t window = 0; ///< where it stands in the index file
        std::uint32_t windowSize = 0;
        std::uint64_t windowHash = 0;
    };

    Checkpoints(std::filesystem::path index, FileStamp stamp) : m_index(std::move(index)), m_stamp(stamp), m_places(1)
    {
    }

    Result<void> load();
    Result<void> append(Place place, std::string_view window);
    Result<void> beginFile();
    Result<void> save();

    std::filesystem::path m_index; ///< "": kept nowhere
    FileStamp m_stamp;
    std::vector<Place> m_places;    ///< ascending; the first is the beginning of the file
    std::uint64_t m_largestGap = 0; ///< between two of them
    std::optional<std::uint64_t> m_contentSize;
    std::vector<std::string> m_remarks;
    bool m_isFinished = false;
    bool m_isFull = false; ///< no room for further windows
    std::filesystem::path m_temporary;
    std::optional<File> m_writing, m_reading;
    std::uint64_t m_written = 0;
};

} // namespace biomedica::compression
