#include "ui/models/facetmodel.h"

#include "ui/common/markedtext.h"
#include "ui/common/widgets.h"
#include "ui/models/facetitem.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace biomedica::ui {

using query::Field;
using query::Trait;

const std::vector<FacetSection>& facetSections()
{
    static const std::vector<FacetSection> sections = {
        {Field::Primary, {Field::Primary, Field::Secondary}, true},
        {Field::PanelType, {Field::PanelType, Field::PanelSubtype}, true},
        {Field::License, {Field::License}, true},
        {Field::Year, {Field::Year}, true},
        {Field::Status, {Field::Status}, true},
        {Field::Journal, {Field::Journal}, true},
        {Field::Subset, {Field::Subset}, true},
        {Field::Width, {Field::Width}, false},
        {Field::Height, {Field::Height}, false},
        {Field::Mesh, {Field::Mesh}, false},
        {Field::Keyword, {Field::Keyword}, false},
        {Field::Subject, {Field::Subject}, false},
        {Field::Annotator, {Field::Annotator}, false},
        {Field::Source, {Field::Source}, false},
        {Field::Cluster, {Field::Cluster}, false},
    };
    return sections;
}

QString keyOf(const FacetSection& section)
{
    return fromUtf8(query::infoOf(section.field).name);
}

const std::vector<Trait>& panelTraits()
{
    static const std::vector<Trait> traits = {Trait::Unlabelled, Trait::Labelled, Trait::Disputed, Trait::Flagged};
    return traits;
}

namespace {

/// What the query asks for is shown where no figure has it, too.
void addValuesInUse(query::Facet& facet, const query::Query& query)
{
    if (query::infoOf(facet.field).kind == query::FieldKind::Number)
        return;
    const query::FieldFilter filter = query::filterOf(query, facet.field);
    for (const std::vector<std::string>& values : {filter.included, filter.excluded})
        for (const std::string& value : values) {
            const bool isThere = std::any_of(facet.values.begin(), facet.values.end(),
                                             [&](const auto& counted) { return isSameValue(counted.value, value); });
            if (!isThere)
                facet.values.push_back({value, 0});
        }
}

void keepOrder(query::Facet& now, const query::Facet& before)
{
    std::unordered_map<std::string, std::size_t> left;
    for (const query::FacetValue& value : now.values)
        left.emplace(value.value, value.count);
    std::vector<query::FacetValue> ordered;
    for (const query::FacetValue& value : before.values) {
        const auto counted = left.extract(value.value);
        ordered.push_back({value.value, counted.empty() ? 0 : counted.mapped()});
    }
    std::copy_if(now.values.begin(), now.values.end(), std::back_inserter(ordered),
                 [&](const query::FacetValue& value) { return left.contains(value.value); });
    now.values = std::move(ordered);
}

} // namespace

FacetModel::FacetModel(const annotation::Taxonomy& taxonomy, QObject* parent)
    : QAbstractItemModel(parent), m_taxonomy(taxonomy), m_root(std::make_unique<Item>())
{
}

FacetModel::~FacetModel() = default;

void FacetModel::setCounts(FacetCounts counts, Order order)
{
    beginResetModel();
    if (order == Order::AsBefore)
        for (query::Facet& now : counts.facets)
            if (const query::Facet* before = facet(now.field);
                before && query::infoOf(now.field).kind != query::FieldKind::Number)
                keepOrder(now, *before);
    m_counts = std::move(counts);
    for (query::Facet& facet : m_counts.facets)
        addValuesInUse(facet, m_counts.query);
    build();
    endResetModel();
}

void FacetModel::clear()
{
    setCounts({});
}

void FacetModel::toggleMore(const QModelIndex& moreRow)
{
    const Item* item = itemOf(moreRow);
    if (!moreRow.isValid() || item->kind != Kind::More)
        return;
    const QString key = item->parent->key;
    beginResetModel();
    m_filters.remove(key);
    if (!m_unfolded.remove(key))
        m_unfolded.insert(key);
    build();
    endResetModel();
}

