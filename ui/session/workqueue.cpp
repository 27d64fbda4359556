#include "ui/session/workqueue.h"

#include "ui/common/markedtext.h"

#include <QDateTime>
#include <algorithm>

namespace biomedica::ui {

WorkQueue::WorkQueue(Session& session, QueryController& queries, DecisionController& decisions, QObject* parent)
    : QObject(parent), m_session(session), m_queries(queries),
      m_clock([] { return Pace::Time(QDateTime::currentMSecsSinceEpoch()); }), m_counting(session.pool(), this),
      m_updating(m_inOrder, this, Background::Policy::InOrder)
{
    m_inOrder.setMaxThreadCount(1);
    connect(&queries, &QueryController::resultChanged, this, &WorkQueue::countAnew);
    connect(&session, &Session::annotatorChanged, this, [this] {
        m_pace.clear();
        countAnew();
    });
    connect(&session, &Session::collectionOpened, this, [this] { m_pace.clear(); });
    connect(&decisions, &DecisionController::decided, this, [this](const SharedOutcome& outcome) {
        const bool isMine = outcome->kind == Outcome::Kind::Decided || outcome->kind == Outcome::Kind::Repeated;
        update(outcome->receipt.rows, isMine);
    });
    connect(&decisions, &DecisionController::newsArrived, this, [this](const SharedNews& news) {
        if (news->isEverything)
            countAnew();
        else
            update(news->rows, false);
    });
}

WorkQueue::View WorkQueue::countView(workspace::Workspace& workspace, SharedResult result, const std::string& annotator,
                                     std::stop_token stop)
{
    View view{std::move(result), Bitmap()};
    view.done = Bitmap(view.members().size());
    const auto now = workspace.snapshot();
    if (!now)
        return view;
    // Most figures carry no word of the annotator, and are left.
    Bitmap voted = (*now)->annotator.rowsWith(annotator);
    Rows rows;
    voted.forEach([&](std::uint32_t row) {
        if (view.members().test(row))
            rows.emplace_back(row);
    });
    for (const RowId row : updateOf(workspace, rows, annotator, std::move(stop)).done)
        view.done.set(row.value);
    return view;
}

WorkQueue::Update WorkQueue::updateOf(workspace::Workspace& workspace, const Rows& rows, const std::string& annotator,
                                      std::stop_token stop)
{
    Update update;
    auto groups = workspace.ownAnswers(annotator, rows, Job{std::move(stop), {}});
    if (!groups)
        return update; // cancelled, or a catalog that has changed: it is counted anew then
    for (const workspace::OwnAnswers& group : *groups) {
        const bool isDone = std::all_of(allQuestions.begin(), allQuestions.end(),
                                        [&](Question question) { return group.answers[question].has_value(); });
        Rows& side = isDone ? update.done : update.open;
        side.insert(side.end(), group.rows.begin(), group.rows.end());
    }
    return update;
}

void WorkQueue::countAnew()
{
    m_count.reset();
    const SharedResult result = m_queries.result();
    if (!result || result->size() == 0 || !m_session.workspace()) {
        m_counting.cancel();
        m_view = {};
        Q_EMIT changed();
        return;
    }
    m_counting.start([workspace = m_session.workspace(), result, annotator = toUtf8(m_session.annotator())](
                         std::stop_token stop) { return countView(*workspace, result, annotator, std::move(stop)); },
                     [this](View view) {
                         m_view = std::move(view);
                         m_count = Count{m_view.members().count() - m_view.done.count(), m_view.members().count()};
                         Q_EMIT changed();
                     });
}

void WorkQueue::update(const Rows& rows, bool isMine)
{
    if (m_counting.isBusy()) {
        countAnew(); // what it reads now may be from before this decision
        return;
    }
    if (!m_count || !m_session.workspace())
        return;
    m_updating.start([workspace = m_session.workspace(), rows, annotator = toUtf8(m_session.annotator())](
                         std::stop_token stop) { return updateOf(*workspace, rows, annotator, std::move(stop)); },
                     [this, isMine, view = m_view.result](const Update& update) {
                         if (view == m_view.result && m_count)
                             apply(update, isMine);
                     });
}

void WorkQueue::apply(const Update& update, bool isMine)
{
    std::size_t finished = 0, opened = 0;
    for (const RowId row : update.done)
        if (m_view.members().test(row.value) && !m_view.done.test(row.value)) {
            m_view.done.set(row.value);
            ++finished;
        }
    for (const RowId row : update.open)
        if (m_view.done.test(row.value)) {
            m_view.done.clear(row.value);
            ++opened;
        }
    if (isMine && finished == 1)
        m_pace.noteFinished(m_clock());
    else if (isMine && finished > 1)
        m_pace.noteBreak(); // many at once say nothing of how long one takes
    m_count->left = m_count->left + opened - finished;
    Q_EMIT changed();
}

std::optional<std::chrono::milliseconds> WorkQueue::timeLeft() const
{
    const auto pace = m_pace.perFigure();
    if (!pace || !m_count || m_count->left == 0)
        return std::nullopt;
    return *pace * static_cast<std::chrono::milliseconds::rep>(m_count->left);
}

} // namespace biomedica::ui
