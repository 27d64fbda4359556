#include "ui/duplicates/duplicatemodel.h"

#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QLocale>
#include <algorithm>
#include <tuple>

namespace biomedica::ui {

namespace {

constexpr quintptr ofTier = 0; ///< internal id of a tier; of a group, its tier + 1

} // namespace

DuplicateModel::DuplicateModel(QObject* parent) : QAbstractItemModel(parent) {}

void DuplicateModel::setFindings(DuplicateFindings findings)
{
    beginResetModel();
    m_findings = std::move(findings);
    for (auto& tier : m_tiers)
        tier.clear();
    for (std::size_t place = 0; place < m_findings.groups.size(); ++place)
        m_tiers[m_findings.groups[place].isExact ? exactTier : nearTier].push_back(place);
    const auto rank = [this](std::size_t place) {
        const workspace::DuplicateGroup& group = m_findings.groups[place];
        return std::tuple(m_findings.articles[place], group.rows.size(), group.likeness);
    };
    for (auto& tier : m_tiers)
        std::stable_sort(tier.begin(), tier.end(), [&](std::size_t a, std::size_t b) { return rank(a) > rank(b); });
    endResetModel();
}

std::size_t DuplicateModel::placeOf(const QModelIndex& index) const
{
    return m_tiers[index.internalId() - 1][static_cast<std::size_t>(index.row())];
}

const workspace::DuplicateGroup* DuplicateModel::groupOf(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == ofTier)
        return nullptr;
    return &m_findings.groups[placeOf(index)];
}

std::size_t DuplicateModel::articlesOf(const QModelIndex& index) const
{
    return groupOf(index) ? m_findings.articles[placeOf(index)] : 0;
}

std::size_t DuplicateModel::figuresOfTier(int tier) const
{
    std::size_t figures = 0;
    for (const std::size_t place : m_tiers[tier])
        figures += m_findings.groups[place].rows.size();
    return figures;
}

QModelIndex DuplicateModel::firstGroup() const
{
    for (const int tier : {exactTier, nearTier})
        if (!m_tiers[tier].empty())
            return index(0, Group, index(tier, Group));
    return {};
}

QModelIndex DuplicateModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : ofTier);
}

QModelIndex DuplicateModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == ofTier)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, Group, ofTier);
}

int DuplicateModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return m_findings.groups.empty() ? 0 : 2;
    if (parent.internalId() != ofTier || parent.column() > 0)
        return 0;
    return static_cast<int>(m_tiers[parent.row()].size());
}

int DuplicateModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QString DuplicateModel::tierText(const QModelIndex& index) const
{
    switch (index.column()) {
    case Group: {
        const int groups = static_cast<int>(m_tiers[index.row()].size());
        return index.row() == exactTier ? tr("The same picture · %Ln group(s)", nullptr, groups)
                                        : tr("Nearly the same · %Ln group(s)", nullptr, groups);
    }
    case Figures: return withThousands(figuresOfTier(index.row()));
    default: return {};
    }
}

QString DuplicateModel::groupText(const QModelIndex& index) const
{
    const std::size_t place = placeOf(index);
    const workspace::DuplicateGroup& group = m_findings.groups[place];
    switch (index.column()) {
    case Group: {
        const QString name = tr("Group %1").arg(QLocale().toString(index.row() + 1));
        if (group.isExact)
            return name;
        const int percent = static_cast<int>(std::max(0.0F, group.likeness) * 100);
        return tr("%1 · likeness %2 of 100", "a group").arg(name).arg(percent);
    }
    case Figures: return withThousands(group.rows.size());
    default: return withThousands(m_findings.articles[place]);
    }
}

QVariant DuplicateModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isTierRow = index.internalId() == ofTier;
    if (role == Qt::FontRole)
        return textFont(measure::textSize, isTierRow);
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == Group ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return isTierRow ? tierText(index) : groupText(index);
}

QVariant DuplicateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractItemModel::headerData(section, orientation, role);
    return section == Group ? tr("Duplicates") : section == Figures ? tr("Figures") : tr("Articles");
}

} // namespace biomedica::ui
