#include "core/annotation/labels.h"
#include "core/annotation/taxonomy.h"
#include "core/base/file.h"
#include "core/json/value.h"
#include "tests/support/expect.h"
#include "tests/support/test_data.h"

#include <algorithm>
#include <random>
#include <set>

using namespace biomedica;
using annotation::Agreement;
using journal::Entry;
using journal::EntryKind;

namespace {

std::string idOf(int number)
{
    return std::string(30, '0') + (number < 10 ? "0" : "") + std::to_string(number);
}

/// Entry `number` of one journal.
Entry made(int number, const std::string& annotator, EntryKind kind = EntryKind::Decide, int refersTo = 0)
{
    Entry entry;
    entry.id = idOf(number);
    entry.clock = static_cast<std::uint64_t>(number);
    entry.sequence = number;
    entry.origin = "here";
    entry.annotator = annotator;
    entry.kind = kind;
    if (kind != EntryKind::Decide)
        entry.refersTo = idOf(refersTo);
    return entry;
}

Entry vote(int number, const std::string& annotator, const std::string& panelType, std::vector<FigureId> figures)
{
    Entry entry = made(number, annotator);
    entry.decision[Question::PanelType] =
        panelType.empty() ? journal::Vote{true, {}} : journal::Vote{false, {panelType}};
    entry.figures = std::move(figures);
    return entry;
}

std::string consensusText(const annotation::Labels& labels, FigureId figure)
{
    const auto found = labels.of(figure);
    const annotation::Consensus& consensus = found[Question::PanelType];
    switch (consensus.agreement) {
    case Agreement::NoVotes: return "none";
    case Agreement::Undecided: return "undecided";
    case Agreement::Decided: return consensus.answer.front();
    }
    return {};
}

const FigureId one(1), two(2);

std::string onlyId(const annotation::Labels& labels, const std::vector<annotation::Labels::DecisionIndex>& found)
{
    return found.size() == 1 ? labels.at(found.front()).entry.id : std::to_string(found.size()) + " entries";
}

} // namespace

class TestAnnotation : public QObject {
    Q_OBJECT

private slots:
    void goldenLabelArithmetic()
    {
        EXPECT_VALUE(const std::string text, readFile(GOLDEN_CASES));
        EXPECT_VALUE(const json::Value cases, json::parse(text));
        QVERIFY(cases.size() > 10);
        for (const json::Value& golden : cases) {
            const auto votes = golden["votes"].get<std::vector<Answer>>();
            std::vector<const Answer*> pointers;
            for (const Answer& answer : votes)
                pointers.push_back(&answer);
            Question question = Question::PanelType;
            for (const Question candidate : allQuestions)
                if (nameOf(candidate) == golden["question"].get<std::string>())
                    question = candidate;
            const annotation::Consensus consensus = annotation::consensusOf(question, pointers);
            annotation::Consensus expected{Agreement::Decided, {}};
            if (golden["consensus"] == "no votes")
                expected.agreement = Agreement::NoVotes;
            else if (golden["consensus"] == "undecided")
                expected.agreement = Agreement::Undecided;
            else
                expected.answer = golden["consensus"].get<Answer>();
            QVERIFY2(consensus == expected, golden.dump().c_str());
        }
    }

    void latestVoteOfAnAnnotatorCounts()
    {
        annotation::Labels labels("here");
        labels.apply(vote(1, "anna", "single", {one, two}));
        labels.apply(vote(2, "anna", "multiple", {one}));
        QCOMPARE(consensusText(labels, one), std::string("multiple"));
        QCOMPARE(consensusText(labels, two), std::string("single"));
        labels.apply(vote(3, "anna", "", {one}));
        QCOMPARE(consensusText(labels, one), std::string("none"));
        QVERIFY(!labels.of(one).isLabelled());
    }

    void aClockThatJumpsBackChangesNothing()
    {
        annotation::Labels labels("here");
        Entry first = vote(1, "anna", "single", {one}), second = vote(2, "anna", "multiple", {one});
        first.atMs = 2'000'000;
        second.atMs = 1'000'000; // decided later, by a watch that was set back
        labels.apply(first);
        labels.apply(second);
        QCOMPARE(consensusText(labels, one), std::string("multiple"));
    }

