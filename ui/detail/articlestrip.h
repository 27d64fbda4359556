// The figures of the shown figure's article, as a strip of thumbnails: a click or Enter goes to one.
//
// Thread contract: GUI thread; the article's figures and their thumbnails are read in the background.
#pragma once

#include "ui/detail/thumbnailrow.h"
#include "ui/session/figurecontroller.h"

#include <QWidget>

class QLabel;

namespace biomedica::ui {

class ArticleStrip : public QWidget {
    Q_OBJECT
public:
    ArticleStrip(Session& session, FigureController& figures, QWidget* parent = nullptr);

    ThumbnailRow* view() const { return m_view; }
    ThumbnailRowModel* model() const { return m_view->figures(); }
    bool isBusy() const { return m_reading.isBusy() || m_view->isBusy(); }

Q_SIGNALS:
    void figureRequested(biomedica::RowId row);
    /// The article's figures are known.
    void figuresChanged();
    void settled();

private:
    void showFigure();
    void setRows(Rows rows);

    Session& m_session;
    FigureController& m_figures;
    QLabel* m_heading;
    ThumbnailRow* m_view;
    Background m_reading;
};

} // namespace biomedica::ui
