// How much thumbnails may take, as chosen in the settings.
//
// Thread contract: values; read() and write() as QSettings.
#pragma once

#include <QSettings>

namespace biomedica::ui {

struct CacheLimits {
    static constexpr int leastMemoryMb = 64, mostMemoryMb = 8'192, mostDiskMb = 200'000;

    static constexpr qint64 megabyte = 1024 * 1024; ///< as Wording::byteCount() counts

    int memoryMb = 192;
    int diskMb = 1'000; ///< of each collection; 0 = nothing is kept on disk

    qint64 memoryBytes() const { return qint64{memoryMb} * megabyte; }
    qint64 diskBytes() const { return qint64{diskMb} * megabyte; }

    static CacheLimits read(const QSettings& settings);
    void write(QSettings& settings) const;

    bool operator==(const CacheLimits&) const = default;
};

} // namespace biomedica::ui
