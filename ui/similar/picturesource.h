// Pictures from outside to search with: from the clipboard, dropped on the window, or files.
//
// Thread contract: what takes a QMimeData belongs to the GUI thread, the rest to any.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>
#include <QString>
#include <vector>

class QMimeData;

namespace biomedica::ui {

/// One of the three is there.
struct PictureSource {
    QString title;    ///< what its chip says
    QByteArray bytes; ///< of an image file
    QString file;
    QImage image;
};

/// By its name: what our decoders read.
bool isPictureFile(const QString& file);
/// "*.jpg *.png …", for a dialog that opens files.
QString pictureFilePatterns();

/// Whether it is pictures and nothing else that could be opened; reads none of them.
bool holdsPictures(const QMimeData& data);

/// Files go before pixels, and bytes before pixels: nothing is lost on the way. Empty where there are none.
std::vector<PictureSource> picturesIn(const QMimeData& data);

/// The bytes of an image file, read or made. Errors name the file, and what is wrong with it.
Result<std::string> bytesOf(const PictureSource& source);

} // namespace biomedica::ui
