#include "core/annotation/taxonomy.h"

#include "core/base/text.h"

#include <algorithm>
#include <cassert>

extern const char builtInTaxonomyText[]; // made from resources/taxonomy/figure-types.json by the build

namespace biomedica::annotation {

namespace {

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

/// The name among the keys of a map that `folded` means; nullptr where there is none.
template <typename Map>
const typename Map::value_type* findFolded(const Map& names, const std::string& folded)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& entry) { return foldCase(entry.first) == folded; });
    return found == names.end() ? nullptr : &*found;
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

const std::string& Taxonomy::current(Question question, const std::string& name) const
{
    const auto found = at(question).successors.find(name);
    return found == at(question).successors.end() ? name : found->second;
}

Answer Taxonomy::current(Question question, Answer answer) const
{
    if (at(question).successors.empty())
        return answer;
    for (std::string& name : answer)
        name = current(question, name);
    std::sort(answer.begin(), answer.end());
    answer.erase(std::unique(answer.begin(), answer.end()), answer.end());
    return answer;
}

bool Taxonomy::hasSuccessors() const
{
    return std::any_of(m_classes.begin(), m_classes.end(),
                       [](const Classes& classes) { return !classes.successors.empty(); });
}

bool Taxonomy::knows(Question question, const std::string& name) const
{
    const std::vector<std::string>& options = at(question).options;
    return at(question).deprecated.contains(name) || std::find(options.begin(), options.end(), name) != options.end();
}

Result<std::string> Taxonomy::resolve(Question question, std::string_view text) const
{
    const std::string wanted = foldCase(trimmed(text));
    for (const std::string& option : options(question))
        if (foldCase(option) == wanted)
            return option;
    if (const auto* former = findFolded(at(question).successors, wanted))
        return former->second;
    const std::string what = std::string(inWords(question)) + " '" + std::string(text) + "'";
    if (const auto* old = findFolded(at(question).deprecated, wanted))
        return Error(ErrorKind::NotFound, "the " + what + " is not used any more"
                                              + (old->second.empty() ? "" : "; use " + join(old->second, " or ")));
    std::string message = "there is no " + what;
    if (const auto near = closestMatch(text, options(question)))
        message += "; did you mean '" + *near + "'?";
    return Error(ErrorKind::NotFound, message);
}

void Taxonomy::updateLocalClasses()
{
    m_localClasses.clear();
    for (const std::string& globalClass : options(Question::Primary))
        m_localClasses[globalClass];
    for (const std::string& localClass : options(Question::Secondary))
        m_localClasses[parentOf(localClass)].push_back(localClass);
}

} // namespace biomedica::annotation
