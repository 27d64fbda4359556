// A matrix of counts as a heat map: the number stands in every cell, the colour only helps. The arrow keys go from cell
// to cell, and the current one is said in words.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/charts/chart.h"

#include <QList>
#include <QPoint>
#include <QStringList>

namespace biomedica::ui {

class HeatMap : public Chart {
    Q_OBJECT
public:
    explicit HeatMap(const QString& name, QWidget* parent = nullptr);

    /// `counts`: row by row, as many as labels × labels. The rows are what `first` says, the columns what `second`
    /// says.
    void setMatrix(const QString& first, const QString& second, const QStringList& labels, const QList<int>& counts);
    int count(int row, int column) const { return m_counts[row * static_cast<int>(m_labels.size()) + column]; }
    /// Row and column.
    QPoint current() const { return m_current; }
    void setCurrent(QPoint cell);
    QString cellText(QPoint cell) const;

    QString spokenText() const override;
    bool isEmpty() const override { return m_labels.isEmpty(); }
    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged();

protected:
    void draw(QPainter& painter, const QSize& size, bool isInteractive) const override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    int cellSize() const;
    int labelWidth() const;
    QPoint origin() const;
    QRect cellRect(int row, int column) const;
    QPoint cellAt(const QPoint& point) const;
    void drawCell(QPainter& painter, int row, int column, int most) const;

    QString m_first, m_second;
    QStringList m_labels;
    QList<int> m_counts;
    QPoint m_current{0, 0}; ///< x = row, y = column
};

} // namespace biomedica::ui
