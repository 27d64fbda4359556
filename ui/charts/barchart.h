// Values from 0 to 1 as bars below each other, with their intervals as whiskers.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/charts/chart.h"

#include <QList>
#include <optional>
#include <utility>

namespace biomedica::ui {

struct Bar {
    QString label;
    QString text; ///< the value in words, at the right
    std::optional<double> value;
    std::optional<std::pair<double, double>> interval;
};

class BarChart : public Chart {
    Q_OBJECT
public:
    explicit BarChart(const QString& name, QWidget* parent = nullptr) : Chart(name, parent) {}

    /// Values below 0 are drawn as none; the text tells them.
    void setBars(const QList<Bar>& bars, const QString& axis);
    const QList<Bar>& bars() const { return m_bars; }

    QString spokenText() const override;
    bool isEmpty() const override { return m_bars.isEmpty(); }
    QSize sizeHint() const override;

protected:
    void draw(QPainter& painter, const QSize& size, bool isInteractive) const override;

private:
    int lineHeight() const;
    int labelWidth() const;
    int textWidth() const;

    QList<Bar> m_bars;
    QString m_axis;
};

} // namespace biomedica::ui
