// The filter panel's content as a tree: sections, their values with counts, what is below a value (secondary
// classes, panel subtypes), number fields as histograms.
//
// Thread contract: GUI thread.
#pragma once

#include "core/annotation/taxonomy.h"
#include "core/query/engine.h"
#include "ui/session/queryedit.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>
#include <memory>
#include <vector>

namespace biomedica::ui {

/// Counts for one query; made in the background. Sections whose fields are not counted stay empty.
struct FacetCounts {
    query::Query query;
    std::vector<query::Facet> facets;
    std::vector<std::pair<query::Trait, std::size_t>> traits;
};

struct FacetSection {
    query::Field field; ///< that gives the section its name
    /// What is counted for it, the section's own field first.
    std::vector<query::Field> fields;
    bool isOpenAtFirst = true;
};
/// From top to bottom.
const std::vector<FacetSection>& facetSections();
/// What the model's KeyRole says of the section.
QString keyOf(const FacetSection& section);
const std::vector<query::Trait>& panelTraits();

/// A number field in bars that lie side by side.
struct Histogram {
    struct Bar {
        std::int64_t low = 0, high = 0; ///< both included
        std::size_t count = 0;
    };
    query::Field field = query::Field::Year;
    std::vector<Bar> bars;
    NumberRange shown; ///< what the query asks for
};

class FacetModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Kind {
        Section,
        Filter, ///< where the person types to narrow a long section
        Value,
        More,
        Histogram,
        Note, ///< why there is nothing
    };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< Kind as int
        CountRole,                   ///< qulonglong
        ShareRole,                   ///< 0 to 1: of the most frequent value in the section
        StateRole,                   ///< FilterState as int
        KeyRole,                     ///< what stays the same when counts change: for expansion and "more"
        DetailRole,                  ///< of a section: what its heading says at the right
    };

    explicit FacetModel(const annotation::Taxonomy& taxonomy, QObject* parent = nullptr);
    ~FacetModel() override;

    enum class Order {
        ByCount,
        AsBefore, ///< no row moves under the pointer: what is new stands at the end, what is gone stays with 0
    };
    void setCounts(FacetCounts counts, Order order = Order::ByCount);
    void clear();
    /// Shows all values of a section or only the frequent ones.
    void toggleMore(const QModelIndex& moreRow);
    /// Only values that hold this text, ignoring case; the section shows all of its values, a part at a time.
    void setFilter(const QString& sectionKey, const QString& text);
    QString filter(const QString& sectionKey) const { return m_filters.value(sectionKey); }

    /// Whether an unfolded section has values that are no rows yet; showLater() makes the next of them rows. Not
    /// fetchMore(): a QTreeView would call that for the root only.
    bool hasLater(const QModelIndex& section) const;
    void showLater(const QModelIndex& section);

    const FilterTarget* targetAt(const QModelIndex& index) const;
    /// nullptr for rows of another kind.
    const Histogram* histogramAt(const QModelIndex& index) const;

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
    void addSection(const FacetSection& section);
    void addValues(Item& section, const query::Facet& counts);
    void addLater(Item& section, std::size_t many);
    void addTree(Item& section, const FacetSection& fields);
    Item& parentFor(Item& section, query::Field field, const std::string& below);
    void addHistogram(Item& section, const query::Facet& counts);
    void addStatus(Item& section);
    Item& addValue(Item& parent, const FilterTarget& target, const QString& text, std::size_t count);
    void fold(Item& section, std::size_t shown);
    QString toolTipOf(const Item& item) const;
    const query::Facet* facet(query::Field field) const;

    const annotation::Taxonomy& m_taxonomy;
    FacetCounts m_counts;
    QSet<QString> m_unfolded;          ///< keys of sections that show all
    QHash<QString, QString> m_filters; ///< by section, lower case
    std::unique_ptr<Item> m_root;
};

} // namespace biomedica::ui
