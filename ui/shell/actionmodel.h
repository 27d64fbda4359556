// The action table as an item model: one row an action, in the order of the menus. Palette and shortcut page
// show it.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QString>
#include <vector>

namespace biomedica::ui {

class ActionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Text, Keys, Section, ColumnCount };

    explicit ActionModel(const Actions& actions, QObject* parent = nullptr);

    QAction* actionAt(int row) const { return m_rows[static_cast<std::size_t>(row)].action; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        QAction* action;
        QString section;
    };
    std::vector<Row> m_rows;
};

/// Keeps the actions in whose words, section or keys every typed word occurs.
class ActionFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ActionFilter(ActionModel* model, QObject* parent = nullptr);
    void setText(const QString& text);
    QAction* actionAt(const QModelIndex& index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    ActionModel* m_actions;
    QStringList m_words;
};

/// "Ctrl+Z" as the platform writes it; several with a comma.
QString keysText(const QAction& action);

} // namespace biomedica::ui
