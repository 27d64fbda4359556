#include "ui/models/figureselection.h"

#include <algorithm>

namespace biomedica::ui {

namespace {

/// A selection of more figures is given up with another result: finding them again takes as long as they are
/// many, and nobody chose them one by one.
constexpr std::int64_t mostKept = 100'000;

bool areOrderedAlike(const query::Query& one, const query::Query& other)
{
    return one.sort == other.sort && query::patternsToMark(one) == query::patternsToMark(other)
           && query::examplesOf(one) == query::examplesOf(other);
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
/// moved it, and in the answer to other words or examples, where the best match is.
int FigureSelection::rowInNewResult() const
{
    const query::Query& query = m_figures.result()->query;
    const bool isRanked = !query::patternsToMark(query).empty() || !query::examplesOf(query).isEmpty();
    const bool isOtherRanking = !m_isOrderKept && !query.sort && isRanked;
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
    const query::FigureSet& former = m_formerResult->figures;
    const auto at = static_cast<std::size_t>(*m_cursor);
    for (std::size_t after = at; after < former.size(); ++after)
        if (const auto row = m_figures.positionOf(former.rowAt(after)))
            return row;
    for (std::size_t before = at; before-- > 0;)
        if (const auto row = m_figures.positionOf(former.rowAt(before)))
            return row;
    return std::nullopt;
}

RowRanges FigureSelection::rowsInNewResult() const
{
    if (m_rows.isEmpty() || m_rows.count() > mostKept || !m_formerResult || !m_figures.result())
        return {};
    Rows selected;
    for (const RowRanges::Range& range : m_rows.ranges())
        for (int row = range.begin; row < range.end; ++row)
            selected.push_back(m_formerResult->rowAt(static_cast<std::size_t>(row)));
    return rowsOf(selected);
}

RowRanges FigureSelection::rowsOf(const Rows& figures) const
{
    const query::FigureSet& all = m_figures.result()->figures;
    Bitmap wanted(all.members().size());
    for (const RowId figure : figures)
        if (all.contains(figure))
            wanted.set(figure.value);
    return RowRanges::placesOf(wanted, all);
}

} // namespace biomedica::ui