    void undoBringsBackWhatWasBefore()
    {
        annotation::Labels labels("here");
        labels.apply(vote(1, "anna", "single", {one}));
        labels.apply(vote(2, "anna", "multiple", {one, two}));
        const std::uint64_t before = labels.version();
        labels.apply(made(3, "anna", EntryKind::Undo, 2));
        QVERIFY((labels.changedSince(before) == std::vector{one, two}));
        QCOMPARE(consensusText(labels, one), std::string("single"));
        QCOMPARE(consensusText(labels, two), std::string("none"));
        labels.apply(made(4, "anna", EntryKind::Redo, 2));
        QCOMPARE(consensusText(labels, one), std::string("multiple"));
    }

    void undoTakesTheLastLocalDecisionOfTheAnnotator()
    {
        annotation::Labels labels("here");
        labels.apply(vote(1, "anna", "single", {one}));
        labels.apply(vote(2, "ben", "multiple", {one}));
        Entry merged = vote(3, "anna", "multiple", {one});
        merged.origin = "elsewhere";
        labels.apply(merged);
        QCOMPARE(onlyId(labels, labels.lastUndoable(std::nullopt)), idOf(2));
        QCOMPARE(onlyId(labels, labels.lastUndoable("anna")), idOf(1));
        QVERIFY(labels.lastUndoable("cleo").empty());
        labels.apply(made(4, "ben", EntryKind::Undo, 2));
        QCOMPARE(onlyId(labels, labels.lastUndoable(std::nullopt)), idOf(1));
        QCOMPARE(onlyId(labels, labels.lastRedoable(std::nullopt)), idOf(2));
        labels.apply(vote(5, "ben", "single", {two}));
        QVERIFY(labels.lastRedoable("ben").empty()); // a new decision ends the way forward
    }

    void redoGoesForwardStepByStep()
    {
        annotation::Labels labels("here");
        for (int i = 1; i <= 3; ++i)
            labels.apply(vote(i, "anna", i % 2 ? "single" : "multiple", {one}));
        labels.apply(made(4, "anna", EntryKind::Undo, 3));
        labels.apply(made(5, "anna", EntryKind::Undo, 2));
        QCOMPARE(onlyId(labels, labels.lastRedoable("anna")), idOf(2));
        labels.apply(made(6, "anna", EntryKind::Redo, 2));
        QCOMPARE(onlyId(labels, labels.lastRedoable("anna")), idOf(3));
        QCOMPARE(onlyId(labels, labels.lastUndoable("anna")), idOf(2));
    }

    // The state is a function of the set of entries: any order of arrival, repeats included, gives the same.
    void orderOfArrivalDoesNotMatter()
    {
        std::mt19937 random(7);
        const std::vector<std::string> annotators = {"anna", "ben", "cleo"};
        const std::vector<std::string> values = {"single", "multiple", ""};
        for (int round = 0; round < 40; ++round) {
            std::vector<Entry> entries;
            for (int number = 1; number <= 30; ++number) {
                if (number > 3 && random() % 3 == 0)
                    entries.push_back(made(number, "anna", random() % 2 ? EntryKind::Undo : EntryKind::Redo,
                                           1 + static_cast<int>(random() % 30)));
                else
                    entries.push_back(vote(number, annotators[random() % 3], values[random() % 3],
                                           {FigureId(random() % 5), FigureId(random() % 5)}));
                if (random() % 4 == 0)
                    entries.back().clock = entries.back().clock / 2 + 1; // concurrent entries: the id decides
            }
            const auto stateOf = [&](const std::vector<Entry>& arrived) {
                annotation::Labels labels("nowhere");
                for (const Entry& entry : arrived)
                    labels.apply(entry);
                std::string state;
                for (std::uint64_t figure = 0; figure < 5; ++figure) {
                    state += consensusText(labels, FigureId(figure)) + " ";
                    const auto found = labels.of(FigureId(figure));
                    for (const auto& said : found.votes)
                        state += said.annotator + "=" + said.answer.front() + "@" + said.decision + " ";
                }
                return state;
            };
            const std::string expected = stateOf(entries);
            for (int shuffle = 0; shuffle < 5; ++shuffle) {
                std::shuffle(entries.begin(), entries.end(), random);
                std::vector<Entry> twice = entries;
                twice.insert(twice.end(), entries.begin(), entries.begin() + 10);
                QCOMPARE(stateOf(twice), expected);
            }
        }
    }

