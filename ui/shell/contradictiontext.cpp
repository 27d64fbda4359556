#include "ui/shell/contradictiontext.h"

#include "ui/common/actions.h"
#include "ui/common/markedtext.h"
#include "ui/session/wording.h"

namespace biomedica::ui {

using annotation::FixKind;

QString ContradictionText::problem(const annotation::Violation& violation)
{
    QStringList values;
    for (const std::string& value : violation.values)
        values += QStringLiteral("“%1”").arg(fromUtf8(value));
    if (violation.rule == annotation::Rule::ClassOutsideParent)
        return tr("%1 is not below a primary class that you chose", "a class, or several with commas")
            .arg(values.join(QStringLiteral(", ")));
    return tr("%1 contradict each other", "two answers").arg(values.join(QStringLiteral(", ")));
}

QString ContradictionText::wayOut(const annotation::Fix& fix)
{
    const auto& answer = fix.changes.front().answer;
    const QString value = answer && !answer->empty() ? fromUtf8(answer->front()) : QString();
    switch (fix.kind) {
    case FixKind::SetPanelType: return tr("panel type becomes “%1”").arg(value);
    case FixKind::SetPanelSubtype: return tr("subtype becomes “%1”").arg(value);
    case FixKind::WithdrawPanelSubtype: return tr("clears the subtype");
    case FixKind::AddParents: return tr("adds the primary class");
    case FixKind::DropClasses: return tr("takes the secondary class away");
    default: return tr("resolves it");
    }
}

QString ContradictionText::of(const Outcome& outcome, const Actions& actions)
{
    if (outcome.contradictions.empty())
        return {};
    const workspace::Contradiction& first = outcome.contradictions.front();
    QString text = problem(first.violation);
    if (first.rows.size() > 1)
        text = tr("On %1: %2").arg(Wording::figures(first.rows.size()), text);
    const QString key = actions.keyText(ActionId::ResolveContradiction);
    if (first.violation.fixes.empty() || key.isEmpty())
        return text;
    return QStringLiteral("%1 · %2: %3").arg(text, key, wayOut(first.violation.fixes.front()));
}

} // namespace biomedica::ui
