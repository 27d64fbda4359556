#include "ui/session/exampleedit.h"

#include <algorithm>

namespace biomedica::ui {

using query::Node;
using query::NodeKind;

namespace {

Node unlike(const std::string& name)
{
    Node node;
    node.kind = NodeKind::Not;
    node.children.push_back(query::likeNode(name));
    return node;
}

/// Neighbours of a figure are sought among all others: what stands there by its key would be found alone.
query::Query withoutKeys(const query::Query& query)
{
    query::FieldFilter keys = query::filterOf(query, query::Field::Key);
    if (keys.included.empty())
        return query;
    keys.included.clear();
    return query::withFilter(query, query::Field::Key, keys);
}

} // namespace

query::Query withExamples(const query::Query& query, const std::vector<std::string>& names, ExampleGesture gesture)
{
    query::Examples examples = gesture == ExampleGesture::Only ? query::Examples() : query::examplesOf(query);
    const bool isWanted = gesture != ExampleGesture::Exclude;
    std::vector<std::string>& here = isWanted ? examples.wanted : examples.unwanted;
    std::vector<std::string>& there = isWanted ? examples.unwanted : examples.wanted;
    for (const std::string& name : names) {
        std::erase(there, name);
        if (std::find(here.begin(), here.end(), name) == here.end())
            here.push_back(name);
    }
    std::vector<Node> parts = query::conjunctsOf(query::withoutExamples(query));
    for (const std::string& name : examples.wanted)
        parts.push_back(query::likeNode(name));
    for (const std::string& name : examples.unwanted)
        parts.push_back(unlike(name));
    query::Query changed = query::withConjuncts(query, std::move(parts));
    if (gesture != ExampleGesture::Only)
        return changed;
    changed.sort.reset();
    return withoutKeys(changed);
}

query::Query withoutPictures(const query::Query& query)
{
    std::vector<Node> parts = query::conjunctsOf(query);
    std::erase_if(parts, [](const Node& part) {
        const Node& example = part.kind == NodeKind::Not ? part.children.front() : part;
        return example.kind == NodeKind::Like && example.text.starts_with('@');
    });
    return query::withConjuncts(query, std::move(parts));
}

std::size_t exampleCount(const query::Query& query)
{
    const query::Examples examples = query::examplesOf(query);
    return examples.wanted.size() + examples.unwanted.size();
}

} // namespace biomedica::ui
