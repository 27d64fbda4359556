// Our own icons, drawn in any colour.
//
// Thread contract: GUI thread.
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace biomedica::ui {

/// resources/icons/<name>.svg with its lines in `colour`, sharp at any scale.
QIcon icon(const QString& name, const QColor& colour);

/// The program's own, in its own colours.
QIcon applicationIcon();

} // namespace biomedica::ui
