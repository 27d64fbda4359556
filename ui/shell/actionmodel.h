// The action table as an item model: one row an action, in the order of the menus. Palette and shortcut page
// show it; the palette also what menus offer that are filled anew each time they open.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/common/actions.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QString>
#include <optional>
#include <vector>

class QMenu;

namespace biomedica::ui {

class ActionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Text, Keys, Section, ColumnCount };

    explicit ActionModel(const Actions& actions, QObject* parent = nullptr);

    /// nullopt for a choice of a menu.
    std::optional<ActionId> idAt(int row) const { return m_rows[static_cast<std::size_t>(row)].id; }
    QAction* actionAt(int row) const { return m_rows[static_cast<std::size_t>(row)].action; }
    /// Behind the last action, as "title: choice", in the section of `beside`; they take the place of former ones. The
    /// menu's actions must live until it is called again.
    void setChoices(const QMenu& menu, ActionId beside);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        QAction* action;
        std::optional<ActionId> id;
        QString section;
        QString menu; ///< of a choice: the title
    };
    QString keysOf(const Row& row) const { return row.id ? m_actions.keysText(*row.id) : QString(); }
    static QString textOf(const Row& row);

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
