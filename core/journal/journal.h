// The one precious thing: an append-only record of what people decided.
//
// An SQLite file with synchronous=FULL: when append() returns, the entry is on the disk, and it
// survives a killed process and a pulled plug. Entries are never changed or deleted; triggers see to
// it. A decision's targets are stored as sorted 64-bit ids: 8 bytes a figure, so that one over a
// million figures is one entry, one transaction and 8 MB.
//
// Thread contract: a Journal is one SQLite connection and belongs to one thread at a time. Several
// journals may be open on one file, in this or other processes.
#pragma once

#include "core/base/result.h"
#include "core/db/database.h"
#include "core/journal/entry.h"

#include <filesystem>
#include <functional>
#include <string>

namespace biomedica::journal {

class Journal {
public:
    /// Creates the file where access is Create. Unsupported, and untouched, where it is newer than this
    /// program. `vfs`: see db::Connection.
    static Result<Journal> open(const std::filesystem::path& path, db::Access access, const char* vfs = nullptr);

    /// Names this journal among all journals whose entries may be merged.
    const std::string& origin() const { return m_origin; }

    /// Gives the entry its id, clock, origin and sequence, and returns it when it is on the disk.
    Result<Entry> append(Entry entry);
    /// All or none, in this order, as one group where there are several.
    Result<std::vector<Entry>> append(std::vector<Entry> entries);

    /// Takes in entries of other journals as they are, all or none; returns how many were new. Known ones change
    /// nothing; Corrupt where one has a known id and says something else.
    Result<std::size_t> merge(const std::vector<Entry>& entries);

    /// Calls back for each entry after `sequence`, in the order of this journal.
    Result<void> readAfter(std::int64_t sequence, const std::function<void(Entry)>& visit);

    Result<std::int64_t> lastSequence();

    /// Reads the whole file; Corrupt, saying what is wrong, where it is damaged.
    Result<void> check();
    /// A whole copy of the file as it is now, also while others write. Replaces `copy` in one step.
    Result<void> copyTo(const std::filesystem::path& copy);

private:
    Result<void> insert(const Entry& entry);

    Journal(db::Connection connection, std::string origin)
        : m_connection(std::move(connection)), m_origin(std::move(origin))
    {
    }

    db::Connection m_connection;
    std::string m_origin;
};

} // namespace biomedica::journal
