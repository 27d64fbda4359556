#include "core/agreement/agreement.h"

#include "core/agreement/class_tallies.h"

namespace biomedica::agreement {

namespace {

struct Distributions {
    Distribution observed, fleissKappa, krippendorffAlpha;

    void add(const Values& values)
    {
        observed.add(values.observed);
        fleissKappa.add(values.fleissKappa);
        krippendorffAlpha.add(values.krippendorffAlpha);
    }
};

Measures measures(const PatternTable& table, const Values& values, const Distributions& distributions,
                  const Bootstrap& bootstrap)
{
    Measures result;
    for (std::size_t pattern = 0; pattern < table.items.size(); ++pattern) {
        result.items += table.items[pattern];
        result.votes += std::size_t{table.items[pattern]} * table.tally.votesIn(pattern);
    }
    result.observed = estimate(values.observed, distributions.observed, bootstrap);
    result.fleissKappa = estimate(values.fleissKappa, distributions.fleissKappa, bootstrap);
    result.krippendorffAlpha = estimate(values.krippendorffAlpha, distributions.krippendorffAlpha, bootstrap);
    return result;
}

} // namespace

QuestionMeasures measuresOf(const VoteTable& votes, const std::vector<std::vector<std::size_t>>& classesOf,
                            std::size_t classes, const Bootstrap& bootstrap)
{
    const PatternTable table = patternsOf(votes);
    ClassTallies classTallies(table.tally, classesOf, classes);
    Distributions ofAnswers;
    std::vector<Distributions> ofClasses(classes);
    Resampling resampling(table.items, bootstrap.seed);
    for (std::size_t i = 0; i < bootstrap.resamples && !bootstrap.stop.stop_requested(); ++i) {
        const Weights& drawn = resampling.draw();
        ofAnswers.add(table.tally.measure(drawn));
        classTallies.weigh(drawn);
        for (std::size_t number = 0; number < classes; ++number)
            ofClasses[number].add(classTallies.measure(number));
    }
    QuestionMeasures result;
    result.answers = measures(table, table.tally.measure(table.items), ofAnswers, bootstrap);
    classTallies.weigh(table.items);
    for (std::size_t number = 0; number < classes; ++number)
        result.byClass.push_back(measures(table, classTallies.measure(number), ofClasses[number], bootstrap));
    return result;
}

Measures measuresOf(const VoteTable& votes, const Bootstrap& bootstrap)
{
    Label last = noVote;
    for (std::size_t item = 0; item < votes.items(); ++item)
        for (const Label label : votes.votesOn(item))
            last = std::max(last, label);
    return measuresOf(votes, std::vector<std::vector<std::size_t>>(static_cast<std::size_t>(last + 1)), 0, bootstrap)
        .answers;
}

} // namespace biomedica::agreement
