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

/// What is no action of the table.
struct MenuExtras {
    QMenu* recent;   ///< follows what opens
    QMenu* compared; ///< follows what makes vectors
    QList<QAction*> panels;
};

/// All menus below one. Single keys are shown and do not work from here.
QMenu* makeMainMenu(const Actions& actions, const MenuExtras& extras, QWidget* parent);

} // namespace biomedica::ui
