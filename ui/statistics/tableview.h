// A small table of numbers to read: as high as its rows, up to a limit; the arrow keys move in it and Ctrl+C copies it.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/statistics/agreementtables.h"

#include <QTableWidget>

namespace biomedica::ui {

class TableView : public QTableWidget {
    Q_OBJECT
public:
    explicit TableView(const QString& name, QWidget* parent = nullptr);

    void setTable(const StatisticsTable& table);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fit();
};

} // namespace biomedica::ui
