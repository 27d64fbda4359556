// Shares over days as lines, one for each name, told apart by colour, by the shape of their marks and by the legend.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/charts/chart.h"

#include <QDate>
#include <QList>

namespace biomedica::ui {

struct Line {
    struct Point {
        QDate day;
        double share = 0; ///< 0 to 1
        int votes = 0;
    };
    QString name;
    QList<Point> points; ///< by day
};

class LineChart : public Chart {
    Q_OBJECT
public:
    explicit LineChart(const QString& name, QWidget* parent = nullptr) : Chart(name, parent) {}

    void setLines(const QList<Line>& lines, const QString& axis);

    QString spokenText() const override;
    bool isEmpty() const override { return m_lines.isEmpty(); }
    QSize sizeHint() const override;

protected:
    void draw(QPainter& painter, const QSize& size, bool isInteractive) const override;

private:
    int lineHeight() const;
    QRect field(const QSize& size) const;
    void drawAxes(QPainter& painter, const QRect& field) const;
    void drawLegend(QPainter& painter, const QRect& field) const;
    int legendWidth() const;
    std::pair<QDate, QDate> days() const;

    QList<Line> m_lines;
    QString m_axis;
};

} // namespace biomedica::ui
