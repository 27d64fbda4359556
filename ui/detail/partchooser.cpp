#include "ui/detail/partchooser.h"

#include "ui/common/theme.h"
#include "ui/detail/imageview.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyle>
#include <QWheelEvent>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int hintWidth = 260;  // before the text scale: three lines
constexpr double leastSide = 6; // pixels of the screen: less is a click with an unsteady hand
constexpr double keyStep = 1.0 / 40;
const QRectF whole(0, 0, 1, 1);

QString toDo()
{
    return PartChooser::tr("Drag around the part. The arrow keys move it, with Shift they change its size. Enter "
                           "searches, Escape leaves.");
}
QString noPart()
{
    return PartChooser::tr("There is no part yet: drag from one corner of it to the other.");
}
QString tooSmall()
{
    return PartChooser::tr("That is too small for a part: drag from one corner of it to the other.");
}
QString beside()
{
    return PartChooser::tr("That is beside the picture: drag around a part of the picture itself.");
}

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

} // namespace

QRectF uprightPart(const QRectF& turned, int quarters)
{
    QRectF part = turned;
    // Back by one quarter: what was the left edge is the bottom again.
    for (int i = 0; i < quarters; ++i)
        part = QRectF(part.top(), 1 - part.right(), part.height(), part.width());
    return part;
}

