// Contradictions between labels as a tree: rules, and below them what contradicts what, with how many figures.
//
// Thread contract: GUI thread. data() is a look-up.
#pragma once

#include "core/workspace/workspace.h"
#include "ui/common/twolevelmodel.h"

#include <memory>
#include <vector>

namespace biomedica::ui {

using Contradictions = std::vector<workspace::Contradiction>;
using SharedContradictions = std::shared_ptr<const Contradictions>;

/// Places among the contradictions, all of one rule.
using ContradictionPlaces = std::vector<std::size_t>;

class ContradictionModel : public TwoLevelModel {
    Q_OBJECT
public:
    enum Column { What, Figures };

    using TwoLevelModel::TwoLevelModel;

    /// In the order of the rules, as the core gives them.
    void setContradictions(SharedContradictions contradictions);
    const Contradictions& contradictions() const { return *m_contradictions; }
    const SharedContradictions& shared() const { return m_contradictions; }

    /// All of a rule, or those with the same values; none for an invalid index.
    ContradictionPlaces placesOf(const QModelIndex& index) const;
    /// Of the rule; invalid where nothing breaks it.
    QModelIndex indexOf(annotation::Rule rule) const;
    std::size_t figures(const ContradictionPlaces& places) const;

protected:
    int headingCount() const override;
    int countUnder(int heading) const override;
    QStringList titles() const override;
    QString text(const QModelIndex& index) const override;

private:
    /// The same values at fault, whatever else the figures carry.
    struct Child {
        ContradictionPlaces places;
        std::size_t figures = 0;
    };
    struct Group {
        annotation::Rule rule;
        ContradictionPlaces places;
        std::size_t figures = 0;
        std::vector<Child> children; ///< most figures first
    };
    std::vector<Child> childrenOf(const ContradictionPlaces& places) const;
    const Child& childAt(const QModelIndex& index) const;

    SharedContradictions m_contradictions = std::make_shared<const Contradictions>();
    std::vector<Group> m_groups;
};

} // namespace biomedica::ui
