// Everything around an open collection: gallery in the middle, filters, figure and labels as docks.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/figurecontroller.h"
#include "ui/session/querycontroller.h"
#include "ui/shell/centre.h"
#include "ui/shell/labelflow.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QMainWindow>

class QDockWidget;
#include <optional>

namespace biomedica::ui {

class EmptyHint;
class ExpertPages;
class FacetPanel;
class FigureActions;
class FigurePages;
class FigurePanel;
class GalleryView;
class GroupSelection;
class LabelFlash;
class SessionLog;
class ImageView;
class Overview;

class Workbench : public QMainWindow {
    Q_OBJECT
public:
    Workbench(Session& session, QueryController& queries, DecisionController& decisions, const Actions& actions,
              QWidget* parent = nullptr);
    ~Workbench() override;

    Centre* centre() const { return m_centre; }
    GalleryView* gallery() const { return m_gallery; }
    FigureResultModel* figures() const { return m_figures; }
    FigureSelection* selection() const { return m_selection; }
    FacetPanel* facets() const { return m_facets; }
    EmptyHint* emptyHint() const { return m_emptyHint; }
    LabelBar* labelBar() const { return m_labelBar; }
    FigurePanel* figurePanel() const { return m_figurePanel; }
    LabelFlow* labelFlow() const { return m_flow; }
    ThumbnailStore* thumbnails() const { return m_thumbnails; }
    FigureController* figure() const { return m_figure; }
    FigureActions* figureActions() const { return m_figureActions; }
    FigurePages* pages() const { return m_pages; }
    ExpertPages* experts() const { return m_experts; }
    Overview* overview() const { return m_overview; }
    GroupSelection* groups() const { return m_groups; }
    SessionLog* sessionLog() const { return m_log; }

    /// Where the panels are, to be kept and given back.
    QByteArray panels() const;
    void setPanels(const QByteArray& panels);
    QDockWidget* addDock(const QString& name, const QString& title, Qt::DockWidgetArea area, QWidget* content);

    /// To show and hide the panels, for a menu.
    QList<QAction*> panelActions() const;
    /// Shows the bars by which panels are moved.
    void setPanelsMovable(bool isMovable);

    /// Vectors are being made: a search without an answer may get one by it.
    void setVectorsUnderWay(bool areUnderWay);

    /// All that is to be seen has arrived.
    bool isSettled() const;
    void focusNextPanel();

Q_SIGNALS:
    /// Something that isSettled() looks at has changed.
    void progressMade();
    void failed(const QString& message);
    /// The figures that match are shown; how many there are of each kind is not known.
    void countFailed(const QString& message);
    void noted(const QString& message);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void connectActions(const Actions& actions);
    void connectLabelling(const Actions& actions);
    void flash(const Outcome& outcome);
    void showOutcome(const SharedOutcome& outcome);
    void goBackTo(const Outcome& outcome);
    void updateEmptyText();
    void confirm(const LabelIntent& intent, const LabelTarget& target);
    void askForNote();
    void tellWhenSaved();
    void layOutPanels();
    void save();

    Session& m_session;
    const Actions& m_actions;
    QueryController& m_queries;
    DecisionController& m_decisions;
    FigureResultModel* m_figures;
    FigureSelection* m_selection;
    ThumbnailStore* m_thumbnails;
    FigureController* m_figure;
    Centre* m_centre;
    GalleryView* m_gallery;
    FacetPanel* m_facets;
    EmptyHint* m_emptyHint;
    FigurePanel* m_figurePanel;
    LabelBar* m_labelBar;
    LabelFlow* m_flow;
    FigureActions* m_figureActions;
    GroupSelection* m_groups;
    SessionLog* m_log;
    std::unique_ptr<LabelFlash> m_flash;
    FigurePages* m_pages = nullptr;
    ExpertPages* m_experts = nullptr;
    std::optional<RowId> m_completed; ///< by the answer that is on its way to the journal
    QDateTime m_savedAt;              ///< the last decision in this session; invalid = none yet
    Overview* m_overview;
    bool m_isLaidOut = false;
    bool m_areVectorsUnderWay = false;
    QByteArray m_panels; ///< to be restored once there is a size to share
};

} // namespace biomedica::ui
