// The result as a table: the same rows as FigureResultModel, with columns. All cells are look-ups; most of them
// in the snapshot, so that they are there before the row's caption has been read.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/models/figureresultmodel.h"

#include <QAbstractTableModel>
#include <span>

namespace biomedica::ui {

enum class TableColumn {
    Picture,
    Key,
    Caption,
    Pmcid,
    Journal,
    Year,
    License,
    PanelType,
    PanelSubtype,
    Primary,
    Secondary,
    Size,
    Shard,
    Subset,
    Cluster,
    Annotators,
    State,
};

struct TableColumnInfo {
    TableColumn column;
    const char* text;                 ///< untranslated, in the context "FigureTableModel"
    std::optional<query::Field> sort; ///< what the engine orders by
    int characters;                   ///< how wide it is at first, in average characters
    bool isShownAtFirst;
};

/// In the order of the enumeration.
std::span<const TableColumnInfo> tableColumns();

class FigureTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit FigureTableModel(const FigureResultModel& figures, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// A cell's words; "" while they are not known.
    QString text(int row, TableColumn column) const;

    /// Stands at the right of its cell.
    static bool isNumber(TableColumn column);
    /// The question whose answers the column shows.
    static std::optional<Question> questionOf(TableColumn column);

private:
    QString values(int row, query::Field field) const;
    QString number(int row, query::Field field) const;
    QString state(int row) const;

    const FigureResultModel& m_figures;
};

} // namespace biomedica::ui
