// Words in texts, looked for as plainly as can be: own words, own forms, BM25 in doubles. It shares nothing with
// core/textsearch but what is documented there.
//
// Thread contract: belongs to one thread.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace biomedica::test {

/// Letters and digits in a row, in lower case and without accents; of other than ASCII letters only those that the
/// tests use are known.
std::vector<std::string> naiveWords(std::string_view text);

struct NaivePattern {
    std::vector<std::string> words; ///< as naiveWords() gives them; several stand in a row
    bool isPrefix = false, isExact = false;
};

/// The texts of one kind of document in one field.
class NaiveField {
public:
    explicit NaiveField(double weight) : m_weight(weight) {}

    /// Documents come in the order of their numbers, 0 first.
    void add(const std::vector<std::string>& texts);
    /// Out of statistics and results.
    void forget(const std::set<std::uint32_t>& documents);

    /// By document what the pattern is worth there, more than 0 where it stands; empty where that is nowhere.
    std::vector<double> find(const NaivePattern& pattern) const;
    /// A word of a document, and those that follow it; none where it has too few.
    std::vector<std::string> wordsAt(std::uint32_t document, std::size_t place, std::size_t count) const;
    std::size_t length(std::uint32_t document) const { return m_lengths[document]; }

private:
    static constexpr std::uint32_t gap = UINT32_MAX;
    struct Place {
        std::uint32_t document, position;
    };

    std::vector<std::uint32_t> formsOf(const NaivePattern& pattern) const;
    bool continuesAt(const Place& place, const NaivePattern& pattern) const;

    double m_weight;
    std::vector<std::string> m_words, m_singulars;
    std::unordered_map<std::string, std::uint32_t> m_numbers;
    std::vector<std::vector<Place>> m_places;        ///< by word
    std::vector<std::vector<std::uint32_t>> m_texts; ///< by document: words, `gap` between two texts
    std::vector<std::size_t> m_lengths;
    double m_documentsWithWords = 0, m_allWords = 0;
};

} // namespace biomedica::test
