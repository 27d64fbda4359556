// Bytes of mapped files, asked for before they are touched.
//
// Touched one after the other, pages that are not in memory are read one after the other, too, each with a hundred
// kilobytes around it. Asked for, all are read at once and nothing else. Asking costs 0.7 µs where they are in memory,
// as much as scoring a vector, so that it is for those who were seen to wait.
//
// Thread contract: askFor() is a free function for any thread; a DiskWaits belongs to one thread.
#pragma once

#include <string_view>

namespace biomedica {

/// Has the operating system read what it does not hold of `mapped` bytes, and returns before it has.
void askFor(std::string_view mapped);

/// Whether this process had to wait for mapped bytes to come from a disk.
class DiskWaits {
public:
    DiskWaits();

    /// Since this was made; costs a third of a microsecond until it is so.
    bool haveBeen();

private:
    long m_before;
    bool m_haveBeen = false;
};

} // namespace biomedica
