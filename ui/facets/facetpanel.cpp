#include "ui/facets/facetpanel.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/facets/facetview.h"

#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

constexpr int leastWidth = 130; // before the text scale

constexpr int soonMs = 300;

Result<FacetCounts> countAll(workspace::Workspace& workspace, const query::Query& query,
                             const std::vector<query::Field>& fields, const Job& job)
{
    FacetCounts counts;
    counts.query = query;
    TRY(counts.facets, workspace.facets(query, fields, true, job));
    for (const query::Trait trait : panelTraits()) {
        TRY(const std::size_t count, workspace.count(narrowedBy(query, trait), job));
        counts.traits.emplace_back(trait, count);
    }
    return counts;
}

} // namespace

FacetPanel::FacetPanel(Session& session, QueryController& queries, DecisionController& decisions, QWidget* parent)
    : QWidget(parent), m_session(session), m_queries(queries), m_model(new FacetModel(session.taxonomy(), this)),
      m_view(new FacetView(m_model, session.settings())), m_counting(session.pool(), this)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::gap, measure::grid, measure::grid, 0);
    layout->addWidget(m_view);

    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &FacetPanel::count);
    connect(&queries, &QueryController::resultChanged, this, &FacetPanel::count);
    connect(&decisions, &DecisionController::decided, &m_soon, qOverload<>(&QTimer::start));
    connect(&decisions, &DecisionController::newsArrived, &m_soon, qOverload<>(&QTimer::start));
    connect(&session, &Session::taxonomyChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_view, &FacetView::gestureMade, this, [this](const FilterTarget& target, FilterGesture gesture) {
        m_queries.setQuery(withGesture(m_queries.query(), target, gesture));
    });
    connect(m_view, &FacetView::rangeChosen, this, [this](query::Field field, auto low, auto high) {
        m_queries.setQuery(query::withRange(m_queries.query(), field, low, high));
    });
    connect(m_view, &FacetView::sectionOpened, this, &FacetPanel::count);
}

/// Sections that are folded are not counted: some fields have 100,000 values and more.
std::vector<query::Field> FacetPanel::openFields() const
{
    std::vector<query::Field> fields = {query::Field::Status};
    for (const FacetSection& section : facetSections())
        if (section.field != query::Field::Status && m_view->isOpen(section))
            fields.insert(fields.end(), section.fields.begin(), section.fields.end());
    return fields;
}

void FacetPanel::showCounts(FacetCounts counts)
{
    m_isOrderKept = m_view->underMouse();
    m_model->setCounts(std::move(counts), m_isOrderKept ? FacetModel::Order::AsBefore : FacetModel::Order::ByCount);
}

void FacetPanel::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (m_isOrderKept)
        count();
}

void FacetPanel::count()
{
    m_soon.stop();
    if (!m_session.workspace() || !m_queries.result()) {
        m_counting.cancel();
        m_model->clear();
        return;
    }
    m_counting.start(
        [workspace = m_session.workspace(), query = m_queries.query(), fields = openFields()](std::stop_token stop) {
            return countAll(*workspace, query, fields, Job{stop, {}});
        },
        [this](Result<FacetCounts> counts) {
            if (counts)
                showCounts(std::move(*counts));
            else if (counts.error().kind() != ErrorKind::Cancelled)
                Q_EMIT countFailed(fromUtf8(counts.error().message()));
            Q_EMIT settled();
        });
}

QSize FacetPanel::minimumSizeHint() const
{
    return {scaled(leastWidth), QWidget::minimumSizeHint().height()};
}

} // namespace biomedica::ui
