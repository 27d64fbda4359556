// How many figures of the current view the annotator has still to label, and how long that takes.
//
// A figure is left until this annotator has answered all four questions about it, whatever others or the shard say.
// Counted once for a view, then kept up to date with each decision at a cost that goes with the decision alone.
//
// Thread contract: GUI thread; counting happens in the background.
#pragma once

#include "core/base/bitmap.h"
#include "ui/session/decisioncontroller.h"
#include "ui/session/pace.h"
#include "ui/session/querycontroller.h"

#include <QObject>
#include <functional>

namespace biomedica::ui {

class WorkQueue : public QObject {
    Q_OBJECT
public:
    using Clock = std::function<Pace::Time()>;

    WorkQueue(Session& session, QueryController& queries, DecisionController& decisions, QObject* parent = nullptr);

    struct Count {
        std::size_t left = 0, total = 0;
    };
    /// nullopt while a view is counted, and where it is empty.
    const std::optional<Count>& count() const { return m_count; }
    /// nullopt while the pace is not known.
    std::optional<std::chrono::milliseconds> timeLeft() const;
    bool isBusy() const { return m_counting.isBusy() || m_updating.isBusy(); }

    void setClock(Clock clock) { m_clock = std::move(clock); }

Q_SIGNALS:
    void changed();

private:
    struct View {
        SharedResult result;
        Bitmap done; ///< rows of the view that the annotator is done with

        const Bitmap& members() const { return result->figures.members(); }
    };
    struct Update {
        Rows done, open;
    };
    static View countView(workspace::Workspace& workspace, SharedResult result, const std::string& annotator,
                          std::stop_token stop);
    static Update updateOf(workspace::Workspace& workspace, const Rows& rows, const std::string& annotator,
                           std::stop_token stop);

    void countAnew();
    /// These figures have changed; `isMine`: by a decision that tells how fast its maker is.
    void update(const Rows& rows, bool isMine);
    void apply(const Update& update, bool isMine);

    Session& m_session;
    QueryController& m_queries;
    Clock m_clock;
    Pace m_pace;
    View m_view;
    std::optional<Count> m_count;
    Background m_counting;
    QThreadPool m_inOrder; ///< one thread
    Background m_updating;
};

} // namespace biomedica::ui
