// The menus, made from the action table.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"

#include <QList>

class QMenu;
class QWidget;

namespace biomedica::ui {

/// All menus below one; `panels` go into the view menu. Single keys are shown and do not work from here.
QMenu* makeMainMenu(const Actions& actions, const QList<QAction*>& panels, QWidget* parent);

} // namespace biomedica::ui
