#include "core/annotation/repeats.h"

#include <algorithm>
#include <map>

namespace biomedica::annotation {

namespace {

/// What one annotator says of one question, and what is held against their next word.
struct Course {
    std::optional<Answer> now, before;
};

using Courses = std::map<std::string, std::array<Course, 4>>;

bool isRepeat(const DecisionRecord& record)
{
    const auto* assignment = std::get_if<Assignment>(&record.content);
    return assignment && assignment->isRepeat && !record.isUndone;
}

void takeVotes(const journal::Entry& entry, const Taxonomy& taxonomy, Courses& courses,
               std::vector<RepeatedVote>& found)
{
    for (const Question question : allQuestions) {
        const auto& vote = entry.decision[question];
        if (!vote)
            continue;
        Course& course = courses[entry.annotator][static_cast<std::size_t>(question)];
        course.now.reset();
        if (vote->isWithdrawn)
            continue;
        course.now = taxonomy.current(question, vote->answer);
        if (const auto before = std::exchange(course.before, std::nullopt))
            found.push_back({entry.annotator, question, *before, *course.now});
    }
}

} // namespace

std::vector<FigureId> repeatedFigures(const Labels& labels)
{
    std::vector<FigureId> figures;
    for (const DecisionRecord* record : labels.decisions())
        if (isRepeat(*record))
            figures.insert(figures.end(), record->entry.figures.begin(), record->entry.figures.end());
    std::sort(figures.begin(), figures.end());
    figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
    return figures;
}

std::vector<RepeatedVote> repeatsOf(const Labels& labels, FigureId figure)
{
    Courses courses;
    std::vector<RepeatedVote> found;
    for (const Labels::DecisionIndex index : labels.entriesOf(figure)) {
        const DecisionRecord& record = labels.at(index);
        if (isRepeat(record)) {
            for (Course& course : courses[std::get<Assignment>(record.content).annotator])
                course.before = course.now;
        } else if (!record.isUndone && record.entry.kind == journal::EntryKind::Decide
                   && record.entry.source != journal::Source::Adjudicated) {
            takeVotes(record.entry, *labels.taxonomy(), courses, found);
        }
    }
    return found;
}

} // namespace biomedica::annotation
