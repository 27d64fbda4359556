// Review: one figure at a time, its picture beside the four questions with everybody's votes. A digit makes an answer
// the last word on the current question, and what comes next follows by itself.
//
// The picture's view comes from whoever makes the page: screens do not include each other. The keys of accepting,
// sending back, reopening and going on are actions, which call the functions here.
//
// Thread contract: GUI thread; figures are read in the background.
#pragma once

#include "ui/common/actions.h"
#include "ui/review/reviewqueue.h"
#include "ui/review/votespane.h"
#include "ui/session/decisioncontroller.h"

#include <QWidget>
#include <optional>

class QLabel;
class QStackedLayout;

namespace biomedica::ui {

class ReviewPage : public QWidget {
    Q_OBJECT
public:
    /// `picture` follows figureChanged(); it becomes the page's.
    ReviewPage(Session& session, DecisionController& decisions, const Actions& actions, QWidget* picture,
               QWidget* parent = nullptr);

    /// Looks for what is to be reviewed, and begins with the first of it.
    void begin();
    /// Nothing is read any more.
    void end();

    std::optional<RowId> row() const { return m_row; }
    const std::shared_ptr<const workspace::FigureDetail>& detail() const { return m_detail; }
    VotesPane* votes() const { return m_votes; }
    const ReviewQueue& queue() const { return *m_queue; }
    bool isSettled() const { return !m_queue->isBusy() && !m_reading.isBusy(); }
    QString progressText() const;
    /// What is shown where there is nothing to review; "" while there is.
    QString emptyText() const;

    void accept();
    /// Asks for the comment.
    void sendBack();
    void reopen();
    /// To another figure of the queue.
    void moveBy(int figures);

Q_SIGNALS:
    /// Another figure; nullopt: none.
    void figureChanged(std::optional<biomedica::RowId> row);
    void noted(const QString& message);
    void failed(const QString& message);
    void settled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Then { Stay, NextDispute, NextFigure };

    QWidget* makeFigureSide(QWidget* picture);
    void takeQueue();
    void show(std::optional<RowId> row);
    void read();
    void showDetail();
    void showProgress();
    void showEmpty();
    void adjudicate(Question question, const Answer& answer);
    void review(annotation::Verdict verdict, const QString& comment, Then then);
    void noteOutcome(const SharedOutcome& outcome);
    void goOn();

    Session& m_session;
    DecisionController& m_decisions;
    ReviewQueue* m_queue;
    std::optional<RowId> m_row, m_following; ///< what is shown; what came after it when it was decided
    std::shared_ptr<const workspace::FigureDetail> m_detail;
    std::vector<workspace::HistoryEntry> m_history;
    Then m_then = Then::Stay; ///< once the decision under way is on disk
    bool m_isActive = false;
    QStackedLayout* m_pages = nullptr;
    VotesPane* m_votes;
    QLabel *m_progress, *m_title, *m_caption, *m_empty;
    Background m_reading;
};

} // namespace biomedica::ui
