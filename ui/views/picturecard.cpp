#include "ui/views/picturecard.h"

#include "ui/common/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QtMath>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int padding = measure::margin;
constexpr QSize smallest(280, 160);   ///< of the picture's place: a caption needs some width
constexpr int largestEnlargement = 2; ///< of tiny pictures: more shows only their pixels

} // namespace

PictureCard::PictureCard(FigureResultModel& figures, ThumbnailStore& thumbnails, QThreadPool& pool, int captionLines,
                         QWidget* parent)
    : QFrame(parent), m_figures(figures), m_thumbnails(thumbnails), m_captionLines(captionLines), m_reading(pool, this)
{
    setObjectName(QStringLiteral("floating"));
}

PictureCard::Read PictureCard::read(workspace::Workspace& workspace, RowId row, const query::Query& query, QSize box)
{
    Read read{readThumbnail(workspace, row, box), {}};
    if (const auto summary = workspace.summary(row))
        read.caption = markedText(summary->caption, query::patternsToMark(query));
    return read;
}

void PictureCard::setFigure(int row, QSize room)
{
    m_figure = m_figures.rowIdAt(row);
    const FigureTile* tile = m_figures.tileAt(row);
    const Thumbnail* thumbnail = m_thumbnails.find(*m_figure);
    m_picture = thumbnail ? *thumbnail : Thumbnail();
    m_caption = tile ? tile->caption : MarkedText();
    m_pixels = tile && tile->summary.width > 0 ? QSize(tile->summary.width, tile->summary.height) : QSize();
    setAccessibleName(tile ? fromUtf8(tile->summary.key) : QString());
    setAccessibleDescription(m_caption.text);
    fitInto(room);
    if (!m_figures.workspace())
        return;
    m_reading.start([workspace = m_figures.workspace(), figure = *m_figure, query = m_figures.result()->query,
                     box = QSizeF(room) * devicePixelRatioF()](
                        std::stop_token) { return read(*workspace, figure, query, box.toSize()); },
                    [this](Read read) {
                        m_picture = std::move(read.picture);
                        if (!read.caption.text.isEmpty())
                            m_caption = std::move(read.caption);
                        fitInto(m_room);
                    });
}

QSize PictureCard::naturalSize() const
{
    const QSize pixels = m_pixels.isEmpty() ? m_picture.image.size() : m_pixels;
    return (QSizeF(pixels) / devicePixelRatioF()).toSize();
}

/// Whole lines, as many as the caption needs and may take.
int PictureCard::captionHeight(int width) const
{
    const QFontMetricsF metrics(textFont(measure::textSize));
    const qreal needed = metrics.boundingRect(QRectF(0, 0, width, 0), Qt::TextWordWrap, m_caption.text).height();
    const int lines = std::clamp(qCeil(needed / metrics.lineSpacing()), 0, m_captionLines);
    return qCeil(lines * metrics.lineSpacing());
}

/// Below the picture, with the distance to it.
int PictureCard::heightBelow(int width) const
{
    const int caption = captionHeight(width);
    return caption > 0 ? caption + padding : 0;
}

void PictureCard::fitInto(QSize room)
{
    m_room = room;
    const qreal mostLines = m_captionLines * QFontMetricsF(textFont(measure::textSize)).lineSpacing();
    const QSize most = (room - QSize(2 * padding, 3 * padding + qCeil(mostLines))).expandedTo(QSize(1, 1));
    QSize picture = naturalSize();
    if (picture.isEmpty())
        picture = smallest;
    const QSize wanted = m_isEnlarged ? most : smallest;
    const QSize enlarged = picture.scaled(wanted, Qt::KeepAspectRatio).boundedTo(picture * largestEnlargement);
    picture = picture.expandedTo(enlarged);
    if (picture.width() > most.width() || picture.height() > most.height())
        picture.scale(most, Qt::KeepAspectRatio);
    const int width = std::min(std::max(picture.width(), smallest.width()), most.width());
    resize(width + 2 * padding, std::max(picture.height(), 1) + 2 * padding + heightBelow(width));
    update();
    Q_EMIT fitted();
}

void PictureCard::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    const int width = this->width() - 2 * padding;
    const QRect area = rect().adjusted(padding, padding, -padding, -padding - heightBelow(width));
    if (!m_picture.problem.isEmpty()) {
        drawMarkedText(painter, area, {m_picture.problem, {}}, textFont(measure::textSize), colours.bad, palette(), 8);
    } else if (m_picture.image.isNull()) {
        painter.fillRect(area, colours.raised);
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QSize natural = naturalSize();
        QRect place(QPoint(), natural.scaled(area.size(), Qt::KeepAspectRatio));
        place.moveCenter(area.center());
        painter.fillRect(area, m_picture.ground);
        painter.drawImage(place, m_picture.image);
    }
    drawMarkedText(painter, QRect(area.left(), area.bottom() + 1 + padding, area.width(), captionHeight(width) + 1),
                   m_caption, textFont(measure::textSize), colours.text, palette(), m_captionLines);
}

} // namespace biomedica::ui
