#include "ui/shell/workbench.h"

#include "ui/common/theme.h"
#include "ui/detail/figureactions.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/notedialog.h"
#include "ui/facets/facetpanel.h"
#include "ui/facets/facetview.h"
#include "ui/gallery/galleryview.h"
#include "ui/search/emptyhint.h"
#include "ui/session/wording.h"
#include "ui/shell/bulkdialog.h"
#include "ui/shell/contradictiontext.h"
#include "ui/shell/expertpages.h"
#include "ui/shell/figurepages.h"
#include "ui/shell/groupselection.h"
#include "ui/shell/labelflash.h"
#include "ui/shell/outcometext.h"
#include "ui/shell/overview.h"
#include "ui/shell/panelkeys.h"
#include "ui/shell/sessionlog.h"

#include <QDockWidget>
#include <algorithm>
#include <utility>

namespace biomedica::ui {

namespace {

const QString goOnKey = QStringLiteral("label/goOnAfterLast");
const QString stateKey = QStringLiteral("window/panels");
constexpr int stateVersion = 1;
const QString filtersName = QStringLiteral("filters");
const QString figureName = QStringLiteral("figure");
constexpr int filtersWidth = 248;
constexpr int figureWidth = 390;

/// Panels grow half as much as the text: the figures in the middle need their room.
int widthOf(int panel)
{
    return (panel + scaled(panel)) / 2;
}

} // namespace

Workbench::Workbench(Session& session, QueryController& queries, DecisionController& decisions, const Actions& actions,
                     QWidget* parent)
    : QMainWindow(parent), m_session(session), m_actions(actions), m_queries(queries), m_decisions(decisions),
      m_figures(new FigureResultModel(session.pool(), this)), m_selection(new FigureSelection(*m_figures, this)),
      m_thumbnails(new ThumbnailStore(this)), m_figure(new FigureController(session, decisions, this)),
      m_centre(new Centre), m_gallery(new GalleryView(m_figures, m_selection, m_thumbnails, session.taxonomy())),
      m_facets(new FacetPanel(session, queries, decisions)), m_emptyHint(new EmptyHint(session, queries, m_centre)),
      m_figurePanel(new FigurePanel(session, queries, *m_figure, *m_thumbnails)),
      m_labelBar(new LabelBar(session, *m_figure, actions)),
      m_flow(new LabelFlow(*m_figures, *m_selection, *m_figure, decisions, this)),
      m_figureActions(new FigureActions(session, *m_figure, queries, actions, this)),
      m_groups(new GroupSelection(session, queries, *m_selection, this)),
      m_log(new SessionLog(session, decisions, this)), m_flash(std::make_unique<LabelFlash>())
{
    setWindowFlags(Qt::Widget);
    setDockOptions(AnimatedDocks | AllowNestedDocks);
    m_centre->setPage(Centre::Page::Gallery, m_gallery);
    m_pages = new FigurePages(*this, session, queries, decisions, *m_thumbnails, actions);
    m_experts = new ExpertPages(*this, session, decisions, *m_thumbnails, actions);
    setCentralWidget(m_centre);
    addDock(filtersName, tr("Filters"), Qt::LeftDockWidgetArea, m_facets);
    addDock(figureName, tr("Figure"), Qt::RightDockWidgetArea, m_figurePanel);
    addDock(QStringLiteral("labels"), tr("Labels"), Qt::BottomDockWidgetArea, m_labelBar);

    connect(&session, &Session::collectionOpened, this, [this] {
        m_thumbnails->setWorkspace(m_session.workspace());
        m_savedAt = {};
    });
    connect(&session, &Session::collectionClosed, this, [this] { m_thumbnails->setWorkspace(nullptr); });
    const auto limitMemory = [this] { m_thumbnails->setMaximumBytes(m_session.cacheLimits().memoryBytes()); };
    connect(&session, &Session::cacheLimitsChanged, m_thumbnails, limitMemory);
    limitMemory();
    connect(&queries, &QueryController::resultChanged, this, [this] {
        m_figures->setResult(m_session.workspace(), m_queries.result());
        updateEmptyText();
        Q_EMIT progressMade();
    });
    connect(m_selection, &FigureSelection::cursorChanged, m_pages, &FigurePages::showCursor);
    connect(m_selection, &FigureSelection::cursorChanged, &queries,
            [this] { m_queries.noteFigure(m_selection->cursorFigure()); });
    connect(&queries, &QueryController::figureWanted, this, [this](RowId figure) {
        if (const auto position = m_figures->positionOf(figure))
            m_selection->setCursor(*position);
    });
    connect(m_selection, &FigureSelection::endReached, this,
            [this] { Q_EMIT noted(tr("No further figure without a label")); });
    connect(m_labelBar, &LabelBar::labelRequested, m_flow, &LabelFlow::request);
    connect(m_labelBar, &LabelBar::nextFigureRequested, m_pages, [this] {
        if (m_flow->isSelection())
            m_selection->leave();
        else
            m_pages->moveBy(1);
    });
    connect(m_labelBar, &LabelBar::completed, this, [this](RowId figure) { m_completed = figure; });
    connect(m_flow, &LabelFlow::targetChanged, m_labelBar, [this] {
        const qint64 selected = m_flow->isSelection() ? m_flow->targetCount() : 0;
        m_labelBar->setSelection(m_flow->firstSelected(CommonAnswers::most + 1), selected);
        m_labelBar->setShownIsHit(m_flow->isShownHit());
    });
    connect(&decisions, &DecisionController::decided, m_labelBar, &LabelBar::noteDecision);
    connect(m_flow, &LabelFlow::confirmationNeeded, this, &Workbench::confirm);
    connect(&decisions, &DecisionController::decided, this, &Workbench::showOutcome);
    connect(&decisions, &DecisionController::newsArrived, this, [this](const SharedNews& news) {
        if (news->isEverything)
            m_figures->noteAllChanged(news->snapshot);
        else
            m_figures->noteDecision(news->rows, news->snapshot);
    });
    connect(&session, &Session::taxonomyChanged, this, [this] { m_figures->noteAllChanged(nullptr); });
    connect(&decisions, &DecisionController::failed, this, &Workbench::failed);
    connect(&decisions, &DecisionController::nothingDone, this, &Workbench::noted);
    connect(m_facets, &FacetPanel::countFailed, this, &Workbench::countFailed);

    connect(m_thumbnails, &ThumbnailStore::ready, this, &Workbench::progressMade);
    connect(m_figures, &QAbstractItemModel::dataChanged, this, &Workbench::progressMade);
    connect(m_facets, &FacetPanel::settled, this, &Workbench::progressMade);
    connect(m_emptyHint, &EmptyHint::settled, this, &Workbench::progressMade);
    connect(m_centre, &QStackedWidget::currentChanged, m_emptyHint, &QWidget::raise);
    connect(m_figurePanel, &FigurePanel::settled, this, &Workbench::progressMade);
    connect(m_figure, &FigureController::detailChanged, this, &Workbench::progressMade);
    connect(m_pages, &FigurePages::progressMade, this, &Workbench::progressMade);
    connect(m_experts, &ExpertPages::noted, this, &Workbench::noted);
    connect(m_experts, &ExpertPages::failed, this, &Workbench::failed);
    connect(m_experts, &ExpertPages::progressMade, this, &Workbench::progressMade);
    connect(m_pages, &FigurePages::noted, this, &Workbench::noted);
    connect(m_figureActions, &FigureActions::noted, this, &Workbench::noted);
    connect(m_figureActions, &FigureActions::failed, this, &Workbench::failed);
    connect(m_figurePanel, &FigurePanel::linkRequested, m_figureActions, &FigureActions::openLink);

    for (QWidget* place : {static_cast<QWidget*>(m_centre), static_cast<QWidget*>(m_labelBar)})
        actions.addWorkActionsTo(place);
    m_labelBar->takeKeysOf(m_gallery);
    new PanelKeys({m_facets, m_figurePanel}, *m_labelBar, actions, this);
    connect(m_facets->view(), &FacetView::clickDone, this,
            [this] { m_centre->currentWidget()->setFocus(Qt::OtherFocusReason); });
    connectActions(actions);
    connectLabelling(actions);
    m_overview = new Overview(*this, session, queries, *m_thumbnails, actions);
}

Workbench::~Workbench()
{
    save();
}

QDockWidget* Workbench::addDock(const QString& name, const QString& title, Qt::DockWidgetArea area, QWidget* content)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    content->setAttribute(Qt::WA_StyledBackground); // the style sheet gives panels their ground
    dock->setWidget(content);
    dock->setTitleBarWidget(new QWidget(dock)); // panels are told apart by lines, not by title bars
    addDockWidget(area, dock);
    return dock;
}

