#include "ui/annotate/answerheads.h"

#include "core/annotation/rules.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/session/wording.h"

#include <QHBoxLayout>

namespace biomedica::ui {

namespace {

std::size_t at(Question question)
{
    return static_cast<std::size_t>(question);
}

} // namespace

AnswerHeads::AnswerHeads(const Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::grid);
    for (const Question question : allQuestions) {
        auto* head = new QuestionHead(Wording::questionName(question),
                                      isListQuestion(question) ? tr("several answers") : tr("one answer"),
                                      isListQuestion(question) ? tr("several", "answers") : tr("one", "answer"));
        connect(head, &QAbstractButton::clicked, this, [this, question] { Q_EMIT chosen(question); });
        m_heads[at(question)] = head;
        row->addWidget(head, 1);
    }
}

void AnswerHeads::setCurrent(Question question)
{
    for (const Question one : allQuestions)
        head(one)->setCurrent(one == question);
}

void AnswerHeads::forget()
{
    m_own = {};
    m_effective = {};
}

void AnswerHeads::showFigure(const workspace::FigureDetail* detail)
{
    forget();
    for (const Question question : allQuestions) {
        if (detail)
            showAnswer(question, *detail);
        else
            head(question)->setAnswer({}, tr("unlabelled"));
    }
    showContradictions();
}

/// One's own word is shown while the others' say something else; the figure panel tells all.
void AnswerHeads::showAnswer(Question question, const workspace::FigureDetail& detail)
{
    const std::string annotator = toUtf8(m_session.annotator());
    bool hasNone = false;
    for (const annotation::FigureVote& vote : detail.labels.votes)
        if (vote.question == question && vote.annotator == annotator) {
            m_own[at(question)] = vote.answer;
            hasNone = vote.answer.empty();
        }
    m_effective[at(question)] = detail.summary.effective[question].value_or(Answer{});
    const bool isOwn = hasNone || !own(question).empty();
    const bool isByHand = isOwn || detail.summary.isFromVotes[at(question)];
    const Scheme scheme = coloursFor(palette()).scheme;
    QList<Chip> chips;
    for (const std::string& value : isOwn ? own(question) : effective(question))
        chips.append(
            chipFor(m_session.taxonomy(), question, value, isByHand ? ChipOrigin::Hand : ChipOrigin::Imported, scheme));
    head(question)->setAnswer(chips, hasNone ? tr("no class fits") : tr("unlabelled"));
}

/// Of a selection no single figure's answers are shown, but those that all have.
void AnswerHeads::showCommon(const std::optional<CommonAnswers::ByQuestion>& common)
{
    forget();
    const Scheme scheme = coloursFor(palette()).scheme;
    for (const Question question : allQuestions) {
        if (!common) {
            head(question)->setAnswer({}, {});
            continue;
        }
        const CommonAnswers::Common& one = (*common)[at(question)];
        QList<Chip> chips;
        if (one.areAlike) {
            m_effective[at(question)] = one.answer;
            m_own[at(question)] = one.areByHand ? one.answer : Answer();
            for (const std::string& value : one.answer)
                chips.append(chipFor(m_session.taxonomy(), question, value,
                                     one.areByHand ? ChipOrigin::Hand : ChipOrigin::Imported, scheme));
        }
        head(question)->setAnswer(
            chips, one.areAlike ? tr("unlabelled") : tr("not the same for all", "of the answers of several figures"));
    }
    showContradictions();
}

/// Where the annotator's own answers do not go together.
void AnswerHeads::showContradictions()
{
    using annotation::Rule;
    Answers answers;
    for (const Question question : allQuestions)
        if (!own(question).empty())
            answers[question] = own(question);
    std::array<bool, 4> isContradicting{};
    for (const annotation::Violation& violation : annotation::contradictionsOf(answers, {}, m_session.taxonomy())) {
        const bool isOfPanels =
            violation.rule == Rule::MultipleWithSinglePanel || violation.rule == Rule::SingleWithMultiplePanels;
        const bool isOfClasses = violation.rule == Rule::ClassOutsideParent;
        for (const Question question : allQuestions)
            isContradicting[at(question)] |= isListQuestion(question) ? isOfClasses : isOfPanels;
    }
    for (const Question question : allQuestions)
        head(question)->setContradicting(isContradicting[at(question)]);
}

} // namespace biomedica::ui
