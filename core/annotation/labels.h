// The journal folded: what is known about each figure now.
//
// The state is a function of the set of entries, whatever order they arrived in: entries are ordered
// by (clock, id), a vote is an annotator's latest decision on a question that is not undone, and a
// decision is undone when the latest undo or redo that names it is an undo.
//
// Costs about 4 bytes a figure and decision beside a hash table of the labelled figures.
//
// Thread contract: one thread writes while none reads; the workspace's lock sees to it.
#pragma once

#include "core/annotation/consensus.h"
#include "core/base/ids.h"
#include "core/journal/entry.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace biomedica::annotation {

/// A decision without its targets.
struct DecisionRecord {
    journal::Entry entry; ///< entry.figures is kept: undo has to say which figures change
    bool isUndone = false;
    std::int64_t undoneAt = 0; ///< sequence of the latest undo in this journal, 0 = none
};

/// One annotator's current word on a figure.
struct FigureVote {
    Question question = Question::PanelType;
    Answer answer;
    std::string annotator;
    std::int64_t atMs = 0; ///< milliseconds since 1970 UTC
    journal::Source source = journal::Source::Hand;
    std::string decision; ///< id
};

struct FigureRemark {
    std::string annotator;
    std::string note;
    journal::Status status = journal::Status::None;
    bool isFlagged = false;
    std::int64_t atMs = 0; ///< of the last decision about any of these, milliseconds since 1970 UTC
    journal::Source source = journal::Source::Hand;
};

/// Everything people said about one figure.
struct FigureLabels {
    std::vector<FigureVote> votes;      ///< by question, then annotator
    std::vector<FigureRemark> remarks;  ///< by annotator; only those that say something
    std::array<Consensus, 4> consensus; ///< by Question

    const Consensus& operator[](Question question) const { return consensus[static_cast<std::size_t>(question)]; }
    bool isLabelled() const { return !votes.empty(); }
    /// Some question has votes and no majority.
    bool isDisputed() const;
    bool isFlagged() const;
};

class Labels {
public:
    /// `origin`: the journal whose decisions undo() takes back; merged ones are left alone.
    explicit Labels(std::string origin = {}) : m_origin(std::move(origin)) {}

    /// Takes an entry in; returns the figures whose labels may have changed. An entry that is known
    /// already changes nothing.
    std::vector<FigureId> apply(journal::Entry entry);

    /// Grows with every entry that changed something.
    std::uint64_t version() const { return m_version; }

    /// Empty labels for a figure about which nothing was said.
    FigureLabels of(FigureId figure) const;
    /// Every figure that a decision names, undone ones included, in no order.
    void forEachFigure(const std::function<void(FigureId)>& visit) const;

    const DecisionRecord* decision(const std::string& id) const;
    /// All decisions, oldest first in logical order.
    std::vector<const DecisionRecord*> decisions() const;

    /// What undo without an id takes back: the last decision made in this journal, by the annotator if
    /// one is named.
    const DecisionRecord* lastUndoable(const std::optional<std::string>& annotator) const;
    /// What redo brings back: the decision undone last, unless its annotator has decided anything since.
    const DecisionRecord* lastRedoable(const std::optional<std::string>& annotator) const;

private:
    using DecisionIndex = std::uint32_t;
    struct Order {
        std::uint64_t clock = 0;
        std::string id;
        auto operator<=>(const Order&) const = default;
    };
    struct Toggle {
        Order order;
        bool isUndo = false;
        std::int64_t undoneAt = 0;
    };

    void applyToggle(const journal::Entry& entry);
    void place(DecisionIndex decision, FigureId figure);
    bool isBefore(DecisionIndex a, DecisionIndex b) const;
    static Order orderOf(const journal::Entry& entry) { return {entry.clock, entry.id}; }

    std::string m_origin;
    std::uint64_t m_version = 0;
    std::vector<DecisionRecord> m_decisions;
    std::unordered_map<std::string, DecisionIndex> m_indexOfId;
    std::unordered_map<std::string, Toggle> m_toggles;                   ///< latest undo or redo by decision id
    std::unordered_map<FigureId, std::vector<DecisionIndex>> m_ofFigure; ///< in logical order
};

} // namespace biomedica::annotation
