// One entry of the journal: a decision about figures, a change of the taxonomy, an assignment, a reviewer's
// word, or the undoing or redoing of such an entry.
//
// Thread contract: values.
#pragma once

#include "core/base/answers.h"
#include "core/base/ids.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::journal {

enum class EntryKind { Decide = 0, Undo = 1, Redo = 2, EditTaxonomy = 3, Assign = 4, Review = 5 };

constexpr bool isToggle(EntryKind kind)
{
    return kind == EntryKind::Undo || kind == EntryKind::Redo;
}

/// How a decision came about.
enum class Source {
    Hand,        ///< one figure
    Bulk,        ///< a selection or everything that matched a query
    Cluster,     ///< all figures of a cluster
    Imported,    ///< what the shard says, adopted
    Propagated,  ///< carried over from figures like it
    Suggested,   ///< a suggestion, accepted
    Adjudicated, ///< a reviewer's last word where annotators disagree: not a vote
    Rule,        ///< the proposed way out of a contradiction
};

/// What an annotator says of a figure beside the four questions.
enum class Status { None, Unsure, Skipped };

constexpr std::string_view nameOf(Source source)
{
    constexpr std::array<std::string_view, 8> names = {"hand",       "bulk",      "cluster",     "imported",
                                                       "propagated", "suggested", "adjudicated", "rule"};
    return names[static_cast<std::size_t>(source)];
}

constexpr std::string_view nameOf(Status status)
{
    constexpr std::array<std::string_view, 3> names = {"none", "unsure", "skipped"};
    return names[static_cast<std::size_t>(status)];
}

/// What a decision says about one question: an answer, or that the annotator takes back their vote.
struct Vote {
    bool isWithdrawn = false;
    Answer answer;

    bool operator==(const Vote&) const = default;
};

/// The content of a decision; what is nullopt stays as it was.
struct Decision {
    std::array<std::optional<Vote>, 4> votes; ///< by Question
    std::optional<std::string> note;          ///< "" removes it
    std::optional<Status> status;
    std::optional<bool> isFlagged;

    std::optional<Vote>& operator[](Question question) { return votes[static_cast<std::size_t>(question)]; }
    const std::optional<Vote>& operator[](Question question) const { return votes[static_cast<std::size_t>(question)]; }
    bool isEmpty() const { return *this == Decision{}; }
    bool operator==(const Decision&) const = default;
};

struct Entry {
    std::string id;          ///< 32 hexadecimal digits, unique in the world
    std::uint64_t clock = 0; ///< logical time (Lamport); with the id it orders all entries anywhere
    std::string origin;      ///< the journal that it was made in
    std::string annotator;
    std::int64_t atMs = 0; ///< when, milliseconds since 1970 UTC; for people, never for ordering
    EntryKind kind = EntryKind::Decide;
    Source source = Source::Hand;
    int taxonomyVersion = 0;
    Decision decision;             ///< of a Decide
    std::string refersTo;          ///< the entry or the group that an Undo or Redo is about
    std::string group;             ///< names entries that were made in one go, and are undone so; "" = alone
    std::string content;           ///< JSON of an EditTaxonomy, Assign or Review (core/annotation)
    std::vector<FigureId> figures; ///< targets, sorted; of all kinds but Undo, Redo and EditTaxonomy

    std::int64_t sequence = 0; ///< place in this journal; differs from journal to journal

    /// What undoing it refers to.
    const std::string& undoName() const { return group.empty() ? id : group; }
    bool operator==(const Entry&) const = default;
};

} // namespace biomedica::journal
