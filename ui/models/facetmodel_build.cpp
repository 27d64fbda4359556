// FacetModel: from counts to rows.

#include "core/query/parser.h"
#include "ui/common/markedtext.h"
#include "ui/common/widgets.h"
#include "ui/models/facetitem.h"
#include "ui/models/histogram.h"
#include "ui/session/querywording.h"

#include <algorithm>
#include <map>

namespace biomedica::ui {

using query::Field;
using query::Trait;

namespace {

constexpr std::size_t valuesShown = 5;
constexpr std::size_t classesShown = 8;
constexpr std::size_t belowShown = 4;
constexpr std::size_t longSection = 20; ///< more values than that get a line to narrow them

QString keyOf(const FilterTarget& target)
{
    if (const Field* field = std::get_if<Field>(&target.what))
        return fromUtf8(query::infoOf(*field).name) + QLatin1Char(':') + fromUtf8(target.value);
    return QStringLiteral("is:") + fromUtf8(query::traitName(std::get<Trait>(target.what)));
}

/// "multiple panels: images & plots" is "images & plots" below "multiple".
QString subtypeText(const std::string& subtype)
{
    const std::size_t colon = subtype.find(": ");
    return fromUtf8(colon == std::string::npos ? subtype : subtype.substr(colon + 2));
}

} // namespace

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
    const auto most = std::max_element(counts.values.begin(), counts.values.end(),
                                       [](const auto& a, const auto& b) { return a.count < b.count; });
    section.most = std::max<std::size_t>(1, most->count);
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
    addLater(section, std::min(section.later.size(), facetValuesAtOnce));
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
    if (found != section.children.end() && (*found)->key != otherClassesKey)
        return **found;
    const std::size_t panel = below.find(" panel");
    const std::string parent = field == Field::Secondary    ? m_taxonomy.parentOf(below)
                               : panel == std::string::npos ? std::string()
                                                            : below.substr(0, panel);
    if (!parent.empty()) // on no figure, and there all the same
        return addValue(section, {*query::fieldNamed(toUtf8(section.key)), parent}, fromUtf8(parent), 0);
    for (auto& item : section.children)
        if (item->key == otherClassesKey)
            return *item;
    return section.add(Kind::Value, tr("other classes"), otherClassesKey);
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

} // namespace biomedica::ui
