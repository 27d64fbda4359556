#include "ui/shell/figurevectors.h"

#include "core/workspace/similarity.h"
#include "ui/common/markedtext.h"
#include "ui/common/widgets.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/neighbourstrip.h"
#include "ui/session/exampleedit.h"
#include "ui/session/vectorfiles.h"
#include "ui/session/wording.h"
#include "ui/shell/banner.h"
#include "ui/shell/workbench.h"
#include "ui/similar/vectorexportdialog.h"
#include "ui/similar/vectorimportdialog.h"

#include <QThread>
#include <algorithm>

namespace biomedica::ui {

namespace {

/// Of a collection. Set while vectors are made: still there at the next opening where the program ended before.
const QString makingKey = QStringLiteral("isMakingVectors");
/// Of a collection: figures whose pictures cannot be decoded. Nobody is asked about them again.
const QString hopelessKey = QStringLiteral("withoutVectors");
constexpr double secondsPerFigure = 0.012; // on one core: core/models's descriptor with reading and decoding

double secondsFor(std::size_t figures)
{
    return static_cast<double>(figures) * secondsPerFigure / std::max(1, QThread::idealThreadCount());
}

} // namespace

FigureVectors::FigureVectors(Session& session, QueryController& queries, JobController& jobs, Workbench& workbench,
                             Banner& banner, const Actions& actions, QWidget* window)
    : QObject(window), m_session(session), m_queries(queries), m_jobs(jobs), m_workbench(workbench), m_banner(banner),
      m_window(window), m_compared(new ComparedModel(session, this)), m_counting(session.pool(), this)
{
    connectActions(actions);
    connectJobs();
    const auto look = [this] { countMissing(Reason::Search); };
    connect(&queries, &QueryController::resultChanged, this, look);
    connect(&queries, &QueryController::searchFailed, this, look);
    connect(&workbench, &Workbench::countFailed, this, look);
    connect(m_compared, &ComparedModel::failed, this, &FigureVectors::failed);
    connect(m_compared, &ComparedModel::chosen, this, [this] {
        takeNewVectors();
        Q_EMIT noted(tr("Figures are compared by: %1").arg(ComparedModel::titleOf(m_compared->name())));
    });
    connect(&session, &Session::aboutToClose, this, [this] {
        m_counting.cancel();
        m_isWanted = false;
        m_told = {};
    });
    connect(&session, &Session::collectionOpened, this, [this] {
        if (m_session.collectionValue(folder(), makingKey).toBool())
            countMissing(Reason::Opened);
    });
}

void FigureVectors::connectActions(const Actions& actions)
{
    connect(actions[ActionId::MakeVectors], &QAction::triggered, this, [this] { countMissing(Reason::Asked); });
    connect(actions[ActionId::ImportVectors], &QAction::triggered, this, &FigureVectors::openImport);
    connect(actions[ActionId::ExportVectors], &QAction::triggered, this, &FigureVectors::openExport);
    connect(m_workbench.figurePanel(), &FigurePanel::vectorsRequested, this, [this] { countMissing(Reason::Asked); });
    connect(m_workbench.figurePanel(), &FigurePanel::builtinRequested, m_compared, &ComparedModel::chooseBuiltin);
}

void FigureVectors::connectJobs()
{
    connect(&m_jobs, &JobController::started, this, [this] {
        if (m_jobs.kind() != JobKind::Vectors)
            return;
        m_banner.withdraw(Banner::Topic::Vectors);
        m_making = folder();
        m_session.setCollectionValue(m_making, makingKey, true);
    });
    connect(&m_jobs, &JobController::vectorsMade, this, &FigureVectors::showMade);
    connect(&m_jobs, &JobController::cancelled, this, [this] {
        if (m_jobs.kind() == JobKind::Vectors)
            takeNewVectors(); // those that are made stay
    });
    connect(&m_jobs, &JobController::vectorsTaken, this, [this](const TakenVectors& taken) {
        m_told = {};
        m_compared->readAgain();
        if (taken.exchange.model == m_compared->name())
            takeNewVectors();
    });
    connect(&m_jobs, &JobController::indexed, this, [this] { countMissing(Reason::Indexed); });
    connect(&m_jobs, &JobController::ended, this, [this] {
        if (!m_making.isEmpty())
            m_session.setCollectionValue(std::exchange(m_making, {}), makingKey, false);
        if (std::exchange(m_isWanted, false))
            m_jobs.makeVectors();
    });
}

QString FigureVectors::folder() const
{
    return m_session.workspace() ? toQString(m_session.workspace()->folder()) : QString();
}

VectorImportDialog* FigureVectors::openImport()
{
    m_import = new VectorImportDialog(m_session, m_jobs, m_window);
    m_import->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_import, &VectorImportDialog::comparisonWanted, m_compared, &ComparedModel::choose);
    m_import->open();
    return m_import;
}

