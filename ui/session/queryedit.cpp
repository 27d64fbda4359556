#include "ui/session/queryedit.h"

#include "core/query/parser.h"

#include <algorithm>

namespace biomedica::ui {

using query::Field;
using query::FieldFilter;
using query::Node;
using query::NodeKind;
using query::Query;
using query::Trait;

namespace {

std::vector<Node> conjunctsOf(const Node& root)
{
    if (root.kind == NodeKind::All)
        return {};
    return root.kind == NodeKind::And ? root.children : std::vector<Node>{root};
}

Node joined(NodeKind kind, std::vector<Node> parts)
{
    if (parts.empty())
        return {};
    if (parts.size() == 1)
        return std::move(parts.front());
    Node node;
    node.kind = kind;
    node.children = std::move(parts);
    return node;
}

Node traitNode(Trait trait)
{
    Node node;
    node.kind = NodeKind::Is;
    node.trait = trait;
    return node;
}

bool isTrait(const Node& node)
{
    return node.kind == NodeKind::Is;
}

/// A trait, an OR of traits or an excluded trait.
bool isTraitFilter(const Node& node)
{
    if (node.kind == NodeKind::Or)
        return std::all_of(node.children.begin(), node.children.end(), isTrait);
    return isTrait(node) || (node.kind == NodeKind::Not && isTrait(node.children.front()));
}

// Traits take part as the names that they have in a query, so that both kinds of filter are one type.

FieldFilter traitFilterOf(const Query& query)
{
    FieldFilter filter;
    const auto name = [](const Node& node) { return std::string(query::traitName(node.trait)); };
    for (const Node& part : conjunctsOf(query.root)) {
        if (!isTraitFilter(part))
            continue;
        if (part.kind == NodeKind::Not)
            filter.excluded.push_back(name(part.children.front()));
        else if (part.kind == NodeKind::Or)
            std::transform(part.children.begin(), part.children.end(), std::back_inserter(filter.included), name);
        else
            filter.included.push_back(name(part));
    }
    return filter;
}

Trait traitNamed(const std::string& name)
{
    for (const Trait trait : {Trait::Labelled, Trait::Unlabelled, Trait::Disputed, Trait::Flagged})
        if (query::traitName(trait) == name)
            return trait;
    return Trait::Duplicate;
}

Query withTraitFilter(const Query& query, const FieldFilter& filter)
{
    std::vector<Node> parts = conjunctsOf(query.root);
    std::erase_if(parts, isTraitFilter);
    std::vector<Node> included;
    for (const std::string& name : filter.included)
        included.push_back(traitNode(traitNamed(name)));
    if (!included.empty())
        parts.push_back(joined(NodeKind::Or, std::move(included)));
    for (const std::string& name : filter.excluded) {
        Node except;
        except.kind = NodeKind::Not;
        except.children.push_back(traitNode(traitNamed(name)));
        parts.push_back(std::move(except));
    }
    Query changed = query;
    changed.root = joined(NodeKind::And, std::move(parts));
    return changed;
}

FieldFilter filterOf(const Query& query, const FilterTarget& target)
{
    const Field* field = std::get_if<Field>(&target.what);
    return field ? query::filterOf(query, *field) : traitFilterOf(query);
}

Query withFilter(const Query& query, const FilterTarget& target, const FieldFilter& filter)
{
    const Field* field = std::get_if<Field>(&target.what);
    return field ? query::withFilter(query, *field, filter) : withTraitFilter(query, filter);
}

std::string nameOf(const FilterTarget& target)
{
    const Trait* trait = std::get_if<Trait>(&target.what);
    return trait ? std::string(query::traitName(*trait)) : target.value;
}

/// Values are compared ignoring case, as queries do.
bool isSame(const std::string& a, const std::string& b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](unsigned char x, unsigned char y) {
               return std::tolower(x) == std::tolower(y);
           });
}

bool take(std::vector<std::string>& values, const std::string& value)
{
    return std::erase_if(values, [&](const std::string& other) { return isSame(other, value); }) > 0;
}

} // namespace

FilterState stateOf(const Query& query, const FilterTarget& target)
{
    FieldFilter filter = filterOf(query, target);
    const std::string name = nameOf(target);
    if (take(filter.included, name))
        return FilterState::Included;
    return take(filter.excluded, name) ? FilterState::Excluded : FilterState::Off;
}

Query withGesture(const Query& query, const FilterTarget& target, FilterGesture gesture)
{
    FieldFilter filter = filterOf(query, target);
    const std::string name = nameOf(target);
    const bool wasOnly = filter.included.size() == 1 && isSame(filter.included.front(), name);
    const bool wasIncluded = take(filter.included, name);
    const bool wasExcluded = take(filter.excluded, name);
    switch (gesture) {
    case FilterGesture::Only:
        filter.included.clear();
        if (!wasOnly && !wasExcluded)
            filter.included.push_back(name);
        break;
    case FilterGesture::Add:
        if (!wasIncluded)
            filter.included.push_back(name);
        break;
    case FilterGesture::Exclude:
        if (!wasExcluded)
            filter.excluded.push_back(name);
        break;
    }
    return withFilter(query, target, filter);
}

Query narrowedBy(const Query& query, Trait trait)
{
    Query narrowed = query;
    std::vector<Node> parts = conjunctsOf(query.root);
    parts.push_back(traitNode(trait));
    narrowed.root = joined(NodeKind::And, std::move(parts));
    return narrowed;
}

NumberRange rangeOf(const Query& query, Field field)
{
    for (const Node& part : conjunctsOf(query.root))
        if (part.kind == NodeKind::Range && part.field == field)
            return {part.low, part.high};
    return {};
}

} // namespace biomedica::ui
