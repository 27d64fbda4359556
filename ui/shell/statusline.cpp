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
    : QStatusBar(parent), m_session(session), m_work(new WorkQueue(session, queries, decisions, this)),
      m_target(new QLabel), m_queue(makeMutedLabel({})), m_note(new ElidedLabel), m_saved(makeMutedLabel({})),
      m_job(new JobWidget(jobs))
{
    setSizeGripEnabled(false);
    setContentsMargins(measure::gap, 2, measure::gap, 2);
    for (QLabel* label : {m_target, m_queue, static_cast<QLabel*>(m_note), m_saved}) {
        setTextFont(label, measure::smallTextSize);
        label->setContentsMargins(measure::grid, 0, measure::grid, 0);
    }
    addWidget(m_target);
    addWidget(m_queue);
    addWidget(m_note, 1);
    addPermanentWidget(m_job);
    addPermanentWidget(m_saved);

    m_queue->setToolTip(tr("A figure is left until you have answered all four questions about it. The time is the "
                           "median of your last 30 figures, breaks of over two minutes left out."));
    connect(m_work, &WorkQueue::changed, this, &StatusLine::showQueue);
    connect(&decisions, &DecisionController::decided, this,
            [this](const SharedOutcome& outcome) { showSaved(outcome->savedAt); });
    connect(&session, &Session::collectionOpened, this, [this] {
        showSaved({});
        m_note->setText({});
    });
    connect(&session, &Session::collectionClosed, m_saved, &QLabel::clear);
    connect(&session, &Session::annotatorChanged, this, [this] { showSaved({}); });
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
        m_note->setText({});
    return QStatusBar::eventFilter(watched, event);
}

void StatusLine::showSaved(const QDateTime& when)
{
    const QString& who = m_session.annotator();
    m_saved->setText(
        when.isValid() ? tr("%1 · saved %2", "who, when").arg(who, when.toString(QStringLiteral("HH:mm:ss"))) : who);
}

QString StatusLine::savedText() const
{
    return m_saved->text();
}

QString StatusLine::queueText() const
{
    return m_queue->text();
}

void StatusLine::showQueue()
{
    const auto& count = m_work->count();
    if (!count) {
        m_queue->clear();
        return;
    }
    const QString left = withThousands(count->left), total = withThousands(count->total);
    const auto time = m_work->timeLeft();
    const int minutes = time ? roundedMinutes(*time) : 0;
    constexpr int hour = 60;
    if (count->left == 0)
        m_queue->setText(tr("all %1 labelled").arg(total));
    else if (!time)
        m_queue->setText(tr("%1 of %2 left").arg(left, total));
    else if (minutes == 0)
        m_queue->setText(tr("%1 of %2 left, less than a minute").arg(left, total));
    else if (minutes <= hour)
        m_queue->setText(tr("%1 of %2 left, about %n minute(s)", nullptr, minutes).arg(left, total));
    else
        m_queue->setText(
            tr("%1 of %2 left, about %3 hours").arg(left, total, QLocale().toString(minutes / double(hour), 'g', 3)));
}

} // namespace biomedica::ui