PartChooser::PartChooser(ImageView* view)
    : QWidget(view), m_view(*view), m_bar(new QFrame(view)),
      m_barLayout(new QBoxLayout(QBoxLayout::LeftToRight, m_bar)), m_buttons(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_hint(new QLabel), m_find(new QPushButton(tr("Find like this part"))), m_cancel(new QPushButton(tr("Cancel")))
{
    setAccessibleName(tr("Choose a part of the picture"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    m_bar->setObjectName(QStringLiteral("partBar"));
    m_bar->setAttribute(Qt::WA_StyledBackground);
    m_bar->setCursor(Qt::ArrowCursor);
    m_hint->setWordWrap(true);
    m_barLayout->setContentsMargins(measure::margin, measure::gap, measure::gap, measure::gap);
    m_barLayout->setSpacing(measure::gap);
    m_barLayout->addWidget(m_hint, 1);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_cancel);
    m_buttons->addWidget(m_find);
    m_barLayout->addLayout(m_buttons);
    m_bar->installEventFilter(this);
    connect(m_find, &QPushButton::clicked, this, &PartChooser::take);
    connect(m_cancel, &QPushButton::clicked, this, &PartChooser::end);
    view->installEventFilter(this);
    connect(view, &ImageView::placeChanged, this, qOverload<>(&QWidget::update));
    m_bar->hide();
    hide();
}

QWidget* PartChooser::bar() const
{
    return m_bar;
}

void PartChooser::begin()
{
    if (m_view.picture().isNull())
        return;
    m_bar->show();
    if (QLayout* around = m_bar->parentWidget()->layout())
        around->activate(); // the view makes room at once: what is seen of the picture is seen below
    const QRectF seen = QRectF(m_view.toPicture(QPointF(0, 0)), m_view.toPicture(QRectF(m_view.rect()).bottomRight()))
                            .intersected(whole);
    m_part = seen.adjusted(seen.width() / 4, seen.height() / 4, -seen.width() / 4, -seen.height() / 4);
    setHint(toDo(), false);
    setGeometry(m_view.rect());
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
    Q_EMIT activeChanged(true);
}

void PartChooser::end()
{
    if (isHidden())
        return;
    const bool hadFocus = hasFocus() || m_bar->isAncestorOf(QApplication::focusWidget());
    hide();
    m_bar->hide();
    if (hadFocus)
        m_view.setFocus(Qt::OtherFocusReason);
    Q_EMIT activeChanged(false);
}

std::optional<QRectF> PartChooser::part() const
{
    if (m_part.isEmpty())
        return std::nullopt;
    return uprightPart(m_part, m_view.turns()).intersected(whole);
}

QString PartChooser::hint() const
{
    return m_hint->text();
}

void PartChooser::setHint(const QString& text, bool isBad)
{
    m_hint->setText(text);
    m_hint->setProperty("isBad", isBad);
    m_hint->style()->unpolish(m_hint);
    m_hint->style()->polish(m_hint);
    setAccessibleDescription(text);
    m_find->setEnabled(!m_part.isEmpty());
    update();
}

void PartChooser::take()
{
    const auto wanted = part();
    if (!wanted) {
        setHint(noPart(), true);
        return;
    }
    end();
    Q_EMIT chosen(*wanted);
}

QRectF PartChooser::shown() const
{
    return {m_view.toView(m_part.topLeft()), m_view.toView(m_part.bottomRight())};
}

void PartChooser::draw(QPointF from, QPointF to)
{
    const QRectF drawn = QRectF(from, to).normalized();
    m_part = {};
    if (drawn.width() < leastSide || drawn.height() < leastSide) {
        setHint(tooSmall(), true);
        return;
    }
    m_part = QRectF(m_view.toPicture(drawn.topLeft()), m_view.toPicture(drawn.bottomRight())).intersected(whole);
    if (m_part.isEmpty())
        setHint(beside(), true);
    else
        setHint(toDo(), false);
}

void PartChooser::move(int key, bool isResize)
{
    if (m_part.isEmpty())
        return;
    const double dx = key == Qt::Key_Left ? -keyStep : key == Qt::Key_Right ? keyStep : 0;
    const double dy = key == Qt::Key_Up ? -keyStep : key == Qt::Key_Down ? keyStep : 0;
    QRectF part = m_part;
    if (isResize) {
        part.setWidth(std::clamp(part.width() + dx, keyStep, 1 - part.left()));
        part.setHeight(std::clamp(part.height() + dy, keyStep, 1 - part.top()));
    } else {
        part.moveLeft(std::clamp(part.left() + dx, 0.0, 1 - part.width()));
        part.moveTop(std::clamp(part.top() + dy, 0.0, 1 - part.height()));
    }
    m_part = part;
    setHint(toDo(), false);
}

bool PartChooser::event(QEvent* event)
{
    // These keys open, leave and go on elsewhere.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (isArrow(key) || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

bool PartChooser::eventFilter(QObject* object, QEvent* event)
{
    const bool isOfBar = object == m_bar;
    if (event->type() == QEvent::Resize && !isOfBar)
        setGeometry(m_view.rect());
    if (event->type() == QEvent::Resize && isOfBar)
        layOutBar();
    // Keys that its buttons leave are meant for the part as well.
    if (isOfBar && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride))
        return this->event(event);
    return QWidget::eventFilter(object, event);
}

/// The buttons go below the hint where it would be squeezed beside them, and below each other where they would be cut.
/// Whatever the hint says, it is as high as the highest: the picture stays where it is while somebody draws on it.
void PartChooser::layOutBar()
{
    const auto directionFor = [this](int needed) {
        return m_bar->width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    };
    const int buttons = m_cancel->sizeHint().width() + m_find->sizeHint().width() + 4 * measure::margin;
    m_buttons->setDirection(directionFor(buttons));
    m_barLayout->setDirection(directionFor(buttons + scaled(hintWidth)));
    m_barLayout->activate();
    int highest = 0;
    for (const QString& text : {toDo(), noPart(), tooSmall(), beside()})
        highest = std::max(
            highest,
            m_hint->fontMetrics().boundingRect(QRect(0, 0, m_hint->width(), 0), Qt::TextWordWrap, text).height());
    m_hint->setMinimumHeight(highest);
}

void PartChooser::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        end();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else if (isArrow(event->key()))
        move(event->key(), event->modifiers() & Qt::ShiftModifier);
    else
        QWidget::keyPressEvent(event);
}

void PartChooser::mousePressEvent(QMouseEvent* event)
{
    m_from = event->position();
    event->accept();
}

void PartChooser::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        draw(m_from, event->position());
}

void PartChooser::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        draw(m_from, event->position());
}

void PartChooser::wheelEvent(QWheelEvent* event)
{
    QCoreApplication::sendEvent(&m_view, event);
    update();
}

void PartChooser::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    QPainterPath around;
    around.addRect(rect());
    if (!m_part.isEmpty()) {
        QPainterPath hole;
        hole.addRect(shown());
        around -= hole;
    }
    painter.fillPath(around, QColor(0, 0, 0, 110));
    if (m_part.isEmpty())
        return;
    // Seen on light and on dark pictures alike.
    painter.setPen(QPen(Qt::white, 3));
    painter.drawRect(shown());
    painter.setPen(QPen(colours.accent, 1.5));
    painter.drawRect(shown());
}

} // namespace biomedica::ui
