// Captions by the million that look like real ones to a text index: lengths, word frequencies and pairs of words.
#pragma once

#include "core/base/file.h"
#include "core/textsearch/tokenizer.h"
#include "tests/bench/measure.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace biomedica::bench {

/// Draws from the captions of entrez/roco_validation: a caption has the length of a real one and its words follow
/// each other as there, so that phrases exist; one word in 40 is of a long tail that the few real captions do not
/// show. Without them: Zipf's law over 200,000 words, 30 words a caption.
class CaptionSource {
public:
    CaptionSource()
    {
        const char* const data = std::getenv("BIOMEDICA_TEST_DATA");
        for (const char* name : {"radiology", "non-radiology"}) {
            if (!data)
                break;
            const auto text = readFile(std::filesystem::path(data) / "entrez/roco_validation"
                                       / (std::string(name) + "_captions.txt"));
            if (text)
                takeLines(*text);
        }
    }

    std::string next() { return words(m_words.empty() ? 30 : m_lengths[m_random() % m_lengths.size()]); }

    /// So many words, ended by blanks.
    std::string words(std::uint32_t count)
    {
        std::string text;
        std::size_t at = m_words.empty() ? 0 : m_random() % m_words.size();
        for (std::uint32_t i = 0; i < count; ++i) {
            if (m_words.empty()) {
                text.append(tailWord()).append(" ");
                continue;
            }
            if (m_random() % 4 == 0)
                at = m_random() % m_words.size();
            text.append(m_random() % 40 == 0 ? tailWord() : m_words[at]).append(" ");
            at = (at + 1) % m_words.size();
        }
        return text;
    }

private:
    void takeLines(std::string_view text)
    {
        while (!text.empty()) {
            const std::string_view line = text.substr(0, text.find('\n'));
            text.remove_prefix(std::min(text.size(), line.size() + 1));
            const std::size_t tab = line.find('\t');
            if (tab == std::string_view::npos)
                continue;
            const std::string_view caption = line.substr(tab + 1);
            std::uint32_t length = 0;
            for (const textsearch::Token& token : textsearch::tokenize(caption)) {
                m_words.emplace_back(caption.substr(token.begin, token.end - token.begin));
                ++length;
            }
            if (length > 0)
                m_lengths.push_back(length);
        }
    }

    std::string tailWord()
    {
        const double uniform = (m_random() + 1.0) / 4294967297.0;
        return "t" + std::to_string(static_cast<int>(std::pow(200'000.0, uniform)) - 1);
    }

    std::mt19937 m_random{17};
    std::vector<std::string> m_words; ///< of all real captions, in their order
    std::vector<std::uint32_t> m_lengths;
};

struct WordCount {
    std::string word;
    std::uint32_t captions = 0;
};

/// The words of the first captions, those of most captions first.
inline std::vector<WordCount> wordCounts(std::uint32_t captions)
{
    CaptionSource source;
    std::unordered_map<std::string, std::uint32_t> counts;
    for (std::uint32_t i = 0; i < captions; ++i) {
        std::set<std::string> words;
        for (textsearch::Token& token : textsearch::tokenize(source.next()))
            words.insert(std::move(token.word));
        for (const std::string& word : words)
            ++counts[word];
    }
    std::vector<WordCount> sorted;
    for (const auto& [word, count] : counts)
        sorted.push_back({word, count});
    std::sort(sorted.begin(), sorted.end(), [](const WordCount& a, const WordCount& b) {
        return a.captions != b.captions ? a.captions > b.captions : a.word < b.word;
    });
    return sorted;
}

} // namespace biomedica::bench
