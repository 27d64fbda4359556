// Workspace: what one annotator has said.

#include "core/workspace/reader.h"

#include <algorithm>
#include <map>

namespace biomedica::workspace {

namespace {

constexpr std::size_t rowsInOneGo = 4096; // decisions wait for a look-up of so many, never for all

Answers wordOf(const annotation::FigureLabels& labels, const std::string& annotator)
{
    Answers own;
    for (const annotation::FigureVote& vote : labels.votes)
        if (vote.annotator == annotator && !vote.isToBeRepeated)
            own[vote.question] = vote.answer;
    return own;
}

} // namespace

Result<std::vector<OwnAnswers>> Workspace::ownAnswers(const std::string& annotator, const std::vector<RowId>& rows,
                                                      const Job& job)
{
    TRY(const auto now, snapshot());
    std::map<std::array<std::optional<Answer>, 4>, std::vector<RowId>> groups;
    const catalog::Column& annotators = now->annotator;
    std::vector<bool> names(annotators.setCount()); // by set: whether the annotator is in it
    for (catalog::Column::SetIndex set = 0; set < names.size(); ++set)
        for (const auto value : annotators.valuesOf(set))
            names[set] = names[set] || annotators.text(value) == annotator;
    for (std::size_t begin = 0; begin < rows.size(); begin += rowsInOneGo) {
        TRY_VOID(job.check());
        const std::shared_lock lock(m_labelsMutex);
        for (std::size_t i = begin; i < std::min(rows.size(), begin + rowsInOneGo); ++i) {
            if (rows[i].value >= now->columns->rows())
                return Error(ErrorKind::NotFound, "there is no such figure any more");
            Answers own;
            if (names[annotators.setOf(rows[i].value)])
                own = wordOf(m_labels.of(now->columns->ids[rows[i].value]), annotator);
            groups[own.byQuestion].push_back(rows[i]);
        }
    }
    std::vector<OwnAnswers> found;
    for (auto& [answers, members] : groups)
        found.push_back({Answers{answers}, std::move(members)});
    return found;
}

} // namespace biomedica::workspace
