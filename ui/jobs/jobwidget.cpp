#include "ui/jobs/jobwidget.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace biomedica::ui {

namespace {

constexpr int steps = 1000;

} // namespace

JobWidget::JobWidget(JobController& jobs, QWidget* parent)
    : QWidget(parent), m_jobs(jobs), m_name(new ElidedLabel), m_rate(new ElidedLabel), m_bar(new QProgressBar),
      m_pause(new QToolButton), m_cancel(new QToolButton)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::gap);
    for (ElidedLabel* label : {m_name, m_rate})
        label->setProperty("isMuted", true);
    m_bar->setFixedWidth(120);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    for (QToolButton* button : {m_pause, m_cancel}) {
        button->setProperty("isFlat", true);
        button->setStyleSheet(QStringLiteral("padding: 2px;"));
    }
    m_cancel->setAccessibleName(tr("Cancel the job"));
    m_cancel->setToolTip(tr("Cancel: what is done stays"));
    showPaused(false);
    for (QWidget* widget : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_rate),
                            static_cast<QWidget*>(m_pause), static_cast<QWidget*>(m_cancel)})
        layout->addWidget(widget);
    hide();
    connect(&jobs, &JobController::started, this, &JobWidget::begin);
    connect(&jobs, &JobController::progressed, this, &JobWidget::show);
    connect(&jobs, &JobController::ended, this, [this] { setVisible(m_jobs.isRunning()); });
    connect(&jobs, &JobController::pausedChanged, this, &JobWidget::showPaused);
    connect(m_pause, &QToolButton::clicked, this, [this] { m_jobs.setPaused(!m_jobs.isPaused()); });
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_name->setText(tr("Cancelling…"));
        m_jobs.cancel();
    });
}

QString JobWidget::nameText() const
{
    switch (m_jobs.kind()) {
    case JobKind::Index: return tr("Reading shards");
    case JobKind::Export: return tr("Exporting");
    case JobKind::Demo: return tr("Drawing demo figures");
    case JobKind::Pictures: return tr("Checking pictures");
    case JobKind::Vectors: return tr("Making vectors");
    case JobKind::VectorsIn: return tr("Taking in vectors");
    case JobKind::VectorsOut: return tr("Writing vectors");
    case JobKind::Duplicates: return tr("Looking for duplicates");
    }
    return {};
}

void JobWidget::begin()
{
    m_rate->clear();
    m_bar->setRange(0, 0);
    m_cancel->setEnabled(true);
    showPaused(false);
    setVisible(true);
}

void JobWidget::showPaused(bool isPaused)
{
    m_name->setText(isPaused ? tr("Paused") : nameText());
    const QString what = isPaused ? tr("Go on with the job") : tr("Pause the job");
    m_pause->setAccessibleName(what);
    m_pause->setToolTip(what);
    if (isPaused)
        m_rate->clear(); // neither a speed nor a time left is true now
    // An unknown length would go on moving.
    if (isPaused && m_bar->maximum() == 0)
        m_bar->setRange(0, steps);
    updateIcon();
}

QString JobWidget::text() const
{
    return m_name->text() + QLatin1Char(' ') + m_rate->text();
}

void JobWidget::show(const JobProgress& progress)
{
    if (progress.total > 0) {
        m_bar->setRange(0, steps);
        m_bar->setValue(static_cast<int>(progress.done * steps / progress.total));
    }
    m_rate->setText(rateText(progress));
    setToolTip(progress.what);
}

QString JobWidget::rateText(const JobProgress& progress) const
{
    if (progress.total == 0)
        return {};
    QString text = tr("%1%").arg(progress.done * 100 / progress.total);
    if (progress.perSecond > 0)
        text += m_jobs.kind() == JobKind::Index
                    ? tr(" · %1/s").arg(Wording::byteCount(progress.perSecond))
                    : tr(" · %1/s").arg(withThousands(static_cast<qulonglong>(progress.perSecond)));
    if (progress.secondsLeft >= 0)
        text += tr(" · %1 left").arg(Wording::duration(progress.secondsLeft));
    return text;
}

void JobWidget::updateIcon()
{
    const QColor colour = coloursFor(palette()).muted;
    m_pause->setIcon(icon(m_jobs.isPaused() ? QStringLiteral("play") : QStringLiteral("pause"), colour));
    m_cancel->setIcon(icon(QStringLiteral("clear"), colour));
}

void JobWidget::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_pause && m_cancel)
        updateIcon();
}

} // namespace biomedica::ui
