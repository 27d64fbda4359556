#include "ui/review/questionvotes.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/review/answercard.h"
#include "ui/session/wording.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace biomedica::ui {

namespace {

constexpr int mostDigits = 9;

QString remarkOf(const annotation::FigureLabels& labels, const std::string& annotator)
{
    for (const annotation::FigureRemark& remark : labels.remarks) {
        if (remark.annotator != annotator)
            continue;
        QStringList words;
        if (!remark.note.empty())
            words += fromUtf8(remark.note);
        if (remark.status == journal::Status::Unsure)
            words += QuestionVotes::tr("unsure");
        if (remark.isFlagged)
            words += QuestionVotes::tr("flagged");
        return words.join(QStringLiteral(" · "));
    }
    return {};
}

} // namespace

QuestionVotes::QuestionVotes(Question question, QWidget* parent)
    : QWidget(parent), m_question(question), m_name(makeHeading(Wording::questionName(question))),
      m_state(makeMutedLabel({})), m_area(new QWidget), m_flow(new FlowLayout(m_area, measure::gap))
{
    setTextFont(m_state, measure::smallTextSize);
    m_state->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(measure::gap);
    head->addWidget(m_name);
    head->addWidget(m_state, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::gap, measure::grid, 0, measure::grid);
    layout->setSpacing(measure::grid);
    layout->addLayout(head);
    layout->addWidget(m_area);
}

void QuestionVotes::setDetail(const workspace::FigureDetail& detail, const annotation::Taxonomy& taxonomy)
{
    qDeleteAll(std::exchange(m_cards, {}));
    m_isDisputed = detail.labels[m_question].agreement == annotation::Agreement::Undecided;
    addCards(detail, taxonomy);
    showState(detail);
    numberCards();
    m_area->setVisible(!m_cards.isEmpty());
    m_area->updateGeometry();
}

void QuestionVotes::addCards(const workspace::FigureDetail& detail, const annotation::Taxonomy& taxonomy)
{
    const Scheme scheme = coloursFor(palette()).scheme;
    std::vector<std::pair<Answer, QList<Voter>>> answers; // those of most voters first
    for (const annotation::FigureVote& vote : detail.labels.votes) {
        if (vote.question != m_question)
            continue;
        auto found =
            std::find_if(answers.begin(), answers.end(), [&](const auto& one) { return one.first == vote.answer; });
        if (found == answers.end())
            found = answers.insert(answers.end(), {vote.answer, {}});
        found->second.append(
            {fromUtf8(vote.annotator), Wording::when(vote.atMs), remarkOf(detail.labels, vote.annotator)});
    }
    std::stable_sort(answers.begin(), answers.end(),
                     [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
    const auto& imported = detail.imported[m_question];
    const auto isGiven = [&](const auto& one) { return one.first == *imported; };
    if (!answers.empty() && imported && std::none_of(answers.begin(), answers.end(), isGiven))
        answers.push_back({*imported, {}});
    const auto& consensus = detail.labels[m_question];
    for (auto& [answer, voters] : answers) {
        QList<Chip> chips;
        for (const std::string& value : answer)
            chips.append(chipFor(taxonomy, m_question, value,
                                 voters.isEmpty() ? ChipOrigin::Imported : ChipOrigin::Hand, scheme));
        auto* card = new AnswerCard(answer, chips, voters, m_area);
        card->setHolding(consensus.agreement == annotation::Agreement::Decided && consensus.answer == answer);
        card->installEventFilter(this);
        connect(card, &QAbstractButton::clicked, this,
                [this, chosen = answer] { Q_EMIT answerChosen(m_question, chosen); });
        m_flow->addWidget(card);
        card->show();
        m_cards.append(card);
    }
}

void QuestionVotes::showState(const workspace::FigureDetail& detail)
{
    const auto& adjudications = detail.labels.adjudications;
    const auto decided = std::find_if(adjudications.begin(), adjudications.end(),
                                      [this](const auto& one) { return one.question == m_question; });
    const auto voters = std::count_if(detail.labels.votes.begin(), detail.labels.votes.end(),
                                      [this](const auto& vote) { return vote.question == m_question; });
    QString text;
    if (decided != adjudications.end())
        text = tr("decided by %1, %2", "who, when").arg(fromUtf8(decided->reviewer), Wording::when(decided->atMs));
    else if (m_isDisputed)
        text = tr("disputed: no majority");
    else if (detail.labels[m_question].agreement == annotation::Agreement::Decided)
        text = m_cards.size() > 1 ? tr("decided by the majority") : voters == 1 ? tr("one vote") : tr("agreed");
    else
        text = tr("nobody has answered");
    m_state->setText(text);
    m_state->setProperty("isBad", m_isDisputed);
    m_state->setProperty("isMuted", !m_isDisputed);
    m_state->style()->unpolish(m_state);
    m_state->style()->polish(m_state);
}

QString QuestionVotes::stateText() const
{
    return m_state->text();
}

void QuestionVotes::setCurrent(bool isCurrent)
{
    m_isCurrent = isCurrent;
    numberCards();
    update();
}

void QuestionVotes::numberCards()
{
    int digit = 0;
    for (AnswerCard* card : std::as_const(m_cards))
        card->setDigit(m_isCurrent && digit < mostDigits ? ++digit : 0);
}

bool QuestionVotes::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT entered(m_question);
    return QWidget::eventFilter(watched, event);
}

/// A bar at the left of the current one; the digits say the same without colour.
void QuestionVotes::paintEvent(QPaintEvent*)
{
    if (!m_isCurrent)
        return;
    QPainter painter(this);
    painter.fillRect(0, measure::grid, measure::grid / 2, height() - 2 * measure::grid, coloursFor(palette()).accent);
}

} // namespace biomedica::ui
