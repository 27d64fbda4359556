#include "ui/review/votespane.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/review/lifestory.h"
#include "ui/review/readingparts.h"
#include "ui/session/wording.h"

#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace biomedica::ui {

VotesPane::VotesPane(QWidget* parent) : QWidget(parent)
{
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, measure::gap, 0);
    layout->setSpacing(measure::gap);
    m_verdict = addReadingText(layout, tr("Review"));
    for (const Question question : allQuestions) {
        auto* votes = new QuestionVotes(question);
        connect(votes, &QuestionVotes::answerChosen, this, &VotesPane::answerChosen);
        connect(votes, &QuestionVotes::entered, this, [this](Question entered) { setCurrent(entered); });
        m_questions[static_cast<std::size_t>(question)] = votes;
        layout->addWidget(votes);
    }
    layout->addWidget(makeLine());
    layout->addWidget(makeHeading(tr("What happened to this figure")));
    m_life = addReadingText(layout, tr("What happened to this figure"));
    m_life->setTextFormat(Qt::RichText);
    layout->addStretch(1);
    m_scroll = makePlainScroll(body, tr("Votes and history"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);
}

void VotesPane::setFigure(const workspace::FigureDetail& detail, const std::vector<workspace::HistoryEntry>& history,
                          const annotation::Taxonomy& taxonomy)
{
    for (QuestionVotes* votes : m_questions)
        votes->setDetail(detail, taxonomy);
    showVerdict(detail.labels.review);
    m_life->setText(LifeStory::toHtml(history, palette()));
}

void VotesPane::showVerdict(const annotation::FigureReview& review)
{
    const QString who = fromUtf8(review.reviewer), when = Wording::when(review.atMs);
    QString verdict;
    switch (review.verdict) {
    case annotation::Verdict::None: break;
    case annotation::Verdict::Accepted: verdict = tr("Accepted by %1, %2").arg(who, when); break;
    case annotation::Verdict::SentBack:
        verdict = tr("Sent back by %1, %2: %3").arg(who, when, fromUtf8(review.comment));
        break;
    case annotation::Verdict::Reopened: verdict = tr("Reopened by %1, %2").arg(who, when); break;
    }
    m_verdict->setText(verdict);
    m_verdict->setVisible(!verdict.isEmpty());
}

void VotesPane::setCurrent(std::optional<Question> current)
{
    m_current = current;
    for (QuestionVotes* votes : m_questions)
        votes->setCurrent(current == votes->question());
    if (current)
        m_scroll->ensureWidgetVisible(question(*current), 0, 0);
}

void VotesPane::moveBy(int step)
{
    if (!m_current)
        return;
    const int count = static_cast<int>(allQuestions.size());
    for (int place = static_cast<int>(*m_current) + step; place >= 0 && place < count; place += step)
        if (m_questions[static_cast<std::size_t>(place)]->hasAnswers()) {
            setCurrent(allQuestions[static_cast<std::size_t>(place)]);
            return;
        }
}

std::optional<Question> VotesPane::firstDisputed() const
{
    const auto found = std::find_if(allQuestions.begin(), allQuestions.end(),
                                    [this](Question each) { return question(each)->isDisputed(); });
    return found == allQuestions.end() ? std::nullopt : std::optional(*found);
}

std::optional<Question> VotesPane::firstAnswered() const
{
    const auto found = std::find_if(allQuestions.begin(), allQuestions.end(),
                                    [this](Question each) { return question(each)->hasAnswers(); });
    return found == allQuestions.end() ? std::nullopt : std::optional(*found);
}

QString VotesPane::lifeText() const
{
    return m_life->text();
}

} // namespace biomedica::ui
