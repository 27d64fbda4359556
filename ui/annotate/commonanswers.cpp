#include "ui/annotate/commonanswers.h"

#include <algorithm>

namespace biomedica::ui {

CommonAnswers::CommonAnswers(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_reading(session.pool(), this)
{
}

void CommonAnswers::setFigures(Rows figures)
{
    if (figures == m_figures)
        return;
    m_figures = std::move(figures);
    m_answers.reset();
    m_reading.cancel();
    readAgain();
}

void CommonAnswers::readAgain()
{
    if (m_figures.empty() || !m_session.workspace())
        return;
    m_reading.start(
        [workspace = m_session.workspace(), figures = m_figures](std::stop_token) -> ByQuestion {
            if (figures.size() > most)
                return {};
            const auto summaries = workspace->summaries(figures);
            return summaries ? commonOf(*summaries) : ByQuestion();
        },
        [this](ByQuestion answers) {
            m_answers = std::move(answers);
            Q_EMIT changed();
        });
}

CommonAnswers::ByQuestion CommonAnswers::commonOf(const std::vector<workspace::FigureSummary>& figures)
{
    ByQuestion common;
    if (figures.empty())
        return common;
    for (const Question question : allQuestions) {
        const auto place = static_cast<std::size_t>(question);
        Common& one = common[place];
        one.answer = figures.front().effective[question].value_or(Answer());
        one.areAlike = std::all_of(figures.begin(), figures.end(), [&](const workspace::FigureSummary& figure) {
            return figure.effective[question].value_or(Answer()) == one.answer;
        });
        one.areByHand = std::all_of(figures.begin(), figures.end(), [place](const workspace::FigureSummary& figure) {
            return figure.isFromVotes[place];
        });
    }
    return common;
}

} // namespace biomedica::ui
