// A larger picture beside the figure that the mouse rests on, if the person wants it.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/views/figureview.h"

#include <QTimer>

namespace biomedica::ui {

class PictureCard;

class HoverPreview : public QObject {
    Q_OBJECT
public:
    HoverPreview(QWidget* window, FigureResultModel& figures, ThumbnailStore& thumbnails, QThreadPool& pool);

    void watch(FigureView* view);
    void setEnabled(bool isEnabled);
    PictureCard* card() const { return m_card; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void moveOver(FigureView* view, const QPoint& point);
    void hide();
    void show();
    void place();

    QWidget* m_window;
    PictureCard* m_card;
    QList<FigureView*> m_views;
    FigureView* m_view = nullptr; ///< under the mouse
    int m_row = -1;
    bool m_isEnabled = false;
    QTimer m_rest;
};

} // namespace biomedica::ui
