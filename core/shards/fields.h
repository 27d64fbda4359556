// The fields of a sample's JSON as they are stored, for people to read: nothing is left out, interpreted or
// corrected.
//
// Thread contract: pure functions.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::shards {

struct StoredField {
    std::string name;
    bool isThere = false;  ///< false: one of metadataFields that this JSON lacks
    std::size_t bytes = 0; ///< of the value in the JSON
    bool isLong = false;   ///< then `text` is empty: see storedFieldText()
    std::string text;      ///< a string's characters, anything else as the JSON has it

    bool operator==(const StoredField&) const = default;
};

/// metadataFields in their order, then whatever else the JSON has. Values above `longBytes` come without
/// their text. Where a name stands twice, the last one counts. "" has no fields; Corrupt where the text is
/// no JSON object.
Result<std::vector<StoredField>> storedFields(std::string_view jsonText, std::size_t longBytes);

/// The text of one field of any length, lists and objects indented; NotFound where the JSON lacks it.
Result<std::string> storedFieldText(std::string_view jsonText, std::string_view name);

} // namespace biomedica::shards
