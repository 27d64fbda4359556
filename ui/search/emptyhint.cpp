#include "ui/search/emptyhint.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
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

void EmptyHint::showOrHide()
{
    const SharedResult& result = m_queries.result();
    m_counting.cancel();
    const bool isEmpty = result && result->size() == 0 && m_queries.query().root.kind != query::NodeKind::All;
    setVisible(isEmpty);
    if (!isEmpty)
        return;
    showParts({});
    count();
}

void EmptyHint::count()
{
    std::vector<Part> parts;
    const std::vector<query::Node> nodes = query::conjunctsOf(m_queries.query());
    for (std::size_t i = 0; nodes.size() > 1 && i < std::min(nodes.size(), partsAtMost); ++i) {
        std::vector<query::Node> others = nodes;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        parts.push_back({QueryWording::partText(nodes[i]), query::withConjuncts(m_queries.query(), others), 0});
    }
    m_text->setText(parts.empty() ? tr("Nothing in this collection has what you search for.")
                                  : tr("Looking for the filter to drop…"));
    m_counting.start(
        [workspace = m_session.workspace(), parts](std::stop_token stop) mutable -> Result<std::vector<Part>> {
            for (Part& part : parts) {
                TRY(part.count, workspace->count(part.without, Job{stop, {}}));
            }
            return parts;
        },
        [this](Result<std::vector<Part>> counted) {
            if (counted)
                showParts(*counted);
            Q_EMIT settled();
        });
}

void EmptyHint::showParts(const std::vector<Part>& parts)
{
    for (QPushButton* button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater(); // it may be the sender
    }
    std::vector<Part> useful = parts;
    std::erase_if(useful, [](const Part& part) { return part.count == 0; });
    std::stable_sort(useful.begin(), useful.end(), [](const Part& a, const Part& b) { return a.count > b.count; });
    for (const Part& part : useful)
        addButton(tr("without %1: %2").arg(part.words, Wording::figures(part.count)), part.without);
    if (!useful.empty())
        m_text->setText(tr("There are figures if you drop one of these:"));
    else if (!parts.empty())
        m_text->setText(tr("Dropping any one part does not help: several of them exclude each other."));
    addButton(tr("Clear the search"), query::withConjuncts(m_queries.query(), {}));
    setFocusProxy(m_buttons.front());
    place();
}

void EmptyHint::addButton(const QString& text, const query::Query& query)
{
    auto* button = new QPushButton(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
    button->setAutoDefault(false);
    m_choices->addWidget(button, 0, Qt::AlignHCenter);
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
