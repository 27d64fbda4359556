// Taxonomy::parse() and text(): taxonomies as files.

#include "core/annotation/taxonomy.h"
#include "core/base/text.h"
#include "core/json/value.h"

#include <algorithm>

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
        if (!element.is_string() || trimmed(element.get_ref<const std::string&>()).empty())
            return malformed("'" + where + "' holds something that is not a name");
        found.push_back(element.get<std::string>());
        if (std::count(found.begin(), found.end(), found.back()) > 1)
            return malformed("'" + found.back() + "' stands twice in '" + where + "'");
    }
    return found;
}

constexpr const char* successorsField = "renamed";
constexpr const char* deprecatedField = "deprecated";

} // namespace

class TaxonomyParser {
public:
    Result<Taxonomy> run(std::string_view text)
    {
        const auto file = json::parse(text);
        TRY_VOID(file ? read(*file) : readLines(text, file.error()));
        if (m_taxonomy.options(Question::Primary).empty())
            return malformed("it has no classes");
        m_taxonomy.updateLocalClasses();
        return std::move(m_taxonomy);
    }

private:
    Taxonomy::Classes& at(Question question) { return m_taxonomy.at(question); }

    Result<void> read(const json::Value& file)
    {
        if (file.is_object() && file.contains("classes"))
            return readOwn(file);
        if (file.is_object() && !file.contains("class"))
            return readReleased(file);
        return readFlat(file.is_array() ? file : json::Value::array({file}));
    }

    Result<void> readOwn(const json::Value& file)
    {
        if (!file.contains("version") || !file["version"].is_number_integer())
            return malformed("it has no version");
        m_taxonomy.m_version = file["version"].get<int>();
        for (const Question question : {Question::PanelType, Question::PanelSubtype}) {
            const std::string field(nameOf(question));
            TRY(at(question).options, names(file.value(field, json::Value()), field));
        }
        TRY_VOID(readTree(file["classes"]));
        return readPast(file);
    }

    Result<void> readReleased(const json::Value& file)
    {
        usePanelsOfBuiltIn();
        return readTree(file);
    }

    Result<void> readTree(const json::Value& classes)
    {
        if (!classes.is_object())
            return malformed("'classes' is not an object of lists");
        for (const auto& [globalClass, list] : classes.items()) {
            TRY(const std::vector<std::string> localClasses, names(list, globalClass));
            TRY_VOID(addGlobal(globalClass));
            for (const std::string& localClass : localClasses)
                TRY_VOID(addLocal(localClass, globalClass));
        }
        return {};
    }

    Result<void> readLines(std::string_view text, const Error& problem)
    {
        json::Value list = json::Value::array();
        for (const std::string& line : split(text, '\n')) {
            if (trimmed(line).empty())
                continue;
            auto value = json::parse(line);
            if (!value)
                return malformed(problem.message());
            list.push_back(std::move(*value));
        }
        return readFlat(list);
    }

    /// {"class": name, "parent": name or null}, parents before or after their children.
    Result<void> readFlat(const json::Value& list)
    {
        usePanelsOfBuiltIn();
        std::vector<std::pair<std::string, std::string>> parentOf;
        std::map<std::string, std::string> parents;
        for (const json::Value& element : list) {
            if (!element.is_object() || !element.contains("class") || !element["class"].is_string())
                return malformed("an entry has no \"class\"");
            const std::string name = element["class"].get<std::string>();
            const json::Value parent = element.value("parent", json::Value());
            if (!parent.is_null() && !parent.is_string())
                return malformed("the parent of '" + name + "' is not a name");
            parentOf.emplace_back(name, parent.is_null() ? std::string() : parent.get<std::string>());
            if (!parents.insert(parentOf.back()).second)
                return malformed("the class '" + name + "' stands twice");
        }
        for (const auto& [name, parent] : parentOf)
            TRY_VOID(checkLine(name, parents));
        for (const bool isGlobal : {true, false})
            for (const auto& [name, parent] : parentOf) {
                if (parent.empty() != isGlobal)
                    continue;
                TRY_VOID(isGlobal ? addGlobal(name) : addLocal(name, parent));
            }
        return {};
    }

