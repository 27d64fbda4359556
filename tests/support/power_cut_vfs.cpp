#include "tests/support/power_cut_vfs.h"

#include <cstring>
#include <fcntl.h>
#include <map>
#include <sqlite3.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace biomedica::test {

namespace {

// Before the first write after a sync, the file's synced content is remembered. A power cut puts it
// back. That is the harshest outcome that a disk may give: nothing unsynced survives.
struct Image {
    bool existed = false;
    std::vector<char> bytes;
};

std::map<std::string, Image>& unsynced()
{
    static std::map<std::string, Image> images;
    return images;
}

bool isPowerOff = false;

struct CutFile {
    sqlite3_file base;
    sqlite3_file* real;
    char path[1024];
};

CutFile* cut(sqlite3_file* file)
{
    return reinterpret_cast<CutFile*>(file);
}

sqlite3_file* real(sqlite3_file* file)
{
    return cut(file)->real;
}

void remember(const char* path)
{
    if (path[0] == '\0' || unsynced().count(path))
        return;
    Image image;
    const int descriptor = ::open(path, O_RDONLY);
    if (descriptor >= 0) {
        struct stat status {};
        ::fstat(descriptor, &status);
        image.existed = true;
        image.bytes.resize(static_cast<std::size_t>(status.st_size));
        if (::pread(descriptor, image.bytes.data(), image.bytes.size(), 0) < 0)
            image.bytes.clear();
        ::close(descriptor);
    }
    unsynced()[path] = std::move(image);
}

int closeFile(sqlite3_file* file)
{
    return real(file)->pMethods->xClose(real(file));
}
int readFile(sqlite3_file* file, void* buffer, int amount, sqlite3_int64 offset)
{
    return real(file)->pMethods->xRead(real(file), buffer, amount, offset);
}
int writeFile(sqlite3_file* file, const void* buffer, int amount, sqlite3_int64 offset)
{
    if (isPowerOff)
        return SQLITE_IOERR_WRITE;
    remember(cut(file)->path);
    return real(file)->pMethods->xWrite(real(file), buffer, amount, offset);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (isPowerOff)
        return SQLITE_IOERR_TRUNCATE;
    remember(cut(file)->path);
    return real(file)->pMethods->xTruncate(real(file), size);
}
int syncFile(sqlite3_file* file, int flags)
{
    if (isPowerOff)
        return SQLITE_IOERR_FSYNC;
    unsynced().erase(cut(file)->path);
    return real(file)->pMethods->xSync(real(file), flags);
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lockFile(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}
int unlockFile(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}
int checkLock(sqlite3_file* file, int* result)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), result);
}
int controlFile(sqlite3_file* file, int operation, void* argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sectorSize(sqlite3_file* file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file* file)
{
    // No promise that small writes survive together or in order.
    (void)file;
    return 0;
}
int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** memory)
{
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void barrierShared(sqlite3_file* file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}
int unmapShared(sqlite3_file* file, int isDeleted)
{
    return real(file)->pMethods->xShmUnmap(real(file), isDeleted);
}

const sqlite3_io_methods methods = {
    2,          closeFile,     readFile,    writeFile,   truncateFile, syncFile,        sizeOfFile,
    lockFile,   unlockFile,    checkLock,   controlFile, sectorSize,   characteristics, mapShared,
    lockShared, barrierShared, unmapShared, nullptr,     nullptr};

sqlite3_vfs* defaultVfs()
{
    static sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* opened = cut(file);
    std::memset(opened, 0, sizeof *opened);
    opened->real = reinterpret_cast<sqlite3_file*>(opened + 1);
    if (name)
        std::strncpy(opened->path, name, sizeof opened->path - 1);
    if (name && (flags & SQLITE_OPEN_CREATE) && ::access(name, F_OK) != 0)
        remember(name);
    const int status = defaultVfs()->xOpen(defaultVfs(), name, opened->real, flags, outFlags);
    if (opened->real->pMethods)
        opened->base.pMethods = &methods;
    return status;
}

} // namespace

const char* powerCutVfs()
{
    static const char* name = [] {
        static sqlite3_vfs vfs = *defaultVfs();
        vfs.zName = "biomedica-power-cut";
        vfs.szOsFile = static_cast<int>(sizeof(CutFile)) + defaultVfs()->szOsFile;
        vfs.xOpen = openFile;
        vfs.pNext = nullptr;
        sqlite3_vfs_register(&vfs, 0);
        return vfs.zName;
    }();
    return name;
}

void pullThePlug()
{
    isPowerOff = true;
    for (const auto& [path, image] : unsynced()) {
        if (!image.existed) {
            ::unlink(path.c_str());
            continue;
        }
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_TRUNC);
        if (descriptor < 0)
            continue;
        [[maybe_unused]] const auto written = ::write(descriptor, image.bytes.data(), image.bytes.size());
        ::close(descriptor);
    }
    unsynced().clear();
}

void restorePower()
{
    isPowerOff = false;
}

} // namespace biomedica::test
