// A sample's JSON, if possible without reading the article's text, which nobody asks for while indexing and which is
// most of it: 100 of 115 KB on average.
//
// BIOMEDICA writes `article_text` as the last field. So the text is read up to there, and its last bytes: where they
// close a string and the object, null stands for the string. That the object is whole otherwise, the parser finds out;
// that no other field hides in what was not read, whoever knows which fields there have to be (MetadataReader). Damage
// inside of the article's text is not noticed.
//
// Thread contract: belongs to one thread.
#pragma once

#include "core/base/job.h"
#include "core/shards/openshards.h"
#include "core/shards/sample.h"

#include <string>

namespace biomedica::shards {

class MetadataText {
public:
    /// What was read last, with room behind the bytes for json::ObjectReader.
    const std::string& text() const { return m_text; }
    bool isShortened() const { return m_isShortened; }

    /// Shortened where that can be: never of compressed shards, which are decoded in order anyway. Errors as
    /// readMember().
    Result<void> read(const ShardFile& shard, const SampleMember& member, const Job& job);
    Result<void> readWhole(const ShardFile& shard, const SampleMember& member, const Job& job);

private:
    Result<bool> readShortened(const ShardFile& shard, const SampleMember& member, const Job& job);

    std::string m_text;
    bool m_isShortened = false;
    std::size_t m_expected = 16 << 10; ///< where the article's text will begin, at most: about as in the last sample
};

} // namespace biomedica::shards
