// The values that a field has in the open collection, with how many figures each has: for completion.
//
// Thread contract: GUI thread; counting happens in the background, once a field until the collection changes.
#pragma once

#include "core/query/engine.h"
#include "ui/session/session.h"

#include <QObject>
#include <map>

namespace biomedica::ui {

class ValueSource : public QObject {
    Q_OBJECT
public:
    explicit ValueSource(Session& session, QObject* parent = nullptr);

    /// nullptr while they are being counted; arrived() follows.
    const std::vector<query::FacetValue>* valuesOf(query::Field field);
    /// Labels have changed, or the collection.
    void forget();

Q_SIGNALS:
    void arrived(biomedica::query::Field field);

private:
    Session& m_session;
    std::map<query::Field, std::vector<query::FacetValue>> m_values;
    std::optional<query::Field> m_wanted;
    Background m_counting;
};

} // namespace biomedica::ui
