#include "core/json/object_text.h"

#include <algorithm>
#include <optional>
#include <simdjson.h>

namespace biomedica::json {

namespace {

constexpr std::size_t maximumDepth = 1024;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void appendUtf8(std::string& text, unsigned codepoint)
{
    if (codepoint < 0x80) {
        text += static_cast<char>(codepoint);
    } else if (codepoint < 0x800) {
        text += static_cast<char>(0xc0 | codepoint >> 6);
        text += static_cast<char>(0x80 | (codepoint & 0x3f));
    } else {
        text += static_cast<char>(0xe0 | codepoint >> 12);
        text += static_cast<char>(0x80 | (codepoint >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (codepoint & 0x3f));
    }
}

/// The content of a string token without its quotes. Surrogate pairs stay apart: names of label
/// fields are ASCII, and all this is for is to recognise those however they are spelled.
std::string unescaped(std::string_view token)
{
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] != '\\') {
            text += token[i];
            continue;
        }
        switch (const char escape = token[++i]) {
        case 'b': text += '\b'; break;
        case 'f': text += '\f'; break;
        case 'n': text += '\n'; break;
        case 'r': text += '\r'; break;
        case 't': text += '\t'; break;
        case 'u':
            appendUtf8(text, static_cast<unsigned>(std::stoul(std::string(token.substr(i + 1, 4)), nullptr, 16)));
            i += 4;
            break;
        default: text += escape;
        }
    }
    return text;
}

/// A strict, non-recursive scan over valid UTF-8.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    Result<std::vector<Member>> members()
    {
        std::vector<Member> found;
        skipBlanks();
        if (!take('{'))
            return Error(ErrorKind::Corrupt, "not a JSON object");
        skipBlanks();
        if (!take('}')) {
            do {
                skipBlanks();
                Member member;
                member.nameBegin = m_at;
                if (!skipString())
                    return problem("a field name is expected");
                member.name = unescaped(m_text.substr(member.nameBegin + 1, m_at - member.nameBegin - 2));
                skipBlanks();
                if (!take(':'))
                    return problem("':' is expected");
                skipBlanks();
                member.valueBegin = m_at;
                if (!skipValue())
                    return problem("a value is damaged or missing");
                member.valueEnd = m_at;
                found.push_back(std::move(member));
                skipBlanks();
            } while (take(','));
            if (!take('}'))
                return problem("',' or '}' is expected");
        }
        skipBlanks();
        if (m_at != m_text.size())
            return problem("there is more text after the object");
        return found;
    }

private:
    Error problem(std::string_view what) const
    {
        return Error(ErrorKind::Corrupt, "not valid JSON at byte " + std::to_string(m_at) + ": " + std::string(what));
    }

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    bool take(char expected)
    {
        if (m_at >= m_text.size() || m_text[m_at] != expected)
            return false;
        ++m_at;
        return true;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
    }

    bool skipWord(std::string_view word)
    {
        if (m_text.substr(m_at, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }

    bool skipDigits()
    {
        const std::size_t begin = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > begin;
    }

    bool skipNumber()
    {
        take('-');
        if (!take('0') && !skipDigits())
            return false;
        if (take('.') && !skipDigits())
            return false;
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            return skipDigits();
        }
        return true;
    }

    bool skipEscape()
    {
        const char escape = peek();
        ++m_at;
        if (escape != 'u')
            return std::string_view("\"\\/bfnrt").find(escape) != std::string_view::npos && escape != '\0';
        for (int i = 0; i < 4; ++i, ++m_at)
            if (!std::isxdigit(static_cast<unsigned char>(peek())))
                return false;
        return true;
    }

    bool skipString()
    {
        if (!take('"'))
            return false;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c == '"')
                return true;
            if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !skipEscape()))
                return false;
        }
        return false;
    }

    bool skipScalar()
    {
        switch (peek()) {
        case '"': return skipString();
        case 't': return skipWord("true");
        case 'f': return skipWord("false");
        case 'n': return skipWord("null");
        default: return skipNumber();
        }
    }

    bool skipName()
    {
        skipBlanks();
        if (!skipString())
            return false;
        skipBlanks();
        return take(':');
    }

    /// Any value; `open` holds the closing brackets that are still due.
    bool skipValue()
    {
        std::string open;
        do {
            skipBlanks();
            if (take('[')) {
                skipBlanks();
                if (!take(']')) {
                    open += ']';
                    if (open.size() > maximumDepth)
                        return false;
                    continue;
                }
            } else if (take('{')) {
                skipBlanks();
                if (!take('}')) {
                    open += '}';
                    if (open.size() > maximumDepth || !skipName())
                        return false;
                    continue;
                }
            } else if (!skipScalar()) {
                return false;
            }
            if (open.empty())
                return true;
            // A value has ended: close what ends with it, or go on to the next element.
            for (skipBlanks(); take(open.back()); skipBlanks()) {
                open.pop_back();
                if (open.empty())
                    return true;
            }
            if (!take(',') || (open.back() == '}' && !skipName()))
                return false;
        } while (true);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

/// What to put between the last value and the end of the object to add fields in the text's own spacing.
std::string appended(std::string_view text, const std::vector<Member>& members, const std::vector<FieldEdit>& edits)
{
    std::string_view beforeName;
    std::string_view beforeValue = ": ";
    if (!members.empty()) {
        const Member& first = members.front();
        const std::size_t nameEnd = text.substr(0, first.valueBegin).rfind('"') + 1;
        beforeValue = text.substr(nameEnd, first.valueBegin - nameEnd);
        if (members.size() > 1) {
            const std::size_t comma = text.find(',', first.valueEnd);
            beforeName = text.substr(comma + 1, members[1].nameBegin - comma - 1);
        } else {
            const std::size_t brace = text.find('{');
            beforeName = text.substr(brace + 1, first.nameBegin - brace - 1);
            if (beforeName.empty() && beforeValue.ends_with(' '))
                beforeName = " ";
        }
    }
    std::string added;
    bool isFirst = members.empty();
    for (const FieldEdit& edit : edits) {
        if (!isFirst)
            added.append(",").append(members.empty() ? " " : beforeName);
        isFirst = false;
        added.append("\"").append(edit.name).append("\"").append(beforeValue).append(edit.value);
    }
    return added;
}

} // namespace

Result<std::vector<Member>> topLevelMembers(std::string_view text)
{
    if (!simdjson::validate_utf8(text.data(), text.size()))
        return Error(ErrorKind::Corrupt, "not UTF-8 text");
    return Scanner(text).members();
}

Result<std::string> withFields(std::string_view text, const std::vector<FieldEdit>& edits)
{
    TRY(const std::vector<Member> members, topLevelMembers(text));
    std::string edited;
    edited.reserve(text.size() + 256);
    std::size_t copied = 0;
    std::vector<FieldEdit> missing = edits;
    for (const Member& member : members) {
        const auto edit = std::find_if(edits.begin(), edits.end(),
                                       [&](const FieldEdit& candidate) { return candidate.name == member.name; });
        if (edit == edits.end())
            continue;
        edited += text.substr(copied, member.valueBegin - copied);
        edited += edit->value;
        copied = member.valueEnd;
        std::erase_if(missing, [&](const FieldEdit& candidate) { return candidate.name == member.name; });
    }
    const std::size_t end = members.empty() ? text.find('{') + 1 : members.back().valueEnd;
    edited += text.substr(copied, end - copied);
    edited += appended(text, members, missing);
    edited += text.substr(end);
    return edited;
}

} // namespace biomedica::json
