// The searches of the open collection that have a name.
//
// Thread contract: GUI thread; the file is read and written in the background, in order.
#pragma once

#include "ui/session/session.h"

#include <QObject>
#include <vector>

namespace biomedica::ui {

class SavedSearches : public QObject {
    Q_OBJECT
public:
    explicit SavedSearches(Session& session, QObject* parent = nullptr);
    ~SavedSearches() override;

    const std::vector<workspace::SavedSearch>& all() const { return m_searches; }
    bool hasName(const QString& name) const;

    /// Takes the place of the one of that name.
    void save(const QString& name, const query::Query& query);
    void rename(const QString& name, const QString& newName);
    void remove(const QString& name);

Q_SIGNALS:
    void changed();
    void saved(const QString& name);
    void failed(const QString& message);

private:
    template <typename Work>
    void start(Work work, const QString& savedName = {});

    Session& m_session;
    QThreadPool m_inOrder; ///< one thread
    std::vector<workspace::SavedSearch> m_searches;
    Background m_work;
};

} // namespace biomedica::ui
