// The filter panel's content as a tree: sections, their values with counts, secondary classes below
// their primary class.
//
// Thread contract: GUI thread.
#pragma once

#include "core/annotation/taxonomy.h"
#include "core/query/engine.h"
#include "ui/session/queryedit.h"

#include <QAbstractItemModel>
#include <QSet>
#include <memory>
#include <vector>

namespace biomedica::ui {

/// Counts for one query; made in the background.
struct FacetCounts {
    query::Query query;
    std::vector<query::Facet> facets;
    std::vector<std::pair<query::Trait, std::size_t>> traits;
};

/// The fields that FacetCounts holds for the panel.
const std::vector<query::Field>& panelFields();
const std::vector<query::Trait>& panelTraits();

class FacetModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Kind { Section, Value, More, Histogram };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< Kind as int
        CountRole,                   ///< qulonglong
        ShareRole,                   ///< 0 to 1: of the most frequent value in the section
        StateRole,                   ///< FilterState as int
        KeyRole,                     ///< what stays the same when counts change: for expansion and "more"
    };

    /// One bar of the histogram.
    struct Bar {
        std::int64_t number = 0;
        std::size_t count = 0;
    };

    explicit FacetModel(const annotation::Taxonomy& taxonomy, QObject* parent = nullptr);
    ~FacetModel() override;

    void setCounts(FacetCounts counts);
    void clear();
    /// Shows all values of a section or only the frequent ones.
    void toggleMore(const QModelIndex& moreRow);

    const FilterTarget* targetAt(const QModelIndex& index) const;
    /// Of a Histogram row: years in order, without holes.
    const std::vector<Bar>& bars() const { return m_bars; }
    NumberRange shownYears() const { return m_years; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Item;

    Item* itemOf(const QModelIndex& index) const;
    void build();
    void addSection(const QString& title, query::Field field);
    void addClasses();
    void addYears();
    void addStatus();
    Item& addValue(Item& parent, const FilterTarget& target, const QString& text, std::size_t count);
    void fold(Item& section, std::size_t shown);
    const query::Facet* facet(query::Field field) const;

    const annotation::Taxonomy& m_taxonomy;
    FacetCounts m_counts;
    std::vector<Bar> m_bars;
    NumberRange m_years;
    QSet<QString> m_unfolded; ///< keys of sections that show all
    std::unique_ptr<Item> m_root;
};

} // namespace biomedica::ui
