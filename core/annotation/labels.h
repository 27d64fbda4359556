// The journal folded: what is known about each figure now.
//
// The state is a function of the set of entries, whatever order they arrived in: entries are ordered by (clock, id),
// a vote is an annotator's latest decision on a question that is not undone, and an entry is undone when the latest
// undo or redo that names it, or its group, is an undo. The taxonomy is the built-in one with the changes that are not
// undone, in that order; changes that make no sense there (another journal's came in between) are left out and told.
//
// Entries over many figures are kept as the sorted lists that they are, and looked up by bisection: a decision over a
// million figures costs its 8 MB and no entry in a hash table. Entries over few figures cost about 4 bytes a figure
// beside a hash table of those figures.
//
// Thread contract: one thread writes while none reads; the workspace's lock sees to it.
#pragma once

#include "core/annotation/figure_labels.h"
#include "core/annotation/taxonomy.h"
#include "core/base/ids.h"
#include "core/journal/entry.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

namespace biomedica::annotation {

/// An entry that can be undone: all but undo and redo.
struct DecisionRecord {
    journal::Entry entry; ///< entry.figures is kept: undo has to say which figures change
    bool isUndone = false;
    std::int64_t undoneAt = 0; ///< sequence of the latest undo in this journal, 0 = none
    std::string undoneBy;      ///< the group of that undo, or its id
    /// What entry.content says.
    std::variant<std::monostate, TaxonomyEdit, Review, Assignment> content;
};

class Labels {
public:
    using DecisionIndex = std::uint32_t;

    /// `origin`: the journal whose decisions undo() takes back; merged ones are left alone.
    explicit Labels(std::string origin = {}, const Taxonomy& base = Taxonomy::builtIn());

    /// Takes an entry in. An entry that is known already changes nothing.
    void apply(journal::Entry entry);

    /// Grows with every entry that changed something.
    std::uint64_t version() const { return m_version; }
    /// Figures that may look different than at that version; nullopt = any of them, very many, or it is too long ago.
    std::optional<std::vector<FigureId>> changedSince(std::uint64_t version) const;

    const std::shared_ptr<const Taxonomy>& taxonomy() const { return m_taxonomy; }
    /// Changes of the taxonomy that make no sense where they stand, with the reason.
    const std::vector<std::pair<DecisionIndex, std::string>>& taxonomyProblems() const { return m_taxonomyProblems; }
    /// The taxonomy as if these entries were undone.
    Taxonomy taxonomyWithout(const std::set<DecisionIndex>& undone) const;

    /// Empty labels for a figure about which nothing was said.
    FigureLabels of(FigureId figure) const;
    /// The same, as if these entries were undone.
    FigureLabels of(FigureId figure, const std::set<DecisionIndex>& undone) const;
    /// What entries say, taken in logical order from those that name the figure.
    FigureLabels from(std::span<const DecisionIndex> entries, const std::set<DecisionIndex>& undone = {}) const;

    /// Every figure that an entry names, undone ones included, once and in rising order, with those entries in the
    /// order in which they came in. Figures of which the same entries speak have the same labels.
    void forEachFigure(const std::function<void(FigureId, std::span<const DecisionIndex>)>& visit) const;
    /// Those that name the figure, in logical order.
    std::vector<DecisionIndex> entriesOf(FigureId figure) const;

    std::size_t count() const { return m_decisions.size(); }
    const DecisionRecord& at(DecisionIndex index) const { return m_decisions[index]; }
    const DecisionRecord* decision(const std::string& id) const;
    /// The entry of that id, or all of the group of that name, oldest first.
    std::vector<DecisionIndex> named(const std::string& idOrGroup) const;
    /// All entries that can be undone, oldest first in logical order.
    std::vector<const DecisionRecord*> decisions() const;

    /// What undo without an id takes back: the last entry, or group of them, made in this journal, by the annotator
    /// if one is named.
    std::vector<DecisionIndex> lastUndoable(const std::optional<std::string>& annotator) const;
    /// What redo brings back: all that was undone last in one go, unless its annotator has decided anything since.
    std::vector<DecisionIndex> lastRedoable(const std::optional<std::string>& annotator) const;

    /// From so many figures on, an entry is kept as a list of its own.
    static constexpr std::size_t manyFigures = 1000;

private:
    /// What may look different after an entry.
    struct Change {
        std::vector<FigureId> figures;
        bool isEverything = false; ///< then any figure may
    };
    struct Order {
        std::uint64_t clock = 0;
        std::string id;
        auto operator<=>(const Order&) const = default;
    };
    struct Toggle {
        Order order;
        bool isUndo = false;
        std::int64_t undoneAt = 0;
        std::string undoneBy;
    };

    Change take(journal::Entry entry);
    void add(Change& change, const std::vector<FigureId>& figures) const;
    Change applyToggle(const journal::Entry& entry);
    void updateUndone(DecisionRecord& record) const;
    void place(DecisionIndex decision, FigureId figure);
    bool isBefore(DecisionIndex a, DecisionIndex b) const;
    void updateTaxonomy();
    std::vector<DecisionIndex> inLogicalOrder(std::vector<DecisionIndex> entries) const;
    static Order orderOf(const journal::Entry& entry) { return {entry.clock, entry.id}; }

    static constexpr std::size_t changesKept = 256;
    static constexpr std::size_t figuresKept = 20'000; ///< in one change

    std::string m_origin;
    const Taxonomy* m_base;
    std::uint64_t m_version = 0;
    std::deque<Change> m_changes; ///< the latest; the last one led to m_version
    std::vector<DecisionRecord> m_decisions;
    std::unordered_map<std::string, DecisionIndex> m_indexOfId;
    std::unordered_map<std::string, std::vector<DecisionIndex>> m_groups;
    std::unordered_map<std::string, Toggle> m_toggles; ///< the latest undo or redo by what it refers to
    std::unordered_map<FigureId, std::vector<DecisionIndex>> m_ofFigure; ///< of entries over few figures
    std::vector<DecisionIndex> m_large;                                  ///< entries over many figures
    std::vector<DecisionIndex> m_taxonomyEdits;
    std::shared_ptr<const Taxonomy> m_taxonomy;
    std::vector<std::pair<DecisionIndex, std::string>> m_taxonomyProblems;
};

} // namespace biomedica::annotation
