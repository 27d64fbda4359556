#include "tests/bench/figure_source.h"

#include "core/base/hash.h"
#include "core/demo/labels.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace biomedica::bench {

namespace {

constexpr std::array<std::string_view, 3> subsets = {"commercial", "noncommercial", "other"};

int subsetIndexOf(int shard)
{
    const int digit = shard % 10;
    return digit < 7 ? 0 : digit < 9 ? 1 : 2;
}

constexpr std::array<std::string_view, 5> freeLicenses = {"CC BY 4.0", "CC BY 3.0", "CC BY", "CC0 1.0", "CC BY-SA 4.0"};
constexpr std::array<std::string_view, 4> otherLicenses = {"CC BY-NC 4.0", "CC BY-NC", "CC BY-NC-ND 4.0",
                                                           "CC BY-NC-SA 4.0"};
constexpr std::array<std::string_view, 2> unclearLicenses = {"none stated", "Custom: free to read, see publisher"};

constexpr std::array<std::string_view, 24> places = {
    "Northmere", "Halvorsdal", "Elmwick",   "Meridale", "Lakesend",  "Tidemoor", "Skerry",   "Ostrava Bay",
    "Quillan",   "Fernholt",   "Wexmoor",   "Ardenfal", "Brightsea", "Calderon", "Dunmarsh", "Evenwood",
    "Grayfen",   "Hollowell",  "Ironbrook", "Juniper",  "Kestrelby", "Longstow", "Marrowby", "Nethercote"};
constexpr std::array<std::string_view, 5> journalKinds = {"Journal of", "Annals of", "Letters in", "Reports in",
                                                          "Reviews of"};
constexpr std::array<std::string_view, 25> subjects = {
    "Oncology",      "Immunology",    "Neurology",      "Cardiology",  "Nephrology", "Cell Biology",  "Genetics",
    "Microbiology",  "Pharmacology",  "Pathology",      "Surgery",     "Virology",   "Physiology",    "Biochemistry",
    "Radiology",     "Parasitology",  "Psychiatry",     "Toxicology",  "Nutrition",  "Endocrinology", "Dermatology",
    "Plant Biology", "Public Health", "Bioinformatics", "Orthopaedics"};
constexpr std::array<std::string_view, 8> articleKinds = {"Research Article", "Original Article", "Article",
                                                          "Research",         "Case Report",      "Review",
                                                          "Short Report",     "Clinical Study"};
constexpr std::array<std::string_view, 12> checkTags = {"Humans", "Animals",   "Mice",         "Female",
                                                        "Male",   "Adult",     "Aged",         "Middle Aged",
                                                        "Rats",   "Cell Line", "Time Factors", "Treatment Outcome"};
constexpr std::array<std::string_view, 40> organs = {
    "Liver",    "Kidney",   "Lung",      "Brain",     "Heart",  "Skin",      "Bone",     "Colon",
    "Breast",   "Pancreas", "Spleen",    "Muscle",    "Retina", "Prostate",  "Ovary",    "Uterus",
    "Stomach",  "Thymus",   "Thyroid",   "Bladder",   "Cornea", "Tongue",    "Larynx",   "Trachea",
    "Artery",   "Vein",     "Marrow",    "Nerve",     "Spine",  "Cartilage", "Tendon",   "Testis",
    "Placenta", "Adrenal",  "Pituitary", "Esophagus", "Rectum", "Ileum",     "Duodenum", "Hippocampus"};
constexpr std::array<std::string_view, 30> findings = {
    "Neoplasms",     "Injuries",     "Diseases",     "Transplantation",    "Metabolism",        "Physiopathology",
    "Abnormalities", "Surgery",      "Drug Effects", "Diagnostic Imaging", "Genetics",          "Immunology",
    "Infections",    "Blood Supply", "Innervation",  "Cytology",           "Embryology",        "Enzymology",
    "Growth",        "Microbiology", "Parasitology", "Pathology",          "Radiation Effects", "Ultrastructure",
    "Virology",      "Fibrosis",     "Necrosis",     "Hypertrophy",        "Atrophy",           "Regeneration"};

/// 0 to count − 1, the first most often: Zipf's law.
std::size_t zipf(demo::Random& random, std::size_t count)
{
    return static_cast<std::size_t>(std::pow(static_cast<double>(count), random.unit())) - 1;
}

template <std::size_t count>
std::string oneOf(demo::Random& random, const std::array<std::string_view, count>& from)
{
    return std::string(from[static_cast<std::size_t>(random.integer(0, static_cast<int>(count) - 1))]);
}

std::string joinedWords(std::string_view a, std::string_view between, std::string_view b)
{
    return std::string(a).append(between).append(b);
}

std::string licenseOf(int shard, demo::Random& random)
{
    switch (subsetIndexOf(shard)) {
    case 0: return std::string(freeLicenses[zipf(random, freeLicenses.size())]);
    case 1: return std::string(otherLicenses[zipf(random, otherLicenses.size())]);
    default: return oneOf(random, unclearLicenses);
    }
}

/// 3,000 of them.
std::string journalOf(demo::Random& random)
{
    const std::size_t number = zipf(random, places.size() * journalKinds.size() * subjects.size());
    const std::string kind = joinedWords(journalKinds[number / subjects.size() % journalKinds.size()], " ",
                                         subjects[number % subjects.size()]);
    return joinedWords(places[number / subjects.size() / journalKinds.size()], " ", kind);
}

/// Seconds since 1970 as text, 2000 to 2024, more of late.
std::string dateOf(demo::Random& random)
{
    constexpr double first = 946'684'800, span = 25 * 365.25 * 86'400;
    return std::to_string(static_cast<std::int64_t>(first + span * std::sqrt(random.unit())));
}

/// "KLF12": 200,000 of them.
std::string geneOf(demo::Random& random)
{
    const std::size_t number = zipf(random, 200'000);
    std::string gene;
    for (std::size_t rest = number / 12, i = 0; i < 3; ++i, rest /= 26)
        gene += static_cast<char>('A' + rest % 26);
    return gene + std::to_string(number % 12 + 1);
}

/// As the reader of shards has them.
Answer sortedUnique(Answer answer)
{
    std::sort(answer.begin(), answer.end());
    answer.erase(std::unique(answer.begin(), answer.end()), answer.end());
    return answer;
}

std::string padded(int number)
{
    char text[16];
    std::snprintf(text, sizeof text, "%06d", number);
    return text;
}

} // namespace

std::string subsetOfShard(int shard)
{
    return std::string(subsets[static_cast<std::size_t>(subsetIndexOf(shard))]);
}

std::string nameOfShard(int shard)
{
    return subsetOfShard(shard) + "/" + padded(shard) + ".tar";
}

FigureSource::FigureSource(const std::vector<TinyPicture>& pictures, std::uint64_t seed)
    : m_pictures(pictures), m_seed(seed)
{
}

void FigureSource::beginShard(int shard)
{
    m_shard = shard;
    m_left = 0;
}

void FigureSource::takeTerms(demo::Random& random)
{
    shards::ArticleMetadata& article = m_figure.metadata.article;
    article.mesh.clear();
    article.keywords.clear();
    article.subjects = {std::string(articleKinds[zipf(random, articleKinds.size())])};
    if (random.chance(0.8))
        article.subjects.push_back(oneOf(random, subjects));
    if (random.chance(0.7)) { // the others have none
        for (const std::string_view tag : random.sample(checkTags, random.integer(1, 5)))
            article.mesh.emplace_back(tag);
        for (int i = random.integer(1, 6); i > 0; --i) {
            const std::size_t number = zipf(random, organs.size() * findings.size());
            article.mesh.push_back(joinedWords(organs[number % organs.size()], " ", findings[number / organs.size()]));
        }
    }
    if (random.chance(0.75))
        for (int i = random.integer(2, 5); i > 0; --i)
            article.keywords.push_back(
                random.chance(0.4) ? geneOf(random) : joinedWords(oneOf(random, organs), " ", oneOf(random, findings)));
}

void FigureSource::beginArticle()
{
    demo::Random random(demo::seedOf(m_seed, {1, ++m_articles}));
    shards::ArticleMetadata& article = m_figure.metadata.article;
    constexpr std::uint64_t firstAccession = 20'000'000; // above those of real articles
    article.accession = "PMC" + std::to_string(firstAccession + m_articles);
    article.title = m_words.words(static_cast<std::uint32_t>(random.integer(7, 16)));
    article.abstract = random.chance(0.06) ? "" : m_words.words(static_cast<std::uint32_t>(random.integer(25, 60)));
    article.journal = journalOf(random);
    article.license = licenseOf(m_shard, random);
    article.date = dateOf(random);
    article.citation = article.journal + ". " + std::to_string(*shards::yearOf(article.date)) + "; "
                       + std::to_string(random.integer(1, 40)) + ":" + std::to_string(random.integer(1, 990));
    takeTerms(random);
    m_left = random.integer(1, 7);
    m_index = -1;
}

const MadeFigure& FigureSource::next()
{
    if (m_left == 0)
        beginArticle();
    --m_left;
    ++m_index;
    const std::uint64_t seed = demo::seedOf(m_seed, {2, ++m_figures});
    demo::Random random(seed);
    m_figure.picture = static_cast<std::size_t>(random.next() % m_pictures.size());
    const TinyPicture& picture = m_pictures[m_figure.picture];
    shards::FigureMetadata& metadata = m_figure.metadata;
    metadata.imageId = "fig" + std::to_string(m_index + 1) + "-" + std::to_string(m_articles % 1'000'000);
    metadata.imageFile = metadata.imageId + ".jpg";
    m_figure.key = "filelist_" + subsetOfShard(m_shard) + "_batch_" + std::to_string(m_shard / 10) + "_0-"
                   + metadata.article.accession + "-" + std::to_string(m_index) + "-" + metadata.imageId;
    metadata.caption = m_words.next();
    // One picture in 200 stands elsewhere, too.
    const bool isRepeated = m_figures > 1 && random.chance(0.005);
    const std::string hash = hex64(demo::mixed(isRepeated ? random.next() % m_figures : m_figures));
    metadata.imageHash = hash + hash + hash + hash;
    const demo::ImportedLabels labels = demo::importedLabels(picture.drawing, m_seed, seed);
    metadata.cluster = std::to_string(labels.cluster);
    metadata.imported[Question::PanelType] = {labels.panelType};
    metadata.imported[Question::PanelSubtype] = {labels.panelSubtype};
    metadata.imported[Question::Primary] = sortedUnique(labels.primary);
    metadata.imported[Question::Secondary] = sortedUnique(labels.secondary);
    const double scale = random.real(0.4, 2.5);
    metadata.width = static_cast<std::uint32_t>(picture.size.width * scale);
    metadata.height = static_cast<std::uint32_t>(picture.size.height * scale);
    metadata.mentions.clear();
    if (random.chance(0.3))
        metadata.mentions.push_back(m_words.words(static_cast<std::uint32_t>(random.integer(12, 30))));
    return m_figure;
}

} // namespace biomedica::bench
