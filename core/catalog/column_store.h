// The files in derived/columns: kept in step with the catalog.
//
//     index            which catalog and which of its generations the others tell of, and their names
//     rows-N-…         figures N × 1,048,576 and on (chunks.h); the rest of the name is the hash of what is in it
//     articles-N-…     articles N × 262,144 and on
//     keys-N-…, ranks-0-…   the order of the keys (key_order.h), made when it is asked for first
//
// All are files of sections (section_file.h), written whole and never changed. What changed in the catalog since the
// index was written says which files are made anew: those whose rows came, went or changed their state. The index
// comes last; so a process that is killed leaves the former one, which names a former generation, and nothing that is
// not named is read. Files that are missing, cut, damaged or of another version are made again. Where there is no
// room on the disk the columns stand in memory.
//
// Index, sections: 1 identity of the catalog, 2 generation (int64), 3 names of files of rows, 4 of articles, each
// ended by a line feed, 5 bitmap of rows whose picture is there more than once, 6 names of files of keys, "" where one
// is to be made, 7 name of the file of ranks, 8 number of articles (int64).
//
// Thread contract: belongs to the thread of its catalog. Several processes may do this at once: each writes what is
// right, and who comes last is believed.
#pragma once

#include "core/catalog/columns.h"
#include "core/catalog/key_order.h"
#include "core/db/database.h"

#include <filesystem>
#include <optional>
#include <set>

namespace biomedica::catalog {

class ColumnStore {
public:
    ColumnStore(db::Connection& connection, std::filesystem::path folder)
        : m_connection(connection), m_folder(std::move(folder))
    {
    }

    /// As the catalog is now; to be called within a read transaction.
    Result<std::shared_ptr<const Columns>> load();

    /// The order of the keys; the same holds for it.
    Result<std::shared_ptr<const KeyRanks>> keyRanks();

    /// How many files the last of these had to write.
    std::size_t written() const { return m_written; }

private:
    struct State { ///< of the catalog
        std::string identity;
        std::int64_t generation = 0;
        std::uint32_t rows = 0, articles = 0;
    };
    struct Index {
        std::string identity;
        std::int64_t generation = -1;
        std::vector<std::string> rowFiles, articleFiles, keyFiles;
        std::string ranks;
        Bitmap isDuplicate;
        std::optional<std::int64_t> articles; ///< nullopt: to be counted
    };

    Result<State> readState();
    /// Nothing is known where there is none, or it is not to be believed.
    Index readIndex(const State& state) const;
    Result<std::set<std::uint32_t>> changedChunks(const Index& index);
    Result<SectionFiles> rowFiles(const State& state, Index& index);
    Result<SectionFiles> articleFiles(const State& state, Index& index);
    std::shared_ptr<const SectionFile> sound(const std::string& name) const;
    Result<SectionFiles> keyFiles(const State& state, Index& index);
    std::shared_ptr<const SectionFile> known(const std::vector<std::string>& names, std::size_t chunk,
                                             std::uint32_t section, std::size_t bytes) const;
    Result<std::shared_ptr<const SectionFile>> keep(const char* kind, std::uint32_t chunk, std::string bytes,
                                                    std::vector<std::string>& names);
    void writeIndex(const State& state, const Index& index);
    void removeOthers(const Index& index) const;

    db::Connection& m_connection;
    std::filesystem::path m_folder;
    std::size_t m_written = 0;
    bool m_isOnDisk = true;
};

} // namespace biomedica::catalog
