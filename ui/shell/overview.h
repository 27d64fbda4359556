// The views of all figures, gallery and table, with what belongs to both: which one is shown and how, previews,
// the menu at a figure, going to a position. What a person chose here comes back at the next start.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/shell/centre.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QObject>
#include <QPointer>

class QMenu;

namespace biomedica::ui {

class FigureTable;
class FigureView;
class HoverPreview;
class Preview;
class QueryController;
class Workbench;

class Overview : public QObject {
    Q_OBJECT
public:
    /// Gallery, label bar and centre of the workbench are made already.
    Overview(Workbench& workbench, Session& session, QueryController& queries, ThumbnailStore& thumbnails,
             const Actions& actions);

    FigureTable* table() const { return m_table; }
    /// The one that is shown, or to which the pages above it lead back.
    FigureView* view() const;
    Preview* preview();
    HoverPreview* hoverPreview();

    bool isSettled() const;
    /// Of the cursor's figure, or of the selection.
    QMenu* makeMenu() const;

private:
    void connectActions();
    void connectViews();
    void restore();
    void rememberLook();
    void showPage(Centre::Page page);
    void goToPosition();

    Workbench& m_workbench;
    Session& m_session;
    ThumbnailStore& m_thumbnails;
    const Actions& m_actions;
    FigureTable* m_table;
    QPointer<Preview> m_preview; ///< both are children of the window, which is known when they are first needed
    QPointer<HoverPreview> m_hover;
};

} // namespace biomedica::ui
