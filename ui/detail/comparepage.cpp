#include "ui/detail/comparepage.h"

#include "ui/common/theme.h"
#include "ui/detail/pagehead.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QToolButton>
#include <algorithm>

namespace biomedica::ui {

ComparePage::ComparePage(Session& session, DecisionController& decisions, ThumbnailStore& thumbnails, QWidget* parent)
    : QWidget(parent), m_session(session), m_head(new PageHead), m_link(new QToolButton), m_grid(new QGridLayout),
      m_reading(session.shardPool(), this)
{
    setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::gap, measure::gap, measure::gap, measure::gap);
    layout->setSpacing(measure::gap);
    layout->addWidget(m_head);
    layout->addLayout(m_grid, 1);
    m_grid->setSpacing(measure::grid);
    m_link->setText(tr("Zoom together"));
    m_link->setToolTip(tr("Zoom and move all pictures at once"));
    m_link->setCheckable(true);
    m_link->setChecked(true);
    m_link->setFocusPolicy(Qt::TabFocus);
    m_link->installEventFilter(this);
    m_head->addWidget(m_link);
    for (int i = 0; i < most; ++i) {
        auto* pane = new ComparePane(session, thumbnails, this);
        m_panes.append(pane);
        pane->hide();
        connect(pane, &ComparePane::chosen, this, [this, i] {
            setFocus(Qt::MouseFocusReason);
            setCurrent(i);
        });
        connect(pane, &ComparePane::settled, this, &ComparePage::settled);
        connect(pane->imageView(), &ImageView::placeChanged, this,
                [this, pane](const ImagePlace& place) { spread(place, pane); });
    }
    connect(m_head, &PageHead::backRequested, this, &ComparePage::backRequested);
    connect(m_link, &QToolButton::toggled, this, [this](bool isLinked) {
        if (isLinked)
            spread(imageView()->place(), m_panes[m_current]);
    });
    const auto refresh = [this] {
        if (m_count > 0)
            readDetails();
    };
    connect(&decisions, &DecisionController::decided, this, refresh);
    connect(&decisions, &DecisionController::newsArrived, this, refresh);
}

void ComparePage::setFigures(const Rows& rows)
{
    m_count = std::min(static_cast<int>(rows.size()), most);
    constexpr int atMostInOneLine = 3;
    m_columns = m_count > atMostInOneLine ? (m_count + 1) / 2 : std::max(m_count, 1);
    for (int i = 0; i < most; ++i) {
        ComparePane* pane = m_panes[i];
        m_grid->removeWidget(pane);
        m_grid->setColumnStretch(i, i < m_columns ? 1 : 0);
        const bool isUsed = i < m_count;
        if (isUsed)
            m_grid->addWidget(pane, i / m_columns, i % m_columns);
        pane->setVisible(isUsed);
        pane->imageView()->setPlace({});
        pane->setFigure(isUsed ? std::optional(rows[static_cast<std::size_t>(i)]) : std::nullopt);
    }
    m_head->setTitle(tr("Comparing %n figure(s)", nullptr, m_count));
    if (m_count == 0) {
        m_reading.cancel();
        return;
    }
    setCurrent(0);
    readDetails();
}

void ComparePage::readDetails()
{
    Rows rows;
    for (const ComparePane* pane : panes())
        rows.push_back(*pane->row());
    m_reading.start(
        [workspace = m_session.workspace(), rows](std::stop_token) {
            std::vector<Result<workspace::FigureDetail>> details;
            for (const RowId row : rows)
                details.push_back(workspace->detail(row));
            return details;
        },
        [this](const std::vector<Result<workspace::FigureDetail>>& details) {
            for (std::size_t i = 0; i < details.size(); ++i)
                if (details[i])
                    m_panes[static_cast<qsizetype>(i)]->setDetail(*details[i], m_session.taxonomy());
            Q_EMIT settled();
        });
}

QList<ComparePane*> ComparePage::panes() const
{
    return m_panes.mid(0, m_count);
}

std::optional<RowId> ComparePage::currentRow() const
{
    return m_count > 0 ? m_panes[m_current]->row() : std::nullopt;
}

bool ComparePage::isSettled() const
{
    const auto shown = panes();
    return !m_reading.isBusy()
           && std::none_of(shown.begin(), shown.end(), [](const ComparePane* pane) { return pane->isBusy(); });
}

void ComparePage::setCurrent(int pane)
{
    m_current = pane;
    for (int i = 0; i < most; ++i)
        m_panes[i]->setCurrent(i == pane);
    Q_EMIT currentChanged();
}

void ComparePage::moveBy(int panes)
{
    setCurrent(std::clamp(m_current + panes, 0, std::max(m_count - 1, 0)));
}

void ComparePage::spread(const ImagePlace& place, const ComparePane* from)
{
    if (!m_link->isChecked())
        return;
    for (ComparePane* pane : panes())
        if (pane != from)
            pane->imageView()->setPlace(place);
}

/// Tab goes from figure to figure here, then to the button, and not from question to question.
bool ComparePage::stepWithTab(bool isForward)
{
    const int next = m_link->hasFocus() ? (isForward ? 0 : m_count - 1) : m_current + (isForward ? 1 : -1);
    if (next < 0 || next >= m_count) {
        m_link->setFocus(Qt::TabFocusReason);
        return true;
    }
    setFocus(Qt::TabFocusReason);
    setCurrent(next);
    return true;
}

bool ComparePage::takeTab(QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Tab && key != Qt::Key_Backtab)
        return false;
    event->accept();
    return event->type() == QEvent::ShortcutOverride || stepWithTab(key == Qt::Key_Tab);
}

bool ComparePage::event(QEvent* event)
{
    return takeTab(event) || QWidget::event(event);
}

bool ComparePage::eventFilter(QObject* watched, QEvent* event)
{
    return takeTab(event) || QWidget::eventFilter(watched, event);
}

void ComparePage::keyPressEvent(QKeyEvent* event)
{
    if (imageView()->panWithKey(*event))
        return;
    const int line = m_count > m_columns ? m_columns : 0;
    switch (event->key()) {
    case Qt::Key_Right: moveBy(1); break;
    case Qt::Key_Left: moveBy(-1); break;
    case Qt::Key_Down: moveBy(line); break;
    case Qt::Key_Up: moveBy(-line); break;
    case Qt::Key_Home: setCurrent(0); break;
    case Qt::Key_End: setCurrent(m_count - 1); break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace biomedica::ui
