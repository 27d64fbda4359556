// Workspace: the consensus report.

#include "core/annotation/repeats.h"
#include "core/workspace/workspace.h"

#include <algorithm>
#include <map>
#include <set>

namespace biomedica::workspace {

namespace {

/// Numbers given out in the order of arrival, and afterwards those in the order of the keys.
template <typename Key>
class Numbering {
public:
    std::uint32_t numberOf(const Key& key)
    {
        return m_numbers.try_emplace(key, static_cast<std::uint32_t>(m_numbers.size())).first->second;
    }

    std::vector<Key> sortedKeys() const
    {
        std::vector<Key> keys;
        for (const auto& [key, number] : m_numbers)
            keys.push_back(key);
        return keys;
    }

    /// By number of arrival, the place among the sorted keys.
    std::vector<std::uint32_t> ranks() const
    {
        std::vector<std::uint32_t> ranks(m_numbers.size());
        std::uint32_t rank = 0;
        for (const auto& [key, number] : m_numbers)
            ranks[number] = rank++;
        return ranks;
    }

private:
    std::map<Key, std::uint32_t> m_numbers;
};

/// Gathers the votes on one question, figure by figure.
class QuestionVotes {
public:
    explicit QuestionVotes(Question question) { m_report.question = question; }

    void add(const annotation::FigureLabels& labels)
    {
        std::vector<const annotation::FigureVote*> votes;
        for (const annotation::FigureVote& vote : labels.votes)
            if (vote.question == m_report.question)
                votes.push_back(&vote);
        if (votes.empty())
            return;
        const auto figure = static_cast<std::uint32_t>(m_report.figures++);
        for (const annotation::FigureVote* vote : votes) {
            m_votes.push_back({figure, m_annotators.numberOf(vote->annotator), m_answers.numberOf(vote->answer)});
            for (const std::string& name : vote->answer)
                ++m_classes[name].votes;
        }
        addConsensus(labels[m_report.question]);
        judge(votes);
    }

    void add(const annotation::RepeatedVote& repeat)
    {
        if (repeat.question == m_report.question)
            m_repeats.push_back(
                {m_annotators.numberOf(repeat.annotator), numberOf(repeat.first), numberOf(repeat.later)});
    }

    QuestionReport report(const agreement::Bootstrap& bootstrap) &&
    {
        m_report.annotators = m_annotators.sortedKeys();
        m_report.answers = m_answers.sortedKeys();
        const agreement::VoteTable table = voteTable();
        agreement::QuestionMeasures measures = agreement::measuresOf(table, classesOf(), m_classes.size(), bootstrap);
        m_report.agreement = measures.answers;
        std::size_t number = 0;
        for (const auto& [name, one] : m_classes)
            m_report.byClass.push_back({name, one.votes, one.figures, measures.byClass[number++]});
        addPairs(table, bootstrap);
        const std::vector<std::uint32_t> annotatorRank = m_annotators.ranks();
        for (agreement::JudgedVote& vote : m_judged)
            vote.annotator = annotatorRank[vote.annotator];
        m_report.drift = agreement::driftOf(m_judged, std::chrono::days(1));
        m_report.repeats = repeats(annotatorRank, bootstrap);
        return std::move(m_report);
    }

private:
    struct Vote {
        std::uint32_t figure = 0, annotator = 0, answer = 0; ///< by number of arrival
    };
    struct ClassCounts {
        std::size_t votes = 0, figures = 0;
    };

    agreement::Label numberOf(const Answer& answer)
    {
        return static_cast<agreement::Label>(m_answers.numberOf(answer));
    }

    std::vector<agreement::SelfAgreement> repeats(const std::vector<std::uint32_t>& annotatorRank,
                                                  const agreement::Bootstrap& bootstrap)
    {
        const std::vector<std::uint32_t> rank = m_answers.ranks();
        const auto ranked = [&](agreement::Label label) {
            return static_cast<agreement::Label>(rank[static_cast<std::size_t>(label)]);
        };
        for (agreement::Repeat& repeat : m_repeats)
            repeat = {annotatorRank[repeat.annotator], ranked(repeat.first), ranked(repeat.later)};
        return agreement::selfAgreementOf(m_repeats, bootstrap);
    }

    void addConsensus(const annotation::Consensus& consensus)
    {
        if (consensus.agreement == annotation::Agreement::Undecided)
            ++m_report.undecided;
        else
            for (const std::string& name : consensus.answer)
                ++m_classes[name].figures;
    }

