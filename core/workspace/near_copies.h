// Figures that show one picture made anew: proposed by their vectors, confirmed by their pixels (core/sameness).
//
// Threads take a thousand pairs each, those of one figure in a row, and decode a picture once for all of these: a
// figure that is proposed in many places is decoded in each, at most once a pair. In memory: 48 KB for each picture
// that a thread holds, 48 MB a thread; beside it 9 bytes for each proposed pair, and what is found.
//
// A family, all figures that hang together by confirmed pairs, is divided into groups by one thread, which compares on
// with the first of each group: all with all at worst. Up to 200 figures are; a larger family has its next group
// compared on only while it has taken fewer than 20,000 comparisons. After these a figure joins by a confirmed pair
// with a group's first alone. So a logo that was encoded in 50,000 ways takes 50,000 comparisons and is one group;
// thousands of pictures that are the same in a chain but not each with each may become more groups than is needed.
//
// Thread contract: a free function that starts threads of its own; `pictures` is called from all of them.
#pragma once

#include "core/base/bitmap.h"
#include "core/workspace/copies.h"

namespace biomedica::workspace {

/// Figures whose vectors are near each other.
struct ProposedPair {
    RowId first, second;
};

struct UnreadPicture {
    RowId row;
    Error error;
};

struct NearCopies {
    /// Of at least two figures, rising; every one was compared with the first of its group and is the same. By the
    /// first.
    std::vector<std::vector<RowId>> groups;
    std::vector<UnreadPicture> unread; ///< rising; these are in no group
};

struct ComparisonLimits {
    std::size_t heldPictures = 1000; ///< by a thread; at least 2
    std::size_t comparisonsOfFamily = 20'000;
};

/// The answer does not depend on the threads or on the order of the pairs. Progress is in pairs. Cancelled.
Result<NearCopies> confirmedCopies(std::vector<ProposedPair> proposed, const PictureSource& pictures, const Job& job,
                                   const ComparisonLimits& limits = {});

} // namespace biomedica::workspace
