// The figure that is looked at, as large as the window lets it be.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/detail/picturereader.h"
#include "ui/session/figurecontroller.h"

#include <QWidget>

class QLabel;

namespace biomedica::ui {

class PageHead;
class PartChooser;

class FigureViewer : public QWidget {
    Q_OBJECT
public:
    FigureViewer(Session& session, FigureController& figures, ThumbnailStore& thumbnails, QWidget* parent = nullptr);

    ImageView* imageView() const { return m_image; }
    PartChooser* partChooser() const { return m_chooser; }
    /// Lets a part of the picture be chosen, as soon as the picture is there.
    void choosePart();
    bool isSettled() const { return !m_reader->isBusy(); }
    /// Its place among the matches, from 1; 0: it is not one of them.
    void setPosition(int position, int count);
    QString positionText() const;

Q_SIGNALS:
    void settled();
    void moveRequested(int figures);
    void endRequested(bool isLast);
    void backRequested();
    /// A part is being chosen, or no longer: Enter and Escape are for that.
    void choosingPartChanged(bool isChoosing);
    /// In fractions of the upright picture.
    void partChosen(biomedica::RowId row, const QRectF& part);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showFigure();

    FigureController& m_figures;
    PageHead* m_head;
    QLabel* m_position;
    ImageView* m_image;
    PictureReader* m_reader;
    PartChooser* m_chooser;
    bool m_isPartWanted = false; ///< the picture is still being read
};

} // namespace biomedica::ui
