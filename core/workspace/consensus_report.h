// What the votes of a collection add up to: majority, disagreement, and how far the annotators agree.
//
// Thread contract: values.
#pragma once

#include "core/agreement/agreement.h"
#include "core/agreement/stability.h"
#include "core/base/answers.h"

#include <string>
#include <vector>

namespace biomedica::workspace {

struct ConsensusRequest {
    std::vector<Question> questions{allQuestions.begin(), allQuestions.end()};
    agreement::Bootstrap bootstrap;
};

/// A class of a list question, in or not in; an option of another one, chosen or not.
struct ClassAgreement {
    std::string name;
    std::size_t votes = 0;   ///< for it
    std::size_t figures = 0; ///< whose consensus holds it
    agreement::Measures measures;
};

struct AnnotatorPair {
    std::size_t first = 0, second = 0; ///< places in QuestionReport::annotators
    agreement::PairMeasures measures;
    agreement::Confusion confusion; ///< labels are places in QuestionReport::answers
};

struct QuestionReport {
    Question question = Question::PanelType;
    std::vector<std::string> annotators; ///< who voted, by name
    std::vector<Answer> answers;         ///< that somebody gives, or gave before they were asked again; sorted
    std::size_t figures = 0;             ///< with at least one vote
    std::size_t undecided = 0;           ///< with votes and no majority
    agreement::Measures agreement;       ///< an answer, a set of classes included, taken as one value
    std::vector<ClassAgreement> byClass; ///< those with votes, by name
    std::vector<AnnotatorPair> pairs;    ///< those with figures in common, by first, then second
    /// Per annotator and day (UTC): votes that equal the consensus of the others. With one's own vote in it
    /// two annotators would always agree; a figure whose others are undecided is left out.
    std::vector<agreement::DriftPoint> drift;
    /// On figures that an annotator was asked about again: the last vote before, and the first after. Annotators and
    /// labels are places in the lists above.
    std::vector<agreement::SelfAgreement> repeats;
};

struct ConsensusReport {
    std::vector<QuestionReport> questions; ///< in the order in which they were asked for
};

} // namespace biomedica::workspace