void Workbench::connectActions(const Actions& actions)
{
    const auto on = [&](ActionId id, auto function) { connect(actions[id], &QAction::triggered, this, function); };
    on(ActionId::SelectAll, [this] { m_selection->selectAll(); });
    on(ActionId::SelectNone, [this] { m_selection->selectNone(); });
    on(ActionId::InvertSelection, [this] { m_selection->invert(); });
    on(ActionId::ToggleSelection, [this] { m_selection->toggleAtCursor(); });
    on(ActionId::NextFigure, [this] { m_pages->moveBy(1); });
    on(ActionId::PreviousFigure, [this] { m_pages->moveBy(-1); });
    on(ActionId::NextUnlabelled, [this] { m_selection->moveToUnlabelled(1); });
    on(ActionId::PreviousUnlabelled, [this] { m_selection->moveToUnlabelled(-1); });
    on(ActionId::Note, [this] { askForNote(); });
    on(ActionId::AlreadySaved, [this] { tellWhenSaved(); });
    on(ActionId::ToggleFigurePanel, [this] {
        auto* dock = findChild<QDockWidget*>(figureName);
        dock->setVisible(!dock->isVisible());
    });
    on(ActionId::NextPanel, [this] { focusNextPanel(); });
    on(ActionId::Undo, [this] { m_decisions.undo(); });
    on(ActionId::Redo, [this] { m_decisions.redo(); });
    on(ActionId::ResolveContradiction, [this] { m_decisions.mend(); });
}

