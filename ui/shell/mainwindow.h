// The window: top bar, start page or workbench, messages, status bar.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/theme.h"
#include "ui/session/idlemerge.h"
#include "ui/session/shardwatch.h"
#include "ui/shell/commandline.h"
#include "ui/shell/opener.h"
#include "ui/shell/workbench.h"

#include <QMainWindow>
#include <optional>

class QDialog;
class QMenu;
class QStackedWidget;

namespace biomedica::ui {

class Attention;
class Banner;
class CollectionState;
class DropHint;
class FindSimilar;
class NameBar;
class ProblemsDock;
class CommandPalette;
class FigureVectors;
class KeyOverlay;
class LabelDialogs;
class StartPage;
class StaleHint;
class StatusLine;
class Teamwork;
class TopBar;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `dataFolder`: where collections are made. `theme`, `textScale`: instead of those chosen before.
    MainWindow(QSettings& settings, const std::filesystem::path& dataFolder, DemoWriter demo,
               std::optional<Scheme> theme = std::nullopt, std::optional<double> textScale = std::nullopt);
    ~MainWindow() override;

    Session& session() { return m_session; }
    QueryController& queries() { return m_queries; }
    DecisionController& decisions() { return m_decisions; }
    JobController& jobs() { return m_jobs; }
    const Actions& actions() const { return *m_actions; }
    Opener* opener() const { return m_opener; }
    Workbench* workbench() const { return m_workbench; }
    TopBar* topBar() const { return m_topBar; }
    StatusLine* statusLine() const { return m_status; }
    Banner* banner() const { return m_banner; }
    NameBar* nameBar() const { return m_nameBar; }
    StartPage* startPage() const { return m_start; }
    DropHint* dropHint() const { return m_drop; }
    ShardWatch& shardWatch() { return m_watch; }
    StaleHint* staleHint() const { return m_stale; }
    ProblemsDock* problems() const { return m_problems; }
    LabelDialogs* labelDialogs() const { return m_labelDialogs; }
    Teamwork* teamwork() const { return m_teamwork; }
    FindSimilar* findSimilar() const { return m_similar; }
    FigureVectors* vectors() const { return m_vectors; }

    /// What the command line asks for. With a picture the program ends once the window is drawn into it.
    void start(const StartOptions& options);

    /// Everything that was asked for is shown, or could not be.
    bool isSettled() const;

Q_SIGNALS:
    void progressMade();
    /// Shown in the window already; for whoever started it.
    void openFailed(const QString& message);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    void connectActions();
    void connectMessages();
    void showCollection();
    void updateActions();
    void showIndexed(const workspace::IndexSummary& summary, const std::vector<catalog::Problem>& problems);
    void fillRecent();
    void openPalette();
    void askForAnnotator();
    void openExport();
    static void openDialog(QDialog* dialog);

    Session m_session;
    QueryController m_queries;
    DecisionController m_decisions;
    JobController m_jobs;
    ShardWatch m_watch;
    IdleMerge m_idleMerge;
    Actions* m_actions;
    Opener* m_opener;
    Workbench* m_workbench;
    TopBar* m_topBar = nullptr;
    StatusLine* m_status = nullptr;
    StaleHint* m_stale = nullptr;
    Banner* m_banner = nullptr;
    NameBar* m_nameBar = nullptr;
    DropHint* m_drop = nullptr;
    Attention* m_attention = nullptr;
    CollectionState* m_state = nullptr;
    ProblemsDock* m_problems = nullptr;
    LabelDialogs* m_labelDialogs = nullptr;
    Teamwork* m_teamwork = nullptr;
    FindSimilar* m_similar = nullptr;
    FigureVectors* m_vectors = nullptr;
    StartPage* m_start = nullptr;
    QStackedWidget* m_pages = nullptr;
    QMenu *m_recent = nullptr, *m_compared = nullptr;
    QMenu* m_models = nullptr; ///< as in m_compared, for the palette
    CommandPalette* m_palette = nullptr;
    KeyOverlay* m_keys = nullptr;
};

} // namespace biomedica::ui
