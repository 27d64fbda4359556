#include "ui/session/savedsearches.h"

#include "ui/common/markedtext.h"

#include <algorithm>

namespace biomedica::ui {

SavedSearches::SavedSearches(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_work(m_inOrder, this, Background::Policy::InOrder)
{
    m_inOrder.setMaxThreadCount(1);
    const auto load = [this] {
        m_work.cancel();
        m_searches.clear();
        Q_EMIT changed();
        start([](workspace::Workspace& workspace) { return workspace.savedSearches(); });
    };
    connect(&session, &Session::collectionOpened, this, load);
    connect(&session, &Session::collectionClosed, this, load);
}

SavedSearches::~SavedSearches()
{
    m_inOrder.waitForDone();
}

bool SavedSearches::hasName(const QString& name) const
{
    return std::any_of(m_searches.begin(), m_searches.end(),
                       [name = toUtf8(name)](const auto& search) { return search.name == name; });
}

template <typename Work>
void SavedSearches::start(Work work, const QString& savedName)
{
    if (!m_session.workspace())
        return;
    m_work.start([workspace = m_session.workspace(), work](std::stop_token) { return work(*workspace); },
                 [this, savedName](Result<std::vector<workspace::SavedSearch>> searches) {
                     if (!searches) {
                         Q_EMIT failed(fromUtf8(searches.error().message()));
                         return;
                     }
                     m_searches = std::move(*searches);
                     Q_EMIT changed();
                     if (!savedName.isEmpty())
                         Q_EMIT saved(savedName);
                 });
}

void SavedSearches::save(const QString& name, const query::Query& query)
{
    start([search = workspace::SavedSearch{toUtf8(name), query}](
              workspace::Workspace& workspace) { return workspace.saveSearch(search); },
          name);
}

void SavedSearches::rename(const QString& name, const QString& newName)
{
    start([from = toUtf8(name), to = toUtf8(newName)](workspace::Workspace& workspace) {
        return workspace.renameSearch(from, to);
    });
}

void SavedSearches::remove(const QString& name)
{
    start([name = toUtf8(name)](workspace::Workspace& workspace) { return workspace.removeSearch(name); });
}

} // namespace biomedica::ui
