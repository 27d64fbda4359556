#include "ui/shell/pagekeys.h"

#include <QKeyEvent>
#include <QWidget>
#include <algorithm>

namespace biomedica::ui {

namespace {

/// As the key stands in the action table: Shift and Tab together come as a key of their own.
QKeySequence sequenceOf(const QKeyEvent& event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const int key = event.key() == Qt::Key_Backtab ? Qt::Key_Tab : event.key();
    return QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(key)));
}

} // namespace

PageKeys::PageKeys(QWidget* page, const Actions& actions, QList<ActionId> kept)
    : QObject(page), m_actions(actions), m_kept(std::move(kept))
{
    page->installEventFilter(this);
}

bool PageKeys::isKept(const QKeySequence& key) const
{
    return std::none_of(allActions().begin(), allActions().end(), [&](const ActionInfo& info) {
        const Keys& keys = m_actions.keymap().keys(info.id);
        return info.scope == ActionScope::Work && !m_kept.contains(info.id)
               && std::any_of(keys.begin(), keys.end(), [&](const QKeySequence& each) { return isClash(each, key); });
    });
}

/// Accepting the question whether a key is a shortcut makes it none.
bool PageKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    if (isKept(sequenceOf(*static_cast<QKeyEvent*>(event))))
        return false;
    event->accept();
    return true;
}

} // namespace biomedica::ui
