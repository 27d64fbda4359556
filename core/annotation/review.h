// What the journal's entries of the kinds Review and Assign hold beside their figures.
//
// Thread contract: values.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace biomedica::annotation {

/// A reviewer's word on a figure as a whole. Reopened also takes adjudications back.
enum class Verdict { None, Accepted, SentBack, Reopened };

/// none, accepted, "sent back", reopened.
std::string_view nameOf(Verdict verdict);

struct Review {
    Verdict verdict = Verdict::None;
    std::string comment;

    bool operator==(const Review&) const = default;
};

/// Figures given to somebody to label.
struct Assignment {
    std::string annotator; ///< who is to label them
    std::string name;      ///< of the round
    /// Asked again: the annotator's older answers are hidden from them until there is a newer one.
    bool isRepeat = false;

    bool operator==(const Assignment&) const = default;
};

/// For the journal; what is read back is Corrupt for anything but such a text.
std::string toText(const Review& review);
Result<Review> reviewFrom(std::string_view text);
std::string toText(const Assignment& assignment);
Result<Assignment> assignmentFrom(std::string_view text);

} // namespace biomedica::annotation
