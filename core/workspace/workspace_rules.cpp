// Workspace: contradictions in the labels of its figures.

#include "core/workspace/workspace.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace biomedica::workspace {

namespace {

using annotation::Violation;
using catalog::Column;

/// Which sets a row has: of the four effective labels and, last, of the imported panel subtype, which shows
/// again where the votes for one are withdrawn.
using LabelSets = std::array<Column::SetIndex, 5>;

struct HashOfSets {
    std::size_t operator()(const LabelSets& sets) const
    {
        std::uint64_t hash = 0;
        for (const Column::SetIndex set : sets)
            hash = (hash ^ set) * 0x9e3779b97f4a7c15;
        return hash ^ hash >> 32;
    }
};

std::optional<Answer> answerOf(const Column& column, Column::SetIndex set)
{
    if (set == Column::emptySet)
        return std::nullopt;
    Answer answer;
    for (const Column::ValueIndex value : column.valuesOf(set))
        answer.push_back(column.text(value));
    std::sort(answer.begin(), answer.end());
    return answer;
}

/// Brings rows with the same contradiction together; the rules are asked once for all rows with the same labels.
class Grouping {
public:
    Grouping(const query::Snapshot& snapshot, const annotation::Taxonomy& taxonomy)
        : m_snapshot(snapshot), m_taxonomy(taxonomy)
    {
    }

    void add(std::uint32_t row)
    {
        const LabelSets sets = setsOf(row);
        auto found = m_groupsOfSets.find(sets);
        if (found == m_groupsOfSets.end())
            found = m_groupsOfSets.emplace(sets, groupsFor(sets)).first;
        for (const std::size_t group : found->second)
            m_groups[group].rows.push_back(RowId(row));
    }

    std::vector<Contradiction> take()
    {
        std::sort(m_groups.begin(), m_groups.end(), [](const Contradiction& a, const Contradiction& b) {
            if (a.violation.rule != b.violation.rule)
                return a.violation.rule < b.violation.rule;
            return a.rows.size() != b.rows.size() ? a.rows.size() > b.rows.size() : a.violation < b.violation;
        });
        return std::move(m_groups);
    }

private:
    LabelSets setsOf(std::uint32_t row) const
    {
        LabelSets sets{};
        for (const Question question : allQuestions)
            sets[static_cast<std::size_t>(question)] = m_snapshot.effective(question).setOf(row);
        sets.back() = m_snapshot.columns->panelSubtype.setOf(row);
        return sets;
    }

    std::vector<std::size_t> groupsFor(const LabelSets& sets)
    {
        Answers answers;
        for (const Question question : allQuestions)
            answers[question] = answerOf(m_snapshot.effective(question), sets[static_cast<std::size_t>(question)]);
        Answers withImportedSubtype = answers;
        withImportedSubtype[Question::PanelSubtype] = answerOf(m_snapshot.columns->panelSubtype, sets.back());

        std::vector<std::size_t> groups;
        for (Violation& violation : annotation::violationsOf(answers, m_taxonomy)) {
            dropUselessWithdrawal(violation, withImportedSubtype);
            const auto [place, isNew] = m_groupOf.try_emplace(violation, m_groups.size());
            if (isNew)
                m_groups.push_back({std::move(violation), {}});
            groups.push_back(place->second);
        }
        return groups;
    }

    void dropUselessWithdrawal(Violation& violation, const Answers& withImportedSubtype) const
    {
        std::erase_if(violation.fixes, [&](const annotation::Fix& fix) {
            if (fix.kind != annotation::FixKind::WithdrawPanelSubtype)
                return false;
            const auto left = annotation::violationsOf(withImportedSubtype, m_taxonomy);
            return std::any_of(left.begin(), left.end(),
                               [&](const Violation& other) { return other.rule == violation.rule; });
        });
    }

    const query::Snapshot& m_snapshot;
    const annotation::Taxonomy& m_taxonomy;
    std::unordered_map<LabelSets, std::vector<std::size_t>, HashOfSets> m_groupsOfSets;
    std::map<Violation, std::size_t> m_groupOf;
    std::vector<Contradiction> m_groups;
};

} // namespace

Result<std::vector<Contradiction>> Workspace::contradictions(const Job& job)
{
    TRY(const auto now, snapshot());
    Grouping grouping(*now, *now->taxonomy);
    constexpr std::uint32_t rowsAStep = 65'536; // some milliseconds
    const auto rows = static_cast<std::uint32_t>(now->columns->rows());
    for (std::uint32_t row = 0; row < rows; ++row) {
        if (row % rowsAStep == 0) {
            TRY_VOID(job.check());
        }
        if (now->columns->shown.test(row))
            grouping.add(row);
    }
    return grouping.take();
}

} // namespace biomedica::workspace
