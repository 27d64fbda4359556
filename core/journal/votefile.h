// Entries on their way to another collection: one text file.
//
//     {"format":"biomedica-votes","version":1,"entries":N}
//     {"id":…,"clock":…,"origin":…,"annotator":…, …,"figures":"base64 of 64-bit little-endian ids"}   N lines
//     {"sha256":"of all bytes before this line"}
//
// The last line tells a file that was cut off or changed by hand from a whole one: nothing of such a file is used.
//
// Thread contract: pure functions; readVoteFile and writeVoteFile touch the named file only.
#pragma once

#include "core/base/result.h"
#include "core/journal/entry.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::journal {

std::string toVoteText(const std::vector<Entry>& entries);
/// Corrupt where the text is cut off, changed or says what no journal would hold; Unsupported where it is newer.
Result<std::vector<Entry>> fromVoteText(std::string_view text);

Result<void> writeVoteFile(const std::filesystem::path& path, const std::vector<Entry>& entries);
Result<std::vector<Entry>> readVoteFile(const std::filesystem::path& path);

} // namespace biomedica::journal
