#include "ui/session/jobcontroller.h"

#include "ui/common/markedtext.h"
#include "ui/session/duplicatefindings.h"
#include "ui/session/vectorfiles.h"

#include <chrono>
#include <mutex>
#include <unordered_set>

namespace biomedica::ui {

namespace {

/// By their accessions: what has a licence or a journal and no accession may be of any article.
GroupArticles articlesOf(const Rows& rows, const query::Snapshot& snapshot)
{
    GroupArticles articles;
    std::unordered_set<std::string> accessions;
    for (const RowId row : rows) {
        std::vector<std::string> accession = snapshot.textsOf(query::Field::Pmcid, row);
        if (accession.empty())
            ++articles.without;
        else
            accessions.insert(std::move(accession.front()));
    }
    articles.known = accessions.size();
    return articles;
}

} // namespace

class JobController::Reporter {
public:
    explicit Reporter(JobController* owner) : m_owner(owner) {}

    /// On the working thread.
    void tell(const Progress& progress)
    {
        using namespace std::chrono_literals;
        const auto now = std::chrono::steady_clock::now();
        if (now - m_last < 100ms)
            return;
        m_last = now;
        const std::lock_guard lock(m_mutex);
        if (m_owner)
            QMetaObject::invokeMethod(
                m_owner, [owner = m_owner, progress] { owner->show(progress); }, Qt::QueuedConnection);
    }

