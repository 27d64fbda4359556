// Rules between the four questions: which answers exclude each other, which imply each other, and what
// would mend a contradiction.
//
// Facts for the windows, which word and translate them; `detail` and `description` are English, for the
// command line.
//
// Thread contract: pure functions and values.
#pragma once

#include "core/annotation/taxonomy.h"
#include "core/base/answers.h"

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::annotation {

enum class Rule {
    MultipleWithSinglePanel,  ///< panel type "multiple", panel subtype "single panel"
    SingleWithMultiplePanels, ///< panel type "single", a subtype of several panels
    ClassOutsideParent,       ///< a local class without the global class that it belongs to
    UnknownClass,             ///< a value that the taxonomy does not have, or spells otherwise
    DeprecatedClass,          ///< a value that the taxonomy has given up
};

inline constexpr std::array allRules = {Rule::MultipleWithSinglePanel, Rule::SingleWithMultiplePanels,
                                        Rule::ClassOutsideParent, Rule::UnknownClass, Rule::DeprecatedClass};

/// The name that scripts use; never changes.
constexpr std::string_view idOf(Rule rule)
{
    switch (rule) {
    case Rule::MultipleWithSinglePanel: return "multiple-with-single-panel";
    case Rule::SingleWithMultiplePanels: return "single-with-multiple-panels";
    case Rule::ClassOutsideParent: return "class-outside-parent";
    case Rule::UnknownClass: return "unknown-class";
    case Rule::DeprecatedClass: return "deprecated-class";
    }
    return {};
}

/// What a fix does to one question.
struct Change {
    Question question;
    std::optional<Answer> answer; ///< nullopt = the answer is withdrawn
    auto operator<=>(const Change&) const = default;
};

enum class FixKind {
    SetPanelType,         ///< the panel type gives way
    SetPanelSubtype,      ///< the panel subtype gives way to a fitting one
    WithdrawPanelSubtype, ///< the panel subtype gives way to no answer
    AddParents,           ///< the missing global classes join
    DropClasses,          ///< the local classes outside go
    RespellClass,         ///< the same class as the taxonomy writes it
    UseNearestClass,      ///< the class that was probably meant
    UseReplacement,       ///< a class that the taxonomy names in place of the one given up
};

/// The name that scripts use; never changes.
constexpr std::string_view idOf(FixKind kind)
{
    switch (kind) {
    case FixKind::SetPanelType: return "set-panel-type";
    case FixKind::SetPanelSubtype: return "set-panel-subtype";
    case FixKind::WithdrawPanelSubtype: return "withdraw-panel-subtype";
    case FixKind::AddParents: return "add-parents";
    case FixKind::DropClasses: return "drop-classes";
    case FixKind::RespellClass: return "respell-class";
    case FixKind::UseNearestClass: return "use-nearest-class";
    case FixKind::UseReplacement: return "use-replacement";
    }
    return {};
}

/// One way to mend a violation. Where there are several, a person chooses: the rule cannot know.
struct Fix {
    FixKind kind;
    std::string description;
    std::vector<Change> changes;  ///< at most one a question
    std::string replacement = {}; ///< where one class takes the place of another: which
    auto operator<=>(const Fix&) const = default;
};

struct Violation {
    Rule rule;
    std::vector<Question> questions; ///< those whose answers do not fit, in their order
    std::vector<std::string> values; ///< the answers at fault, as they stand
    std::string detail;
    std::vector<Fix> fixes; ///< the likeliest first; none where nothing is likely
    auto operator<=>(const Violation&) const = default;
};

/// All contradictions in a figure's answers, in the order of the rules; each unknown or
/// given-up class is one of its own. A local class is outside its parent also where the global classes are not
/// answered.
std::vector<Violation> violationsOf(const Answers& answers, const Taxonomy& taxonomy);

Answers withFix(Answers answers, const Fix& fix);

/// What an answer to one question implies for the others: panel types and subtypes each other where that
/// is certain, local classes the global classes above them (at least these).
Answers implied(Question question, const Answer& answer, const Taxonomy& taxonomy);

/// Contradictions that `added` would bring into the `standing` answers, for a warning while labelling.
/// Only between questions that are answered: what is open may still become right.
std::vector<Violation> contradictionsOf(const Answers& added, const Answers& standing, const Taxonomy& taxonomy);

} // namespace biomedica::annotation
