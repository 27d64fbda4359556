// The pages above the gallery: a figure as a whole, and a comparison. Opens and leaves them, and lets the keys
// for zooming and for going on act on what is shown.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/session.h"
#include "ui/shell/centre.h"

#include <QObject>
#include <optional>

namespace biomedica::ui {

class ComparePage;
class DecisionController;
class FigureViewer;
class ImageView;
class QueryController;
class ThumbnailStore;
class Workbench;

class FigurePages : public QObject {
    Q_OBJECT
public:
    /// Everything else of the workbench is made already.
    FigurePages(Workbench& workbench, Session& session, QueryController& queries, DecisionController& decisions,
                ThumbnailStore& thumbnails, const Actions& actions);

    FigureViewer* viewer() const { return m_viewer; }
    ComparePage* compare() const { return m_compare; }
    /// What zooming acts on: the open page's picture, else the figure panel's.
    ImageView* imageView() const;
    bool isSettled() const;

    void openFigure();
    /// The selected figures, or the cursor's and the next one.
    void openComparison();
    /// Leaves what is open, one level at a time.
    void goBack();
    /// Forward or backward by so many figures of the page that is shown.
    void moveBy(int figures);
    /// The cursor's figure becomes the one that is looked at, unless a comparison has its own.
    void showCursor();
    /// Any figure: as the cursor's where it is a match, else just so.
    void showFigure(RowId row);

Q_SIGNALS:
    void noted(const QString& message);
    void progressMade();

private:
    void connectActions();
    void tellKeys();
    void showPage(Centre::Page page);
    void showPosition();
    std::optional<RowId> cursorRow() const;
    /// The overview again, the focus left where it is unless it was on the page.
    void leavePages();
    Rows figuresToCompare();

    Workbench& m_workbench;
    Session& m_session;
    const Actions& m_actions;
    FigureViewer* m_viewer;
    ComparePage* m_compare;
};

} // namespace biomedica::ui
