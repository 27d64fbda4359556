// A question in one corner of the label bar: its name, and the answer so far. A click makes it the one
// that the keys answer.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/chip.h"

#include <QAbstractButton>

namespace biomedica::ui {

class QuestionHead : public QAbstractButton {
    Q_OBJECT
public:
    /// `hint` says how many answers the question takes, `shortHint` does where there is little room.
    QuestionHead(const QString& name, const QString& hint, const QString& shortHint, QWidget* parent = nullptr);

    void setCurrent(bool isCurrent);
    /// `words` stand where there are no chips.
    void setAnswer(QList<Chip> chips, const QString& words);
    QString answerText() const;
    /// The answer contradicts another one: said by a line around it and in words.
    void setContradicting(bool isContradicting);
    bool isContradicting() const { return m_isContradicting; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {90, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    QString m_hint, m_shortHint;
    bool m_isCurrent = false, m_isContradicting = false;
    QList<Chip> m_chips;
    QString m_words;
};

} // namespace biomedica::ui
