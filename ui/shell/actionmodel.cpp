#include "ui/shell/actionmodel.h"

#include "ui/shell/menus.h"

#include <QMenu>
#include <algorithm>

namespace biomedica::ui {

ActionModel::ActionModel(const Actions& actions, QObject* parent) : QAbstractTableModel(parent), m_actions(actions)
{
    for (const MenuSection& section : menuSections())
        for (const auto& entry : section.entries)
            if (entry)
                m_rows.push_back({actions[*entry], *entry, section.text().remove(QLatin1Char('&')), {}});
    connect(&actions, &Actions::keysChanged, this,
            [this] { Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1)); });
}

void ActionModel::setChoices(const QMenu& menu, ActionId beside)
{
    beginResetModel();
    std::erase_if(m_rows, [](const Row& row) { return !row.id; });
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.id == beside; });
    const QString section = found == m_rows.end() ? QString() : found->section;
    for (QAction* action : menu.actions())
        m_rows.push_back({action, std::nullopt, section, menu.title().remove(QLatin1Char('&'))});
    endResetModel();
}

QString ActionModel::textOf(const Row& row)
{
    const QString text = plainText(*row.action);
    return row.id ? text : tr("%1: %2", "a menu and what is chosen there").arg(row.menu, text);
}

int ActionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ActionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::AccessibleTextRole)
        return QStringLiteral("%1, %2, %3").arg(textOf(row), row.section, keysOf(row));
    if (role == Qt::DecorationRole && index.column() == Text)
        return row.action->icon();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Text: return textOf(row);
    case Keys: return keysOf(row);
    default: return row.section;
    }
}

QVariant ActionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Text: return tr("What it does");
    case Keys: return tr("Keys");
    default: return tr("Menu");
    }
}

Qt::ItemFlags ActionModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || !actionAt(index.row())->isEnabled())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

ActionFilter::ActionFilter(ActionModel* model, QObject* parent) : QSortFilterProxyModel(parent), m_actions(model)
{
    setSourceModel(model);
}

void ActionFilter::setText(const QString& text)
{
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

std::optional<ActionId> ActionFilter::idAt(const QModelIndex& index) const
{
    return index.isValid() ? m_actions->idAt(mapToSource(index).row()) : std::nullopt;
}

QAction* ActionFilter::actionAt(const QModelIndex& index) const
{
    return index.isValid() ? m_actions->actionAt(mapToSource(index).row()) : nullptr;
}

bool ActionFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    QString all;
    for (int column = 0; column < ActionModel::ColumnCount; ++column)
        all += m_actions->index(row, column).data().toString() + QLatin1Char(' ');
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace biomedica::ui
