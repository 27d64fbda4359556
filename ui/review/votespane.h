// All votes on a figure, question by question; what a reviewer has said of it, and what happened to it until now. One
// question is the current one, whose answers carry digits.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/review/questionvotes.h"

#include <array>
#include <optional>
#include <vector>

class QScrollArea;

namespace biomedica::ui {

class VotesPane : public QWidget {
    Q_OBJECT
public:
    explicit VotesPane(QWidget* parent = nullptr);

    void setFigure(const workspace::FigureDetail& detail, const std::vector<workspace::HistoryEntry>& history,
                   const annotation::Taxonomy& taxonomy);

    QuestionVotes* question(Question question) const { return m_questions[static_cast<std::size_t>(question)]; }
    std::optional<Question> current() const { return m_current; }
    void setCurrent(std::optional<Question> current);
    /// To the next question that has answers, up or down.
    void moveBy(int step);
    std::optional<Question> firstDisputed() const;
    std::optional<Question> firstAnswered() const;
    QString lifeText() const;

Q_SIGNALS:
    void answerChosen(biomedica::Question question, const biomedica::Answer& answer);

private:
    void showVerdict(const annotation::FigureReview& review);

    std::array<QuestionVotes*, 4> m_questions{};
    std::optional<Question> m_current;
    QLabel *m_verdict, *m_life;
    QScrollArea* m_scroll;
};

} // namespace biomedica::ui
