// A figure at a glance: a larger picture than its thumbnail, with the whole caption below. Shows what is known
// at once and sharpens when the picture has been read.
//
// Thread contract: GUI thread; reads in the background.
#pragma once

#include "ui/models/figureresultmodel.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QFrame>

namespace biomedica::ui {

class PictureCard : public QFrame {
    Q_OBJECT
public:
    PictureCard(FigureResultModel& figures, ThumbnailStore& thumbnails, QThreadPool& pool, int captionLines,
                QWidget* parent);

    /// The figure in this row of the result, in a size of at most `room`.
    void setFigure(int row, QSize room);
    /// Small pictures are enlarged, as far as the room and twice their size allow.
    void setEnlarged(bool isEnlarged) { m_isEnlarged = isEnlarged; }
    /// Takes the size that it needs in another room.
    void fitInto(QSize room);
    std::optional<RowId> figure() const { return m_figure; }
    /// Nothing more is being read.
    bool isSettled() const { return !m_reading.isBusy(); }

Q_SIGNALS:
    /// Its size may be another one.
    void fitted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Read {
        Thumbnail picture;
        MarkedText caption;
    };
    static Read read(workspace::Workspace& workspace, RowId row, const query::Query& query, QSize box);
    QSize naturalSize() const;
    int captionHeight(int width) const;
    int heightBelow(int width) const;

    FigureResultModel& m_figures;
    ThumbnailStore& m_thumbnails;
    int m_captionLines;
    bool m_isEnlarged = false;
    std::optional<RowId> m_figure;
    QSize m_pixels; ///< of the picture as stored; empty = unknown
    Thumbnail m_picture;
    MarkedText m_caption;
    QSize m_room;
    Background m_reading;
};

} // namespace biomedica::ui
