#include "ui/checks/contradictionmodel.h"

#include "ui/checks/checkwording.h"
#include "ui/common/widgets.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace biomedica::ui {

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
    return isHeading(index) ? m_groups[static_cast<std::size_t>(index.row())].places : childAt(index).places;
}

const ContradictionModel::Child& ContradictionModel::childAt(const QModelIndex& index) const
{
    return m_groups[static_cast<std::size_t>(headingOf(index))].children[static_cast<std::size_t>(index.row())];
}

QModelIndex ContradictionModel::indexOf(annotation::Rule rule) const
{
    for (std::size_t row = 0; row < m_groups.size(); ++row)
        if (m_groups[row].rule == rule)
            return index(static_cast<int>(row), What);
    return {};
}

int ContradictionModel::headingCount() const
{
    return static_cast<int>(m_groups.size());
}

int ContradictionModel::countUnder(int heading) const
{
    return static_cast<int>(m_groups[static_cast<std::size_t>(heading)].children.size());
}

QStringList ContradictionModel::titles() const
{
    return {tr("What contradicts what"), tr("Figures")};
}

QString ContradictionModel::text(const QModelIndex& index) const
{
    if (isHeading(index)) {
        const Group& group = m_groups[static_cast<std::size_t>(index.row())];
        return index.column() == Figures ? withThousands(group.figures) : CheckWording::ruleTitle(group.rule);
    }
    const Child& child = childAt(index);
    return index.column() == Figures ? withThousands(child.figures)
                                     : CheckWording::values((*m_contradictions)[child.places.front()].violation);
}

} // namespace biomedica::ui
