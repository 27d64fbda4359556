#include "ui/shell/menus.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <initializer_list>

namespace biomedica::ui {

namespace {

using enum ActionId;
constexpr std::nullopt_t line = std::nullopt;

const std::vector<MenuSection> sections = {
    {QT_TRANSLATE_NOOP("Menus", "&File"),
     {OpenFolder,    OpenShards, OpenCollection,  OpenDemo,  line, AddShards, IndexAgain, FindShards,
      Problems,      line,       PauseJob,        CancelJob, line, Export,    line,       ImportVectors,
      ExportVectors, line,       CloseCollection, Quit}},
    {QT_TRANSLATE_NOOP("Menus", "&Edit"),
     {Undo, Redo, History, AlreadySaved, line, SelectAll, SelectNone, InvertSelection, ToggleSelection, SelectArticle,
      line, FocusSearch, BuildSearch, ClearSearch, SaveSearch, line, Annotator, Settings}},
    {QT_TRANSLATE_NOOP("Menus", "&Label"), {FindClass,   ClassByLetters, Accept,
                                            AcceptAll,   RepeatLabel,    RepeatFigure,
                                            ClearAnswer, NoClass,        ResolveContradiction,
                                            line,        Unsure,         Skip,
                                            Flag,        Note,           line,
                                            Proceed,     NextQuestion,   PreviousQuestion,
                                            line,        GoOnAfterLast,  SessionSummary,
                                            line,        CheckLabels,    Classes}},
    {QT_TRANSLATE_NOOP("Menus", "E&xperts"),
     {WorkBlind, line, ShareOut, MyAssignments, line, ExportVotes, MergeVotes, line, AcceptFigure, SendBack, Reopen}},
    {QT_TRANSLATE_NOOP("Menus", "Fi&gure"),
     {OpenFigure,  Preview,          Compare,      line,         ZoomIn,      ZoomOut,
      FitImage,    FullSizeImage,    KeepZoom,     RotateLeft,   RotateRight, line,
      CopyCaption, CopyKey,          CopyCitation, CopyLink,     CopyPicture, SavePicture,
      line,        FiguresOfArticle, OpenArticle,  FigureHistory}},
    {QT_TRANSLATE_NOOP("Menus", "&Similarity"),
     {MoreLikeThis, AddExample, LessLikeThis, line, FindLikePart, SearchByPicture, PastePicture, line,
      ActionId::Duplicates, MakeVectors}},
    {QT_TRANSLATE_NOOP("Menus", "G&o"),
     {NextFigure, PreviousFigure, NextUnlabelled, PreviousUnlabelled, GoToPosition, line, Back, Forward, OneLevelBack,
      line, NextPanel}},
    {QT_TRANSLATE_NOOP("Menus", "&View"),
     {ViewGallery, ViewTable, ViewReview, ViewStatistics, line, LargerTiles, SmallerTiles, MoreCaption, LessCaption,
      ShowChips, HoverPreview, line, ToggleFigurePanel, UnlockPanels, ResetPanels, line, FullScreen}},
    {QT_TRANSLATE_NOOP("Menus", "&Appearance"),
     {ThemeSystem, ThemeDark, ThemeLight, line, TextSize100, TextSize125, TextSize150, TextSize200, line,
      LanguageSystem, LanguageEnglish, LanguageGerman}},
    {QT_TRANSLATE_NOOP("Menus", "&Help"), {Palette, KeyOverlay, Shortcuts, line, About}},
};

void makeExclusive(const Actions& actions, std::initializer_list<ActionId> ids, QObject* parent)
{
    auto* group = new QActionGroup(parent);
    for (const ActionId id : ids) {
        actions[id]->setCheckable(true);
        group->addAction(actions[id]);
    }
}

} // namespace

QString MenuSection::text() const
{
    return QCoreApplication::translate("Menus", title);
}

std::span<const MenuSection> menuSections()
{
    return sections;
}

QString plainText(const QAction& action)
{
    return QString(action.text()).remove(QLatin1Char('&'));
}

QMenu* makeMainMenu(const Actions& actions, const MenuExtras& extras, QWidget* parent)
{
    auto* menu = new QMenu(parent);
    makeExclusive(actions, {ThemeSystem, ThemeDark, ThemeLight}, menu);
    makeExclusive(actions, {TextSize100, TextSize125, TextSize150, TextSize200}, menu);
    makeExclusive(actions, {LanguageSystem, LanguageEnglish, LanguageGerman}, menu);
    makeExclusive(actions, {ViewGallery, ViewTable, ViewReview, ViewStatistics}, menu);
    for (const ActionId id : {KeepZoom, GoOnAfterLast, ShowChips, HoverPreview, UnlockPanels, WorkBlind})
        actions[id]->setCheckable(true);
    for (const MenuSection& section : sections) {
        QMenu* sub = menu->addMenu(section.text());
        for (const auto& entry : section.entries) {
            if (!entry) {
                sub->addSeparator();
                continue;
            }
            sub->addAction(actions[*entry]);
            if (*entry == OpenDemo)
                sub->addMenu(extras.recent);
            if (*entry == MakeVectors)
                sub->addMenu(extras.compared);
            if (*entry == UnlockPanels)
                sub->addActions(extras.panels);
        }
    }
    return menu;
}

} // namespace biomedica::ui
