#include "core/textsearch/matching.h"

#include "core/textsearch/phrase.h"
#include "core/textsearch/stemming.h"

#include <algorithm>
#include <map>

namespace biomedica::textsearch {

namespace {

constexpr double weightOfOtherForms = 0.5;

/// Where one word stands in one space.
struct FoundWord {
    const Segment* segment = nullptr;
    ListPlaces places{};
};
struct Form {
    double weight = 1;
    std::vector<FoundWord> found; ///< by segment
};
/// Each form once, whatever segments it stands in.
using Forms = std::map<std::string, Form>;

Result<void> takeWord(const Segment& segment, const std::string& word, double weight, Forms& forms)
{
    const Dictionary::Cursor cursor = segment.dictionary().from(word);
    if (cursor.isDamaged())
        return segment.damaged();
    if (!cursor.isAtEnd() && cursor.word() == word) {
        Form& form = forms[word];
        form.weight = weight;
        form.found.push_back({&segment, cursor.places()});
    }
    return {};
}

Result<void> takePrefix(const Segment& segment, const std::string& prefix, Forms& forms, const Job& job)
{
    Dictionary::Cursor cursor = segment.dictionary().from(prefix);
    for (std::uint32_t round = 1; !cursor.isAtEnd() && cursor.word().starts_with(prefix); cursor.next(), ++round) {
        forms[cursor.word()].found.push_back({&segment, cursor.places()});
        if (round % 4096 == 0)
            TRY_VOID(job.check());
    }
    return cursor.isDamaged() ? Result<void>(segment.damaged()) : Result<void>();
}

/// The words of the index that the pattern's last word stands for.
Result<Forms> formsIn(const SegmentSet& set, Space space, const Pattern& pattern, const Job& job)
{
    Forms forms;
    const std::string& word = pattern.words.back();
    const std::vector<std::string> wanted = pattern.hasForms() ? formsOf(word) : std::vector<std::string>{word};
    for (const SegmentPointer& segment : set.segments(space)) {
        if (pattern.isPrefix) {
            TRY_VOID(takePrefix(*segment, word, forms, job));
            continue;
        }
        for (const std::string& form : wanted)
            TRY_VOID(takeWord(*segment, form, form == word ? 1.0 : weightOfOtherForms, forms));
    }
    return forms;
}

std::uint64_t documentsOf(const Form& form, unsigned field)
{
    std::uint64_t documents = 0;
    for (const FoundWord& found : form.found)
        documents += found.places[field].documents;
    return documents;
}

Result<FieldMatches> wordsInField(const Forms& forms, Space space, unsigned field)
{
    FieldMatches matches{space, field, 0, {}, {}};
    for (const auto& [word, form] : forms) {
        matches.documents = std::max(matches.documents, documentsOf(form, field));
        for (const FoundWord& found : form.found) {
            if (found.places[field].documents == 0)
                continue;
            matches.lists.push_back({found.segment, found.segment->list(found.places[field]), form.weight});
            if (!matches.lists.back().list.isSound())
                return found.segment->damaged();
        }
    }
    return matches;
}

/// The same document may match with several last words: their frequencies add up.
std::vector<PhraseMatch> joinedByDocument(std::vector<PhraseMatch> matches)
{
    std::stable_sort(matches.begin(), matches.end(),
                     [](const PhraseMatch& a, const PhraseMatch& b) { return a.document < b.document; });
    std::vector<PhraseMatch> joined;
    for (const PhraseMatch& match : matches) {
        if (joined.empty() || joined.back().document != match.document)
            joined.push_back(match);
        else
            joined.back().frequency += match.frequency;
    }
    return joined;
}

class PhraseFinder {
public:
    PhraseFinder(const SegmentSet& set, const Pattern& pattern, const Job& job)
        : m_set(set), m_pattern(pattern), m_job(job)
    {
    }

    Result<void> find(Space space, TextFields fields, std::vector<FieldMatches>& into)
    {
        TRY(const Forms lastWords, formsIn(m_set, space, m_pattern, m_job));
        std::array<FieldMatches, fieldsInSpace> byField;
        for (const SegmentPointer& segment : m_set.segments(space)) {
            TRY(const auto firstWords, firstWordsIn(*segment));
            for (unsigned field = 0; field < fieldsOf(space) && firstWords; ++field)
                if (isAsked(space, field, fields))
                    TRY_VOID(findIn(*segment, *firstWords, lastWords, field, byField[field]));
        }
        for (unsigned field = 0; field < fieldsOf(space); ++field) {
            byField[field].space = space;
            byField[field].field = field;
            if (byField[field].documents > 0)
                into.push_back(std::move(byField[field]));
        }
        return {};
    }

private:
    /// Nothing where one of them is not in the segment.
    Result<std::optional<std::vector<ListPlaces>>> firstWordsIn(const Segment& segment) const
    {
        std::vector<ListPlaces> places;
        for (std::size_t i = 0; i + 1 < m_pattern.words.size(); ++i) {
            const Dictionary::Cursor cursor = segment.dictionary().from(m_pattern.words[i]);
            if (cursor.isDamaged())
                return segment.damaged();
            if (cursor.isAtEnd() || cursor.word() != m_pattern.words[i])
                return std::optional<std::vector<ListPlaces>>();
            places.push_back(cursor.places());
        }
        return std::optional(std::move(places));
    }

    Result<void> findIn(const Segment& segment, const std::vector<ListPlaces>& firstWords, const Forms& lastWords,
                        unsigned field, FieldMatches& into) const
    {
        std::vector<PostingList> lists;
        for (const ListPlaces& places : firstWords) {
            if (places[field].documents == 0)
                return {};
            lists.push_back(segment.list(places[field]));
        }
        std::vector<PhraseMatch> all;
        for (const auto& [word, form] : lastWords) {
            for (const FoundWord& found : form.found) {
                if (found.segment != &segment || found.places[field].documents == 0)
                    continue;
                lists.push_back(segment.list(found.places[field]));
                TRY(const std::vector<PhraseMatch> some, findPhrase(segment, lists, m_job));
                lists.pop_back();
                all.insert(all.end(), some.begin(), some.end());
            }
        }
        if (lastWords.size() > 1)
            all = joinedByDocument(std::move(all));
        into.documents += all.size();
        if (!all.empty())
            into.phrases.push_back({&segment, std::move(all)});
        return {};
    }

    const SegmentSet& m_set;
    const Pattern& m_pattern;
    const Job& m_job;
};

} // namespace

Result<std::vector<FieldMatches>> findPattern(const SegmentSet& set, const Pattern& pattern, TextFields fields,
                                              const Job& job)
{
    std::vector<FieldMatches> all;
    for (const Space space : {Space::Figures, Space::Articles}) {
        if (pattern.words.size() > 1) {
            TRY_VOID(PhraseFinder(set, pattern, job).find(space, fields, all));
            continue;
        }
        TRY(const Forms forms, formsIn(set, space, pattern, job));
        for (unsigned field = 0; field < fieldsOf(space); ++field) {
            if (!isAsked(space, field, fields))
                continue;
            TRY(FieldMatches matches, wordsInField(forms, space, field));
            if (matches.documents > 0)
                all.push_back(std::move(matches));
        }
    }
    return all;
}

} // namespace biomedica::textsearch
