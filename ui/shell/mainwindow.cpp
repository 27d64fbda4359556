#include "ui/shell/mainwindow.h"

#include "ui/common/icons.h"
#include "ui/exporting/exportdialog.h"
#include "ui/search/searchbar.h"
#include "ui/search/searchfield.h"
#include "ui/session/wording.h"
#include "ui/shell/aboutbox.h"
#include "ui/shell/appearance.h"
#include "ui/shell/attention.h"
#include "ui/shell/banner.h"
#include "ui/shell/cachesettings.h"
#include "ui/shell/collectionstate.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/drophint.h"
#include "ui/shell/figurevectors.h"
#include "ui/shell/findsimilar.h"
#include "ui/shell/keyoverlay.h"
#include "ui/shell/labeldialogs.h"
#include "ui/shell/menus.h"
#include "ui/shell/namebar.h"
#include "ui/shell/problemsdock.h"
#include "ui/shell/screenshot.h"
#include "ui/shell/shortcutpage.h"
#include "ui/shell/stalehint.h"
#include "ui/shell/startpage.h"
#include "ui/shell/statusline.h"
#include "ui/shell/teamwork.h"
#include "ui/shell/topbar.h"
#include "ui/similar/modelbutton.h"

#include <QDragEnterEvent>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
constexpr QSize firstSize(1480, 920);

} // namespace

MainWindow::MainWindow(QSettings& settings, const std::filesystem::path& dataFolder, DemoWriter demo,
                       std::optional<Scheme> theme, std::optional<double> textScale)
    : m_session(settings), m_queries(m_session), m_decisions(m_session), m_jobs(m_session), m_watch(m_session),
      m_idleMerge(m_session, m_jobs), m_actions(new Actions(this, Keymap::read(settings))),
      m_opener(new Opener(m_session, m_jobs, dataFolder, std::move(demo), this)), m_workbench(nullptr)
{
    auto* appearance = new Appearance(settings, *m_actions, theme, textScale, this);
    connect(appearance, &Appearance::languageChosen, this, [this] {
        m_banner->showMessage(Banner::Kind::Note, tr("The window speaks the chosen language from the next start on."));
    });
    build();
    connectActions();
    connectMessages();
    m_state = new CollectionState(m_session, m_queries, *m_workbench, this);
    appearance->checkActions();
    resize(firstSize);
    restoreGeometry(settings.value(geometryKey).toByteArray());
    showCollection();
}

/// The widgets refer to the session and its controllers, which are members: they go first.
MainWindow::~MainWindow()
{
    QList<QPointer<QWidget>> widgets;
    for (QWidget* child : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        widgets.append(child);
    for (const QPointer<QWidget>& widget : widgets)
        delete widget.data();
}

void MainWindow::build()
{
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    m_workbench = new Workbench(m_session, m_queries, m_decisions, *m_actions);
    m_problems = new ProblemsDock(m_session, m_queries, m_jobs, m_watch, *m_workbench, *m_actions, this);
    m_labelDialogs = new LabelDialogs(m_session, m_queries, m_decisions, *m_workbench, *m_actions, this);
    m_recent = new QMenu(tr("Recent &collections"), this);
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    m_compared = new QMenu(tr("&Compare by"), this);
    QMenu* menu = makeMainMenu(*m_actions, {m_recent, m_compared, m_workbench->panelActions()}, this);
    m_topBar = new TopBar(m_session, m_queries, *m_actions, menu);
    setMenuWidget(m_topBar);
    auto* openMenu = new QAction(tr("Menu"), this);
    openMenu->setShortcut(Qt::Key_F10);
    connect(openMenu, &QAction::triggered, m_topBar->menuButton(), &QToolButton::showMenu);
    addAction(openMenu);

    m_status = new StatusLine(m_session, m_queries, m_decisions, m_jobs);
    setStatusBar(m_status);
    m_stale = new StaleHint(m_session, m_queries, m_decisions);
    m_status->addSign(m_stale);
    m_status->addSign(m_problems->button());
    m_teamwork = new Teamwork(m_session, m_queries, *m_workbench, *m_actions, this);
    m_status->addSign(m_teamwork->blindSign());

    m_start = new StartPage(m_session, *m_actions);
    m_banner = new Banner;
    m_nameBar = new NameBar(m_session, m_decisions);
    m_similar = new FindSimilar(m_session, m_queries, m_jobs, *m_workbench, *m_actions, this);
    m_vectors = new FigureVectors(m_session, m_queries, m_jobs, *m_workbench, *m_banner, *m_actions, this);
    connect(m_compared, &QMenu::aboutToShow, this, [this] { m_vectors->compared()->fill(m_compared); });
    connect(m_vectors->compared(), &ComparedModel::chosen, m_similar, &FindSimilar::forgetDuplicates);
    m_topBar->addChoice(new ModelButton(*m_vectors->compared(), m_queries), QStringLiteral("similar"));
    m_attention = new Attention(m_session, m_jobs, m_watch, *m_actions, *m_banner, this);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_workbench);
    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_nameBar);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
    m_drop = new DropHint(this);
    m_palette = new CommandPalette(*m_actions, this);
    m_models = new QMenu(m_compared->title(), this);
    m_keys = new KeyOverlay(*m_actions, this);
}

