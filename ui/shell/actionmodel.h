// The action table as an item model: one row an action, in the order of the menus. Palette and shortcut page
// show it.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QString>
#include <optional>
#include <vector>

namespace biomedica::ui {

class ActionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Text, Keys, Section, ColumnCount };

    explicit ActionModel(const Actions& actions, QObject* parent = nullptr);

    ActionId idAt(int row) const { return m_rows[static_cast<std::size_t>(row)].id; }
    QAction* actionAt(int row) const { return m_actions[idAt(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        ActionId id;
        QString section;
    };
    const Actions& m_actions;
    std::vector<Row> m_rows;
};

/// Keeps the actions in whose words, section or keys every typed word occurs.
class ActionFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ActionFilter(ActionModel* model, QObject* parent = nullptr);
    void setText(const QString& text);
    QAction* actionAt(const QModelIndex& index) const;
    std::optional<ActionId> idAt(const QModelIndex& index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    ActionModel* m_actions;
    QStringList m_words;
};

} // namespace biomedica::ui