VectorExportDialog* FigureVectors::openExport()
{
    m_export = new VectorExportDialog(m_session, m_jobs, *m_compared, m_window);
    m_export->setAttribute(Qt::WA_DeleteOnClose);
    m_export->open();
    return m_export;
}

void FigureVectors::countMissing(Reason reason)
{
    if (!m_session.workspace())
        return;
    if (reason == Reason::Search && exampleCount(m_queries.query()) == 0) {
        if (m_reason != Reason::Search)
            return;
        m_counting.cancel();
        m_banner.withdraw(Banner::Topic::Vectors);
        return;
    }
    m_reason = reason;
    m_counting.start([workspace = m_session.workspace(), reason](std::stop_token) { return count(*workspace, reason); },
                     [this, reason](Result<Missing> missing) {
                         if (missing)
                             takeMissing(*missing, reason);
                         else if (reason == Reason::Asked)
                             Q_EMIT failed(fromUtf8(missing.error().message()));
                     });
}

/// Of the model that is compared; where vectors are to be made, of the one that can make them.
Result<FigureVectors::Missing> FigureVectors::count(workspace::Workspace& workspace, Reason reason)
{
    const bool areToBeMade = reason == Reason::Asked || reason == Reason::Opened;
    Missing missing;
    missing.model = areToBeMade ? std::string(workspace::Similarity::builtinModel) : workspace.similarity().model();
    TRY(const auto snapshot, workspace.snapshot());
    missing.all = snapshot->columns->figureCount();
    TRY(missing.figures, workspace.similarity().missing(missing.model));
    missing.hasVectors = missing.figures < missing.all;
    return missing;
}

void FigureVectors::takeMissing(const Missing& missing, Reason reason)
{
    const bool isBuiltin = missing.model == workspace::Similarity::builtinModel;
    const bool isNews = missing.figures > m_session.collectionValue(folder(), hopelessKey).toULongLong();
    switch (reason) {
    case Reason::Asked:
        if (missing.figures > 0)
            makeVectors();
        else
            Q_EMIT noted(tr("Every figure has its vector already"));
        return;
    case Reason::Opened:
        if (missing.figures > 0)
            makeVectors();
        return;
    case Reason::Indexed:
        if (!missing.hasVectors)
            return; // nobody has searched by likeness here yet
        [[fallthrough]];
    case Reason::Search:
        if (!isBuiltin && reason == Reason::Search && withoutPictures(m_queries.query()) != m_queries.query())
            offerForPictures(missing.model);
        else if (!isBuiltin)
            offerForImported(missing);
        else if (isNews)
            offer(missing);
        else
            m_banner.withdraw(Banner::Topic::Vectors);
    }
}

void FigureVectors::offer(const Missing& missing)
{
    const bool isUnderWay = m_jobs.isRunning() && m_jobs.kind() == JobKind::Vectors;
    const QString what = missing.hasVectors
                             ? tr("%1 of %2 have no vector yet and cannot be found by their likeness.")
                                   .arg(withThousands(missing.figures), Wording::figures(missing.all))
                             : tr("Searching by likeness takes a vector of each figure, and none of %1 has one yet.")
                                   .arg(Wording::figures(missing.all));
    const QString then = isUnderWay ? tr("They are being made; the search runs again by itself when they are ready.")
                                    : tr("Making them takes %1 here, once. Meanwhile everything else goes on; it can "
                                         "be paused, and taken up again later.")
                                          .arg(Wording::duration(secondsFor(missing.figures)));
    Banner::Message message{missing.hasVectors ? Banner::Kind::Warning : Banner::Kind::Note,
                            tr("%1 %2", "two sentences").arg(what, then),
                            {},
                            {},
                            missing.hasVectors ? Banner::Topic::Vectors : Banner::Topic::Search};
    if (!isUnderWay)
        message.offers = {{tr("Make vectors"), [this] { makeVectors(); }}};
    m_banner.showMessage(message);
}

