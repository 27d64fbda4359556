// Who was asked again, and what they said the second time.

#include "core/annotation/repeats.h"

#include <QTest>

using namespace biomedica;
using annotation::RepeatedVote;

namespace {

const FigureId one(1), two(2);

journal::Entry made(int number, const std::string& annotator, FigureId figure)
{
    journal::Entry entry;
    entry.id = std::string(31, '0') + static_cast<char>('a' + number);
    entry.clock = static_cast<std::uint64_t>(number);
    entry.sequence = number;
    entry.annotator = annotator;
    entry.figures = {figure};
    return entry;
}

journal::Entry vote(int number, const std::string& annotator, const std::string& value, FigureId figure = one)
{
    journal::Entry entry = made(number, annotator, figure);
    entry.decision[Question::PanelType] = value.empty() ? journal::Vote{true, {}} : journal::Vote{false, {value}};
    return entry;
}

journal::Entry askAgain(int number, const std::string& annotator, bool isRepeat = true)
{
    journal::Entry entry = made(number, "lead", one);
    entry.kind = journal::EntryKind::Assign;
    entry.content = toText(annotation::Assignment{annotator, "round", isRepeat});
    return entry;
}

std::vector<RepeatedVote> repeatsAfter(std::vector<journal::Entry> entries)
{
    annotation::Labels labels;
    for (journal::Entry& entry : entries)
        labels.apply(std::move(entry));
    return annotation::repeatsOf(labels, one);
}

RepeatedVote panelType(const std::string& annotator, const std::string& first, const std::string& later)
{
    return {annotator, Question::PanelType, {first}, {later}};
}

} // namespace

class TestRepeats : public QObject {
    Q_OBJECT
private slots:
    void voteBeforeIsPairedWithTheFirstOneAfter()
    {
        const auto found = repeatsAfter({vote(1, "anna", "multiple"), vote(2, "anna", "single"), askAgain(3, "anna"),
                                         vote(4, "anna", "multiple"), vote(5, "anna", "single")});
        QVERIFY(found == std::vector{panelType("anna", "single", "multiple")});
    }

    void everyRoundCounts()
    {
        const auto found = repeatsAfter({vote(1, "anna", "multiple"), askAgain(2, "anna"), vote(3, "anna", "multiple"),
                                         askAgain(4, "anna"), vote(5, "anna", "single")});
        QVERIFY(
            (found == std::vector{panelType("anna", "multiple", "multiple"), panelType("anna", "multiple", "single")}));
    }

    void onlyWhoWasAskedAgainCounts()
    {
        QVERIFY(repeatsAfter({vote(1, "anna", "multiple"), vote(2, "ben", "single"), askAgain(3, "anna"),
                              vote(4, "ben", "multiple")})
                    .empty());
        QVERIFY(
            repeatsAfter({vote(1, "anna", "multiple"), askAgain(2, "anna", false), vote(3, "anna", "single")}).empty());
    }

    void withdrawnVotesAreNothingToCompareWith()
    {
        QVERIFY(repeatsAfter(
                    {vote(1, "anna", "multiple"), vote(2, "anna", ""), askAgain(3, "anna"), vote(4, "anna", "single")})
                    .empty());
    }

    void undoneEntriesAndAdjudicationsDoNotCount()
    {
        journal::Entry undo = made(5, "anna", one);
        undo.kind = journal::EntryKind::Undo;
        undo.refersTo = made(4, "", one).id;
        undo.figures.clear();
        journal::Entry adjudication = vote(3, "anna", "single");
        adjudication.source = journal::Source::Adjudicated;
        const auto found = repeatsAfter({vote(1, "anna", "multiple"), askAgain(2, "anna"), adjudication,
                                         vote(4, "anna", "single"), undo, vote(6, "anna", "multiple")});
        QVERIFY(found == std::vector{panelType("anna", "multiple", "multiple")});
    }

    void figuresAreNamedOnce()
    {
        annotation::Labels labels;
        labels.apply(vote(1, "anna", "multiple", two));
        labels.apply(askAgain(2, "anna"));
        labels.apply(askAgain(3, "ben"));
        QVERIFY(annotation::repeatedFigures(labels) == std::vector{one});
    }
};

QTEST_APPLESS_MAIN(TestRepeats)
#include "tst_repeats.moc"
