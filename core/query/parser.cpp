#include "core/query/parser.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace biomedica::query {

namespace {

constexpr std::array traitNames = {std::string_view("labelled"), std::string_view("unlabelled"),
                                   std::string_view("disputed"), std::string_view("flagged"),
                                   std::string_view("duplicate")};

constexpr std::size_t maximumDepth = 200;

std::vector<std::string> fieldNames()
{
    std::vector<std::string> names;
    for (const FieldInfo& info : allFields())
        names.emplace_back(info.name);
    return names;
}

std::string didYouMean(std::string_view text, std::vector<std::string> candidates)
{
    const auto near = closestMatch(text, candidates);
    return near ? "; did you mean '" + *near + "'?" : std::string(".");
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

Node makeNode(NodeKind kind)
{
    Node node;
    node.kind = kind;
    return node;
}

/// A recursive-descent parser; a failed step leaves m_error set and unwinds.
class Parser {
public:
    explicit Parser(std::string_view text) : m_text(text) {}

    std::variant<Query, SyntaxError> parse()
    {
        Query query;
        skipBlanks();
        if (!isAtEnd())
            query.root = parseOr();
        if (!m_error && !isAtEnd())
            fail(m_at, m_at + 1, "there is no '(' for this ')'");
        if (!m_error)
            checkExamples(query.root, true);
        if (m_error)
            return *m_error;
        return query;
    }

private:
    struct Atom {
        std::size_t begin = 0, end = 0;
        std::string text;
        bool isQuoted = false;
    };

    bool isAtEnd() const { return m_at >= m_text.size(); }
    char peek() const { return isAtEnd() ? '\0' : m_text[m_at]; }

    void skipBlanks()
    {
        while (!isAtEnd() && isBlank(peek()))
            ++m_at;
    }

    Node fail(std::size_t begin, std::size_t end, std::string message)
    {
        if (!m_error)
            m_error = SyntaxError{begin, std::max(end, begin + 1), std::move(message)};
        return {};
    }

    /// OR, AND, NOT: upper case, on their own.
    bool isKeyword(std::string_view keyword) const
    {
        if (m_text.substr(m_at, keyword.size()) != keyword)
            return false;
        const std::size_t after = m_at + keyword.size();
        return after >= m_text.size() || isBlank(m_text[after]) || m_text[after] == '(' || m_text[after] == ')';
    }

    bool takeKeyword(std::string_view keyword)
    {
        if (!isKeyword(keyword))
            return false;
        m_at += keyword.size();
        skipBlanks();
        return true;
    }

    Node parseOr()
    {
        Node either = makeNode(NodeKind::Or);
        do {
            either.children.push_back(parseAnd());
        } while (!m_error && takeKeyword("OR"));
        return either.children.size() == 1 ? std::move(either.children.front()) : either;
    }

    Node parseAnd()
    {
        Node all = makeNode(NodeKind::And);
        while (!m_error) {
            all.children.push_back(parseUnary());
            skipBlanks();
            const bool isExplicit = takeKeyword("AND");
            if (m_error || (!isExplicit && (isAtEnd() || peek() == ')' || isKeyword("OR"))))
                break;
        }
        return all.children.size() == 1 ? std::move(all.children.front()) : all;
    }

    Node parseUnary()
    {
        if (++m_depth > maximumDepth)
            return fail(m_at, m_at + 1, "this is nested too deeply");
        Node node = parseNegatable();
        --m_depth;
        return node;
    }

    Node parseNegatable()
    {
        const std::size_t begin = m_at;
        const bool isMinus = peek() == '-';
        if (isMinus || isKeyword("NOT")) {
            m_at += isMinus ? 1 : 3;
            if (!isMinus)
                skipBlanks();
            if (isAtEnd() || isBlank(peek()) || peek() == ')')
                return fail(begin, m_at, "there is nothing to exclude here: write -word without a blank");
            Node except = makeNode(NodeKind::Not);
            except.children.push_back(parseUnary());
            return except;
        }
        if (isAtEnd() || peek() == ')' || isKeyword("OR") || isKeyword("AND"))
            return fail(begin, begin + 2, "a search word is missing here");
        if (peek() == '(')
            return parseGroup();
        return parseTerm();
    }

    Node parseGroup()
    {
        const std::size_t begin = m_at++;
        skipBlanks();
        if (peek() == ')')
            return fail(begin, m_at + 1, "these parentheses are empty");
        Node inner = parseOr();
        if (m_error)
            return inner;
        if (peek() != ')')
            return fail(begin, begin + 1, "this '(' is never closed");
        ++m_at;
        return inner;
    }

    Atom takeQuoted()
    {
        Atom atom{m_at++, 0, {}, true};
        while (!isAtEnd() && peek() != '"') {
            if (peek() == '\\' && m_at + 1 < m_text.size() && (m_text[m_at + 1] == '"' || m_text[m_at + 1] == '\\'))
                ++m_at;
            atom.text += m_text[m_at++];
        }
        if (isAtEnd())
            fail(atom.begin, m_at, "this quotation mark is never closed");
        else
            ++m_at;
        atom.end = m_at;
        return atom;
    }

    Atom takeBare(std::string_view stops)
    {
        Atom atom{m_at, 0, {}, false};
        while (!isAtEnd() && !isBlank(peek()) && stops.find(peek()) == std::string_view::npos)
            ++m_at;
        atom.end = m_at;
        atom.text = m_text.substr(atom.begin, m_at - atom.begin);
        return atom;
    }

    Node parseTerm()
    {
        if (peek() == '"') {
            const Atom quoted = takeQuoted();
            if (peek() == '*')
                return fail(m_at, m_at + 1, "'*' may stand only at the end of a word that is not in quotation marks");
            return words(quoted, std::nullopt);
        }
        const Atom word = takeBare("():\"");
        if (peek() != ':')
            return words(word, std::nullopt);
        ++m_at;
        return parseField(word);
    }

    Node parseField(const Atom& name)
    {
        if (peek() == '(')
            return fail(name.begin, m_at,
                        "'" + name.text + ":' takes no parentheses: put several words in quotation marks, or write '"
                            + name.text + ":' before each of them");
        if (isAtEnd() || isBlank(peek()) || peek() == ')')
            return fail(name.begin, m_at,
                        "a value is missing after '" + name.text + ":': write it behind the colon, without a blank");
        const Atom value = peek() == '"' ? takeQuoted() : takeBare("()\"");
        if (m_error)
            return {};
        if (name.text == "is")
            return trait(value);
        if (name.text == "has")
            return presence(value);
        if (name.text == "like")
            return example(name, value);
        if (name.text == "near")
            return fail(name.begin, value.end,
                        "'near:' needs vectors of a model that reads words, which this version does not have; "
                        "'like:KEY' finds figures like another one");
        const auto field = fieldNamed(name.text);
        if (!field)
            return fail(name.begin, name.end,
                        "there is no field '" + name.text + "'" + didYouMean(name.text, fieldNames())
                            + " To search for the text itself, put it in quotation marks");
        switch (infoOf(*field).kind) {
        case FieldKind::Text: return words(value, field);
        case FieldKind::Number: return number(value, *field);
        case FieldKind::Value: break;
        }
        return wholeValue(value, *field);
    }

    Node words(const Atom& atom, std::optional<Field> field)
    {
        if (m_error)
            return {};
        Node node = makeNode(NodeKind::Words);
        node.field = field;
        node.text = atom.text;
        if (!atom.isQuoted) {
            const std::size_t star = atom.text.find('*');
            if (star != std::string::npos && star + 1 != atom.text.size())
                return fail(atom.begin + star, atom.begin + star + 1, "'*' may stand only at the end of a word");
            node.pattern.isPrefix = star != std::string::npos;
            node.text = atom.text.substr(0, star);
        }
        for (textsearch::Token& token : textsearch::tokenize(node.text))
            node.pattern.words.push_back(std::move(token.word));
        if (node.pattern.words.empty())
            return fail(atom.begin, atom.end, "there is no word to search for in '" + atom.text + "'");
        const bool isWord = node.pattern.words.size() == 1 && !node.pattern.isPrefix;
        node.pattern.isExact = isWord && (atom.isQuoted || needsQuotes(node.text));
        return node;
    }

    Node wholeValue(const Atom& atom, Field field)
    {
        const std::string name(infoOf(field).name);
        if (trimmed(atom.text).empty())
            return fail(atom.begin, atom.end, "the value of '" + name + ":' is empty");
        if (!atom.isQuoted && atom.text.find('*') != std::string::npos)
            return fail(atom.begin, atom.end, "'" + name + ":' matches whole values, so '*' cannot stand here");
        if (!atom.isQuoted && (atom.text.find_first_of("<>") == 0 || atom.text.find("..") != std::string::npos))
            return fail(atom.begin, atom.end, "'" + name + ":' has no order, so it takes no range");
        Node node = makeNode(NodeKind::Value);
        node.field = field;
        node.text = std::string(trimmed(atom.text));
        return node;
    }

    Node trait(const Atom& atom)
    {
        const auto found = std::find(traitNames.begin(), traitNames.end(), atom.text);
        if (found == traitNames.end())
            return fail(atom.begin, atom.end,
                        "'is:' knows labelled, unlabelled, disputed, flagged and duplicate, not '" + atom.text + "'");
        Node node = makeNode(NodeKind::Is);
        node.trait = static_cast<Trait>(found - traitNames.begin());
        return node;
    }

    Node presence(const Atom& atom)
    {
        Node node = makeNode(NodeKind::Has);
        node.field = fieldNamed(atom.text);
        if (!node.field)
            return fail(atom.begin, atom.end,
                        "there is no field '" + atom.text + "'" + didYouMean(atom.text, fieldNames()));
        return node;
    }

    Node example(const Atom& name, const Atom& value)
    {
        if (trimmed(value.text).empty())
            return fail(value.begin, value.end, "'like:' needs the key of a figure");
        Node node = likeNode(std::string(trimmed(value.text)));
        m_examples.push_back({name.begin, value.end, {}, false});
        return node;
    }

    /// They come in the order of the text, so that each one's place is known.
    void checkExamples(const Node& node, bool isTopLevel, bool isBelowNot = false)
    {
        if (node.kind == NodeKind::Like) {
            const Atom& place = m_examples[m_checked++];
            if (!isTopLevel)
                fail(place.begin, place.end,
                     "'like:' stands beside the other conditions, not inside of OR or parentheses");
            return;
        }
        const bool areTopLevel =
            isTopLevel && !isBelowNot && (node.kind == NodeKind::And || node.kind == NodeKind::Not);
        for (const Node& child : node.children)
            checkExamples(child, areTopLevel && !(child.kind == NodeKind::And), node.kind == NodeKind::Not);
    }

    Node number(const Atom& atom, Field field)
    {
        Node node = makeNode(NodeKind::Range);
        node.field = field;
        std::string_view text = atom.text;
        const std::string example =
            "'" + std::string(infoOf(field).name) + ":' takes a number or a range such as 2015..2020 or >800";
        bool isGood = true;
        const auto numberFrom = [&isGood](std::string_view digits) {
            const auto parsed = parseInteger(digits);
            isGood &= parsed.has_value() && std::abs(*parsed) < std::int64_t{1} << 40;
            return parsed;
        };
        if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
            if (dots > 0)
                node.low = numberFrom(text.substr(0, dots));
            if (dots + 2 < text.size())
                node.high = numberFrom(text.substr(dots + 2));
            isGood &= text.size() > 2;
        } else if (text.starts_with('>') || text.starts_with('<')) {
            const bool isLow = text.front() == '>';
            const bool isClosed = text.substr(1).starts_with('=');
            auto limit = numberFrom(text.substr(isClosed ? 2 : 1));
            if (limit && !isClosed)
                *limit += isLow ? 1 : -1;
            (isLow ? node.low : node.high) = limit;
        } else {
            node.low = node.high = numberFrom(text);
        }
        if (!isGood)
            return fail(atom.begin, atom.end, example + ", not '" + atom.text + "'");
        if (node.low && node.high && *node.low > *node.high)
            return fail(atom.begin, atom.end, "this range is empty: it ends before it begins");
        return node;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;
    std::vector<Atom> m_examples; ///< the places of `like:`
    std::size_t m_checked = 0;
    std::optional<SyntaxError> m_error;
};

} // namespace

std::variant<Query, SyntaxError> parseWithPlace(std::string_view text)
{
    if (!isValidUtf8(text))
        return SyntaxError{0, text.size(), "the query is not UTF-8 text"};
    return Parser(text).parse();
}

Result<Query> parse(std::string_view text)
{
    auto outcome = parseWithPlace(text);
    if (const auto* error = std::get_if<SyntaxError>(&outcome))
        return Error(ErrorKind::Invalid, "in the query '" + std::string(text) + "', at character "
                                             + std::to_string(error->begin + 1) + ": " + error->message);
    return std::get<Query>(std::move(outcome));
}

Result<Sort> parseSort(std::string_view text)
{
    Sort sort;
    sort.isDescending = text.starts_with('-');
    const std::string_view name = text.substr(sort.isDescending ? 1 : 0);
    const auto field = fieldNamed(name);
    if (!field || infoOf(*field).kind == FieldKind::Text)
        return Error(ErrorKind::Invalid, "cannot sort by '" + std::string(name) + "'" + didYouMean(name, fieldNames()));
    sort.field = *field;
    return sort;
}

std::string_view traitName(Trait trait)
{
    return traitNames[static_cast<std::size_t>(trait)];
}

} // namespace biomedica::query
