#include "core/shards/metadata.h"

#include "core/base/hash.h"
#include "core/base/text.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdlib>

namespace biomedica::shards {

namespace {

std::string presentText(std::optional<std::string> text)
{
    if (!text || *text == "None")
        return {};
    return std::string(trimmed(*text));
}

std::vector<std::string> presentStrings(std::vector<std::string> strings)
{
    for (std::string& text : strings)
        text = std::string(trimmed(text));
    std::erase_if(strings, [](const std::string& text) { return text.empty() || text == "None"; });
    return strings;
}

Answer sortedUnique(std::vector<std::string> values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

/// In-text mentions carry <xref> elements; what a person reads is their text.
std::string withoutMarkup(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        const std::size_t open = text.find('<');
        plain += text.substr(0, open);
        if (open == std::string_view::npos)
            break;
        text.remove_prefix(open);
        const std::size_t close = text.find('>');
        const bool isTag = close != std::string_view::npos && text.size() > 1
                           && (std::isalpha(static_cast<unsigned char>(text[1])) || text[1] == '/');
        if (!isTag)
            plain += '<';
        text.remove_prefix(isTag ? close + 1 : 1);
    }
    return plain;
}

std::string stemOf(std::string_view fileName)
{
    return std::string(fileName.substr(0, fileName.rfind('.')));
}

std::vector<std::string> mentionsOf(const json::ObjectReader& reader, const FigureMetadata& figure)
{
    // The image id is sometimes left with its extension on.
    for (const std::string& name :
         {figure.imageId, figure.imageFile, figure.imageId + ".jpg", stemOf(figure.imageFile)}) {
        if (name.empty())
            continue;
        std::vector<std::string> mentions = presentStrings(reader.stringsAt("image_context", name));
        if (mentions.empty())
            continue;
        for (std::string& mention : mentions)
            mention = withoutMarkup(mention);
        return mentions;
    }
    return {};
}

ArticleMetadata articleOf(const json::ObjectReader& reader)
{
    ArticleMetadata article;
    article.accession = presentText(reader.text("article_accession_id"));
    article.title = presentText(reader.text("article_title"));
    article.journal = presentText(reader.text("article_journal"));
    article.citation = presentText(reader.text("article_citation"));
    article.license = presentText(reader.text("article_license"));
    article.abstract = presentText(reader.text("article_abstract"));
    article.date = presentText(reader.text("article_date"));
    article.mesh = presentStrings(reader.strings("article_mesh_terms"));
    article.keywords = presentStrings(reader.strings("article_keywords"));
    article.subjects = presentStrings(reader.strings("article_subject"));
    return article;
}

Answers importedAnswers(const json::ObjectReader& reader)
{
    Answers answers;
    for (const Question question : allQuestions) {
        Answer answer = sortedUnique(presentStrings(reader.strings(metadataFieldOf(question))));
        if (!isListQuestion(question) && answer.size() > 1)
            answer.resize(1);
        if (!answer.empty())
            answers[question] = std::move(answer);
    }
    return answers;
}

} // namespace

Result<FigureMetadata> MetadataReader::read(const std::string& jsonText)
{
    TRY_VOID(m_reader.parse(jsonText));
    FigureMetadata figure;
    figure.imageFile = presentText(m_reader.text("image_file_name"));
    figure.imageId = presentText(m_reader.text("image_cluster_id"));
    figure.imageHash = presentText(m_reader.text("image_hash"));
    figure.cluster = presentText(m_reader.text("image_label_id"));
    const std::vector<std::int64_t> size = m_reader.integers("image_size");
    if (size.size() == 2 && size[0] > 0 && size[1] > 0 && size[0] <= INT32_MAX && size[1] <= INT32_MAX) {
        figure.width = static_cast<std::uint32_t>(size[0]);
        figure.height = static_cast<std::uint32_t>(size[1]);
    }
    figure.imported = importedAnswers(m_reader);
    figure.mentions = mentionsOf(m_reader, figure);
    figure.article = articleOf(m_reader);
    return figure;
}

Result<FigureMetadata> MetadataReader::read(const ShardFile& shard, const SampleMember& member, const Job& job)
{
    TRY_VOID(m_text.read(shard, member, job));
    if (m_text.isShortened()) {
        auto figure = read(m_text.text());
        if (figure && hasAllFields())
            return figure;
        TRY_VOID(m_text.readWhole(shard, member, job));
    }
    return read(m_text.text());
}

/// Then none can stand in what was not read, if each stands once.
bool MetadataReader::hasAllFields() const
{
    return std::all_of(metadataFields.begin(), metadataFields.end(),
                       [this](const char* field) { return m_reader.has(field); });
}

std::optional<int> yearOf(std::string_view date)
{
    const std::string_view text = trimmed(date);
    const auto isYear = [](std::int64_t number) { return number >= 1600 && number <= 2200; };
    if (const auto number = parseInteger(text)) {
        if (isYear(*number) && text.size() == 4)
            return static_cast<int>(*number);
        if (std::abs(*number) > std::int64_t{1} << 40)
            return std::nullopt;
        const auto day = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(*number)));
        return static_cast<int>(std::chrono::year_month_day(day).year());
    }
    const auto first = parseInteger(text.substr(0, text.find_first_of(" -/")));
    if (first && isYear(*first))
        return static_cast<int>(*first);
    return std::nullopt;
}

std::string licenseWithoutVersion(std::string_view license)
{
    std::string_view text = trimmed(license);
    const std::size_t blank = text.rfind(' ');
    if (blank != std::string_view::npos) {
        const std::string_view version = text.substr(blank + 1);
        if (!version.empty() && version.find_first_not_of("0123456789.") == std::string_view::npos)
            text = trimmed(text.substr(0, blank));
    }
    return std::string(text);
}

std::optional<std::string> figureIndexOf(std::string_view key, std::string_view accession)
{
    if (accession.empty())
        return std::nullopt;
    const std::string marker = "-" + std::string(accession) + "-";
    const std::size_t begin = key.find(marker);
    if (begin == std::string_view::npos)
        return std::nullopt;
    const std::string_view rest = key.substr(begin + marker.size());
    const std::size_t end = rest.find('-');
    const std::string_view index = rest.substr(0, end);
    if (end == std::string_view::npos || index.empty() || !parseInteger(index))
        return std::nullopt;
    return std::string(index);
}

std::optional<FigureId> identify(std::string_view key, const FigureMetadata& metadata)
{
    const auto index = figureIndexOf(key, metadata.article.accession);
    if (!index || metadata.imageId.empty())
        return std::nullopt;
    return FigureId(hash64("figure\n" + metadata.article.accession + "\n" + metadata.imageId + "\n" + *index));
}

FigureId identifyByBytes(std::string_view key, std::string_view imageBytes)
{
    return FigureId(hash64("picture\n" + std::string(key) + "\n" + hex64(hash64(imageBytes))));
}

} // namespace biomedica::shards
