#include "ui/session/queryedit.h"

#include "core/query/parser.h"

#include <algorithm>

namespace biomedica::ui {

using query::Field;
using query::Node;
using query::NodeKind;
using query::Query;
using query::Trait;

namespace {

Node traitNode(Trait trait)
{
    Node node;
    node.kind = NodeKind::Is;
    node.trait = trait;
    return node;
}

Node nodeOf(const FilterTarget& target)
{
    if (const Field* field = std::get_if<Field>(&target.what))
        return query::valueNode(*field, target.value);
    return traitNode(std::get<Trait>(target.what));
}

Node negated(Node node)
{
    Node except;
    except.kind = NodeKind::Not;
    except.children.push_back(std::move(node));
    return except;
}

/// Another value of the same field, or another trait.
bool isOfKind(const Node& node, const FilterTarget& target)
{
    if (const Field* field = std::get_if<Field>(&target.what))
        return query::valueOf(node, *field).has_value();
    return node.kind == NodeKind::Is;
}

bool isTarget(const Node& node, const FilterTarget& target)
{
    if (const Field* field = std::get_if<Field>(&target.what)) {
        const auto value = query::valueOf(node, *field);
        return value && isSameValue(*value, target.value);
    }
    return node.kind == NodeKind::Is && node.trait == std::get<Trait>(target.what);
}

/// One value, or an OR of values, of the target's kind.
bool isGroup(const Node& part, const FilterTarget& target)
{
    if (part.kind != NodeKind::Or)
        return isOfKind(part, target);
    return std::all_of(part.children.begin(), part.children.end(),
                       [&](const Node& child) { return isOfKind(child, target); });
}

std::vector<Node> membersOf(const Node& group)
{
    return group.kind == NodeKind::Or ? group.children : std::vector<Node>{group};
}

bool isExclusionOf(const Node& part, const FilterTarget& target)
{
    return part.kind == NodeKind::Not && isTarget(part.children.front(), target);
}

/// Takes the target out of a group; true where it was in it. The group may be empty then.
bool takeOut(std::vector<Node>& members, const FilterTarget& target)
{
    return std::erase_if(members, [&](const Node& member) { return isTarget(member, target); }) > 0;
}

/// The parts of a query as far as they concern a target: groups as lists of members, in their places.
class Parts {
public:
    Parts(const Query& query, const FilterTarget& target) : m_target(target)
    {
        for (Node& node : query::conjunctsOf(query)) {
            const bool isGroupOfKind = isGroup(node, target);
            m_parts.push_back({isGroupOfKind, isGroupOfKind ? membersOf(node) : std::vector<Node>{std::move(node)}});
        }
    }

    bool takeExclusion()
    {
        return std::erase_if(
                   m_parts,
                   [this](const Part& part) { return !part.isGroup && isExclusionOf(part.members.front(), m_target); })
               > 0;
    }
    bool takeFromGroups()
    {
        bool isTaken = false;
        for (Part& part : m_parts)
            isTaken |= part.isGroup && takeOut(part.members, m_target);
        return isTaken;
    }
    bool takeGroupOfItsOwn()
    {
        return std::erase_if(m_parts,
                             [this](const Part& part) {
                                 return part.isGroup && part.members.size() == 1
                                        && isTarget(part.members.front(), m_target);
                             })
               > 0;
    }
    bool isOnlyGroup() const
    {
        const auto groups =
            std::count_if(m_parts.begin(), m_parts.end(), [](const Part& part) { return part.isGroup; });
        return groups == 1 && firstGroup()->members.size() == 1 && isTarget(firstGroup()->members.front(), m_target);
    }
    /// Empties all groups but for the target, if wanted.
    void keepOnly(bool isWanted)
    {
        bool isPlaced = !isWanted;
        for (Part& part : m_parts)
            if (part.isGroup) {
                part.members.clear();
                if (!std::exchange(isPlaced, true))
                    part.members.push_back(nodeOf(m_target));
            }
        if (!isPlaced)
            m_parts.push_back({true, {nodeOf(m_target)}});
    }
    void addToLastGroup()
    {
        const auto last = std::find_if(m_parts.rbegin(), m_parts.rend(), [](const Part& part) { return part.isGroup; });
        if (last == m_parts.rend())
            m_parts.push_back({true, {nodeOf(m_target)}});
        else
            last->members.push_back(nodeOf(m_target));
    }
    void addGroup() { m_parts.push_back({true, {nodeOf(m_target)}}); }
    void addExclusion() { m_parts.push_back({false, {negated(nodeOf(m_target))}}); }

    Query applyTo(const Query& query) &&
    {
        std::vector<Node> nodes;
        for (Part& part : m_parts)
            if (!part.members.empty())
                nodes.push_back(query::joined(NodeKind::Or, std::move(part.members)));
        return query::withConjuncts(query, std::move(nodes));
    }

private:
    struct Part {
        bool isGroup = false;
        std::vector<Node> members;
    };
    std::vector<Part>::const_iterator firstGroup() const
    {
        return std::find_if(m_parts.begin(), m_parts.end(), [](const Part& part) { return part.isGroup; });
    }

    const FilterTarget& m_target;
    std::vector<Part> m_parts;
};

} // namespace

bool isSameValue(const std::string& a, const std::string& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

bool takesSeveral(const FilterTarget& target)
{
    const Field* field = std::get_if<Field>(&target.what);
    if (!field)
        return true;
    switch (*field) {
    case Field::Mesh:
    case Field::Keyword:
    case Field::Subject:
    case Field::Primary:
    case Field::Secondary:
    case Field::Annotator:
    case Field::Assigned:
    case Field::Source: return true;
    default: return false;
    }
}

FilterState stateOf(const Query& query, const FilterTarget& target)
{
    FilterState state = FilterState::Off;
    for (const Node& part : query::conjunctsOf(query)) {
        if (isExclusionOf(part, target))
            state = FilterState::Excluded;
        if (!isGroup(part, target))
            continue;
        std::vector<Node> members = membersOf(part);
        if (takeOut(members, target))
            return FilterState::Included;
    }
    return state;
}

Query withGesture(const Query& query, const FilterTarget& target, FilterGesture gesture)
{
    Parts parts(query, target);
    const bool wasExcluded = parts.takeExclusion();
    switch (gesture) {
    case FilterGesture::Only: parts.keepOnly(!wasExcluded && !parts.isOnlyGroup()); break;
    case FilterGesture::Add:
        if (!parts.takeFromGroups())
            parts.addToLastGroup();
        break;
    case FilterGesture::Also:
        if (!parts.takeGroupOfItsOwn())
            parts.addGroup();
        break;
    case FilterGesture::Exclude:
        parts.takeFromGroups();
        if (!wasExcluded)
            parts.addExclusion();
        break;
    }
    return std::move(parts).applyTo(query);
}

Query narrowedBy(const Query& query, Trait trait)
{
    std::vector<Node> parts = query::conjunctsOf(query);
    parts.push_back(traitNode(trait));
    return query::withConjuncts(query, std::move(parts));
}

NumberRange rangeOf(const Query& query, Field field)
{
    for (const Node& part : query::conjunctsOf(query))
        if (part.kind == NodeKind::Range && part.field == field)
            return {part.low, part.high};
    return {};
}

} // namespace biomedica::ui
