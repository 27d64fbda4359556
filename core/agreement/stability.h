// Whether an annotator stays the same: on figures shown to them twice, and as days go by.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/agreement/confusion.h"

#include <chrono>

namespace biomedica::agreement {

/// What one annotator said about an item, and said again when it was shown a second time.
struct Repeat {
    std::size_t annotator = 0;
    Label first = 0, later = 0;
};

struct SelfAgreement {
    std::size_t annotator = 0;
    PairMeasures measures;
    Confusion changes; ///< first answer against later one
};

/// By annotator; those without repeats are left out.
std::vector<SelfAgreement> selfAgreementOf(std::span<const Repeat> repeats, const Bootstrap& bootstrap = {});

using Time = std::chrono::sys_time<std::chrono::milliseconds>;

/// A vote that was held against what the others say.
struct JudgedVote {
    std::size_t annotator = 0;
    Time at;
    bool isAgreeing = false;
};

/// The votes of one annotator in one period.
struct DriftPoint {
    std::size_t annotator = 0;
    Time begin; ///< of the period
    std::size_t votes = 0, agreeing = 0;

    double share() const { return static_cast<double>(agreeing) / static_cast<double>(votes); }
    bool operator==(const DriftPoint&) const = default;
};

/// By annotator, then time; periods without votes are left out. Periods are counted from 1970 in UTC.
std::vector<DriftPoint> driftOf(std::span<const JudgedVote> votes, std::chrono::milliseconds period);

} // namespace biomedica::agreement
