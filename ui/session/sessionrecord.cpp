#include "ui/session/sessionrecord.h"

#include "ui/session/pace.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace biomedica::ui {

namespace {

std::vector<const SessionEvent*> standing(const std::vector<SessionEvent>& events)
{
    std::unordered_map<std::string, bool> isUndone;
    for (const SessionEvent& event : events)
        if (event.kind != SessionEvent::Kind::Decided)
            isUndone[event.decision] = event.kind == SessionEvent::Kind::Undone;
    std::vector<const SessionEvent*> decided;
    for (const SessionEvent& event : events)
        if (event.kind == SessionEvent::Kind::Decided && !isUndone[event.decision])
            decided.push_back(&event);
    return decided;
}

void addTimes(SessionSummary& summary, const std::vector<SessionEvent>& events)
{
    std::chrono::milliseconds run{};
    std::size_t runDecisions = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto gap = i == 0 ? std::chrono::milliseconds::zero() : events[i].at - events[i - 1].at;
        if (gap < std::chrono::milliseconds::zero() || gap > Pace::longestGap) {
            run = {};
            runDecisions = 0;
        } else {
            run += gap;
            summary.activeTime += gap;
        }
        runDecisions += events[i].kind == SessionEvent::Kind::Decided ? 1 : 0;
        if (run > summary.longestRun || (run == summary.longestRun && runDecisions > summary.longestRunDecisions)) {
            summary.longestRun = run;
            summary.longestRunDecisions = runDecisions;
        }
    }
}

void addClasses(SessionSummary& summary, const std::vector<const SessionEvent*>& decided)
{
    std::map<std::string, std::size_t> counts;
    for (const Question question : allQuestions) {
        std::unordered_map<RowId, const Answer*> last; // the later decision on a figure takes the place of the earlier
        for (const SessionEvent* event : decided)
            if (const auto& vote = event->content[question])
                for (const RowId row : event->rows)
                    last[row] = vote->isWithdrawn ? nullptr : &vote->answer;
        for (const auto& [row, answer] : last)
            if (answer)
                for (const std::string& value : *answer)
                    ++counts[value];
    }
    summary.classes.assign(counts.begin(), counts.end());
    std::stable_sort(summary.classes.begin(), summary.classes.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
}

} // namespace

double SessionSummary::figuresPerHour() const
{
    const double hours = std::chrono::duration<double, std::ratio<3600>>(activeTime).count();
    return activeTime < std::chrono::minutes(1) ? 0 : static_cast<double>(figures) / hours;
}

SessionSummary summaryOf(const std::vector<SessionEvent>& events)
{
    SessionSummary summary;
    for (const SessionEvent& event : events)
        switch (event.kind) {
        case SessionEvent::Kind::Decided: ++summary.decisions; break;
        case SessionEvent::Kind::Undone: ++summary.undos; break;
        case SessionEvent::Kind::Redone: ++summary.redos; break;
        }
    const auto decided = standing(events);
    std::unordered_set<RowId> figures;
    for (const SessionEvent* event : decided)
        figures.insert(event->rows.begin(), event->rows.end());
    summary.figures = figures.size();
    addTimes(summary, events);
    addClasses(summary, decided);
    return summary;
}

} // namespace biomedica::ui
