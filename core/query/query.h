// One value says what the user asked. It is copied, compared, printed and changed; the search field,
// the facets, the command line and an export recipe all hold the same one.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/query/fields.h"
#include "core/textsearch/tokenizer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::query {

enum class Trait { Labelled, Unlabelled, Disputed, Flagged, Duplicate };

enum class NodeKind {
    All,   ///< everything
    And,   ///< all children
    Or,    ///< at least one child
    Not,   ///< not the one child
    Words, ///< `pattern` in `field`, or in any text where there is no field
    Value, ///< `field` has the value `text`
    Range, ///< `field` lies between `low` and `high`, both included, either may be open
    Is,    ///< `trait`
    Has,   ///< `field` is not empty
    Like,  ///< among the nearest of the figure, or remembered picture, that `text` names; below a Not: an example of
           ///< what is not wanted. Stands at the top level.
};

struct Node {
    NodeKind kind = NodeKind::All;
    std::vector<Node> children;
    std::optional<Field> field;
    std::string text; ///< of Words, Value and Like: as written, without quotes
    textsearch::Pattern pattern;
    std::optional<std::int64_t> low, high;
    Trait trait = Trait::Labelled;

    bool operator==(const Node&) const = default;
};

struct Sort {
    Field field = Field::Year;
    bool isDescending = false;
    bool operator==(const Sort&) const = default;
};

/// What "best" means.
enum class Ranking {
    Best,     ///< by words where there are only words, by likeness where there are only examples, else both
    Text,     ///< by words alone
    Semantic, ///< by likeness alone
    Hybrid,   ///< both, by their ranks (fusion.h)
};

struct Query {
    Node root;
    std::optional<Sort> sort; ///< best first where there is none
    Ranking ranking = Ranking::Best;

    bool operator==(const Query&) const = default;
};

/// The text that parses to this query, in canonical form. Everything is "".
std::string toText(const Query& query);

/// Whether text must stand in quotes to be read as itself. A single word in quotes is exact.
bool needsQuotes(std::string_view text);

/// Patterns that occur somewhere in the query and are not excluded: what to mark in a figure's texts.
std::vector<textsearch::Pattern> patternsToMark(const Query& query);

/// The parts that must all hold at the top level: the children of an And, the root itself, or none for everything.
std::vector<Node> conjunctsOf(const Query& query);
/// The query that asks for all of these parts and nothing else, in the same order.
Query withConjuncts(const Query& query, std::vector<Node> parts);
/// All of the parts, or at least one of them; a single part stands for itself, no part for everything.
Node joined(NodeKind kind, std::vector<Node> parts);

/// What `like:` names in a query, in the order of the text.
struct Examples {
    std::vector<std::string> wanted, unwanted;

    bool isEmpty() const { return wanted.empty() && unwanted.empty(); }
    bool operator==(const Examples&) const = default;
};
Examples examplesOf(const Query& query);
Query withoutExamples(const Query& query);
/// like:NAME
Node likeNode(const std::string& name);

/// `field` has this value, as a facet names it: of a Number field, the number.
Node valueNode(Field field, const std::string& text);
/// The text of such a node; nullopt for any other node.
std::optional<std::string> valueOf(const Node& node, Field field);

/// What is asked of one field at the top level: values joined by OR, and values excluded.
struct FieldFilter {
    std::vector<std::string> included, excluded;
    bool operator==(const FieldFilter&) const = default;
};
FieldFilter filterOf(const Query& query, Field field);

/// The query with everything that it asks of this field at the top level replaced.
Query withFilter(const Query& query, Field field, const FieldFilter& filter);

/// The same, with a range for a number field; both ends open removes it.
Query withRange(const Query& query, Field field, std::optional<std::int64_t> low, std::optional<std::int64_t> high);

} // namespace biomedica::query
