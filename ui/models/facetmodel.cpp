#include "ui/models/facetmodel.h"

#include "core/query/parser.h"
#include "ui/common/markedtext.h"
#include "ui/common/widgets.h"
#include "ui/models/histogram.h"
#include "ui/session/querywording.h"

#include <algorithm>
#include <map>

namespace biomedica::ui {

using query::Field;
using query::Trait;

struct FacetModel::Item {
    Kind kind = Kind::Section;
    QString text, key;
    FilterTarget target;
    std::size_t count = 0;
    double share = 0;
    FilterState state = FilterState::Off;
    Item* parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    // Of a section.
    QString detail;
    std::vector<const query::FacetValue*> later; ///< values that have no row yet
    std::size_t most = 1;                        ///< count of the most frequent value
    Histogram histogram;                         ///< of a Histogram row

    Item& add(Kind childKind, const QString& childText, const QString& childKey)
    {
        children.push_back(std::make_unique<Item>());
        Item& child = *children.back();
        child.kind = childKind;
        child.text = childText;
        child.key = childKey;
        child.parent = this;
        return child;
    }
    int row() const
    {
        const auto& siblings = parent->children;
        return static_cast<int>(
            std::find_if(siblings.begin(), siblings.end(), [this](const auto& other) { return other.get() == this; })
            - siblings.begin());
    }
};

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

constexpr std::size_t valuesShown = 5;
constexpr std::size_t classesShown = 8;
constexpr std::size_t belowShown = 4;
constexpr std::size_t longSection = 20; ///< more values than that get a line to narrow them
constexpr std::size_t valuesAtOnce = 200;
const QString otherKey = QStringLiteral("primary:/other");

QString keyOf(const FilterTarget& target)
{
    if (const Field* field = std::get_if<Field>(&target.what))
        return fromUtf8(query::infoOf(*field).name) + QLatin1Char(':') + fromUtf8(target.value);
    return QStringLiteral("is:") + fromUtf8(query::traitName(std::get<Trait>(target.what)));
}

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

/// "multiple panels: images & plots" is "images & plots" below "multiple".
QString subtypeText(const std::string& subtype)
{
    const std::size_t colon = subtype.find(": ");
    return fromUtf8(colon == std::string::npos ? subtype : subtype.substr(colon + 2));
}

} // namespace

FacetModel::FacetModel(const annotation::Taxonomy& taxonomy, QObject* parent)
    : QAbstractItemModel(parent), m_taxonomy(taxonomy), m_root(std::make_unique<Item>())
{
}

FacetModel::~FacetModel() = default;

