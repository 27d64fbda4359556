#include "ui/detail/pagehead.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace biomedica::ui {

PageHead::PageHead(QWidget* parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this)), m_back(new QToolButton), m_title(new QLabel)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(measure::gap);
    m_back->setText(tr("Back"));
    m_back->setToolTip(tr("Back to all figures"));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setFocusPolicy(Qt::NoFocus); // a key does the same
    connect(m_back, &QToolButton::clicked, this, &PageHead::backRequested);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setWordWrap(true);
    setTextFont(m_title, measure::textSize, true);
    m_layout->addWidget(m_back);
    m_layout->addWidget(m_title, 1);
    updateIcon();
}

void PageHead::setTitle(const QString& title)
{
    m_title->setText(title);
}

QString PageHead::title() const
{
    return m_title->text();
}

void PageHead::addWidget(QWidget* widget)
{
    m_layout->addWidget(widget);
}

void PageHead::updateIcon()
{
    m_back->setIcon(icon(QStringLiteral("back"), coloursFor(palette()).muted));
}

void PageHead::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_back)
        updateIcon();
}

} // namespace biomedica::ui
