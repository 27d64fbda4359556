// A button with its key printed on it. Takes no focus: a click leaves it where the keys work.
//
// Thread contract: GUI thread.
#pragma once

#include <QAbstractButton>
#include <algorithm>

namespace biomedica::ui {

class Actions;
enum class ActionId;

class KeyButton : public QAbstractButton {
    Q_OBJECT
public:
    /// `key` may be empty.
    KeyButton(const QString& key, const QString& text, QWidget* parent = nullptr);

    void setKey(const QString& key);
    /// The text, for eye and screen reader.
    void setWords(const QString& text);

    QSize sizeHint() const override { return m_hint; }
    QSize minimumSizeHint() const override { return {std::min(sizeHint().width(), 60), sizeHint().height()}; }

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void measureHint();
    int keyWidth() const;
    int textLeft() const;

    QString m_key;
    QSize m_hint; ///< measured once: layouts ask again and again
};

/// Does what the action does, with its key printed on it.
KeyButton* makeKeyButton(const Actions& actions, ActionId id, const QString& text);

} // namespace biomedica::ui
