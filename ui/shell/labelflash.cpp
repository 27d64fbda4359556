#include "ui/shell/labelflash.h"

#include "ui/common/theme.h"

#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int shownMs = 150;
constexpr int apartMs = 334;

} // namespace

LabelFlash::LabelFlash()
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Highlight);
    setForegroundRole(QPalette::HighlightedText);
    setMargin(measure::gap);
    setTextFont(this, measure::textSize, true);
    m_end.setSingleShot(true);
    m_end.setInterval(shownMs);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void LabelFlash::show(const QString& text, QWidget* over, const QRect& part)
{
    if (text.isEmpty() || (m_last.isValid() && m_last.elapsed() < apartMs))
        return;
    m_last.start();
    setParent(over);
    setText(text);
    const QSize size(std::min(sizeHint().width(), part.width()), sizeHint().height());
    setGeometry(QRect(part.center() - QPoint(size.width() / 2, size.height() / 2), size));
    QLabel::show();
    raise();
    m_end.start();
}

} // namespace biomedica::ui