    // Entries over many figures are kept otherwise than those over few: nobody may see a difference.
    void manyAndFewFiguresComeToTheSame()
    {
        std::mt19937 random(11);
        std::vector<FigureId> all;
        for (std::uint64_t i = 0; i < annotation::Labels::manyFigures + 50; ++i)
            all.emplace_back(i);
        annotation::Labels together("here"), apart("here");
        std::set<FigureId> named;
        for (int number = 1; number <= 12; ++number) {
            const std::vector<FigureId> targets(all.begin() + static_cast<std::ptrdiff_t>(random() % 40), all.end());
            const Entry whole =
                vote(number, random() % 2 ? "anna" : "ben", random() % 2 ? "single" : "multiple", targets);
            together.apply(whole);
            named.insert(targets.begin(), targets.end());
            for (std::size_t i = 0; i < targets.size(); i += 600) { // pieces that are below the limit
                Entry piece = whole;
                piece.id = whole.id + "/" + std::to_string(i);
                piece.figures.assign(targets.begin() + static_cast<std::ptrdiff_t>(i),
                                     targets.begin() + static_cast<std::ptrdiff_t>(std::min(i + 600, targets.size())));
                apart.apply(piece);
            }
        }
        for (const FigureId figure : all)
            QCOMPARE(consensusText(together, figure), consensusText(apart, figure));
        std::size_t visited = 0;
        together.forEachFigure([&](FigureId figure, std::span<const annotation::Labels::DecisionIndex> entries) {
            ++visited;
            const auto expected = together.entriesOf(figure);
            QVERIFY(std::is_permutation(entries.begin(), entries.end(), expected.begin(), expected.end()));
        });
        QCOMPARE(visited, named.size());
    }

    void aGroupIsUndoneAndRedoneWhole()
    {
        annotation::Labels labels("here");
        for (int number = 1; number <= 2; ++number) {
            Entry entry = vote(number, "anna", "single", {FigureId(static_cast<std::uint64_t>(number))});
            entry.group = "g";
            labels.apply(entry);
        }
        QCOMPARE(labels.lastUndoable("anna").size(), 2u);
        Entry undo = made(3, "anna", EntryKind::Undo);
        undo.refersTo = "g";
        labels.apply(undo);
        QCOMPARE(consensusText(labels, one), std::string("none"));
        QCOMPARE(consensusText(labels, two), std::string("none"));
        QCOMPARE(labels.lastRedoable("anna").size(), 2u);
        labels.apply(made(4, "anna", EntryKind::Redo, 2)); // the later word is about one of them
        QCOMPARE(consensusText(labels, one), std::string("none"));
        QCOMPARE(consensusText(labels, two), std::string("single"));
    }

    void anAdjudicationDecidesAndIsNoVote()
    {
        annotation::Labels labels("here");
        labels.apply(vote(1, "anna", "single", {one}));
        labels.apply(vote(2, "ben", "multiple", {one}));
        QVERIFY(labels.of(one).isDisputed());
        Entry verdict = vote(3, "rita", "multiple", {one});
        verdict.source = journal::Source::Adjudicated;
        labels.apply(verdict);
        QCOMPARE(consensusText(labels, one), std::string("multiple"));
        QVERIFY(!labels.of(one).isDisputed());
        QCOMPARE(labels.of(one).votes.size(), 2u);
        Entry reopened = made(4, "rita", EntryKind::Review);
        reopened.refersTo.clear();
        reopened.content = toText(annotation::Review{annotation::Verdict::Reopened, "look again"});
        reopened.figures = {one};
        labels.apply(reopened);
        QVERIFY(labels.of(one).isDisputed());
        QCOMPARE(labels.of(one).review.comment, std::string("look again"));
    }

