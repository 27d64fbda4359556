// A whole figure: one panel or several with letters, its caption and its true labels.
//
// Thread contract: pure functions; figures may be drawn on several threads at once.
#pragma once

#include "core/demo/kinds.h"
#include "core/image/pixels.h"

#include <cstdint>
#include <string>
#include <vector>

namespace biomedica::demo {

struct Drawing {
    image::Pixels pixels;
    std::string caption;
    std::vector<std::string> primary; ///< true global classes, in panel order
    std::vector<std::string> secondary;
    std::string panelType; ///< "single" or "multiple"
    std::string panelSubtype;
    std::vector<Kind> kinds;         ///< of each panel
    std::vector<std::string> topics; ///< of each panel: a noun phrase that takes "the"
    std::vector<std::string> shown;  ///< what is drawn and therefore named in the caption
};

/// One panel. The same kind and seed give the same pixels and words.
Drawing drawFigure(Kind kind, std::uint64_t seed);

/// Two to six panels with letters.
Drawing drawComposition(std::uint64_t seed);

/// Any kind, two in five of them compositions, about this subject.
Drawing drawFigureAbout(const Subject& subject, std::uint64_t seed);

} // namespace biomedica::demo
