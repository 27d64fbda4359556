// The files beside vectors from elsewhere: their lists of keys, and names of models.
//
// Thread contract: functions without state.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace biomedica::workspace {

/// Names become folders: letters, digits, '-', '_' and '.', which does not come first; at most 100.
bool isModelName(const std::string& name);
/// What the vectors of this file may be called: its stem, made a name.
std::string modelNameFor(const std::filesystem::path& npy);

/// A list of keys beside the file that is called like it: .txt, else .csv.
std::optional<std::filesystem::path> keyListBeside(const std::filesystem::path& npy);
/// One key a line; of a .csv file the first column. A line more than there are rows that reads "key" or "keys" is a
/// heading. Invalid where there are not as many keys as rows, NotFound for no path.
Result<std::vector<std::string>> readKeyList(const std::filesystem::path& path, std::size_t rows,
                                             const std::filesystem::path& npy);

} // namespace biomedica::workspace
