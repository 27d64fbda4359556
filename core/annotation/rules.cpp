#include "core/annotation/rules.h"

#include "core/base/text.h"

#include <algorithm>

namespace biomedica::annotation {

namespace {

// The panel answers of the released annotation protocol that the rules know by meaning.
constexpr std::string_view single = "single", multiple = "multiple", singlePanel = "single panel";
constexpr std::string_view multiplePanelsPrefix = "multiple panels";

bool isSubtypeOfSeveral(std::string_view subtype)
{
    return subtype.starts_with(multiplePanelsPrefix);
}

bool contains(const Answer& answer, std::string_view value)
{
    return std::find(answer.begin(), answer.end(), value) != answer.end();
}

std::string quoted(std::string_view text)
{
    return "'" + std::string(text) + "'";
}

Answer sortedSet(Answer answer)
{
    std::sort(answer.begin(), answer.end());
    answer.erase(std::unique(answer.begin(), answer.end()), answer.end());
    return answer;
}

/// The answer with one value in place of another.
Answer replaced(Answer answer, const std::string& value, const std::string& replacement)
{
    std::replace(answer.begin(), answer.end(), value, replacement);
    return sortedSet(std::move(answer));
}

Fix replacingFix(FixKind kind, Question question, const Answer& answer, const std::string& value,
                 const std::string& replacement)
{
    return {kind,
            quoted(value) + " becomes " + quoted(replacement),
            {{question, replaced(answer, value, replacement)}},
            replacement};
}

Violation unknownClass(Question question, const Answer& answer, const std::string& value, const Taxonomy& taxonomy)
{
    Violation violation{Rule::UnknownClass, {question}, {value}, {}, {}};
    if (const auto known = taxonomy.resolve(question, value)) {
        violation.detail = "the taxonomy has " + quoted(*known) + " for " + quoted(value);
        violation.fixes.push_back(replacingFix(FixKind::RespellClass, question, answer, value, *known));
        return violation;
    } else {
        violation.detail = known.error().message();
    }
    if (const auto near = closestMatch(value, taxonomy.options(question)))
        violation.fixes.push_back(replacingFix(FixKind::UseNearestClass, question, answer, value, *near));
    return violation;
}

Violation deprecatedClass(Question question, const Answer& answer, const std::string& value,
                          const std::vector<std::string>& replacements)
{
    std::vector<std::string> names;
    std::transform(replacements.begin(), replacements.end(), std::back_inserter(names), quoted);
    Violation violation{Rule::DeprecatedClass, {question}, {value}, quoted(value) + " is no longer in use", {}};
    if (!names.empty())
        violation.detail += ": use " + join(names, " or ");
    for (const std::string& replacement : replacements)
        violation.fixes.push_back(replacingFix(FixKind::UseReplacement, question, answer, value, replacement));
    return violation;
}

/// Reports values that the taxonomy does not have or has given up; gives back the answers as the taxonomy writes them.
Answers inSpellingOf(const Taxonomy& taxonomy, const Answers& answers, std::vector<Violation>& unknown)
{
    Answers known = answers;
    for (const Question question : allQuestions) {
        if (!answers[question])
            continue;
        const Answer& answer = *answers[question];
        for (const std::string& value : answer) {
            if (contains(taxonomy.options(question), value))
                continue;
            const auto& deprecated = taxonomy.deprecated(question);
            if (const auto givenUp = deprecated.find(value); givenUp != deprecated.end()) {
                unknown.push_back(deprecatedClass(question, answer, value, givenUp->second));
                continue;
            }
            unknown.push_back(unknownClass(question, answer, value, taxonomy));
            if (const auto spelt = taxonomy.resolve(question, value))
                known[question] = replaced(*known[question], value, *spelt);
        }
    }
    return known;
}

Fix setPanelType(std::string_view type)
{
    return {FixKind::SetPanelType,
            "panel type becomes " + quoted(type),
            {{Question::PanelType, Answer{std::string(type)}}}};
}

Fix setPanelSubtype(std::string_view subtype)
{
    return {FixKind::SetPanelSubtype,
            "panel subtype becomes " + quoted(subtype),
            {{Question::PanelSubtype, Answer{std::string(subtype)}}}};
}

std::vector<Fix> panelFixes(Rule rule, const Taxonomy& taxonomy)
{
    if (rule == Rule::SingleWithMultiplePanels)
        return {setPanelType(multiple), setPanelSubtype(singlePanel)};
    std::vector<Fix> fixes = {
        setPanelType(single),
        {FixKind::WithdrawPanelSubtype, "panel subtype is withdrawn", {{Question::PanelSubtype, std::nullopt}}}};
    for (const std::string& subtype : taxonomy.options(Question::PanelSubtype))
        if (isSubtypeOfSeveral(subtype))
            fixes.push_back(setPanelSubtype(subtype));
    return fixes;
}

void addPanelViolation(const Answers& answers, const Taxonomy& taxonomy, std::vector<Violation>& found)
{
    const auto& type = answers[Question::PanelType];
    const auto& subtype = answers[Question::PanelSubtype];
    if (!type || !subtype || type->size() != 1 || subtype->size() != 1)
        return;
    std::optional<Rule> broken;
    if (type->front() == multiple && subtype->front() == singlePanel)
        broken = Rule::MultipleWithSinglePanel;
    else if (type->front() == single && isSubtypeOfSeveral(subtype->front()))
        broken = Rule::SingleWithMultiplePanels;
    if (!broken)
        return;
    found.push_back({*broken,
                     {Question::PanelType, Question::PanelSubtype},
                     {type->front(), subtype->front()},
                     "panel type " + quoted(type->front()) + " and panel subtype " + quoted(subtype->front())
                         + " exclude each other",
                     panelFixes(*broken, taxonomy)});
}

/// The global classes above local ones.
Answer parentsOf(const Answer& localClasses, const Taxonomy& taxonomy)
{
    Answer parents;
    for (const std::string& localClass : localClasses)
        if (const std::string& parent = taxonomy.parentOf(localClass); !parent.empty())
            parents.push_back(parent);
    return sortedSet(std::move(parents));
}

std::string outsideDetail(const Answer& outside, const Taxonomy& taxonomy)
{
    std::vector<std::string> parts;
    for (const std::string& localClass : outside)
        parts.push_back(quoted(localClass) + " (below " + quoted(taxonomy.parentOf(localClass)) + ")");
    return std::string(outside.size() == 1 ? "local class without its global class: "
                                           : "local classes without their global class: ")
           + join(parts, ", ");
}

Fix addParents(const Answer& primary, const Answer& outside, const Taxonomy& taxonomy)
{
    const Answer parents = parentsOf(outside, taxonomy);
    Answer all = primary;
    all.insert(all.end(), parents.begin(), parents.end());
    std::vector<std::string> names;
    std::transform(parents.begin(), parents.end(), std::back_inserter(names), quoted);
    return {FixKind::AddParents,
            join(names, ", ") + (names.size() == 1 ? " joins the global classes" : " join the global classes"),
            {{Question::Primary, sortedSet(std::move(all))}}};
}

Fix dropClasses(const Answer& secondary, const Answer& outside)
{
    Answer rest;
    for (const std::string& localClass : secondary)
        if (!contains(outside, localClass))
            rest.push_back(localClass);
    std::vector<std::string> names;
    std::transform(outside.begin(), outside.end(), std::back_inserter(names), quoted);
    return {FixKind::DropClasses,
            join(names, ", ") + (names.size() == 1 ? " leaves the local classes" : " leave the local classes"),
            {{Question::Secondary, std::move(rest)}}};
}

void addOutsideParent(const Answers& answers, const Taxonomy& taxonomy, std::vector<Violation>& found)
{
    if (!answers[Question::Secondary])
        return;
    const Answer primary = answers[Question::Primary].value_or(Answer());
    Answer outside;
    for (const std::string& localClass : *answers[Question::Secondary])
        if (const std::string& parent = taxonomy.parentOf(localClass); !parent.empty() && !contains(primary, parent))
            outside.push_back(localClass);
    if (outside.empty())
        return;
    found.push_back({Rule::ClassOutsideParent,
                     {Question::Primary, Question::Secondary},
                     outside,
                     outsideDetail(outside, taxonomy),
                     {addParents(primary, outside, taxonomy), dropClasses(*answers[Question::Secondary], outside)}});
}

} // namespace

std::vector<Violation> violationsOf(const Answers& answers, const Taxonomy& taxonomy)
{
    std::vector<Violation> found, unknown;
    const Answers known = inSpellingOf(taxonomy, answers, unknown);
    addPanelViolation(known, taxonomy, found);
    addOutsideParent(known, taxonomy, found);
    std::stable_sort(unknown.begin(), unknown.end(),
                     [](const Violation& a, const Violation& b) { return a.rule < b.rule; });
    std::move(unknown.begin(), unknown.end(), std::back_inserter(found));
    return found;
}

Answers withFix(Answers answers, const Fix& fix)
{
    for (const Change& change : fix.changes)
        answers[change.question] = change.answer;
    return answers;
}

Answers implied(Question question, const Answer& answer, const Taxonomy& taxonomy)
{
    Answers others;
    switch (question) {
    case Question::PanelType:
        if (contains(answer, single) && contains(taxonomy.options(Question::PanelSubtype), singlePanel))
            others[Question::PanelSubtype] = Answer{std::string(singlePanel)};
        break;
    case Question::PanelSubtype:
        if (contains(answer, singlePanel))
            others[Question::PanelType] = Answer{std::string(single)};
        else if (std::any_of(answer.begin(), answer.end(), isSubtypeOfSeveral))
            others[Question::PanelType] = Answer{std::string(multiple)};
        break;
    case Question::Primary: break;
    case Question::Secondary:
        if (Answer parents = parentsOf(answer, taxonomy); !parents.empty())
            others[Question::Primary] = std::move(parents);
        break;
    }
    return others;
}

std::vector<Violation> contradictionsOf(const Answers& added, const Answers& standing, const Taxonomy& taxonomy)
{
    Answers together = standing;
    for (const Question question : allQuestions)
        if (added[question])
            together[question] = added[question];
    std::vector<Violation> found = violationsOf(together, taxonomy);
    std::erase_if(found, [&](const Violation& violation) {
        const auto isOf = [](const Answers& answers) {
            return [&answers](Question question) { return answers[question].has_value(); };
        };
        return !std::all_of(violation.questions.begin(), violation.questions.end(), isOf(together))
               || std::none_of(violation.questions.begin(), violation.questions.end(), isOf(added));
    });
    return found;
}

} // namespace biomedica::annotation
