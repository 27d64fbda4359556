// Pattern → where it stands: the lists of its words, or the documents that hold the phrase.
//
// Thread contract: pure functions over an immutable index; what they return refers to its segments.
#pragma once

#include "core/base/job.h"
#include "core/textsearch/segment_set.h"
#include "core/textsearch/tokenizer.h"

#include <vector>

namespace biomedica::textsearch {

/// One word in one field of one segment.
struct WordList {
    const Segment* segment = nullptr;
    PostingList list;
    double weight = 1; ///< of the form
};

struct PhraseMatch {
    std::uint32_t document = 0, frequency = 0;
};

/// A phrase in one field of one segment.
struct PhraseMatches {
    const Segment* segment = nullptr;
    std::vector<PhraseMatch> matches; ///< by document
};

/// A pattern in one field.
struct FieldMatches {
    Space space = Space::Figures;
    unsigned field = 0;
    std::uint64_t documents = 0;        ///< n of bm25.h
    std::vector<WordList> lists;        ///< of a word or prefix
    std::vector<PhraseMatches> phrases; ///< of several words
};

/// Fields in which it does not stand are left out.
Result<std::vector<FieldMatches>> findPattern(const SegmentSet& set, const Pattern& pattern, TextFields fields,
                                              const Job& job);

} // namespace biomedica::textsearch
