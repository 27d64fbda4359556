// The menus, made from the action table; palette, key overlay and shortcut page show the same sections.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"

#include <QList>
#include <QString>
#include <optional>
#include <span>
#include <vector>

class QMenu;
class QWidget;

namespace biomedica::ui {

struct MenuSection {
    const char* title;                            ///< untranslated, in the context "Menus"
    std::vector<std::optional<ActionId>> entries; ///< nullopt = a line
    QString text() const;                         ///< translated, with its "&"
};

/// Every action stands in exactly one.
std::span<const MenuSection> menuSections();

/// An action's words without the "&" of menus.
QString plainText(const QAction& action);

/// All menus below one; `recent` follows what opens, `panels` go into the view menu. Single keys are shown and
/// do not work from here.
QMenu* makeMainMenu(const Actions& actions, QMenu* recent, const QList<QAction*>& panels, QWidget* parent);

} // namespace biomedica::ui
