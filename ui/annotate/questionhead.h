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
    explicit QuestionHead(const QString& name, QWidget* parent = nullptr);

    /// `hint` stands behind the name while the question is current.
    void setCurrent(bool isCurrent, const QString& hint);
    void setAnswer(QList<Chip> chips);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {90, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_hint;
    bool m_isCurrent = false;
    QList<Chip> m_chips;
};

} // namespace biomedica::ui
