// A JSON value in memory, for small documents: settings, manifests, command-line output.
//
// nlohmann_json behind one name, keys in insertion order. Metadata of figures is read by
// object_reader.h, 30 times faster; a shard's JSON is never written through this.
//
// Thread contract: a value.
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace biomedica::json {

using Value = nlohmann::ordered_json;

/// Corrupt with the byte where the text stops being JSON.
Result<Value> parse(std::string_view text);

/// One line in the form BIOMEDICA's shards have, which is Python's json.dumps: ", " and ": " between,
/// non-ASCII as \uXXXX. Bytes that are not UTF-8 become U+FFFD.
std::string toAsciiText(const Value& value);

/// One line of UTF-8, compact. Bytes that are not UTF-8 become U+FFFD.
std::string toLine(const Value& value);

/// Indented by two blanks, UTF-8, with a final newline: for files that people read.
std::string toPrettyText(const Value& value);

} // namespace biomedica::json
