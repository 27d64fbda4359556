#include "ui/models/figureselection.h"

#include <algorithm>

namespace biomedica::ui {

namespace {

/// A selection of more figures is given up with another result: finding them again takes as long as they are
/// many, and nobody chose them one by one.
constexpr std::int64_t mostKept = 100'000;

/// Membership by row, 3 MB for 24 million.
std::vector<bool> setOf(const Rows& rows)
{
    std::vector<bool> set;
    for (const RowId row : rows) {
        if (row.value >= set.size())
            set.resize(std::max<std::size_t>(row.value + 1, 2 * set.size()));
        set[row.value] = true;
    }
    return set;
}

bool isIn(const std::vector<bool>& set, RowId row)
{
    return row.value < set.size() && set[row.value];
}

bool areOrderedAlike(const query::Query& one, const query::Query& other)
{
    return one.sort == other.sort && query::patternsToMark(one) == query::patternsToMark(other);
}

} // namespace

FigureSelection::FigureSelection(const FigureResultModel& figures, QObject* parent)
    : QObject(parent), m_figures(figures)
{
    connect(&figures, &QAbstractItemModel::modelAboutToBeReset, this, &FigureSelection::rememberResult);
    connect(&figures, &QAbstractItemModel::modelReset, this, &FigureSelection::takeUpResult);
}

FigureSelection::Reach FigureSelection::reachOf(Qt::KeyboardModifiers modifiers)
{
    if (!(modifiers & Qt::ShiftModifier))
        return Reach::Move;
    return modifiers & Qt::ControlModifier ? Reach::ExtendMore : Reach::Extend;
}

void FigureSelection::goTo(int row, Reach reach)
{
    if (m_figures.rowCount() == 0)
        return;
    row = std::clamp(row, 0, m_figures.rowCount() - 1);
    m_isMoved = true;
    if (reach == Reach::Move) {
        m_anchor = row;
        m_before = m_rows;
    } else {
        m_rows = reach == Reach::ExtendMore ? m_before : RowRanges();
        m_rows.add(std::min(m_anchor, row), std::max(m_anchor, row) + 1);
    }
    if (row != m_cursor) {
        put(row);
        Q_EMIT cursorChanged();
    }
    if (reach != Reach::Move)
        Q_EMIT selectionChanged();
}

void FigureSelection::put(int row)
{
    m_cursor = row;
    m_cursorFigure = m_figures.rowIdAt(row);
}

void FigureSelection::toggle(int row)
{
    goTo(row, Reach::Move);
    toggleAtCursor();
}

void FigureSelection::press(int row, Qt::KeyboardModifiers modifiers)
{
    const Reach reach = reachOf(modifiers);
    if (reach == Reach::Move && modifiers & Qt::ControlModifier) {
        toggle(row);
        return;
    }
    goTo(row, reach);
    m_isPressPending = reach == Reach::Move && isSelected(row);
    if (reach == Reach::Move && !m_isPressPending)
        selectNone();
}

void FigureSelection::release()
{
    if (std::exchange(m_isPressPending, false))
        selectNone();
}

void FigureSelection::pressForMenu(int row)
{
    setCursor(row);
    if (!isSelected(row))
        selectNone();
}

void FigureSelection::select(RowRanges rows)
{
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    Q_EMIT selectionChanged();
}

std::int64_t FigureSelection::selectFigures(const Rows& figures)
{
    RowRanges rows = m_figures.result() ? rowsOf(figures) : RowRanges();
    const std::int64_t count = rows.count();
    if (count > 0) {
        setCursor(rows.ranges().front().begin);
        select(std::move(rows));
    }
    return count;
}

void FigureSelection::moveBy(int rows)
{
    setCursor(m_cursor.value_or(0) + rows);
}

void FigureSelection::moveToUnlabelled(int direction)
{
    if (const auto row = m_figures.nextUnlabelled(m_cursor.value_or(-1), direction))
        setCursor(*row);
    else
        Q_EMIT endReached();
}

void FigureSelection::toggleAtCursor()
{
    if (!m_cursor)
        return;
    m_rows.toggle(*m_cursor);
    m_anchor = *m_cursor;
    m_before = m_rows;
    Q_EMIT selectionChanged();
}

void FigureSelection::selectAll()
{
    RowRanges all;
    all.add(0, m_figures.rowCount());
    select(std::move(all));
}

void FigureSelection::selectNone()
{
    m_before.clear();
    select({});
}

void FigureSelection::invert()
{
    RowRanges inverted = m_rows;
    inverted.invert(m_figures.rowCount());
    select(std::move(inverted));
}

void FigureSelection::leave()
{
    int next = m_cursor.value_or(-1) + 1;
    for (const RowRanges::Range& range : m_rows.ranges())
        if (range.begin <= next && next < range.end)
            next = range.end;
    selectNone();
    setCursor(next);
}

void FigureSelection::rememberResult()
{
    m_formerResult = m_figures.result();
}

void FigureSelection::takeUpResult()
{
    const SharedResult& result = m_figures.result();
    m_isOrderKept = m_formerResult && result && areOrderedAlike(m_formerResult->query, result->query);
    m_isPressPending = false;
    m_rows = rowsInNewResult();
    if (m_figures.rowCount() > 0) {
        put(rowInNewResult());
    } else {
        m_cursor.reset();               // its figure is kept: a search on the way to another one may find nothing
        m_isMoved &= result != nullptr; // the collection was closed
    }
    m_anchor = m_cursor.value_or(0);
    m_before = m_rows;
    m_formerResult.reset();
    Q_EMIT cursorChanged();
    Q_EMIT selectionChanged();
}

/// Where its figure stands now; else where the next one after it that is left does. At the top where nobody has
/// moved it, and in the answer to other words, where the best match is.
int FigureSelection::rowInNewResult() const
{
    const query::Query& query = m_figures.result()->query;
    const bool isOtherRanking = !m_isOrderKept && !query.sort && !query::patternsToMark(query).empty();
    if (!m_isMoved || !m_cursorFigure || isOtherRanking)
        return 0;
    if (const auto row = m_figures.positionOf(*m_cursorFigure))
        return *row;
    return nearestInNewResult().value_or(0);
}

std::optional<int> FigureSelection::nearestInNewResult() const
{
    if (!m_cursor || !m_isOrderKept)
        return std::nullopt;
    const std::vector<bool> left = setOf(m_figures.result()->order);
    const auto isLeft = [&](RowId row) { return isIn(left, row); };
    const Rows& former = m_formerResult->order;
    const auto at = former.begin() + *m_cursor;
    if (const auto after = std::find_if(at, former.end(), isLeft); after != former.end())
        return m_figures.positionOf(*after);
    const auto before = std::find_if(std::make_reverse_iterator(at), former.rend(), isLeft);
    return before == former.rend() ? std::nullopt : m_figures.positionOf(*before);
}

RowRanges FigureSelection::rowsInNewResult() const
{
    if (m_rows.isEmpty() || m_rows.count() > mostKept || !m_formerResult || !m_figures.result())
        return {};
    Rows selected;
    for (const RowRanges::Range& range : m_rows.ranges())
        selected.insert(selected.end(), m_formerResult->order.begin() + range.begin,
                        m_formerResult->order.begin() + range.end);
    return rowsOf(selected);
}

RowRanges FigureSelection::rowsOf(const Rows& figures) const
{
    RowRanges rows;
    const std::vector<bool> set = setOf(figures);
    for (int row = 0; row < m_figures.rowCount(); ++row)
        if (isIn(set, m_figures.rowIdAt(row)))
            rows.add(row, row + 1);
    return rows;
}

} // namespace biomedica::ui
