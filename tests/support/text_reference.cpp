#include "tests/support/text_reference.h"

#include "core/textsearch/stemming.h"

#include <algorithm>
#include <cmath>

namespace biomedica::test {

using textsearch::Pattern;
using textsearch::Space;

namespace {

std::vector<std::string> wordsOf(const std::vector<std::string>& texts)
{
    std::vector<std::string> words;
    for (const std::string& text : texts) {
        if (!words.empty())
            words.emplace_back();
        for (const textsearch::Token& token : textsearch::tokenize(text))
            words.push_back(token.word);
    }
    return words;
}

std::size_t countOf(const std::vector<std::string>& words)
{
    return words.size() - static_cast<std::size_t>(std::count(words.begin(), words.end(), ""));
}

bool standsAt(const std::vector<std::string>& words, std::size_t at, const Pattern& pattern)
{
    if (at + pattern.words.size() > words.size())
        return false;
    for (std::size_t i = 0; i < pattern.words.size(); ++i) {
        const bool mayGoOn = pattern.isPrefix && i + 1 == pattern.words.size();
        if (mayGoOn ? !words[at + i].starts_with(pattern.words[i]) : words[at + i] != pattern.words[i])
            return false;
    }
    return true;
}

std::size_t letters(const std::string& utf8)
{
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char byte) { return static_cast<signed char>(byte) >= -64; }));
}

} // namespace

void TextReference::addFigure(std::uint32_t row, std::uint32_t article, const DocumentTexts& texts)
{
    for (unsigned field = 0; field < textsearch::fieldsOf(Space::Figures); ++field)
        m_documents[0][row].words[field] = wordsOf(texts[field]);
    m_articles[row] = article;
}

void TextReference::addArticle(std::uint32_t article, const DocumentTexts& texts)
{
    for (unsigned field = 0; field < textsearch::fieldsOf(Space::Articles); ++field)
        m_documents[1][article].words[field] = wordsOf(texts[field]);
}

std::map<std::uint32_t, double> TextReference::findIn(Space space, unsigned field, const Pattern& pattern) const
{
    // How often each form stands in each document: of a phrase, the phrase; of others, each word that fits.
    std::map<std::string, std::map<std::uint32_t, double>> frequencies;
    double documents = 0, words = 0;
    const Documents& all = m_documents[static_cast<std::size_t>(space)];
    for (const auto& [number, document] : all) {
        const std::vector<std::string>& text = document.words[field];
        documents += countOf(text) > 0 ? 1 : 0;
        words += static_cast<double>(countOf(text));
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (pattern.words.size() > 1 ? standsAt(text, at, pattern)
                : pattern.hasForms()
                    ? !text[at].empty() && textsearch::stemOf(text[at]) == textsearch::stemOf(pattern.words[0])
                    : standsAt(text, at, pattern))
                frequencies[pattern.words.size() > 1 ? "" : text[at]][number] += 1;
        }
    }
    std::size_t with = 0;
    for (const auto& [form, found] : frequencies)
        with = std::max(with, found.size());
    const double n = static_cast<double>(with);
    const double idf = std::log(1 + (documents - n + 0.5) / (n + 0.5));
    const double weights[2][4] = {{2, 1, 0, 0}, {1, 0.5, 0.7, 0.7}};
    std::map<std::uint32_t, double> scores;
    for (const auto& [form, found] : frequencies) {
        const double ofForm = pattern.hasForms() && form != pattern.words[0] ? 0.5 : 1.0;
        for (const auto& [number, frequency] : found) {
            const double length = static_cast<double>(countOf(all.at(number).words[field]));
            const double norm = 1.2 * (1 - 0.75 + 0.75 * length / (words / documents));
            scores[number] +=
                weights[static_cast<std::size_t>(space)][field] * ofForm * idf * frequency * 2.2 / (frequency + norm);
        }
    }
    return scores;
}

std::map<std::uint32_t, double> TextReference::find(const Pattern& pattern, textsearch::TextFields fields) const
{
    std::map<std::uint32_t, double> scores;
    for (const Space space : {Space::Figures, Space::Articles}) {
        for (unsigned field = 0; field < textsearch::fieldsOf(space); ++field) {
            if (!textsearch::isAsked(space, field, fields))
                continue;
            auto found = findIn(space, field, pattern);
            const bool isTelling = !pattern.isPrefix || pattern.words.size() > 1 || letters(pattern.words[0]) > 2;
            for (auto& [number, score] : found)
                score *= isTelling ? 1 : 0;
            if (space == Space::Figures) {
                for (const auto& [row, score] : found)
                    scores[row] += score;
                continue;
            }
            for (const auto& [row, article] : m_articles)
                if (const auto its = found.find(article); its != found.end())
                    scores[row] += its->second;
        }
    }
    return scores;
}

} // namespace biomedica::test
