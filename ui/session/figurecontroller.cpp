#include "ui/session/figurecontroller.h"

#include "ui/common/markedtext.h"

#include <algorithm>

namespace biomedica::ui {

FigureController::FigureController(Session& session, DecisionController& decisions, QObject* parent)
    : QObject(parent), m_session(session), m_reading(session.pool(), this)
{
    connect(&session, &Session::collectionClosed, this, [this] { setRow(std::nullopt); });
    connect(&session, &Session::contentChanged, this, &FigureController::read);
    connect(&decisions, &DecisionController::decided, this, [this](const SharedOutcome& outcome) {
        const Rows& rows = outcome->receipt.rows;
        if (m_row && std::find(rows.begin(), rows.end(), *m_row) != rows.end())
            read();
    });
    connect(&decisions, &DecisionController::newsArrived, this, [this](const SharedNews& news) {
        const Rows& rows = news->rows;
        if (m_row && (news->isEverything || std::find(rows.begin(), rows.end(), *m_row) != rows.end()))
            read();
    });
}

void FigureController::setRow(std::optional<RowId> row)
{
    if (row == m_row)
        return;
    m_row = row;
    m_detail.reset();
    m_reading.cancel();
    Q_EMIT rowChanged();
    if (m_row)
        read();
    else
        Q_EMIT detailChanged();
}

void FigureController::read()
{
    if (!m_session.workspace() || !m_row)
        return;
    m_reading.start(
        [workspace = m_session.workspace(), row = *m_row](std::stop_token) { return workspace->detail(row); },
        [this](Result<workspace::FigureDetail> detail) {
            if (!detail) {
                Q_EMIT readFailed(fromUtf8(detail.error().message()));
                return;
            }
            m_detail = std::make_shared<const workspace::FigureDetail>(std::move(*detail));
            Q_EMIT detailChanged();
        });
}

} // namespace biomedica::ui
