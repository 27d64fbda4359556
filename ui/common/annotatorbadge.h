// Who said it, at a glance: a disc in the annotator's colour with the initial of their name. The name itself stands
// beside it; colour and initial are never the only sign.
//
// Thread contract: GUI thread.
#pragma once

#include <QPalette>
#include <QRect>
#include <QString>

class QPainter;

namespace biomedica::ui {

/// The first letter of the name, large.
QString initialOf(const QString& name);

/// The disc's diameter: as high as a line of small text.
int badgeSize();

/// At the left of `bounds`, in the middle of its height; returns the width used.
int drawAnnotatorBadge(QPainter& painter, const QRect& bounds, const QString& name, const QPalette& palette);

} // namespace biomedica::ui
