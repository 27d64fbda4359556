#include "core/base/read_ahead.h"

#include <cstdint>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

namespace biomedica {

namespace {

long waits()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_majflt;
}

} // namespace

void askFor(std::string_view mapped)
{
    static const auto pageSize = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(mapped.data());
    const std::uintptr_t page = begin - begin % pageSize;
    // Only a hint: where it cannot be given, pages are read when they are touched.
    ::madvise(reinterpret_cast<void*>(page), begin + mapped.size() - page, MADV_WILLNEED);
}

DiskWaits::DiskWaits() : m_before(waits()) {}

bool DiskWaits::haveBeen()
{
    return m_haveBeen = m_haveBeen || waits() > m_before;
}

} // namespace biomedica
