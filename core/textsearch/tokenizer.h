// Text → words, the same way for figures, articles, notes and queries.
//
// A word is a longest run of letters, digits and combining marks (Unicode general categories L, N, M);
// it is compared case-folded and without diacritics, so "Zürich" and "zurich" meet. Everything else
// separates: "x-ray" is two words in a row.
//
// Thread contract: pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::textsearch {

struct Token {
    std::string word;      ///< folded
    std::size_t begin = 0; ///< bytes into the text
    std::size_t end = 0;
};

std::vector<Token> tokenize(std::string_view text);

/// Goes through the words of a text without making objects of them: for what is tokenized by the million.
class WordReader {
public:
    explicit WordReader(std::string_view text) : m_text(text) {}

    bool next();
    /// Folded; valid until the next call of next().
    std::string_view word() const { return m_word; }
    std::size_t begin() const { return m_begin; }
    std::size_t end() const { return m_end; }

private:
    std::size_t takeBeyondAscii(std::size_t at);

    std::string_view m_text;
    std::size_t m_begin = 0, m_end = 0;
    std::string m_word;
};

/// The folded words joined by single blanks: the form in which text enters the index.
std::string foldedWords(std::string_view text);

/// A word, a phrase or the beginning of a word.
///
/// A single word that is neither a prefix nor exact also matches its other forms (stemming.h).
struct Pattern {
    std::vector<std::string> words; ///< folded, at least one; several stand in a row
    bool isPrefix = false;          ///< the last word may go on
    bool isExact = false;           ///< was quoted

    bool hasForms() const { return words.size() == 1 && !isPrefix && !isExact; }

    bool operator==(const Pattern&) const = default;
};

struct Span {
    std::size_t begin = 0, end = 0; ///< bytes into the text
    bool operator==(const Span&) const = default;
};

/// Where the patterns occur in the text, in order, without overlaps: for marking matched words.
std::vector<Span> findMatches(std::string_view text, const std::vector<Pattern>& patterns);

} // namespace biomedica::textsearch
