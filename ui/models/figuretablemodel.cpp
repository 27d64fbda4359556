#include "ui/models/figuretablemodel.h"

#include <QCoreApplication>
#include <QStringList>

namespace biomedica::ui {

namespace {

using query::Field;

constexpr TableColumnInfo columns[] = {
    {TableColumn::Picture, QT_TRANSLATE_NOOP("FigureTableModel", "Picture"), std::nullopt, 12, true},
    {TableColumn::Key, QT_TRANSLATE_NOOP("FigureTableModel", "Key"), Field::Key, 20, false},
    {TableColumn::Caption, QT_TRANSLATE_NOOP("FigureTableModel", "Caption"), std::nullopt, 56, true},
    {TableColumn::Pmcid, QT_TRANSLATE_NOOP("FigureTableModel", "Article"), Field::Pmcid, 14, true},
    {TableColumn::Journal, QT_TRANSLATE_NOOP("FigureTableModel", "Journal"), Field::Journal, 20, true},
    {TableColumn::Year, QT_TRANSLATE_NOOP("FigureTableModel", "Year"), Field::Year, 8, true},
    {TableColumn::License, QT_TRANSLATE_NOOP("FigureTableModel", "Licence"), Field::License, 14, true},
    {TableColumn::PanelType, QT_TRANSLATE_NOOP("FigureTableModel", "Panel type"), Field::PanelType, 14, false},
    {TableColumn::PanelSubtype, QT_TRANSLATE_NOOP("FigureTableModel", "Panel subtype"), Field::PanelSubtype, 18, false},
    {TableColumn::Primary, QT_TRANSLATE_NOOP("FigureTableModel", "Primary class"), Field::Primary, 22, true},
    {TableColumn::Secondary, QT_TRANSLATE_NOOP("FigureTableModel", "Secondary class"), Field::Secondary, 22, true},
    {TableColumn::Size, QT_TRANSLATE_NOOP("FigureTableModel", "Size"), Field::Width, 14, true},
    {TableColumn::Shard, QT_TRANSLATE_NOOP("FigureTableModel", "Shard"), Field::Shard, 22, false},
    {TableColumn::Subset, QT_TRANSLATE_NOOP("FigureTableModel", "Subset"), Field::Subset, 16, false},
    {TableColumn::Cluster, QT_TRANSLATE_NOOP("FigureTableModel", "Cluster"), Field::Cluster, 12, false},
    {TableColumn::Annotators, QT_TRANSLATE_NOOP("FigureTableModel", "Annotators"), Field::Annotator, 16, false},
    {TableColumn::State, QT_TRANSLATE_NOOP("FigureTableModel", "State"), std::nullopt, 18, true},
};

QString joined(const std::vector<std::string>& texts)
{
    QStringList words;
    for (const std::string& text : texts)
        words += fromUtf8(text);
    return words.join(QStringLiteral(", "));
}

} // namespace

std::span<const TableColumnInfo> tableColumns()
{
    return columns;
}

FigureTableModel::FigureTableModel(const FigureResultModel& figures, QObject* parent)
    : QAbstractTableModel(parent), m_figures(figures)
{
    connect(&figures, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&figures, &QAbstractItemModel::modelReset, this, [this] { endResetModel(); });
    connect(&figures, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                Q_EMIT dataChanged(index(first.row(), 0), index(last.row(), columnCount() - 1));
            });
}

int FigureTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_figures.rowCount();
}

int FigureTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::size(columns));
}

QVariant FigureTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole: return QCoreApplication::translate("FigureTableModel", columns[section].text);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (isNumber(columns[section].column) ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

QVariant FigureTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return text(index.row(), static_cast<TableColumn>(index.column()));
    default: return {};
    }
}

bool FigureTableModel::isNumber(TableColumn column)
{
    return column == TableColumn::Year || column == TableColumn::Size;
}

std::optional<Question> FigureTableModel::questionOf(TableColumn column)
{
    switch (column) {
    case TableColumn::PanelType: return Question::PanelType;
    case TableColumn::PanelSubtype: return Question::PanelSubtype;
    case TableColumn::Primary: return Question::Primary;
    case TableColumn::Secondary: return Question::Secondary;
    default: return std::nullopt;
    }
}

QString FigureTableModel::text(int row, TableColumn column) const
{
    const FigureTile* tile = m_figures.tileAt(row);
    switch (column) {
    case TableColumn::Picture: return {};
    case TableColumn::Key: return tile ? fromUtf8(tile->summary.key) : QString();
    case TableColumn::Caption:
        if (!tile)
            return {};
        return tile->problem.isEmpty() ? tile->caption.text : tile->problem;
    case TableColumn::Year: return number(row, Field::Year);
    case TableColumn::Size: {
        const QString width = number(row, Field::Width);
        return width.isEmpty() ? width : QStringLiteral("%1 × %2").arg(width, number(row, Field::Height));
    }
    case TableColumn::State: return state(row);
    default: return values(row, *columns[static_cast<std::size_t>(column)].sort);
    }
}

QString FigureTableModel::values(int row, query::Field field) const
{
    const auto& snapshot = m_figures.snapshot();
    return snapshot ? joined(snapshot->textsOf(field, m_figures.rowIdAt(row))) : QString();
}

QString FigureTableModel::number(int row, query::Field field) const
{
    const auto& snapshot = m_figures.snapshot();
    const auto* numbers = snapshot ? snapshot->numbers(field) : nullptr;
    const std::int32_t number = numbers ? (*numbers)[m_figures.rowIdAt(row).value] : catalog::Columns::absentNumber;
    return number == catalog::Columns::absentNumber ? QString() : QString::number(number);
}

QString FigureTableModel::state(int row) const
{
    const auto& snapshot = m_figures.snapshot();
    if (!snapshot)
        return {};
    const std::uint32_t id = m_figures.rowIdAt(row).value;
    QStringList words;
    if (snapshot->disputed.test(id))
        words += tr("disputed");
    else
        words += snapshot->labelled.test(id) ? tr("labelled") : tr("unlabelled");
    if (snapshot->flagged.test(id))
        words += tr("flagged");
    return words.join(QStringLiteral(", "));
}

} // namespace biomedica::ui
