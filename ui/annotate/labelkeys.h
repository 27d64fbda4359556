// Which keys stand for which option of a question.
//
// Thread contract: pure functions.
#pragma once

#include <QString>
#include <optional>

class QKeyEvent;

namespace biomedica::ui {

inline constexpr int keyedOptions = 20;

/// 0 to 9 for the keys 1 to 9 and 0, 10 to 19 for the same keys with Shift: by the key's position, so
/// that layouts on which digits need Shift work too. nullopt for other keys and with Ctrl, Alt or Meta.
std::optional<int> optionOfKey(const QKeyEvent& event);

/// What is printed on the option's key: "1", "⇧1"; "" from the 21st on.
QString keyOfOption(int option);

} // namespace biomedica::ui
