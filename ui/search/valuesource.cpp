#include "ui/search/valuesource.h"

namespace biomedica::ui {

ValueSource::ValueSource(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_counting(session.pool(), this)
{
    connect(&session, &Session::collectionOpened, this, &ValueSource::forget);
    connect(&session, &Session::collectionClosed, this, &ValueSource::forget);
    connect(&session, &Session::contentChanged, this, &ValueSource::forget);
}

void ValueSource::forget()
{
    m_counting.cancel();
    m_wanted.reset();
    m_values.clear();
}

const std::vector<query::FacetValue>* ValueSource::valuesOf(query::Field field)
{
    if (const auto known = m_values.find(field); known != m_values.end())
        return &known->second;
    if (!m_session.workspace() || (m_wanted == field && m_counting.isBusy()))
        return nullptr;
    m_wanted = field;
    m_counting.start(
        [workspace = m_session.workspace(), field](std::stop_token stop) {
            return workspace->facets({}, {field}, false, Job{stop, {}});
        },
        [this, field](Result<std::vector<query::Facet>> facets) {
            // Without values there is nothing to offer; what is wrong, the search itself says.
            m_values[field] = facets ? std::move(facets->front().values) : std::vector<query::FacetValue>{};
            Q_EMIT arrived(field);
        });
    return nullptr;
}

} // namespace biomedica::ui