    void whoWorksBlindSeesOthersOnlyAfterTheirOwnVote()
    {
        annotation::Labels labels("here");
        labels.apply(vote(1, "anna", "single", {one}));
        const auto before = visibleTo(labels.of(one), "ben");
        QVERIFY(before.votes.empty());
        QVERIFY(before[Question::PanelType].agreement == Agreement::NoVotes);
        labels.apply(vote(2, "ben", "multiple", {one}));
        QCOMPARE(visibleTo(labels.of(one), "ben").votes.size(), 2u);
        Entry again = made(3, "rita", EntryKind::Assign);
        again.refersTo.clear();
        again.content = toText(annotation::Assignment{"ben", "second round", true});
        again.figures = {one};
        labels.apply(again);
        QVERIFY(visibleTo(labels.of(one), "ben").votes.empty());
        QCOMPARE(labels.of(one).votes.size(), 2u); // it still counts
        labels.apply(vote(4, "ben", "single", {one}));
        QCOMPARE(visibleTo(labels.of(one), "ben").votes.size(), 2u);
    }

    void remarksKeepTheirLastWord()
    {
        annotation::Labels labels("here");
        Entry entry = made(1, "anna");
        entry.decision.note = "look";
        entry.decision.isFlagged = true;
        entry.decision.status = journal::Status::Unsure;
        entry.figures = {one};
        labels.apply(entry);
        QVERIFY(labels.of(one).isFlagged());
        QVERIFY(!labels.of(one).isLabelled());
        entry = made(2, "anna");
        entry.decision.isFlagged = false;
        entry.figures = {one};
        labels.apply(entry);
        QVERIFY(!labels.of(one).isFlagged());
        QCOMPARE(labels.of(one).remarks.front().note, std::string("look"));
    }

    void builtInTaxonomyHasTheReleasedClasses()
    {
        const annotation::Taxonomy& taxonomy = annotation::Taxonomy::builtIn();
        QCOMPARE(taxonomy.options(Question::Primary).size(), 16u);
        QCOMPARE(taxonomy.options(Question::Secondary).size(), 119u);
        QCOMPARE(taxonomy.parentOf("bar plot"), std::string("Plots and Charts"));
        EXPECT_VALUE(const std::string name, taxonomy.resolve(Question::Primary, " microscopy "));
        QCOMPARE(name, std::string("Microscopy"));
        const auto wrong = taxonomy.resolve(Question::Secondary, "bar plott");
        QVERIFY(!wrong);
        QVERIFY(wrong.error().message().find("did you mean 'bar plot'") != std::string::npos);
    }

    void builtInTaxonomyEqualsTheReleasedFile()
    {
        SKIP_WITHOUT_DATA();
        EXPECT_VALUE(const std::string text,
                     readFile(test::dataFolder() / "taxonomy/taxonomy_collapsed_and_filtered.json"));
        EXPECT_VALUE(const json::Value released, json::parse(text));
        const annotation::Taxonomy& taxonomy = annotation::Taxonomy::builtIn();
        for (const auto& [globalClass, list] : released.items()) {
            const auto& ours = taxonomy.localClassesOf(globalClass);
            const auto theirs = list.get<std::vector<std::string>>();
            QVERIFY2(std::set<std::string>(ours.begin(), ours.end())
                         == std::set<std::string>(theirs.begin(), theirs.end()),
                     globalClass.c_str());
        }
    }

    void malformedTaxonomiesAreRefused()
    {
        for (const char* text :
             {"", "[]", "{}", R"({"version": 1})",
              R"({"version": 1, "panel_type": [], "panel_subtype": [], "classes": {"A": ["x"], "B": ["x"]}})"})
            QVERIFY2(!annotation::Taxonomy::parse(text), text);
    }
};

QTEST_GUILESS_MAIN(TestAnnotation)
#include "tst_annotation.moc"
