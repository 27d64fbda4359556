// Vectors of a model on their way in or out of the collection.
//
// Thread contract: values.
#pragma once

#include "core/workspace/similarity.h"

#include <filesystem>
#include <string>
#include <vector>

namespace biomedica::ui {

struct VectorImport {
    std::filesystem::path npy, keys;
    std::string extension; ///< of the shards' members, where there is no file
    std::string model;
};

struct VectorExport {
    std::filesystem::path npy, keys;
    std::string model;
};

struct TakenVectors {
    workspace::VectorExchange exchange;
    std::vector<catalog::Problem> problems; ///< members of shards that are no vectors
};

} // namespace biomedica::ui
