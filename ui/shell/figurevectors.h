// The vectors by which figures are compared: what is said where they are missing, the jobs that make them, take them in
// and hand them out, and whose are compared.
//
// Thread contract: GUI thread; what is missing is counted in the background.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/jobcontroller.h"
#include "ui/session/querycontroller.h"
#include "ui/similar/comparedmodel.h"

#include <QObject>
#include <QPointer>

namespace biomedica::ui {

class Banner;
class VectorExportDialog;
class VectorImportDialog;
class Workbench;

class FigureVectors : public QObject {
    Q_OBJECT
public:
    FigureVectors(Session& session, QueryController& queries, JobController& jobs, Workbench& workbench, Banner& banner,
                  const Actions& actions, QWidget* window);

    ComparedModel* compared() const { return m_compared; }
    VectorImportDialog* openImport();
    VectorExportDialog* openExport();
    bool isSettled() const;

Q_SIGNALS:
    void noted(const QString& message);
    void failed(const QString& message);

private:
    void connectActions(const Actions& actions);
    void connectJobs();
    enum class Reason {
        Search,  ///< a search with examples was answered, or was not
        Indexed, ///< figures have come
        Asked,   ///< the person wants vectors to be made
        Opened,  ///< the program ended while it made some
    };
    void countMissing(Reason reason);
    struct Missing {
        std::size_t figures = 0, all = 0;
        bool hasVectors = false;
        std::string model; ///< of which they are missing
    };
    static Result<Missing> count(workspace::Workspace& workspace, Reason reason);
    void takeMissing(const Missing& missing, Reason reason);
    void offer(const Missing& missing);
    void offerForImported(const Missing& missing);
    void offerForPictures(const std::string& model);
    /// After the job that is running, where there is one.
    void makeVectors();
    void showMade(const workspace::EmbedSummary& summary, const std::vector<catalog::Problem>& problems);
    void takeNewVectors();
    QString folder() const;

    Session& m_session;
    QueryController& m_queries;
    JobController& m_jobs;
    Workbench& m_workbench;
    Banner& m_banner;
    QWidget* m_window;
    ComparedModel* m_compared;
    Background m_counting;
    QPointer<VectorImportDialog> m_import;
    QPointer<VectorExportDialog> m_export;
    Reason m_reason = Reason::Search; ///< of the last count
    QString m_making;                 ///< folder of the collection whose vectors are being made
    bool m_isWanted = false;          ///< vectors, after the running job
    /// Of an imported model, which only the person can get: they are told once.
    std::pair<std::string, std::size_t> m_told;
};

} // namespace biomedica::ui
