#include "ui/shell/banner.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QToolButton>

namespace biomedica::ui {

Banner::Banner(QWidget* parent)
    : QFrame(parent), m_text(new QLabel), m_details(new QToolButton), m_close(new QToolButton)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(measure::margin + 4, 6, measure::gap, 6);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setText(tr("Details…"));
    m_close->setProperty("isFlat", true);
    m_close->setAccessibleName(tr("Close the message"));
    updateIcon();
    layout->addWidget(m_text, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_details, &QToolButton::clicked, this, &Banner::showDetails);
    hide();
}

void Banner::showMessage(Kind kind, const QString& text, const QString& details)
{
    m_kind = kind;
    m_detailText = details;
    m_text->setText(text);
    m_details->setVisible(!details.isEmpty());
    setAccessibleName(text);
    show();
    update();
}

QString Banner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void Banner::showDetails()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Details"), m_text->text(), QMessageBox::Close, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDetailedText(m_detailText);
    box->open();
}

void Banner::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.raised);
    const QColor mark = m_kind == Kind::Failure   ? colours.bad
                        : m_kind == Kind::Warning ? colours.warning
                                                  : colours.good;
    painter.fillRect(0, 0, 4, height(), mark);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
}

void Banner::updateIcon()
{
    m_close->setIcon(icon(QStringLiteral("clear"), coloursFor(palette()).muted));
}

void Banner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_close)
        updateIcon();
}

} // namespace biomedica::ui
