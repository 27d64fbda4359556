#include "ui/shell/findsimilar.h"

#include "ui/shell/workbench.h"
#include "ui/similar/similarsearch.h"

namespace biomedica::ui {

FindSimilar::FindSimilar(Session& session, QueryController& queries, Workbench& workbench, const Actions& actions,
                         QObject* parent)
    : QObject(parent), m_workbench(workbench), m_search(new SimilarSearch(session, queries, this))
{
    const auto on = [&](ActionId id, auto function) { connect(actions[id], &QAction::triggered, this, function); };
    on(ActionId::MoreLikeThis, [this] { searchLikeThese(ExampleGesture::Only); });
    on(ActionId::AddExample, [this] { searchLikeThese(ExampleGesture::Add); });
    on(ActionId::LessLikeThis, [this] { searchLikeThese(ExampleGesture::Exclude); });
    connect(m_search, &SimilarSearch::noted, this, &FindSimilar::noted);
    connect(m_search, &SimilarSearch::failed, this, &FindSimilar::failed);
    // What was selected served as examples; the next label is for what they find.
    connect(m_search, &SimilarSearch::asked, workbench.selection(), &FigureSelection::selectNone);
}

/// The selection, or the figure that is looked at.
void FindSimilar::searchLikeThese(ExampleGesture gesture)
{
    const LabelFlow* flow = m_workbench.labelFlow();
    if (flow->targetCount() > static_cast<qint64>(examplesAtMost)) {
        Q_EMIT noted(tr("A search takes %1 examples at most, and %2 figures are selected: select fewer, or none to "
                        "search with the figure at the cursor")
                         .arg(examplesAtMost)
                         .arg(flow->targetCount()));
        return;
    }
    const auto target = flow->target();
    m_search->searchLike(target ? target->rows : Rows(), gesture);
}

bool FindSimilar::isSettled() const
{
    return !m_search->isBusy();
}

} // namespace biomedica::ui
