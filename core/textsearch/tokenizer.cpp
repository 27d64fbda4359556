#include "core/textsearch/tokenizer.h"

#include <cstdlib>
#include <utf8proc.h>

namespace biomedica::textsearch {

namespace {

bool isAsciiWordByte(unsigned char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
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
        return {1, isAsciiWordByte(first)};
    utf8proc_int32_t codepoint = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                         static_cast<utf8proc_ssize_t>(text.size() - at), &codepoint);
    if (length <= 0)
        return {1, false};
    return {static_cast<std::size_t>(length), isWordCategory(utf8proc_category(codepoint))};
}

std::string folded(std::string_view word)
{
    std::string result(word);
    bool isAscii = true;
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
        isAscii &= static_cast<unsigned char>(c) < 0x80;
    }
    if (isAscii)
        return result;
    utf8proc_uint8_t* mapped = nullptr;
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_COMPAT);
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                                     static_cast<utf8proc_ssize_t>(word.size()), &mapped, options);
    if (length > 0)
        result.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
    std::free(mapped);
    return result;
}

bool matchesAt(const std::vector<Token>& tokens, std::size_t at, const Pattern& pattern)
{
    if (at + pattern.words.size() > tokens.size())
        return false;
    for (std::size_t i = 0; i < pattern.words.size(); ++i) {
        const bool mayGoOn = pattern.isPrefix && i + 1 == pattern.words.size();
        const std::string& word = tokens[at + i].word;
        if (mayGoOn ? !word.starts_with(pattern.words[i]) : word != pattern.words[i])
            return false;
    }
    return true;
}

} // namespace

std::vector<Token> tokenize(std::string_view text)
{
    std::vector<Token> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        Character character = characterAt(text, at);
        if (!character.isPartOfWord) {
            at += character.length;
            continue;
        }
        const std::size_t begin = at;
        do {
            at += character.length;
        } while (at < text.size() && (character = characterAt(text, at)).isPartOfWord);
        tokens.push_back({folded(text.substr(begin, at - begin)), begin, at});
    }
    return tokens;
}

std::string foldedWords(std::string_view text)
{
    std::string words;
    words.reserve(text.size());
    for (const Token& token : tokenize(text)) {
        if (!words.empty())
            words += ' ';
        words += token.word;
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
