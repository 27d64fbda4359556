#include "ui/shell/drophint.h"

#include "ui/common/theme.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace biomedica::ui {

namespace {

QStringList localPaths(const QDropEvent& event)
{
    QStringList paths;
    for (const QUrl& url : event.mimeData()->urls())
        if (url.isLocalFile())
            paths += url.toLocalFile();
    return paths;
}

} // namespace

DropHint::DropHint(QWidget* window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

bool DropHint::accepts(const QDropEvent& event)
{
    return !event.source() && (!localPaths(event).isEmpty() || holdsPictures(*event.mimeData()));
}

bool DropHint::arePictures(const QDropEvent& event)
{
    return !event.source() && holdsPictures(*event.mimeData());
}

void DropHint::begin(const QDropEvent& event, bool mayAdd)
{
    m_arePictures = arePictures(event);
    m_mayAdd = mayAdd && !m_arePictures;
    m_position = event.position().toPoint();
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void DropHint::moveTo(const QPoint& position)
{
    m_position = position;
    update();
}

void DropHint::drop(const QDropEvent& event)
{
    hide();
    if (m_arePictures)
        Q_EMIT searchRequested(picturesIn(*event.mimeData()));
    else if (m_mayAdd && addPlace().contains(event.position().toPoint()))
        Q_EMIT addRequested(localPaths(event));
    else
        Q_EMIT openRequested(localPaths(event));
}

QRect DropHint::openPlace() const
{
    const QRect whole =
        rect().adjusted(3 * measure::margin, 3 * measure::margin, -3 * measure::margin, -3 * measure::margin);
    return m_mayAdd ? whole.adjusted(0, 0, -(whole.width() + measure::margin) / 2, 0) : whole;
}

QRect DropHint::addPlace() const
{
    return openPlace().translated(openPlace().width() + measure::margin, 0);
}

void DropHint::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = coloursFor(palette()).window;
    ground.setAlpha(225);
    painter.fillRect(rect(), ground);
    if (m_arePictures) {
        paintPlace(painter, openPlace(), tr("Drop to search"),
                   tr("Finds the figures that are most like this picture."));
        return;
    }
    paintPlace(painter, openPlace(), tr("Drop to open"),
               tr("Shards, folders of shards or a collection. The files stay where they are."));
    if (m_mayAdd)
        paintPlace(painter, addPlace(), tr("Drop to add to this collection"),
                   tr("The figures in these shards join those that are here."));
}

void DropHint::paintPlace(QPainter& painter, const QRect& place, const QString& title, const QString& text) const
{
    const Colours& colours = coloursFor(palette());
    const bool isUnderMouse = !m_mayAdd || place.contains(m_position);
    painter.setPen(QPen(isUnderMouse ? colours.accent : colours.line, isUnderMouse ? 3 : 2, Qt::DashLine));
    painter.setBrush(isUnderMouse ? colours.accentGround : colours.panel);
    painter.drawRoundedRect(place, 2 * measure::radius, 2 * measure::radius);
    const QRect words = place.adjusted(measure::margin, measure::margin, -measure::margin, -measure::margin);
    const QFont titleFont = textFont(20, true);
    const QFont font = textFont(measure::textSize);
    const int flags = Qt::AlignHCenter | Qt::TextWordWrap;
    const QRect titleSize = QFontMetrics(titleFont).boundingRect(words, flags, title);
    const QRect textSize = QFontMetrics(font).boundingRect(words, flags, text);
    int y = place.center().y() - (titleSize.height() + measure::gap + textSize.height()) / 2;
    painter.setPen(colours.text);
    painter.setFont(titleFont);
    painter.drawText(QRect(words.left(), y, words.width(), titleSize.height()), flags, title);
    y += titleSize.height() + measure::gap;
    painter.setPen(colours.muted);
    painter.setFont(font);
    painter.drawText(QRect(words.left(), y, words.width(), textSize.height()), flags, text);
}

} // namespace biomedica::ui
