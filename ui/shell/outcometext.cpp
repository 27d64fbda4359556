#include "ui/shell/outcometext.h"

#include "ui/common/actions.h"
#include "ui/common/markedtext.h"
#include "ui/session/entrywording.h"
#include "ui/session/wording.h"

#include <algorithm>

namespace biomedica::ui {

namespace {

/// What the annotator no longer says of the base figure, and what is said now in its place.
struct Change {
    QStringList gone, now;
};

QString quoted(const std::string& value)
{
    return QStringLiteral("“%1”").arg(fromUtf8(value));
}

bool holds(const Answer& answer, const std::string& value)
{
    return std::find(answer.begin(), answer.end(), value) != answer.end();
}

Change changeOf(const Outcome& outcome)
{
    Change change;
    for (const Question question : allQuestions) {
        const auto& vote = outcome.receipt.entry.decision[question];
        const Answer& before = outcome.before[static_cast<std::size_t>(question)];
        if (!vote || before.empty())
            continue;
        const Answer now = vote->isWithdrawn ? Answer() : vote->answer;
        const qsizetype goneBefore = change.gone.size();
        for (const std::string& value : before)
            if (!holds(now, value))
                change.gone += quoted(value);
        if (change.gone.size() == goneBefore)
            continue;
        for (const std::string& value : now)
            if (!holds(before, value))
                change.now += quoted(value);
    }
    return change;
}

/// "“bar plot” (secondary class)"
QString withQuestions(const journal::Decision& decision)
{
    QStringList questions;
    for (const Question question : allQuestions)
        if (decision[question])
            questions += Wording::questionName(question);
    const QString what = Wording::decisionText(decision);
    return questions.isEmpty() ? what : OutcomeText::tr("%1 (%2)").arg(what, questions.join(QStringLiteral(", ")));
}

/// Different decisions made in one go: what they have in common.
QString whatOf(const workspace::LabelReceipt& receipt)
{
    const journal::Entry& entry = receipt.entry;
    if (entry.group.empty())
        return EntryWording::what(entry);
    return entry.source == journal::Source::Imported
               ? OutcomeText::tr("the answers of the shards")
               : OutcomeText::tr("%n decision(s)", nullptr, static_cast<int>(receipt.entries));
}

/// Of a set of classes that was undone only what came back or went.
QString undoneOf(const Outcome& outcome)
{
    QStringList undone;
    if (outcome.receipt.rows.size() == 1 && outcome.receipt.entries == 1)
        for (const Question question : {Question::Primary, Question::Secondary}) {
            const auto& vote = outcome.receipt.entry.decision[question];
            const Answer& again = outcome.before[static_cast<std::size_t>(question)];
            if (!vote || vote->isWithdrawn || again.empty())
                continue;
            for (const std::string& value : vote->answer)
                if (!holds(again, value))
                    undone += quoted(value);
            for (const std::string& value : again)
                if (!holds(vote->answer, value))
                    undone += OutcomeText::tr("taking away %1").arg(quoted(value));
        }
    return undone.isEmpty() ? whatOf(outcome.receipt) : undone.join(QStringLiteral(", "));
}

} // namespace

QString OutcomeText::ofDecision(const Outcome& outcome)
{
    const journal::Decision& decision = outcome.receipt.entry.decision;
    if (outcome.receipt.entry.kind == journal::EntryKind::EditTaxonomy)
        return EntryWording::what(outcome.receipt.entry);
    const auto figures = outcome.receipt.figures;
    const bool isRepeated = outcome.kind == Outcome::Kind::Repeated;
    if (outcome.receipt.entries > 1)
        return tr("%1 on %2").arg(whatOf(outcome.receipt), Wording::figures(figures));
    if (figures > 1) {
        const QString what = isRepeated ? withQuestions(decision) : whatOf(outcome.receipt);
        return tr("%1 on %2").arg(what, Wording::figures(figures));
    }
    const auto [gone, now] = changeOf(outcome);
    const QString comma = QStringLiteral(", ");
    if (!gone.isEmpty() && !now.isEmpty())
        return tr("Replaced %1 by %2").arg(gone.join(comma), now.join(comma));
    if (!gone.isEmpty())
        return tr("Took away %1").arg(gone.join(comma));
    return isRepeated ? tr("Repeated %1").arg(withQuestions(decision)) : QString();
}

QString OutcomeText::note(const Outcome& outcome, const Actions& actions)
{
    const bool isAboutFigures = outcome.receipt.figures > 0;
    const QString what = whatOf(outcome.receipt);
    const QString figures = Wording::figures(outcome.receipt.figures);
    const QString undo = actions.keyText(ActionId::Undo), redo = actions.keyText(ActionId::Redo);
    QString text;
    switch (outcome.kind) {
    case Outcome::Kind::Decided:
    case Outcome::Kind::Repeated:
        text = ofDecision(outcome);
        return text.isEmpty() || undo.isEmpty() ? text : tr("%1 · %2 undoes").arg(text, undo);
    case Outcome::Kind::Undone:
        text = isAboutFigures ? tr("Undid %1 on %2").arg(undoneOf(outcome), figures) : tr("Undid: %1").arg(what);
        return redo.isEmpty() ? text : tr("%1 · %2 redoes").arg(text, redo);
    case Outcome::Kind::Redone:
        return isAboutFigures ? tr("Redid %1 on %2").arg(what, figures) : tr("Redid: %1").arg(what);
    }
    return text;
}

} // namespace biomedica::ui
