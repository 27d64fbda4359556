// The four questions with the answers so far: the annotator's own and what holds of the figure that is shown, or what
// all selected figures have in common. Marks those of the annotator's answers that do not go together.
//
// Thread contract: GUI thread.
#pragma once

#include "core/base/answers.h"
#include "ui/annotate/commonanswers.h"
#include "ui/annotate/questionhead.h"

#include <QWidget>
#include <array>
#include <optional>

namespace biomedica::ui {

class AnswerHeads : public QWidget {
    Q_OBJECT
public:
    explicit AnswerHeads(const Session& session, QWidget* parent = nullptr);

    /// nullptr: there is no figure, or it is being read.
    void showFigure(const workspace::FigureDetail* detail);
    /// nullopt: they are being read.
    void showCommon(const std::optional<CommonAnswers::ByQuestion>& common);
    void setCurrent(Question question);

    /// The annotator's votes; of a selection, votes that all figures have.
    const Answer& own(Question question) const { return m_own[static_cast<std::size_t>(question)]; }
    /// What holds of the figure, or of all selected ones.
    const Answer& effective(Question question) const { return m_effective[static_cast<std::size_t>(question)]; }
    QuestionHead* head(Question question) const { return m_heads[static_cast<std::size_t>(question)]; }

Q_SIGNALS:
    void chosen(Question question);

private:
    void forget();
    void showAnswer(Question question, const workspace::FigureDetail& detail);
    void showContradictions();

    const Session& m_session;
    std::array<Answer, 4> m_own, m_effective;
    std::array<QuestionHead*, 4> m_heads{};
};

} // namespace biomedica::ui