void MainWindow::connectActions()
{
    const auto on = [&](ActionId id, auto function) { connect((*m_actions)[id], &QAction::triggered, this, function); };
    on(ActionId::OpenShards, [this] { m_opener->chooseShards(); });
    on(ActionId::OpenFolder, [this] { m_opener->chooseFolder(); });
    on(ActionId::OpenCollection, [this] { m_opener->chooseCollection(); });
    on(ActionId::AddShards, [this] { m_opener->chooseShardsToAdd(); });
    on(ActionId::OpenDemo, [this] { m_opener->openDemo(); });
    on(ActionId::IndexAgain, [this] { m_jobs.index({}); });
    on(ActionId::FindShards, [this] { m_problems->findShards(this); });
    on(ActionId::Problems, [this] { m_problems->show(); });
    on(ActionId::Export, [this] { openExport(); });
    on(ActionId::CloseCollection, [this] { m_session.close(); });
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::Annotator, [this] { askForAnnotator(); });
    on(ActionId::FocusSearch, [this] { m_topBar->search()->focusField(); });
    on(ActionId::BuildSearch, [this] { m_topBar->search()->buildSearch(); });
    on(ActionId::ClearSearch, [this] { m_topBar->search()->clear(); });
    on(ActionId::Back, [this] { m_queries.goBack(); });
    on(ActionId::Forward, [this] { m_queries.goForward(); });
    on(ActionId::FullScreen, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    on(ActionId::Palette, [this] { openPalette(); });
    on(ActionId::KeyOverlay, [this] { m_keys->open(); });
    on(ActionId::Shortcuts, [this] { openDialog(new ShortcutPage(*m_actions, this)); });
    on(ActionId::Settings, [this] { openDialog(new CacheSettings(m_session, this)); });
    on(ActionId::About, [this] { openDialog(new AboutBox(this)); });
    connect(m_actions, &Actions::keysChanged, this, [this] { m_actions->keymap().write(m_session.settings()); });
    connect((*m_actions)[ActionId::UnlockPanels], &QAction::toggled, m_workbench, &Workbench::setPanelsMovable);
    connect(m_drop, &DropHint::openRequested, m_opener, &Opener::openPaths);
    connect(m_drop, &DropHint::addRequested, m_opener, &Opener::addShards);
    connect(m_drop, &DropHint::searchRequested, m_similar, &FindSimilar::searchLikePictures);
    connect(m_start, &StartPage::collectionChosen, this,
            [this](const QString& folder) { m_opener->openPaths({folder}); });
    m_topBar->search()->setActions((*m_actions)[ActionId::Back], (*m_actions)[ActionId::Forward],
                                   (*m_actions)[ActionId::SaveSearch], (*m_actions)[ActionId::BuildSearch]);
    connect(m_topBar->search(), &SearchBar::left, this,
            [this] { m_workbench->centre()->currentWidget()->setFocus(Qt::OtherFocusReason); });
}

