#include "ui/shell/labelflow.h"

#include <limits>

namespace biomedica::ui {

LabelFlow::LabelFlow(const FigureResultModel& figures, const FigureSelection& selection, const FigureController& figure,
                     DecisionController& decisions, QObject* parent)
    : QObject(parent), m_figures(figures), m_selection(selection), m_figure(figure), m_decisions(decisions)
{
    connect(&figure, &FigureController::rowChanged, this, &LabelFlow::targetChanged);
    connect(&selection, &FigureSelection::selectionChanged, this, &LabelFlow::targetChanged);
}

/// A figure that is looked at beside the cursor's one is meant alone.
bool LabelFlow::isSelection() const
{
    return m_isSelectionUsed && !m_selection.isEmpty() && m_figure.row() == m_selection.cursorFigure();
}

bool LabelFlow::isShownHit() const
{
    return !isSelection() || !m_selection.cursor() || m_selection.isSelected(*m_selection.cursor());
}

void LabelFlow::setSelectionUsed(bool isUsed)
{
    m_isSelectionUsed = isUsed;
    Q_EMIT targetChanged();
}

qint64 LabelFlow::targetCount() const
{
    if (isSelection())
        return m_selection.rows().count();
    return m_figure.row() ? 1 : 0;
}

Rows LabelFlow::firstSelected(std::size_t most) const
{
    Rows rows;
    if (!isSelection())
        return rows;
    for (const RowRanges::Range& range : m_selection.rows().ranges())
        for (int row = range.begin; row < range.end && rows.size() < most; ++row)
            rows.push_back(m_figures.rowIdAt(row));
    return rows;
}

std::optional<LabelTarget> LabelFlow::target() const
{
    if (!m_figure.row())
        return std::nullopt;
    LabelTarget target;
    target.isSelection = isSelection();
    target.base = *m_figure.row();
    if (!target.isSelection) {
        target.rows.push_back(target.base);
        return target;
    }
    target.rows = firstSelected(std::numeric_limits<std::size_t>::max());
    // A toggle begins with the cursor's figure where it is one of those that change.
    if (!m_selection.cursor() || !m_selection.isSelected(*m_selection.cursor()))
        target.base = target.rows.front();
    return target;
}

void LabelFlow::request(const LabelIntent& intent)
{
    auto found = target();
    if (!found)
        return;
    if (static_cast<qint64>(found->rows.size()) > askAbove)
        Q_EMIT confirmationNeeded(intent, *found);
    else
        carryOut(intent, std::move(*found));
}

void LabelFlow::carryOut(const LabelIntent& intent, LabelTarget target)
{
    switch (intent.kind) {
    case LabelIntent::Kind::Answer: m_decisions.answer(std::move(target), intent.question, intent.value); break;
    case LabelIntent::Kind::NoClass: m_decisions.answerNoClass(std::move(target), intent.question); break;
    case LabelIntent::Kind::ToggleClass:
        m_decisions.toggleClass(std::move(target), intent.question, intent.value);
        break;
    case LabelIntent::Kind::Accept: m_decisions.accept(std::move(target), intent.question); break;
    case LabelIntent::Kind::AcceptAll: m_decisions.acceptAll(std::move(target)); break;
    case LabelIntent::Kind::Note: m_decisions.setNote(std::move(target), intent.value); break;
    case LabelIntent::Kind::Clear: m_decisions.clearAnswer(std::move(target), intent.question); break;
    case LabelIntent::Kind::Unsure: m_decisions.toggleUnsure(std::move(target)); break;
    case LabelIntent::Kind::Skip: m_decisions.skip(std::move(target)); break;
    case LabelIntent::Kind::Flag: m_decisions.toggleFlag(std::move(target)); break;
    case LabelIntent::Kind::Repeat: m_decisions.repeat(std::move(target)); break;
    case LabelIntent::Kind::RepeatFigure: m_decisions.repeatFigure(std::move(target)); break;
    }
}

} // namespace biomedica::ui
