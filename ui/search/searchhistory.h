// What was searched for, as text of the query language, in the person's settings.
//
// Thread contract: GUI thread.
#pragma once

#include <QSettings>
#include <QString>
#include <QStringList>

namespace biomedica::ui {

class SearchHistory {
public:
    explicit SearchHistory(QSettings& settings);

    /// The latest last.
    const QStringList& all() const { return m_queries; }
    void add(const QString& query);

    /// Goes back (-1) or forward (1) from `now`; nothing where there is no further one. Back again at the newest it
    /// gives what was there before the first step.
    std::optional<QString> step(int direction, const QString& now);
    /// The person has changed the query: the next step begins at the newest.
    void stopStepping() { m_at = -1; }
    bool isStepping() const { return m_at >= 0; }

private:
    QSettings& m_settings;
    QStringList m_queries;
    qsizetype m_at = -1;
    QString m_draft;
};

} // namespace biomedica::ui
