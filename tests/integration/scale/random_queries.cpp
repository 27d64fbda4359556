#include "tests/integration/scale/random_figures.h"

#include <algorithm>

namespace biomedica::test {

namespace {

using Kind = NaiveQuery::Kind;

const std::vector<std::string> textFields = {"", "", "", "", "caption", "title", "abstract", "context", "note"};
const std::vector<std::string> valueFields = {"journal", "mesh",      "keyword",   "subject", "pmcid", "key",
                                              "shard",   "subset",    "license",   "cluster", "panel", "subpanel",
                                              "primary", "secondary", "annotator", "source",  "status"};
const std::vector<std::string> numberFields = {"year", "width", "height"};
const std::vector<std::string> traits = {"labelled", "unlabelled", "disputed", "flagged", "duplicate"};

std::string inQuotes(const std::string& text)
{
    return "\"" + text + "\"";
}

/// In parentheses where it is more than one part.
std::string closed(const RandomQuery& query)
{
    const bool isOne = query.tree.kind != Kind::And && query.tree.kind != Kind::Or;
    return isOne ? query.text : "(" + query.text + ")";
}

} // namespace

RandomQuery RandomQueries::words()
{
    RandomQuery query;
    query.tree.kind = Kind::Words;
    query.tree.field = textFields[below(textFields.size())];
    NaivePattern& pattern = query.tree.pattern;
    const std::size_t way = below(6);
    const std::size_t count = way == 0 ? 2 + below(2) : 1;
    for (int attempt = 0; pattern.words.empty() && attempt < 50; ++attempt) {
        const std::uint32_t from = row();
        const bool isTitle = below(4) == 0;
        const NaiveField& texts = isTitle ? m_collection.titles() : m_collection.captions();
        const std::uint32_t document = isTitle ? m_collection.articleIndexOf(from) : from;
        if (texts.length(document) > 0)
            pattern.words = texts.wordsAt(document, below(texts.length(document)), count);
    }
    if (pattern.words.empty())
        pattern.words = {"cell"};
    std::string text;
    for (const std::string& word : pattern.words)
        text += (text.empty() ? "" : way == 0 && below(3) == 0 ? "-" : " ") + word;
    if (way <= 1) {
        pattern.isExact = true;
        text = inQuotes(text);
    } else if (way == 2 && pattern.words.front().size() > 2 && static_cast<unsigned char>(text[2]) < 0x80) {
        pattern.isPrefix = true;
        pattern.words.front().resize(3);
        text = pattern.words.front() + "*";
    } else if (way == 3) {
        for (char& c : text)
            if (c >= 'a' && c <= 'z')
                c = static_cast<char>(c - 'a' + 'A');
        if (text == "OR" || text == "AND" || text == "NOT")
            text += "x", pattern.words.front() += "x";
    }
    query.text = (query.tree.field.empty() ? "" : query.tree.field + ":") + text;
    return query;
}

RandomQuery RandomQueries::value()
{
    RandomQuery query;
    query.tree.kind = Kind::Value;
    query.tree.field = valueFields[below(valueFields.size())];
    const Values values = m_collection.valuesOf(row(), query.tree.field);
    std::string value = values.empty() ? "nothing such" : values[below(values.size())];
    if (query.tree.field == "shard" && below(2))
        value = value.substr(value.rfind('/') + 1);
    if (query.tree.field != "key" && below(3) == 0) // whole values are compared without case
        std::transform(value.begin(), value.end(), value.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (query.tree.field == "license" && below(3) == 0)
        value += " 2.5"; // without its version
    query.tree.value = value;
    query.text = query.tree.field + ":" + inQuotes(value);
    return query;
}

RandomQuery RandomQueries::number()
{
    RandomQuery query;
    query.tree.kind = Kind::Number;
    query.tree.field = numberFields[below(numberFields.size())];
    const auto draw = [&]() -> std::int64_t {
        const Values values = m_collection.valuesOf(row(), query.tree.field);
        return values.empty() ? 500 : std::stoll(values.front());
    };
    std::int64_t low = draw(), high = draw();
    if (low > high)
        std::swap(low, high);
    std::string text;
    switch (below(7)) {
    case 0: query.tree.low = low, text = ">=" + std::to_string(low); break;
    case 1: query.tree.low = low + 1, text = ">" + std::to_string(low); break;
    case 2: query.tree.high = high, text = "<=" + std::to_string(high); break;
    case 3: query.tree.high = high - 1, text = "<" + std::to_string(high); break;
    case 4: query.tree.low = query.tree.high = low, text = std::to_string(low); break;
    case 5: query.tree.high = high, text = ".." + std::to_string(high); break;
    default: query.tree.low = low, query.tree.high = high, text = std::to_string(low) + ".." + std::to_string(high);
    }
    query.text = query.tree.field + ":" + text;
    return query;
}

RandomQuery RandomQueries::presence()
{
    RandomQuery query;
    if (below(2)) {
        query.tree.kind = Kind::Is;
        query.tree.value = traits[below(traits.size())];
        query.text = "is:" + query.tree.value;
        return query;
    }
    query.tree.kind = Kind::Has;
    std::vector<std::string> fields = {"caption", "title", "abstract", "context", "note"};
    fields.insert(fields.end(), valueFields.begin(), valueFields.end());
    fields.insert(fields.end(), numberFields.begin(), numberFields.end());
    query.tree.field = fields[below(fields.size())];
    query.text = "has:" + query.tree.field;
    return query;
}

RandomQuery RandomQueries::leaf()
{
    const std::size_t kind = below(10);
    return kind < 5 ? words() : kind < 7 ? value() : kind < 8 ? number() : presence();
}

RandomQuery RandomQueries::tree(int depth)
{
    const std::size_t kind = depth == 0 ? 9 : below(10);
    if (kind > 6)
        return leaf();
    RandomQuery query;
    if (kind == 0) {
        RandomQuery inner = tree(depth - 1);
        query.tree.kind = Kind::Not;
        query.text = (below(3) ? "-" : "NOT ") + closed(inner);
        query.tree.children.push_back(std::move(inner.tree));
        return query;
    }
    query.tree.kind = kind < 5 ? Kind::And : Kind::Or;
    for (std::size_t i = 2 + below(2); i > 0; --i) {
        RandomQuery part = tree(depth - 1);
        const std::string text = closed(part);
        const char* const between = query.tree.kind == Kind::Or ? " OR " : below(4) ? " " : " AND ";
        query.text += (query.text.empty() ? "" : between) + text;
        query.tree.children.push_back(std::move(part.tree));
    }
    return query;
}

RandomQuery RandomQueries::next()
{
    return below(100) == 0 ? RandomQuery() : tree(2);
}

std::string RandomQueries::sort()
{
    if (below(2))
        return "";
    std::vector<std::string> fields = numberFields;
    for (const std::string& field : valueFields)
        if (field != "annotator" && field != "source" && field != "status")
            fields.push_back(field);
    return (below(2) ? "-" : "") + fields[below(fields.size())];
}

std::vector<std::string> RandomQueries::facetFields()
{
    std::vector<std::string> fields;
    while (fields.size() < 2) {
        std::string field = below(5) == 0 ? "year" : valueFields[below(valueFields.size())];
        if (field != "key" && std::find(fields.begin(), fields.end(), field) == fields.end())
            fields.push_back(std::move(field));
    }
    return fields;
}

} // namespace biomedica::test
