#include "core/textsearch/tokenizer.h"

#include "core/textsearch/stemming.h"

#include <array>
#include <cstdlib>
#include <utf8proc.h>

namespace biomedica::textsearch {

namespace {

/// What an ASCII character becomes in a word; 0 = it separates words, or is none.
constexpr std::array<char, 256> asciiFolded = [] {
    std::array<char, 256> table{};
    for (char c = '0'; c <= '9'; ++c)
        table[static_cast<std::size_t>(c)] = c;
    for (char c = 'a'; c <= 'z'; ++c)
        table[static_cast<std::size_t>(c)] = table[static_cast<std::size_t>(c - 'a' + 'A')] = c;
    return table;
}();

char foldedAt(std::string_view text, std::size_t at)
{
    return asciiFolded[static_cast<unsigned char>(text[at])];
}

bool isWordCategory(utf8proc_category_t category)
{
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO)
           || (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_NO);
}

struct Character {
    std::size_t length = 1;
    bool isPartOfWord = false;
};

Character characterAt(std::string_view text, std::size_t at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80)
        return {1, foldedAt(text, at) != 0};
    utf8proc_int32_t codepoint = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                         static_cast<utf8proc_ssize_t>(text.size() - at), &codepoint);
    if (length <= 0)
        return {1, false};
    return {static_cast<std::size_t>(length), isWordCategory(utf8proc_category(codepoint))};
}

/// Appends the folded form of a word with characters beyond ASCII.
void appendFolded(std::string_view word, std::string& result)
{
    utf8proc_uint8_t* mapped = nullptr;
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_COMPAT);
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                                     static_cast<utf8proc_ssize_t>(word.size()), &mapped, options);
    if (length > 0)
        result.append(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
    else
        result.append(word);
    std::free(mapped);
}

bool matchesAt(const std::vector<Token>& tokens, std::size_t at, const Pattern& pattern)
{
    if (at + pattern.words.size() > tokens.size())
        return false;
    if (pattern.hasForms())
        return stemOf(tokens[at].word) == stemOf(pattern.words.front());
    for (std::size_t i = 0; i < pattern.words.size(); ++i) {
        const bool mayGoOn = pattern.isPrefix && i + 1 == pattern.words.size();
        const std::string& word = tokens[at + i].word;
        if (mayGoOn ? !word.starts_with(pattern.words[i]) : word != pattern.words[i])
            return false;
    }
    return true;
}

} // namespace

bool WordReader::next()
{
    const std::size_t size = m_text.size();
    std::size_t at = m_end;
    for (Character character; at < size && foldedAt(m_text, at) == 0; at += character.length)
        if ((character = characterAt(m_text, at)).isPartOfWord)
            break;
    m_begin = at;
    while (at < size && foldedAt(m_text, at) != 0) // nearly all words are ASCII throughout
        ++at;
    m_word.resize(at - m_begin);
    for (std::size_t i = 0; i < m_word.size(); ++i)
        m_word[i] = foldedAt(m_text, m_begin + i);
    if (at < size && static_cast<unsigned char>(m_text[at]) >= 0x80)
        at = takeBeyondAscii(at);
    m_end = at;
    return m_begin < m_end;
}

/// The rest of a word whose first characters, up to `at`, are ASCII; where it ends.
std::size_t WordReader::takeBeyondAscii(std::size_t at)
{
    const std::size_t asciiEnd = at;
    for (Character character; at < m_text.size(); at += character.length)
        if (!(character = characterAt(m_text, at)).isPartOfWord)
            break;
    if (at > asciiEnd) {
        m_word.clear();
        appendFolded(m_text.substr(m_begin, at - m_begin), m_word);
    }
    return at;
}

std::vector<Token> tokenize(std::string_view text)
{
    std::vector<Token> tokens;
    WordReader reader(text);
    while (reader.next())
        tokens.push_back({std::string(reader.word()), reader.begin(), reader.end()});
    return tokens;
}

std::string foldedWords(std::string_view text)
{
    std::string words;
    words.reserve(text.size());
    WordReader reader(text);
    while (reader.next()) {
        if (!words.empty())
            words += ' ';
        words += reader.word();
    }
    return words;
}

std::vector<Span> findMatches(std::string_view text, const std::vector<Pattern>& patterns)
{
    std::vector<Span> spans;
    const std::vector<Token> tokens = tokenize(text);
    for (std::size_t at = 0; at < tokens.size();) {
        std::size_t longest = 0;
        for (const Pattern& pattern : patterns)
            if (pattern.words.size() > longest && matchesAt(tokens, at, pattern))
                longest = pattern.words.size();
        if (longest > 0)
            spans.push_back({tokens[at].begin, tokens[at + longest - 1].end});
        at += longest > 0 ? longest : 1;
    }
    return spans;
}

} // namespace biomedica::textsearch
