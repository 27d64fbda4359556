#include "core/workspace/fix_plan.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace biomedica::workspace {

namespace {

using annotation::Change;

/// What is to be changed, by question; nullopt in it = withdrawn.
using Changes = std::map<Question, std::optional<Answer>>;
/// Places among the chosen fixes.
using Places = std::vector<std::size_t>;

bool mayBeVotedFor(const Changes& changes, const annotation::Taxonomy& taxonomy)
{
    return std::all_of(changes.begin(), changes.end(), [&](const auto& change) {
        const auto& [question, answer] = change;
        return !answer
               || std::all_of(answer->begin(), answer->end(), [&, question = question](const std::string& name) {
                      return taxonomy.resolve(question, name).has_value();
                  });
    });
}

/// Fixes of one figure together. Each says what the whole answer becomes, as if it were the only one: what any of
/// them takes away is gone, what any of them brings is there.
Changes merged(std::span<const ChosenFix> fixes, const Places& places)
{
    std::map<Question, Answer> gone;
    for (const std::size_t place : places)
        for (const Change& change : fixes[place].fix->changes)
            if (places.size() > 1 && isListQuestion(change.question)) {
                const Answer& values = fixes[place].contradiction->violation.values;
                gone[change.question].insert(gone[change.question].end(), values.begin(), values.end());
            }
    Changes changes;
    for (const std::size_t place : places)
        for (const Change& change : fixes[place].fix->changes) {
            auto& answer = changes[change.question];
            if (!change.answer) {
                answer.reset();
                continue;
            }
            Answer all = answer.value_or(Answer());
            const Answer& without = gone[change.question];
            std::copy_if(change.answer->begin(), change.answer->end(), std::back_inserter(all),
                         [&](const std::string& name) {
                             return std::find(without.begin(), without.end(), name) == without.end();
                         });
            std::sort(all.begin(), all.end());
            all.erase(std::unique(all.begin(), all.end()), all.end());
            answer = std::move(all);
        }
    return changes;
}

journal::Decision decisionFrom(const Changes& changes)
{
    journal::Decision decision;
    for (const auto& [question, answer] : changes)
        decision[question] = journal::Vote{!answer, answer.value_or(Answer())};
    return decision;
}

} // namespace

FixPlan planFixes(std::span<const ChosenFix> fixes, const annotation::Taxonomy& taxonomy, const std::string& annotator)
{
    std::unordered_map<RowId, Places> fixesOf;
    for (std::size_t place = 0; place < fixes.size(); ++place)
        for (const RowId row : fixes[place].contradiction->rows)
            fixesOf[row].push_back(place);
    std::map<Places, std::vector<RowId>> together;
    for (const auto& [row, places] : fixesOf)
        together[places].push_back(row);

    FixPlan plan;
    std::map<Changes, std::vector<RowId>> rowsOf;
    for (const auto& [places, rows] : together) {
        Changes changes = merged(fixes, places);
        if (!mayBeVotedFor(changes, taxonomy)) {
            plan.leftOut += rows.size();
            continue;
        }
        plan.figures += rows.size();
        auto& all = rowsOf[std::move(changes)];
        all.insert(all.end(), rows.begin(), rows.end());
    }
    for (auto& [changes, rows] : rowsOf) {
        std::sort(rows.begin(), rows.end());
        plan.requests.push_back({annotator, std::move(rows), decisionFrom(changes), journal::Source::Rule});
    }
    return plan;
}

} // namespace biomedica::workspace
