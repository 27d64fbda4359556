// What annotators said again when they were asked a second time (Assignment::isRepeat): whether somebody agrees with
// themselves.
//
// Thread contract: pure functions; as for Labels, nobody may write meanwhile.
#pragma once

#include "core/annotation/labels.h"

namespace biomedica::annotation {

struct RepeatedVote {
    std::string annotator;
    Question question = Question::PanelType;
    Answer first, later; ///< by the classes' names of today

    bool operator==(const RepeatedVote&) const = default;
};

/// Figures about which somebody was asked again, each once and in rising order.
std::vector<FigureId> repeatedFigures(const Labels& labels);

/// The last vote before somebody was asked again, with the first one after; in the order in which these came. What is
/// undone does not count.
std::vector<RepeatedVote> repeatsOf(const Labels& labels, FigureId figure);

} // namespace biomedica::annotation
