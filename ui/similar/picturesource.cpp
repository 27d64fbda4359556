#include "ui/similar/picturesource.h"

#include "core/base/file.h"
#include "core/image/decode.h"
#include "ui/common/markedtext.h"
#include "ui/session/session.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <algorithm>
#include <array>

namespace biomedica::ui {

namespace {

constexpr std::array suffixes = {"jpg", "jpeg", "png", "webp", "tif", "tiff", "gif", "bmp"};
constexpr std::array formats = {"image/jpeg", "image/png", "image/webp", "image/tiff", "image/gif", "image/bmp"};
constexpr int leastSide = 8;                        // fewer pixels are like anything
constexpr std::int64_t mostLookedAt = 64'000'000;   // pixels; more take seconds to decode, and once must do
constexpr std::uint64_t largestFile = 512ULL << 20; // the largest scans stored as files; more is no picture to look at

QString pastedTitle()
{
    return QCoreApplication::translate("PictureSource", "pasted picture");
}

QStringList filesIn(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            files += url.toLocalFile();
    return files;
}

} // namespace

bool isPictureFile(const QString& file)
{
    const QByteArray suffix = QFileInfo(file).suffix().toLower().toLatin1();
    return std::any_of(suffixes.begin(), suffixes.end(), [&](const char* known) { return suffix == known; });
}

QString pictureFilePatterns()
{
    QStringList patterns;
    for (const char* suffix : suffixes)
        patterns += QStringLiteral("*.") + QString::fromLatin1(suffix);
    return patterns.join(QLatin1Char(' '));
}

bool holdsPictures(const QMimeData& data)
{
    const QStringList files = filesIn(data);
    if (!files.isEmpty())
        return std::all_of(files.begin(), files.end(), isPictureFile);
    return data.hasImage() || std::any_of(formats.begin(), formats.end(), [&](const char* format) {
               return data.hasFormat(QString::fromLatin1(format));
           });
}

std::vector<PictureSource> picturesIn(const QMimeData& data)
{
    std::vector<PictureSource> sources;
    if (!holdsPictures(data))
        return sources;
    for (const QString& file : filesIn(data))
        sources.push_back({QFileInfo(file).fileName(), {}, file, {}});
    if (!sources.empty())
        return sources;
    for (const char* format : formats)
        if (const QByteArray bytes = data.data(QString::fromLatin1(format)); !bytes.isEmpty())
            return {{pastedTitle(), bytes, {}, {}}};
    if (auto image = data.imageData().value<QImage>(); !image.isNull())
        sources.push_back({pastedTitle(), {}, {}, std::move(image)});
    return sources;
}

Result<std::string> bytesOf(const PictureSource& source)
{
    if (!source.file.isEmpty()) {
        const std::filesystem::path path = toPath(source.file);
        TRY(const FileStamp stamp, stampOf(path));
        if (stamp.size > largestFile)
            return Error(ErrorKind::Invalid, "'" + toUtf8(source.file) + "' is larger than 512 MB; give a smaller one");
        return readFile(path);
    }
    if (source.image.isNull())
        return source.bytes.toStdString();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !source.image.save(&buffer, "PNG", 100)) // 100: not squeezed, hence fast
        return Error(ErrorKind::Invalid, "the picture on the clipboard cannot be read; save it and open the file");
    return bytes.toStdString();
}

Result<void> checkPicture(const std::string& bytes)
{
    TRY(const image::Size size, image::readSize(bytes));
    if (std::min(size.width, size.height) < leastSide)
        return Error(ErrorKind::Invalid,
                     toUtf8(QCoreApplication::translate("PictureSource",
                                                        "it has %1 × %2 pixels, too few to compare; give one of "
                                                        "%3 × %3 at least")
                                .arg(size.width)
                                .arg(size.height)
                                .arg(leastSide)));
    if (std::int64_t{size.width} * size.height > mostLookedAt)
        return {};
    TRY(const image::Pixels pixels, image::decodeReduced(bytes, {leastSide, leastSide}));
    if (!pixels.damage.empty())
        return Error(ErrorKind::Corrupt,
                     toUtf8(QCoreApplication::translate("PictureSource", "a part of it is missing: %1")
                                .arg(fromUtf8(pixels.damage))));
    return {};
}

} // namespace biomedica::ui
