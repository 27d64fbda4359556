// The right end of the label bar: says loudly what the keys hit, says what Enter does, and has the buttons for
// what is not an option of a question.
//
// Thread contract: GUI thread.
#pragma once

#include "core/annotation/figure_labels.h"
#include "core/base/answers.h"

#include <QWidget>

class QLabel;

namespace biomedica::ui {

class Actions;
enum class ActionId;
class ElidedLabel;
class KeyButton;

class TargetPanel : public QWidget {
    Q_OBJECT
public:
    explicit TargetPanel(const Actions& actions, QWidget* parent = nullptr);

    /// `selected` figures; 0: the one that is shown.
    void setSelected(qint64 selected);
    /// What the annotator has said of the figure besides answers.
    void setRemark(const annotation::FigureRemark& remark);
    /// False: the figure that is shown is none of the selected ones, which is said.
    void setShownIsHit(bool isHit);
    /// The question that accepting and clearing are about, and what Enter does there.
    void setQuestion(Question question, const QString& enterHint);

    /// "3 selected figures"
    QString headingText() const;
    QString hintText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void build(const Actions& actions);
    void showIcon();
    void showHint();

    const Actions& m_actions;
    qint64 m_selected = 0;
    bool m_isShownHit = true;
    QString m_about; ///< the question, and what Enter does
    QLabel *m_icon, *m_heading;
    ElidedLabel* m_hint;
    KeyButton *m_accept = nullptr, *m_clear = nullptr;
    KeyButton *m_unsure = nullptr, *m_skip = nullptr, *m_flag = nullptr, *m_note = nullptr;
};

} // namespace biomedica::ui
