// The history as a table, newest first. data() is a look-up; filtering happens in the core.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/history/historylines.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPixmap>

namespace biomedica::ui {

class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, Who, What, Figures, How, Classes, State, ColumnCount };

    explicit HistoryModel(QObject* parent = nullptr);

    /// Lines that came on top are inserted, so that selection and scrolling stay; other lines take the place of all.
    void setLines(SharedLines lines);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const HistoryLine& lineAt(int row) const { return (*m_lines)[static_cast<std::size_t>(row)]; }

    /// What the line says was done, also that it was more than one decision.
    static QString what(const HistoryLine& line);
    static QString state(const HistoryLine& line);

private:
    QString text(const HistoryLine& line, int column) const;
    const QPixmap& dotOf(const QString& annotator) const;

    SharedLines m_lines = std::make_shared<const HistoryLines>();
    mutable QHash<QString, QPixmap> m_dots;
};

} // namespace biomedica::ui
