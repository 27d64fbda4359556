#include "ui/checks/checkwording.h"

#include "ui/session/wording.h"

#include <set>

namespace biomedica::ui {

using annotation::FixKind;
using annotation::Rule;

QString CheckWording::ruleTitle(Rule rule)
{
    switch (rule) {
    case Rule::MultipleWithSinglePanel: return tr("“multiple” with the subtype “single panel”");
    case Rule::SingleWithMultiplePanels: return tr("“single” with a subtype of several panels");
    case Rule::ClassOutsideParent: return tr("Secondary class without its primary class");
    case Rule::UnknownClass: return tr("Class that does not exist");
    case Rule::DeprecatedClass: return tr("Class that was given up");
    }
    return {};
}

QString CheckWording::ruleText(Rule rule)
{
    switch (rule) {
    case Rule::MultipleWithSinglePanel:
    case Rule::SingleWithMultiplePanels: return tr("Panel type and subtype exclude each other: one of them is wrong.");
    case Rule::ClassOutsideParent:
        return tr("A secondary class belongs to a primary class, which the figure does not have.");
    case Rule::UnknownClass: return tr("The classes of this collection do not have it, or write it otherwise.");
    case Rule::DeprecatedClass: return tr("It is no longer offered; figures keep it until they are decided anew.");
    }
    return {};
}

QString CheckWording::values(const annotation::Violation& violation)
{
    return Wording::quoted(violation.values);
}

QString CheckWording::fixText(const annotation::Violation& violation, const annotation::Fix& fix,
                              const annotation::Taxonomy& taxonomy)
{
    switch (fix.kind) {
    case FixKind::SetPanelType:
    case FixKind::SetPanelSubtype: {
        const QString name = Wording::quoted(fix.changes.front().answer.value_or(Answer()));
        return fix.kind == FixKind::SetPanelType ? tr("Set the panel type to %1").arg(name)
                                                 : tr("Set the subtype to %1").arg(name);
    }
    case FixKind::WithdrawPanelSubtype: return fixKindText(fix.kind);
    case FixKind::AddParents: {
        std::set<std::string> parents;
        for (const std::string& local : violation.values)
            parents.insert(taxonomy.parentOf(local));
        return tr("Add %1", "primary classes").arg(Wording::quoted({parents.begin(), parents.end()}));
    }
    case FixKind::DropClasses: return tr("Take %1 away", "secondary classes").arg(values(violation));
    case FixKind::RespellClass:
    case FixKind::UseNearestClass:
    case FixKind::UseReplacement: return tr("Use %1", "a class").arg(Wording::quoted({fix.replacement}));
    }
    return {};
}

QString CheckWording::fixKindText(FixKind kind)
{
    switch (kind) {
    case FixKind::SetPanelType: return tr("Correct the panel type");
    case FixKind::SetPanelSubtype: return tr("Correct the subtype");
    case FixKind::WithdrawPanelSubtype: return tr("Take my answers to the subtype back");
    case FixKind::AddParents: return tr("Add the missing primary classes");
    case FixKind::DropClasses: return tr("Take these secondary classes away");
    case FixKind::RespellClass: return tr("Write them as the classes are written");
    case FixKind::UseNearestClass: return tr("Use the classes that were probably meant");
    case FixKind::UseReplacement: return tr("Use what was named instead");
    }
    return {};
}

} // namespace biomedica::ui
