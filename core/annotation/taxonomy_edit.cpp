#include "core/annotation/taxonomy_edit.h"

#include "core/json/value.h"

#include <algorithm>
#include <array>

namespace biomedica::annotation {

namespace {

constexpr std::array<std::string_view, 8> kindNames = {"add",       "rename",  "merge", "split",
                                                       "deprecate", "restore", "move",  "import"};

} // namespace

std::string_view nameOf(TaxonomyEdit::Kind kind)
{
    return kindNames[static_cast<std::size_t>(kind)];
}

std::string toText(const TaxonomyEdit& edit)
{
    json::Value value = {{"edit", nameOf(edit.kind)}};
    if (edit.kind == TaxonomyEdit::Kind::Import) {
        value["text"] = edit.text;
    } else {
        value["question"] = nameOf(edit.question);
        value["name"] = edit.name;
        value["others"] = edit.others;
    }
    return json::toLine(value);
}

Result<TaxonomyEdit> taxonomyEditFrom(std::string_view text)
{
    const Error malformed(ErrorKind::Corrupt,
                          "not a change of the taxonomy: '" + std::string(text.substr(0, 80)) + "'");
    const auto value = json::parse(text);
    if (!value || !value->is_object())
        return malformed;
    const auto textOf = [&](const char* name) {
        const auto found = value->find(name);
        return found != value->end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    TaxonomyEdit edit;
    const auto kind = std::find(kindNames.begin(), kindNames.end(), textOf("edit"));
    if (kind == kindNames.end())
        return malformed;
    edit.kind = static_cast<TaxonomyEdit::Kind>(kind - kindNames.begin());
    edit.text = textOf("text");
    edit.name = textOf("name");
    if (edit.kind == TaxonomyEdit::Kind::Import)
        return edit;
    const auto question = std::find_if(allQuestions.begin(), allQuestions.end(),
                                       [&](Question one) { return biomedica::nameOf(one) == textOf("question"); });
    if (question == allQuestions.end() || !value->contains("others") || !(*value)["others"].is_array())
        return malformed;
    edit.question = *question;
    for (const json::Value& other : (*value)["others"]) {
        if (!other.is_string())
            return malformed;
        edit.others.push_back(other.get<std::string>());
    }
    return edit;
}

} // namespace biomedica::annotation
