#include "core/query/query.h"

#include "core/base/text.h"
#include "core/query/parser.h"

#include <algorithm>

namespace biomedica::query {

namespace {

std::string inQuotes(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text)
        result += c == '"' ? std::string("\\\"") : c == '\\' ? std::string("\\\\") : std::string(1, c);
    return result + "\"";
}

std::string quoted(std::string_view text)
{
    return needsQuotes(text) ? inQuotes(text) : std::string(text);
}

std::string wordsText(const Node& node)
{
    if (node.pattern.isPrefix)
        return node.text + "*";
    return node.pattern.isExact ? inQuotes(node.text) : quoted(node.text);
}

std::string rangeText(const Node& node)
{
    const auto number = [](std::optional<std::int64_t> end) { return end ? std::to_string(*end) : std::string(); };
    if (node.low && node.low == node.high)
        return number(node.low);
    return number(node.low) + ".." + number(node.high);
}

std::string print(const Node& node);

std::string printChildren(const Node& node, std::string_view separator)
{
    std::string text;
    for (const Node& child : node.children) {
        if (!text.empty())
            text += separator;
        const bool needsParentheses =
            child.kind == NodeKind::Or || (child.kind == NodeKind::And && node.kind == NodeKind::Not);
        text += needsParentheses || (child.kind == NodeKind::And && node.kind == NodeKind::And)
                    ? "(" + print(child) + ")"
                    : print(child);
    }
    return text;
}

std::string print(const Node& node)
{
    const std::string prefix = node.field ? std::string(infoOf(*node.field).name) + ":" : std::string();
    switch (node.kind) {
    case NodeKind::All: return {};
    case NodeKind::And: return printChildren(node, " ");
    case NodeKind::Or: return printChildren(node, " OR ");
    case NodeKind::Not: return "-" + printChildren(node, " ");
    case NodeKind::Words: return prefix + wordsText(node);
    case NodeKind::Value: return prefix + quoted(node.text);
    case NodeKind::Range: return prefix + rangeText(node);
    case NodeKind::Is: return "is:" + std::string(traitName(node.trait));
    case NodeKind::Has: return "has:" + std::string(infoOf(*node.field).name);
    case NodeKind::Like: return "like:" + quoted(node.text);
    }
    return {};
}

void collectPatterns(const Node& node, std::vector<textsearch::Pattern>& patterns)
{
    if (node.kind == NodeKind::Not)
        return;
    if (node.kind == NodeKind::Words && std::find(patterns.begin(), patterns.end(), node.pattern) == patterns.end())
        patterns.push_back(node.pattern);
    for (const Node& child : node.children)
        collectPatterns(child, patterns);
}

bool isUnwantedExample(const Node& node)
{
    return node.kind == NodeKind::Not && node.children.front().kind == NodeKind::Like;
}

bool isValueOf(const Node& node, Field field)
{
    const bool isPlain =
        node.kind == NodeKind::Value || (node.kind == NodeKind::Range && node.low && node.low == node.high);
    return isPlain && node.field == field;
}

/// A value, an OR of values, a range or an excluded value of this field and nothing else.
bool isFilterOn(const Node& node, Field field)
{
    switch (node.kind) {
    case NodeKind::Or:
        return std::all_of(node.children.begin(), node.children.end(),
                           [field](const Node& child) { return isValueOf(child, field); });
    case NodeKind::Not: return isValueOf(node.children.front(), field);
    case NodeKind::Range: return node.field == field;
    default: return isValueOf(node, field);
    }
}

std::vector<Node> partsWithoutFilter(const Query& query, Field field)
{
    std::vector<Node> parts = conjunctsOf(query);
    std::erase_if(parts, [field](const Node& part) { return isFilterOn(part, field); });
    return parts;
}

} // namespace

bool needsQuotes(std::string_view text)
{
    constexpr std::string_view special = " \t\n\"():*";
    return text.empty() || text.find_first_of(special) != std::string_view::npos || text.starts_with('-')
           || text == "OR" || text == "AND" || text == "NOT" || text.find("..") != std::string_view::npos
           || text.starts_with('<') || text.starts_with('>');
}