void MainWindow::connectMessages()
{
    const auto fail = [this](const QString& message) { m_banner->showMessage(Banner::Kind::Failure, message); };
    connect(&m_session, &Session::collectionOpened, this, &MainWindow::showCollection);
    connect(&m_session, &Session::collectionClosed, this, &MainWindow::showCollection);
    connect(m_opener, &Opener::failed, this, fail);
    connect(m_opener, &Opener::failed, this, &MainWindow::openFailed);
    connect(&m_jobs, &JobController::failed, this, fail);
    connect(&m_jobs, &JobController::failed, this, &MainWindow::openFailed);
    connect(&m_jobs, &JobController::indexed, this, &MainWindow::showIndexed);
    connect(&m_jobs, &JobController::cancelled, this, [this] {
        if (m_jobs.kind() == JobKind::Index)
            m_session.noteContentChange();
    });
    const auto tellVectors = [this] {
        m_workbench->setVectorsUnderWay(m_jobs.isRunning() && m_jobs.kind() == JobKind::Vectors);
    };
    connect(&m_jobs, &JobController::started, this, tellVectors);
    connect(&m_jobs, &JobController::ended, this, tellVectors);
    connect(&m_jobs, &JobController::started, this, &MainWindow::updateActions);
    connect(&m_jobs, &JobController::ended, this, &MainWindow::updateActions);
    connect(&m_jobs, &JobController::ended, this, &MainWindow::progressMade);
    connect(&m_jobs, &JobController::progressed, this, &MainWindow::progressMade);
    connect(m_workbench, &Workbench::failed, this, fail);
    connect(m_workbench, &Workbench::noted, m_status, &StatusLine::showNote);
    connect(m_attention, &Attention::noted, m_status, &StatusLine::showNote);
    connect(m_labelDialogs, &LabelDialogs::noted, m_status, &StatusLine::showNote);
    connect(m_problems, &ProblemsDock::noted, m_status, &StatusLine::showNote);
    connect(m_problems, &ProblemsDock::failed, this, fail);
    connect(m_teamwork, &Teamwork::noted, m_status, &StatusLine::showNote);
    connect(m_teamwork, &Teamwork::failed, this, fail);
    connect(m_similar, &FindSimilar::noted, m_status, &StatusLine::showNote);
    connect(m_vectors, &FigureVectors::noted, m_status, &StatusLine::showNote);
    connect(m_vectors, &FigureVectors::failed, this, fail);
    connect(m_similar, &FindSimilar::selectionRequested, m_labelDialogs, &LabelDialogs::showFigures);
    connect(m_nameBar, &NameBar::answered, this, [this] {
        m_status->showNote(tr("Your labels go under “%1”").arg(m_session.annotator()));
        m_workbench->centre()->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_workbench, &Workbench::progressMade, this, &MainWindow::progressMade);
    connect(m_topBar->search(), &SearchBar::failed, this, fail);
    const auto failSearch = [this](const QString& message) {
        m_banner->showMessage({Banner::Kind::Failure, message, {}, {}, Banner::Topic::Search});
    };
    connect(&m_queries, &QueryController::searchFailed, this, failSearch);
    connect(m_similar, &FindSimilar::failed, this, failSearch);
    connect(m_workbench, &Workbench::countFailed, this, failSearch);
    connect(&m_queries, &QueryController::resultChanged, this, [this] {
        if (m_queries.result())
            m_banner->withdraw(Banner::Topic::Search);
    });
    connect(m_topBar->search(), &SearchBar::noted, m_status, &StatusLine::showNote);
    const auto showTarget = [this] {
        m_status->showTarget(m_workbench->labelFlow()->targetCount(), m_workbench->labelFlow()->isSelection());
    };
    connect(m_workbench->labelFlow(), &LabelFlow::targetChanged, this, showTarget);
}

void MainWindow::showCollection()
{
    const auto& workspace = m_session.workspace();
    m_pages->setCurrentWidget(workspace ? static_cast<QWidget*>(m_workbench) : m_start);
    m_start->refresh();
    m_banner->clear();
    updateActions();
    const QString program = tr("Biomedica Curator");
    setWindowTitle(workspace ? QStringLiteral("%1 — %2").arg(fromUtf8(workspace->name()), program) : program);
    QWidget* first = workspace ? m_workbench->centre()->currentWidget() : m_start;
    first->setFocus(Qt::OtherFocusReason);
}

/// What makes no sense without a collection, or while a job is running.
void MainWindow::updateActions()
{
    const bool isOpen = m_session.workspace() != nullptr;
    const bool isFree = !m_jobs.isRunning();
    for (const ActionId id :
         {ActionId::Export,          ActionId::CloseCollection, ActionId::Undo,           ActionId::Redo,
          ActionId::FocusSearch,     ActionId::ClearSearch,     ActionId::BuildSearch,    ActionId::SaveSearch,
          ActionId::Problems,        ActionId::History,         ActionId::FigureHistory,  ActionId::Classes,
          ActionId::CheckLabels,     ActionId::ViewReview,      ActionId::ViewStatistics, ActionId::WorkBlind,
          ActionId::ShareOut,        ActionId::MyAssignments,   ActionId::ExportVotes,    ActionId::MergeVotes,
          ActionId::SearchByPicture, ActionId::PastePicture,    ActionId::Duplicates,     ActionId::MakeVectors,
          ActionId::ImportVectors,   ActionId::ExportVectors})
        (*m_actions)[id]->setEnabled(isOpen);
    m_compared->setEnabled(isOpen);
    for (const ActionId id : {ActionId::AddShards, ActionId::IndexAgain, ActionId::FindShards})
        (*m_actions)[id]->setEnabled(isOpen && isFree);
    for (const ActionId id : {ActionId::OpenShards, ActionId::OpenFolder, ActionId::OpenCollection, ActionId::OpenDemo})
        (*m_actions)[id]->setEnabled(isFree);
}

void MainWindow::showIndexed(const workspace::IndexSummary& summary, const std::vector<catalog::Problem>& problems)
{
    m_session.noteContentChange();
    const auto count = [](std::int64_t number) { return static_cast<qulonglong>(number); };
    QStringList lines;
    for (const catalog::Problem& problem : problems)
        lines += fromUtf8(problem.shard + (problem.what.key ? ": " + *problem.what.key : std::string()) + ": "
                          + problem.what.problem);
    if (summary.readShards == 0 && summary.unreadableShards > 0) {
        m_banner->showMessage(Banner::Kind::Failure, lines.isEmpty() ? tr("No shard could be read.") : lines.first(),
                              lines.join(QLatin1Char('\n')));
        Q_EMIT openFailed(lines.isEmpty() ? tr("No shard could be read.") : lines.first());
        return;
    }
    if (!lines.isEmpty())
        m_banner->showMessage({Banner::Kind::Warning,
                               tr("%1 in the collection. Problems found: %L2; left out: %L3.")
                                   .arg(Wording::figures(count(summary.figures)))
                                   .arg(lines.size())
                                   .arg(summary.skipped),
                               {},
                               {{tr("Show problems"), [this] { m_problems->show(); }}},
                               Banner::Topic::Event});
    if (summary.added > 0 || summary.removed > 0)
        m_status->showNote(
            tr("Read %1 in %2 s").arg(Wording::figures(count(summary.added))).arg(summary.seconds, 0, 'f', 1));
}

void MainWindow::openPalette()
{
    m_vectors->compared()->fill(m_models);
    m_palette->setChoices(*m_models, ActionId::MakeVectors);
    m_palette->open();
}

void MainWindow::fillRecent()
{
    m_recent->clear();
    for (const QString& folder : m_session.recentCollections())
        connect(m_recent->addAction(QString(folder).replace(QLatin1Char('&'), QLatin1String("&&"))),
                &QAction::triggered, this, [this, folder] { m_opener->openPaths({folder}); });
    m_recent->setToolTipsVisible(true);
    if (m_recent->isEmpty())
        m_recent->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::askForAnnotator()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Annotator's name"));
    dialog->setLabelText(tr("The name on your decisions:"));
    dialog->setTextValue(m_session.annotator());
    connect(dialog, &QInputDialog::textValueSelected, &m_session, &Session::setAnnotator);
    dialog->open();
}

void MainWindow::openExport()
{
    const SharedResult& result = m_queries.result();
    const auto shown = result ? std::optional(result->size()) : std::nullopt;
    openDialog(new ExportDialog(m_session, m_jobs, m_queries.query(), shown, this));
}

void MainWindow::openDialog(QDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::start(const StartOptions& options)
{
    if (options.isDemo)
        m_opener->openDemo();
    else if (!options.paths.isEmpty())
        m_opener->openPaths(options.paths);
    else if (const QString last = m_state->lastCollection(); !last.isEmpty())
        m_opener->openPaths({last});
    if (options.picture.isEmpty() && options.actions.isEmpty() && options.position == 0)
        return;
    auto* screenshot = new Screenshot(*this, options.position, options.actions, options.picture);
    connect(screenshot, &Screenshot::finished, this, [screenshot, picture = options.picture](bool isWritten) {
        screenshot->deleteLater();
        if (!isWritten)
            qCritical("cannot write '%s'", qPrintable(picture));
        if (!picture.isEmpty())
            QApplication::exit(isWritten ? 0 : 1);
    });
}

bool MainWindow::isSettled() const
{
    if (m_opener->isBusy())
        return false;
    return !m_session.workspace()
           || (m_workbench->isSettled() && m_labelDialogs->isSettled() && m_similar->isSettled()
               && m_vectors->isSettled());
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const bool isOurs = event->source() != nullptr; // a figure on its way out of the window
    const bool mayTake = DropHint::arePictures(*event) || !m_jobs.isRunning();
    if (isOurs || !mayTake || !DropHint::accepts(*event))
        return;
    event->acceptProposedAction();
    m_drop->begin(*event, m_session.workspace() != nullptr);
}

void MainWindow::dragMoveEvent(QDragMoveEvent* event)
{
    m_drop->moveTo(event->position().toPoint());
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    m_drop->end();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    m_drop->drop(*event);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    m_status->watch(windowHandle()); // again after a hide: installing twice is installing once
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_attention->mayClose()) {
        event->ignore();
        return;
    }
    m_state->save();
    m_session.settings().setValue(geometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace biomedica::ui
