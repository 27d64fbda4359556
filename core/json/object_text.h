// A JSON object as text: where its top-level fields stand, and edits that leave every other byte as
// it was. This is how labels are written back into shards.
//
// Parsing and printing again was rejected: it loses spacing, number forms, escapes and duplicate keys,
// and a re-exported shard must differ from its source in the labels only.
//
// Source of the grammar: RFC 8259. Checked against the JSONTestSuite cases.
//
// Thread contract: pure functions.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::json {

/// One top-level field. Offsets are bytes into the text.
struct Member {
    std::string name;          ///< escapes resolved
    std::size_t nameBegin = 0; ///< of the opening quote
    std::size_t valueBegin = 0;
    std::size_t valueEnd = 0; ///< one past the last byte
};

/// The fields of the object that `text` is, repeated names included. Corrupt (naming the byte) where
/// the text is not UTF-8, not JSON, nested over 1,024 deep, or not an object.
Result<std::vector<Member>> topLevelMembers(std::string_view text);

struct FieldEdit {
    std::string name;
    std::string value; ///< JSON text
};

/// The text with each named field's value replaced wherever the field stands at the top level; a
/// missing one is appended in the spacing the text already uses. Nested fields of the same name stay.
Result<std::string> withFields(std::string_view text, const std::vector<FieldEdit>& edits);

} // namespace biomedica::json
