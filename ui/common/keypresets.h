// The keys of other programs, on the nearest of our actions.
//
// Thread contract: constants.
#pragma once

#include <span>

namespace biomedica::ui {

enum class ActionId;

struct PresetKeys {
    ActionId action;
    const char* keys; ///< QKeySequence's portable form, several separated by blanks
};

struct KeyPreset {
    const char* id;                   ///< as in the settings
    const char* name;                 ///< of the program; the first, which is ours, is in the context "KeyPresets"
    std::span<const PresetKeys> keys; ///< what differs from the action table
};

/// The first is the action table itself.
std::span<const KeyPreset> keyPresets();

} // namespace biomedica::ui
