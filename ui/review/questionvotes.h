// One of the four questions in review: its state in words and the given answers side by side.
//
// Thread contract: GUI thread.
#pragma once

#include "core/workspace/workspace.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace biomedica::ui {

class AnswerCard;
class FlowLayout;

class QuestionVotes : public QWidget {
    Q_OBJECT
public:
    explicit QuestionVotes(Question question, QWidget* parent = nullptr);

    Question question() const { return m_question; }
    void setDetail(const workspace::FigureDetail& detail, const annotation::Taxonomy& taxonomy);
    /// Its answers carry digits.
    void setCurrent(bool isCurrent);
    bool isCurrent() const { return m_isCurrent; }
    bool hasAnswers() const { return !m_cards.isEmpty(); }
    bool isDisputed() const { return m_isDisputed; }

    const QList<AnswerCard*>& cards() const { return m_cards; }
    QString stateText() const;

Q_SIGNALS:
    void answerChosen(biomedica::Question question, const biomedica::Answer& answer);
    /// The focus came to one of its answers.
    void entered(biomedica::Question question);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void addCards(const workspace::FigureDetail& detail, const annotation::Taxonomy& taxonomy);
    void showState(const workspace::FigureDetail& detail);
    void numberCards();

    Question m_question;
    bool m_isCurrent = false, m_isDisputed = false;
    QLabel *m_name, *m_state;
    QWidget* m_area;
    FlowLayout* m_flow;
    QList<AnswerCard*> m_cards;
};

} // namespace biomedica::ui
