#include "ui/common/twolevelmodel.h"

#include "ui/common/theme.h"

namespace biomedica::ui {

namespace {

constexpr quintptr ofHeading = 0; ///< internal id of a heading; of what stands under one, the heading's row + 1

QVariant alignmentOf(int column)
{
    return QVariant((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
}

} // namespace

bool TwoLevelModel::isHeading(const QModelIndex& index)
{
    return index.isValid() && index.internalId() == ofHeading;
}

int TwoLevelModel::headingOf(const QModelIndex& index)
{
    return static_cast<int>(index.internalId()) - 1;
}

QModelIndex TwoLevelModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : ofHeading);
}

QModelIndex TwoLevelModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || isHeading(child))
        return {};
    return createIndex(headingOf(child), 0, ofHeading);
}

int TwoLevelModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return headingCount();
    return isHeading(parent) && parent.column() == 0 ? countUnder(parent.row()) : 0;
}

int TwoLevelModel::columnCount(const QModelIndex&) const
{
    return static_cast<int>(titles().size());
}

QVariant TwoLevelModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(index);
    case Qt::FontRole: return textFont(measure::textSize, isHeading(index));
    case Qt::TextAlignmentRole: return alignmentOf(index.column());
    default: return {};
    }
}

QVariant TwoLevelModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return titles().value(section);
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    return QAbstractItemModel::headerData(section, orientation, role);
}

} // namespace biomedica::ui
