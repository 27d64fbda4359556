#include "ui/annotate/keybutton.h"

#include "ui/common/actions.h"
#include "ui/common/theme.h"

#include <QFontDatabase>
#include <QPainter>
#include <algorithm>
#include <utility>

namespace biomedica::ui {

namespace {

constexpr int padding = 8;
constexpr int keyLeft = 5;

QFont keyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(scaled(measure::headingSize));
    font.setWeight(QFont::DemiBold);
    return font;
}

int keyHeight()
{
    return QFontMetrics(keyFont()).height() + 5;
}

} // namespace

KeyButton::KeyButton(const QString& key, const QString& text, QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setCheckable(true);
    setKey(key);
    setWords(text);
    // What is checked is what the journal says, never what was just clicked.
    connect(this, &QAbstractButton::clicked, this, [this](bool isChecked) { setChecked(!isChecked); });
}

void KeyButton::setKey(const QString& key)
{
    m_key = key;
    setAccessibleDescription(key.isEmpty() ? QString() : tr("Key %1").arg(key));
    measureHint();
    update();
}

void KeyButton::setWords(const QString& words)
{
    setText(words);
    setAccessibleName(words);
    measureHint();
}

int KeyButton::keyWidth() const
{
    return m_key.isEmpty() ? 0 : std::max(keyHeight(), QFontMetrics(keyFont()).horizontalAdvance(m_key) + 8);
}

int KeyButton::textLeft() const
{
    return m_key.isEmpty() ? padding : keyLeft + keyWidth() + 7;
}

void KeyButton::measureHint()
{
    const QFontMetrics metrics(textFont(measure::textSize));
    const int words = metrics.horizontalAdvance(text()) + 1;
    const QSize hint(textLeft() + words + padding, std::max(keyHeight() + 10, metrics.height() + 12));
    if (hint == std::exchange(m_hint, hint))
        return;
    updateGeometry();
}

void KeyButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measureHint();
    QAbstractButton::changeEvent(event);
}

void KeyButton::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isHot = underMouse() && isEnabled();
    painter.setPen(QPen(isChecked() ? colours.accent : isHot ? colours.muted : colours.line, 1));
    painter.setBrush(isChecked() ? colours.accentGround : isDown() ? colours.line : colours.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::radius, measure::radius);

    if (!m_key.isEmpty()) {
        const QRectF cap(keyLeft, (height() - keyHeight()) / 2.0, keyWidth(), keyHeight());
        painter.setPen(QPen(colours.line, 1));
        painter.setBrush(colours.panel);
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setFont(keyFont());
        painter.setPen(colours.muted);
        painter.drawText(cap, Qt::AlignCenter, m_key);
    }
    const QFont font = textFont(measure::textSize);
    painter.setFont(font);
    painter.setPen(isEnabled() ? colours.text : colours.muted);
    const QRect words(textLeft(), 0, width() - textLeft() - padding + 1, height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, words.width()));
}

/// "⇧A" as on the options' keys: a cap has little room.
static QString capOf(const Actions& actions, ActionId id)
{
    const Keys& keys = actions.keymap().keys(id);
    const QString shift = QStringLiteral("Shift+"); // the portable text is the same in every language
    const QString portable = keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::PortableText);
    return portable.startsWith(shift) ? QStringLiteral("⇧") + portable.mid(shift.size()) : actions.keyText(id);
}

KeyButton* makeKeyButton(const Actions& actions, ActionId id, const QString& text)
{
    auto* button = new KeyButton(capOf(actions, id), text);
    button->setToolTip(QString(actions[id]->text()).remove(QLatin1Char('&')));
    QObject::connect(button, &QAbstractButton::clicked, actions[id], &QAction::trigger);
    QObject::connect(&actions, &Actions::keysChanged, button,
                     [&actions, button, id] { button->setKey(capOf(actions, id)); });
    return button;
}

void KeyButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void KeyButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace biomedica::ui
