#include "ui/shell/figurepages.h"

#include "ui/detail/comparepage.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/figureviewer.h"
#include "ui/detail/imageview.h"
#include "ui/detail/pagehead.h"
#include "ui/shell/expertpages.h"
#include "ui/shell/workbench.h"

#include <QApplication>
#include <QToolButton>
#include <limits>

namespace biomedica::ui {

namespace {

const QString keepZoomKey = QStringLiteral("viewer/keepZoom");

bool isOverview(Centre::Page page)
{
    return page == Centre::Page::Gallery || page == Centre::Page::Table;
}

} // namespace

FigurePages::FigurePages(Workbench& workbench, Session& session, QueryController& queries,
                         DecisionController& decisions, ThumbnailStore& thumbnails, const Actions& actions)
    : QObject(&workbench), m_workbench(workbench), m_session(session), m_actions(actions),
      m_viewer(new FigureViewer(session, *workbench.figure(), thumbnails)),
      m_compare(new ComparePage(session, decisions, thumbnails))
{
    Centre* centre = workbench.centre();
    centre->setPage(Centre::Page::Figure, m_viewer);
    centre->setPage(Centre::Page::Compare, m_compare);
    for (QWidget* page : {static_cast<QWidget*>(m_viewer), static_cast<QWidget*>(m_compare)})
        workbench.labelBar()->takeKeysOf(page);

    connect(centre, &Centre::pageChanged, this, &FigurePages::showPage);
    connect(m_viewer, &FigureViewer::moveRequested, workbench.selection(), &FigureSelection::moveBy);
    connect(m_viewer, &FigureViewer::endRequested, this,
            [this](bool isLast) { m_workbench.selection()->setCursor(isLast ? std::numeric_limits<int>::max() : 0); });
    connect(m_viewer, &FigureViewer::backRequested, this, &FigurePages::goBack);
    connect(m_viewer, &FigureViewer::choosingPartChanged, workbench.labelBar(), &LabelBar::setEnterTaken);
    connect(m_viewer, &FigureViewer::settled, this, &FigurePages::progressMade);
    connect(m_compare, &ComparePage::backRequested, this, &FigurePages::goBack);
    connect(m_compare, &ComparePage::settled, this, &FigurePages::progressMade);
    connect(m_compare, &ComparePage::currentChanged, this,
            [this] { m_workbench.figure()->setRow(m_compare->currentRow()); });
    connect(workbench.figurePanel(), &FigurePanel::figureRequested, this, &FigurePages::showFigure);
    connect(workbench.labelBar(), &LabelBar::openRequested, this, &FigurePages::openFigure);
    connect(workbench.figure(), &FigureController::rowChanged, this, &FigurePages::showPosition);
    connect(&queries, &QueryController::queryChanged, this, &FigurePages::leavePages);
    connect(&session, &Session::collectionClosed, this, &FigurePages::leavePages);
    connect(&session, &Session::contentChanged, this, [this] {
        if (!ExpertPages::isExpertPage(m_workbench.centre()->page())) // those begin anew themselves
            leavePages();
    });
    connectActions();
    tellKeys();
}

void FigurePages::tellKeys()
{
    for (const QWidget* part : {static_cast<QWidget*>(m_viewer), static_cast<QWidget*>(m_compare),
                                static_cast<QWidget*>(m_workbench.figurePanel())}) {
        for (const PageHead* head : part->findChildren<PageHead*>())
            m_actions.tellKeyOf(ActionId::OneLevelBack, head->backButton());
        for (const ImageView* view : part->findChildren<ImageView*>()) {
            m_actions.tellKeyOf(ActionId::FitImage, view->fitButton());
            m_actions.tellKeyOf(ActionId::FullSizeImage, view->fullSizeButton());
        }
    }
}

void FigurePages::connectActions()
{
    const auto on = [&](ActionId id, auto function) { connect(m_actions[id], &QAction::triggered, this, function); };
    on(ActionId::OpenFigure, [this] { openFigure(); });
    on(ActionId::Compare, [this] { openComparison(); });
    on(ActionId::OneLevelBack, [this] { goBack(); });
    on(ActionId::ZoomIn, [this] { imageView()->zoomBy(ImageView::step); });
    on(ActionId::ZoomOut, [this] { imageView()->zoomBy(1 / ImageView::step); });
    on(ActionId::FitImage, [this] { imageView()->fit(); });
    on(ActionId::FullSizeImage, [this] { imageView()->showFullSize(); });
    on(ActionId::RotateLeft, [this] { imageView()->turn(-1); });
    on(ActionId::RotateRight, [this] { imageView()->turn(1); });
    QAction* keepZoom = m_actions[ActionId::KeepZoom];
    connect(keepZoom, &QAction::toggled, this, [this](bool isKept) {
        m_viewer->imageView()->setKeepsZoom(isKept);
        m_workbench.figurePanel()->imageView()->setKeepsZoom(isKept);
        m_session.settings().setValue(keepZoomKey, isKept);
    });
    keepZoom->setCheckable(true);
    keepZoom->setChecked(m_session.settings().value(keepZoomKey, false).toBool());
}

ImageView* FigurePages::imageView() const
{
    switch (m_workbench.centre()->page()) {
    case Centre::Page::Figure: return m_viewer->imageView();
    case Centre::Page::Compare: return m_compare->imageView();
    case Centre::Page::Review: return m_workbench.experts()->imageView();
    default: return m_workbench.figurePanel()->imageView();
    }
}

bool FigurePages::isSettled() const
{
    return m_viewer->isSettled() && m_compare->isSettled();
}

void FigurePages::openFigure()
{
    if (m_workbench.figure()->row())
        m_workbench.centre()->showPage(Centre::Page::Figure);
}

void FigurePages::openComparison()
{
    const Rows rows = figuresToCompare();
    if (rows.empty())
        return;
    m_workbench.centre()->showPage(Centre::Page::Compare);
    m_compare->setFigures(rows);
}

Rows FigurePages::figuresToCompare()
{
    const FigureSelection& selection = *m_workbench.selection();
    const FigureResultModel& figures = *m_workbench.figures();
    const qint64 selected = selection.rows().count();
    Rows rows;
    if (selected > ComparePage::most) {
        Q_EMIT noted(tr("Two to four figures can be compared; %n are selected", nullptr, static_cast<int>(selected)));
    } else if (selected >= ComparePage::fewest) {
        for (const RowRanges::Range& range : selection.rows().ranges())
            for (int row = range.begin; row < range.end; ++row)
                rows.push_back(figures.rowIdAt(row));
    } else if (figures.rowCount() < ComparePage::fewest || !selection.cursor()) {
        Q_EMIT noted(tr("Comparing takes two figures"));
    } else {
        const int first = std::min(*selection.cursor(), figures.rowCount() - ComparePage::fewest);
        for (int row = first; row < first + ComparePage::fewest; ++row)
            rows.push_back(figures.rowIdAt(row));
    }
    return rows;
}

void FigurePages::goBack()
{
    if (m_workbench.centre()->goBack())
        return;
    if (m_workbench.figure()->row() != cursorRow())
        showCursor();
    else
        m_workbench.selection()->selectNone();
}

void FigurePages::leavePages()
{
    QWidget* focused = QApplication::focusWidget();
    const bool isElsewhere = focused && !m_workbench.centre()->isAncestorOf(focused);
    if (m_workbench.centre()->goBack() && isElsewhere)
        focused->setFocus(Qt::OtherFocusReason);
}

void FigurePages::showPage(Centre::Page page)
{
    // What a label hits is what one sees: on these pages one figure, whatever is selected below.
    m_workbench.labelFlow()->setSelectionUsed(isOverview(page));
    m_workbench.labelBar()->setEnterOpens(isOverview(page));
    m_workbench.figurePanel()->setPictureShown(isOverview(page));
    if (page == Centre::Page::Compare)
        return;
    if (m_compare->currentRow()) {
        m_compare->setFigures({});
        showCursor();
    }
}

void FigurePages::moveBy(int figures)
{
    const Centre::Page page = m_workbench.centre()->page();
    if (page == Centre::Page::Compare)
        m_compare->moveBy(figures);
    else if (!ExpertPages::isExpertPage(page)) // these have their own figures, or none
        m_workbench.selection()->moveBy(figures);
}

void FigurePages::showCursor()
{
    const Centre::Page page = m_workbench.centre()->page();
    if (page != Centre::Page::Compare && !ExpertPages::isExpertPage(page))
        m_workbench.figure()->setRow(cursorRow());
}

/// The selection remembers the cursor's figure even where nothing matches.
std::optional<RowId> FigurePages::cursorRow() const
{
    const FigureSelection* selection = m_workbench.selection();
    return selection->cursor() ? selection->cursorFigure() : std::nullopt;
}

void FigurePages::showFigure(RowId row)
{
    if (m_workbench.centre()->page() == Centre::Page::Compare)
        m_workbench.centre()->showPage(Centre::Page::Figure);
    if (const auto position = m_workbench.figures()->positionOf(row)) {
        m_workbench.selection()->setCursor(*position);
        m_workbench.figure()->setRow(row);
    } else {
        m_workbench.figure()->setRow(row);
        const QString key = m_actions.keyText(ActionId::OneLevelBack);
        Q_EMIT noted(key.isEmpty()
                         ? tr("This figure is not among the matches")
                         : tr("This figure is not among the matches; %1 goes back to the cursor’s figure").arg(key));
    }
}

void FigurePages::showPosition()
{
    const auto cursor = m_workbench.selection()->cursor();
    const bool isMatch = cursor && m_workbench.figure()->row() == cursorRow();
    m_viewer->setPosition(isMatch ? *cursor + 1 : 0, m_workbench.figures()->rowCount());
}

} // namespace biomedica::ui
