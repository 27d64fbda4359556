// The keys of one action: each to take away, one more to press, and what stands in its way.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"

#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;

namespace biomedica::ui {

class FlowLayout;
class KeyCapture;

class KeyEditor : public QWidget {
    Q_OBJECT
public:
    explicit KeyEditor(Actions& actions, QWidget* parent = nullptr);

    void setAction(std::optional<ActionId> action);
    /// The next key that is pressed becomes one of the action's.
    void beginCapture();
    void clearKeys();

    KeyCapture* capture() const { return m_capture; }
    QLabel* message() const { return m_message; }
    QPushButton* takeButton() const { return m_take; }
    QPushButton* keepButton() const { return m_keep; }
    QPushButton* resetButton() const { return m_reset; }

Q_SIGNALS:
    /// The person is done with the action for now.
    void left();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void showKeys();
    void showQuestion(const QString& text);
    void showMessage(const QString& text);
    void judge(const QKeySequence& key);
    void give(const QKeySequence& key);
    void leave();
    QString refusalText(const QKeySequence& key, KeyCheck::Verdict verdict) const;
    QString hintText(const QKeySequence& key, KeyCheck::Verdict verdict) const;
    QString ownersText(const QList<ActionId>& owners) const;

    Actions& m_actions;
    std::optional<ActionId> m_action;
    QKeySequence m_wanted; ///< by another action, too, while the person is asked
    QLabel* m_name;
    QWidget* m_keys;
    FlowLayout* m_flow;
    QPushButton* m_add;
    KeyCapture* m_capture;
    QPushButton* m_reset;
    QLabel* m_message;
    QPushButton* m_take;
    QPushButton* m_keep;
};

} // namespace biomedica::ui
