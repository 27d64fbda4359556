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
    layout->setContentsMargins(measure::margin + measure::grid, measure::gap, measure::gap, measure::gap);
    layout->setSpacing(measure::gap);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setText(tr("Details…"));
    m_close->setProperty("isFlat", true);
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(tr("Close the message"));
    updateIcon();
    layout->addWidget(m_text, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &Banner::closeLatest);
    connect(m_details, &QToolButton::clicked, this, &Banner::showDetails);
    hide();
}

void Banner::showMessage(const Message& message)
{
    m_messages.removeIf([&](const Message& other) { return other.topic == message.topic; });
    m_messages.append(message);
    showLatest();
}

void Banner::withdraw(Topic topic)
{
    if (m_messages.removeIf([&](const Message& message) { return message.topic == topic; }) > 0)
        showLatest();
}

void Banner::clear()
{
    m_messages.clear();
    showLatest();
}

void Banner::closeLatest()
{
    if (!m_messages.isEmpty())
        m_messages.removeLast();
    showLatest();
}

void Banner::showLatest()
{
    for (QToolButton* button : std::exchange(m_offers, {})) {
        button->hide();
        button->deleteLater(); // it may be the one that was clicked
    }
    setVisible(!m_messages.isEmpty());
    if (m_messages.isEmpty())
        return;
    const Message& message = m_messages.last();
    m_text->setText(message.text);
    m_details->setVisible(!message.details.isEmpty());
    setAccessibleName(message.text);
    auto* row = static_cast<QHBoxLayout*>(layout());
    for (const Offer& offer : message.offers) {
        auto* button = new QToolButton;
        button->setText(offer.text);
        connect(button, &QToolButton::clicked, this, [this, take = offer.take, topic = message.topic] {
            const auto then = take;
            withdraw(topic);
            then();
        });
        row->insertWidget(row->indexOf(m_details), button);
        m_offers.append(button);
    }
    update();
}

QString Banner::text() const
{
    return m_messages.isEmpty() ? QString() : m_messages.last().text;
}

void Banner::showDetails()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Details"), m_text->text(), QMessageBox::Close, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDetailedText(m_messages.last().details);
    box->open();
}

void Banner::paintEvent(QPaintEvent*)
{
    if (m_messages.isEmpty())
        return;
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.raised);
    const Kind kind = m_messages.last().kind;
    const QColor mark = kind == Kind::Failure ? colours.bad : kind == Kind::Warning ? colours.warning : colours.good;
    painter.fillRect(0, 0, measure::grid, height(), mark);
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
