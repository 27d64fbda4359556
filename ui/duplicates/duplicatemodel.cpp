#include "ui/duplicates/duplicatemodel.h"

#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QLocale>
#include <algorithm>
#include <tuple>

namespace biomedica::ui {

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
        return std::tuple(m_findings.articles[place].known, group.rows.size(), group.likeness);
    };
    for (auto& tier : m_tiers)
        std::stable_sort(tier.begin(), tier.end(), [&](std::size_t a, std::size_t b) { return rank(a) > rank(b); });
    endResetModel();
}

std::size_t DuplicateModel::placeOf(const QModelIndex& index) const
{
    return m_tiers[headingOf(index)][static_cast<std::size_t>(index.row())];
}

const workspace::DuplicateGroup* DuplicateModel::groupOf(const QModelIndex& index) const
{
    if (!index.isValid() || isHeading(index))
        return nullptr;
    return &m_findings.groups[placeOf(index)];
}

GroupArticles DuplicateModel::articlesOf(const QModelIndex& index) const
{
    return groupOf(index) ? m_findings.articles[placeOf(index)] : GroupArticles();
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

int DuplicateModel::headingCount() const
{
    return m_findings.groups.empty() ? 0 : 2;
}

int DuplicateModel::countUnder(int heading) const
{
    return static_cast<int>(m_tiers[heading].size());
}

QStringList DuplicateModel::titles() const
{
    return {tr("Duplicates"), tr("Likeness"), tr("Figures"), tr("Articles")};
}

QString DuplicateModel::tierText(int tier) const
{
    const int groups = countUnder(tier);
    const QString name = tier == exactTier ? tr("The same picture · %Ln group(s)", nullptr, groups)
                                           : tr("Nearly the same · %Ln group(s)", nullptr, groups);
    return tr("%1 · %2", "a tier and its figures").arg(name, Wording::figures(figuresOfTier(tier)));
}

QString DuplicateModel::articlesText(const GroupArticles& articles)
{
    if (articles.known == 0)
        return tr("unknown", "articles");
    const QString known = withThousands(articles.known);
    return articles.without == 0 ? known : tr("%1 and unknown", "articles").arg(known);
}

QString DuplicateModel::text(const QModelIndex& index) const
{
    if (isHeading(index))
        return index.column() == Group ? tierText(index.row()) : QString();
    const workspace::DuplicateGroup& group = m_findings.groups[placeOf(index)];
    switch (index.column()) {
    case Group: return tr("Group %1").arg(QLocale().toString(index.row() + 1));
    case Likeness:
        return group.isExact ? QString() : QString::number(static_cast<int>(std::max(0.0F, group.likeness) * 100));
    case Figures: return withThousands(group.rows.size());
    default: return articlesText(articlesOf(index));
    }
}

} // namespace biomedica::ui