void FacetModel::setCounts(FacetCounts counts)
{
    beginResetModel();
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

void FacetModel::build()
{
    m_root = std::make_unique<Item>();
    if (m_counts.facets.empty())
        return;
    for (const FacetSection& section : facetSections())
        addSection(section);
}

void FacetModel::addSection(const FacetSection& fields)
{
    const query::Facet* counts = facet(fields.field);
    const bool isStatus = fields.field == Field::Status;
    const bool hasValues = std::any_of(fields.fields.begin(), fields.fields.end(), [this](Field field) {
        const query::Facet* some = facet(field);
        return some && !some->values.empty();
    });
    if (counts && !hasValues && !isStatus && fields.isOpenAtFirst)
        return; // nothing of the kind in this collection, and nobody asked for it
    Item& section = m_root->add(Kind::Section, QueryWording::fieldTitle(fields.field), biomedica::ui::keyOf(fields));
    if (!counts && !isStatus)
        return;
    if (isStatus)
        addStatus(section);
    else if (!hasValues)
        section.add(Kind::Note, tr("none here"), section.key + QStringLiteral("/none"));
    else if (query::infoOf(fields.field).kind == query::FieldKind::Number)
        addHistogram(section, *counts);
    else if (fields.fields.size() > 1)
        addTree(section, fields);
    else
        addValues(section, *counts);
}

FacetModel::Item& FacetModel::addValue(Item& parent, const FilterTarget& target, const QString& text, std::size_t count)
{
    Item& item = parent.add(Kind::Value, text, keyOf(target));
    item.target = target;
    item.count = count;
    item.state = stateOf(m_counts.query, target);
    return item;
}

/// Frequent values and those in use; or, unfolded, those that the person's text leaves, a part at a time.
void FacetModel::addValues(Item& section, const query::Facet& counts)
{
    section.most = std::max<std::size_t>(1, counts.values.front().count);
    const bool isLong = counts.values.size() > longSection;
    const bool isUnfolded = m_unfolded.contains(section.key);
    const QString wanted = filter(section.key);
    const std::size_t shown = counts.values.size() <= valuesShown + 1 ? valuesShown + 1 : valuesShown;
    if (isLong)
        section.detail = withThousands(counts.values.size());
    if (isLong && isUnfolded)
        section.add(Kind::Filter, tr("Type to narrow"), section.key + QStringLiteral("/filter"));
    const QString moreKey = section.key + QStringLiteral("/more");
    if (isLong && isUnfolded)
        section.add(Kind::More, tr("fewer"), moreKey);
    for (std::size_t i = 0; i < counts.values.size(); ++i) {
        const query::FacetValue& value = counts.values[i];
        const bool isShown =
            isUnfolded ? fromUtf8(value.value).toLower().contains(wanted)
                       : i < shown || stateOf(m_counts.query, {counts.field, value.value}) != FilterState::Off;
        if (isShown)
            section.later.push_back(&value);
    }
    const std::size_t hidden = isUnfolded ? 0 : counts.values.size() - section.later.size();
    addLater(section, std::min(section.later.size(), valuesAtOnce));
    if (isUnfolded && section.children.size() == 2 && isLong)
        section.add(Kind::Note, tr("no value with these letters"), section.key + QStringLiteral("/none"));
    if (hidden > 0)
        section.add(Kind::More, tr("%n more…", nullptr, static_cast<int>(hidden)), moreKey);
    else if (isUnfolded && !isLong)
        section.add(Kind::More, tr("fewer"), moreKey);
}

/// Turns the first `many` of the values that wait into rows.
void FacetModel::addLater(Item& section, std::size_t many)
{
    for (std::size_t i = 0; i < many; ++i) {
        const query::FacetValue& value = *section.later[i];
        const auto field = query::fieldNamed(toUtf8(section.key));
        Item& item = addValue(section, {*field, value.value}, fromUtf8(value.value), value.count);
        item.share = static_cast<double>(value.count) / static_cast<double>(section.most);
    }
    section.later.erase(section.later.begin(), section.later.begin() + static_cast<std::ptrdiff_t>(many));
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
    const std::size_t many = std::min(section.later.size(), valuesAtOnce);
    const int first = rowCount(parent);
    beginInsertRows(parent, first, first + static_cast<int>(many) - 1);
    addLater(section, many);
    endInsertRows();
}

/// Bars relative to the most frequent value; all values but the first `shown` and those in use folded.
void FacetModel::fold(Item& section, std::size_t shown)
{
    if (section.children.size() <= shown + 1)
        return;
    const bool isUnfolded = m_unfolded.contains(section.key);
    const std::size_t before = section.children.size();
    if (!isUnfolded) {
        const auto isInUse = [](const Item& item) {
            return item.state != FilterState::Off
                   || std::any_of(item.children.begin(), item.children.end(),
                                  [](const auto& child) { return child->state != FilterState::Off; });
        };
        std::size_t position = 0;
        std::erase_if(section.children, [&](const auto& child) { return position++ >= shown && !isInUse(*child); });
        if (section.children.size() == before)
            return;
    }
    const auto hidden = static_cast<int>(before - section.children.size());
    section.add(Kind::More, isUnfolded ? tr("fewer") : tr("%n more…", nullptr, hidden),
                section.key + QStringLiteral("/more"));
}

/// The value of the section's own field that stands above the value `below` of `field`.
FacetModel::Item& FacetModel::parentFor(Item& section, Field field, const std::string& below)
{
    const auto found = std::find_if(section.children.begin(), section.children.end(), [&](const auto& item) {
        return field == Field::Secondary ? item->target.value == m_taxonomy.parentOf(below)
                                         : below.starts_with(item->target.value + " panel");
    });
    if (found != section.children.end() && (*found)->key != otherKey)
        return **found;
    const std::size_t panel = below.find(" panel");
    const std::string parent = field == Field::Secondary    ? m_taxonomy.parentOf(below)
                               : panel == std::string::npos ? std::string()
                                                            : below.substr(0, panel);
    if (!parent.empty()) // on no figure, and there all the same
        return addValue(section, {*query::fieldNamed(toUtf8(section.key)), parent}, fromUtf8(parent), 0);
    for (auto& item : section.children)
        if (item->key == otherKey)
            return *item;
    return section.add(Kind::Value, tr("other classes"), otherKey);
}

void FacetModel::addTree(Item& section, const FacetSection& fields)
{
    if (const query::Facet* own = facet(fields.fields[0]))
        for (const query::FacetValue& value : own->values)
            addValue(section, {own->field, value.value}, fromUtf8(value.value), value.count);
    if (const query::Facet* below = facet(fields.fields[1]))
        for (const query::FacetValue& value : below->values)
            addValue(parentFor(section, below->field, value.value), {below->field, value.value},
                     below->field == Field::PanelSubtype ? subtypeText(value.value) : fromUtf8(value.value),
                     value.count);
    for (const auto& item : section.children) {
        section.most = std::max(section.most, item->count);
        for (const auto& child : item->children)
            section.most = std::max(section.most, child->count);
    }
    const auto shareOf = [&](const Item& item) {
        return static_cast<double>(item.count) / static_cast<double>(section.most);
    };
    fold(section, classesShown);
    for (auto& item : section.children) {
        item->share = shareOf(*item);
        if (item->kind != Kind::Value)
            continue;
        fold(*item, belowShown);
        for (auto& child : item->children)
            child->share = shareOf(*child);
    }
}

void FacetModel::addHistogram(Item& section, const query::Facet& counts)
{
    Histogram histogram{counts.field, barsOf(counts), rangeOf(m_counts.query, counts.field)};
    section.detail = histogram.shown.isEverything()
                         ? QueryWording::rangeText(histogram.bars.front().low, histogram.bars.back().high)
                         : QueryWording::rangeText(histogram.shown.low, histogram.shown.high);
    Item& row = section.add(Kind::Histogram, section.detail, section.key + QStringLiteral("/bars"));
    row.histogram = std::move(histogram);
}

void FacetModel::addStatus(Item& section)
{
    for (const auto& [trait, count] : m_counts.traits)
        addValue(section, {trait, {}}, QueryWording::traitName(trait), count);
    if (const query::Facet* status = facet(Field::Status))
        for (const query::FacetValue& value : status->values)
            addValue(section, {Field::Status, value.value}, fromUtf8(value.value), value.count);
    for (const auto& item : section.children)
        section.most = std::max(section.most, item->count);
    for (auto& item : section.children)
        item->share = static_cast<double>(item->count) / static_cast<double>(section.most);
}

FacetModel::Item* FacetModel::itemOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Item*>(index.internalPointer()) : m_root.get();
}

const FilterTarget* FacetModel::targetAt(const QModelIndex& index) const
{
    const Item* item = itemOf(index);
    return index.isValid() && item->kind == Kind::Value && item->key != otherKey ? &item->target : nullptr;
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
    if (item.key == otherKey)
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
