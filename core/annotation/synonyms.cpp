#include "core/annotation/synonyms.h"

#include "core/json/value.h"

#include <cassert>

extern const char builtInSynonymsText[]; // made from resources/taxonomy/synonyms.json by the build

namespace biomedica::annotation {

const Synonyms& Synonyms::builtIn()
{
    static const Synonyms synonyms = [] {
        auto parsed = parse(builtInSynonymsText);
        assert(parsed.has_value()); // our own file, checked by a test
        return std::move(parsed).value();
    }();
    return synonyms;
}

Result<Synonyms> Synonyms::parse(std::string_view text)
{
    TRY(const json::Value file, json::parse(text));
    const json::Value words = file.is_object() ? file.value("synonyms", json::Value()) : json::Value();
    if (!words.is_object())
        return Error(ErrorKind::Corrupt, "not a list of synonyms: 'synonyms' is missing");
    Synonyms synonyms;
    for (const auto& [name, list] : words.items()) {
        if (!list.is_array())
            return Error(ErrorKind::Corrupt, "not a list of synonyms: '" + name + "' has no list");
        for (const json::Value& word : list) {
            if (!word.is_string() || word.get_ref<const std::string&>().empty())
                return Error(ErrorKind::Corrupt, "not a list of synonyms: '" + name + "' holds what is not a word");
            synonyms.m_words[name].push_back(word.get<std::string>());
        }
    }
    return synonyms;
}

const std::vector<std::string>& Synonyms::of(const std::string& name) const
{
    static const std::vector<std::string> none;
    const auto found = m_words.find(name);
    return found == m_words.end() ? none : found->second;
}

} // namespace biomedica::annotation
