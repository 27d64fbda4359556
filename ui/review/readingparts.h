// Texts that are read and copied from, and what they scroll in.
//
// Thread contract: GUI thread.
#pragma once

#include <QString>

class QLabel;
class QLayout;
class QScrollArea;
class QWidget;

namespace biomedica::ui {

QLabel* addReadingText(QLayout* layout, const QString& accessibleName);

/// Without a frame or a ground of its own, as wide as its content may be.
QScrollArea* makePlainScroll(QWidget* body, const QString& accessibleName);

} // namespace biomedica::ui
