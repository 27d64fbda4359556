// The texts of a figure and of its article in which words are looked for.
//
// Thread contract: values.
#pragma once

namespace biomedica::textsearch {

enum class TextField { Caption = 1, Context = 2, Title = 4, Abstract = 8, Mesh = 16, Keyword = 32 };

/// A set of TextFields.
using TextFields = unsigned;
inline constexpr TextFields allTextFields = 63;

} // namespace biomedica::textsearch
