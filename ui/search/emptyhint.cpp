#include "ui/search/emptyhint.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/search/wrappingbutton.h"
#include "ui/session/querywording.h"
#include "ui/session/wording.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr std::size_t partsAtMost = 12;
constexpr std::size_t partsInPairsAtMost = 6; ///< 15 pairs

query::Query without(const query::Query& query, std::vector<query::Node> parts,
                     std::initializer_list<std::size_t> dropped)
{
    std::size_t at = 0;
    std::erase_if(parts,
                  [&](const query::Node&) { return std::find(dropped.begin(), dropped.end(), at++) != dropped.end(); });
    return query::withConjuncts(query, std::move(parts));
}

} // namespace

EmptyHint::EmptyHint(Session& session, QueryController& queries, QWidget* place)
    : QFrame(place), m_session(session), m_queries(queries), m_title(new QLabel(tr("No figure matches"))),
      m_text(makeMutedLabel({})), m_choices(new QVBoxLayout), m_counting(session.pool(), this)
{
    setAccessibleName(tr("No figure matches"));
    setTextFont(m_title, 16, true);
    setTextFont(m_text, measure::textSize);
    m_text->setWordWrap(true);
    for (QLabel* label : {m_title, m_text})
        label->setAlignment(Qt::AlignCenter);
    m_choices->setSpacing(measure::gap);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(measure::margin);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(m_choices);
    hide();
    place->installEventFilter(this);
    connect(&queries, &QueryController::resultChanged, this, &EmptyHint::showOrHide);
}

void EmptyHint::setHeldBack(bool isHeldBack)
{
    m_isHeldBack = isHeldBack;
    showOrHide();
}

void EmptyHint::showOrHide()
{
    const SharedResult& result = m_queries.result();
    m_counting.cancel();
    const bool isEmpty =
        !m_isHeldBack && result && result->size() == 0 && m_queries.query().root.kind != query::NodeKind::All;
    setVisible(isEmpty);
    if (!isEmpty)
        return;
    showWays({});
    count();
}

/// Each part of the query dropped by itself; where that does not help, each two of them.
Result<std::vector<EmptyHint::Way>> EmptyHint::findWays(workspace::Workspace& workspace, const query::Query& query,
                                                        const Job& job)
{
    const std::vector<query::Node> parts = query::conjunctsOf(query);
    std::vector<Way> ways;
    const auto tryWay = [&](Way way) -> Result<void> {
        TRY(way.count, workspace.count(way.query, job));
        if (way.count > 0)
            ways.push_back(std::move(way));
        return {};
    };
    for (std::size_t i = 0; parts.size() > 1 && i < std::min(parts.size(), partsAtMost); ++i)
        TRY_VOID(tryWay({{parts[i]}, without(query, parts, {i}), 0}));
    for (std::size_t i = 0; ways.empty() && parts.size() > 2 && i < std::min(parts.size(), partsInPairsAtMost); ++i)
        for (std::size_t j = i + 1; j < std::min(parts.size(), partsInPairsAtMost); ++j)
            TRY_VOID(tryWay({{parts[i], parts[j]}, without(query, parts, {i, j}), 0}));
    std::stable_sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return a.count > b.count; });
    return ways;
}

void EmptyHint::count()
{
    m_text->setText(tr("Looking for the filter to drop…"));
    m_counting.start(
        [workspace = m_session.workspace(), query = m_queries.query()](std::stop_token stop) {
            return findWays(*workspace, query, Job{stop, {}});
        },
        [this](Result<std::vector<Way>> ways) {
            if (ways)
                showWays(*ways);
            Q_EMIT settled();
        });
}

void EmptyHint::showWays(const std::vector<Way>& ways)
{
    for (QPushButton* button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater(); // it may be the sender
    }
    constexpr std::size_t shownAtMost = 8;
    for (std::size_t i = 0; i < std::min(ways.size(), shownAtMost); ++i) {
        const Way& way = ways[i];
        const QString first = QueryWording::partText(way.dropped.front());
        const QString figures = Wording::figures(way.count);
        addButton(way.dropped.size() == 1
                      ? tr("without %1: %2").arg(first, figures)
                      : tr("without %1 and %2: %3").arg(first, QueryWording::partText(way.dropped.back()), figures),
                  way.query);
    }
    m_text->setText(!ways.empty() ? tr("There are figures if you drop:")
                                  : tr("No figure in this collection comes near to this search."));
    addButton(tr("Clear the search"), query::withConjuncts(m_queries.query(), {}));
    setFocusProxy(m_buttons.front());
    place();
}

void EmptyHint::addButton(const QString& text, const query::Query& query)
{
    auto* button = new WrappingButton(text);
    m_choices->addWidget(button);
    m_buttons.append(button);
    connect(button, &QPushButton::clicked, this, [this, query] { m_queries.setQuery(query); });
    button->show();
}

void EmptyHint::place()
{
    layout()->activate();
    const QRect room = parentWidget()->rect();
    const int width = std::min(room.width(), std::max(sizeHint().width(), fontMetrics().averageCharWidth() * 60));
    const int height = std::min(room.height(), layout()->totalHeightForWidth(width));
    setGeometry((room.width() - width) / 2, (room.height() - height) / 3, width, height);
    raise();
}

bool EmptyHint::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisibleTo(parentWidget()))
        place();
    return QFrame::eventFilter(object, event);
}

void EmptyHint::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange && isVisibleTo(parentWidget()))
        place();
}

} // namespace biomedica::ui
