// The released labels of clusters: one JSON object, a cluster's name to its four answers,
//   {"0": {"panel_type": "multiple", "panel_subtype": "single panel",
//          "global_class": ["Immuno Assays"], "local_class": ["immunoblot"]}, …}
//
// Source: the annotation files released with BIOMEDICA (arXiv 2501.07171).
//
// Thread contract: pure functions.
#pragma once

#include "core/base/answers.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::annotation {

struct ClusterLabels {
    std::string cluster; ///< as the file names it
    Answers answers;     ///< null in the file = not answered
    bool operator==(const ClusterLabels&) const = default;
};

/// In the file's order. Corrupt, naming the cluster and field, where one of the four fields is missing, of
/// another type or given twice, or a cluster stands twice. Further fields are left out; whether the
/// taxonomy has the values is not asked here.
Result<std::vector<ClusterLabels>> parseClusterLabels(std::string_view jsonText);

/// As parseClusterLabels, of a file that errors name.
Result<std::vector<ClusterLabels>> readClusterLabels(const std::filesystem::path& file);

} // namespace biomedica::annotation
