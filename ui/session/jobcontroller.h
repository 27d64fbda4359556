// Long work that a person starts, watches, may hold and cancel: indexing, exporting, checking pictures, drawing the
// demo, making vectors, taking them in and handing them out, finding duplicates. One at a time.
//
// Thread contract: GUI thread; the work runs in the background, progress arrives at most every 100 ms.
#pragma once

#include "core/base/job.h"
#include "ui/session/session.h"

#include <QElapsedTimer>
#include <QObject>
#include <functional>
#include <memory>

namespace biomedica::workspace {
struct EmbedSummary;
struct VectorExchange;
} // namespace biomedica::workspace

namespace biomedica::ui {

struct DuplicateFindings;
struct TakenVectors;
struct VectorExport;
struct VectorImport;

enum class JobKind { Index, Export, Demo, Pictures, Vectors, VectorsIn, VectorsOut, Duplicates };

struct JobProgress {
    quint64 done = 0, total = 0; ///< bytes when indexing, else figures; total 0 = unknown
    QString what;
    double perSecond = 0;
    double secondsLeft = -1; ///< below 0 = unknown
};

struct ExportOutcome {
    exporting::ExportSummary summary;
    exporting::VerifyReport check; ///< the written export, read back and compared
};

class JobController : public QObject {
    Q_OBJECT
public:
    explicit JobController(Session& session, QObject* parent = nullptr);
    ~JobController() override;

    bool isRunning() const { return m_line.isBusy(); }
    JobKind kind() const { return m_kind; }
    bool isPaused() const { return isRunning() && m_gate->isPaused(); }

    /// Reads new and changed shards into the open collection; no paths: all known shards.
    void index(std::vector<std::filesystem::path> shards);
    void exportTo(const workspace::ExportRequest& request);
    using DemoMaker = std::function<Result<void>(const Job&)>;
    void makeDemo(DemoMaker maker);
    /// Decodes all pictures of the open collection.
    void checkPictures();
    /// Looks once more at what has problems: reads those shards again that have changed, decodes those pictures.
    void checkAgain(const std::vector<catalog::Problem>& problems);

    /// Of the figures that have none yet; what was made before a cancel or the end of the program stays.
    void makeVectors();
    /// All are taken in, or none is.
    void importVectors(const VectorImport& wanted);
    void exportVectors(const VectorExport& wanted);
    /// `nearLikeness`: the least cosine of near duplicates; nullopt: only figures with the same picture.
    void findDuplicates(std::optional<double> nearLikeness);

    /// Holds the work between two of its steps; nothing is lost.
    void setPaused(bool isPaused);
    /// What was done stays; ends in cancelled().
    void cancel();

Q_SIGNALS:
    void started();
    void pausedChanged(bool isPaused);
    void progressed(const JobProgress& progress);
    void indexed(const workspace::IndexSummary& summary, const std::vector<catalog::Problem>& problems);
    void exported(const ExportOutcome& outcome);
    void demoMade();
    void picturesChecked(const workspace::PictureReport& report);
    void vectorsMade(const workspace::EmbedSummary& summary, const std::vector<catalog::Problem>& problems);
    void vectorsTaken(const TakenVectors& taken);
    void vectorsWritten(const workspace::VectorExchange& written);
    void duplicatesFound(const DuplicateFindings& findings);
    void cancelled();
    void failed(const QString& message);
    /// After each of the above.
    void ended();

private:
    /// Brings reports from the working thread, thinned out.
    class Reporter;

    template <typename Value>
    void run(JobKind kind, std::function<Result<Value>(const Job&)> work, std::function<void(Value)> succeed);
    void show(const Progress& progress);

    Session& m_session;
    JobKind m_kind = JobKind::Index;
    QElapsedTimer m_clock;
    QElapsedTimer m_pause; ///< valid while paused
    qint64 m_pausedMs = 0;
    quint64 m_firstDone = 0;
    std::string m_lastWhat;
    std::stop_source m_stop;
    std::shared_ptr<PauseGate> m_gate;
    std::shared_ptr<Reporter> m_reporter;
    Background m_line;
};

} // namespace biomedica::ui
