// The figure under the cursor, with everything that is known about it; the figure panel and the label
// bar show the same one.
//
// Thread contract: GUI thread; details are read in the background, the latest request wins.
#pragma once

#include "ui/session/decisioncontroller.h"
#include "ui/session/session.h"

#include <QObject>
#include <optional>

namespace biomedica::ui {

class FigureController : public QObject {
    Q_OBJECT
public:
    FigureController(Session& session, DecisionController& decisions, QObject* parent = nullptr);

    void setRow(std::optional<RowId> row);
    std::optional<RowId> row() const { return m_row; }
    /// The same figure, read anew: its shard is back.
    void readAgain() { read(); }

    /// nullptr where there is no figure or it is still being read.
    const std::shared_ptr<const workspace::FigureDetail>& detail() const { return m_detail; }
    bool isBusy() const { return m_reading.isBusy(); }

Q_SIGNALS:
    /// Another figure; its detail follows.
    void rowChanged();
    void detailChanged();
    void readFailed(const QString& message);

private:
    void read();

    Session& m_session;
    std::optional<RowId> m_row;
    std::shared_ptr<const workspace::FigureDetail> m_detail;
    Background m_reading;
};

} // namespace biomedica::ui
