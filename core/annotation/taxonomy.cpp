#include "core/annotation/taxonomy.h"

#include "core/base/text.h"
#include "core/json/value.h"

#include <algorithm>

extern const char builtInTaxonomyText[]; // made from resources/taxonomy/figure-types.json by the build

namespace biomedica::annotation {

namespace {

Error malformed(const std::string& what)
{
    return Error(ErrorKind::Corrupt, "not a taxonomy: " + what);
}

Result<std::vector<std::string>> names(const json::Value& list, const std::string& where)
{
    if (!list.is_array())
        return malformed("'" + where + "' is not a list");
    std::vector<std::string> found;
    for (const json::Value& element : list) {
        if (!element.is_string() || element.get_ref<const std::string&>().empty())
            return malformed("'" + where + "' holds something that is not a name");
        found.push_back(element.get<std::string>());
    }
    return found;
}

std::string_view inWords(Question question)
{
    switch (question) {
    case Question::PanelType: return "panel type";
    case Question::PanelSubtype: return "panel subtype";
    case Question::Primary: return "primary class";
    case Question::Secondary: return "secondary class";
    }
    return {};
}

} // namespace

const Taxonomy& Taxonomy::builtIn()
{
    static const Taxonomy taxonomy = [] {
        auto parsed = parse(builtInTaxonomyText);
        assert(parsed.has_value()); // our own file, checked by a test
        return std::move(parsed).value();
    }();
    return taxonomy;
}

Result<Taxonomy> Taxonomy::parse(std::string_view jsonText)
{
    TRY(const json::Value file, json::parse(jsonText));
    if (!file.is_object() || !file.contains("version") || !file["version"].is_number_integer())
        return malformed("it has no version");
    Taxonomy taxonomy;
    taxonomy.m_version = file["version"].get<int>();
    for (const Question question : {Question::PanelType, Question::PanelSubtype}) {
        const std::string field(nameOf(question));
        TRY(taxonomy.m_options[static_cast<std::size_t>(question)], names(file.value(field, json::Value()), field));
    }
    const json::Value classes = file.value("classes", json::Value());
    if (!classes.is_object())
        return malformed("it has no classes");
    for (const auto& [globalClass, list] : classes.items()) {
        TRY(std::vector<std::string> localClasses, names(list, globalClass));
        taxonomy.m_options[static_cast<std::size_t>(Question::Primary)].push_back(globalClass);
        for (const std::string& localClass : localClasses) {
            if (!taxonomy.m_parents.emplace(localClass, globalClass).second)
                return malformed("the class '" + localClass + "' stands twice");
            taxonomy.m_options[static_cast<std::size_t>(Question::Secondary)].push_back(localClass);
        }
        taxonomy.m_localClasses[globalClass] = std::move(localClasses);
    }
    return taxonomy;
}

const std::vector<std::string>& Taxonomy::localClassesOf(const std::string& globalClass) const
{
    static const std::vector<std::string> none;
    const auto found = m_localClasses.find(globalClass);
    return found == m_localClasses.end() ? none : found->second;
}

const std::string& Taxonomy::parentOf(const std::string& localClass) const
{
    static const std::string none;
    const auto found = m_parents.find(localClass);
    return found == m_parents.end() ? none : found->second;
}

Result<std::string> Taxonomy::resolve(Question question, std::string_view text) const
{
    const std::string wanted = foldCase(trimmed(text));
    for (const std::string& option : options(question))
        if (foldCase(option) == wanted)
            return option;
    std::string message = "there is no " + std::string(inWords(question)) + " '" + std::string(text) + "'";
    if (const auto near = closestMatch(text, options(question)))
        message += "; did you mean '" + *near + "'?";
    return Error(ErrorKind::NotFound, message);
}

} // namespace biomedica::annotation
