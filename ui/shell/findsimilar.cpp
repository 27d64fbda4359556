#include "ui/shell/findsimilar.h"

#include "core/workspace/similarity.h"
#include "ui/common/markedtext.h"
#include "ui/common/widgets.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/figureviewer.h"
#include "ui/detail/neighbourstrip.h"
#include "ui/duplicates/duplicatesdialog.h"
#include "ui/session/wording.h"
#include "ui/shell/banner.h"
#include "ui/shell/figurepages.h"
#include "ui/shell/workbench.h"
#include "ui/similar/similarsearch.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QStandardPaths>
#include <QThread>
#include <algorithm>

namespace biomedica::ui {

namespace {

const QString folderKey = QStringLiteral("picture/searchFolder");
/// Of a collection. Set while vectors are made: still there at the next opening where the program ended before.
const QString makingKey = QStringLiteral("isMakingVectors");
/// Of a collection: figures whose pictures cannot be decoded. Nobody is asked about them again.
const QString hopelessKey = QStringLiteral("withoutVectors");
constexpr std::size_t groupAtMost = 50;    // more make a query that nobody reads: they are selected among all
constexpr double secondsPerFigure = 0.012; // on one core: core/models's descriptor with reading and decoding

double secondsFor(std::size_t figures)
{
    return static_cast<double>(figures) * secondsPerFigure / std::max(1, QThread::idealThreadCount());
}

} // namespace

FindSimilar::FindSimilar(Session& session, QueryController& queries, JobController& jobs, Workbench& workbench,
                         Banner& banner, const Actions& actions, QWidget* window)
    : QObject(window), m_session(session), m_queries(queries), m_jobs(jobs), m_workbench(workbench), m_banner(banner),
      m_window(window), m_search(new SimilarSearch(session, queries, this)), m_counting(session.pool(), this),
      m_listing(session.pool(), this)
{
    connectActions(actions);
    connectJobs();
    connect(m_search, &SimilarSearch::noted, this, &FindSimilar::noted);
    connect(m_search, &SimilarSearch::failed, this, &FindSimilar::failed);
    // What was selected served as examples; the next label is for what they find.
    connect(m_search, &SimilarSearch::asked, workbench.selection(), &FigureSelection::selectNone);
    connect(m_search, &SimilarSearch::asked, this, [this] { m_isFirstWanted = true; });
    connect(workbench.figurePanel(), &FigurePanel::moreLikeRequested, this,
            [this](RowId row) { m_search->searchLike({row}, ExampleGesture::Only); });
    connect(workbench.figurePanel(), &FigurePanel::vectorsRequested, this, [this] { countMissing(Reason::Asked); });
    connect(workbench.pages()->viewer(), &FigureViewer::partChosen, this, [this](RowId row, const QRectF& part) {
        m_search->searchLikePart(row, {part.x(), part.y(), part.width(), part.height()});
    });
    const auto look = [this] { countMissing(Reason::Search); };
    connect(&queries, &QueryController::resultChanged, this, look);
    connect(&queries, &QueryController::searchFailed, this, look);
    connect(&workbench, &Workbench::countFailed, this, look);
    connect(&queries, &QueryController::resultChanged, this, &FindSimilar::selectWanted, Qt::QueuedConnection);
    connect(&session, &Session::aboutToClose, this, [this] {
        m_counting.cancel();
        m_listing.cancel();
        m_group.clear();
        m_isWanted = false;
    });
    connect(&session, &Session::collectionOpened, this, [this] {
        if (m_session.collectionValue(folder(), makingKey).toBool())
            countMissing(Reason::Opened);
    });
}

void FindSimilar::connectActions(const Actions& actions)
{
    const auto on = [&](ActionId id, auto function) { connect(actions[id], &QAction::triggered, this, function); };
    on(ActionId::MoreLikeThis, [this] { searchLikeThese(ExampleGesture::Only); });
    on(ActionId::AddExample, [this] { searchLikeThese(ExampleGesture::Add); });
    on(ActionId::LessLikeThis, [this] { searchLikeThese(ExampleGesture::Exclude); });
    on(ActionId::FindLikePart, [this] { choosePart(); });
    on(ActionId::SearchByPicture, [this] { choosePicture(); });
    on(ActionId::PastePicture, [this] { paste(QGuiApplication::clipboard()->mimeData()); });
    on(ActionId::Duplicates, [this] { openDuplicates(); });
    on(ActionId::MakeVectors, [this] { countMissing(Reason::Asked); });
}

void FindSimilar::connectJobs()
{
    connect(&m_jobs, &JobController::started, this, [this] {
        if (m_jobs.kind() != JobKind::Vectors)
            return;
        m_banner.withdraw(Banner::Topic::Vectors);
        m_making = folder();
        m_session.setCollectionValue(m_making, makingKey, true);
    });
    connect(&m_jobs, &JobController::vectorsMade, this, &FindSimilar::showMade);
    connect(&m_jobs, &JobController::cancelled, this, [this] {
        if (m_jobs.kind() == JobKind::Vectors)
            takeNewVectors(); // those that are made stay
    });
    connect(&m_jobs, &JobController::indexed, this, [this] { countMissing(Reason::Indexed); });
    connect(&m_jobs, &JobController::ended, this, [this] {
        if (!m_making.isEmpty())
            m_session.setCollectionValue(std::exchange(m_making, {}), makingKey, false);
        if (std::exchange(m_isWanted, false))
            m_jobs.makeVectors();
    });
}

QString FindSimilar::folder() const
{
    return m_session.workspace() ? toQString(m_session.workspace()->folder()) : QString();
}

/// The selection, or the figure that is looked at.
void FindSimilar::searchLikeThese(ExampleGesture gesture)
{
    const LabelFlow* flow = m_workbench.labelFlow();
    if (flow->targetCount() > static_cast<qint64>(examplesAtMost)) {
        Q_EMIT noted(
            tr("A search takes %1 examples at most, and %2 figures are selected: select fewer, or none to "
               "search with the figure at the cursor")
                .arg(QString::number(examplesAtMost), withThousands(static_cast<qulonglong>(flow->targetCount()))));
        return;
    }
    const auto target = flow->target();
    m_search->searchLike(target ? target->rows : Rows(), gesture);
}

void FindSimilar::choosePicture()
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto* dialog = new QFileDialog(m_window, tr("Search by a picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setDirectory(m_session.settings().value(folderKey, pictures).toString());
    dialog->setNameFilters({tr("Pictures (%1)").arg(pictureFilePatterns()), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        m_session.settings().setValue(folderKey, QFileInfo(files.first()).absolutePath());
        std::vector<PictureSource> chosen;
        for (const QString& file : files)
            chosen.push_back({QFileInfo(file).fileName(), {}, file, {}});
        searchLikePictures(chosen);
    });
    dialog->open();
}

void FindSimilar::searchLikePictures(const std::vector<PictureSource>& pictures)
{
    m_search->searchLikePictures(pictures);
}

void FindSimilar::paste(const QMimeData* data)
{
    if (data && holdsPictures(*data))
        searchLikePictures(picturesIn(*data));
    else if (data && data->hasUrls())
        Q_EMIT noted(tr("The file on the clipboard is no picture that can be read: JPEG, PNG, WebP, TIFF, GIF or BMP"));
    else
        Q_EMIT noted(tr("There is no picture on the clipboard: copy a picture or the file of one, and paste again"));
}

void FindSimilar::choosePart()
{
    m_workbench.pages()->openFigure();
    if (m_workbench.centre()->page() == Centre::Page::Figure)
        m_workbench.pages()->viewer()->choosePart();
    else
        Q_EMIT noted(tr("There is no figure here to choose a part of"));
}

void FindSimilar::countMissing(Reason reason)
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
    m_counting.start(
        [workspace = m_session.workspace()](std::stop_token) -> Result<Missing> {
            Missing missing;
            TRY(const auto snapshot, workspace->snapshot());
            missing.all = snapshot->columns->figureCount();
            TRY(missing.figures, workspace->similarity().missing());
            missing.hasVectors = missing.figures < missing.all;
            return missing;
        },
        [this, reason](Result<Missing> missing) {
            if (missing)
                takeMissing(*missing, reason);
            else if (reason == Reason::Asked)
                Q_EMIT failed(fromUtf8(missing.error().message()));
        });
}

void FindSimilar::takeMissing(const Missing& missing, Reason reason)
{
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
        if (isNews)
            offer(missing);
        else
            m_banner.withdraw(Banner::Topic::Vectors);
    }
}

