// The measures of agreement among any number of annotators, from patterns of votes and how often each
// occurs. A bootstrap changes only the latter. Only this room's own source files include this.
//
// Thread contract: a value; reading from several threads is fine.
#pragma once

#include "core/agreement/resampling.h"
#include "core/agreement/vote_table.h"

namespace biomedica::agreement {

/// How many of the votes on an item are for a label.
struct LabelCount {
    Label label = 0;
    std::uint32_t count = 0;
};

/// nullopt: undefined for these items.
struct Values {
    std::optional<double> observed, fleissKappa, krippendorffAlpha;
};

class Tally {
public:
    /// Adds a pattern of at least two votes; returns its number.
    std::size_t add(std::span<const LabelCount> counts);

    std::size_t patterns() const { return m_patterns.size(); }
    std::uint32_t votesIn(std::size_t pattern) const { return m_patterns[pattern].votes; }
    std::span<const LabelCount> countsIn(std::size_t pattern) const
    {
        return std::span(m_counts).subspan(m_patterns[pattern].firstCount, m_patterns[pattern].counts);
    }

    /// `weights`: by pattern, how many items have it. The formulas are in agreement.h.
    Values measure(const Weights& weights) const;

private:
    struct Pattern {
        std::uint32_t votes = 0, counts = 0;
        std::size_t firstCount = 0;
        std::uint64_t agreeingPairs = 0; ///< ordered pairs of different votes for the same label
    };

    std::vector<Pattern> m_patterns;
    std::vector<LabelCount> m_counts;
    std::size_t m_labels = 0;
};

/// The patterns of the items with at least two votes, in the order of their sorted votes.
struct PatternTable {
    Tally tally;
    Weights items; ///< by pattern
};

PatternTable patternsOf(const VoteTable& votes);

} // namespace biomedica::agreement
