#include "ui/views/figuredrag.h"

#include "core/image/decode.h"
#include "core/shards/sample.h"
#include "ui/common/markedtext.h"
#include "ui/thumbnails/pictures.h"

#include <QApplication>
#include <QDir>
#include <QDrag>
#include <QMimeData>
#include <QSaveFile>
#include <QUrl>
#include <QWidget>

namespace biomedica::ui {

namespace {

constexpr int dragPictureSide = 128;
constexpr int pictureSide = 2048; ///< of the picture that is offered beside the file

/// Keys are any UTF-8; what means a place in a path becomes "_".
QString fileNameOf(const workspace::FigureDetail& detail)
{
    const shards::Sample sample{detail.summary.key, detail.members};
    QString name = fromUtf8(detail.summary.key).replace(QLatin1Char('/'), QLatin1Char('_'));
    if (name.startsWith(QLatin1Char('.')))
        name.prepend(QLatin1Char('_'));
    const auto* image = sample.image();
    return image ? name + QLatin1Char('.') + fromUtf8(image->extension) : name;
}

/// The path of the file written.
Result<QString> writeFile(workspace::Workspace& workspace, RowId row, const QString& folder, std::string& bytes)
{
    TRY(bytes, workspace.imageBytes(row));
    TRY(const workspace::FigureDetail detail, workspace.detail(row));
    const QDir own(QDir(folder).filePath(QString::number(row.value))); // two shards may hold the same key
    const QString path = own.filePath(fileNameOf(detail));
    QSaveFile file(path);
    if (!own.mkpath(QStringLiteral(".")) || !file.open(QIODevice::WriteOnly)
        || file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0 || !file.commit())
        return Error(ErrorKind::Io, toUtf8(path + QStringLiteral(": ") + file.errorString()));
    return path;
}

} // namespace

FigureDrag::FigureDrag(QWidget* source) : QObject(source), m_source(source), m_reading(m_pool, this)
{
    m_pool.setMaxThreadCount(1);
}

FigureDrag::~FigureDrag()
{
    m_reading.cancel();
}

FigureDrag::Load FigureDrag::read(workspace::Workspace& workspace, const Rows& figures, const QString& folder)
{
    Load load;
    for (const RowId row : figures) {
        std::string bytes;
        const auto path = writeFile(workspace, row, folder, bytes);
        if (path)
            load.files += *path;
        else if (load.problem.isEmpty())
            load.problem = fromUtf8(path.error().message());
        if (path && figures.size() == 1)
            if (const auto pixels = image::thumbnail(bytes, pictureSide))
                load.picture = toImage(*pixels);
    }
    return load;
}

QMimeData* FigureDrag::mimeDataOf(const Load& load)
{
    auto* data = new QMimeData;
    QList<QUrl> urls;
    for (const QString& file : load.files)
        urls += QUrl::fromLocalFile(file);
    data->setUrls(urls);
    if (!load.picture.isNull())
        data->setImageData(load.picture);
    return data;
}

void FigureDrag::press(const QPoint& point, SharedWorkspace workspace, Rows figures)
{
    release();
    if (!workspace)
        return;
    m_start = point;
    m_workspace = std::move(workspace);
    m_figures = std::move(figures);
}

void FigureDrag::release()
{
    m_reading.cancel();
    m_figures.clear();
    m_workspace.reset();
    m_load.reset();
    m_isFar = m_isReading = false;
}

bool FigureDrag::move(const QPoint& point, const QImage& picture)
{
    if (m_figures.empty() || !m_folder.isValid())
        return false;
    m_isFar |= (point - m_start).manhattanLength() >= QApplication::startDragDistance();
    m_picture = picture;
    if (!std::exchange(m_isReading, true))
        m_reading.start([workspace = m_workspace, figures = m_figures,
                         folder = m_folder.path()](std::stop_token) { return read(*workspace, figures, folder); },
                        [this](Load load) {
                            m_load = std::move(load);
                            begin();
                        });
    begin();
    return m_isFar;
}

void FigureDrag::begin()
{
    if (!m_isFar || !m_load)
        return;
    const Load load = *std::exchange(m_load, std::nullopt);
    release();
    if (!load.problem.isEmpty())
        Q_EMIT failed(load.problem);
    if (load.files.isEmpty())
        return;
    auto* drag = new QDrag(m_source); // Qt deletes it
    drag->setMimeData(mimeDataOf(load));
    if (!m_picture.isNull())
        drag->setPixmap(QPixmap::fromImage(
            m_picture.scaled(dragPictureSide, dragPictureSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    drag->exec(Qt::CopyAction);
}

} // namespace biomedica::ui