void FacetModel::setFilter(const QString& sectionKey, const QString& text)
{
    const QString wanted = text.trimmed().toLower();
    if (wanted == filter(sectionKey))
        return;
    beginResetModel();
    m_filters[sectionKey] = wanted;
    build();
    endResetModel();
}

const query::Facet* FacetModel::facet(Field field) const
{
    const auto found = std::find_if(m_counts.facets.begin(), m_counts.facets.end(),
                                    [field](const query::Facet& one) { return one.field == field; });
    return found == m_counts.facets.end() ? nullptr : &*found;
}

bool FacetModel::hasLater(const QModelIndex& parent) const
{
    return parent.isValid() && !itemOf(parent)->later.empty();
}

void FacetModel::showLater(const QModelIndex& parent)
{
    if (!hasLater(parent))
        return;
    Item& section = *itemOf(parent);
    const std::size_t many = std::min(section.later.size(), facetValuesAtOnce);
    const int first = rowCount(parent);
    beginInsertRows(parent, first, first + static_cast<int>(many) - 1);
    addLater(section, many);
    endInsertRows();
}

FacetModel::Item* FacetModel::itemOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Item*>(index.internalPointer()) : m_root.get();
}

const FilterTarget* FacetModel::targetAt(const QModelIndex& index) const
{
    const Item* item = itemOf(index);
    return index.isValid() && item->kind == Kind::Value && item->key != otherClassesKey ? &item->target : nullptr;
}

const Histogram* FacetModel::histogramAt(const QModelIndex& index) const
{
    const Item* item = itemOf(index);
    return index.isValid() && item->kind == Kind::Histogram ? &item->histogram : nullptr;
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex& parent) const
{
    const Item* item = itemOf(parent);
    if (row < 0 || column != 0 || row >= static_cast<int>(item->children.size()))
        return {};
    return createIndex(row, column, item->children[static_cast<std::size_t>(row)].get());
}

QModelIndex FacetModel::parent(const QModelIndex& child) const
{
    Item* parent = itemOf(child)->parent;
    return !parent || parent == m_root.get() ? QModelIndex() : createIndex(parent->row(), 0, parent);
}

int FacetModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(itemOf(parent)->children.size());
}

int FacetModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QString FacetModel::toolTipOf(const Item& item) const
{
    switch (item.kind) {
    case Kind::Section: return tr("Click folds and unfolds");
    case Kind::Histogram: return tr("Drag over the bars to choose a range; click it again for everything");
    case Kind::Value: break;
    default: return item.text;
    }
    if (item.key == otherClassesKey)
        return item.text;
    QStringList lines;
    lines += QStringLiteral("%1 · %2").arg(item.target.value.empty() ? item.text : fromUtf8(item.target.value),
                                           withThousands(item.count));
    lines += tr("Click: only this");
    lines += tr("Ctrl+click: this too");
    if (takesSeveral(item.target))
        lines += tr("Shift+click: this besides the others");
    lines += tr("Alt+click: not this");
    return lines.join(QLatin1Char('\n'));
}

QVariant FacetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item& item = *itemOf(index);
    switch (role) {
    case Qt::DisplayRole: return item.text;
    case Qt::ToolTipRole: return toolTipOf(item);
    case Qt::AccessibleTextRole:
        switch (item.kind) {
        case Kind::Value: return tr("%1, %n figure(s)", nullptr, static_cast<int>(item.count)).arg(item.text);
        case Kind::Histogram: return tr("%1: %2; arrow keys choose").arg(item.parent->text, item.text);
        default: return item.text;
        }
    case KindRole: return static_cast<int>(item.kind);
    case CountRole: return static_cast<qulonglong>(item.count);
    case ShareRole: return item.share;
    case StateRole: return static_cast<int>(item.state);
    case KeyRole: return item.key;
    case DetailRole: return item.detail;
    default: return {};
    }
}

Qt::ItemFlags FacetModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace biomedica::ui
