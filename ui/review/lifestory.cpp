#include "ui/review/lifestory.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/session/entrywording.h"
#include "ui/session/wording.h"

#include <algorithm>

namespace biomedica::ui {

QString LifeStory::decision(const journal::Decision& decision)
{
    QStringList parts;
    for (const Question question : allQuestions) {
        if (!decision[question])
            continue;
        journal::Decision one;
        one[question] = decision[question];
        parts += tr("%1 %2", "question, answer").arg(Wording::questionName(question), Wording::decisionText(one));
    }
    journal::Decision rest = decision;
    rest.votes = {};
    rest.note.reset();
    if (!rest.isEmpty())
        parts += Wording::decisionText(rest);
    if (decision.note)
        parts += decision.note->empty() ? tr("note removed") : tr("note “%1”").arg(fromUtf8(*decision.note));
    return parts.join(QStringLiteral(", "));
}

QString LifeStory::words(const journal::Entry& entry)
{
    if (entry.kind != journal::EntryKind::Decide)
        return EntryWording::what(entry);
    const QString what = decision(entry.decision);
    return entry.source == journal::Source::Hand
               ? what
               : tr("%1 (%2)", "what, how").arg(what, EntryWording::sourceName(entry.source));
}

QString LifeStory::toHtml(const std::vector<workspace::HistoryEntry>& history, const QPalette& palette)
{
    const QString muted = coloursFor(palette).muted.name();
    QString html;
    for (auto entry = history.rbegin(); entry != history.rend(); ++entry) {
        const QString when = Wording::dateAndTime(entry->entry.atMs);
        QString what = words(entry->entry).toHtmlEscaped();
        if (entry->isUndone)
            what = tr("%1 — undone").arg(QStringLiteral("<s>%1</s>").arg(what));
        const QString whenAndWho =
            tr("%1 · %2", "when, who")
                .arg(QStringLiteral("<span style=\"color:%1\">%2</span>").arg(muted, when.toHtmlEscaped()),
                     QStringLiteral("<b>%1</b>").arg(fromUtf8(entry->entry.annotator).toHtmlEscaped()));
        html += QStringLiteral("<p style=\"margin:0 0 4px 0\">%1: %2</p>").arg(whenAndWho, what);
    }
    return html;
}

} // namespace biomedica::ui
