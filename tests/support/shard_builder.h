// Small shards made in code, and a collection of them.
#pragma once

#include "core/json/value.h"
#include "core/workspace/workspace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace biomedica::test {

/// A tiny JPEG whose colour depends on the number, so that different numbers are different pictures.
std::string picture(int number);

/// Metadata in BIOMEDICA's form for one figure; fields may be changed before it is written.
json::Value metadata(const std::string& accession, const std::string& imageId);

/// "batch-PMC1-0-fig1": a key as BIOMEDICA writes them.
std::string keyOf(const std::string& accession, int figureIndex, const std::string& imageId);

class ShardBuilder {
public:
    /// One file of the shard, under any name.
    ShardBuilder& member(const std::string& name, const std::string& bytes);
    /// KEY.jpg, KEY.json, KEY.txt
    ShardBuilder& figure(const std::string& key, int pictureNumber, const json::Value& metadata,
                         const std::string& caption);

    /// Writes the shard; aborts the test program where that fails.
    void write(const std::filesystem::path& path) const;

private:
    std::vector<std::pair<std::string, std::string>> m_members;
};

/// A shard of `count` figures of one article each: captions "figure N about cells", keys by keyOf().
void writeSimpleShard(const std::filesystem::path& path, int count, int firstArticle = 1);

/// A new collection with these shards indexed.
Result<std::unique_ptr<workspace::Workspace>> makeCollection(const std::filesystem::path& folder,
                                                             const std::vector<std::filesystem::path>& shards);

} // namespace biomedica::test