    /// On the GUI thread, before the owner goes.
    void detach()
    {
        const std::lock_guard lock(m_mutex);
        m_owner = nullptr;
    }

private:
    std::mutex m_mutex;
    JobController* m_owner;
    std::chrono::steady_clock::time_point m_last;
};

JobController::JobController(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_gate(std::make_shared<PauseGate>()),
      m_reporter(std::make_shared<Reporter>(this)), m_line(session.pool(), this, Background::Policy::InOrder)
{
}

JobController::~JobController()
{
    m_stop.request_stop();
    m_reporter->detach();
}

template <typename Value>
void JobController::run(JobKind kind, std::function<Result<Value>(const Job&)> work, std::function<void(Value)> succeed)
{
    if (isRunning())
        return;
    m_kind = kind;
    m_stop = std::stop_source();
    m_gate = std::make_shared<PauseGate>();
    m_pause.invalidate();
    m_pausedMs = 0;
    m_clock.start();
    m_firstDone = 0;
    m_lastWhat.clear();
    m_line.start(
        [work = std::move(work), stop = m_stop.get_token(), reporter = m_reporter, gate = m_gate](std::stop_token) {
            return work(Job{stop, [reporter](const Progress& progress) { reporter->tell(progress); }, gate});
        },
        [this, succeed = std::move(succeed)](Result<Value> result) {
            if (result)
                succeed(std::move(*result));
            else if (result.error().kind() == ErrorKind::Cancelled)
                Q_EMIT cancelled();
            else
                Q_EMIT failed(fromUtf8(result.error().message()));
            Q_EMIT ended();
        });
    Q_EMIT started();
}

void JobController::index(std::vector<std::filesystem::path> shards)
{
    if (!m_session.workspace())
        return;
    struct Indexed {
        workspace::IndexSummary summary;
        std::vector<catalog::Problem> problems;
    };
    run<Indexed>(
        JobKind::Index,
        [workspace = m_session.workspace(), shards = std::move(shards)](const Job& job) -> Result<Indexed> {
            Indexed indexed;
            const auto note = [&](const catalog::Problem& problem) { indexed.problems.push_back(problem); };
            TRY(indexed.summary, workspace->index(shards, {}, job, note, workspace::Merging::Left));
            TRY_VOID(workspace->snapshot());
            return indexed;
        },
        [this](Indexed done) { Q_EMIT indexed(done.summary, done.problems); });
}

void JobController::exportTo(const workspace::ExportRequest& request)
{
    if (!m_session.workspace())
        return;
    run<ExportOutcome>(
        JobKind::Export,
        [workspace = m_session.workspace(), request](const Job& job) -> Result<ExportOutcome> {
            ExportOutcome outcome;
            TRY(outcome.summary, workspace->exportTo(request, job));
            TRY(outcome.check, exporting::verifyExport(request.folder, Job{job.stop, {}, job.gate}));
            return outcome;
        },
        [this](ExportOutcome outcome) { Q_EMIT exported(outcome); });
}

void JobController::makeDemo(DemoMaker maker)
{
    struct Made {};
    run<Made>(
        JobKind::Demo,
        [maker = std::move(maker)](const Job& job) -> Result<Made> {
            TRY_VOID(maker(job));
            return Made{};
        },
        [this](Made) { Q_EMIT demoMade(); });
}

void JobController::checkPictures()
{
    if (!m_session.workspace())
        return;
    run<workspace::PictureReport>(
        JobKind::Pictures,
        [workspace = m_session.workspace()](const Job& job) { return workspace->checkPictures(std::nullopt, job); },
        [this](workspace::PictureReport report) { Q_EMIT picturesChecked(report); });
}

void JobController::checkAgain(const std::vector<catalog::Problem>& problems)
{
    if (!m_session.workspace())
        return;
    run<workspace::PictureReport>(
        JobKind::Pictures,
        [workspace = m_session.workspace(), problems](const Job& job) { return workspace->recheck(problems, job); },
        [this](workspace::PictureReport report) {
            m_session.noteContentChange();
            Q_EMIT picturesChecked(report);
        });
}

void JobController::makeVectors()
{
    if (!m_session.workspace())
        return;
    struct Made {
        workspace::EmbedSummary summary;
        std::vector<catalog::Problem> problems;
    };
    run<Made>(
        JobKind::Vectors,
        [workspace = m_session.workspace()](const Job& job) -> Result<Made> {
            constexpr unsigned asManyAsMakeSense = 0;
            Made made;
            const auto note = [&](const catalog::Problem& problem) { made.problems.push_back(problem); };
            TRY(made.summary, workspace->similarity().embed(asManyAsMakeSense, job, note));
            return made;
        },
        [this](Made made) { Q_EMIT vectorsMade(made.summary, made.problems); });
}

void JobController::importVectors(const VectorImport& wanted)
{
    if (!m_session.workspace())
        return;
    run<TakenVectors>(
        JobKind::VectorsIn,
        [workspace = m_session.workspace(), wanted](const Job& job) -> Result<TakenVectors> {
            workspace::Similarity& similarity = workspace->similarity();
            TakenVectors taken;
            const auto note = [&](const catalog::Problem& problem) { taken.problems.push_back(problem); };
            TRY(taken.exchange, wanted.npy.empty()
                                    ? similarity.importMembers(wanted.extension, wanted.model, job, note)
                                    : similarity.importVectors(wanted.npy, wanted.keys, wanted.model, job));
            return taken;
        },
        [this](TakenVectors taken) { Q_EMIT vectorsTaken(taken); });
}

void JobController::exportVectors(const VectorExport& wanted)
{
    if (!m_session.workspace())
        return;
    run<workspace::VectorExchange>(
        JobKind::VectorsOut,
        [workspace = m_session.workspace(), wanted](const Job& job) {
            return workspace->similarity().exportVectors(wanted.npy, wanted.keys, wanted.model, job);
        },
        [this](workspace::VectorExchange written) { Q_EMIT vectorsWritten(written); });
}

void JobController::findDuplicates(std::optional<double> nearLikeness)
{
    if (!m_session.workspace())
        return;
    run<DuplicateFindings>(
        JobKind::Duplicates,
        [workspace = m_session.workspace(), nearLikeness](const Job& job) -> Result<DuplicateFindings> {
            DuplicateFindings findings;
            findings.nearLikeness = nearLikeness;
            TRY(const auto snapshot, workspace->snapshot());
            findings.generation = snapshot->columns->generation;
            if (nearLikeness) {
                TRY(findings.withoutVectors, workspace->similarity().missing());
            }
            const bool hasVectors = findings.withoutVectors < snapshot->columns->figureCount();
            const auto counted = [](const catalog::Problem&) {}; // the window says how many
            TRY(workspace::Duplicates found,
                workspace->similarity().duplicates(hasVectors ? nearLikeness : std::nullopt, job, counted));
            findings.groups = std::move(found.groups);
            findings.unread = found.unread;
            for (const workspace::DuplicateGroup& group : findings.groups)
                findings.articles.push_back(articlesOf(group.rows, *snapshot));
            return findings;
        },
        [this](DuplicateFindings findings) { Q_EMIT duplicatesFound(findings); });
}

void JobController::setPaused(bool isPaused)
{
    if (!isRunning() || isPaused == this->isPaused())
        return;
    m_gate->setPaused(isPaused);
    if (isPaused) {
        m_pause.start();
    } else {
        m_pausedMs += m_pause.elapsed();
        m_pause.invalidate();
    }
    Q_EMIT pausedChanged(isPaused);
}

void JobController::cancel()
{
    m_stop.request_stop();
}

void JobController::show(const Progress& progress)
{
    if (!isRunning())
        return;
    JobProgress shown{progress.done, progress.total, fromUtf8(progress.what), 0, -1};
    const double seconds = static_cast<double>(m_clock.elapsed() - m_pausedMs) / 1000.0;
    if (seconds > 0.5 && progress.done > m_firstDone) {
        shown.perSecond = static_cast<double>(progress.done - m_firstDone) / seconds;
        if (progress.total >= progress.done)
            shown.secondsLeft = static_cast<double>(progress.total - progress.done) / shown.perSecond;
    } else if (m_firstDone == 0) {
        m_firstDone = progress.done; // what was there already says nothing about the speed
    }
    // A new shard means that the one before is in the catalog: its figures can be shown.
    if (m_kind == JobKind::Index && !m_lastWhat.empty() && m_lastWhat != progress.what)
        m_session.noteContentChange();
    m_lastWhat = progress.what;
    Q_EMIT progressed(shown);
}

} // namespace biomedica::ui