void Workbench::setPanelsMovable(bool isMovable)
{
    for (QDockWidget* dock : findChildren<QDockWidget*>()) {
        QWidget* empty = isMovable ? nullptr : new QWidget(dock);
        std::unique_ptr<QWidget> old(dock->titleBarWidget());
        dock->setTitleBarWidget(empty);
    }
}

QList<QAction*> Workbench::panelActions() const
{
    QList<QAction*> actions;
    for (const QDockWidget* dock : findChildren<QDockWidget*>())
        actions.append(dock->toggleViewAction());
    return actions;
}

void Workbench::focusNextPanel()
{
    QWidget* const first = m_emptyHint->isVisible() ? static_cast<QWidget*>(m_emptyHint) : m_centre->currentWidget();
    QWidget* const panels[] = {first, m_labelBar, m_figurePanel, m_facets->view()};
    const auto focused = std::find_if(std::begin(panels), std::end(panels), [](const QWidget* panel) {
        return panel->hasFocus() || panel->isAncestorOf(QApplication::focusWidget());
    });
    const auto next =
        focused == std::end(panels) || std::next(focused) == std::end(panels) ? std::begin(panels) : std::next(focused);
    if (*next == m_figurePanel)
        m_figurePanel->takeFocus();
    else
        (*next)->setFocus(Qt::TabFocusReason);
}

