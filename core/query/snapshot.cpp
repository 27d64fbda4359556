#include "core/query/snapshot.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

namespace biomedica::query {

namespace {

/// Distinct texts of some parts of a list, in order.
template <typename List, typename TextOf>
std::vector<std::string> distinct(const List& list, TextOf textOf)
{
    std::vector<std::string> texts;
    for (const auto& element : list) {
        std::string text(textOf(element));
        if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end())
            texts.push_back(std::move(text));
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

/// What a figure's labels come to in the columns. Figures of which the same entries speak share one.
struct Line {
    std::array<std::optional<catalog::Column::SetIndex>, 4> decided; ///< by Question; nullopt = as imported
    std::array<bool, 4> isHidden{};
    catalog::Column::SetIndex annotator = 0, source = 0, status = 0, assigned = 0;
    bool isLabelled = false, isDisputed = false, isFlagged = false;
    std::vector<std::string> notes;
};

std::vector<std::string> statusTexts(const annotation::FigureLabels& labels)
{
    std::vector<std::string> texts = distinct(labels.remarks, [](const annotation::FigureRemark& remark) {
        return remark.status == journal::Status::None ? std::string_view() : nameOf(remark.status);
    });
    if (labels.review.verdict != annotation::Verdict::None)
        texts.emplace_back(nameOf(labels.review.verdict));
    return texts;
}

class Builder {
public:
    explicit Builder(Snapshot& snapshot) : m_snapshot(snapshot) { m_imported = snapshot.source.intern({"imported"}); }

    Line lineOf(const annotation::FigureLabels& everything)
    {
        const annotation::FigureLabels labels = m_snapshot.visible(everything);
        Line line;
        for (const Question question : allQuestions) {
            const auto place = static_cast<std::size_t>(question);
            const annotation::Consensus& consensus = labels[question];
            line.isHidden[place] = !m_snapshot.blindTo.empty() && !labels.hasVoteOf(m_snapshot.blindTo, question);
            if (consensus.agreement == annotation::Agreement::Decided)
                line.decided[place] = m_snapshot.effectiveLabels[place].intern(consensus.answer);
        }
        line.annotator =
            m_snapshot.annotator.intern(distinct(labels.votes, [](const auto& vote) { return vote.annotator; }));
        line.source =
            m_snapshot.source.intern(distinct(labels.votes, [](const auto& vote) { return nameOf(vote.source); }));
        line.status = m_snapshot.status.intern(statusTexts(labels));
        line.assigned = m_snapshot.assigned.intern(labels.assignees);
        line.isLabelled = labels.isLabelled();
        line.isDisputed = labels.isDisputed();
        line.isFlagged = labels.isFlagged();
        for (const annotation::FigureRemark& remark : labels.remarks)
            if (!remark.note.empty())
                line.notes.push_back(remark.note);
        return line;
    }

    void write(std::uint32_t row, const Line& line)
    {
        for (const Question question : allQuestions) {
            const auto place = static_cast<std::size_t>(question);
            const auto imported =
                line.isHidden[place] ? catalog::Column::emptySet : m_snapshot.imported[place]->setOf(row);
            m_snapshot.effectiveLabels[place].assign(row, line.decided[place].value_or(imported));
        }
        m_snapshot.annotator.assign(row, line.annotator);
        m_snapshot.source.assign(row, line.isLabelled || !hasAnswer(row) ? line.source : m_imported);
        m_snapshot.status.assign(row, line.status);
        m_snapshot.assigned.assign(row, line.assigned);
        const auto put = [row](Bitmap& bitmap, bool isIn) { isIn ? bitmap.set(row) : bitmap.clear(row); };
        put(m_snapshot.labelled, line.isLabelled);
        put(m_snapshot.disputed, line.isDisputed);
        put(m_snapshot.flagged, line.isFlagged);
        for (const std::string& note : line.notes)
            m_snapshot.notes.emplace_back(row, note);
    }

    /// Figures that carry labels from their shard and no vote of a person.
    void markImported()
    {
        m_snapshot.columns->shown.forEach([this](std::uint32_t row) {
            if (!m_snapshot.labelled.test(row) && hasAnswer(row))
                m_snapshot.source.assign(row, m_imported);
        });
    }

private:
    bool hasAnswer(std::uint32_t row) const
    {
        return std::any_of(allQuestions.begin(), allQuestions.end(), [&](Question question) {
            return m_snapshot.effective(question).setOf(row) != catalog::Column::emptySet;
        });
    }

    Snapshot& m_snapshot;
    catalog::Column::SetIndex m_imported;
};

/// Which entries speak of which row. Figures of which the same entries speak share a set, so that what a decision
/// says of a million figures is worked out once.
class EntrySets {
public:
    using Index = std::uint32_t;
    using Entry = annotation::Labels::DecisionIndex;
    static constexpr Index empty = 0;

    EntrySets(const catalog::Columns& columns, const annotation::Labels& labels) : m_setOfRow(columns.rows(), empty)
    {
        for (Entry entry = 0; entry < labels.count(); ++entry) {
            Index before = empty, after = with(empty, entry); // neighbours mostly have the same
            columns.forEachRowOf(labels.at(entry).entry.figures, [&](RowId row) {
                Index& set = m_setOfRow[row.value];
                if (set != before) {
                    before = set;
                    after = with(set, entry);
                }
                set = after;
            });
        }
    }

    std::size_t count() const { return m_sets.size(); }
    Index of(std::uint32_t row) const { return m_setOfRow[row]; }

    /// In the order in which they came in.
    std::vector<Entry> entries(Index set) const
    {
        std::vector<Entry> found;
        for (; set != empty; set = m_sets[set].rest)
            found.push_back(m_sets[set].last);
        std::reverse(found.begin(), found.end());
        return found;
    }

private:
    struct Set {
        Index rest;
        Entry last;
    };

    /// The set with one entry more.
    Index with(Index set, Entry entry)
    {
        const std::uint64_t key = std::uint64_t{set} << 32 | entry;
        const auto [found, isNew] = m_with.try_emplace(key, static_cast<Index>(m_sets.size()));
        if (isNew)
            m_sets.push_back({set, entry});
        return found->second;
    }

    std::vector<Index> m_setOfRow;
    std::vector<Set> m_sets{{empty, 0}};
    std::unordered_map<std::uint64_t, Index> m_with;
};

/// The imported answers by the names that their classes have now.
std::array<std::shared_ptr<const catalog::Column>, 4> importedBy(const annotation::Taxonomy& taxonomy,
                                                                 const std::shared_ptr<const catalog::Columns>& columns)
{
    const catalog::Column* const stored[] = {&columns->panelType, &columns->panelSubtype, &columns->primary,
                                             &columns->secondary};
    std::array<std::shared_ptr<const catalog::Column>, 4> imported;
    for (const Question question : allQuestions) {
        const auto place = static_cast<std::size_t>(question);
        if (taxonomy.hasSuccessors())
            imported[place] = std::make_shared<const catalog::Column>(
                stored[place]->renamed([&](const std::string& name) { return taxonomy.current(question, name); }));
        else
            imported[place] = std::shared_ptr<const catalog::Column>(columns, stored[place]);
    }
    return imported;
}

} // namespace

const catalog::Column* Snapshot::column(Field field) const
{
    switch (field) {
    case Field::Journal: return &columns->journal;
    case Field::Mesh: return &columns->mesh;
    case Field::Keyword: return &columns->keyword;
    case Field::Subject: return &columns->subject;
    case Field::Pmcid: return &columns->pmcid;
    case Field::Shard: return &columns->shard;
    case Field::Subset: return &columns->subset;
    case Field::License: return &columns->license;
    case Field::Cluster: return &columns->cluster;
    case Field::PanelType: return &effective(Question::PanelType);
    case Field::PanelSubtype: return &effective(Question::PanelSubtype);
    case Field::Primary: return &effective(Question::Primary);
    case Field::Secondary: return &effective(Question::Secondary);
    case Field::Annotator: return &annotator;
    case Field::Source: return &source;
    case Field::Status: return &status;
    case Field::Assigned: return &assigned;
    default: return nullptr;
    }
}

const std::vector<std::int32_t>* Snapshot::numbers(Field field) const
{
    switch (field) {
    case Field::Year: return &columns->years;
    case Field::Width: return &columns->widths;
    case Field::Height: return &columns->heights;
    default: return nullptr;
    }
}

std::shared_ptr<const Snapshot> makeSnapshot(std::shared_ptr<const catalog::Columns> columns,
                                             const annotation::Labels& labels, const std::string& blindTo)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->labelsVersion = labels.version();
    snapshot->taxonomy = labels.taxonomy();
    snapshot->blindTo = blindTo;
    snapshot->imported = importedBy(*snapshot->taxonomy, columns);
    for (std::size_t place = 0; place < allQuestions.size(); ++place)
        snapshot->effectiveLabels[place] =
            blindTo.empty() ? *snapshot->imported[place] : snapshot->imported[place]->withoutRows();
    const std::size_t rows = columns->rows();
    for (catalog::Column* column : {&snapshot->annotator, &snapshot->source, &snapshot->status, &snapshot->assigned})
        *column = catalog::Column(rows);
    for (Bitmap* bitmap : {&snapshot->labelled, &snapshot->disputed, &snapshot->flagged})
        *bitmap = Bitmap(rows);
    snapshot->columns = std::move(columns);

