#include "ui/similar/picturesource.h"

#include "core/base/file.h"
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

} // namespace biomedica::ui
