// Light English stemming: the plural of a noun meets its singular, and no more. "cell" finds "cells", "biopsies"
// finds "biopsy", "metastases" finds "metastasis"; "staining" and "stained" stay apart. Rules after D. Harman, "How
// effective is suffixing?" (JASIS 42, 1991), with the Greek plurals of medicine; Porter's stemmer is rejected, for it
// makes one word of "organ" and "organization", which a person who looks for exact figures does not forgive.
//
// The index holds words as they are written. A query asks for a word and its other forms, which count less.
//
// Thread contract: pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace biomedica::textsearch {

/// What all forms of a folded word have in common; the word itself where no rule fits.
std::string stemOf(std::string_view word);

/// The word, and after it every other word with the same stem.
std::vector<std::string> formsOf(std::string_view word);

} // namespace biomedica::textsearch
