#include "core/annotation/cluster_labels.h"

#include "core/base/file.h"
#include "core/json/object_text.h"
#include "core/json/value.h"

#include <algorithm>
#include <unordered_set>

namespace biomedica::annotation {

namespace {

Error malformed(const std::string& what)
{
    return Error(ErrorKind::Corrupt, what);
}

constexpr std::string_view fieldOf(Question question)
{
    switch (question) {
    case Question::PanelType: return "panel_type";
    case Question::PanelSubtype: return "panel_subtype";
    case Question::Primary: return "global_class";
    case Question::Secondary: return "local_class";
    }
    return {};
}

Result<Answer> answerFrom(const json::Value& value, Question question)
{
    if (!isListQuestion(question))
        return value.is_string() ? Result<Answer>(Answer{value.get<std::string>()}) : malformed("it is not a text");
    if (!value.is_array())
        return malformed("it is not a list");
    Answer answer;
    for (const json::Value& element : value) {
        if (!element.is_string())
            return malformed("it holds something that is not a text");
        answer.push_back(element.get<std::string>());
    }
    std::sort(answer.begin(), answer.end());
    answer.erase(std::unique(answer.begin(), answer.end()), answer.end());
    return answer;
}

std::string_view valueText(std::string_view text, const json::Member& member)
{
    return text.substr(member.valueBegin, member.valueEnd - member.valueBegin);
}

/// `object` is the text of one cluster's value.
Result<Answers> answersFrom(std::string_view object)
{
    if (object.empty() || object.front() != '{')
        return malformed("it is not an object with the four answers");
    TRY(const std::vector<json::Member> members, json::topLevelMembers(object));
    Answers answers;
    for (const Question question : allQuestions) {
        const std::string field(fieldOf(question));
        const auto isField = [&](const json::Member& member) { return member.name == field; };
        const auto count = std::count_if(members.begin(), members.end(), isField);
        if (count != 1)
            return malformed("'" + field + (count == 0 ? "' is missing" : "' stands twice"));
        TRY(const json::Value value,
            json::parse(valueText(object, *std::find_if(members.begin(), members.end(), isField))));
        if (value.is_null())
            continue;
        auto answer = answerFrom(value, question);
        if (!answer)
            return answer.error().withContext("'" + field + "'");
        answers[question] = std::move(*answer);
    }
    return answers;
}

} // namespace

Result<std::vector<ClusterLabels>> parseClusterLabels(std::string_view jsonText)
{
    TRY(const std::vector<json::Member> members, json::topLevelMembers(jsonText));
    std::vector<ClusterLabels> labels;
    labels.reserve(members.size());
    std::unordered_set<std::string_view> names;
    for (const json::Member& member : members) {
        const std::string context = "cluster '" + member.name + "'";
        if (!names.insert(member.name).second)
            return malformed("it stands twice").withContext(context);
        auto answers = answersFrom(valueText(jsonText, member));
        if (!answers)
            return answers.error().withContext(context);
        labels.push_back({member.name, std::move(*answers)});
    }
    return labels;
}

Result<std::vector<ClusterLabels>> readClusterLabels(const std::filesystem::path& file)
{
    TRY(const std::string text, readFile(file));
    auto labels = parseClusterLabels(text);
    if (!labels)
        return labels.error().withContext(file.string() + ": not labels of clusters");
    return labels;
}

} // namespace biomedica::annotation
