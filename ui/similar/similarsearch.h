// Searches that begin with figures or pictures instead of words: they become examples of the query, so that chips, the
// way back, exports and the command line mean the same by it.
//
// Thread contract: GUI thread; names are looked up, pictures read and remembered in the background.
#pragma once

#include "ui/session/exampleedit.h"
#include "ui/session/querycontroller.h"
#include "ui/similar/picturesource.h"
#include "ui/similar/readingnote.h"

#include <QHash>
#include <QObject>

namespace biomedica::workspace {
struct PartOfPicture;
} // namespace biomedica::workspace

namespace biomedica::ui {

class SimilarSearch : public QObject {
    Q_OBJECT
public:
    SimilarSearch(Session& session, QueryController& queries, QObject* parent = nullptr);
    ~SimilarSearch() override;

    /// One figure or several, as examples of the query that stands then.
    void searchLike(const Rows& rows, ExampleGesture gesture);
    /// Instead of the examples that are there.
    void searchLikePictures(std::vector<PictureSource> pictures);
    void searchLikePart(RowId row, const workspace::PartOfPicture& part);
    bool isBusy() const { return m_naming.isBusy() || m_remembering.isBusy(); }

Q_SIGNALS:
    void noted(const QString& message);
    void failed(const QString& message);
    /// The query has its examples.
    void asked();

private:
    /// What stands behind like:, and what it is called where that is not its key.
    struct Example {
        std::string name;
        QString title;
    };
    using Names = Result<std::vector<Example>>;
    static Names namesOf(workspace::Workspace& workspace, const Rows& rows);
    static Names remember(workspace::Workspace& workspace, const std::vector<PictureSource>& pictures);
    static Names rememberPart(workspace::Workspace& workspace, RowId row, const workspace::PartOfPicture& part);
    void ask(const std::vector<Example>& examples, ExampleGesture gesture);

    Session& m_session;
    QueryController& m_queries;
    QHash<QString, QString> m_titles; ///< of remembered pictures, by name
    ReadingNote m_reading;
    Background m_naming;
    Background m_remembering; ///< reads shards and files, which may hang
};

} // namespace biomedica::ui