void Workbench::showOutcome(const SharedOutcome& outcome)
{
    const Rows& rows = outcome->receipt.rows;
    m_figures->noteDecision(rows, outcome->snapshot);
    m_savedAt = outcome->savedAt;
    if (outcome->kind == Outcome::Kind::Undone || outcome->kind == Outcome::Kind::Redone)
        goBackTo(*outcome);
    flash(*outcome);
    const QString warning = ContradictionText::of(*outcome, m_actions);
    if (!warning.isEmpty())
        Q_EMIT noted(warning);
    else if (rows.size() == 1 && rows.front() == std::exchange(m_completed, std::nullopt))
        Q_EMIT noted(tr("All four questions answered: on to the next figure"));
    else
        Q_EMIT noted(OutcomeText::note(*outcome, m_actions));
}

/// What was undone comes into view, with the question that it was about; the cursor stays where it is one of them.
void Workbench::goBackTo(const Outcome& outcome)
{
    const Rows& rows = outcome.receipt.rows;
    const bool isThere = m_figure->row() && std::find(rows.begin(), rows.end(), *m_figure->row()) != rows.end();
    if (const auto position = isThere ? std::nullopt : m_figures->firstPositionOf(rows))
        m_selection->setCursor(*position);
    for (const Question question : allQuestions)
        if (outcome.receipt.entry.decision[question]) {
            m_labelBar->setQuestion(question);
            return;
        }
}

void Workbench::confirm(const LabelIntent& intent, const LabelTarget& target)
{
    auto* dialog = new BulkDialog(m_session, *m_figures, intent, target, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, m_flow, [this, intent, target] { m_flow->carryOut(intent, target); });
    // The bar has gone on to the next question already.
    connect(dialog, &QDialog::rejected, m_labelBar, [this, intent] { m_labelBar->setQuestion(intent.question); });
    dialog->open();
}

/// Where the next figure has come already, what the one before got is shown on it for a moment.
void Workbench::flash(const Outcome& outcome)
{
    const Rows& rows = outcome.receipt.rows;
    const bool isDecision = outcome.kind == Outcome::Kind::Decided || outcome.kind == Outcome::Kind::Repeated;
    if (!isDecision || rows.size() != 1 || m_selection->cursorFigure() == rows.front()
        || !m_actions[ActionId::GoOnAfterLast]->isChecked())
        return;
    const QString text = Wording::decisionText(outcome.receipt.entry.decision);
    if (m_centre->page() != Centre::Page::Gallery) {
        m_flash->show(text, m_centre, m_centre->rect().adjusted(0, 0, 0, -m_centre->height() * 3 / 4));
        return;
    }
    // It stands near the cursor, most often just before it: not searched for among millions.
    const int cursor = m_selection->cursor().value_or(0);
    for (int row = std::max(0, cursor - 1); row <= std::min(cursor + 1, m_figures->rowCount() - 1); ++row)
        if (m_figures->rowIdAt(row) == rows.front())
            m_flash->show(text, m_gallery->viewport(), m_gallery->visualRect(m_figures->index(row)));
}

void Workbench::connectLabelling(const Actions& actions)
{
    connect(m_groups, &GroupSelection::noted, this, &Workbench::noted);
    connect(m_groups, &GroupSelection::failed, this, &Workbench::failed);
    connect(m_facets->view(), &FacetView::selectionRequested, m_groups, &GroupSelection::select);
    connect(actions[ActionId::SelectArticle], &QAction::triggered, m_groups, [this] {
        if (m_figure->row())
            m_groups->selectArticleOf(*m_figure->row());
    });
    connect(actions[ActionId::SessionSummary], &QAction::triggered, m_log, [this] { m_log->showSummary(this); });
    QAction* goOn = actions[ActionId::GoOnAfterLast];
    goOn->setCheckable(true);
    connect(goOn, &QAction::toggled, this, [this](bool isOn) {
        m_labelBar->setGoesOn(isOn);
        m_session.settings().setValue(goOnKey, isOn);
    });
    goOn->setChecked(m_session.settings().value(goOnKey, true).toBool());
}

