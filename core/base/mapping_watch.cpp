#include "core/base/mapping_watch.h"

#include <cerrno>
#include <csignal>
#include <mutex>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace biomedica {

/// What the signal handler goes through: without locks, for it may stop a thread that holds one.
struct WatchedPlaces {
    using Place = MappingWatch::Place;

    static Place* take(std::string_view memory);
    static void give(Place& place);
    static void handle(int signal, siginfo_t* info, void* context);

    static inline std::atomic<Place*> first{nullptr};
    static inline std::mutex mutex; ///< of taking and giving
    static inline struct sigaction before {
    };
};

MappingWatch::Place* WatchedPlaces::take(std::string_view memory)
{
    const std::lock_guard lock(mutex);
    if (!first) {
        struct sigaction ours {};
        ours.sa_sigaction = &WatchedPlaces::handle;
        ours.sa_flags = SA_SIGINFO | SA_ONSTACK;
        ::sigemptyset(&ours.sa_mask);
        ::sigaction(SIGBUS, &ours, &before);
    }
    Place* place = first;
    while (place && place->isTaken)
        place = place->next;
    if (!place) {
        place = new Place; // for the life of the process
        place->next = first;
        first = place;
    }
    place->isTaken = true;
    place->isDamaged = false;
    place->begin = reinterpret_cast<std::uintptr_t>(memory.data());
    place->end = reinterpret_cast<std::uintptr_t>(memory.data() + memory.size());
    return place;
}

void WatchedPlaces::give(Place& place)
{
    const std::lock_guard lock(mutex);
    place.end = 0; // first: nothing lies between begin and 0
    place.begin = 0;
    place.isTaken = false;
}

void WatchedPlaces::handle(int signal, siginfo_t* info, void* context)
{
    const int error = errno;
    const auto at = reinterpret_cast<std::uintptr_t>(info->si_addr);
    for (Place* place = first; place; place = place->next) {
        const std::uintptr_t end = place->end;
        if (at < place->begin || at >= end)
            continue;
        place->isDamaged = true;
        // Memory of somebody else begins at a page of its own, so that nothing but our last page is reached behind end.
        const std::uintptr_t page = at - at % static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
        void* const zeros = ::mmap(reinterpret_cast<void*>(page), end - page, PROT_READ,
                                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0);
        if (zeros == MAP_FAILED)
            break;
        errno = error;
        return; // and the read is done again
    }
    if (before.sa_flags & SA_SIGINFO && before.sa_sigaction) {
        before.sa_sigaction(signal, info, context);
    } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
        before.sa_handler(signal);
    } else {
        ::signal(signal, SIG_DFL);
        ::raise(signal);
    }
    errno = error;
}

MappingWatch::MappingWatch(std::string_view memory, int descriptor, std::uint64_t offset, std::filesystem::path path)
    : m_place(WatchedPlaces::take(memory)), m_path(std::move(path)), m_endInFile(offset + memory.size())
{
    struct stat status {};
    if (::fstat(descriptor, &status) == 0) {
        m_device = status.st_dev;
        m_inode = status.st_ino;
    }
}

MappingWatch::MappingWatch(MappingWatch&& other) noexcept
    : m_place(std::exchange(other.m_place, nullptr)), m_path(std::move(other.m_path)), m_endInFile(other.m_endInFile),
      m_device(other.m_device), m_inode(other.m_inode)
{
}

MappingWatch& MappingWatch::operator=(MappingWatch&& other) noexcept
{
    std::swap(m_place, other.m_place);
    std::swap(m_path, other.m_path);
    std::swap(m_endInFile, other.m_endInFile);
    std::swap(m_device, other.m_device);
    std::swap(m_inode, other.m_inode);
    return *this;
}

MappingWatch::~MappingWatch()
{
    if (m_place)
        WatchedPlaces::give(*m_place);
}

Result<void> MappingWatch::check() const
{
    if (!m_place)
        return {};
    struct stat status {};
    if (::stat(m_path.c_str(), &status) == 0 && status.st_dev == m_device && status.st_ino == m_inode
        && static_cast<std::uint64_t>(status.st_size) < m_endInFile)
        m_place->isDamaged = true;
    if (isDamaged())
        return Error(ErrorKind::Corrupt, "'" + m_path.string() + "' was cut short or cannot be read any more");
    return {};
}

} // namespace biomedica
