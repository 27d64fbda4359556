// Selects figures that belong together: those of the current figure's article, those with a facet's value. Then one
// key labels them all.
//
// Thread contract: GUI thread; what belongs together is found in the background.
#pragma once

#include "ui/models/figureselection.h"
#include "ui/session/queryedit.h"

namespace biomedica::ui {

class GroupSelection : public QObject {
    Q_OBJECT
public:
    GroupSelection(Session& session, QueryController& queries, FigureSelection& selection, QObject* parent);

    /// Those of the article that are in the view.
    void selectArticleOf(RowId figure);
    /// The matches that have this value or trait.
    void select(const FilterTarget& target);

    bool isBusy() const { return m_finding.isBusy(); }

Q_SIGNALS:
    void noted(const QString& message);
    void failed(const QString& message);

private:
    struct Found {
        RowRanges rows;
        std::size_t wanted = 0; ///< in the view or not
    };
    template <typename Find>
    void start(Find find, bool isArticle);
    void apply(const Found& found, bool isArticle);

    Session& m_session;
    QueryController& m_queries;
    FigureSelection& m_selection;
    Background m_finding;
};

} // namespace biomedica::ui
