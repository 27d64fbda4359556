// Everything people said about one figure, and what an annotator may see of it.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/annotation/consensus.h"
#include "core/annotation/review.h"
#include "core/journal/entry.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace biomedica::annotation {

/// One annotator's current word on a figure.
struct FigureVote {
    Question question = Question::PanelType;
    Answer answer; ///< by the classes' names of today
    std::string annotator;
    std::int64_t atMs = 0; ///< milliseconds since 1970 UTC
    journal::Source source = journal::Source::Hand;
    std::string decision; ///< id
    /// The annotator was asked again since, so that this answer is hidden from them.
    bool isToBeRepeated = false;
};

struct FigureRemark {
    std::string annotator;
    std::string note;
    journal::Status status = journal::Status::None;
    bool isFlagged = false;
    std::int64_t atMs = 0; ///< of the last decision about any of these, milliseconds since 1970 UTC
    journal::Source source = journal::Source::Hand;
};

/// A reviewer's last word on one question.
struct Adjudication {
    Question question = Question::PanelType;
    Answer answer;
    std::string reviewer;
    std::int64_t atMs = 0; ///< milliseconds since 1970 UTC
    std::string decision;  ///< id
};

struct FigureReview {
    Verdict verdict = Verdict::None;
    std::string comment, reviewer;
    std::int64_t atMs = 0; ///< milliseconds since 1970 UTC
};

struct FigureLabels {
    std::vector<FigureVote> votes;           ///< by question, then annotator
    std::vector<FigureRemark> remarks;       ///< by annotator; only those that say something
    std::vector<Adjudication> adjudications; ///< by question
    FigureReview review;
    std::vector<std::string> assignees; ///< who is to label it, by name
    std::array<Consensus, 4> consensus; ///< by Question; an adjudication where there is one

    const Consensus& operator[](Question question) const { return consensus[static_cast<std::size_t>(question)]; }

    /// Somebody voted, or a reviewer decided.
    bool isLabelled() const { return !votes.empty() || !adjudications.empty(); }
    /// Some question has votes, and neither a majority nor an adjudication.
    bool isDisputed() const;
    bool isFlagged() const;
    /// Whether the annotator has answered the question, and was not asked again since.
    bool hasVoteOf(const std::string& annotator, Question question) const;
};

/// Sets `consensus` from votes and adjudications.
void updateConsensus(FigureLabels& labels);

/// What is left when an annotator works blind: of each question that they have answered everything, of the others
/// nothing; remarks of others once any question is answered.
FigureLabels visibleTo(FigureLabels labels, const std::string& annotator);

} // namespace biomedica::annotation
