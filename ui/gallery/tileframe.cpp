#include "ui/gallery/tileframe.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <memory>

namespace biomedica::ui {

namespace {

constexpr int corner = measure::radius + 2;

} // namespace

/// The outline of the smallest tile: its four corners and nothing between them.
const QPixmap& TileFrame::corners(const Look& look) const
{
    if (const QPixmap* known = m_corners.object(look))
        return *known;
    const QRectF all(0, 0, 2 * corner, 2 * corner);
    auto pixmap = std::make_unique<QPixmap>((all.size() * look.ratio).toSize());
    pixmap->setDevicePixelRatio(look.ratio);
    pixmap->fill(Qt::transparent);
    QPainterPath outline, outside;
    outline.addRoundedRect(all.adjusted(0.5, 0.5, -0.5, -0.5), measure::radius, measure::radius);
    outside.addRect(all);
    outside.addPath(outline); // the odd-even rule leaves it out
    QPainter painter(pixmap.get());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(outside, QColor(look.outside));
    painter.strokePath(outline, QPen(QColor(look.line), 1));
    painter.end();
    const QPixmap* made = pixmap.get();
    m_corners.insert(look, pixmap.release());
    return *made;
}

void TileFrame::draw(QPainter& painter, const QRect& tile, const QColor& line, const QColor& outside) const
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPixmap& pixmap = corners({line.rgb(), outside.rgb(), ratio});
    const QSize size(corner, corner);
    for (const QPoint at : {QPoint(0, 0), QPoint(1, 0), QPoint(0, 1), QPoint(1, 1)}) {
        const QPoint place(at.x() == 0 ? tile.left() : tile.right() + 1 - corner,
                           at.y() == 0 ? tile.top() : tile.bottom() + 1 - corner);
        painter.drawPixmap(QRectF(place, size), pixmap, QRectF(corner * ratio * at, QSizeF(size) * ratio));
    }
    const QRect across = tile.adjusted(corner, 0, -corner, 0);
    const QRect down = tile.adjusted(0, corner, 0, -corner);
    painter.fillRect(QRect(across.left(), across.top(), across.width(), 1), line);
    painter.fillRect(QRect(across.left(), across.bottom(), across.width(), 1), line);
    painter.fillRect(QRect(down.left(), down.top(), 1, down.height()), line);
    painter.fillRect(QRect(down.right(), down.top(), 1, down.height()), line);
}

} // namespace biomedica::ui
