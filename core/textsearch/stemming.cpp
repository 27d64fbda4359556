#include "core/textsearch/stemming.h"

#include <algorithm>

namespace biomedica::textsearch {

namespace {

struct Rule {
    std::string_view ending, becomes;
    std::string_view notAfter; ///< letters that may not stand before the ending
};

// The first rule that fits decides.
constexpr Rule rules[] = {
    {"ies", "y", "ae"},       // biopsies; not eies, aies
    {"yses", "ysis", {}},     // analyses
    {"stases", "stasis", {}}, // metastases
    {"gnoses", "gnosis", {}}, // diagnoses
    {"enoses", "enosis", {}}, // stenoses
    {"sses", "ss", {}},       // masses
    {"ruses", "rus", {}},     // viruses
    {"nuses", "nus", {}},     // sinuses
    {"tuses", "tus", {}},     // fetuses
    {"xes", "x", {}},         // complexes
    {"daches", "dache", {}},  // headaches
    {"ches", "ch", {}},       // branches
    {"shes", "sh", {}},       // meshes
    {"es", "e", "aeo"},       // tissues; not toes, whose plural is the next rule's
    {"s", "", "siu"},         // cells; not mass, analysis, virus
};

constexpr std::size_t shortestStem = 3;

bool isOfLetters(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace

std::string stemOf(std::string_view word)
{
    if (!isOfLetters(word))
        return std::string(word);
    for (const Rule& rule : rules) {
        if (!word.ends_with(rule.ending))
            continue;
        const std::string_view before = word.substr(0, word.size() - rule.ending.size());
        if (before.size() + rule.becomes.size() < shortestStem
            || (!before.empty() && rule.notAfter.find(before.back()) != std::string_view::npos))
            continue;
        return std::string(before).append(rule.becomes);
    }
    return std::string(word);
}

std::vector<std::string> formsOf(std::string_view word)
{
    std::vector<std::string> forms{std::string(word)};
    if (!isOfLetters(word))
        return forms;
    const std::string stem = stemOf(word);
    const auto take = [&](std::string form) {
        if (stemOf(form) == stem && std::find(forms.begin(), forms.end(), form) == forms.end())
            forms.push_back(std::move(form));
    };
    take(stem);
    for (const Rule& rule : rules)
        if (stem.ends_with(rule.becomes))
            take(stem.substr(0, stem.size() - rule.becomes.size()).append(rule.ending));
    return forms;
}

} // namespace biomedica::textsearch
