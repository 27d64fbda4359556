#include "ui/shell/findsimilar.h"

#include "ui/common/markedtext.h"
#include "ui/common/widgets.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/figureviewer.h"
#include "ui/duplicates/duplicatesdialog.h"
#include "ui/shell/figurepages.h"
#include "ui/shell/workbench.h"
#include "ui/similar/similarsearch.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QStandardPaths>

namespace biomedica::ui {

namespace {

const QString folderKey = QStringLiteral("picture/searchFolder");
constexpr std::size_t groupAtMost = 50; // more make a query that nobody reads: they are selected among all

} // namespace

FindSimilar::FindSimilar(Session& session, QueryController& queries, JobController& jobs, Workbench& workbench,
                         const Actions& actions, QWidget* window)
    : QObject(window), m_session(session), m_queries(queries), m_jobs(jobs), m_workbench(workbench), m_window(window),
      m_search(new SimilarSearch(session, queries, this)), m_listing(session.pool(), this)
{
    connectActions(actions);
    keepDuplicates();
    connect(m_search, &SimilarSearch::noted, this, &FindSimilar::noted);
    connect(m_search, &SimilarSearch::failed, this, &FindSimilar::failed);
    // What was selected served as examples; the next label is for what they find.
    connect(m_search, &SimilarSearch::asked, workbench.selection(), &FigureSelection::selectNone);
    connect(m_search, &SimilarSearch::asked, this, [this] { m_isFirstWanted = true; });
    connect(workbench.figurePanel(), &FigurePanel::moreLikeRequested, this,
            [this](RowId row) { m_search->searchLike({row}, ExampleGesture::Only); });
    connect(workbench.pages()->viewer(), &FigureViewer::partChosen, this, [this](RowId row, const QRectF& part) {
        m_search->searchLikePart(row, {part.x(), part.y(), part.width(), part.height()});
    });
    connect(&queries, &QueryController::resultChanged, this, &FindSimilar::selectWanted, Qt::QueuedConnection);
    connect(&session, &Session::aboutToClose, this, [this] {
        m_listing.cancel();
        m_group.clear();
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
}

/// The search may take long: the window shows its list again while that is what the next search would find.
void FindSimilar::keepDuplicates()
{
    connect(&m_jobs, &JobController::duplicatesFound, this, [this](const DuplicateFindings& findings) {
        if (!m_session.workspace())
            return; // of a collection that was closed meanwhile
        m_found = findings;
        if (m_duplicates && m_duplicates->isHidden())
            Q_EMIT noted(tr("Looked for duplicates: the menu “Similarity” shows what was found"));
    });
    connect(&m_jobs, &JobController::vectorsMade, this, &FindSimilar::forgetDuplicates);
    connect(&m_jobs, &JobController::vectorsTaken, this, &FindSimilar::forgetDuplicates);
    connect(&m_jobs, &JobController::cancelled, this, [this] {
        if (m_jobs.kind() == JobKind::Vectors)
            forgetDuplicates(); // those that are made stay
    });
    connect(&m_session, &Session::aboutToClose, this, &FindSimilar::forgetDuplicates);
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

DuplicatesDialog* FindSimilar::openDuplicates()
{
    if (m_duplicates && m_duplicates->isLooking()) { // it was closed while it looks
        m_duplicates->open();
        return m_duplicates;
    }
    m_duplicates = new DuplicatesDialog(m_session, m_jobs, m_window);
    m_duplicates->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_duplicates, &DuplicatesDialog::figuresRequested, this, &FindSimilar::showGroup);
    const SharedResult& now = m_queries.result();
    if (m_found && now && now->snapshot->columns->generation == m_found->generation)
        m_duplicates->showAgain(*m_found);
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
    if (!m_queries.result())
        return;
    if (std::exchange(m_isFirstWanted, false) && exampleCount(m_queries.query()) > 0)
        m_workbench.selection()->setCursor(0);
    if (const Rows rows = std::exchange(m_group, {}); !rows.empty())
        Q_EMIT selectionRequested(rows);
}

bool FindSimilar::isSettled() const
{
    return !m_search->isBusy() && !m_listing.isBusy() && (!m_duplicates || m_duplicates->isSettled());
}

} // namespace biomedica::ui