    Builder builder(*snapshot);
    const EntrySets sets(*snapshot->columns, labels);
    std::vector<std::optional<Line>> lines(sets.count());
    for (std::uint32_t row = 0; row < rows; ++row) {
        const EntrySets::Index set = sets.of(row);
        if (set == EntrySets::empty)
            continue;
        if (!lines[set])
            lines[set] = builder.lineOf(labels.from(sets.entries(set)));
        builder.write(row, *lines[set]);
    }
    builder.markImported();
    std::sort(snapshot->notes.begin(), snapshot->notes.end());
    return snapshot;
}

std::shared_ptr<const Snapshot> updatedSnapshot(const Snapshot& before, const annotation::Labels& labels,
                                                const std::vector<FigureId>& changed)
{
    std::set<std::uint32_t> rows;
    for (const FigureId figure : changed)
        if (const auto row = before.columns->rowOf(figure))
            rows.insert(row->value);
    auto snapshot = std::make_shared<Snapshot>(before);
    snapshot->labelsVersion = labels.version();
    std::erase_if(snapshot->notes, [&](const auto& note) { return rows.contains(note.first); });
    Builder builder(*snapshot);
    for (const std::uint32_t row : rows)
        builder.write(row, builder.lineOf(labels.of(snapshot->columns->ids[row])));
    std::sort(snapshot->notes.begin(), snapshot->notes.end());
    return snapshot;
}

} // namespace biomedica::query
