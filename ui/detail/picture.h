// A decoded picture at falling sizes, so that drawing it small is quick and smooth.
//
// Thread contract: values and pure functions, for any thread.
#pragma once

#include "ui/session/session.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QSize>
#include <QString>
#include <stop_token>

namespace biomedica::ui {

struct Picture {
    QList<QImage> levels;   ///< each at most half the one before
    QSize fullSize;         ///< the picture's own, which the first level may fall short of
    QColor ground;          ///< of the letterbox
    bool isPreview = false; ///< a thumbnail that stands in
    QString damage{};       ///< why a part of the picture is missing

    bool isNull() const { return levels.isEmpty(); }
    /// Decoded with fewer pixels than it has.
    bool isReduced() const { return !isNull() && !isPreview && levels.first().width() < fullSize.width(); }
};

/// `image` is the first level.
Picture makePicture(QImage image, QSize fullSize);

/// The figure's picture, decoded with about `mostPixels` at most where its format can be decoded smaller; Cancelled
/// when asked to stop.
Result<Picture> readPicture(workspace::Workspace& workspace, RowId row, qint64 mostPixels, std::stop_token stop = {});

} // namespace biomedica::ui
