#include "ui/session/cachelimits.h"

#include <algorithm>

namespace biomedica::ui {

namespace {

const QString memoryKey = QStringLiteral("thumbnails/memoryMb");
const QString diskKey = QStringLiteral("thumbnails/diskMb");

} // namespace

CacheLimits CacheLimits::read(const QSettings& settings)
{
    CacheLimits limits;
    limits.memoryMb = std::clamp(settings.value(memoryKey, limits.memoryMb).toInt(), leastMemoryMb, mostMemoryMb);
    limits.diskMb = std::clamp(settings.value(diskKey, limits.diskMb).toInt(), 0, mostDiskMb);
    return limits;
}

void CacheLimits::write(QSettings& settings) const
{
    settings.setValue(memoryKey, memoryMb);
    settings.setValue(diskKey, diskMb);
}

} // namespace biomedica::ui
