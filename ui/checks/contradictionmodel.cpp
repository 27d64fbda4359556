#include "ui/checks/contradictionmodel.h"

#include "ui/checks/checkwording.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace biomedica::ui {

namespace {

constexpr quintptr ofRule = 0; ///< internal id of a rule; of what stands below one, the rule's row + 1

} // namespace

ContradictionModel::ContradictionModel(QObject* parent) : QAbstractItemModel(parent) {}

void ContradictionModel::setContradictions(SharedContradictions contradictions)
{
    beginResetModel();
    m_contradictions = std::move(contradictions);
    m_groups.clear();
    for (std::size_t place = 0; place < m_contradictions->size(); ++place) {
        const annotation::Rule rule = (*m_contradictions)[place].violation.rule;
        if (m_groups.empty() || m_groups.back().rule != rule)
            m_groups.push_back({rule, {}, 0, {}});
        m_groups.back().places.push_back(place);
    }
    for (Group& group : m_groups) {
        group.figures = figures(group.places);
        group.children = childrenOf(group.places);
    }
    endResetModel();
}

std::vector<ContradictionModel::Child> ContradictionModel::childrenOf(const ContradictionPlaces& places) const
{
    std::map<std::vector<std::string>, ContradictionPlaces> byValues;
    for (const std::size_t place : places)
        byValues[(*m_contradictions)[place].violation.values].push_back(place);
    std::vector<Child> children;
    for (const auto& [values, same] : byValues)
        children.push_back({same, figures(same)});
    std::stable_sort(children.begin(), children.end(),
                     [](const Child& a, const Child& b) { return a.figures > b.figures; });
    return children;
}

std::size_t ContradictionModel::figures(const ContradictionPlaces& places) const
{
    if (places.size() == 1)
        return (*m_contradictions)[places.front()].rows.size();
    std::unordered_set<RowId> rows;
    for (const std::size_t place : places)
        rows.insert((*m_contradictions)[place].rows.begin(), (*m_contradictions)[place].rows.end());
    return rows.size();
}

ContradictionPlaces ContradictionModel::placesOf(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == ofRule)
        return m_groups[static_cast<std::size_t>(index.row())].places;
    return m_groups[index.internalId() - 1].children[static_cast<std::size_t>(index.row())].places;
}

QModelIndex ContradictionModel::indexOf(annotation::Rule rule) const
{
    for (std::size_t row = 0; row < m_groups.size(); ++row)
        if (m_groups[row].rule == rule)
            return index(static_cast<int>(row), What);
    return {};
}

QModelIndex ContradictionModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : ofRule);
}

QModelIndex ContradictionModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == ofRule)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, What, ofRule);
}

int ContradictionModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != ofRule || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].children.size());
}

int ContradictionModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant ContradictionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isOfRule = index.internalId() == ofRule;
    if (role == Qt::FontRole)
        return textFont(measure::textSize, isOfRule);
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == Figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (isOfRule) {
        const Group& group = m_groups[static_cast<std::size_t>(index.row())];
        return index.column() == Figures ? withThousands(group.figures) : CheckWording::ruleTitle(group.rule);
    }
    const Child& child = m_groups[index.internalId() - 1].children[static_cast<std::size_t>(index.row())];
    return index.column() == Figures ? withThousands(child.figures)
                                     : CheckWording::values((*m_contradictions)[child.places.front()].violation);
}

QVariant ContradictionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractItemModel::headerData(section, orientation, role);
    return section == What ? tr("What contradicts what") : tr("Figures");
}

} // namespace biomedica::ui
