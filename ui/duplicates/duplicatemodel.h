// Groups of duplicates as a tree of two tiers that are never mixed: figures with the same picture, and below them those
// with nearly the same. Reused across articles comes first.
//
// Thread contract: GUI thread. data() is a look-up.
#pragma once

#include "ui/common/twolevelmodel.h"
#include "ui/session/duplicatefindings.h"

#include <vector>

namespace biomedica::ui {

class DuplicateModel : public TwoLevelModel {
    Q_OBJECT
public:
    enum Column { Group, Likeness, Figures, Articles };

    using TwoLevelModel::TwoLevelModel;

    void setFindings(DuplicateFindings findings);
    /// nullptr for a tier, and for an invalid index.
    const workspace::DuplicateGroup* groupOf(const QModelIndex& index) const;
    /// Of a group; none for anything else.
    GroupArticles articlesOf(const QModelIndex& index) const;
    /// Figures of all groups of a tier; a figure stands in one group of a tier at most.
    std::size_t figuresOfTier(int tier) const;
    QModelIndex firstGroup() const;

    static constexpr int exactTier = 0, nearTier = 1;

protected:
    int headingCount() const override;
    int countUnder(int heading) const override;
    QStringList titles() const override;
    QString text(const QModelIndex& index) const override;

private:
    QString tierText(int tier) const;
    static QString articlesText(const GroupArticles& articles);
    std::size_t placeOf(const QModelIndex& index) const;

    DuplicateFindings m_findings;
    std::vector<std::size_t> m_tiers[2]; ///< places among the findings, in the order shown
};

} // namespace biomedica::ui
