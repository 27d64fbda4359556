// All actions with their keys, to look up.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"

#include <QDialog>

namespace biomedica::ui {

class ShortcutPage : public QDialog {
    Q_OBJECT
public:
    ShortcutPage(const Actions& actions, QWidget* window);
};

} // namespace biomedica::ui
