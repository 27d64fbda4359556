// Draws the cells of the table of figures.
//
// Thread contract: GUI thread.
#pragma once

#include "core/annotation/taxonomy.h"
#include "ui/models/figuretablemodel.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QFont>
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

    /// `thumbnail` is nullptr while it is being read.
    void paintCell(QPainter& painter, const QRect& cell, int row, TableColumn column, const Thumbnail* thumbnail,
                   const QPalette& palette) const;

    static constexpr int padding = 8;

private:
    void paintPicture(QPainter& painter, const QRect& area, const Thumbnail* thumbnail, const QPalette& palette) const;
    void paintCaption(QPainter& painter, const QRect& area, const FigureTile& figure, const QPalette& palette) const;
    void paintLabels(QPainter& painter, const QRect& area, const FigureTile& figure, Question question,
                     const QPalette& palette) const;

    const FigureResultModel& m_figures;
    const FigureTableModel& m_table;
    const annotation::Taxonomy& m_taxonomy;
    QFont m_font, m_chipFont;
};

} // namespace biomedica::ui
