#include "ui/views/scrollglide.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QScrollBar>
#include <QScroller>
#include <QStyle>
#include <QWheelEvent>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int glideMs = 160;
constexpr int notch = 120; // eighths of a degree, as Qt documents

} // namespace

ScrollGlide::ScrollGlide(QAbstractScrollArea& area)
    : QObject(&area), m_bar(area.verticalScrollBar()), m_movement(m_bar, "value")
{
    m_movement.setDuration(glideMs);
    m_movement.setEasingCurve(QEasingCurve::OutCubic);
    connect(m_bar, &QScrollBar::sliderPressed, this, &ScrollGlide::stop);
    QScroller::grabGesture(area.viewport(), QScroller::TouchGesture);
    QScrollerProperties properties = QScroller::scroller(area.viewport())->scrollerProperties();
    for (const auto metric :
         {QScrollerProperties::HorizontalOvershootPolicy, QScrollerProperties::VerticalOvershootPolicy})
        properties.setScrollMetric(metric, QScrollerProperties::OvershootAlwaysOff);
    QScroller::scroller(area.viewport())->setScrollerProperties(properties);
}

bool ScrollGlide::turn(const QWheelEvent& event)
{
    const bool isPad = !event.pixelDelta().isNull() || event.phase() != Qt::NoScrollPhase;
    const bool isAnimated = m_bar->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, m_bar) > 0;
    if (isPad || !isAnimated || event.angleDelta().y() == 0)
        return false;
    m_rest -= event.angleDelta().y() * QApplication::wheelScrollLines() * m_bar->singleStep();
    const int from = m_movement.state() == QAbstractAnimation::Running ? m_movement.endValue().toInt() : m_bar->value();
    const int target = std::clamp(from + m_rest / notch, m_bar->minimum(), m_bar->maximum());
    m_rest %= notch;
    m_movement.stop();
    m_movement.setStartValue(m_bar->value());
    m_movement.setEndValue(target);
    m_movement.start();
    return true;
}

} // namespace biomedica::ui
