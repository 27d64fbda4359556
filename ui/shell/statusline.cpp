#include "ui/shell/statusline.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/jobs/jobwidget.h"
#include "ui/session/wording.h"

#include <QKeyEvent>
#include <QLabel>
#include <QWindow>
#include <algorithm>

namespace biomedica::ui {

StatusLine::StatusLine(Session& session, QueryController& queries, DecisionController& decisions, JobController& jobs,
                       QWidget* parent)
    : QStatusBar(parent), m_session(session), m_queries(queries), m_target(new QLabel), m_queue(makeMutedLabel({})),
      m_note(new QLabel), m_saved(makeMutedLabel({})), m_job(new JobWidget(jobs)), m_counting(session.pool(), this)
{
    setSizeGripEnabled(false);
    setContentsMargins(measure::gap, 2, measure::gap, 2);
    for (QLabel* label : {m_target, m_queue, m_note, m_saved}) {
        setTextFont(label, measure::smallTextSize);
        label->setContentsMargins(measure::grid, 0, measure::grid, 0);
    }
    addWidget(m_target);
    addWidget(m_queue);
    addWidget(m_note, 1);
    addPermanentWidget(m_job);
    addPermanentWidget(m_saved);

    m_soon.setSingleShot(true);
    m_soon.setInterval(200);
    connect(&m_soon, &QTimer::timeout, this, &StatusLine::countQueue);
    connect(&queries, &QueryController::resultChanged, this, [this] {
        m_snapshot = m_queries.result() ? m_queries.result()->snapshot : nullptr;
        countQueue();
    });
    connect(&decisions, &DecisionController::decided, this, [this](const SharedOutcome& outcome) {
        showSaved(outcome->savedAt);
        m_snapshot = outcome->snapshot ? outcome->snapshot : m_snapshot;
        m_soon.start();
    });
    connect(&session, &Session::collectionOpened, this, [this] {
        m_saved->clear();
        m_note->clear();
    });
    showTarget(0, false);
}

void StatusLine::addSign(QWidget* sign)
{
    const bool isHidden = sign->isHidden();
    removeWidget(m_job);
    removeWidget(m_saved);
    addPermanentWidget(sign);
    addPermanentWidget(m_job);
    addPermanentWidget(m_saved);
    sign->setVisible(!isHidden);
    m_job->hide();
    m_saved->show();
}

void StatusLine::showTarget(qint64 figures, bool isSelection)
{
    if (figures == 0)
        m_target->clear();
    else if (isSelection)
        m_target->setText(tr("label → <b>%1 selected</b>").arg(Wording::figures(static_cast<qulonglong>(figures))));
    else
        m_target->setText(tr("label → <b>this figure</b>"));
}

QString StatusLine::targetText() const
{
    return QString(m_target->text()).remove(QStringLiteral("<b>")).remove(QStringLiteral("</b>"));
}

QString StatusLine::noteText() const
{
    return m_note->text();
}

void StatusLine::showNote(const QString& text)
{
    m_note->setText(text);
}

void StatusLine::watch(QWindow* window)
{
    window->installEventFilter(this);
}

/// Every key that is pressed asks first whether it is a shortcut; those that are get no further.
bool StatusLine::eventFilter(QObject* watched, QEvent* event)
{
    constexpr int held[] = {Qt::Key_Shift, Qt::Key_Control, Qt::Key_Alt, Qt::Key_AltGr, Qt::Key_Meta};
    const bool isKey =
        event->type() == QEvent::ShortcutOverride
        && std::find(std::begin(held), std::end(held), static_cast<QKeyEvent*>(event)->key()) == std::end(held);
    if (isKey || event->type() == QEvent::MouseButtonPress)
        m_note->clear();
    return QStatusBar::eventFilter(watched, event);
}

void StatusLine::showSaved(const QDateTime& when)
{
    m_saved->setText(tr("saved %1").arg(when.toString(QStringLiteral("HH:mm:ss"))));
}

void StatusLine::countQueue()
{
    const SharedResult result = m_queries.result();
    if (!result || result->size() == 0 || !m_snapshot) {
        m_counting.cancel();
        m_queue->clear();
        return;
    }
    m_counting.start(
        [result, snapshot = m_snapshot](std::stop_token stop) {
            std::size_t left = 0;
            for (std::size_t i = 0; i < result->order.size(); ++i) {
                left += snapshot->labelled.test(result->order[i].value) ? 0 : 1;
                if (i % 65536 == 0 && stop.stop_requested())
                    break;
            }
            return left;
        },
        [this, total = result->size()](std::size_t left) {
            m_queue->setText(tr("%1 of %2 left to label").arg(withThousands(left), withThousands(total)));
        });
}

} // namespace biomedica::ui
