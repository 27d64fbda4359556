#include "ui/session/ruleddecision.h"

#include <algorithm>
#include <iterator>

namespace biomedica::ui {

using annotation::Taxonomy;
using annotation::Violation;
using journal::Decision;
using workspace::LabelRequest;

namespace {

bool isAnswer(const std::optional<journal::Vote>& vote)
{
    return vote && !vote->isWithdrawn;
}

/// What of the answer was not there before.
Answer added(const Answer& answer, const std::optional<Answer>& before)
{
    Answer fresh;
    for (const std::string& value : answer)
        if (!before || std::find(before->begin(), before->end(), value) == before->end())
            fresh.push_back(value);
    return fresh;
}

Answer united(Answer a, const Answer& b)
{
    a.insert(a.end(), b.begin(), b.end());
    std::sort(a.begin(), a.end());
    a.erase(std::unique(a.begin(), a.end()), a.end());
    return a;
}

/// Whether the rules have anything to say about it.
bool concernsRules(const Decision& decision)
{
    return std::any_of(allQuestions.begin(), allQuestions.end(),
                       [&](Question question) { return isAnswer(decision[question]); });
}

void addRequest(std::vector<LabelRequest>& requests, LabelRequest request)
{
    for (LabelRequest& other : requests)
        if (other.decision == request.decision) {
            other.rows.insert(other.rows.end(), request.rows.begin(), request.rows.end());
            return;
        }
    requests.push_back(std::move(request));
}

void addContradiction(std::vector<workspace::Contradiction>& all, Violation violation, const Rows& rows)
{
    for (workspace::Contradiction& other : all)
        if (other.violation == violation) {
            other.rows.insert(other.rows.end(), rows.begin(), rows.end());
            return;
        }
    all.push_back({std::move(violation), rows});
}

} // namespace

Decision withImplied(Decision decision, const Answers& own, const Taxonomy& taxonomy)
{
    const Decision asked = decision;
    for (const Question question : allQuestions) {
        if (!isAnswer(asked[question]))
            continue;
        const Answers more = annotation::implied(question, added(asked[question]->answer, own[question]), taxonomy);
        for (const Question other : allQuestions) {
            if (!more[other] || asked[other])
                continue; // what was asked for stands
            if (!own[other])
                decision[other] = journal::Vote{false, *more[other]};
            else if (isListQuestion(other) && !own[other]->empty() && !added(*more[other], own[other]).empty())
                decision[other] = journal::Vote{false, united(*own[other], *more[other])};
        }
    }
    return decision;
}

std::vector<Violation> contradictionsIn(const Decision& decision, Answers own, const Taxonomy& taxonomy)
{
    Answers said;
    for (const Question question : allQuestions) {
        if (isAnswer(decision[question]))
            said[question] = decision[question]->answer;
        else if (decision[question])
            own[question].reset();
    }
    std::vector<Violation> found = annotation::contradictionsOf(said, own, taxonomy);
    std::erase_if(found, [](const Violation& one) { return one.rule == annotation::Rule::UnknownClass; });
    // What was said just now is meant: ways out that leave it alone come first.
    for (Violation& one : found)
        std::stable_partition(one.fixes.begin(), one.fixes.end(), [&](const annotation::Fix& fix) {
            return std::none_of(fix.changes.begin(), fix.changes.end(), [&](const annotation::Change& change) {
                return decision[change.question].has_value();
            });
        });
    return found;
}

std::optional<LabelRequest> mending(const workspace::Contradiction& contradiction, const std::string& annotator)
{
    if (contradiction.violation.fixes.empty() || contradiction.rows.empty())
        return std::nullopt;
    Decision decision;
    for (const annotation::Change& change : contradiction.violation.fixes.front().changes)
        decision[change.question] = journal::Vote{!change.answer, change.answer.value_or(Answer{})};
    return LabelRequest{annotator, contradiction.rows, std::move(decision), journal::Source::Rule};
}

Result<RuledDecision> ruled(workspace::Workspace& workspace, LabelRequest request)
{
    RuledDecision result;
    if (!concernsRules(request.decision)) {
        result.requests.push_back(std::move(request));
        return result;
    }
    TRY(const auto now, workspace.snapshot());
    TRY(const auto groups, workspace.ownAnswers(request.annotator, request.rows, Job{}));
    for (const workspace::OwnAnswers& group : groups) {
        Decision decision = withImplied(request.decision, group.answers, *now->taxonomy);
        for (Violation& violation : contradictionsIn(decision, group.answers, *now->taxonomy))
            addContradiction(result.contradictions, std::move(violation), group.rows);
        addRequest(result.requests, {request.annotator, group.rows, std::move(decision), request.source});
    }
    return result;
}

} // namespace biomedica::ui
