// Contradictions between labels as a tree: rules, and below them what contradicts what, with how many figures.
//
// Thread contract: GUI thread. data() is a look-up.
#pragma once

#include "core/workspace/workspace.h"

#include <QAbstractItemModel>
#include <memory>
#include <vector>

namespace biomedica::ui {

using Contradictions = std::vector<workspace::Contradiction>;
using SharedContradictions = std::shared_ptr<const Contradictions>;

/// Places among the contradictions, all of one rule.
using ContradictionPlaces = std::vector<std::size_t>;

class ContradictionModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { What, Figures, ColumnCount };

    explicit ContradictionModel(QObject* parent = nullptr);

    /// In the order of the rules, as the core gives them.
    void setContradictions(SharedContradictions contradictions);
    const Contradictions& contradictions() const { return *m_contradictions; }
    const SharedContradictions& shared() const { return m_contradictions; }

    /// All of a rule, or those with the same values; none for an invalid index.
    ContradictionPlaces placesOf(const QModelIndex& index) const;
    bool isRule(const QModelIndex& index) const { return index.isValid() && !index.parent().isValid(); }
    /// Of the rule; invalid where nothing breaks it.
    QModelIndex indexOf(annotation::Rule rule) const;
    std::size_t figures(const ContradictionPlaces& places) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

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

    SharedContradictions m_contradictions = std::make_shared<const Contradictions>();
    std::vector<Group> m_groups;
};

} // namespace biomedica::ui
