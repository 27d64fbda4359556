#include "core/json/object_reader.h"

#include "core/json/object_text.h"

#include <simdjson.h>

namespace biomedica::json {

namespace dom = simdjson::dom;

struct ObjectReader::State {
    dom::parser parser;
    dom::object object;
    std::string repaired;

    std::optional<dom::element> find(std::string_view field) const
    {
        std::optional<dom::element> found;
        for (const auto member : object)
            if (member.key == field)
                found = member.value;
        return found;
    }

    bool parseObject(const std::string& text)
    {
        // simdjson reads beyond the end; a copy, where it has to make one, gives it what it reads there.
        const bool hasRoom = text.capacity() - text.size() >= simdjson::SIMDJSON_PADDING;
        return parser.parse(text.data(), text.size(), !hasRoom).get(object) == simdjson::SUCCESS;
    }
};

namespace {

void collectStrings(dom::element element, std::vector<std::string>& into)
{
    if (element.is_string()) {
        into.emplace_back(std::string_view(element));
    } else if (element.is_array()) {
        for (const dom::element child : dom::array(element))
            collectStrings(child, into);
    } else if (element.is_object()) {
        for (const auto member : dom::object(element))
            collectStrings(member.value, into);
    }
}

} // namespace

ObjectReader::ObjectReader() : m_state(std::make_unique<State>()) {}
ObjectReader::~ObjectReader() = default;
ObjectReader::ObjectReader(ObjectReader&&) noexcept = default;

Result<void> ObjectReader::parse(const std::string& text)
{
    if (m_state->parseObject(text))
        return {};
    m_state->object = {};
    // Either it is no JSON object, which the strict scan explains, or single values are beyond what
    // can be represented: those alone are dropped.
    TRY(const std::vector<Member> members, topLevelMembers(text));
    std::string& repaired = m_state->repaired = "{";
    dom::parser probe;
    for (const Member& member : members) {
        const std::string field = text.substr(member.nameBegin, member.valueEnd - member.nameBegin);
        dom::element ignored;
        if (probe.parse("{" + field + "}").get(ignored) == simdjson::SUCCESS)
            repaired += (repaired.size() > 1 ? "," : "") + field;
    }
    repaired += "}";
    if (!m_state->parseObject(repaired))
        return Error(ErrorKind::Corrupt, "JSON that cannot be read");
    return {};
}

bool ObjectReader::has(std::string_view field) const
{
    return m_state->find(field).has_value();
}

std::optional<std::string> ObjectReader::text(std::string_view field) const
{
    const auto element = m_state->find(field);
    if (!element)
        return std::nullopt;
    switch (element->type()) {
    case dom::element_type::STRING: return std::string(std::string_view(*element));
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
    case dom::element_type::BOOL: return std::string(simdjson::minify(*element));
    default: return std::nullopt;
    }
}

std::vector<std::string> ObjectReader::strings(std::string_view field) const
{
    std::vector<std::string> found;
    if (const auto element = m_state->find(field))
        collectStrings(*element, found);
    return found;
}

std::vector<std::string> ObjectReader::stringsAt(std::string_view field, std::string_view member) const
{
    std::vector<std::string> found;
    const auto element = m_state->find(field);
    if (!element || !element->is_object())
        return found;
    for (const auto candidate : dom::object(*element))
        if (candidate.key == member)
            collectStrings(candidate.value, found);
    return found;
}

std::vector<std::int64_t> ObjectReader::integers(std::string_view field) const
{
    std::vector<std::int64_t> found;
    const auto element = m_state->find(field);
    if (!element || !element->is_array())
        return found;
    for (const dom::element child : dom::array(*element)) {
        std::int64_t number = 0;
        if (child.get(number) == simdjson::SUCCESS)
            found.push_back(number);
    }
    return found;
}

} // namespace biomedica::json
