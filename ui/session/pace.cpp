#include "ui/session/pace.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace biomedica::ui {

void Pace::noteFinished(Time at)
{
    ++m_figures;
    if (m_last && at >= *m_last && at - *m_last <= longestGap) {
        m_gaps.push_back(at - *m_last);
        if (m_gaps.size() > gapsKept)
            m_gaps.pop_front();
    }
    m_last = at;
}

std::optional<Pace::Time> Pace::perFigure() const
{
    if (m_figures < fewestFigures || m_gaps.empty())
        return std::nullopt;
    std::vector<Time> sorted(m_gaps.begin(), m_gaps.end());
    std::sort(sorted.begin(), sorted.end());
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

int roundedMinutes(std::chrono::milliseconds time)
{
    const double minutes = std::chrono::duration<double, std::ratio<60>>(time).count();
    const auto inStepsOf = [minutes](int step) { return step * static_cast<int>(std::lround(minutes / step)); };
    if (minutes < 1)
        return 0;
    return inStepsOf(minutes <= 10 ? 1 : minutes <= 60 ? 5 : 30);
}

} // namespace biomedica::ui