void Workbench::askForNote()
{
    const auto target = m_flow->target();
    if (!target)
        return;
    QString before;
    if (const auto& detail = m_figure->detail(); detail && detail->summary.row == target->base)
        for (const annotation::FigureRemark& remark : detail->labels.remarks)
            if (fromUtf8(remark.annotator) == m_session.annotator())
                before = fromUtf8(remark.note);
    const bool isOne = target->rows.size() == 1;
    auto* dialog = new NoteDialog(isOne ? tr("this figure") : Wording::figures(target->rows.size()), before, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NoteDialog::noteGiven, m_flow, [this, target = *target](const QString& note) {
        m_flow->carryOut({LabelIntent::Kind::Note, Question::PanelType, toUtf8(note)}, target);
    });
    dialog->open();
}

void Workbench::tellWhenSaved()
{
    if (m_savedAt.isValid())
        Q_EMIT noted(tr("Already saved at %1").arg(QLocale().toString(m_savedAt.time(), QLocale::ShortFormat)));
    else
        Q_EMIT noted(tr("Nothing to save: every decision is on the disk before its colour shows"));
}

void Workbench::setVectorsUnderWay(bool areUnderWay)
{
    if (std::exchange(m_areVectorsUnderWay, areUnderWay) != areUnderWay)
        updateEmptyText();
}

void Workbench::updateEmptyText()
{
    if (m_queries.hasFailed() && m_areVectorsUnderWay)
        m_gallery->setEmptyText(tr("The vectors are being made"),
                                tr("Figures stand here as soon as all have one. “Back” leads to the search before."));
    else if (m_queries.hasFailed())
        m_gallery->setEmptyText(tr("This search has no answer"), tr("“Back” leads to the search before."));
    else if (!m_queries.result())
        m_gallery->setEmptyText({}, {});
    else if (m_queries.query() == query::Query{} || m_queries.query().root.kind == query::NodeKind::All)
        m_gallery->setEmptyText(tr("No figures yet"),
                                tr("Drop shards (.tar files or folders) here, or choose “Add shards” in the menu."));
    else
        m_gallery->setEmptyText({}, {}); // the hint lies there
}

bool Workbench::isSettled() const
{
    return !m_queries.isBusy() && m_facets->isSettled() && m_figurePanel->isSettled() && !m_figure->isBusy()
           && m_overview->isSettled() && m_pages->isSettled() && m_experts->isSettled() && m_emptyHint->isSettled()
           && !m_decisions.isBusy() && !m_groups->isBusy();
}

void Workbench::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!m_isLaidOut)
        QMetaObject::invokeMethod(this, &Workbench::layOutPanels,
                                  Qt::QueuedConnection); // once there is a size to share
}

void Workbench::layOutPanels()
{
    m_isLaidOut = true;
    if (m_panels.isEmpty())
        m_panels = m_session.settings().value(stateKey).toByteArray();
    if (!restoreState(m_panels, stateVersion))
        resizeDocks({findChild<QDockWidget*>(filtersName), findChild<QDockWidget*>(figureName)},
                    {widthOf(filtersWidth), widthOf(figureWidth)}, Qt::Horizontal);
}

QByteArray Workbench::panels() const
{
    if (!m_experts->panelsBefore().isEmpty())
        return m_experts->panelsBefore();
    return m_isLaidOut ? saveState(stateVersion) : m_panels;
}

void Workbench::setPanels(const QByteArray& panels)
{
    m_panels = panels;
    if (m_isLaidOut)
        restoreState(panels, stateVersion);
}

void Workbench::save()
{
    if (m_isLaidOut)
        m_session.settings().setValue(stateKey, panels());
}

} // namespace biomedica::ui
