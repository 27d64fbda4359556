// Draws the cells of the table of figures.
//
// Thread contract: GUI thread.
#pragma once

#include "core/annotation/taxonomy.h"
#include "ui/common/chip.h"
#include "ui/common/markedtext.h"
#include "ui/models/figuretablemodel.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QPalette>
#include <QRect>

class QPainter;

namespace biomedica::ui {

class TablePainter {
public:
    TablePainter(const FigureResultModel& figures, const FigureTableModel& table, const annotation::Taxonomy& taxonomy);

    /// After a change of the text scale.
    void refreshFonts();
    /// Two lines of caption.
    int rowHeight() const;
    int averageCharWidth() const;

    static QSize pictureIn(QSize cell) { return cell - QSize(2 * padding, 2 * above); }

    /// `thumbnail` is nullptr while it is being read.
    void paintCell(QPainter& painter, const QRect& cell, int row, TableColumn column, const Thumbnail* thumbnail,
                   const QPalette& palette) const;

    static constexpr int padding = 8;
    static constexpr int above = 4; ///< and below what stands in a row

private:
    void paintPicture(QPainter& painter, const QRect& area, const Thumbnail* thumbnail, const QPalette& palette) const;
    void paintCaption(QPainter& painter, const QRect& area, const FigureTile& figure, const QPalette& palette) const;
    void paintLabels(QPainter& painter, const QRect& area, const FigureTile& figure, Question question,
                     const QPalette& palette) const;

    const FigureResultModel& m_figures;
    const FigureTableModel& m_table;
    const annotation::Taxonomy& m_taxonomy;
    TextPainter m_words;
    ChipPainter m_chips;
};

} // namespace biomedica::ui
