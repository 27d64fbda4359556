// A sample of a WebDataset shard: the members of a tar that share a key.
//
// Thread contract: values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::shards {

/// One file of a sample, and where its bytes are: any record is reached with one seek.
struct SampleMember {
    std::string extension;          ///< what follows the key's dot, as written: "jpg", "rgb.png"
    std::uint64_t headerOffset = 0; ///< of the first tar block that belongs to the member
    std::uint64_t dataOffset = 0;
    std::uint64_t size = 0;

    bool operator==(const SampleMember&) const = default;
};

struct Sample {
    std::string key; ///< valid UTF-8
    std::vector<SampleMember> members;

    /// The picture: "jpg" and its like before compound ones ("rgb.png"); nullptr = no figure.
    const SampleMember* image() const;
    const SampleMember* metadata() const; ///< "json"
    const SampleMember* caption() const;  ///< "txt"
};

/// Members as bytes for a store, and back: LEB128 numbers, offsets as differences. nullopt where the
/// bytes are damaged.
std::string encodeMembers(const std::vector<SampleMember>& members);
std::optional<std::vector<SampleMember>> decodeMembers(std::string_view bytes);

/// What is wrong with a sample or, without a key, with a whole shard.
struct SampleProblem {
    std::optional<std::string> key;
    std::string problem;       ///< one sentence for people
    bool makesNoFigure = true; ///< false where the figure is shown all the same
};

} // namespace biomedica::shards
