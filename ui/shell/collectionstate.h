// A collection opens as it was left: search, sort, view, cursor, place and panels. Kept in the person's settings, not
// in the collection, which several people may share.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/session/querycontroller.h"
#include "ui/shell/workbench.h"

#include <QObject>

namespace biomedica::ui {

class CollectionState : public QObject {
    Q_OBJECT
public:
    /// To be made after the window has connected what it shows.
    CollectionState(Session& session, QueryController& queries, Workbench& workbench, QObject* parent = nullptr);

    /// To be called before the window closes; when a collection is closed or another one opened it happens by itself.
    void save();

    /// The collection to open again at the next start; "" where it was closed by hand.
    QString lastCollection() const;

private:
    void restore();
    void restorePlace();
    QVariant value(const QString& name) const { return m_session.collectionValue(m_folder, name); }

    Session& m_session;
    QueryController& m_queries;
    Workbench& m_workbench;
    QString m_folder;          ///< of the open collection
    bool m_isPlaceDue = false; ///< once the restored search has its answer
};

} // namespace biomedica::ui
