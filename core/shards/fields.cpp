#include "core/shards/fields.h"

#include "core/base/text.h"
#include "core/json/object_text.h"
#include "core/json/value.h"
#include "core/shards/metadata.h"

#include <algorithm>

namespace biomedica::shards {

namespace {

Result<std::vector<json::Member>> membersOf(std::string_view jsonText)
{
    if (jsonText.empty())
        return std::vector<json::Member>();
    return json::topLevelMembers(jsonText);
}

const json::Member* lastNamed(const std::vector<json::Member>& members, std::string_view name)
{
    const auto found =
        std::find_if(members.rbegin(), members.rend(), [&](const json::Member& member) { return member.name == name; });
    return found == members.rend() ? nullptr : &*found;
}

std::string_view valueOf(std::string_view jsonText, const json::Member& member)
{
    return jsonText.substr(member.valueBegin, member.valueEnd - member.valueBegin);
}

enum class Layout { AsStored, Indented };

std::string readable(std::string_view value, Layout layout)
{
    auto parsed = json::parse(value);
    if (!parsed)
        return std::string(value); // grammatical, but not to be represented: a lone surrogate, a huge number
    if (parsed->is_string())
        return parsed->get<std::string>();
    const bool isIndented = parsed->is_structured() && layout == Layout::Indented;
    return isIndented ? std::string(trimmed(json::toPrettyText(*parsed))) : std::string(value);
}

} // namespace

Result<std::vector<StoredField>> storedFields(std::string_view jsonText, std::size_t longBytes)
{
    TRY(const auto members, membersOf(jsonText));
    std::vector<std::string> names(metadataFields.begin(), metadataFields.end());
    for (const json::Member& member : members)
        if (std::find(names.begin(), names.end(), member.name) == names.end())
            names.push_back(member.name);
    std::vector<StoredField> fields;
    for (std::string& name : names) {
        StoredField field;
        if (const json::Member* member = lastNamed(members, name)) {
            const std::string_view value = valueOf(jsonText, *member);
            field.isThere = true;
            field.bytes = value.size();
            field.isLong = value.size() > longBytes;
            if (!field.isLong)
                field.text = readable(value, Layout::AsStored);
        }
        field.name = std::move(name);
        fields.push_back(std::move(field));
    }
    return fields;
}

Result<std::string> storedFieldText(std::string_view jsonText, std::string_view name)
{
    TRY(const auto members, membersOf(jsonText));
    const json::Member* member = lastNamed(members, name);
    if (!member)
        return Error(ErrorKind::NotFound, "the figure has no field '" + std::string(name) + "'");
    return readable(valueOf(jsonText, *member), Layout::Indented);
}

} // namespace biomedica::shards
