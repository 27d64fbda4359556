#include "core/annotation/labels.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace biomedica::annotation {

using journal::EntryKind;

Labels::Labels(std::string origin, const Taxonomy& base)
    : m_origin(std::move(origin)), m_base(&base), m_taxonomy(std::make_shared<const Taxonomy>(base))
{
}

void Labels::apply(journal::Entry entry)
{
    const std::uint64_t before = m_version;
    Change change = take(std::move(entry));
    if (m_version == before)
        return;
    if (m_changes.size() == changesKept)
        m_changes.pop_front();
    m_changes.push_back(std::move(change));
}

/// What a change of these figures is kept as.
void Labels::add(Change& change, const std::vector<FigureId>& figures) const
{
    change.isEverything |= figures.size() > figuresKept;
    if (!change.isEverything)
        change.figures.insert(change.figures.end(), figures.begin(), figures.end());
}

std::optional<std::vector<FigureId>> Labels::changedSince(std::uint64_t version) const
{
    if (version > m_version || m_version - version > m_changes.size())
        return std::nullopt;
    std::vector<FigureId> figures;
    for (std::size_t i = m_changes.size() - (m_version - version); i < m_changes.size(); ++i) {
        if (m_changes[i].isEverything)
            return std::nullopt;
        figures.insert(figures.end(), m_changes[i].figures.begin(), m_changes[i].figures.end());
    }
    return figures;
}

Labels::Change Labels::take(journal::Entry entry)
{
    if (isToggle(entry.kind))
        return applyToggle(entry);
    if (m_indexOfId.contains(entry.id))
        return {};
    ++m_version;
    const auto index = static_cast<DecisionIndex>(m_decisions.size());
    m_indexOfId[entry.id] = index;
    if (!entry.group.empty())
        m_groups[entry.group].push_back(index);
    DecisionRecord record;
    record.entry = std::move(entry);
    // What cannot be read says nothing; it stays in the journal for a program that understands it.
    const std::string& content = record.entry.content;
    const auto keep = [&record](auto read) {
        if (read)
            record.content = std::move(*read);
    };
    switch (record.entry.kind) {
    case EntryKind::EditTaxonomy: keep(taxonomyEditFrom(content)); break;
    case EntryKind::Review: keep(reviewFrom(content)); break;
    case EntryKind::Assign: keep(assignmentFrom(content)); break;
    default: break;
    }
    updateUndone(record);
    const bool isTaxonomy = std::holds_alternative<TaxonomyEdit>(record.content);
    m_decisions.push_back(std::move(record));
    if (isTaxonomy) {
        m_taxonomyEdits.push_back(index);
        updateTaxonomy();
    }
    const std::vector<FigureId>& figures = m_decisions.back().entry.figures;
    if (figures.size() >= manyFigures)
        m_large.push_back(index);
    else
        for (const FigureId figure : figures)
            place(index, figure);
    Change change{{}, isTaxonomy};
    add(change, figures);
    return change;
}

Labels::Change Labels::applyToggle(const journal::Entry& entry)
{
    Change change;
    ++m_version;
    Toggle& toggle = m_toggles[entry.refersTo];
    if (orderOf(entry) <= toggle.order)
        return change;
    toggle.order = orderOf(entry);
    toggle.isUndo = entry.kind == EntryKind::Undo;
    if (toggle.isUndo && entry.origin == m_origin) {
        toggle.undoneAt = entry.sequence;
        toggle.undoneBy = entry.undoName();
    }
    bool isTaxonomy = false;
    for (const DecisionIndex index : named(entry.refersTo)) {
        DecisionRecord& record = m_decisions[index];
        updateUndone(record);
        add(change, record.entry.figures);
        isTaxonomy |= std::holds_alternative<TaxonomyEdit>(record.content);
    }
    change.isEverything |= isTaxonomy;
    if (isTaxonomy)
        updateTaxonomy();
    return change;
}

/// By the later one of what names the entry and what names its group.
void Labels::updateUndone(DecisionRecord& record) const
{
    const Toggle* latest = nullptr;
    for (const std::string* name : {&record.entry.id, &record.entry.group})
        if (const auto found = m_toggles.find(*name); !name->empty() && found != m_toggles.end())
            if (!latest || latest->order < found->second.order)
                latest = &found->second;
    record.isUndone = latest && latest->isUndo;
    record.undoneAt = latest ? latest->undoneAt : 0;
    record.undoneBy = latest ? latest->undoneBy : std::string();
}

bool Labels::isBefore(DecisionIndex a, DecisionIndex b) const
{
    const journal::Entry& left = m_decisions[a].entry;
    const journal::Entry& right = m_decisions[b].entry;
    return left.clock != right.clock ? left.clock < right.clock : left.id < right.id;
}

void Labels::place(DecisionIndex decision, FigureId figure)
{
    m_ofFigure[figure].push_back(decision);
}

std::vector<Labels::DecisionIndex> Labels::inLogicalOrder(std::vector<DecisionIndex> entries) const
{
    std::sort(entries.begin(), entries.end(), [this](DecisionIndex a, DecisionIndex b) { return isBefore(a, b); });
    return entries;
}

void Labels::updateTaxonomy()
{
    m_taxonomyEdits = inLogicalOrder(std::move(m_taxonomyEdits));
    m_taxonomyProblems.clear();
    Taxonomy taxonomy = *m_base;
    for (const DecisionIndex index : m_taxonomyEdits) {
        if (m_decisions[index].isUndone)
            continue;
        if (auto next = taxonomy.with(std::get<TaxonomyEdit>(m_decisions[index].content)))
            taxonomy = std::move(*next);
        else
            m_taxonomyProblems.emplace_back(index, next.error().message());
    }
    m_taxonomy = std::make_shared<const Taxonomy>(std::move(taxonomy));
}

