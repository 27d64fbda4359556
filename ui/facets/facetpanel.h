// Filters with live counts. Every filter is also text in the search field: the panel reads the query
// and changes the query, it keeps none of its own.
//
// Thread contract: GUI thread; counting happens in the background.
#pragma once

#include "ui/models/facetmodel.h"
#include "ui/session/decisioncontroller.h"
#include "ui/session/querycontroller.h"

#include <QTimer>
#include <QWidget>

namespace biomedica::ui {

class FacetView;

class FacetPanel : public QWidget {
    Q_OBJECT
public:
    FacetPanel(Session& session, QueryController& queries, DecisionController& decisions, QWidget* parent = nullptr);

    FacetModel* model() const { return m_model; }
    FacetView* view() const { return m_view; }
    bool isSettled() const { return !m_counting.isBusy() && !m_soon.isActive(); }

    QSize sizeHint() const override { return {244, 600}; }

protected:
    void leaveEvent(QEvent* event) override;

    /// Room for names, however large the text.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void settled();
    void countFailed(const QString& message);

private:
    void count();
    void showCounts(FacetCounts counts);
    std::vector<query::Field> openFields() const;

    Session& m_session;
    QueryController& m_queries;
    FacetModel* m_model;
    FacetView* m_view;
    bool m_isOrderKept = false; ///< from before, because the pointer was over the rows
    QTimer m_soon;              ///< several decisions make one count
    Background m_counting;
};

} // namespace biomedica::ui
