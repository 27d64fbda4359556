// From an intent to a decision: finds out which figures it is meant for, asks once where they are very
// many, and hands it on.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/annotate/labelbar.h"
#include "ui/models/figureselection.h"
#include "ui/session/decisioncontroller.h"
#include "ui/session/figurecontroller.h"

#include <QObject>
#include <optional>

namespace biomedica::ui {

class LabelFlow : public QObject {
    Q_OBJECT
public:
    LabelFlow(const FigureResultModel& figures, const FigureSelection& selection, const FigureController& figure,
              DecisionController& decisions, QObject* parent);

    void request(const LabelIntent& intent);

    /// How many figures the next label hits, and whether they are a selection.
    qint64 targetCount() const;
    bool isSelection() const;
    /// Whether the figure that is shown is one of those that a label hits.
    bool isShownHit() const;
    /// While one figure fills the window, labels are meant for it alone.
    void setSelectionUsed(bool isUsed);

    /// The first figures of the selection that the next label hits; none where it hits a single figure.
    Rows firstSelected(std::size_t most) const;
    /// What a label hits now; nullopt where there is no figure.
    std::optional<LabelTarget> target() const;

    static constexpr qint64 askAbove = 500;

Q_SIGNALS:
    void targetChanged();
    /// To be answered by calling carryOut() or not at all.
    void confirmationNeeded(const biomedica::ui::LabelIntent& intent, const biomedica::ui::LabelTarget& target);

public Q_SLOTS:
    void carryOut(const biomedica::ui::LabelIntent& intent, biomedica::ui::LabelTarget target);

private:
    const FigureResultModel& m_figures;
    const FigureSelection& m_selection;
    const FigureController& m_figure;
    DecisionController& m_decisions;
    bool m_isSelectionUsed = true;
};

} // namespace biomedica::ui
