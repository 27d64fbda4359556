// Files that are cut short while they are mapped: reading behind their new end must not end the program.
//
// The kernel answers such a read with SIGBUS. Watched memory gets zeros in the place of what is gone, from there to its
// end, and is marked; so whoever reads it comes to a wrong end rather than to none, and asks check() before believing
// what came out. A SIGBUS outside of watched memory goes to whoever handled it before, or ends the program.
//
// The one thing of its kind that the whole process shares, for a process has one handler of a signal.
//
// Thread contract: watches are made and ended from any thread; one belongs to whoever owns the memory. isDamaged() and
// check() may be called from several threads.
#pragma once

#include "core/base/file.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string_view>

namespace biomedica {

class MappingWatch {
public:
    /// Watches nothing.
    MappingWatch() = default;
    /// `memory` was mapped from `offset` on of the file that is open as `descriptor`. Ends before it is unmapped.
    MappingWatch(std::string_view memory, int descriptor, std::uint64_t offset, std::filesystem::path path);
    MappingWatch(MappingWatch&& other) noexcept;
    MappingWatch& operator=(MappingWatch&& other) noexcept;
    ~MappingWatch();

    /// Whether a read met the end of the file.
    bool isDamaged() const { return m_place && m_place->isDamaged.load(std::memory_order_relaxed); }

    /// Corrupt, naming the file, where it is damaged. Looks at the file's size as well: what is missing of the last
    /// page reads as zeros without a signal. A file that was removed or replaced under its name is not damaged.
    Result<void> check() const;

private:
    struct Place { ///< one of a list that only grows; given out again when its watch ends
        std::atomic<std::uintptr_t> begin{0}, end{0};
        std::atomic<bool> isDamaged{false};
        Place* next = nullptr;
        bool isTaken = false;
    };

    friend struct WatchedPlaces;

    Place* m_place = nullptr;
    std::filesystem::path m_path;
    std::uint64_t m_endInFile = 0, m_device = 0, m_inode = 0;
};

} // namespace biomedica
