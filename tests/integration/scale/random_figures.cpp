#include "tests/integration/scale/random_figures.h"

#include "core/base/hash.h"

#include <algorithm>
#include <cmath>

namespace biomedica::test {

namespace {

const std::vector<std::string> nouns = {
    "cell",     "cells",   "biopsy",   "biopsies",  "metastasis", "metastases", "mass",      "masses",   "tissue",
    "tissues",  "virus",   "viruses",  "branch",    "branches",   "complex",    "complexes", "mesh",     "meshes",
    "neuron",   "neurons", "headache", "headaches", "analysis",   "analyses",   "Zürich",    "naïve",    "β",
    "Ångström", "Straße",  "cm²",      "Étude",     "IL6",        "x-ray",      "stained",   "staining", "organ"};
const std::vector<std::string> separators = {" ", " ", " ", " ", " ", ", ", ". ", "-", " (", ") ", "/", "–", "_"};
const std::vector<std::string> licenses = {"CC BY 4.0", "CC BY", "CC BY 3.0", "CC BY-NC 4.0", "CC0 1.0", "none stated"};
const std::vector<std::string> articleSubjects = {"Research Article", "Review", "Case Report", "research article"};
const std::vector<std::string> primaries = {"Microscopy", "Plots and Charts", "Maps", "Tables", "Immuno Assays"};
const std::vector<std::string> secondaries = {"bar plot", "line plot", "map", "table", "immunoblot"};

} // namespace

RandomFigures::RandomFigures(unsigned seed) : m_random(seed), m_words(nouns)
{
    // Words of letters that do not end in s are no plurals; digits make words of their own.
    for (int i = 0; i < 3000; ++i) {
        std::string word;
        for (std::size_t length = 2 + below(7); word.size() < length;)
            word += "bcdfglmnprtvz"[below(13)], word += "aeiou"[below(5)];
        m_words.push_back(i % 10 == 0 ? "t" + std::to_string(i) : word + "n");
    }
    for (int i = 0; i < 300; ++i) {
        m_journals.push_back((i % 3 == 0 ? "Études of Field " : "Annals of Field ") + std::to_string(i));
        m_mesh.push_back("Term " + std::to_string(i) + (i % 5 == 0 ? ", Animal" : ""));
        m_keywords.push_back("Keyword " + std::to_string(i));
        m_keywords.push_back("keyword " + std::to_string(i));
    }
    m_journals.push_back("annals of field 1");
}

std::size_t RandomFigures::zipf(std::size_t count)
{
    const double uniform = (static_cast<double>(m_random()) + 1) / 4294967297.0;
    return std::min(count - 1, static_cast<std::size_t>(std::pow(static_cast<double>(count), uniform)) - 1);
}

Values RandomFigures::some(const std::vector<std::string>& from, unsigned most)
{
    Values values;
    for (std::size_t i = below(most + 1); i > 0; --i)
        if (std::string value = oneOf(from); std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(std::move(value));
    return values;
}

std::string RandomFigures::text(unsigned words)
{
    std::string text;
    for (unsigned i = 0; i < words; ++i) {
        std::string word = oneOf(m_words);
        if (below(8) == 0 && word[0] >= 'a' && word[0] <= 'z')
            word[0] = static_cast<char>(word[0] - 'a' + 'A');
        text += word + (i + 1 < words ? separators[below(separators.size())] : std::string());
    }
    return text;
}

std::uint32_t RandomFigures::beginArticle(NaiveCollection& naive)
{
    m_article = {};
    m_article.accession = "PMC" + std::to_string(1'000'000 + m_articles++);
    m_article.title = below(20) ? text(4 + static_cast<unsigned>(below(8))) : "";
    m_article.abstract = below(4) ? text(15 + static_cast<unsigned>(below(30))) : "";
    m_article.journal = below(15) ? oneOf(m_journals) : "";
    m_article.license = below(15) ? oneOf(licenses) : "";
    m_article.date = below(10) ? std::to_string(1990 + below(35)) : "";
    m_article.mesh = some(m_mesh, 6);
    m_article.keywords = some(m_keywords, 4);
    m_article.subjects = some(articleSubjects, 2);
    NaiveArticle article;
    const auto textOrNone = [](const std::string& text) { return text.empty() ? Values() : Values{text}; };
    article.title = textOrNone(m_article.title);
    article.abstract = textOrNone(m_article.abstract);
    article.mesh = m_article.mesh;
    article.keyword = m_article.keywords;
    const std::size_t version = m_article.license.find_last_of(' ');
    const bool hasVersion = version != std::string::npos && std::isdigit(m_article.license.back());
    article.values = {{"journal", textOrNone(m_article.journal)},
                      {"license", textOrNone(hasVersion ? m_article.license.substr(0, version) : m_article.license)},
                      {"pmcid", {m_article.accession}},
                      {"mesh", m_article.mesh},
                      {"keyword", m_article.keywords},
                      {"subject", m_article.subjects}};
    article.values["year"] = textOrNone(m_article.date);
    return naive.addArticle(std::move(article));
}

NaiveFigure RandomFigures::figure(const std::string& shard, RandomFigure& figure)
{
    shards::FigureMetadata& metadata = figure.metadata;
    NaiveFigure naive;
    metadata.article = m_article;
    metadata.imageId = "fig" + std::to_string(++m_figures);
    figure.key = "batch_" + std::to_string(below(3)) + "-" + m_article.accession + "-1-" + metadata.imageId;
    naive.values["key"] = {figure.key};
    if (below(20)) {
        metadata.caption = text(3 + static_cast<unsigned>(below(25)));
        naive.caption = {metadata.caption};
    }
    for (std::size_t i = below(3); i > 0; --i)
        metadata.mentions.push_back(text(5 + static_cast<unsigned>(below(10))));
    naive.mentions = metadata.mentions;
    if (below(10)) {
        const std::size_t number = below(30) == 0 ? below(1000) : 1'000'000 + static_cast<std::size_t>(m_figures);
        naive.picture = metadata.imageHash = hex64(hash64(std::to_string(number)));
    }
    metadata.cluster = below(12) ? std::to_string(zipf(2000)) : "";
    naive.values["shard"] = {shard};
    naive.values["subset"] = {shard.substr(0, shard.find('/'))};
    if (!metadata.cluster.empty())
        naive.values["cluster"] = {metadata.cluster};
    if (below(15)) {
        metadata.width = 50 + static_cast<std::uint32_t>(below(2000));
        metadata.height = 50 + static_cast<std::uint32_t>(below(500));
        naive.values["width"] = {std::to_string(metadata.width)};
        naive.values["height"] = {std::to_string(metadata.height)};
    }
    const auto import = [&](Question question, const std::string& field, Values values) {
        std::sort(values.begin(), values.end());
        if (values.empty())
            return;
        metadata.imported[question] = values;
        naive.values[field] = values;
    };
    import(Question::PanelType, "panel", below(5) ? Values{below(3) ? "single" : "multiple"} : Values());
    import(Question::PanelSubtype, "subpanel", below(3) ? Values{"single panel"} : Values());
    import(Question::Primary, "primary", some(primaries, 2));
    import(Question::Secondary, "secondary", some(secondaries, 2));
    return naive;
}

std::vector<RandomFigure> RandomFigures::shard(const std::string& name, int figures, NaiveCollection& naive)
{
    std::vector<RandomFigure> made;
    std::uint32_t article = 0;
    std::size_t left = 0;
    while (made.size() < static_cast<std::size_t>(figures)) {
        if (left == 0) {
            article = beginArticle(naive);
            left = 1 + below(7);
        }
        --left;
        RandomFigure& one = made.emplace_back();
        NaiveFigure plain = figure(name, one);
        plain.article = article;
        naive.addFigure(std::move(plain));
    }
    return made;
}

} // namespace biomedica::test
