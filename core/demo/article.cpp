#include "core/demo/article.h"

#include "core/demo/drawing/prose.h"

#include <array>
#include <chrono>

namespace biomedica::demo {

namespace {

struct License {
    std::string_view name;
    int subset;
    double weight;
};

// clang-format off
constexpr std::array<License, 10> licenses = {{
    {"CC BY", 0, 52},    {"CC0", 0, 7},           {"CC BY-SA", 0, 6},        {"CC BY-ND", 0, 5},
    {"CC BY-NC", 1, 14}, {"CC BY-NC-ND", 1, 8},   {"CC BY-NC-SA", 1, 3},
    {"none stated", 2, 3}, {"Custom: free to read, see publisher", 2, 1}, {"Custom: reuse for research only", 2, 1},
}};
// clang-format on

enum class ImageIdStyle { Dotted, Dashed, Compact };

struct Journal {
    std::string_view name;
    std::string_view abbreviation;
    ImageIdStyle imageIds;
};

// Invented, one and all.
// clang-format off
constexpr std::array<Journal, 12> journals = {{
    {"Northmere Journal of Oncology", "njon", ImageIdStyle::Dotted},
    {"Acta Fictiva Medica", "afm", ImageIdStyle::Dashed},
    {"Open Fables in Cell Physiology", "ofcp", ImageIdStyle::Dotted},
    {"Halvorsdal Medical Reports", "hmr", ImageIdStyle::Compact},
    {"Elmwick Proceedings of Biomedicine", "epb", ImageIdStyle::Compact},
    {"Archives of Hypothetical Neurology", "ahn", ImageIdStyle::Dashed},
    {"Meridale Cell Letters", "mcell", ImageIdStyle::Dotted},
    {"Lakesend Clinical Research", "lcr", ImageIdStyle::Dashed},
    {"Biofabula", "bfab", ImageIdStyle::Compact},
    {"Tidemoor Immunology", "timm", ImageIdStyle::Dotted},
    {"Journal of Imagined Pharmacology", "jip", ImageIdStyle::Dashed},
    {"Skerry Annals of Pathology", "sap", ImageIdStyle::Compact},
}};
// clang-format on

constexpr std::array<std::string_view, 12> generalMesh = {"Humans", "Animals",   "Mice",         "Female",
                                                          "Male",   "Adult",     "Aged",         "Middle Aged",
                                                          "Rats",   "Cell Line", "Time Factors", "Treatment Outcome"};

std::string padded(int number, int digits)
{
    std::string text = std::to_string(number);
    return text.size() < static_cast<std::size_t>(digits)
               ? std::string(static_cast<std::size_t>(digits) - text.size(), '0') + text
               : text;
}

std::string imageId(const Journal& journal, int serial, int figure, std::uint64_t salt)
{
    switch (journal.imageIds) {
    case ImageIdStyle::Dotted:
        return std::string(journal.abbreviation) + "." + padded(serial, 7) + ".g" + padded(figure, 3);
    case ImageIdStyle::Dashed:
        return "fig" + std::to_string(figure) + "-" + padded(serial, 7) + std::to_string(salt % 1000);
    case ImageIdStyle::Compact:
        return std::string(journal.abbreviation) + std::to_string(serial) + "f" + std::to_string(figure);
    }
    return {};
}

void setLicense(Article& article, Random& random)
{
    std::vector<double> weights;
    for (const License& license : licenses)
        weights.push_back(license.weight);
    const License& license = licenses[static_cast<std::size_t>(random.weighted(weights))];
    article.license = license.name;
    article.subset = license.subset;
    if (license.name.starts_with("CC BY") && random.chance(0.5))
        article.license += random.chance(0.7) ? " 4.0" : " 3.0";
}

/// 2003 to 2024 in the three forms that are found; the citation gives the year.
int setDate(Article& article, const Journal& journal, Random& random)
{
    const int year = random.integer(2003, 2024);
    const auto month = static_cast<unsigned>(random.integer(1, 12));
    const auto day = static_cast<unsigned>(random.integer(1, 28));
    const std::chrono::sys_days date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    switch (random.weighted({88, 9, 3})) {
    case 0: article.date = std::to_string(std::chrono::sys_seconds(date).time_since_epoch().count()); break;
    case 1: article.date = std::to_string(year) + " " + std::to_string(month) + " " + std::to_string(day); break;
    default: article.date = "None";
    }
    const int page = random.integer(1, 990);
    article.citation = std::string(journal.name) + ". " + std::to_string(year) + "; " + std::to_string(year - 1990)
                       + "(" + std::to_string((month + 1) / 2) + "):" + std::to_string(page) + "-"
                       + std::to_string(page + random.integer(5, 16));
    return year;
}

json::Value asList(const std::vector<std::string_view>& items)
{
    json::Value list = json::Value::array();
    for (const std::string_view item : items)
        list.push_back(std::string(item));
    return list;
}

void setTerms(Article& article, Random& random)
{
    const Field& field = *article.subject.field;
    auto mesh = random.sample(generalMesh, random.integer(2, 5));
    mesh.push_back(field.diseaseMesh);
    for (const std::string_view term : random.sample(field.mesh, random.integer(1, 4)))
        mesh.push_back(term);
    article.mesh = random.chance(0.3) ? json::Value(nullptr) : asList(mesh);

    std::vector<std::string_view> keywords = {field.disease, article.subject.gene};
    for (const std::string_view word :
         {std::string_view(article.subject.drug), field.tissue, std::string_view(article.subject.cells)})
        if (random.chance(0.6))
            keywords.push_back(word);
    article.keywords = random.chance(0.15)  ? json::Value(nullptr)
                       : random.chance(0.2) ? json::Value::array()
                                            : asList(keywords);

    std::vector<std::string_view> subjects = {random.chance(0.8) ? "Research Article" : "Original Article"};
    if (random.chance(0.8))
        subjects.push_back(field.subject);
    article.subjects = random.chance(0.05) ? json::Value("Article") : asList(subjects);
}

void setReferences(Article& article, Random& random, int year)
{
    article.referenceIds = json::Value::array();
    const int count = random.integer(4, 14);
    for (int i = 0; i < count; ++i) {
        json::Value each;
        each["Citation"] = reference(article.subject, random, year);
        article.referenceIds.push_back(std::move(each));
    }
    article.referenceCount = count;
    if (random.chance(0.05)) {
        article.referenceIds = nullptr;
        article.referenceCount = nullptr;
    }
}

void setFigures(Article& article, const Journal& journal, Random& random)
{
    const int count = random.integer(1, 8);
    const int serial = random.integer(10000, 9999999);
    for (int figure = 1; figure <= count; ++figure)
        article.imageIds.push_back(imageId(journal, serial, figure, random.next()));
}

void setMentions(Article& article, const std::vector<std::vector<std::string>>& topics, Random& random)
{
    for (std::size_t figure = 0; figure < topics.size(); ++figure) {
        auto& paragraphs = article.mentions.emplace_back();
        if (random.chance(0.18))
            continue;
        for (int i = random.integer(1, 3); i > 0; --i)
            paragraphs.push_back(mentionOf(static_cast<int>(figure) + 1, topics[figure], article.subject, random));
    }
}

/// The article's parts run together, as tags are stripped in the released data.
void setText(Article& article, Random& random, int textBytes)
{
    article.text = article.journal + article.accession.substr(3) + article.title + " " + article.abstract + " ";
    for (const auto& paragraphs : article.mentions)
        for (const std::string& paragraph : paragraphs)
            article.text += paragraph + " ";
    while (article.text.size() < static_cast<std::size_t>(textBytes))
        article.text += bodyParagraph(article.subject, random, random.integer(4, 8)) + " ";
}

} // namespace

std::string_view subsetName(int subset)
{
    static constexpr std::array<std::string_view, subsetCount> names = {"commercial", "noncommercial", "other"};
    return names[static_cast<std::size_t>(subset)];
}

Article makeArticle(std::uint64_t seed, int index)
{
    Random random(seedOf(seed, {0xa1, static_cast<std::uint64_t>(index)}));
    const Journal& journal = random.pick(journals);
    Article article;
    article.subject = makeSubject(random);
    article.accession = "PMC" + std::to_string(99000001 + index);
    article.journal = journal.name;
    setLicense(article, random);
    const int year = setDate(article, journal, random);
    article.title = articleTitle(article.subject, random);
    article.abstract = random.chance(0.06) ? "None" : articleAbstract(article.subject, random);
    setTerms(article, random);
    setReferences(article, random, year);
    setFigures(article, journal, random);
    return article;
}

void writeText(Article& article, const std::vector<std::vector<std::string>>& topics, std::uint64_t seed, int textBytes)
{
    Random random(seed);
    setMentions(article, topics, random);
    setText(article, random, textBytes);
}

} // namespace biomedica::demo
