// The pages for work with several annotators: review and agreement. They take the whole middle of the window, so the
// panels that belong to labelling go away and come back as they were.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/session/session.h"
#include "ui/shell/centre.h"

#include <QByteArray>
#include <QObject>
#include <optional>

namespace biomedica::ui {

class DecisionController;
class ImageView;
class PictureReader;
class ReviewPage;
class StatisticsPage;
class ThumbnailStore;
class Workbench;

class ExpertPages : public QObject {
    Q_OBJECT
public:
    ExpertPages(Workbench& workbench, Session& session, DecisionController& decisions, ThumbnailStore& thumbnails,
                const Actions& actions);

    ReviewPage* review() const { return m_review; }
    StatisticsPage* statistics() const { return m_statistics; }
    ImageView* imageView() const { return m_image; }
    bool isSettled() const;
    /// Where the panels are while none of these pages is shown; empty while that is now.
    const QByteArray& panelsBefore() const { return m_panelsBefore; }

    static bool isExpertPage(Centre::Page page)
    {
        return page == Centre::Page::Review || page == Centre::Page::Statistics;
    }

Q_SIGNALS:
    void noted(const QString& message);
    void failed(const QString& message);
    void progressMade();

private:
    void connectReview();
    void showPage(Centre::Page page);
    void setPanelsHidden(bool areHidden);

    Workbench& m_workbench;
    const Actions& m_actions;
    ImageView* m_image;
    PictureReader* m_reader;
    ReviewPage* m_review;
    StatisticsPage* m_statistics;
    Centre::Page m_page = Centre::Page::Gallery;
    QByteArray m_panelsBefore;
};

} // namespace biomedica::ui
