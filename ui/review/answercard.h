// One of the answers to a question, with everybody who gave it: a click, or the digit printed on it, makes it the
// reviewer's last word.
//
// Thread contract: GUI thread.
#pragma once

#include "core/base/answers.h"
#include "ui/common/chip.h"

#include <QAbstractButton>
#include <QList>

namespace biomedica::ui {

struct Voter {
    QString name;
    QString when;   ///< short
    QString remark; ///< what they noted about the figure, "" = nothing
};

class AnswerCard : public QAbstractButton {
    Q_OBJECT
public:
    /// `voters` is empty for what the shard says.
    AnswerCard(Answer answer, QList<Chip> chips, QList<Voter> voters, QWidget* parent = nullptr);

    const Answer& answer() const { return m_answer; }
    /// 1 to 9; 0 = none, while another question is the current one.
    void setDigit(int digit);
    int digit() const { return m_digit; }
    /// It is the answer that holds now: by a majority, or by the reviewer.
    void setHolding(bool isHolding);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString answerText() const;
    void updateNames();
    int digitWidth() const;
    int lineHeight() const;
    int voterWidth(const Voter& voter) const;
    void paintVoter(QPainter& painter, const QRect& line, const Voter& voter) const;

    Answer m_answer;
    QList<Chip> m_chips;
    QList<Voter> m_voters;
    int m_digit = 0;
    bool m_isHolding = false;
};

} // namespace biomedica::ui
