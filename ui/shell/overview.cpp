#include "ui/shell/overview.h"

#include "ui/gallery/galleryview.h"
#include "ui/session/wording.h"
#include "ui/shell/workbench.h"
#include "ui/table/figuretable.h"
#include "ui/views/figuredrag.h"
#include "ui/views/gotodialog.h"
#include "ui/views/hoverpreview.h"
#include "ui/views/preview.h"

#include <QMenu>
#include <optional>

namespace biomedica::ui {

namespace {

const QString tileWidthKey = QStringLiteral("window/tileWidth");
const QString captionKey = QStringLiteral("window/captionLines");
const QString chipsKey = QStringLiteral("window/tileLabels");
const QString hoverKey = QStringLiteral("window/hoverPreview");
const QString columnsKey = QStringLiteral("window/tableColumns");

using enum ActionId;
constexpr std::optional<ActionId> menuEntries[] = {
    OpenFigure,   ActionId::Preview, Compare,       std::nullopt, MoreLikeThis, AddExample,      LessLikeThis,
    std::nullopt, CopyCaption,       CopyKey,       CopyCitation, CopyLink,     CopyPicture,     SavePicture,
    std::nullopt, FiguresOfArticle,  SelectArticle, OpenArticle,  std::nullopt, ToggleSelection, SelectAll,
    SelectNone,   InvertSelection,   std::nullopt,  Flag,         Note};

} // namespace

Overview::Overview(Workbench& workbench, Session& session, QueryController& queries, ThumbnailStore& thumbnails,
                   const Actions& actions)
    : QObject(&workbench), m_workbench(workbench), m_session(session), m_thumbnails(thumbnails), m_actions(actions),
      m_table(new FigureTable(new FigureTableModel(*workbench.figures(), this), workbench.figures(),
                              workbench.selection(), &thumbnails, queries, session.taxonomy()))
{
    Centre* centre = workbench.centre();
    centre->setPage(Centre::Page::Table, m_table);
    workbench.labelBar()->takeKeysOf(m_table);
    connectViews();
    connectActions();
    restore();
    connect(centre, &Centre::pageChanged, this, &Overview::showPage);
}

void Overview::connectViews()
{
    GalleryView* gallery = m_workbench.gallery();
    for (FigureView* view : {static_cast<FigureView*>(gallery), static_cast<FigureView*>(m_table)}) {
        connect(view, &FigureView::menuRequested, this, [this](const QPoint& global) {
            QMenu* menu = makeMenu();
            menu->setAttribute(Qt::WA_DeleteOnClose);
            menu->popup(global);
        });
        connect(view, &FigureView::opened, m_actions[OpenFigure], &QAction::trigger);
        connect(view->drag(), &FigureDrag::failed, &m_workbench, &Workbench::failed);
    }
    connect(gallery, &FigureView::emptyTextChanged, m_table, &FigureView::setEmptyText);
    connect(gallery, &GalleryView::tileWidthChanged, this, &Overview::rememberLook);
    connect(gallery, &GalleryView::lookChanged, this, &Overview::rememberLook);
    connect(m_table, &FigureTable::columnsChanged, this,
            [this] { m_session.settings().setValue(columnsKey, m_table->columnState()); });
}

void Overview::connectActions()
{
    GalleryView* gallery = m_workbench.gallery();
    Centre* centre = m_workbench.centre();
    const auto on = [&](ActionId id, auto function) { connect(m_actions[id], &QAction::triggered, this, function); };
    on(ViewGallery, [centre] { centre->showPage(Centre::Page::Gallery); });
    on(ViewTable, [centre] { centre->showPage(Centre::Page::Table); });
    on(LargerTiles, [gallery] { gallery->enlargeTiles(1); });
    on(SmallerTiles, [gallery] { gallery->enlargeTiles(-1); });
    on(MoreCaption, [gallery] { gallery->showMoreCaption(1); });
    on(LessCaption, [gallery] { gallery->showMoreCaption(-1); });
    on(ActionId::Preview, [this] { preview()->openOver(view()); });
    on(GoToPosition, [this] { goToPosition(); });
    for (const ActionId id : {ShowChips, ActionId::HoverPreview})
        m_actions[id]->setCheckable(true);
    connect(m_actions[ShowChips], &QAction::toggled, gallery, &GalleryView::setChipsShown);
    connect(m_actions[ActionId::HoverPreview], &QAction::toggled, this, [this](bool isOn) {
        m_session.settings().setValue(hoverKey, isOn);
        if (isOn || m_hover)
            hoverPreview()->setEnabled(isOn);
    });
}

void Overview::restore()
{
    const QSettings& settings = m_session.settings();
    GalleryView* gallery = m_workbench.gallery();
    const TileLook look{settings.value(captionKey, gallery->look().captionLines).toInt(),
                        settings.value(chipsKey, true).toBool()};
    const int width = settings.value(tileWidthKey, gallery->tileWidth()).toInt();
    gallery->setLook(look);
    gallery->setTileWidth(width);
    m_actions[ShowChips]->setChecked(look.hasChips);
    m_table->setColumnState(settings.value(columnsKey).toByteArray());
    for (const ActionId id : {ViewGallery, ViewTable})
        m_actions[id]->setCheckable(true);
    m_actions[ViewGallery]->setChecked(true);
    // With the window, which the preview belongs to.
    if (settings.value(hoverKey, false).toBool())
        QMetaObject::invokeMethod(
            this, [this] { m_actions[ActionId::HoverPreview]->setChecked(true); }, Qt::QueuedConnection);
}

void Overview::rememberLook()
{
    const GalleryView* gallery = m_workbench.gallery();
    m_session.settings().setValue(tileWidthKey, gallery->tileWidth());
    m_session.settings().setValue(captionKey, gallery->look().captionLines);
    m_session.settings().setValue(chipsKey, gallery->look().hasChips);
}

void Overview::showPage(Centre::Page page)
{
    if (page != Centre::Page::Gallery && page != Centre::Page::Table)
        return;
    m_actions[page == Centre::Page::Table ? ViewTable : ViewGallery]->setChecked(true);
}

FigureView* Overview::view() const
{
    if (m_workbench.centre()->overview() == Centre::Page::Table)
        return m_table;
    return m_workbench.gallery();
}

class Preview* Overview::preview()
{
    if (!m_preview) {
        m_preview = new class Preview(m_workbench.window(), *m_workbench.figures(), *m_workbench.selection(),
                                      m_thumbnails, m_session.pool(), m_actions);
        // What a label hits is what one sees.
        connect(m_preview, &Preview::shownChanged, &m_workbench, [this](bool isShown) {
            const Centre* centre = m_workbench.centre();
            const bool isOverview = !isShown && centre->page() == centre->overview();
            m_workbench.labelFlow()->setSelectionUsed(isOverview);
            m_workbench.labelBar()->setEnterOpens(isOverview);
        });
    }
    return m_preview;
}

class HoverPreview* Overview::hoverPreview()
{
    if (!m_hover) {
        m_hover = new class HoverPreview(m_workbench.window(), *m_workbench.figures(), m_thumbnails, m_session.pool());
        m_hover->watch(m_workbench.gallery());
        m_hover->watch(m_table);
    }
    return m_hover;
}

bool Overview::isSettled() const
{
    const bool isShown = m_workbench.centre()->page() == m_workbench.centre()->overview();
    return (!isShown || view()->isSettled()) && (!m_preview || m_preview->isSettled());
}

QMenu* Overview::makeMenu() const
{
    auto* menu = new QMenu(&m_workbench);
    const FigureSelection& selection = *m_workbench.selection();
    if (const auto count = selection.rows().count(); count > 1) {
        menu->addAction(tr("%1 selected").arg(Wording::figures(static_cast<qulonglong>(count))))->setEnabled(false);
        menu->addSeparator();
    }
    for (const auto& entry : menuEntries) {
        if (entry)
            menu->addAction(m_actions[*entry]);
        else
            menu->addSeparator();
    }
    return menu;
}

void Overview::goToPosition()
{
    auto* dialog =
        new GoToDialog(*m_workbench.figures(), *m_workbench.selection(), m_session.pool(), m_workbench.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace biomedica::ui
