// The file that says which batches of a folder count.
//
//   biomedica vectors 1
//   dimensions 512
//   model NAME
//   recipe TEXT
//   version 7              rises with every change; batches are named by the version that brought them
//   batch 3                in the order in which they were added
//   batch 7
//   sum 0123456789abcdef   hash of all lines above
//
// Thread contract: values and free functions.
#pragma once

#include "core/similarity/store/vector_batch.h"

#include <vector>

namespace biomedica::similarity {

struct StoreIndex {
    ModelInfo model;
    std::uint64_t version = 0;
    std::vector<std::uint64_t> batches;
    bool operator==(const StoreIndex&) const = default;
};

std::filesystem::path indexPath(const std::filesystem::path& folder);
std::filesystem::path batchPath(const std::filesystem::path& folder, std::uint64_t number);

Result<StoreIndex> readIndex(const std::filesystem::path& folder);
Result<void> writeIndex(const std::filesystem::path& folder, const StoreIndex& index);

} // namespace biomedica::similarity
