#include "core/demo/drawing/prose.h"

#include <array>

namespace biomedica::demo {

namespace {

constexpr std::array<std::string_view, 12> titles = {
    "{drug} attenuates {disease} through {gene} signalling",
    "{gene} regulates {other} in {disease}",
    "The role of {gene} in the {tissue}: a study in {animal}",
    "Association of {gene} with outcome in {disease}: a cohort study",
    "{gene} and {other} as biomarkers of {disease}",
    "Efficacy and safety of {drug} in patients with {disease}",
    "{drug} inhibits the proliferation of {cells} cells by targeting {gene}",
    "Loss of {gene} promotes {disease} in {animal}",
    "Single-cell analysis of the {tissue} reveals {gene}-positive cells in {disease}",
    "Combination of {drug} and {inhibitor} in experimental {disease}",
    "Comparison of {drug} with standard care for {disease}: systematic review and meta-analysis",
    "A naïve view of {gene}–{other} interaction in {cells} cells",
};

constexpr std::array<std::string_view, 6> backgrounds = {
    "The contribution of {gene} to {disease} is not well understood.",
    "{disease} remains a major cause of morbidity worldwide.",
    "{drug} is widely used in {disease}, yet its mechanism of action is unclear.",
    "Previous reports suggested that {gene} interacts with {other} in the {tissue}.",
    "Resistance to {drug} limits the treatment of {disease}.",
    "Few data exist on the effect of {drug} on {gene}.",
};

constexpr std::array<std::string_view, 6> methods = {
    "{cells} cells were treated with {drug} and gene expression was measured by quantitative PCR.",
    "We enrolled # patients with {disease} and # healthy controls.",
    "{animal} received {drug} daily for # days and the {tissue} was examined by histology.",
    "Protein levels of {gene} and {other} were determined by gel electrophoresis and densitometry.",
    "Fluorescence microscopy was used to localise {gene} in {cells} cells.",
    "Data were analysed with mixed models adjusted for age and sex.",
};

constexpr std::array<std::string_view, 10> results = {
    "{drug} reduced the expression of {gene} by #% compared with controls (p < 0.01).",
    "The effect of {drug} was abolished by {inhibitor}.",
    "{gene} correlated with {other} (r = 0.#, p < 0.001).",
    "Knockdown of {gene} increased apoptosis of {cells} cells #-fold.",
    "Cell viability fell to #% at the highest dose of {drug}.",
    "No difference was seen between the groups with respect to {other}.",
    "Median follow-up was # months, and #% of participants completed the study.",
    "Staining of the {tissue} showed {gene} mainly in the cytoplasm.",
    "The band of {gene} was absent from knockout {animal}.",
    "Expression of {other} peaked after # h and returned to baseline thereafter.",
};

constexpr std::array<std::string_view, 12> discussions = {
    "These findings agree with earlier work on {disease}.",
    "Taken together, our data support a role of {gene} in the {tissue}.",
    "Several limitations should be considered, among them the sample of # participants.",
    "Whether {drug} acts directly on {gene} remains to be shown.",
    "In contrast to a previous study, we did not observe toxicity of {drug} in {animal}.",
    "It is conceivable that {other} compensates for the loss of {gene}.",
    "Further work in patients with {disease} is warranted.",
    "The concentration of {drug} used here, # µM, is within the therapeutic range.",
    "Our results may guide the choice between {drug} and {inhibitor}.",
    "The {tissue} is particularly vulnerable because of its low expression of {other}.",
    "A dose–response relationship was evident in all # experiments.",
    "Cells were cultured at 37 °C in 5% CO2 and passaged every # days.",
};

constexpr std::array<std::string_view, 5> conclusions = {
    "{drug} may be a useful treatment of {disease}.", "{gene} is a candidate biomarker of {disease}.",
    "The {gene}–{other} axis is a potential target in {disease}.",
    "Our data argue against a benefit of {drug} in {disease}.", "These results link {gene} to {disease}."};

/// '@' is the reference, '%' what the panel shows.
constexpr std::array<std::string_view, 8> mentions = {
    "@ shows the %.",
    "We then turned to the % (@).",
    "For the %, see @.",
    "As the % suggests (@), {gene} matters in {disease}.",
    "Details of the % are in the legend of @.",
    "Representative data, here the %, are given in @.",
    "The % can be seen in @.",
    "@ presents the %, which agrees with earlier work on {disease}.",
};

constexpr std::array<std::string_view, 28> surnames = {
    "Adeyemi", "Almqvist", "Bianchi",   "Castellano", "Dvořák",   "Eriksen", "Fontaine", "García", "Haddad", "Ivanova",
    "Jansen",  "Kowalski", "Lindqvist", "Moreau",     "Nakamura", "Okafor",  "Park",     "Quispe", "Rossi",  "Schäfer",
    "Tanaka",  "Ueda",     "Vargas",    "Weber",      "Xu",       "Yılmaz",  "Zhang",    "Olsen"};

/// '#' becomes a number.
std::string withNumbers(std::string_view text, Random& random)
{
    std::string result;
    for (const char c : text)
        if (c == '#')
            result += std::to_string(random.integer(3, 96));
        else
            result += c;
    return result;
}

std::string sentence(std::string_view pattern, const Subject& subject, Random& random)
{
    return capitalised(filled(withNumbers(pattern, random), subject));
}

template <typename Patterns>
std::string sentencesOf(const Patterns& patterns, const Subject& subject, Random& random, int count)
{
    std::string text;
    for (const std::string_view pattern : random.sample(patterns, count))
        text += (text.empty() ? "" : " ") + sentence(pattern, subject, random);
    return text;
}

std::string figureReference(const std::string& number, Random& random)
{
    const std::string name = (random.chance(0.6) ? "Figure " : "Fig. ") + number;
    const std::string id = number.substr(0, number.find_first_not_of("0123456789"));
    return random.chance(0.5) ? "<xref ref-type=\"fig\" rid=\"f" + id + "\">" + name + "</xref>" : name;
}

void replaceFirst(std::string& text, char sign, const std::string& by)
{
    text.replace(text.find(sign), 1, by);
}

} // namespace

std::string articleTitle(const Subject& subject, Random& random)
{
    return sentence(random.pick(titles), subject, random);
}

std::string articleAbstract(const Subject& subject, Random& random)
{
    const bool isStructured = random.chance(0.5);
    const auto part = [&](std::string_view heading, std::string text) {
        return isStructured ? std::string(heading) + ": " + text : std::move(text);
    };
    return part("Background", sentencesOf(backgrounds, subject, random, 2)) + " "
           + part("Methods", sentencesOf(methods, subject, random, 2)) + " "
           + part("Results", sentencesOf(results, subject, random, random.integer(2, 4))) + " "
           + part("Conclusions", sentencesOf(conclusions, subject, random, 1));
}

std::string bodyParagraph(const Subject& subject, Random& random, int sentences)
{
    switch (random.integer(0, 3)) {
    case 0: return sentencesOf(backgrounds, subject, random, sentences);
    case 1: return sentencesOf(methods, subject, random, sentences);
    case 2: return sentencesOf(results, subject, random, sentences);
    default: return sentencesOf(discussions, subject, random, sentences);
    }
}

std::string mentionOf(int figureNumber, const std::vector<std::string>& topics, const Subject& subject, Random& random)
{
    const int panel = random.integer(0, static_cast<int>(topics.size()) - 1);
    std::string number = std::to_string(figureNumber);
    if (topics.size() > 1)
        number += static_cast<char>('A' + panel);
    std::string text = sentence(random.pick(mentions), subject, random);
    replaceFirst(text, '@', figureReference(number, random));
    replaceFirst(text, '%', topics[static_cast<std::size_t>(panel)]);
    const int more = random.integer(0, 3);
    return more == 0 ? text : text + " " + bodyParagraph(subject, random, more);
}

std::string authorName(Random& random)
{
    return std::string(random.pick(surnames)) + " " + std::string(1, static_cast<char>('A' + random.integer(0, 25)));
}

std::string reference(const Subject& subject, Random& random, int latestYear)
{
    std::string authors = authorName(random);
    for (int i = random.integer(0, 4); i > 0; --i)
        authors += ", " + authorName(random);
    const int page = random.integer(1, 900);
    return authors + ". " + articleTitle(subject, random) + ". J Invented Results. "
           + std::to_string(latestYear - random.integer(0, 15)) + "; " + std::to_string(random.integer(2, 60)) + "("
           + std::to_string(random.integer(1, 12)) + "):" + std::to_string(page) + "–"
           + std::to_string(page + random.integer(3, 14)) + ".";
}

} // namespace biomedica::demo
