// The nearest neighbours of the shown figure, the nearest first: a click or Enter goes to one, "More" searches with the
// figure. Where it has no vector yet, says so and offers to make it.
//
// Thread contract: GUI thread; neighbours and thumbnails come in the background, once the cursor has rested a moment.
#pragma once

#include "core/query/engine.h"
#include "ui/detail/thumbnailrow.h"
#include "ui/session/figurecontroller.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace biomedica::ui {

class NeighbourStrip : public QWidget {
    Q_OBJECT
public:
    NeighbourStrip(Session& session, FigureController& figures, QWidget* parent = nullptr);

    ThumbnailRow* view() const { return m_view; }
    QToolButton* moreButton() const { return m_more; }
    /// Why there are none, with a link to have vectors made; hidden where there are.
    QLabel* message() const { return m_message; }
    /// More figures have vectors than before.
    void readAgain() { showFigure(); }
    bool isBusy() const { return m_rest.isActive() || m_reading.isBusy() || m_view->isBusy(); }

    static constexpr int count = 12;
    static constexpr int restMs = 120;

Q_SIGNALS:
    void figureRequested(biomedica::RowId row);
    void moreRequested(biomedica::RowId row);
    void vectorsRequested();
    /// Vectors of the built-in model shall be compared, which every figure can have.
    void builtinRequested();
    void settled();

private:
    void showFigure();
    void read();
    void showNeighbours(const std::vector<query::Neighbour>& neighbours);
    void showMessage(const QString& html);
    void showMissing(const std::string& model);

    Session& m_session;
    FigureController& m_figures;
    QLabel* m_message;
    QToolButton* m_more;
    ThumbnailRow* m_view;
    QTimer m_rest;
    Background m_reading;
};

} // namespace biomedica::ui
