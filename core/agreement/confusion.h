// Two series of votes on the same items, set against each other: two annotators, or one annotator twice.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/agreement/resampling.h"
#include "core/agreement/vote_table.h"

#include <utility>

namespace biomedica::agreement {

/// Which label of one goes with which label of the other. Only what occurs: a question with sets of
/// classes for answers may have thousands of labels, and a full matrix would be mostly zeros.
struct Confusion {
    struct Cell {
        Label first = 0, second = 0;
        std::uint32_t count = 0;

        bool operator==(const Cell&) const = default;
    };

    std::vector<Cell> cells; ///< by first, then second

    std::uint64_t items() const;
    std::uint32_t count(Label first, Label second) const;
    /// Labels that occur on either side, in order: rows and columns of the matrix that a table shows.
    std::vector<Label> labels() const;
};

Confusion confusionOf(std::span<const std::pair<Label, Label>> votes);
/// Over the items on which both annotators voted.
Confusion confusionOf(const VoteTable& votes, std::size_t first, std::size_t second);

struct PairMeasures {
    std::size_t items = 0;            ///< on which both voted
    std::optional<Estimate> observed; ///< the share of items on which both say the same; nullopt without items
    std::optional<Estimate> cohenKappa;
};

/// Cohen's kappa (J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
/// Measurement 20, 1960): (P − E) / (1 − E), where P is the observed agreement and E the sum over labels of
/// the two shares' product. nullopt without items, and where both give one and the same label only: 0 / 0.
PairMeasures measuresOf(const Confusion& confusion, const Bootstrap& bootstrap = {});

} // namespace biomedica::agreement
