#include "ui/common/actions.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QWidget>
#include <algorithm>
#include <array>
#include <iterator>

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
    ActionInfo{ActionId::FindShards, window, QT_TRANSLATE_NOOP("Actions", "Find &moved shards…"), "", ""},
    ActionInfo{ActionId::Problems, window, QT_TRANSLATE_NOOP("Actions", "Show &problems"), "problem", ""},
    ActionInfo{ActionId::PauseJob, window, QT_TRANSLATE_NOOP("Actions", "Pa&use the running job"), "pause", ""},
    ActionInfo{ActionId::CancelJob, window, QT_TRANSLATE_NOOP("Actions", "Ca&ncel the running job"), "clear", ""},
    ActionInfo{ActionId::Export, window, QT_TRANSLATE_NOOP("Actions", "&Export…"), "export", "Ctrl+E"},
    ActionInfo{ActionId::ImportVectors, window, QT_TRANSLATE_NOOP("Actions", "&Import vectors…"), "", ""},
    ActionInfo{ActionId::ExportVectors, window, QT_TRANSLATE_NOOP("Actions", "Export &vectors…"), "", ""},
    ActionInfo{ActionId::WorkBlind, window, QT_TRANSLATE_NOOP("Actions", "Work &blind"), "", ""},
    ActionInfo{ActionId::ShareOut, window, QT_TRANSLATE_NOOP("Actions", "&Share out figures…"), "", ""},
    ActionInfo{ActionId::MyAssignments, window, QT_TRANSLATE_NOOP("Actions", "My &assignments"), "", ""},
    ActionInfo{ActionId::ExportVotes, window, QT_TRANSLATE_NOOP("Actions", "&Export votes…"), "", ""},
    ActionInfo{ActionId::MergeVotes, window, QT_TRANSLATE_NOOP("Actions", "&Merge votes…"), "", ""},
    ActionInfo{ActionId::AcceptFigure, work, QT_TRANSLATE_NOOP("Actions", "Accept the fi&gure in review"), "",
               "Shift+Return Shift+Enter"},
    ActionInfo{ActionId::SendBack, work, QT_TRANSLATE_NOOP("Actions", "Send &back to the annotators…"), "", "B"},
    ActionInfo{ActionId::Reopen, work, QT_TRANSLATE_NOOP("Actions", "Re&open in review"), "", "O"},
    ActionInfo{ActionId::CloseCollection, window, QT_TRANSLATE_NOOP("Actions", "C&lose collection"), "", "Ctrl+W"},
    ActionInfo{ActionId::Quit, window, QT_TRANSLATE_NOOP("Actions", "&Quit"), "", "Ctrl+Q"},
    ActionInfo{ActionId::Undo, window, QT_TRANSLATE_NOOP("Actions", "&Undo label"), "undo", "Ctrl+Z"},
    ActionInfo{ActionId::Redo, window, QT_TRANSLATE_NOOP("Actions", "&Redo label"), "redo", "Ctrl+Shift+Z Ctrl+Y"},
    ActionInfo{ActionId::History, window, QT_TRANSLATE_NOOP("Actions", "&History…"), "", "Ctrl+H"},
    ActionInfo{ActionId::Annotator, window, QT_TRANSLATE_NOOP("Actions", "&Annotator's name…"), "", ""},
    ActionInfo{ActionId::AlreadySaved, window, QT_TRANSLATE_NOOP("Actions", "&When was this saved?"), "", "Ctrl+S"},
    ActionInfo{ActionId::FocusSearch, window, QT_TRANSLATE_NOOP("Actions", "&Search"), "search", "Ctrl+F /"},
    ActionInfo{ActionId::ClearSearch, window, QT_TRANSLATE_NOOP("Actions", "&Clear the search"), "", "Ctrl+Shift+F"},
    ActionInfo{ActionId::BuildSearch, window, QT_TRANSLATE_NOOP("Actions", "&Build a search…"), "build", "Ctrl+B"},
    ActionInfo{ActionId::SaveSearch, window, QT_TRANSLATE_NOOP("Actions", "S&ave this search…"), "star", "Ctrl+D"},
    ActionInfo{ActionId::Back, window, QT_TRANSLATE_NOOP("Actions", "&Back"), "back", "Alt+Left"},
    ActionInfo{ActionId::Forward, window, QT_TRANSLATE_NOOP("Actions", "&Forward"), "forward", "Alt+Right"},
    ActionInfo{ActionId::SelectAll, work, QT_TRANSLATE_NOOP("Actions", "Select &all matches"), "", "Ctrl+A"},
    ActionInfo{ActionId::SelectNone, work, QT_TRANSLATE_NOOP("Actions", "Select &none"), "", "Ctrl+Shift+A"},
    ActionInfo{ActionId::InvertSelection, work, QT_TRANSLATE_NOOP("Actions", "&Invert selection"), "", "Ctrl+Shift+I"},
    ActionInfo{ActionId::ToggleSelection, work, QT_TRANSLATE_NOOP("Actions", "Select or &unselect the figure"), "",
               "X Ctrl+Space"},
    ActionInfo{ActionId::SelectArticle, work, QT_TRANSLATE_NOOP("Actions", "Select the whole a&rticle"), "", ""},
    ActionInfo{ActionId::NextFigure, work, QT_TRANSLATE_NOOP("Actions", "&Next figure"), "", "J"},
    ActionInfo{ActionId::PreviousFigure, work, QT_TRANSLATE_NOOP("Actions", "&Previous figure"), "", "K"},
    ActionInfo{ActionId::NextUnlabelled, work, QT_TRANSLATE_NOOP("Actions", "Next &unlabelled figure"), "", "N"},
    ActionInfo{ActionId::PreviousUnlabelled, work, QT_TRANSLATE_NOOP("Actions", "Previous un&labelled figure"), "",
               "Shift+N"},
    ActionInfo{ActionId::GoToPosition, work, QT_TRANSLATE_NOOP("Actions", "&Go to a position or key…"), "", "Ctrl+G"},
    ActionInfo{ActionId::FindClass, work, QT_TRANSLATE_NOOP("Actions", "&Type to find a class…"), "", "T"},
    ActionInfo{ActionId::ClassByLetters, work, QT_TRANSLATE_NOOP("Actions", "Class by &letters"), "", "G"},
    ActionInfo{ActionId::Accept, work, QT_TRANSLATE_NOOP("Actions", "&Accept the imported answer"), "", "A"},
    ActionInfo{ActionId::AcceptAll, work, QT_TRANSLATE_NOOP("Actions", "Accept all answers of the s&hard"), "",
               "Shift+A"},
    ActionInfo{ActionId::ClearAnswer, work, QT_TRANSLATE_NOOP("Actions", "&Clear my answer"), "", "D"},
    ActionInfo{ActionId::NoClass, work, QT_TRANSLATE_NOOP("Actions", "No class fi&ts"), "", "Shift+D"},
    ActionInfo{ActionId::ResolveContradiction, work, QT_TRANSLATE_NOOP("Actions", "Resolve the contra&diction"), "",
               "Ctrl+M"},
    ActionInfo{ActionId::Unsure, work, QT_TRANSLATE_NOOP("Actions", "&Unsure"), "", "U"},
    ActionInfo{ActionId::Skip, work, QT_TRANSLATE_NOOP("Actions", "&Skip"), "", "S"},
    ActionInfo{ActionId::Flag, work, QT_TRANSLATE_NOOP("Actions", "&Flag"), "", "F"},
    ActionInfo{ActionId::Note, work, QT_TRANSLATE_NOOP("Actions", "&Note…"), "", "Shift+F"},
    ActionInfo{ActionId::RepeatLabel, work, QT_TRANSLATE_NOOP("Actions", "&Repeat the last label"), "", "."},
    ActionInfo{ActionId::RepeatFigure, work, QT_TRANSLATE_NOOP("Actions", "Answers of the figure &before"), "", "P"},
    ActionInfo{ActionId::NextQuestion, work, QT_TRANSLATE_NOOP("Actions", "Next &question"), "", "Tab"},
    ActionInfo{ActionId::PreviousQuestion, work, QT_TRANSLATE_NOOP("Actions", "Pre&vious question"), "", "Shift+Tab"},
    ActionInfo{ActionId::CheckLabels, window, QT_TRANSLATE_NOOP("Actions", "Chec&k labels…"), "", ""},
    ActionInfo{ActionId::Classes, window, QT_TRANSLATE_NOOP("Actions", "C&lasses…"), "", ""},
    ActionInfo{ActionId::Proceed, work,
               QT_TRANSLATE_NOOP("Actions", "Open the fi&gure, or go on where several answers are possible"), "",
               "Enter Return"},
    ActionInfo{ActionId::GoOnAfterLast, window, QT_TRANSLATE_NOOP("Actions", "Go &on after the last answer"), "", ""},
    ActionInfo{ActionId::SessionSummary, window, QT_TRANSLATE_NOOP("Actions", "Su&mmary of this session…"), "", ""},
    ActionInfo{ActionId::OpenFigure, work, QT_TRANSLATE_NOOP("Actions", "&Open the figure"), "", ""},
    ActionInfo{ActionId::OneLevelBack, work, QT_TRANSLATE_NOOP("Actions", "One level &back"), "", "Esc"},
    ActionInfo{ActionId::Preview, work, QT_TRANSLATE_NOOP("Actions", "&Preview"), "", "Space"},
    ActionInfo{ActionId::Compare, work, QT_TRANSLATE_NOOP("Actions", "&Compare figures"), "compare", "C"},
    ActionInfo{ActionId::CopyCaption, work, QT_TRANSLATE_NOOP("Actions", "Copy &caption"), "copy", "Ctrl+C"},
    ActionInfo{ActionId::CopyKey, work, QT_TRANSLATE_NOOP("Actions", "Copy &key"), "", "Ctrl+Shift+C"},
    ActionInfo{ActionId::CopyCitation, work, QT_TRANSLATE_NOOP("Actions", "Copy c&itation"), "", ""},
    ActionInfo{ActionId::CopyLink, work, QT_TRANSLATE_NOOP("Actions", "Copy &link to the article"), "", ""},
    ActionInfo{ActionId::CopyPicture, work, QT_TRANSLATE_NOOP("Actions", "Copy p&icture"), "", ""},
    ActionInfo{ActionId::SavePicture, work, QT_TRANSLATE_NOOP("Actions", "&Save picture as stored…"), "export",
               "Ctrl+Shift+S"},
    ActionInfo{ActionId::OpenArticle, work, QT_TRANSLATE_NOOP("Actions", "Open the &article in the browser"), "", ""},
    ActionInfo{ActionId::FiguresOfArticle, work, QT_TRANSLATE_NOOP("Actions", "Show &figures of this article"), "", ""},
    ActionInfo{ActionId::FigureHistory, window, QT_TRANSLATE_NOOP("Actions", "&History of this figure…"), "",
               "Ctrl+Shift+H"},
    ActionInfo{ActionId::MoreLikeThis, work, QT_TRANSLATE_NOOP("Actions", "&More like this"), "similar", "M"},
    ActionInfo{ActionId::AddExample, work, QT_TRANSLATE_NOOP("Actions", "&Add as example"), "", "Shift+M"},
    ActionInfo{ActionId::LessLikeThis, work, QT_TRANSLATE_NOOP("Actions", "&Less like this"), "", "Alt+M"},
    ActionInfo{ActionId::FindLikePart, work, QT_TRANSLATE_NOOP("Actions", "Find like a &part of this…"), "",
               "Ctrl+Shift+M"},
    ActionInfo{ActionId::SearchByPicture, window, QT_TRANSLATE_NOOP("Actions", "&Search by a picture…"), "", ""},
    ActionInfo{ActionId::PastePicture, window, QT_TRANSLATE_NOOP("Actions", "Paste pict&ure to search"), "", "Ctrl+V"},
    ActionInfo{ActionId::Duplicates, window, QT_TRANSLATE_NOOP("Actions", "&Duplicates…"), "", ""},
    ActionInfo{ActionId::MakeVectors, window, QT_TRANSLATE_NOOP("Actions", "Make &vectors for similarity search"), "",
               ""},
    ActionInfo{ActionId::ViewGallery, window, QT_TRANSLATE_NOOP("Actions", "&Gallery"), "", "Alt+1"},
    ActionInfo{ActionId::ViewTable, window, QT_TRANSLATE_NOOP("Actions", "&Table"), "", "Alt+2"},
    ActionInfo{ActionId::ViewReview, window, QT_TRANSLATE_NOOP("Actions", "&Review"), "", "Alt+3"},
    ActionInfo{ActionId::ViewStatistics, window, QT_TRANSLATE_NOOP("Actions", "A&greement"), "", "Alt+4"},
    ActionInfo{ActionId::LargerTiles, window, QT_TRANSLATE_NOOP("Actions", "&Larger thumbnails"), "", "Ctrl++ Ctrl+="},
    ActionInfo{ActionId::SmallerTiles, window, QT_TRANSLATE_NOOP("Actions", "&Smaller thumbnails"), "", "Ctrl+-"},
    ActionInfo{ActionId::MoreCaption, window, QT_TRANSLATE_NOOP("Actions", "&More lines of caption"), "", ""},
    ActionInfo{ActionId::LessCaption, window, QT_TRANSLATE_NOOP("Actions", "F&ewer lines of caption"), "", ""},
    ActionInfo{ActionId::ShowChips, window, QT_TRANSLATE_NOOP("Actions", "Labels &on tiles"), "", ""},
    ActionInfo{ActionId::HoverPreview, window, QT_TRANSLATE_NOOP("Actions", "Preview under the &mouse"), "", ""},
    ActionInfo{ActionId::ZoomIn, work, QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "", "+ ="},
    ActionInfo{ActionId::ZoomOut, work, QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "", "-"},
    ActionInfo{ActionId::FitImage, window, QT_TRANSLATE_NOOP("Actions", "&Fit the image"), "", "Ctrl+0"},
    ActionInfo{ActionId::FullSizeImage, window, QT_TRANSLATE_NOOP("Actions", "Image at &100 %"), "", "Ctrl+1"},
    ActionInfo{ActionId::KeepZoom, window, QT_TRANSLATE_NOOP("Actions", "&Keep the zoom between figures"), "", ""},
    ActionInfo{ActionId::RotateLeft, work, QT_TRANSLATE_NOOP("Actions", "Rotate &left"), "", "["},
    ActionInfo{ActionId::RotateRight, work, QT_TRANSLATE_NOOP("Actions", "Rotate &right"), "", "]"},
    ActionInfo{ActionId::ThemeSystem, window, QT_TRANSLATE_NOOP("Actions", "Colours of the s&ystem"), "", ""},
    ActionInfo{ActionId::ThemeDark, window, QT_TRANSLATE_NOOP("Actions", "&Dark colours"), "", ""},
    ActionInfo{ActionId::ThemeLight, window, QT_TRANSLATE_NOOP("Actions", "L&ight colours"), "", ""},
    ActionInfo{ActionId::TextSize100, window, QT_TRANSLATE_NOOP("Actions", "Text at &100 %"), "", ""},
    ActionInfo{ActionId::TextSize125, window, QT_TRANSLATE_NOOP("Actions", "Text at 1&25 %"), "", ""},
    ActionInfo{ActionId::TextSize150, window, QT_TRANSLATE_NOOP("Actions", "Text at 1&50 %"), "", ""},
    ActionInfo{ActionId::TextSize200, window, QT_TRANSLATE_NOOP("Actions", "Text at &200 %"), "", ""},
    ActionInfo{ActionId::LanguageSystem, window, QT_TRANSLATE_NOOP("Actions", "Language of the &system"), "", ""},
    ActionInfo{ActionId::LanguageEnglish, window, QT_TRANSLATE_NOOP("Actions", "&English"), "", ""},
    ActionInfo{ActionId::LanguageGerman, window, QT_TRANSLATE_NOOP("Actions", "&Deutsch"), "", ""},
    ActionInfo{ActionId::NextPanel, window, QT_TRANSLATE_NOOP("Actions", "&Next panel"), "", "F6"},
    ActionInfo{ActionId::UnlockPanels, window, QT_TRANSLATE_NOOP("Actions", "&Move panels"), "", ""},
    ActionInfo{ActionId::ToggleFigurePanel, work, QT_TRANSLATE_NOOP("Actions", "&Figure panel"), "", "I"},
    ActionInfo{ActionId::ResetPanels, window, QT_TRANSLATE_NOOP("Actions", "Panels as at &first"), "", ""},
    ActionInfo{ActionId::FullScreen, window, QT_TRANSLATE_NOOP("Actions", "F&ull screen"), "", "F11"},
    ActionInfo{ActionId::Palette, window, QT_TRANSLATE_NOOP("Actions", "&Command palette…"), "", "Ctrl+K Ctrl+Shift+P"},
    ActionInfo{ActionId::KeyOverlay, window, QT_TRANSLATE_NOOP("Actions", "&Keys"), "", "? F1"},
    ActionInfo{ActionId::Shortcuts, window, QT_TRANSLATE_NOOP("Actions", "Keyboard &shortcuts…"), "", ""},
    ActionInfo{ActionId::Settings, window, QT_TRANSLATE_NOOP("Actions", "Memor&y and disk…"), "", "Ctrl+,"},
    ActionInfo{ActionId::About, window, QT_TRANSLATE_NOOP("Actions", "&About Biomedica Curator"), "", ""},
};

} // namespace

