// Proves an export: checksums against its manifest, and every sample against the shard it came from.
//
// Thread contract: one synchronous call on one thread.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace biomedica::exporting {

struct VerifyProblem {
    std::string file;
    std::string key; ///< empty = the whole file
    std::string problem;
};

struct VerifyReport {
    std::uint64_t checked = 0; ///< samples compared
    std::vector<VerifyProblem> problems;
};

/// Whether the folder holds an export.
bool isExport(const std::filesystem::path& folder);

/// NotFound or Corrupt where there is no readable manifest; differences are in the report.
Result<VerifyReport> verifyExport(const std::filesystem::path& folder, const Job& job);

} // namespace biomedica::exporting
