#include "core/journal/upkeep.h"

#include "core/base/file.h"

#include <algorithm>
#include <cstdio>

namespace biomedica::journal {

namespace fs = std::filesystem;

namespace {

fs::path folderOf(const fs::path& journal)
{
    return journal.parent_path() / "backups";
}

std::string nameOn(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date(day);
    char name[40];
    std::snprintf(name, sizeof name, "journal-%04d-%02u-%02u.sqlite", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return name;
}

void removeOldest(const fs::path& journal)
{
    const std::vector<fs::path> backups = backupsOf(journal);
    std::error_code ignored; // an old copy too many does no harm
    for (std::size_t i = backupsKept; i < backups.size(); ++i)
        fs::remove(backups[i], ignored);
}

} // namespace

std::vector<fs::path> backupsOf(const fs::path& path)
{
    std::vector<fs::path> found;
    std::error_code none;
    for (const fs::directory_entry& file : fs::directory_iterator(folderOf(path), none))
        if (const std::string name = file.path().filename().string();
            name.starts_with("journal-") && name.ends_with(".sqlite"))
            found.push_back(file.path());
    std::sort(found.rbegin(), found.rend()); // their names begin with the date
    return found;
}

Result<void> checkAndBackUp(Journal& journal, const fs::path& path, std::chrono::sys_days today)
{
    const fs::path backup = folderOf(path) / nameOn(today);
    std::error_code none;
    if (fs::exists(backup, none))
        return {};
    if (const auto sound = journal.check(); !sound) {
        const std::vector<fs::path> backups = backupsOf(path);
        const std::string advice = backups.empty()
                                       ? "there is no copy of it yet; keep the file and ask for help"
                                       : "copy '" + backups.front().string() + "' over it to go back to that day";
        return Error(sound.error().kind(), sound.error().message() + "; " + advice);
    }
    TRY_VOID(makeFolders(folderOf(path)));
    TRY_VOID(journal.copyTo(backup));
    removeOldest(path);
    return {};
}

Result<void> checkLocking(const fs::path& folder)
{
    TRY(const bool isSeen, areLocksSeen(folder));
    if (isSeen)
        return {};
    return Error(ErrorKind::Unsupported,
                 "the drive with '" + folder.string()
                     + "' does not lock files, so that two programs could damage the labels: move the collection to a "
                       "local drive (the shards may stay where they are), or ask for locking on that drive");
}

} // namespace biomedica::journal
