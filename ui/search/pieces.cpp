#include "ui/search/pieces.h"

#include "ui/session/querywording.h"

#include <algorithm>

namespace biomedica::ui {

using query::Node;
using query::Query;
using query::SyntaxError;

bool isChip(const Node& part)
{
    return QueryWording::filterText(part).has_value();
}

Pieces piecesOf(const Query& query)
{
    Pieces pieces;
    std::vector<Node> words;
    for (Node& part : query::conjunctsOf(query))
        (isChip(part) ? pieces.chips : words).push_back(std::move(part));
    pieces.text = query::toText(query::withConjuncts({}, std::move(words)));
    return pieces;
}

std::variant<Query, SyntaxError> queryOf(const Pieces& pieces)
{
    auto parsed = query::parseWithPlace(pieces.text);
    auto* words = std::get_if<Query>(&parsed);
    if (!words)
        return parsed;
    std::vector<Node> parts = query::conjunctsOf(*words);
    parts.insert(parts.end(), pieces.chips.begin(), pieces.chips.end());
    return query::withConjuncts({}, std::move(parts));
}

Pieces withFiltersAsChips(const Pieces& pieces)
{
    const auto parsed = query::parseWithPlace(pieces.text);
    const auto* words = std::get_if<Query>(&parsed);
    if (!words)
        return pieces;
    Pieces found = piecesOf(*words);
    if (found.chips.empty())
        return pieces;
    Pieces all{pieces.chips, std::move(found.text)};
    for (Node& chip : found.chips)
        if (std::find(all.chips.begin(), all.chips.end(), chip) == all.chips.end())
            all.chips.push_back(std::move(chip));
    return all;
}

bool asksTheSame(const Query& a, const Query& b)
{
    return a.sort == b.sort && piecesOf(a) == piecesOf(b);
}

} // namespace biomedica::ui
