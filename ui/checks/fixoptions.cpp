#include "ui/checks/fixoptions.h"

#include "ui/checks/checkwording.h"

#include <algorithm>

namespace biomedica::ui {

namespace {

using annotation::Fix;
using annotation::FixKind;

/// Panel fixes and replacements say the same for all figures; the others mean another class for each contradiction.
bool isSameWay(const Fix& a, const Fix& b)
{
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case FixKind::SetPanelType:
    case FixKind::SetPanelSubtype:
    case FixKind::WithdrawPanelSubtype: return a.changes == b.changes;
    case FixKind::UseReplacement: return a.replacement == b.replacement;
    case FixKind::AddParents:
    case FixKind::DropClasses:
    case FixKind::RespellClass:
    case FixKind::UseNearestClass: break;
    }
    return true;
}

/// The only fix of a contradiction that goes the same way; nullopt for none or several.
std::optional<std::size_t> sameWay(const std::vector<Fix>& fixes, const Fix& way)
{
    const auto isSame = [&](const Fix& fix) { return isSameWay(fix, way); };
    if (std::count_if(fixes.begin(), fixes.end(), isSame) != 1)
        return std::nullopt;
    return static_cast<std::size_t>(std::find_if(fixes.begin(), fixes.end(), isSame) - fixes.begin());
}

/// In names where all of the contradictions mean the same ones.
QString textOf(const ContradictionModel& model, const std::vector<FixOption::Part>& parts,
               const annotation::Taxonomy& taxonomy)
{
    QString text;
    for (const FixOption::Part& part : parts) {
        const annotation::Violation& violation = model.contradictions()[part.contradiction].violation;
        const Fix& fix = violation.fixes[part.fix];
        const QString own = CheckWording::fixText(violation, fix, taxonomy);
        if (!text.isEmpty() && own != text)
            return CheckWording::fixKindText(fix.kind);
        text = own;
    }
    return text;
}

FixOption optionFor(const ContradictionModel& model, const ContradictionPlaces& places, const Fix& way,
                    const annotation::Taxonomy& taxonomy)
{
    FixOption option;
    ContradictionPlaces helped;
    for (const std::size_t place : places)
        if (const auto fix = sameWay(model.contradictions()[place].violation.fixes, way)) {
            option.parts.push_back({place, *fix});
            helped.push_back(place);
        }
    option.text = textOf(model, option.parts, taxonomy);
    option.figures = model.figures(helped);
    return option;
}

} // namespace

std::vector<FixOption> fixOptions(const ContradictionModel& model, const ContradictionPlaces& places,
                                  const annotation::Taxonomy& taxonomy)
{
    std::vector<FixOption> options;
    std::vector<Fix> ways;
    for (const std::size_t place : places)
        for (const Fix& fix : model.contradictions()[place].violation.fixes) {
            if (std::any_of(ways.begin(), ways.end(), [&](const Fix& way) { return isSameWay(way, fix); }))
                continue;
            ways.push_back(fix);
            if (FixOption option = optionFor(model, places, fix, taxonomy); !option.parts.empty())
                options.push_back(std::move(option));
        }
    return options;
}

} // namespace biomedica::ui
