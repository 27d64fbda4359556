// One figure of an export: its members as they stand in the source, and the labels to write.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/base/answers.h"
#include "core/base/result.h"
#include "core/shards/sample.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::exporting {

struct ExportFigure {
    std::filesystem::path shard;
    std::string shardName;
    shards::Sample sample;
    std::string license;
    Answers labels;                      ///< what is written; a figure with none is copied byte for byte
    std::vector<std::string> annotators; ///< whose votes they come from
};

/// The figure's metadata text with the labels in their fields and where they come from in the field
/// "biomedica_curator". Corrupt where `jsonText` is no JSON object: such a sample is copied unchanged.
Result<std::string> labelledMetadata(std::string_view jsonText, const ExportFigure& figure,
                                     std::string_view labelChoice);

/// The name of the field that carries the origin of labels.
inline constexpr std::string_view provenanceField = "biomedica_curator";

} // namespace biomedica::exporting
