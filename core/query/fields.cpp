#include "core/query/fields.h"

#include <algorithm>
#include <array>

namespace biomedica::query {

namespace {

// In the order of the enumeration.
constexpr std::array fields = {
    FieldInfo{Field::Caption, "caption", FieldKind::Text, false},
    FieldInfo{Field::Title, "title", FieldKind::Text, false},
    FieldInfo{Field::Abstract, "abstract", FieldKind::Text, false},
    FieldInfo{Field::Context, "context", FieldKind::Text, false},
    FieldInfo{Field::Note, "note", FieldKind::Text, false},
    FieldInfo{Field::Journal, "journal", FieldKind::Value, true},
    FieldInfo{Field::Mesh, "mesh", FieldKind::Value, true},
    FieldInfo{Field::Keyword, "keyword", FieldKind::Value, true},
    FieldInfo{Field::Subject, "subject", FieldKind::Value, true},
    FieldInfo{Field::Pmcid, "pmcid", FieldKind::Value, true},
    FieldInfo{Field::Key, "key", FieldKind::Value, false},
    FieldInfo{Field::Shard, "shard", FieldKind::Value, true},
    FieldInfo{Field::Subset, "subset", FieldKind::Value, true},
    FieldInfo{Field::License, "license", FieldKind::Value, true},
    FieldInfo{Field::Cluster, "cluster", FieldKind::Value, true},
    FieldInfo{Field::PanelType, "panel", FieldKind::Value, true},
    FieldInfo{Field::PanelSubtype, "subpanel", FieldKind::Value, true},
    FieldInfo{Field::Primary, "primary", FieldKind::Value, true},
    FieldInfo{Field::Secondary, "secondary", FieldKind::Value, true},
    FieldInfo{Field::Annotator, "annotator", FieldKind::Value, true},
    FieldInfo{Field::Source, "source", FieldKind::Value, true},
    FieldInfo{Field::Status, "status", FieldKind::Value, true},
    FieldInfo{Field::Assigned, "assigned", FieldKind::Value, true},
    FieldInfo{Field::Year, "year", FieldKind::Number, true},
    FieldInfo{Field::Width, "width", FieldKind::Number, false},
    FieldInfo{Field::Height, "height", FieldKind::Number, false},
};

} // namespace

std::span<const FieldInfo> allFields()
{
    return fields;
}

const FieldInfo& infoOf(Field field)
{
    return fields[static_cast<std::size_t>(field)];
}

std::optional<Field> fieldNamed(std::string_view name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const FieldInfo& info) { return info.name == name; });
    return found == fields.end() ? std::nullopt : std::optional(found->field);
}

} // namespace biomedica::query
