// What an invented study is about: the names that its figures, captions and texts share.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/demo/drawing/random.h"

#include <string>
#include <string_view>
#include <vector>

namespace biomedica::demo {

/// A field of research, and the words that go together in it. MeSH terms are real descriptors.
struct Field {
    std::string_view disease;
    std::string_view diseaseMesh;
    std::string_view tissue;
    std::string_view subject; ///< the journal's section
    std::vector<std::string_view> cells;
    std::vector<std::string_view> genes;
    std::vector<std::string_view> drugs;
    std::vector<std::string_view> mesh;
};

struct Subject {
    const Field* field = nullptr;
    std::string disease;
    std::string tissue;
    std::string cells; ///< a cell line, to be followed by "cells"
    std::string gene;
    std::string otherGene;
    std::string drug;
    std::string inhibitor;
    std::string animal; ///< "mice" or "rats"
};

Subject makeSubject(Random& random);

/// The text with {disease}, {tissue}, {cells}, {gene}, {other}, {drug}, {inhibitor} and {animal} replaced.
std::string filled(std::string_view pattern, const Subject& subject);

/// Each filled, and with a capital.
std::vector<std::string> filledAll(const std::vector<std::string_view>& patterns, const Subject& subject);

/// First letter in upper case, unless the word has capitals within ("mRNA", "siTP53").
std::string capitalised(std::string_view text);
/// First letter in lower case, unless the word is a name or an abbreviation (a capital or digit follows).
std::string uncapitalised(std::string_view text);

/// "a, b and c"
std::string listed(const std::vector<std::string>& items);

/// A number with this many decimals and a point, whatever the locale.
std::string fixed(double number, int decimals);

/// "p < 0.001" or "p = 0.034"
std::string pValueText(double p);

} // namespace biomedica::demo