    static Result<void> checkLine(const std::string& name, const std::map<std::string, std::string>& parents)
    {
        std::vector<std::string> line = {name};
        for (std::string parent = parents.at(name); !parent.empty(); parent = parents.at(parent)) {
            if (!parents.contains(parent))
                return malformed("the class '" + line.back() + "' stands below '" + parent + "', which is not there");
            if (std::find(line.begin(), line.end(), parent) != line.end())
                return malformed("'" + parent + "' stands below itself: " + join(line, " below "));
            line.push_back(parent);
        }
        if (line.size() > 2)
            return malformed("'" + name + "' stands " + std::to_string(line.size() - 1)
                             + " levels deep; there are two levels, global and local classes");
        return {};
    }

    Result<void> addGlobal(const std::string& name)
    {
        if (trimmed(name).empty())
            return malformed("a global class has no name");
        at(Question::Primary).options.push_back(name);
        return {};
    }

    Result<void> addLocal(const std::string& name, const std::string& parent)
    {
        if (!m_taxonomy.m_parents.emplace(name, parent).second)
            return malformed("the class '" + name + "' stands twice");
        at(Question::Secondary).options.push_back(name);
        return {};
    }

    void usePanelsOfBuiltIn()
    {
        m_taxonomy.m_version = 1;
        for (const Question question : {Question::PanelType, Question::PanelSubtype})
            at(question).options = Taxonomy::builtIn().options(question);
    }

    /// Former names and classes given up.
    Result<void> readPast(const json::Value& file)
    {
        for (const Question question : allQuestions) {
            const std::string field(nameOf(question));
            const auto part = [&](const char* name) {
                return file.contains(name) && file[name].is_object() ? file[name].value(field, json::Value::object())
                                                                     : json::Value::object();
            };
            const json::Value renamed = part(successorsField), givenUp = part(deprecatedField);
            for (const auto& [former, now] : renamed.items()) {
                if (!now.is_string() || !m_taxonomy.knows(question, now.get<std::string>()))
                    return malformed("'" + former + "' was renamed to something that is not there");
                at(question).successors[former] = now.get<std::string>();
            }
            for (const auto& [old, description] : givenUp.items()) {
                if (!description.is_object())
                    return malformed("'" + old + "' in '" + deprecatedField + "' is not an object");
                TRY(at(question).deprecated[old], names(description.value("instead", json::Value::array()), old));
                if (const json::Value parent = description.value("parent", json::Value()); parent.is_string())
                    m_taxonomy.m_parents.emplace(old, parent.get<std::string>());
            }
        }
        return {};
    }

    Taxonomy m_taxonomy;
};

Result<Taxonomy> Taxonomy::parse(std::string_view text)
{
    return TaxonomyParser().run(text);
}

std::string Taxonomy::text() const
{
    json::Value file = {{"version", m_version}};
    for (const Question question : {Question::PanelType, Question::PanelSubtype})
        file[std::string(nameOf(question))] = options(question);
    file["classes"] = json::Value::object();
    for (const std::string& globalClass : options(Question::Primary))
        file["classes"][globalClass] = localClassesOf(globalClass);
    for (const Question question : allQuestions) {
        const std::string field(nameOf(question));
        for (const auto& [former, now] : at(question).successors)
            file[successorsField][field][former] = now;
        for (const auto& [old, instead] : at(question).deprecated) {
            json::Value& description = file[deprecatedField][field][old];
            description = {{"instead", instead}};
            if (question == Question::Secondary)
                description["parent"] = parentOf(old);
        }
    }
    return json::toPrettyText(file);
}

} // namespace biomedica::annotation
