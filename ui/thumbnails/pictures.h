// Pixels of the core as images of Qt.
//
// Thread contract: pure functions, for any thread.
#pragma once

#include "core/image/pixels.h"

#include <QColor>
#include <QImage>

namespace biomedica::ui {

/// Without alpha where every pixel is opaque. Takes the memory over: a huge picture stands there once.
QImage toImage(image::Pixels pixels);

/// What a picture's letterbox is filled with: the most frequent colour among its border pixels.
QColor borderColour(const QImage& image);

} // namespace biomedica::ui
