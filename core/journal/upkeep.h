// Looks after the journal's file: checks it and keeps copies of it.
//
// Once a day of work the file is read whole and copied to decisions/backups/journal-YYYY-MM-DD.sqlite; the newest ten
// copies stay. A damaged journal is never copied, so that the copies stay good.
//
// Thread contract: functions on one journal belong to the journal's thread.
#pragma once

#include "core/base/result.h"
#include "core/journal/journal.h"

#include <chrono>
#include <filesystem>
#include <vector>

namespace biomedica::journal {

inline constexpr std::size_t backupsKept = 10;

/// The copies of the journal at `path`, the newest first.
std::vector<std::filesystem::path> backupsOf(const std::filesystem::path& path);

/// Checks and copies where there is no copy of `today` yet; quick otherwise. Corrupt, naming the newest copy and how
/// to go back to it, where the journal is damaged.
Result<void> checkAndBackUp(Journal& journal, const std::filesystem::path& path, std::chrono::sys_days today);

/// Whether programs on this drive see each other's locks; Unsupported, saying what to do, where they do not: two
/// of them could damage the journal. Leaves nothing behind.
Result<void> checkLocking(const std::filesystem::path& folder);

} // namespace biomedica::journal
