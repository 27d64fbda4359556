#include "tests/integration/scale/naive_text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace biomedica::test {

namespace {

const std::map<std::string, std::string, std::less<>>& letters()
{
    static const std::map<std::string, std::string, std::less<>> known = {
        {"é", "e"}, {"É", "e"}, {"ü", "u"}, {"Ü", "u"}, {"ï", "i"},  {"å", "a"},
        {"Å", "a"}, {"ö", "o"}, {"β", "β"}, {"Β", "β"}, {"ß", "ss"}, {"²", "2"}};
    return known;
}

/// Plurals as stemming.h tells of them.
std::string singularOf(const std::string& word)
{
    static const std::map<std::string, std::string> irregular = {
        {"biopsies", "biopsy"}, {"metastases", "metastasis"}, {"analyses", "analysis"}, {"masses", "mass"},
        {"viruses", "virus"},   {"branches", "branch"},       {"complexes", "complex"}, {"meshes", "mesh"}};
    static const std::vector<std::string> regular = {"cells", "tissues", "headaches", "figures", "neurons"};
    if (const auto found = irregular.find(word); found != irregular.end())
        return found->second;
    const bool isRegular = std::find(regular.begin(), regular.end(), word) != regular.end();
    return isRegular ? word.substr(0, word.size() - 1) : word;
}

} // namespace

std::vector<std::string> naiveWords(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty())
            words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            word += c;
            ++at;
        } else if (c >= 'A' && c <= 'Z') {
            word += static_cast<char>(c - 'A' + 'a');
            ++at;
        } else {
            std::size_t length = 1;
            while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xc0) == 0x80)
                ++length;
            const auto known = letters().find(text.substr(at, length));
            if (known == letters().end())
                end();
            else
                word += known->second;
            at += length;
        }
    }
    end();
    return words;
}

void NaiveField::add(const std::vector<std::string>& texts)
{
    const auto document = static_cast<std::uint32_t>(m_texts.size());
    std::vector<std::uint32_t>& all = m_texts.emplace_back();
    m_lengths.push_back(0);
    for (const std::string& text : texts) {
        if (!all.empty())
            all.push_back(gap);
        for (std::string& word : naiveWords(text)) {
            const auto [place, isNew] = m_numbers.try_emplace(word, static_cast<std::uint32_t>(m_words.size()));
            if (isNew) {
                m_singulars.push_back(singularOf(word));
                m_words.push_back(std::move(word));
                m_places.emplace_back();
            }
            m_places[place->second].push_back({document, static_cast<std::uint32_t>(all.size())});
            all.push_back(place->second);
            ++m_lengths.back();
        }
    }
    m_documentsWithWords += m_lengths.back() > 0 ? 1 : 0;
    m_allWords += static_cast<double>(m_lengths.back());
}

void NaiveField::forget(const std::set<std::uint32_t>& documents)
{
    for (std::vector<Place>& places : m_places)
        std::erase_if(places, [&](const Place& place) { return documents.contains(place.document); });
    for (const std::uint32_t document : documents) {
        m_documentsWithWords -= m_lengths[document] > 0 ? 1 : 0;
        m_allWords -= static_cast<double>(m_lengths[document]);
        m_texts[document].clear();
        m_lengths[document] = 0;
    }
}

std::vector<std::string> NaiveField::wordsAt(std::uint32_t document, std::size_t place, std::size_t count) const
{
    std::vector<std::string> words;
    const std::vector<std::uint32_t>& text = m_texts[document];
    for (std::size_t i = place; i < std::min(text.size(), place + count); ++i)
        if (text[i] != gap)
            words.push_back(m_words[text[i]]);
    return words.size() == count ? words : std::vector<std::string>();
}

/// The words that may stand where the pattern begins.
std::vector<std::uint32_t> NaiveField::formsOf(const NaivePattern& pattern) const
{
    std::vector<std::uint32_t> forms;
    const std::string& first = pattern.words.front();
    const bool mayGoOn = pattern.words.size() == 1 && pattern.isPrefix;
    const bool hasForms = pattern.words.size() == 1 && !pattern.isPrefix && !pattern.isExact;
    const std::string singular = singularOf(first);
    for (std::uint32_t word = 0; word < m_words.size(); ++word)
        if (mayGoOn    ? m_words[word].starts_with(first)
            : hasForms ? m_singulars[word] == singular
                       : m_words[word] == first)
            forms.push_back(word);
    return forms;
}

bool NaiveField::continuesAt(const Place& place, const NaivePattern& pattern) const
{
    const std::vector<std::uint32_t>& text = m_texts[place.document];
    for (std::size_t i = 1; i < pattern.words.size(); ++i) {
        const std::size_t at = place.position + i;
        if (at >= text.size() || text[at] == gap)
            return false;
        const bool mayGoOn = pattern.isPrefix && i + 1 == pattern.words.size();
        if (mayGoOn ? !m_words[text[at]].starts_with(pattern.words[i]) : m_words[text[at]] != pattern.words[i])
            return false;
    }
    return true;
}

std::vector<double> NaiveField::find(const NaivePattern& pattern) const
{
    using Frequencies = std::vector<std::pair<std::uint32_t, double>>; // by document
    std::vector<std::pair<double, Frequencies>> forms;                 // with their weights
    const double documents = m_documentsWithWords, words = m_allWords;
    double with = 0;
    for (const std::uint32_t form : formsOf(pattern)) {
        Frequencies frequencies;
        for (const Place& place : m_places[form]) {
            if (!continuesAt(place, pattern))
                continue;
            if (frequencies.empty() || frequencies.back().first != place.document)
                frequencies.emplace_back(place.document, 0);
            ++frequencies.back().second;
        }
        with = std::max(with, static_cast<double>(frequencies.size()));
        const bool isOtherForm = !pattern.isPrefix && m_words[form] != pattern.words.front();
        forms.emplace_back(isOtherForm ? 0.5 : 1, std::move(frequencies));
    }
    if (with == 0)
        return {};
    const double idf = std::log(1 + (documents - with + 0.5) / (with + 0.5));
    std::vector<double> scores(m_texts.size());
    for (const auto& [weight, frequencies] : forms)
        for (const auto& [document, frequency] : frequencies) {
            const double length = static_cast<double>(m_lengths[document]) / (words / documents);
            const double norm = 1.2 * (1 - 0.75 + 0.75 * length);
            scores[document] += m_weight * weight * idf * frequency * 2.2 / (frequency + norm);
        }
    return scores;
}

} // namespace biomedica::test