void FindSimilar::offer(const Missing& missing)
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

void FindSimilar::makeVectors()
{
    m_isWanted = m_jobs.isRunning() && m_jobs.kind() != JobKind::Vectors;
    if (m_isWanted)
        Q_EMIT noted(tr("The vectors are made as soon as the running job is done"));
    else
        m_jobs.makeVectors();
}

void FindSimilar::showMade(const workspace::EmbedSummary& summary, const std::vector<catalog::Problem>& problems)
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
    takeNewVectors();
    Q_EMIT noted(tr("Made the vectors of %1 in %2 s")
                     .arg(Wording::figures(summary.embedded), QLocale().toString(summary.seconds, 'f', 1)));
}

/// What was asked for by likeness has another answer now.
void FindSimilar::takeNewVectors()
{
    m_workbench.figurePanel()->neighbours()->readAgain();
    if (exampleCount(m_queries.query()) > 0)
        m_queries.run();
}

DuplicatesDialog* FindSimilar::openDuplicates()
{
    m_duplicates = new DuplicatesDialog(m_session, m_jobs, m_window);
    m_duplicates->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_duplicates, &DuplicatesDialog::figuresRequested, this, &FindSimilar::showGroup);
    m_duplicates->open();
    return m_duplicates;
}

/// By their keys, so that they stand alone in the gallery and the way back works.
void FindSimilar::showGroup(const Rows& rows, bool areSelected)
{
    if (rows.size() > groupAtMost) {
        Q_EMIT selectionRequested(rows);
        return;
    }
    m_listing.start([workspace = m_session.workspace(), rows](std::stop_token) { return workspace->summaries(rows); },
                    [this, rows, areSelected](const Result<std::vector<workspace::FigureSummary>>& figures) {
                        if (!figures) {
                            Q_EMIT failed(fromUtf8(figures.error().message()));
                            return;
                        }
                        query::FieldFilter keys;
                        for (const workspace::FigureSummary& figure : *figures)
                            keys.included.push_back(figure.key);
                        m_group = areSelected ? rows : Rows();
                        m_workbench.centre()->showPage(Centre::Page::Gallery);
                        const query::Query group = query::withFilter({}, query::Field::Key, keys);
                        if (group == m_queries.query())
                            selectWanted();
                        m_queries.setQuery(group);
                    });
}

void FindSimilar::selectWanted()
{
    if (std::exchange(m_isFirstWanted, false) && exampleCount(m_queries.query()) > 0)
        m_workbench.selection()->setCursor(0);
    if (const Rows rows = std::exchange(m_group, {}); !rows.empty())
        Q_EMIT selectionRequested(rows);
}

bool FindSimilar::isSettled() const
{
    return !m_search->isBusy() && !m_counting.isBusy() && !m_listing.isBusy()
           && (!m_duplicates || m_duplicates->isSettled());
}

} // namespace biomedica::ui
