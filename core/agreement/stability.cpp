#include "core/agreement/stability.h"

#include <cassert>
#include <map>

namespace biomedica::agreement {

std::vector<SelfAgreement> selfAgreementOf(std::span<const Repeat> repeats, const Bootstrap& bootstrap)
{
    std::map<std::size_t, std::vector<std::pair<Label, Label>>> ofAnnotator;
    for (const Repeat& repeat : repeats)
        ofAnnotator[repeat.annotator].emplace_back(repeat.first, repeat.later);
    std::vector<SelfAgreement> result;
    for (const auto& [annotator, votes] : ofAnnotator) {
        Confusion changes = confusionOf(votes);
        PairMeasures measures = measuresOf(changes, bootstrap);
        result.push_back({annotator, std::move(measures), std::move(changes)});
    }
    return result;
}

std::vector<DriftPoint> driftOf(std::span<const JudgedVote> votes, std::chrono::milliseconds period)
{
    assert(period.count() > 0);
    std::map<std::pair<std::size_t, Time>, DriftPoint> points;
    for (const JudgedVote& vote : votes) {
        const std::chrono::milliseconds since = vote.at.time_since_epoch();
        const std::chrono::milliseconds into = (since % period + period) % period; // before 1970 too
        const Time begin(since - into);
        DriftPoint& point = points[{vote.annotator, begin}];
        point.annotator = vote.annotator;
        point.begin = begin;
        ++point.votes;
        point.agreeing += vote.isAgreeing ? 1 : 0;
    }
    std::vector<DriftPoint> series;
    for (const auto& [key, point] : points)
        series.push_back(point);
    return series;
}

} // namespace biomedica::agreement
