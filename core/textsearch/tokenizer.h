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

/// The folded words joined by single blanks: the form in which text enters the index.
std::string foldedWords(std::string_view text);

/// A word, a phrase or the beginning of a word.
struct Pattern {
    std::vector<std::string> words; ///< folded, at least one; several stand in a row
    bool isPrefix = false;          ///< the last word may go on

    bool operator==(const Pattern&) const = default;
};

struct Span {
    std::size_t begin = 0, end = 0; ///< bytes into the text
    bool operator==(const Span&) const = default;
};

/// Where the patterns occur in the text, in order, without overlaps: for marking matched words.
std::vector<Span> findMatches(std::string_view text, const std::vector<Pattern>& patterns);

} // namespace biomedica::textsearch