    void judge(const std::vector<const annotation::FigureVote*>& votes)
    {
        for (const annotation::FigureVote* vote : votes) {
            std::vector<const Answer*> others;
            for (const annotation::FigureVote* other : votes)
                if (other != vote)
                    others.push_back(&other->answer);
            const annotation::Consensus consensus = annotation::consensusOf(m_report.question, others);
            if (consensus.agreement == annotation::Agreement::Decided)
                m_judged.push_back({m_annotators.numberOf(vote->annotator),
                                    agreement::Time(std::chrono::milliseconds(vote->atMs)),
                                    vote->answer == consensus.answer});
        }
    }

    agreement::VoteTable voteTable() const
    {
        const std::vector<std::uint32_t> annotatorRank = m_annotators.ranks(), answerRank = m_answers.ranks();
        agreement::VoteTable table(m_report.figures, annotatorRank.size());
        for (const Vote& vote : m_votes)
            table.set(vote.figure, annotatorRank[vote.annotator],
                      static_cast<agreement::Label>(answerRank[vote.answer]));
        return table;
    }

    std::vector<std::vector<std::size_t>> classesOf() const
    {
        std::map<std::string, std::size_t> numbers;
        for (const auto& [name, counts] : m_classes)
            numbers.emplace(name, numbers.size());
        std::vector<std::vector<std::size_t>> classes;
        for (const Answer& answer : m_report.answers) {
            classes.emplace_back();
            for (const std::string& name : std::set(answer.begin(), answer.end()))
                if (const auto number = numbers.find(name); number != numbers.end()) // not only given before a repeat
                    classes.back().push_back(number->second);
        }
        return classes;
    }

    void addPairs(const agreement::VoteTable& table, const agreement::Bootstrap& bootstrap)
    {
        for (std::size_t first = 0; first < table.annotators(); ++first)
            for (std::size_t second = first + 1; second < table.annotators(); ++second) {
                agreement::Confusion confusion = agreement::confusionOf(table, first, second);
                if (confusion.cells.empty())
                    continue;
                agreement::PairMeasures measures = agreement::measuresOf(confusion, bootstrap);
                m_report.pairs.push_back({first, second, std::move(measures), std::move(confusion)});
            }
    }

    QuestionReport m_report;
    Numbering<std::string> m_annotators;
    Numbering<Answer> m_answers;
    std::map<std::string, ClassCounts> m_classes;
    std::vector<Vote> m_votes;
    std::vector<agreement::JudgedVote> m_judged; ///< annotators by number of arrival until the report
    std::vector<agreement::Repeat> m_repeats;    ///< all by number of arrival until the report
};

} // namespace

Result<ConsensusReport> Workspace::consensusReport(const ConsensusRequest& request, const Job& job)
{
    TRY(const auto now, snapshot());
    std::vector<FigureId> figures;
    now->labelled.forEach([&](std::uint32_t row) { figures.push_back(now->columns->ids[row]); });
    std::vector<QuestionVotes> questions(request.questions.begin(), request.questions.end());
    constexpr std::size_t batch = 1000; // some milliseconds for which nobody can label
    std::vector<annotation::FigureLabels> labels;
    for (std::size_t begin = 0; begin < figures.size(); begin += batch) {
        TRY_VOID(job.check());
        labels.clear();
        {
            const std::shared_lock lock(m_labelsMutex);
            for (std::size_t i = begin; i < std::min(begin + batch, figures.size()); ++i)
                labels.push_back(now->visible(m_labels.of(figures[i])));
        }
        for (const annotation::FigureLabels& ofFigure : labels)
            for (QuestionVotes& question : questions)
                question.add(ofFigure);
        job.tell(begin + labels.size(), figures.size(), "votes");
    }
    std::vector<FigureId> repeated;
    {
        const std::shared_lock lock(m_labelsMutex);
        repeated = annotation::repeatedFigures(m_labels);
    }
    std::erase_if(repeated, [&](FigureId figure) { return !now->columns->rowOf(figure); });
    for (const FigureId figure : repeated) {
        TRY_VOID(job.check());
        const std::shared_lock lock(m_labelsMutex);
        for (const annotation::RepeatedVote& repeat : annotation::repeatsOf(m_labels, figure))
            if (now->blindTo.empty() || now->blindTo == repeat.annotator)
                for (QuestionVotes& question : questions)
                    question.add(repeat);
    }
    agreement::Bootstrap bootstrap = request.bootstrap;
    bootstrap.stop = job.stop;
    ConsensusReport report;
    for (QuestionVotes& question : questions) {
        report.questions.push_back(std::move(question).report(bootstrap));
        TRY_VOID(job.check());
    }
    return report;
}

} // namespace biomedica::workspace
