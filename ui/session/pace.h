// How fast somebody labels, told honestly: the median of the last gaps between finished figures.
//
// Thread contract: a value.
#pragma once

#include <chrono>
#include <deque>
#include <optional>

namespace biomedica::ui {

class Pace {
public:
    using Time = std::chrono::milliseconds; ///< since any fixed moment

    static constexpr int fewestFigures = 5; ///< nothing is said before
    static constexpr std::size_t gapsKept = 30;
    static constexpr std::chrono::minutes longestGap{2}; ///< longer ones are breaks and do not count

    /// A figure was finished. A clock that jumps back begins a new gap.
    void noteFinished(Time at);
    /// A figure was finished that tells nothing of the pace: many at once.
    void noteBreak() { m_last.reset(); }
    void clear() { *this = {}; }

    /// For one figure; nullopt before the fifth, and where all gaps were breaks.
    std::optional<Time> perFigure() const;

private:
    int m_figures = 0;
    std::optional<Time> m_last;
    std::deque<Time> m_gaps;
};

/// A number of minutes that claims no more than it knows: 1 to 10 as they are, up to an hour in steps of 5, then in
/// half hours. 0 = less than a minute.
int roundedMinutes(std::chrono::milliseconds time);

} // namespace biomedica::ui
