#include "ui/shell/stalehint.h"

#include <algorithm>
#include <limits>

namespace biomedica::ui {

namespace {

using query::Field;

constexpr int soonMs = 400;

bool dependsOnLabels(const query::Node& node)
{
    constexpr Field ofLabels[] = {Field::PanelType, Field::PanelSubtype, Field::Primary, Field::Secondary,
                                  Field::Annotator, Field::Source,       Field::Status,  Field::Note};
    if (node.kind == query::NodeKind::Is && node.trait != query::Trait::Duplicate)
        return true;
    if (node.field && std::find(std::begin(ofLabels), std::end(ofLabels), *node.field) != std::end(ofLabels))
        return true;
    return std::any_of(node.children.begin(), node.children.end(), dependsOnLabels);
}

} // namespace

StaleHint::StaleHint(Session& session, QueryController& queries, DecisionController& decisions, QWidget* parent)
    : QToolButton(parent), m_session(session), m_queries(queries), m_counting(session.pool(), this)
{
    setProperty("isFlat", true);
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("Search again: figures that labels have taken out of the search go, others come"));
    hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &StaleHint::count);
    connect(&decisions, &DecisionController::decided, this, [this] {
        if (dependsOnLabels(m_queries.query().root))
            m_soon.start();
    });
    connect(&queries, &QueryController::resultChanged, this, [this] {
        m_soon.stop();
        m_counting.cancel();
        hide();
    });
    connect(this, &QToolButton::clicked, &queries, &QueryController::run);
}

void StaleHint::count()
{
    const SharedResult shown = m_queries.result();
    if (!m_session.workspace() || !shown)
        return;
    m_counting.start(
        [workspace = m_session.workspace(), shown](std::stop_token stop) -> std::size_t {
            const auto now = workspace->search(shown->query, Job{stop, {}});
            return now ? Bitmap(shown->figures.members()).subtract((*now)->figures.members()).count() : 0;
        },
        [this](std::size_t count) {
            const auto number = std::min<std::size_t>(count, std::numeric_limits<int>::max());
            setText(tr("%Ln figure(s) no longer match · Refresh", nullptr, static_cast<int>(number)));
            setVisible(count > 0);
        });
}

} // namespace biomedica::ui
