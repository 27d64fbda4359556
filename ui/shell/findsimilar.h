// Similarity in the window: the actions that search with figures, pictures or a part of one, what is said where figures
// have no vectors yet, and the job that makes them.
//
// Thread contract: GUI thread; what is missing is counted in the background.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/exampleedit.h"
#include "ui/session/jobcontroller.h"
#include "ui/session/querycontroller.h"
#include "ui/similar/picturesource.h"

#include <QObject>
#include <QPointer>

class QMimeData;

namespace biomedica::ui {

class Banner;
class DuplicatesDialog;
class SimilarSearch;
class Workbench;

class FindSimilar : public QObject {
    Q_OBJECT
public:
    FindSimilar(Session& session, QueryController& queries, JobController& jobs, Workbench& workbench, Banner& banner,
                const Actions& actions, QWidget* window);

    SimilarSearch* search() const { return m_search; }
    void searchLikePictures(const std::vector<PictureSource>& pictures);
    /// What is on the clipboard.
    void paste(const QMimeData* data);
    DuplicatesDialog* openDuplicates();
    /// After the job that is running, where there is one.
    void makeVectors();
    bool isSettled() const;

Q_SIGNALS:
    void noted(const QString& message);
    void failed(const QString& message);
    void selectionRequested(const biomedica::ui::Rows& rows);

private:
    void connectActions(const Actions& actions);
    void connectJobs();
    void searchLikeThese(ExampleGesture gesture);
    void choosePicture();
    void choosePart();
    enum class Reason {
        Search,  ///< a search with examples was answered, or was not
        Indexed, ///< figures have come
        Asked,   ///< the person wants vectors
        Opened,  ///< the program ended while it made some
    };
    void countMissing(Reason reason);
    struct Missing {
        std::size_t figures = 0, all = 0;
        bool hasVectors = false;
    };
    void takeMissing(const Missing& missing, Reason reason);
    void offer(const Missing& missing);
    void showMade(const workspace::EmbedSummary& summary, const std::vector<catalog::Problem>& problems);
    void takeNewVectors();
    void showGroup(const Rows& rows, bool areSelected);
    void selectWanted();
    QString folder() const;

    Session& m_session;
    QueryController& m_queries;
    JobController& m_jobs;
    Workbench& m_workbench;
    Banner& m_banner;
    QWidget* m_window;
    SimilarSearch* m_search;
    Background m_counting, m_listing;
    QPointer<DuplicatesDialog> m_duplicates;
    bool m_isFirstWanted = false;     ///< the cursor goes to the nearest figure when the result arrives
    Rows m_group;                     ///< to be selected when the result arrives
    Reason m_reason = Reason::Search; ///< of the last count
    QString m_making;                 ///< folder of the collection whose vectors are being made
    bool m_isWanted = false;          ///< vectors, after the running job
};

} // namespace biomedica::ui
