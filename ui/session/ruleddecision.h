// A decision with what the rules between the questions make of it: what it implies joins it, what it contradicts is
// found.
//
// Thread contract: pure functions, but for ruled(), which reads the workspace and runs on any thread.
#pragma once

#include "ui/session/session.h"

#include <string>
#include <vector>

namespace biomedica::ui {

/// What a decision implies joins it where the annotator's own answers leave room: a local class that is new brings its
/// global class into the annotator's set, a panel type its subtype and a subtype its type where that one is not
/// answered. The answer "no class" is one, and stays.
journal::Decision withImplied(journal::Decision decision, const Answers& own, const annotation::Taxonomy& taxonomy);

/// What the decision contradicts, itself or in what the annotator has said before; ways out that leave alone
/// what the decision says come first.
std::vector<annotation::Violation> contradictionsIn(const journal::Decision& decision, Answers own,
                                                    const annotation::Taxonomy& taxonomy);

/// What mends a contradiction in its likeliest way, over its figures; nullopt where there is none.
std::optional<workspace::LabelRequest> mending(const workspace::Contradiction& contradiction,
                                               const std::string& annotator);

struct RuledDecision {
    std::vector<workspace::LabelRequest> requests; ///< at least one; together one decision
    std::vector<workspace::Contradiction> contradictions;
};

/// The request, in pieces where the annotator's own answers differ from figure to figure so that it means different
/// things for them.
Result<RuledDecision> ruled(workspace::Workspace& workspace, workspace::LabelRequest request);

} // namespace biomedica::ui
