#include "ui/search/helpline.h"

#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace biomedica::ui {

HelpLine::HelpLine(QWidget* field) : QFrame(field), m_field(field), m_message(new QLabel), m_shown(makeMutedLabel({}))
{
    m_message->setWordWrap(true);
    m_shown->setWordWrap(true);
    auto* help = new QPushButton(tr("Examples (F1)"));
    help->setFocusPolicy(Qt::TabFocus);
    connect(help, &QPushButton::clicked, this, &HelpLine::helpRequested);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_message);
    words->addWidget(m_shown);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(measure::margin, measure::gap, measure::margin, measure::gap);
    layout->addLayout(words, 1);
    layout->addWidget(help, 0, Qt::AlignTop);
    hide();
    field->installEventFilter(this);
}

void HelpLine::showMistake(const QString& message, const QString& shown)
{
    m_text = message;
    if (message.isEmpty()) {
        hide();
        return;
    }
    m_message->setText(message.left(1).toUpper() + message.mid(1));
    m_shown->setText(shown);
    setAccessibleName(message);
    if (parentWidget() != m_field->window())
        setParent(m_field->window());
    m_field->window()->installEventFilter(this);
    place();
    show();
    raise();
}

void HelpLine::place()
{
    const QWidget* over = m_field->window();
    const QPoint corner = m_field->mapTo(over, QPoint(0, m_field->height() + 2));
    const int width = std::min(std::max(m_field->width(), 360), over->width() - 2 * measure::gap);
    setGeometry(std::min(corner.x(), over->width() - width - measure::gap), corner.y(), width,
                layout()->totalHeightForWidth(width));
}

bool HelpLine::eventFilter(QObject* object, QEvent* event)
{
    const bool isMove = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (isMove && !m_text.isEmpty() && parentWidget() == m_field->window())
        place();
    if (object == m_field && event->type() == QEvent::Hide)
        hide();
    return QFrame::eventFilter(object, event);
}

void HelpLine::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.raised);
    painter.setPen(colours.bad);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::radius, measure::radius);
}

} // namespace biomedica::ui
