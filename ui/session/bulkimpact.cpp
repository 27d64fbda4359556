#include "ui/session/bulkimpact.h"

#include <algorithm>
#include <map>

namespace biomedica::ui {

BulkImpact bulkImpact(const query::Snapshot& snapshot, const Rows& rows, Question question, const std::string& value,
                      const std::stop_token& stop)
{
    const catalog::Column& column = snapshot.effective(question);
    std::vector<std::size_t> figuresOfSet(column.setCount()); // most figures share a few sets
    constexpr std::size_t rowsInOneGo = 65536;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % rowsInOneGo == 0 && stop.stop_requested())
            return {};
        ++figuresOfSet[column.setOf(rows[i].value)];
    }
    BulkImpact impact{rows.size(), 0, {}};
    std::map<std::string, std::size_t> counts;
    for (catalog::Column::SetIndex set = 0; set < figuresOfSet.size(); ++set) {
        const auto values = column.valuesOf(set);
        const bool isSame =
            std::any_of(values.begin(), values.end(), [&](auto one) { return column.text(one) == value; });
        if (figuresOfSet[set] == 0 || values.empty() || isSame)
            continue;
        impact.others += figuresOfSet[set];
        for (const auto one : values)
            counts[column.text(one)] += figuresOfSet[set];
    }
    impact.answers.assign(counts.begin(), counts.end());
    std::stable_sort(impact.answers.begin(), impact.answers.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return impact;
}

} // namespace biomedica::ui