std::span<const ActionInfo> allActions()
{
    return actions;
}

Actions::Actions(QWidget* window, const Keymap& keymap) : QObject(window), m_keymap(keymap)
{
    for (const ActionInfo& info : actions) {
        auto* action = new QAction(QCoreApplication::translate("Actions", info.text), this);
        const bool isWork = info.scope == ActionScope::Work;
        action->setShortcutContext(isWork ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
        m_actions.append(action);
        if (isWork)
            continue;
        window->addAction(action);
        auto* inWork = new QAction(this);
        inWork->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(inWork, &QAction::triggered, action, &QAction::trigger);
        m_inWork[info.id] = inWork;
    }
    applyKeys();
}

void Actions::setKeymap(const Keymap& keymap)
{
    if (keymap == m_keymap)
        return;
    m_keymap = keymap;
    applyKeys();
    Q_EMIT keysChanged();
}

void Actions::applyKeys()
{
    for (const ActionInfo& info : actions) {
        Keys keys = m_keymap.keys(info.id);
        if (QAction* inWork = m_inWork.value(info.id)) {
            Keys widgetKeys;
            std::copy_if(keys.begin(), keys.end(), std::back_inserter(widgetKeys), isWidgetKey);
            inWork->setShortcuts(widgetKeys);
            keys.removeIf(isWidgetKey);
        }
        (*this)[info.id]->setShortcuts(keys);
    }
}

QString Actions::keyText(ActionId id) const
{
    const Keys& keys = m_keymap.keys(id);
    return keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
}

QString Actions::keysText(ActionId id) const
{
    QStringList texts;
    for (const QKeySequence& key : m_keymap.keys(id))
        texts += key.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral(", "));
}

void Actions::tellKeyOf(ActionId id, QWidget* widget) const
{
    const auto tell = [this, id, widget, text = widget->toolTip()] {
        const QString key = keyText(id);
        widget->setToolTip(key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key));
    };
    connect(this, &Actions::keysChanged, widget, tell);
    tell();
}

void Actions::addWorkActionsTo(QWidget* widget) const
{
    for (const ActionInfo& info : actions)
        widget->addAction(info.scope == ActionScope::Work ? (*this)[info.id] : m_inWork[info.id]);
}

void Actions::updateIcons(const QPalette& palette)
{
    for (const ActionInfo& info : actions)
        if (*info.icon != '\0')
            (*this)[info.id]->setIcon(icon(QString::fromLatin1(info.icon), coloursFor(palette).muted));
}

} // namespace biomedica::ui
