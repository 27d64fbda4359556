// The letters of chords: G, then a letter for the global class, then one for a class below it.
//
// Thread contract: pure functions.
#pragma once

#include <QString>
#include <string>
#include <vector>

namespace biomedica::ui {

/// A key for each name, in the order of the names: the first letter of the name, A to Z, that no earlier name has;
/// where all are taken the first free letter, then a digit; a null character from the 37th name on. So names that are
/// added at the end never change the keys of those before.
std::vector<QChar> chordLettersFor(const std::vector<std::string>& names);

} // namespace biomedica::ui
