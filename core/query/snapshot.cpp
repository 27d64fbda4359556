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

} // namespace

/// Changes a bitmap that others may have, too.
class BitmapEditor {
public:
    explicit BitmapEditor(SharedBitmap& bitmap) : m_bitmap(bitmap) {}

    void put(std::uint32_t row, bool isIn)
    {
        if (m_bitmap.test(row) == isIn)
            return;
        if (!m_own) {
            m_own = std::make_shared<Bitmap>(*m_bitmap.m_bits);
            m_bitmap.m_bits = m_own;
        }
        isIn ? m_own->set(row) : m_own->clear(row);
    }

private:
    SharedBitmap& m_bitmap;
    std::shared_ptr<Bitmap> m_own;
};

namespace {

class Builder {
public:
    explicit Builder(Snapshot& snapshot)
        : m_snapshot(snapshot), m_effective{catalog::ColumnEditor(snapshot.effectiveLabels[0]),
                                            catalog::ColumnEditor(snapshot.effectiveLabels[1]),
                                            catalog::ColumnEditor(snapshot.effectiveLabels[2]),
                                            catalog::ColumnEditor(snapshot.effectiveLabels[3])},
          m_annotator(snapshot.annotator), m_source(snapshot.source), m_status(snapshot.status),
          m_assigned(snapshot.assigned), m_labelled(snapshot.labelled), m_disputed(snapshot.disputed),
          m_flagged(snapshot.flagged)
    {
        m_imported = snapshot.source.intern({"imported"});
    }

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
            m_effective[place].assign(row, line.decided[place].value_or(imported));
        }
        m_annotator.assign(row, line.annotator);
        m_source.assign(row, line.isLabelled || !hasAnswer(row) ? line.source : m_imported);
        m_status.assign(row, line.status);
        m_assigned.assign(row, line.assigned);
        m_labelled.put(row, line.isLabelled);
        m_disputed.put(row, line.isDisputed);
        m_flagged.put(row, line.isFlagged);
        for (const std::string& note : line.notes)
            m_notes.emplace_back(row, note);
    }

    /// The notes of the rows that were written, and those of `others`.
    void takeNotes(Notes others)
    {
        m_notes.insert(m_notes.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
        std::sort(m_notes.begin(), m_notes.end());
        m_snapshot.notes = std::make_shared<const Notes>(std::move(m_notes));
    }
    bool hasNotes() const { return !m_notes.empty(); }

private:
    bool hasAnswer(std::uint32_t row) const
    {
        return std::any_of(allQuestions.begin(), allQuestions.end(), [&](Question question) {
            return m_snapshot.effective(question).setOf(row) != catalog::Column::emptySet;
        });
    }

    Snapshot& m_snapshot;
    std::array<catalog::ColumnEditor, 4> m_effective; ///< by Question
    catalog::ColumnEditor m_annotator, m_source, m_status, m_assigned;
    BitmapEditor m_labelled, m_disputed, m_flagged;
    Notes m_notes;
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

const catalog::ArticleColumn* Snapshot::articleColumn(Field field) const
{
    switch (field) {
    case Field::Pmcid: return &columns->pmcid;
    case Field::Mesh: return &columns->mesh;
    case Field::Keyword: return &columns->keyword;
    case Field::Subject: return &columns->subject;
    default: return nullptr;
    }
}

const catalog::NumberColumn* Snapshot::numbers(Field field) const
{
    switch (field) {
    case Field::Year: return &columns->years;
    case Field::Width: return &columns->widths;
    case Field::Height: return &columns->heights;
    default: return nullptr;
    }
}

std::vector<std::string> Snapshot::textsOf(Field field, RowId row) const
{
    if (const catalog::ArticleColumn* ofArticles = articleColumn(field))
        return ofArticles->textsOf(columns->articles[row.value]);
    const catalog::Column* ofFigures = column(field);
    return ofFigures ? ofFigures->textsOf(row.value) : std::vector<std::string>();
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
    snapshot->source = blindTo.empty() ? columns->importedSource : columns->importedSource.withoutRows();
    for (catalog::Column* column : {&snapshot->annotator, &snapshot->status, &snapshot->assigned})
        *column = catalog::Column(rows);
    for (SharedBitmap* bitmap : {&snapshot->labelled, &snapshot->disputed, &snapshot->flagged})
        *bitmap = SharedBitmap(rows);
    snapshot->columns = std::move(columns);
    if (labels.count() == 0)
        return snapshot;

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
    builder.takeNotes({});
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
    Builder builder(*snapshot);
    for (const std::uint32_t row : rows)
        builder.write(row, builder.lineOf(labels.of(snapshot->columns->ids[row])));
    const auto isOfChanged = [&](const auto& note) { return rows.contains(note.first); };
    if (builder.hasNotes() || std::any_of(before.notes->begin(), before.notes->end(), isOfChanged)) {
        Notes others = *before.notes;
        std::erase_if(others, isOfChanged);
        builder.takeNotes(std::move(others));
    }
    return snapshot;
}

} // namespace biomedica::query