std::string toText(const Query& query)
{
    return print(query.root);
}

std::vector<textsearch::Pattern> patternsToMark(const Query& query)
{
    std::vector<textsearch::Pattern> patterns;
    collectPatterns(query.root, patterns);
    return patterns;
}

std::vector<Node> conjunctsOf(const Query& query)
{
    switch (query.root.kind) {
    case NodeKind::All: return {};
    case NodeKind::And: return query.root.children;
    default: return {query.root};
    }
}

Query withConjuncts(const Query& query, std::vector<Node> parts)
{
    return {joined(NodeKind::And, std::move(parts)), query.sort, query.ranking};
}

Node joined(NodeKind kind, std::vector<Node> parts)
{
    if (parts.empty())
        return {};
    if (parts.size() == 1)
        return std::move(parts.front());
    Node node;
    node.kind = kind;
    node.children = std::move(parts);
    return node;
}

Examples examplesOf(const Query& query)
{
    Examples examples;
    for (const Node& part : conjunctsOf(query)) {
        if (part.kind == NodeKind::Like)
            examples.wanted.push_back(part.text);
        else if (isUnwantedExample(part))
            examples.unwanted.push_back(part.children.front().text);
    }
    return examples;
}

Query withoutExamples(const Query& query)
{
    std::vector<Node> parts = conjunctsOf(query);
    std::erase_if(parts, [](const Node& part) { return part.kind == NodeKind::Like || isUnwantedExample(part); });
    return withConjuncts(query, std::move(parts));
}

Node likeNode(const std::string& name)
{
    Node node;
    node.kind = NodeKind::Like;
    node.text = name;
    return node;
}

Node valueNode(Field field, const std::string& text)
{
    Node node;
    node.field = field;
    if (infoOf(field).kind == FieldKind::Number) {
        node.kind = NodeKind::Range;
        node.low = node.high = parseInteger(text);
    } else {
        node.kind = NodeKind::Value;
        node.text = text;
    }
    return node;
}

std::optional<std::string> valueOf(const Node& node, Field field)
{
    if (!isValueOf(node, field))
        return std::nullopt;
    return node.kind == NodeKind::Range ? std::to_string(*node.low) : node.text;
}

FieldFilter filterOf(const Query& query, Field field)
{
    FieldFilter filter;
    for (const Node& part : conjunctsOf(query)) {
        if (!isFilterOn(part, field))
            continue;
        if (part.kind == NodeKind::Not)
            filter.excluded.push_back(*valueOf(part.children.front(), field));
        else if (part.kind == NodeKind::Or)
            for (const Node& child : part.children)
                filter.included.push_back(*valueOf(child, field));
        else if (const auto value = valueOf(part, field))
            filter.included.push_back(*value);
    }
    return filter;
}

Query withFilter(const Query& query, Field field, const FieldFilter& filter)
{
    std::vector<Node> parts = partsWithoutFilter(query, field);
    std::vector<Node> included;
    for (const std::string& value : filter.included)
        included.push_back(valueNode(field, value));
    if (!included.empty())
        parts.push_back(joined(NodeKind::Or, std::move(included)));
    for (const std::string& value : filter.excluded) {
        Node except;
        except.kind = NodeKind::Not;
        except.children.push_back(valueNode(field, value));
        parts.push_back(std::move(except));
    }
    return withConjuncts(query, std::move(parts));
}

Query withRange(const Query& query, Field field, std::optional<std::int64_t> low, std::optional<std::int64_t> high)
{
    std::vector<Node> parts = partsWithoutFilter(query, field);
    if (low || high) {
        Node range;
        range.kind = NodeKind::Range;
        range.field = field;
        range.low = low;
        range.high = high;
        parts.push_back(std::move(range));
    }
    return withConjuncts(query, std::move(parts));
}

} // namespace biomedica::query
