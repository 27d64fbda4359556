#include "ui/common/keymap.h"

#include "ui/common/actions.h"
#include "ui/common/keypresets.h"

#include <QMetaEnum>
#include <QSettings>
#include <algorithm>
#include <array>
#include <optional>

namespace biomedica::ui {

namespace {

const QString presetKey = QStringLiteral("keys/preset");
const QString changesGroup = QStringLiteral("keys/changed");

using Verdict = KeyCheck::Verdict;

const KeyPreset& presetOf(const QString& id)
{
    const auto presets = keyPresets();
    const auto found = std::find_if(presets.begin(), presets.end(),
                                    [&](const KeyPreset& preset) { return id == QLatin1String(preset.id); });
    return found == presets.end() ? presets.front() : *found;
}

QMap<ActionId, Keys> keysOf(const KeyPreset& preset)
{
    QMap<ActionId, Keys> keys;
    for (const PresetKeys& one : preset.keys)
        keys[one.action] = parseKeys(QString::fromLatin1(one.keys));
    return keys;
}

QMap<ActionId, Keys> keysOfTable()
{
    QMap<ActionId, Keys> keys;
    for (const ActionInfo& info : allActions())
        keys[info.id] = parseKeys(QString::fromLatin1(info.keys));
    return keys;
}

bool clashesWithAny(const Keys& keys, const QKeySequence& key)
{
    return std::any_of(keys.begin(), keys.end(), [&](const QKeySequence& one) { return isClash(one, key); });
}

bool isPlain(QKeyCombination key)
{
    return !(key.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

bool isDigit(int key)
{
    return key >= Qt::Key_0 && key <= Qt::Key_9;
}

/// With every layout's characters: what is below the function keys.
bool isTyped(QKeyCombination key)
{
    return isPlain(key) && key.key() < Qt::Key_Escape;
}

std::optional<Verdict> refusal(const QKeySequence& key)
{
    const QKeyCombination first = key[0];
    if (isPlain(first) && isDigit(first.key()))
        return Verdict::Answers;
    if (first == QKeyCombination(Qt::Key_F10))
        return Verdict::OpensMenu;
    return std::nullopt;
}

/// Lets lower layers see what is taken already.
class Resolution {
public:
    explicit Resolution(QList<Keys>& keys) : m_keys(keys), m_isSet(keys.size(), false) {}

    void add(const QMap<ActionId, Keys>& layer)
    {
        for (auto one = layer.begin(); one != layer.end(); ++one) {
            const int index = static_cast<int>(one.key());
            if (m_isSet[index])
                continue;
            m_isSet[index] = true;
            for (const QKeySequence& key : one.value())
                if (!clashesWithAny(m_taken, key)) {
                    m_keys[index].append(key);
                    m_taken.append(key);
                }
        }
    }

private:
    QList<Keys>& m_keys;
    QList<bool> m_isSet;
    Keys m_taken;
};

} // namespace

Keys parseKeys(const QString& text)
{
    Keys keys;
    for (const QString& key : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        keys.append(QKeySequence(key, QKeySequence::PortableText));
    return keys;
}

bool isClash(const QKeySequence& one, const QKeySequence& other)
{
    return one.matches(other) != QKeySequence::NoMatch || other.matches(one) != QKeySequence::NoMatch;
}

bool isWidgetKey(const QKeySequence& key)
{
    constexpr std::array keys = {Qt::Key_Backspace, Qt::Key_Delete,  Qt::Key_Insert,  Qt::Key_Return, Qt::Key_Enter,
                                 Qt::Key_Space,     Qt::Key_Tab,     Qt::Key_Backtab, Qt::Key_Escape, Qt::Key_Left,
                                 Qt::Key_Right,     Qt::Key_Up,      Qt::Key_Down,    Qt::Key_Home,   Qt::Key_End,
                                 Qt::Key_PageUp,    Qt::Key_PageDown};
    return isPlain(key[0]) && std::find(keys.begin(), keys.end(), key[0].key()) != keys.end();
}

Keymap::Keymap() : m_preset(QString::fromLatin1(keyPresets().front().id))
{
    resolve();
}

Keymap Keymap::read(const QSettings& settings)
{
    Keymap map;
    map.m_preset = QString::fromLatin1(presetOf(settings.value(presetKey).toString()).id);
    const auto names = QMetaEnum::fromType<ActionId>();
    for (const ActionInfo& info : allActions()) {
        const QString name = QString::fromLatin1(names.valueToKey(static_cast<int>(info.id)));
        const QString place = changesGroup + QLatin1Char('/') + name;
        if (!settings.contains(place))
            continue;
        Keys& keys = map.m_changed[info.id];
        for (const QString& text : settings.value(place).toStringList()) {
            const QKeySequence key(text, QKeySequence::PortableText);
            if (!key.isEmpty() && key[0].key() != Qt::Key_unknown && !refusal(key))
                keys.append(key);
        }
    }
    map.resolve();
    return map;
}

void Keymap::write(QSettings& settings) const
{
    settings.setValue(presetKey, m_preset);
    settings.remove(changesGroup);
    const auto names = QMetaEnum::fromType<ActionId>();
    for (auto one = m_changed.begin(); one != m_changed.end(); ++one) {
        QStringList texts;
        for (const QKeySequence& key : one.value())
            texts += key.toString(QKeySequence::PortableText);
        settings.setValue(changesGroup + QLatin1Char('/')
                              + QString::fromLatin1(names.valueToKey(static_cast<int>(one.key()))),
                          texts);
    }
}

void Keymap::setPreset(const QString& id)
{
    m_preset = QString::fromLatin1(presetOf(id).id);
    resolve();
}

KeyCheck Keymap::check(ActionId action, const QKeySequence& key) const
{
    if (const auto refused = refusal(key))
        return {*refused, {}};
    KeyCheck check;
    for (const ActionInfo& info : allActions())
        if (info.id != action && clashesWithAny(keys(info.id), key))
            check.owners.append(info.id);
    constexpr std::array moving = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up,     Qt::Key_Down,
                                   Qt::Key_Home, Qt::Key_End,   Qt::Key_PageUp, Qt::Key_PageDown};
    const auto scope = allActions()[static_cast<std::size_t>(action)].scope;
    if (!check.owners.isEmpty())
        check.verdict = Verdict::Taken;
    else if (isPlain(key[0]) && std::find(moving.begin(), moving.end(), key[0].key()) != moving.end())
        check.verdict = Verdict::Moves;
    else if (scope == ActionScope::Window && isTyped(key[0]))
        check.verdict = Verdict::OutsideText;
    return check;
}

void Keymap::addKey(ActionId action, const QKeySequence& key)
{
    Q_ASSERT(!refusal(key));
    for (auto one = m_changed.begin(); one != m_changed.end(); ++one)
        if (one.key() != action)
            one.value().removeIf([&](const QKeySequence& other) { return isClash(other, key); });
    Keys all = keys(action);
    all.removeIf([&](const QKeySequence& other) { return isClash(other, key); });
    all.append(key);
    setKeys(action, all);
}

void Keymap::removeKey(ActionId action, const QKeySequence& key)
{
    Keys rest = keys(action);
    rest.removeAll(key);
    setKeys(action, rest);
}

void Keymap::clear(ActionId action)
{
    setKeys(action, {});
}

void Keymap::reset(ActionId action)
{
    m_changed.remove(action);
    resolve();
}

void Keymap::resetAll()
{
    m_changed.clear();
    resolve();
}

/// What the action would have without a change is none.
void Keymap::setKeys(ActionId action, const Keys& keys)
{
    reset(action);
    if (this->keys(action) == keys)
        return;
    m_changed[action] = keys;
    resolve();
}

void Keymap::resolve()
{
    m_keys = QList<Keys>(static_cast<qsizetype>(allActions().size()));
    Resolution resolution(m_keys);
    resolution.add(m_changed);
    resolution.add(keysOf(presetOf(m_preset)));
    resolution.add(keysOfTable());
}

} // namespace biomedica::ui
