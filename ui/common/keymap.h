// Which action has which keys: a preset and what the person changed in it. No two actions have the same key, by
// construction: the person's keys go before the preset's, and the preset's before those of the action table.
//
// Thread contract: a value.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QString>

class QSettings;

namespace biomedica::ui {

enum class ActionId;
enum class ActionScope;

using Keys = QList<QKeySequence>;

/// What giving a key to an action would mean.
struct KeyCheck {
    enum class Verdict {
        Free,
        OutsideText, ///< free, but a text field types it: there it does nothing
        Moves,       ///< free, but lists and pictures are moved with it: where single keys work it does this instead
        Taken,       ///< by `owners`: the same key, or the beginning of a chord
        Answers,     ///< refused: answers the current question
        OpensMenu,   ///< refused: opens the menu of the window
    };
    Verdict verdict = Verdict::Free;
    QList<ActionId> owners;

    bool isRefused() const { return verdict >= Verdict::Answers; }
    bool operator==(const KeyCheck&) const = default;
};

class Keymap {
public:
    /// The action table's keys.
    Keymap();

    /// What is unknown, refused or there twice in the settings is left out.
    static Keymap read(const QSettings& settings);
    /// Only what differs: the preset's name and the person's changes.
    void write(QSettings& settings) const;

    const QString& preset() const { return m_preset; }
    /// An unknown one is the default. The person's changes stay.
    void setPreset(const QString& id);

    const Keys& keys(ActionId action) const { return m_keys[static_cast<int>(action)]; }
    bool isChanged(ActionId action) const { return m_changed.contains(action); }
    bool isChanged() const { return !m_changed.isEmpty(); }

    KeyCheck check(ActionId action, const QKeySequence& key) const;
    /// Those who have it, or a chord that begins with it, lose it. `key` is not refused.
    void addKey(ActionId action, const QKeySequence& key);
    void removeKey(ActionId action, const QKeySequence& key);
    void clear(ActionId action);
    /// As in the preset, but for the keys that the person gave to others.
    void reset(ActionId action);
    void resetAll();

    bool operator==(const Keymap& other) const { return m_preset == other.m_preset && m_changed == other.m_changed; }

private:
    void setKeys(ActionId action, const Keys& keys);
    void resolve();

    QString m_preset;
    QMap<ActionId, Keys> m_changed;
    QList<Keys> m_keys; ///< of every action
};

/// "Ctrl+Z Backspace" as in the action table.
Keys parseKeys(const QString& text);

/// The same key, or one begins the other.
bool isClash(const QKeySequence& one, const QKeySequence& other);

/// A key without Ctrl, Alt or Meta that widgets move, press or edit with: an action of the whole window has it only
/// where single keys work.
bool isWidgetKey(const QKeySequence& key);

} // namespace biomedica::ui
