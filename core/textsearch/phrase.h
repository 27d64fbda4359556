// Words in a row, within one field of one segment.
//
// Thread contract: pure functions over an immutable segment.
#pragma once

#include "core/textsearch/matching.h"

#include <span>

namespace biomedica::textsearch {

/// The documents in which the lists' words stand one after the other, and how often. At least two lists, all of this
/// segment. Goes through the rarest word's list; of the others only blocks that may hold one of its documents are read.
Result<std::vector<PhraseMatch>> findPhrase(const Segment& segment, std::span<const PostingList> words, const Job& job);

} // namespace biomedica::textsearch
