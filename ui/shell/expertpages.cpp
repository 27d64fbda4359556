#include "ui/shell/expertpages.h"

#include "ui/detail/imageview.h"
#include "ui/detail/picturereader.h"
#include "ui/review/reviewpage.h"
#include "ui/search/emptyhint.h"
#include "ui/shell/figurepages.h"
#include "ui/shell/pagekeys.h"
#include "ui/shell/workbench.h"
#include "ui/statistics/statisticspage.h"

#include <QDockWidget>

namespace biomedica::ui {

ExpertPages::ExpertPages(Workbench& workbench, Session& session, DecisionController& decisions,
                         ThumbnailStore& thumbnails, const Actions& actions)
    : QObject(&workbench), m_workbench(workbench), m_actions(actions), m_image(new ImageView),
      m_reader(new PictureReader(session, thumbnails, *m_image, this)),
      m_review(new ReviewPage(session, decisions, actions, m_image)), m_statistics(new StatisticsPage(session))
{
    using enum ActionId;
    Centre* centre = workbench.centre();
    centre->setPage(Centre::Page::Review, m_review);
    centre->setPage(Centre::Page::Statistics, m_statistics);
    new PageKeys(m_review, actions,
                 {NextFigure, PreviousFigure, Proceed, AcceptFigure, SendBack, Reopen, OneLevelBack, ZoomIn, ZoomOut,
                  RotateLeft, RotateRight});
    new PageKeys(m_statistics, actions, {OneLevelBack});
    connect(centre, &Centre::pageChanged, this, &ExpertPages::showPage);
    connect(actions[ViewReview], &QAction::triggered, centre, [centre] { centre->showPage(Centre::Page::Review); });
    connect(actions[ViewStatistics], &QAction::triggered, centre,
            [centre] { centre->showPage(Centre::Page::Statistics); });
    connectReview();
    connect(m_statistics, &StatisticsPage::noted, this, &ExpertPages::noted);
    connect(m_statistics, &StatisticsPage::failed, this, &ExpertPages::failed);
    connect(m_statistics, &StatisticsPage::settled, this, &ExpertPages::progressMade);
}

void ExpertPages::connectReview()
{
    using enum ActionId;
    connect(m_review, &ReviewPage::figureChanged, m_reader, &PictureReader::show);
    connect(m_review, &ReviewPage::noted, this, &ExpertPages::noted);
    connect(m_review, &ReviewPage::failed, this, &ExpertPages::failed);
    connect(m_review, &ReviewPage::settled, this, &ExpertPages::progressMade);
    connect(m_reader, &PictureReader::settled, this, &ExpertPages::progressMade);
    const auto on = [this](ActionId id, auto function) {
        connect(m_actions[id], &QAction::triggered, this, [this, function] {
            if (m_page == Centre::Page::Review)
                function();
        });
    };
    on(Proceed, [this] { m_review->accept(); });
    on(AcceptFigure, [this] { m_review->accept(); });
    on(SendBack, [this] { m_review->sendBack(); });
    on(Reopen, [this] { m_review->reopen(); });
    on(NextFigure, [this] { m_review->moveBy(1); });
    on(PreviousFigure, [this] { m_review->moveBy(-1); });
}

void ExpertPages::showPage(Centre::Page page)
{
    const Centre::Page before = std::exchange(m_page, page);
    if (page == before)
        return;
    setPanelsHidden(isExpertPage(page));
    m_workbench.emptyHint()->setHeldBack(isExpertPage(page));
    if (isExpertPage(page))
        m_workbench.figure()->setRow(std::nullopt); // no key labels anything here
    else if (isExpertPage(before))
        m_workbench.pages()->showCursor();
    if (before == Centre::Page::Review)
        m_review->end();
    if (before == Centre::Page::Statistics)
        m_statistics->end();
    if (page == Centre::Page::Review)
        m_review->begin();
    if (page == Centre::Page::Statistics)
        m_statistics->begin();
    if (isExpertPage(page))
        m_actions[page == Centre::Page::Review ? ActionId::ViewReview : ActionId::ViewStatistics]->setChecked(true);
}

void ExpertPages::setPanelsHidden(bool areHidden)
{
    if (areHidden == !m_panelsBefore.isEmpty())
        return;
    if (!areHidden) {
        m_workbench.setPanels(std::exchange(m_panelsBefore, {}));
        return;
    }
    m_panelsBefore = m_workbench.panels();
    for (QDockWidget* dock : m_workbench.findChildren<QDockWidget*>())
        dock->hide();
}

bool ExpertPages::isSettled() const
{
    return m_review->isSettled() && m_statistics->isSettled() && !m_reader->isBusy();
}

} // namespace biomedica::ui
