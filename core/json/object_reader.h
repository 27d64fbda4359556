// Reads fields of a figure's metadata: a flat JSON object of up to megabytes of which a few
// fields are wanted. simdjson: 30 times nlohmann's rate on BIOMEDICA's JSON (design measurements).
//
// Thread contract: one reader belongs to one thread; it keeps its buffers from call to call.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::json {

class ObjectReader {
public:
    ObjectReader();
    ~ObjectReader();
    ObjectReader(ObjectReader&&) noexcept;

    /// The whole text is checked. Corrupt where it is not UTF-8, not JSON or not an object. A field
    /// that is grammatical but cannot be represented (a number over 64 bits, a lone surrogate) reads
    /// as absent. Where a field stands twice, the last one counts, as in Python. Of a text whose string has 64 bytes
    /// of room behind it no copy is made.
    Result<void> parse(const std::string& text);

    /// Whether the field is there, null or not.
    bool has(std::string_view field) const;

    /// A string, or a number's or boolean's text; nullopt where the field is missing, null or nested.
    std::optional<std::string> text(std::string_view field) const;

    /// The strings of a list; a lone string as a list of one; the strings nested anywhere in an object
    /// or list of lists, in order. Numbers and nulls are left out.
    std::vector<std::string> strings(std::string_view field) const;

    /// As strings(), of one member of an object field.
    std::vector<std::string> stringsAt(std::string_view field, std::string_view member) const;

    /// Integers of a list; those that are none are left out.
    std::vector<std::int64_t> integers(std::string_view field) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace biomedica::json
