#include "ui/annotate/secondaryorder.h"

#include <algorithm>

namespace biomedica::ui {

std::vector<std::string> orderedLocalClasses(const annotation::Taxonomy& taxonomy, const Answer& globalClasses)
{
    const auto isChosen = [&](const std::string& name) {
        return std::find(globalClasses.begin(), globalClasses.end(), name) != globalClasses.end();
    };
    std::vector<const std::vector<std::string>*> lists; // in the taxonomy's order, whichever was chosen first
    std::size_t longest = 0;
    for (const std::string& name : taxonomy.options(Question::Primary))
        if (isChosen(name)) {
            lists.push_back(&taxonomy.localClassesOf(name));
            longest = std::max(longest, lists.back()->size());
        }
    std::vector<std::string> order;
    for (std::size_t turn = 0; turn < longest; ++turn)
        for (const auto* list : lists)
            if (turn < list->size())
                order.push_back((*list)[turn]);
    for (const std::string& name : taxonomy.options(Question::Secondary))
        if (!isChosen(taxonomy.parentOf(name)))
            order.push_back(name);
    return order;
}

} // namespace biomedica::ui
