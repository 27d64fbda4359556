// Shards opened for reading. Compressed ones stay open for a while, with the places where decoding can begin and
// what was decoded last: opening one anew costs more than reading a figure.
//
// Thread contract: all functions may be called from several threads at once.
#pragma once

#include "core/base/file.h"
#include "core/base/result.h"

#include <filesystem>
#include <list>
#include <memory>
#include <mutex>
#include <vector>

namespace biomedica::compression {
class ContentFile;
}

namespace biomedica::shards {

/// What it can do: core/compression/contentfile.h.
using ShardFile = compression::ContentFile;
using ShardPointer = std::shared_ptr<const ShardFile>;

class OpenShards {
public:
    /// In `indexFolder` is kept where compressed shards can be entered; it may be empty: then they are decoded anew
    /// by every OpenShards.
    explicit OpenShards(std::filesystem::path indexFolder = {}) : m_indexFolder(std::move(indexFolder)) {}

    /// The file as it is now: one that has changed is opened anew.
    Result<ShardPointer> open(const std::filesystem::path& path);

    /// Removes what is kept for shards other than these, and what a killed process left.
    void keepIndexesOf(const std::vector<std::filesystem::path>& shards);

private:
    std::filesystem::path m_indexFolder;
    std::mutex m_mutex;
    std::list<ShardPointer> m_open; ///< compressed ones, the newest in front
};

} // namespace biomedica::shards
