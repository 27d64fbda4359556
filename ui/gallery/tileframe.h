// The outline of a tile: a line with round corners, and the ground outside of them. Its corners are drawn once and
// kept as a picture: a path along every tile's edge costs more than all else on it.
//
// Thread contract: GUI thread.
#pragma once

#include <QCache>
#include <QColor>
#include <QPixmap>
#include <QRect>

class QPainter;

namespace biomedica::ui {

class TileFrame {
public:
    /// Over a tile that is painted to its corners.
    void draw(QPainter& painter, const QRect& tile, const QColor& line, const QColor& outside) const;

private:
    struct Look {
        QRgb line = 0, outside = 0;
        qreal ratio = 1;
        bool operator==(const Look&) const = default;
        friend size_t qHash(const Look& look, size_t seed)
        {
            return qHashMulti(seed, look.line, look.outside, look.ratio);
        }
    };
    const QPixmap& corners(const Look& look) const;

    mutable QCache<Look, QPixmap> m_corners{8};
};

} // namespace biomedica::ui