Taxonomy Labels::taxonomyWithout(const std::set<DecisionIndex>& undone) const
{
    Taxonomy taxonomy = *m_base;
    for (const DecisionIndex index : m_taxonomyEdits)
        if (!m_decisions[index].isUndone && !undone.contains(index))
            if (auto next = taxonomy.with(std::get<TaxonomyEdit>(m_decisions[index].content)))
                taxonomy = std::move(*next);
    return taxonomy;
}

std::vector<Labels::DecisionIndex> Labels::entriesOf(FigureId figure) const
{
    std::vector<DecisionIndex> entries;
    if (const auto found = m_ofFigure.find(figure); found != m_ofFigure.end())
        entries = found->second;
    for (const DecisionIndex index : m_large) {
        const std::vector<FigureId>& figures = m_decisions[index].entry.figures;
        if (std::binary_search(figures.begin(), figures.end(), figure))
            entries.push_back(index);
    }
    return inLogicalOrder(std::move(entries));
}

FigureLabels Labels::of(FigureId figure) const
{
    return from(entriesOf(figure));
}

FigureLabels Labels::of(FigureId figure, const std::set<DecisionIndex>& undone) const
{
    return from(entriesOf(figure), undone);
}

void Labels::forEachFigure(const std::function<void(FigureId, std::span<const DecisionIndex>)>& visit) const
{
    std::vector<FigureId> figures;
    figures.reserve(m_ofFigure.size());
    for (const auto& [figure, entries] : m_ofFigure)
        figures.push_back(figure);
    std::sort(figures.begin(), figures.end());
    for (const DecisionIndex index : m_large) {
        std::vector<FigureId> both;
        const std::vector<FigureId>& more = m_decisions[index].entry.figures;
        both.reserve(figures.size() + more.size());
        std::set_union(figures.begin(), figures.end(), more.begin(), more.end(), std::back_inserter(both));
        figures = std::move(both);
    }
    std::vector<std::size_t> next(m_large.size()); // where each list stands: all are walked in step
    std::vector<DecisionIndex> entries;
    for (const FigureId figure : figures) {
        entries.clear();
        if (const auto found = m_ofFigure.find(figure); found != m_ofFigure.end())
            entries = found->second;
        for (std::size_t i = 0; i < m_large.size(); ++i) {
            const std::vector<FigureId>& list = m_decisions[m_large[i]].entry.figures;
            if (next[i] == list.size() || list[next[i]] != figure)
                continue;
            entries.push_back(m_large[i]);
            ++next[i];
        }
        visit(figure, entries);
    }
}

const DecisionRecord* Labels::decision(const std::string& id) const
{
    const auto found = m_indexOfId.find(id);
    return found == m_indexOfId.end() ? nullptr : &m_decisions[found->second];
}

std::vector<Labels::DecisionIndex> Labels::named(const std::string& idOrGroup) const
{
    if (const auto found = m_indexOfId.find(idOrGroup); found != m_indexOfId.end())
        return {found->second};
    const auto found = m_groups.find(idOrGroup);
    return found == m_groups.end() ? std::vector<DecisionIndex>() : inLogicalOrder(found->second);
}

std::vector<const DecisionRecord*> Labels::decisions() const
{
    std::vector<DecisionIndex> order(m_decisions.size());
    for (DecisionIndex i = 0; i < order.size(); ++i)
        order[i] = i;
    std::vector<const DecisionRecord*> sorted;
    for (const DecisionIndex index : inLogicalOrder(std::move(order)))
        sorted.push_back(&m_decisions[index]);
    return sorted;
}

std::vector<Labels::DecisionIndex> Labels::lastUndoable(const std::optional<std::string>& annotator) const
{
    const DecisionRecord* last = nullptr;
    for (const DecisionRecord& record : m_decisions) {
        const bool isCandidate =
            !record.isUndone && record.entry.origin == m_origin && (!annotator || record.entry.annotator == *annotator);
        if (isCandidate && (!last || record.entry.sequence > last->entry.sequence))
            last = &record;
    }
    return last ? named(last->entry.undoName()) : std::vector<DecisionIndex>();
}

std::vector<Labels::DecisionIndex> Labels::lastRedoable(const std::optional<std::string>& annotator) const
{
    const DecisionRecord* last = nullptr;
    for (const DecisionRecord& record : m_decisions) {
        const bool isCandidate =
            record.isUndone && record.undoneAt > 0 && (!annotator || record.entry.annotator == *annotator);
        if (isCandidate && (!last || record.undoneAt > last->undoneAt))
            last = &record;
    }
    if (!last)
        return {};
    const bool wasDecidedSince = std::any_of(m_decisions.begin(), m_decisions.end(), [&](const DecisionRecord& record) {
        return record.entry.origin == m_origin && record.entry.annotator == last->entry.annotator
               && record.entry.sequence > last->undoneAt;
    });
    std::vector<DecisionIndex> together;
    for (DecisionIndex index = 0; index < m_decisions.size() && !wasDecidedSince; ++index)
        if (m_decisions[index].isUndone && m_decisions[index].undoneBy == last->undoneBy)
            together.push_back(index);
    return inLogicalOrder(std::move(together));
}

} // namespace biomedica::annotation
