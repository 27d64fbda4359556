// The right end of the label bar: says loudly what the keys hit, says what Enter does, and has the buttons for
// what is not an option of a question.
//
// Thread contract: GUI thread.
#pragma once

#include "core/base/answers.h"

#include <QWidget>

class QLabel;

namespace biomedica::ui {

class Actions;
enum class ActionId;
class KeyButton;

class TargetPanel : public QWidget {
    Q_OBJECT
public:
    explicit TargetPanel(const Actions& actions, QWidget* parent = nullptr);

    /// `selected` figures; 0: the one that is shown.
    void setSelected(qint64 selected);
    /// The question that accepting and clearing are about, and what Enter does there.
    void setQuestion(Question question, const QString& enterHint);

    /// "3 selected figures"
    QString headingText() const;
    QString hintText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void build(const Actions& actions);
    void showHeading();
    void showIcon();

    qint64 m_selected = 0;
    QLabel *m_icon, *m_heading, *m_hint;
    KeyButton *m_accept = nullptr, *m_clear = nullptr;
};

} // namespace biomedica::ui
