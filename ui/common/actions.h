// The one table of actions: what can be done, its words, icon and keys. Menus, tool bars and tool tips
// are made from it.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/keymap.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <span>

class QWidget;

namespace biomedica::ui {

Q_NAMESPACE

enum class ActionId {
    OpenShards,
    OpenFolder,
    AddShards,
    OpenCollection,
    OpenDemo,
    IndexAgain,
    FindShards,
    Problems,
    PauseJob,
    CancelJob,
    Export,
    ImportVectors,
    ExportVectors,
    WorkBlind,
    ShareOut,
    MyAssignments,
    ExportVotes,
    MergeVotes,
    AcceptFigure,
    SendBack,
    Reopen,
    CloseCollection,
    Quit,
    Undo,
    Redo,
    History,
    Annotator,
    AlreadySaved,
    FocusSearch,
    ClearSearch,
    BuildSearch,
    SaveSearch,
    Back,
    Forward,
    SelectAll,
    SelectNone,
    InvertSelection,
    ToggleSelection,
    SelectArticle,
    NextFigure,
    PreviousFigure,
    NextUnlabelled,
    PreviousUnlabelled,
    GoToPosition,
    FindClass,
    ClassByLetters,
    Accept,
    AcceptAll,
    ClearAnswer,
    NoClass,
    ResolveContradiction,
    Unsure,
    Skip,
    Flag,
    Note,
    RepeatLabel,
    RepeatFigure,
    NextQuestion,
    PreviousQuestion,
    CheckLabels,
    Classes,
    Proceed,
    GoOnAfterLast,
    SessionSummary,
    OpenFigure,
    OneLevelBack,
    Preview,
    Compare,
    CopyCaption,
    CopyKey,
    CopyCitation,
    CopyLink,
    CopyPicture,
    SavePicture,
    OpenArticle,
    FiguresOfArticle,
    FigureHistory,
    MoreLikeThis,
    AddExample,
    LessLikeThis,
    FindLikePart,
    SearchByPicture,
    PastePicture,
    Duplicates,
    MakeVectors,
    ViewGallery,
    ViewTable,
    ViewReview,
    ViewStatistics,
    LargerTiles,
    SmallerTiles,
    MoreCaption,
    LessCaption,
    ShowChips,
    HoverPreview,
    ZoomIn,
    ZoomOut,
    FitImage,
    FullSizeImage,
    KeepZoom,
    RotateLeft,
    RotateRight,
    ThemeSystem,
    ThemeDark,
    ThemeLight,
    TextSize100,
    TextSize125,
    TextSize150,
    TextSize200,
    LanguageSystem,
    LanguageEnglish,
    LanguageGerman,
    NextPanel,
    UnlockPanels,
    ToggleFigurePanel,
    ResetPanels,
    FullScreen,
    Palette,
    KeyOverlay,
    Shortcuts,
    Settings,
    About,
};
Q_ENUM_NS(ActionId) // its names are those of --do

/// Where an action's keys work.
enum class ActionScope {
    Window, ///< everywhere; a text field keeps the keys that it edits with
    Work,   ///< single keys: only while the gallery or the label bar has the focus
};

struct ActionInfo {
    ActionId id;
    ActionScope scope;
    const char* text; ///< as in menus, untranslated, in the context "Actions"
    const char* icon; ///< name of a file in resources/icons, or ""
    const char* keys; ///< without a preset; QKeySequence's portable form, several separated by blanks
};

std::span<const ActionInfo> allActions();

class Actions : public QObject {
    Q_OBJECT
public:
    /// Window-wide actions are added to `window`.
    explicit Actions(QWidget* window, const Keymap& keymap = {});

    QAction* operator[](ActionId id) const { return m_actions[static_cast<int>(id)]; }

    const Keymap& keymap() const { return m_keymap; }
    void setKeymap(const Keymap& keymap);

    /// The first of its keys as the platform writes it, "" without one. Follow keysChanged().
    QString keyText(ActionId id) const;
    /// All of them, with commas.
    QString keysText(ActionId id) const;
    /// Tells the key behind the widget's tool tip, from now on.
    void tellKeyOf(ActionId id, QWidget* widget) const;

    /// Lets the single keys work while `widget` or a child has the focus.
    void addWorkActionsTo(QWidget* widget) const;

    /// Icons in the colours of the widget's palette; again after a change of theme.
    void updateIcons(const QPalette& palette);

Q_SIGNALS:
    void keysChanged();

private:
    void applyKeys();

    Keymap m_keymap;
    QList<QAction*> m_actions;
    /// Of window-wide actions, for those of their keys that widgets need elsewhere: work where single keys work.
    QMap<ActionId, QAction*> m_inWork;
};

} // namespace biomedica::ui
