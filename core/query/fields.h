// The fields of the query language: one table for the parser, the engine, the facets and completion.
//
// Thread contract: constants.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace biomedica::query {

enum class FieldKind {
    Text,   ///< matches words: caption:cell
    Value,  ///< matches whole values, ignoring case: license:"CC BY"
    Number, ///< a value or a range: year:2015..2020
};

enum class Field {
    Caption,
    Title,
    Abstract,
    Context,
    Note,
    Journal,
    Mesh,
    Keyword,
    Subject,
    Pmcid,
    Key,
    Shard,
    Subset,
    License,
    Cluster,
    PanelType,
    PanelSubtype,
    Primary,
    Secondary,
    Annotator,
    Source,
    Status,
    Assigned,
    Year,
    Width,
    Height,
};

struct FieldInfo {
    Field field;
    std::string_view name; ///< as written in queries
    FieldKind kind;
    bool isFacet; ///< has few enough values to count them beside the gallery
};

std::span<const FieldInfo> allFields();
const FieldInfo& infoOf(Field field);
/// By name, exactly as written in lower case.
std::optional<Field> fieldNamed(std::string_view name);

} // namespace biomedica::query
