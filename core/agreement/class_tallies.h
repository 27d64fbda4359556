// A tally of its own for each class, "in" or "not in", all fed from the patterns of whole answers, so that
// one resample serves every class. Only this room's own source files include this.
//
// Thread contract: one object belongs to one thread.
#pragma once

#include "core/agreement/tally.h"

namespace biomedica::agreement {

class ClassTallies {
public:
    /// `classesOf`: by label, the classes that the answer puts the item in, numbers below `classes`.
    ClassTallies(const Tally& answers, const std::vector<std::vector<std::size_t>>& classesOf, std::size_t classes);

    /// Takes over how many items have each pattern of whole answers.
    void weigh(const Weights& answers);

    Values measure(std::size_t number) const { return m_classes[number].tally.measure(m_classes[number].weights); }

private:
    /// Patterns of one class: first, for each number of voters, "nobody says in".
    struct OneClass {
        Tally tally;
        Weights weights;
    };
    /// A pattern of whole answers in which somebody says "in".
    struct Link {
        std::size_t answerPattern = 0, number = 0, pattern = 0, nobodyPattern = 0;
    };

    std::size_t patternOf(OneClass& one, std::uint32_t voters, std::uint32_t in) const;

    std::vector<OneClass> m_classes;
    std::vector<Link> m_links;
    std::vector<std::size_t> m_votersPattern; ///< by pattern of whole answers, the "nobody" pattern of its voters
    std::size_t m_nobodyPatterns = 0;
};

} // namespace biomedica::agreement
