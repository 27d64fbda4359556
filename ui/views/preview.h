// The cursor's figure large over the window, for a look: arrows go on while it is open, the keys that label
// work as below it, its own key or Esc closes it.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"
#include "ui/common/overlay.h"
#include "ui/models/figureselection.h"

#include <QPointer>

namespace biomedica::ui {

class PictureCard;
class ThumbnailStore;

class Preview : public Overlay {
    Q_OBJECT
public:
    /// Keys that are not its own go to `view`, or are those of `actions`.
    Preview(QWidget* window, FigureResultModel& figures, FigureSelection& selection, ThumbnailStore& thumbnails,
            QThreadPool& pool, const Actions& actions);

    void openOver(QWidget* view);
    bool isSettled() const;

Q_SIGNALS:
    void shownChanged(bool isShown);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    QRect area() const override;
    void layOut() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QSize room() const;
    void showFigure();

    FigureSelection& m_selection;
    const Actions& m_actions;
    PictureCard* m_card;
    QPointer<QWidget> m_view;
};

} // namespace biomedica::ui
