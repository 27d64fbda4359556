#include "ui/common/linescroll.h"

#include <algorithm>
#include <limits>

namespace biomedica::ui {

namespace {

constexpr qint64 maximumUnits = std::numeric_limits<int>::max();

int clampedToInt(qint64 value)
{
    // Far from the limits of int, so that adding a size to a coordinate stays defined.
    constexpr qint64 far = 1 << 30;
    return static_cast<int>(std::clamp(value, -far, far));
}

} // namespace

LineScroll::LineScroll(qint64 lines, int lineHeight, int viewportHeight, int margin)
    : m_lines(lines), m_lineHeight(std::max(lineHeight, 1)), m_viewportHeight(viewportHeight), m_margin(margin),
      m_unitsPerLine(
          static_cast<int>(std::clamp(maximumUnits / std::max<qint64>(lines + 1, 1), qint64{1}, qint64{m_lineHeight})))
{
}

int LineScroll::linesInView() const
{
    return std::max(1, (m_viewportHeight - m_margin) / m_lineHeight);
}

int LineScroll::maximum() const
{
    const qint64 hidden = std::max<qint64>(0, m_lines * m_lineHeight + m_margin - m_viewportHeight);
    return static_cast<int>(std::min((hidden * m_unitsPerLine + m_lineHeight - 1) / m_lineHeight, maximumUnits));
}

int LineScroll::topOf(qint64 line, int value) const
{
    return clampedToInt(m_margin + line * m_lineHeight - pixelsAt(value));
}

qint64 LineScroll::lineAt(int y, int value) const
{
    const qint64 inContents = y + pixelsAt(value) - m_margin;
    return inContents < 0 ? -1 : inContents / m_lineHeight;
}

LineScroll::Span LineScroll::visibleAt(int value) const
{
    if (m_lines == 0)
        return {};
    const qint64 first = std::clamp(lineAt(0, value), qint64{0}, m_lines - 1);
    return {first, std::clamp(lineAt(m_viewportHeight - 1, value), first, m_lines - 1)};
}

int LineScroll::toShow(qint64 line, int value) const
{
    const qint64 top = line * m_lineHeight; // with the margin above it
    const qint64 bottom = top + m_lineHeight + m_margin;
    const qint64 seenTop = pixelsAt(value);
    if (top < seenTop || bottom - top > m_viewportHeight)
        return toPlace(line, m_margin);
    if (bottom > seenTop + m_viewportHeight)
        return roundedUp(bottom - m_viewportHeight);
    return value;
}

int LineScroll::toPlace(qint64 line, int y) const
{
    const qint64 pixels = std::max<qint64>(0, m_margin + line * m_lineHeight - y);
    return static_cast<int>(std::clamp<qint64>(pixels * m_unitsPerLine / m_lineHeight, 0, maximum()));
}

int LineScroll::roundedUp(qint64 pixels) const
{
    const qint64 units = (pixels * m_unitsPerLine + m_lineHeight - 1) / m_lineHeight;
    return static_cast<int>(std::clamp<qint64>(units, 0, maximum()));
}

} // namespace biomedica::ui
