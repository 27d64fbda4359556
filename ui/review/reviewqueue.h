// What is to be reviewed in the open collection, the most urgent first: figures without a majority, then those that
// were sent back, then those that somebody flagged or is unsure of. What a reviewer has accepted is not among them.
//
// Thread contract: GUI thread; the figures are looked for in the background.
#pragma once

#include "ui/session/session.h"

#include <QObject>
#include <optional>

namespace biomedica::ui {

class ReviewQueue : public QObject {
    Q_OBJECT
public:
    explicit ReviewQueue(Session& session, QObject* parent = nullptr);

    /// Looks again; ends in changed() or failed().
    void refresh();
    void clear();
    bool isBusy() const { return m_looking.isBusy(); }

    const Rows& rows() const { return m_found.rows; }
    std::size_t disputed() const { return m_found.disputed; }
    std::size_t sentBack() const { return m_found.sentBack; }
    /// Flagged or unsure.
    std::size_t marked() const { return m_found.rows.size() - m_found.disputed - m_found.sentBack; }
    /// Of the disputed figures, the most that there were since clear().
    std::size_t mostDisputed() const { return m_mostDisputed; }
    /// The votes cannot be seen now.
    bool isBlind() const { return m_found.isBlind; }

    /// The figure after this one, or `step` figures before or after; nullopt at the ends. For a figure that is not in
    /// the queue the first one.
    std::optional<RowId> neighbour(RowId row, int step) const;

Q_SIGNALS:
    void changed();
    void failed(const QString& message);

private:
    struct Found {
        Rows rows;
        std::size_t disputed = 0, sentBack = 0;
        bool isBlind = false;
    };
    static Result<Found> look(workspace::Workspace& workspace, const Job& job);

    Session& m_session;
    Found m_found;
    std::size_t m_mostDisputed = 0;
    Background m_looking;
};

} // namespace biomedica::ui
