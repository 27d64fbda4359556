#include "ui/search/searchhistory.h"

#include <algorithm>

namespace biomedica::ui {

namespace {

const QString historyKey = QStringLiteral("search/history");
constexpr qsizetype keptAtMost = 100;

} // namespace

SearchHistory::SearchHistory(QSettings& settings)
    : m_settings(settings), m_queries(settings.value(historyKey).toStringList())
{
}

void SearchHistory::add(const QString& query)
{
    stopStepping();
    if (query.trimmed().isEmpty())
        return;
    m_queries.removeAll(query);
    m_queries.append(query);
    m_queries = m_queries.mid(std::max<qsizetype>(0, m_queries.size() - keptAtMost));
    m_settings.setValue(historyKey, m_queries);
}

std::optional<QString> SearchHistory::step(int direction, const QString& now)
{
    const qsizetype end = m_queries.size();
    if (!isStepping()) {
        if (direction > 0 || m_queries.isEmpty())
            return std::nullopt;
        m_draft = now;
        m_at = m_queries.last() == now ? end - 1 : end; // what is there already is no step
    }
    if (m_at + direction < 0)
        return std::nullopt;
    m_at += direction;
    if (m_at < end)
        return m_queries[m_at];
    stopStepping();
    return m_draft;
}

} // namespace biomedica::ui