/// Its vectors come from elsewhere: nothing here can make them.
void FigureVectors::offerForImported(const Missing& missing)
{
    const std::pair<std::string, std::size_t> now(missing.model, missing.figures);
    if (missing.figures == 0)
        m_banner.withdraw(Banner::Topic::Vectors);
    if (missing.figures == 0 || (missing.hasVectors && now == m_told))
        return;
    m_told = now;
    const QString model = ComparedModel::titleOf(missing.model);
    const QString text = missing.hasVectors
                             ? tr("%1 of %2 have no vector of “%3”, by which figures are compared, and cannot be found "
                                  "by their likeness.")
                                   .arg(withThousands(missing.figures), Wording::figures(missing.all), model)
                             : tr("Figures are compared by “%1”, and none of %2 has a vector of it.")
                                   .arg(model, Wording::figures(missing.all));
    m_banner.showMessage({Banner::Kind::Warning,
                          text,
                          {},
                          {{tr("Import vectors…"), [this] { openImport(); }},
                           {tr("Compare by the built-in descriptor"), [this] { m_compared->chooseBuiltin(); }}},
                          missing.hasVectors ? Banner::Topic::Vectors : Banner::Topic::Search});
}

void FigureVectors::offerForPictures(const std::string& model)
{
    m_banner.showMessage(
        {Banner::Kind::Failure,
         tr("Figures are compared by “%1”, whose vectors were made elsewhere: a picture from outside or "
            "a part of a figure has none. The built-in descriptor can describe it.")
             .arg(ComparedModel::titleOf(model)),
         {},
         {{tr("Compare by the built-in descriptor"), [this] { m_compared->chooseBuiltin(); }}},
         Banner::Topic::Search});
}

void FigureVectors::makeVectors()
{
    m_isWanted = m_jobs.isRunning() && m_jobs.kind() != JobKind::Vectors;
    if (m_isWanted)
        Q_EMIT noted(tr("The vectors are made as soon as the running job is done"));
    else
        m_jobs.makeVectors();
}

void FigureVectors::showMade(const workspace::EmbedSummary& summary, const std::vector<catalog::Problem>& problems)
{
    m_session.setCollectionValue(folder(), hopelessKey, QVariant::fromValue<qulonglong>(summary.skipped));
    if (!problems.empty()) {
        QStringList lines;
        for (const catalog::Problem& problem : problems)
            lines += fromUtf8(problem.shard + (problem.what.key ? ": " + *problem.what.key : std::string()) + ": "
                              + problem.what.problem);
        m_banner.showMessage({Banner::Kind::Warning,
                              tr("%1 got no vector, because their pictures cannot be read; searches by likeness do not "
                                 "find them.")
                                  .arg(Wording::figures(summary.skipped)),
                              lines.join(QLatin1Char('\n')),
                              {},
                              Banner::Topic::Event});
    }
    m_compared->readAgain();
    takeNewVectors();
    Q_EMIT noted(tr("Made the vectors of %1 in %2 s")
                     .arg(Wording::figures(summary.embedded), QLocale().toString(summary.seconds, 'f', 1)));
}

/// What was asked for by likeness has another answer now.
void FigureVectors::takeNewVectors()
{
    m_workbench.figurePanel()->neighbours()->readAgain();
    if (exampleCount(m_queries.query()) > 0)
        m_queries.run();
}

bool FigureVectors::isSettled() const
{
    return !m_counting.isBusy() && !m_compared->isBusy() && (!m_import || m_import->isSettled())
           && (!m_export || m_export->isSettled());
}

} // namespace biomedica::ui
