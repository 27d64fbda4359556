// Groups of duplicates as a tree of two tiers that are never mixed: figures with the same picture, and below them those
// with nearly the same. Reused across articles comes first.
//
// Thread contract: GUI thread. data() is a look-up.
#pragma once

#include "ui/session/duplicatefindings.h"

#include <QAbstractItemModel>
#include <memory>
#include <vector>

namespace biomedica::ui {

class DuplicateModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Group, Figures, Articles, ColumnCount };

    explicit DuplicateModel(QObject* parent = nullptr);

    void setFindings(DuplicateFindings findings);
    /// nullptr for a tier, and for an invalid index.
    const workspace::DuplicateGroup* groupOf(const QModelIndex& index) const;
    std::size_t articlesOf(const QModelIndex& index) const;
    bool isTier(const QModelIndex& index) const { return index.isValid() && !index.parent().isValid(); }
    /// Figures of all groups of a tier; a figure stands in one group of a tier at most.
    std::size_t figuresOfTier(int tier) const;
    QModelIndex firstGroup() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    static constexpr int exactTier = 0, nearTier = 1;

private:
    QString tierText(const QModelIndex& index) const;
    QString groupText(const QModelIndex& index) const;
    std::size_t placeOf(const QModelIndex& index) const;

    DuplicateFindings m_findings;
    std::vector<std::size_t> m_tiers[2]; ///< places among the findings, in the order shown
};

} // namespace biomedica::ui
