#include "ui/shell/keycapture.h"

#include "ui/annotate/labelkeys.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace biomedica::ui {

namespace {

/// As it is written down: a digit by its place in the row, whatever the layout types there.
QKeySequence digitKey(int option)
{
    constexpr int digits = 10;
    const int key = Qt::Key_0 + (option + 1) % digits;
    return QKeySequence(option < digits ? QKeyCombination(Qt::Key(key)) : Qt::SHIFT | Qt::Key(key));
}

} // namespace

KeyCapture::KeyCapture(QWidget* parent) : QKeySequenceEdit(parent)
{
    setAccessibleName(tr("New key"));
    findChild<QLineEdit*>()->setAccessibleName(accessibleName());
    connect(this, &QKeySequenceEdit::editingFinished, this, &KeyCapture::finish);
}

void KeyCapture::begin()
{
    clear(); // writes Qt's own words there
    findChild<QLineEdit*>()->setPlaceholderText(tr("Press the new key; Esc cancels"));
    setFocus(Qt::OtherFocusReason);
}

void KeyCapture::finish()
{
    const QKeySequence key = keySequence();
    if (key.isEmpty())
        return;
    clear();
    Q_EMIT captured(key);
}

bool KeyCapture::event(QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QKeySequenceEdit::event(event);
    auto* key = static_cast<QKeyEvent*>(event);
    key->accept();
    if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier)
        Q_EMIT cancelled();
    else if (const auto option = optionOfKey(*key); option && keySequence().isEmpty())
        Q_EMIT captured(digitKey(*option));
    else
        keyPressEvent(key); // Tab, too
    return true;
}

void KeyCapture::focusOutEvent(QFocusEvent* event)
{
    QKeySequenceEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        Q_EMIT cancelled();
}

} // namespace biomedica::ui
