// Votes → consensus, for one question about one figure.
//
// The rule: the value that more than half of the voters chose. For the list questions a class is in when
// more than half chose it, and the empty set wins when more than half voted for it. Otherwise the
// question is undecided. One voter is enough.
//
// Thread contract: pure functions.
#pragma once

#include "core/base/answers.h"

#include <span>

namespace biomedica::annotation {

enum class Agreement { NoVotes, Decided, Undecided };

struct Consensus {
    Agreement agreement = Agreement::NoVotes;
    Answer answer; ///< where decided

    bool operator==(const Consensus&) const = default;
};

Consensus consensusOf(Question question, std::span<const Answer* const> votes);

} // namespace biomedica::annotation
