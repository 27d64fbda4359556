#include "ui/detail/picture.h"

#include "core/image/decode.h"
#include "ui/common/markedtext.h"
#include "ui/thumbnails/pictures.h"

#include <algorithm>
#include <cmath>

namespace biomedica::ui {

namespace {

constexpr int smallestLevel = 256;

Result<image::Pixels> decodeSmaller(const std::string& bytes, image::Size size, qint64 mostPixels, std::stop_token stop)
{
    // Rounded down to what a JPEG can be decoded at: eighths of its sides.
    const double pixels = std::max(double(size.width) * size.height, 1.0);
    const double shrink = std::min(1.0, std::sqrt(double(mostPixels) / pixels));
    const int eighths = std::max(1, static_cast<int>(8 * shrink));
    const auto shrunk = [&](int length) { return std::max(1, static_cast<int>(std::int64_t{length} * eighths / 8)); };
    image::DecodeLimits limits;
    limits.stop = std::move(stop);
    return image::decodeReduced(bytes, {shrunk(size.width), shrunk(size.height)}, limits);
}

} // namespace

Picture makePicture(QImage image, QSize fullSize)
{
    Picture picture{{}, fullSize, borderColour(image)};
    while (!image.isNull()) {
        picture.levels.append(image);
        const QSize half = image.size() / 2;
        if (std::max(half.width(), half.height()) < smallestLevel || half.isEmpty())
            break;
        image = image.scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    return picture;
}

Result<Picture> readPicture(workspace::Workspace& workspace, RowId row, qint64 mostPixels, std::stop_token stop)
{
    TRY(const std::string bytes, workspace.imageBytes(row));
    TRY(const image::Size size, image::readSize(bytes));
    TRY(image::Pixels decoded, decodeSmaller(bytes, size, mostPixels, std::move(stop)));
    const QString damage = fromUtf8(decoded.damage);
    Picture picture = makePicture(toImage(std::move(decoded)), QSize(size.width, size.height));
    picture.damage = damage;
    return picture;
}

} // namespace biomedica::ui
