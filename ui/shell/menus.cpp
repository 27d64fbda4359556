#include "ui/shell/menus.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <optional>
#include <vector>

namespace biomedica::ui {

namespace {

using Entry = std::optional<ActionId>; ///< nullopt = a line

QString tr(const char* text)
{
    return QCoreApplication::translate("Menus", text);
}

void fill(QMenu* menu, const Actions& actions, const std::vector<Entry>& entries)
{
    for (const Entry& entry : entries)
        if (entry)
            menu->addAction(actions[*entry]);
        else
            menu->addSeparator();
}

} // namespace

QMenu* makeMainMenu(const Actions& actions, const QList<QAction*>& panels, QWidget* parent)
{
    using enum ActionId;
    constexpr std::nullopt_t line = std::nullopt;
    auto* menu = new QMenu(parent);
    fill(menu->addMenu(tr("&File")), actions,
         {OpenFolder, OpenShards, OpenCollection, OpenDemo, line, AddShards, IndexAgain, line, Export, line,
          CloseCollection, Quit});
    fill(menu->addMenu(tr("&Edit")), actions,
         {Undo, Redo, line, SelectAll, SelectNone, InvertSelection, ToggleSelection, line, FocusSearch, ClearSearch,
          line, Annotator});
    fill(
        menu->addMenu(tr("&Label")), actions,
        {FindClass, RepeatLabel, ClearAnswer, line, Unsure, Skip, Flag, line, Proceed, NextQuestion, PreviousQuestion});
    fill(menu->addMenu(tr("&Go")), actions,
         {NextFigure, PreviousFigure, NextUnlabelled, PreviousUnlabelled, line, Back, Forward, line, NextPanel});
    QMenu* view = menu->addMenu(tr("&View"));
    fill(view, actions, {LargerTiles, SmallerTiles, FitImage, FullSizeImage, line});
    view->addActions(panels);
    fill(view, actions, {UnlockPanels, line, ThemeSystem, ThemeDark, ThemeLight, line, FullScreen});
    auto* themes = new QActionGroup(menu);
    for (const ActionId id : {ThemeSystem, ThemeDark, ThemeLight}) {
        actions[id]->setCheckable(true);
        themes->addAction(actions[id]);
    }
    menu->addSeparator();
    menu->addAction(actions[About]);
    return menu;
}

} // namespace biomedica::ui
