// Figures that show one picture made anew: proposed by their vectors, confirmed by their pixels (core/sameness).
//
// Each picture is decoded once, and again only where it belongs to more than a thousand pairs or to a group that is put
// together of several. In memory: 48 KB for each of the pictures that a thread compares, at most 100 MB.
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

/// The answer does not depend on the threads or on the order of the pairs. Progress is in pairs. Cancelled.
Result<NearCopies> confirmedCopies(std::vector<ProposedPair> proposed, const PictureSource& pictures, const Job& job);

} // namespace biomedica::workspace
