// Similarity in the window: the actions that search with figures, pictures or a part of one, and for duplicates.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/duplicatefindings.h"
#include "ui/session/exampleedit.h"
#include "ui/session/jobcontroller.h"
#include "ui/session/querycontroller.h"
#include "ui/similar/picturesource.h"

#include <QObject>
#include <QPointer>

class QMimeData;

namespace biomedica::ui {

class DuplicatesDialog;
class SimilarSearch;
class Workbench;

class FindSimilar : public QObject {
    Q_OBJECT
public:
    FindSimilar(Session& session, QueryController& queries, JobController& jobs, Workbench& workbench,
                const Actions& actions, QWidget* window);

    SimilarSearch* search() const { return m_search; }
    void searchLikePictures(const std::vector<PictureSource>& pictures);
    /// What is on the clipboard.
    void paste(const QMimeData* data);
    DuplicatesDialog* openDuplicates();
    /// The vectors that were compared are others now.
    void forgetDuplicates() { m_found.reset(); }
    bool isSettled() const;

Q_SIGNALS:
    void noted(const QString& message);
    void failed(const QString& message);
    void selectionRequested(const biomedica::ui::Rows& rows);

private:
    void connectActions(const Actions& actions);
    void keepDuplicates();
    void searchLikeThese(ExampleGesture gesture);
    void choosePicture();
    void choosePart();
    void showGroup(const Rows& rows, bool areSelected);
    void selectWanted();

    Session& m_session;
    QueryController& m_queries;
    JobController& m_jobs;
    Workbench& m_workbench;
    QWidget* m_window;
    SimilarSearch* m_search;
    Background m_listing;
    QPointer<DuplicatesDialog> m_duplicates;
    std::optional<DuplicateFindings> m_found; ///< by the last search for duplicates, while the vectors are the same
    bool m_isFirstWanted = false;             ///< the cursor goes to the nearest figure when the result arrives
    Rows m_group;                             ///< to be selected when the result arrives
};

} // namespace biomedica::ui
