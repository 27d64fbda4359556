#include "ui/models/facetmodel.h"

#include "core/query/parser.h"
#include "ui/common/markedtext.h"

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

const std::vector<Field>& panelFields()
{
    static const std::vector<Field> fields = {Field::Primary, Field::Secondary, Field::PanelType, Field::PanelSubtype,
                                              Field::License, Field::Year,      Field::Status,    Field::Annotator,
                                              Field::Source,  Field::Journal,   Field::Subset};
    return fields;
}

const std::vector<Trait>& panelTraits()
{
    static const std::vector<Trait> traits = {Trait::Unlabelled, Trait::Labelled, Trait::Disputed, Trait::Flagged};
    return traits;
}

namespace {

constexpr std::size_t valuesShown = 5;
constexpr std::size_t classesShown = 8;
constexpr std::size_t subclassesShown = 3;

QString keyOf(const FilterTarget& target)
{
    if (const Field* field = std::get_if<Field>(&target.what))
        return fromUtf8(query::infoOf(*field).name) + QLatin1Char(':') + fromUtf8(target.value);
    return QStringLiteral("is:") + fromUtf8(query::traitName(std::get<Trait>(target.what)));
}

bool isSet(const FilterState state)
{
    return state != FilterState::Off;
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
    if (!m_unfolded.remove(key))
        m_unfolded.insert(key);
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
    m_bars.clear();
    m_years = rangeOf(m_counts.query, Field::Year);
    if (m_counts.facets.empty())
        return;
    addClasses();
    addSection(tr("Panel type"), Field::PanelType);
    addSection(tr("Subtype"), Field::PanelSubtype);
    addSection(tr("Licence"), Field::License);
    addYears();
    addStatus();
    addSection(tr("Annotator"), Field::Annotator);
    addSection(tr("Journal"), Field::Journal);
    addSection(tr("Subset"), Field::Subset);
}

FacetModel::Item& FacetModel::addValue(Item& parent, const FilterTarget& target, const QString& text, std::size_t count)
{
    Item& item = parent.add(Kind::Value, text, keyOf(target));
    item.target = target;
    item.count = count;
    item.state = stateOf(m_counts.query, target);
    return item;
}

/// Bars relative to the most frequent value; all values but the first `shown` and those in use folded.
void FacetModel::fold(Item& section, std::size_t shown)
{
    std::size_t most = 1;
    for (const auto& child : section.children)
        most = std::max(most, child->count);
    for (auto& child : section.children)
        child->share = static_cast<double>(child->count) / static_cast<double>(most);
    if (section.children.size() <= shown + 1)
        return;
    const bool isUnfolded = m_unfolded.contains(section.key);
    const std::size_t before = section.children.size();
    if (!isUnfolded) {
        std::size_t position = 0;
        std::erase_if(section.children, [&](const auto& child) { return position++ >= shown && !isSet(child->state); });
        if (section.children.size() == before)
            return;
    }
    const auto hidden = static_cast<int>(before - section.children.size());
    section.add(Kind::More, isUnfolded ? tr("fewer") : tr("%n more…", nullptr, hidden),
                section.key + QStringLiteral("/more"));
}

void FacetModel::addSection(const QString& title, Field field)
{
    const query::Facet* counts = facet(field);
    if (!counts || counts->values.empty())
        return;
    Item& section = m_root->add(Kind::Section, title, fromUtf8(query::infoOf(field).name));
    for (const query::FacetValue& value : counts->values)
        addValue(section, {field, value.value}, fromUtf8(value.value), value.count);
    fold(section, valuesShown);
}

void FacetModel::addClasses()
{
    const query::Facet* primary = facet(Field::Primary);
    const query::Facet* secondary = facet(Field::Secondary);
    if (!primary || !secondary || (primary->values.empty() && secondary->values.empty()))
        return;
    Item& section = m_root->add(Kind::Section, tr("Primary class"), QStringLiteral("primary"));
    std::map<std::string, Item*> byName;
    for (const query::FacetValue& value : primary->values)
        byName[value.value] = &addValue(section, {Field::Primary, value.value}, fromUtf8(value.value), value.count);
    std::size_t most = 1;
    for (const auto& child : section.children)
        most = std::max(most, child->count);
    for (const query::FacetValue& value : secondary->values) {
        const std::string& parent = m_taxonomy.parentOf(value.value);
        Item*& item = byName[parent];
        if (!item) // a local class without its global one, or one that the taxonomy does not know
            item = parent.empty() ? &section.add(Kind::Value, tr("other classes"), QStringLiteral("primary/other"))
                                  : &addValue(section, {Field::Primary, parent}, fromUtf8(parent), 0);
        addValue(*item, {Field::Secondary, value.value}, fromUtf8(value.value), value.count);
    }
    fold(section, classesShown);
    for (auto& item : section.children) {
        if (item->kind != Kind::Value)
            continue;
        fold(*item, subclassesShown);
        for (auto& child : item->children)
            child->share = static_cast<double>(child->count) / static_cast<double>(most);
    }
}

void FacetModel::addYears()
{
    const query::Facet* counts = facet(Field::Year);
    if (!counts || counts->values.empty())
        return;
    std::map<std::int64_t, std::size_t> byYear;
    for (const query::FacetValue& value : counts->values)
        byYear[std::strtoll(value.value.c_str(), nullptr, 10)] = value.count;
    // The long thin past takes no room: bars begin where the latest 60 years do.
    const std::int64_t last = byYear.rbegin()->first;
    const std::int64_t first = std::max(byYear.begin()->first, last - 59);
    for (std::int64_t year = first; year <= last; ++year)
        m_bars.push_back({year, byYear.contains(year) ? byYear[year] : 0});
    const QString shown = first == last ? QString::number(first) : QStringLiteral("%1 – %2").arg(first).arg(last);
    Item& section = m_root->add(Kind::Section, tr("Year"), QStringLiteral("year"));
    section.add(Kind::Histogram, shown, QStringLiteral("year/bars"));
}

void FacetModel::addStatus()
{
    Item& section = m_root->add(Kind::Section, tr("Status"), QStringLiteral("is"));
    const auto textOf = [](Trait trait) {
        switch (trait) {
        case Trait::Labelled: return tr("labelled");
        case Trait::Unlabelled: return tr("unlabelled");
        case Trait::Disputed: return tr("disputed");
        case Trait::Flagged: return tr("flagged");
        case Trait::Duplicate: break;
        }
        return tr("duplicate");
    };
    for (const auto& [trait, count] : m_counts.traits)
        addValue(section, {trait, {}}, textOf(trait), count);
    if (const query::Facet* status = facet(Field::Status))
        for (const query::FacetValue& value : status->values)
            addValue(section, {Field::Status, value.value}, fromUtf8(value.value), value.count);
    if (const query::Facet* source = facet(Field::Source))
        for (const query::FacetValue& value : source->values)
            if (value.value == "imported")
                addValue(section, {Field::Source, value.value}, tr("imported labels only"), value.count);
    fold(section, section.children.size());
}

FacetModel::Item* FacetModel::itemOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Item*>(index.internalPointer()) : m_root.get();
}

const FilterTarget* FacetModel::targetAt(const QModelIndex& index) const
{
    const Item* item = itemOf(index);
    const bool isFilter = index.isValid() && item->kind == Kind::Value && item->key != QStringLiteral("primary/other");
    return isFilter ? &item->target : nullptr;
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

QVariant FacetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item& item = *itemOf(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return item.text;
    case Qt::AccessibleTextRole:
        return item.kind == Kind::Value ? tr("%1, %n figure(s)", nullptr, static_cast<int>(item.count)).arg(item.text)
                                        : item.text;
    case KindRole: return static_cast<int>(item.kind);
    case CountRole: return static_cast<qulonglong>(item.count);
    case ShareRole: return item.share;
    case StateRole: return static_cast<int>(item.state);
    case KeyRole: return item.key;
    default: return {};
    }
}

Qt::ItemFlags FacetModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace biomedica::ui
