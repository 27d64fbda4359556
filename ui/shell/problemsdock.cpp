#include "ui/shell/problemsdock.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/problems/findshardsdialog.h"
#include "ui/problems/problempanel.h"
#include "ui/shell/workbench.h"

#include <QDockWidget>
#include <QToolButton>
#include <algorithm>

namespace biomedica::ui {

ProblemsDock::ProblemsDock(Session& session, QueryController& queries, JobController& jobs, ShardWatch& watch,
                           Workbench& workbench, const Actions& actions, QObject* parent)
    : QObject(parent), m_session(session), m_queries(queries), m_jobs(jobs), m_watch(watch), m_workbench(workbench),
      m_list(new ProblemList(session, jobs, watch, this)), m_panel(new ProblemPanel(session, jobs, *m_list, actions)),
      m_dock(workbench.addDock(QStringLiteral("problems"), tr("Problems"), Qt::BottomDockWidgetArea, m_panel)),
      m_button(new QToolButton)
{
    // Over the label bar, which keeps its place at the bottom.
    if (auto* labels = workbench.findChild<QDockWidget*>(QStringLiteral("labels")))
        workbench.splitDockWidget(m_dock, labels, Qt::Vertical);
    m_dock->hide();
    m_button->setProperty("isFlat", true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->hide();
    connect(m_button, &QToolButton::clicked, actions[ActionId::Problems], &QAction::trigger);
    connect(m_list, &ProblemList::changed, this, &ProblemsDock::updateButton);
    connect(m_panel, &ProblemPanel::figureRequested, this, &ProblemsDock::showFigure);
    connect(m_panel, &ProblemPanel::closeRequested, this, &ProblemsDock::close);
    connect(m_panel, &ProblemPanel::noted, this, &ProblemsDock::noted);
    connect(m_panel, &ProblemPanel::failed, this, &ProblemsDock::failed);
    connect(&jobs, &JobController::picturesChecked, this, [this](const workspace::PictureReport& report) {
        const auto number = [](std::uint64_t count) { return static_cast<int>(count); };
        QStringList sentences{tr("Checked %n picture(s)", nullptr, number(report.checked)),
                              tr("%n cannot be shown", nullptr, number(report.broken))};
        if (report.outOfReach > 0)
            sentences += tr("%n out of reach", nullptr, number(report.outOfReach));
        Q_EMIT noted(sentences.join(QStringLiteral(" · ")));
    });
    ThumbnailStore* thumbnails = workbench.thumbnails();
    connect(thumbnails, &ThumbnailStore::broken, m_list, &ProblemList::noteBrokenPicture);
    connect(thumbnails, &ThumbnailStore::outOfReach, &watch, &ShardWatch::look);
    connect(&watch, &ShardWatch::returned, thumbnails, &ThumbnailStore::retryNow);
    connect(&watch, &ShardWatch::returned, workbench.figure(), &FigureController::readAgain);
}

/// The buttons and about eight problems, or the words that there are none; most of the window stays with the figures.
int ProblemsDock::firstHeight() const
{
    const int line = QFontMetrics(textFont(measure::textSize)).height() + measure::gap;
    return std::min((m_list->count() > 0 ? 12 : 5) * line, m_workbench.height() / 3);
}

void ProblemsDock::show()
{
    const bool isFirst = m_dock->isHidden() && m_dock->height() < firstHeight();
    m_dock->show();
    if (isFirst)
        m_workbench.resizeDocks({m_dock}, {firstHeight()}, Qt::Vertical);
    m_panel->takeFocus();
}

void ProblemsDock::close()
{
    m_dock->hide();
    m_workbench.centre()->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ProblemsDock::updateButton()
{
    m_button->setVisible(m_list->count() > 0);
    m_button->setText(tr("%n problem(s)", nullptr, m_list->count()));
    m_button->setIcon(icon(QStringLiteral("problem"), coloursFor(m_button->palette()).warning));
}

void ProblemsDock::showFigure(const std::string& shard, const std::string& key)
{
    query::FieldFilter byKey, byShard;
    byKey.included = {key};
    byShard.included = {shard};
    m_queries.setQuery(
        query::withFilter(query::withFilter({}, query::Field::Key, byKey), query::Field::Shard, byShard));
    m_workbench.centre()->showPage(Centre::Page::Gallery);
}

FindShardsDialog* ProblemsDock::findShards(QWidget* window)
{
    auto* dialog = new FindShardsDialog(m_session, m_jobs, m_watch, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FindShardsDialog::noted, this, &ProblemsDock::noted);
    dialog->open();
    return dialog;
}

} // namespace biomedica::ui
