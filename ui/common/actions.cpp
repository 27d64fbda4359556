#include "ui/common/actions.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QWidget>
#include <array>

namespace biomedica::ui {

namespace {

constexpr auto window = ActionScope::Window;
constexpr auto work = ActionScope::Work;

// In the order of the enumeration.
constexpr std::array actions = {
    ActionInfo{ActionId::OpenShards, window, QT_TRANSLATE_NOOP("Actions", "Open &shards…"), "shards", "Ctrl+O"},
    ActionInfo{ActionId::OpenFolder, window, QT_TRANSLATE_NOOP("Actions", "Open a &folder of shards…"), "folder",
               "Ctrl+Shift+O"},
    ActionInfo{ActionId::AddShards, window, QT_TRANSLATE_NOOP("Actions", "&Add shards to this collection…"), "", ""},
    ActionInfo{ActionId::OpenCollection, window, QT_TRANSLATE_NOOP("Actions", "Open &collection…"), "collection", ""},
    ActionInfo{ActionId::OpenDemo, window, QT_TRANSLATE_NOOP("Actions", "Try the &demo figures"), "spark", ""},
    ActionInfo{ActionId::IndexAgain, window, QT_TRANSLATE_NOOP("Actions", "Look for &changed shards"), "refresh", "F5"},
    ActionInfo{ActionId::Export, window, QT_TRANSLATE_NOOP("Actions", "&Export…"), "export", "Ctrl+E"},
    ActionInfo{ActionId::CloseCollection, window, QT_TRANSLATE_NOOP("Actions", "C&lose collection"), "", "Ctrl+W"},
    ActionInfo{ActionId::Quit, window, QT_TRANSLATE_NOOP("Actions", "&Quit"), "", "Ctrl+Q"},
    ActionInfo{ActionId::Undo, window, QT_TRANSLATE_NOOP("Actions", "&Undo label"), "undo", "Ctrl+Z"},
    ActionInfo{ActionId::Redo, window, QT_TRANSLATE_NOOP("Actions", "&Redo label"), "redo", "Ctrl+Shift+Z Ctrl+Y"},
    ActionInfo{ActionId::Annotator, window, QT_TRANSLATE_NOOP("Actions", "&Annotator's name…"), "", ""},
    ActionInfo{ActionId::FocusSearch, window, QT_TRANSLATE_NOOP("Actions", "&Search"), "search", "Ctrl+F /"},
    ActionInfo{ActionId::ClearSearch, window, QT_TRANSLATE_NOOP("Actions", "&Clear the search"), "", "Ctrl+Shift+F"},
    ActionInfo{ActionId::Back, window, QT_TRANSLATE_NOOP("Actions", "&Back"), "back", "Alt+Left"},
    ActionInfo{ActionId::Forward, window, QT_TRANSLATE_NOOP("Actions", "&Forward"), "forward", "Alt+Right"},
    ActionInfo{ActionId::SelectAll, work, QT_TRANSLATE_NOOP("Actions", "Select &all matches"), "", "Ctrl+A"},
    ActionInfo{ActionId::SelectNone, work, QT_TRANSLATE_NOOP("Actions", "Select &none"), "", "Ctrl+Shift+A"},
    ActionInfo{ActionId::InvertSelection, work, QT_TRANSLATE_NOOP("Actions", "&Invert selection"), "", "Ctrl+Shift+I"},
    ActionInfo{ActionId::ToggleSelection, work, QT_TRANSLATE_NOOP("Actions", "Select or &unselect the figure"), "",
               "X Ctrl+Space"},
    ActionInfo{ActionId::NextFigure, work, QT_TRANSLATE_NOOP("Actions", "&Next figure"), "", "J"},
    ActionInfo{ActionId::PreviousFigure, work, QT_TRANSLATE_NOOP("Actions", "&Previous figure"), "", "K"},
    ActionInfo{ActionId::NextUnlabelled, work, QT_TRANSLATE_NOOP("Actions", "Next &unlabelled figure"), "", "N"},
    ActionInfo{ActionId::PreviousUnlabelled, work, QT_TRANSLATE_NOOP("Actions", "Previous un&labelled figure"), "",
               "Shift+N"},
    ActionInfo{ActionId::FindClass, work, QT_TRANSLATE_NOOP("Actions", "&Type to find a class…"), "", "T"},
    ActionInfo{ActionId::ClearAnswer, work, QT_TRANSLATE_NOOP("Actions", "&Clear my answer"), "", "D"},
    ActionInfo{ActionId::Unsure, work, QT_TRANSLATE_NOOP("Actions", "&Unsure"), "", "U"},
    ActionInfo{ActionId::Skip, work, QT_TRANSLATE_NOOP("Actions", "&Skip"), "", "S"},
    ActionInfo{ActionId::Flag, work, QT_TRANSLATE_NOOP("Actions", "&Flag"), "", "F"},
    ActionInfo{ActionId::RepeatLabel, work, QT_TRANSLATE_NOOP("Actions", "&Repeat the last label"), "", "."},
    ActionInfo{ActionId::NextQuestion, work, QT_TRANSLATE_NOOP("Actions", "Next &question"), "", "Tab"},
    ActionInfo{ActionId::PreviousQuestion, work, QT_TRANSLATE_NOOP("Actions", "Pre&vious question"), "", "Shift+Tab"},
    ActionInfo{ActionId::Proceed, work, QT_TRANSLATE_NOOP("Actions", "Next question, then next fi&gure"), "",
               "Return Enter"},
    ActionInfo{ActionId::LargerTiles, window, QT_TRANSLATE_NOOP("Actions", "&Larger thumbnails"), "", "Ctrl++ Ctrl+="},
    ActionInfo{ActionId::SmallerTiles, window, QT_TRANSLATE_NOOP("Actions", "&Smaller thumbnails"), "", "Ctrl+-"},
    ActionInfo{ActionId::FitImage, window, QT_TRANSLATE_NOOP("Actions", "&Fit the image"), "", "Ctrl+0"},
    ActionInfo{ActionId::FullSizeImage, window, QT_TRANSLATE_NOOP("Actions", "Image at &100 %"), "", "Ctrl+1"},
    ActionInfo{ActionId::ThemeSystem, window, QT_TRANSLATE_NOOP("Actions", "Colours of the s&ystem"), "", ""},
    ActionInfo{ActionId::ThemeDark, window, QT_TRANSLATE_NOOP("Actions", "&Dark colours"), "", ""},
    ActionInfo{ActionId::ThemeLight, window, QT_TRANSLATE_NOOP("Actions", "L&ight colours"), "", ""},
    ActionInfo{ActionId::NextPanel, window, QT_TRANSLATE_NOOP("Actions", "&Next panel"), "", "F6"},
    ActionInfo{ActionId::UnlockPanels, window, QT_TRANSLATE_NOOP("Actions", "&Move panels"), "", ""},
    ActionInfo{ActionId::FullScreen, window, QT_TRANSLATE_NOOP("Actions", "F&ull screen"), "", "F11"},
    ActionInfo{ActionId::About, window, QT_TRANSLATE_NOOP("Actions", "&About Biomedica Curator"), "", ""},
};

QList<QKeySequence> keysOf(const ActionInfo& info)
{
    QList<QKeySequence> keys;
    for (const QString& key : QString::fromLatin1(info.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        keys.append(QKeySequence(key, QKeySequence::PortableText));
    return keys;
}

} // namespace

std::span<const ActionInfo> allActions()
{
    return actions;
}

Actions::Actions(QWidget* window) : QObject(window)
{
    for (const ActionInfo& info : actions) {
        auto* action = new QAction(QCoreApplication::translate("Actions", info.text), this);
        action->setShortcuts(keysOf(info));
        action->setShortcutContext(info.scope == ActionScope::Work ? Qt::WidgetWithChildrenShortcut
                                                                   : Qt::WindowShortcut);
        if (info.scope == ActionScope::Window)
            window->addAction(action);
        m_actions.append(action);
    }
}

void Actions::addWorkActionsTo(QWidget* widget) const
{
    for (const ActionInfo& info : actions)
        if (info.scope == ActionScope::Work)
            widget->addAction((*this)[info.id]);
}

void Actions::updateIcons(const QPalette& palette)
{
    for (const ActionInfo& info : actions)
        if (*info.icon != '\0')
            (*this)[info.id]->setIcon(icon(QString::fromLatin1(info.icon), coloursFor(palette).muted));
}

} // namespace biomedica::ui
