// Thumbnails kept on disk between sessions, up to a limit: derived, and lost without harm.
//
// On disk, in a folder of its own: NUMBER.pack holds the files of thumbnails one after the other, NUMBER.index an
// entry of 24 bytes for each (little-endian): key u64, offset u64, size u32, the lower half of the bytes' hash64 u32.
// Both only grow; an entry is written after its bytes, and what does not agree with its hash counts as not there.
// At most two packs are kept. Where the newer one would grow over half of the limit it becomes the older, and the
// older goes; what is found in the older is taken over into the newer. So the least recently used go first, without
// anything being rewritten. SQLite blobs were rejected: a third of the rate, see design/measured.md section 5.
//
// One program writes, the one that holds the folder's lock; others read what was there when they came.
// In memory: about 50 bytes a thumbnail.
//
// Thread contract: all functions may be called from several threads at once.
#pragma once

#include "core/base/file.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace biomedica::image {

class ThumbnailCache {
public:
    /// The folder is looked at, and made, when it is first needed. 0 bytes: nothing is kept or found.
    ThumbnailCache(std::filesystem::path folder, std::int64_t maximumBytes);
    ~ThumbnailCache();

    std::optional<std::string> find(std::uint64_t key);

    /// Kept if it can be: where the disk is full or somebody else writes it is not, and nothing is lost by it.
    void add(std::uint64_t key, std::string_view bytes);

    /// Removes what is more than that.
    void setMaximum(std::int64_t bytes);

    /// On disk, in bytes.
    std::int64_t size();

    /// Busy where another program writes.
    Result<void> clear();

private:
    struct Pack;

    void load();
    std::shared_ptr<Pack> openPack(int number) const;
    void append(std::uint64_t key, std::string_view bytes);
    void turnOver();
    void drop(std::shared_ptr<Pack>& pack);
    std::int64_t sizeNow() const;

    const std::filesystem::path m_folder;
    std::mutex m_mutex;
    std::int64_t m_maximum;
    bool m_isLoaded = false;
    bool m_isRefused = false;   ///< by the disk: nothing is added until the next session, or until it is cleared
    std::optional<File> m_lock; ///< held while this program writes
    std::shared_ptr<Pack> m_newer, m_older;
};

} // namespace biomedica::image
