// Several people, windows and collections on the same figures.

#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <random>

using namespace biomedica;
using annotation::TaxonomyEdit;
using workspace::Workspace;

namespace {

std::vector<RowId> rowsOf(Workspace& workspace, const std::string& query)
{
    return workspace.search(query::parse(query).value(), {}).value()->figures.rows();
}

Result<workspace::LabelReceipt> label(Workspace& workspace, const std::string& annotator, std::vector<RowId> rows,
                                      const std::string& secondary)
{
    workspace::LabelRequest request{annotator, std::move(rows), {}, {}};
    request.decision[Question::Secondary] = journal::Vote{false, {secondary}};
    return workspace.decide(std::move(request));
}

/// Everything that is known of every figure, as text.
std::string stateOf(Workspace& workspace)
{
    std::string text = workspace.taxonomy().value()->text();
    std::vector<RowId> rows = rowsOf(workspace, "");
    std::sort(rows.begin(), rows.end());
    for (const RowId row : rows) {
        const workspace::FigureDetail detail = workspace.detail(row).value();
        text += "\n" + detail.summary.key + ": ";
        for (const auto& vote : detail.labels.votes)
            text +=
                std::string(nameOf(vote.question)) + " " + vote.annotator + "=" + json::Value(vote.answer).dump() + " ";
        for (const auto& remark : detail.labels.remarks)
            text += remark.annotator + " note " + remark.note + " ";
        for (const Question question : allQuestions)
            if (detail.summary.effective[question])
                text += json::Value(*detail.summary.effective[question]).dump();
    }
    return text;
}

} // namespace

class TestCollaboration : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path path(const std::string& name) const
    {
        return m_folder->filePath(QString::fromStdString(name)).toStdString();
    }
    /// A collection of its own over the same shard.
    std::unique_ptr<Workspace> collection(const std::string& name)
    {
        return test::makeCollection(path(name), {path("s")}).value();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::writeSimpleShard(path("s/000000.tar"), 30);
    }

    void filesMergedInEveryOrderAndTwiceGiveTheSame()
    {
        const std::vector<std::string> people = {"anna", "ben", "cleo"};
        const std::vector<std::string> classes = {"bar plot", "line plot", "table"};
        std::mt19937 random(3);
        for (const std::string& person : people) {
            const auto own = collection(person);
            const auto rows = rowsOf(*own, "");
            for (int i = 0; i < 40; ++i) {
                EXPECT_OK(label(*own, person, {rows[random() % 30], rows[random() % 30]}, classes[random() % 3]));
                if (random() % 4 == 0)
                    EXPECT_OK(own->undo(person, std::nullopt));
            }
            TaxonomyEdit edit{TaxonomyEdit::Kind::Add, Question::Secondary, "new by " + person, {"Tables"}, {}};
            EXPECT_OK(own->editTaxonomy(person, edit));
            EXPECT_OK(own->exportVotes(path(person + ".votes"), std::nullopt));
        }
        std::vector<std::string> order = people;
        std::string expected;
        do {
            const auto all = collection("all-" + order[0] + order[1]);
            for (const std::string& person : order) {
                EXPECT_VALUE(const auto merged, all->mergeVotes(path(person + ".votes")));
                QVERIFY(merged.added == merged.decisions && merged.decisions >= 40);
                EXPECT_VALUE(const auto again, all->mergeVotes(path(order[0] + ".votes")));
                QCOMPARE(again.added, 0u);
            }
            if (expected.empty())
                expected = stateOf(*all);
            QVERIFY(stateOf(*all) == expected);
            QVERIFY(!all->undo("anna", std::nullopt)); // merged decisions are not undone by chance
        } while (std::next_permutation(order.begin(), order.end()));
        QVERIFY(expected.find("new by cleo") != std::string::npos);
    }

    void votesForUnknownFiguresAreCountedAndKept()
    {
        const auto here = collection("here");
        test::writeSimpleShard(path("other/000001.tar"), 5, 100);
        const auto there = test::makeCollection(path("there"), {path("other")}).value();
        EXPECT_OK(label(*there, "anna", rowsOf(*there, ""), "table"));
        EXPECT_OK(there->exportVotes(path("v"), "anna"));
        EXPECT_VALUE(const auto merged, here->mergeVotes(path("v")));
        QCOMPARE(merged.unknownFigures, 5u);
        QCOMPARE(rowsOf(*here, "is:labelled").size(), 0u);
        EXPECT_OK(here->index({path("other")}, {}, {}, [](const catalog::Problem&) {}));
        QCOMPARE(rowsOf(*here, "is:labelled").size(), 5u);
        EXPECT_ERROR(there->exportVotes(path("w"), "nobody"), ErrorKind::NotFound);
    }

    void nothingOfADamagedFileIsMerged()
    {
        const auto here = collection("here");
        EXPECT_OK(label(*here, "anna", rowsOf(*here, ""), "table"));
        EXPECT_OK(here->exportVotes(path("v"), std::nullopt));
        QFile file(QString::fromStdString(path("v").string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() - 10));
        file.close();
        const auto there = collection("there");
        const auto merged = there->mergeVotes(path("v"));
        QVERIFY(!merged);
        QVERIFY(merged.error().message().find(path("v").string()) != std::string::npos);
        QCOMPARE(there->history({}).value().size(), 0u);
    }

    void conflictsAreCounted()
    {
        const auto here = collection("here"), there = collection("there");
        EXPECT_OK(label(*here, "anna", rowsOf(*here, ""), "table"));
        EXPECT_OK(label(*there, "ben", {rowsOf(*there, "")[0], rowsOf(*there, "")[1]}, "map"));
        EXPECT_OK(there->exportVotes(path("v"), "ben"));
        EXPECT_VALUE(const auto merged, here->mergeVotes(path("v")));
        QCOMPARE(merged.disputed, 2u);
        QCOMPARE(rowsOf(*here, "is:disputed").size(), 2u);
    }

    void twoWorkspacesSeeEachOthersDecisions()
    {
        const auto first = collection("c");
        const auto second = Workspace::open(path("c")).value();
        EXPECT_VALUE(const auto before, second->newsSince(0));
        EXPECT_OK(label(*first, "anna", {rowsOf(*first, "")[3]}, "table"));
        EXPECT_VALUE(const auto news, second->newsSince(before.version));
        QVERIFY((news.rows == std::vector{rowsOf(*second, "annotator:anna")[0]}));
        QVERIFY(!news.isEverything);
        EXPECT_VALUE(const auto later, second->newsSince(news.version));
        QVERIFY(later.rows.empty());
        TaxonomyEdit edit{TaxonomyEdit::Kind::Rename, Question::Secondary, "table", {"grid"}, {}};
        EXPECT_OK(first->editTaxonomy("anna", edit));
        EXPECT_VALUE(const auto renamed, second->newsSince(news.version));
        QVERIFY(renamed.isEverything);
        QCOMPARE(rowsOf(*second, "secondary:grid").size(), 1u);
    }

    void sharesCoverEveryFigureAndOverlapAsAsked()
    {
        const auto here = collection("here");
        workspace::AssignmentPlan plan{rowsOf(*here, ""), {"anna", "ben"}, "round 1", 1, 0.2, false, 42};
        EXPECT_VALUE(const auto counts, here->assign("rita", plan));
        QVERIFY((counts == std::map<std::string, std::size_t>{{"anna", 18}, {"ben", 18}})); // 6 shared, 12 each
        QCOMPARE(rowsOf(*here, "assigned:anna assigned:ben").size(), 6u);
        QCOMPARE(rowsOf(*here, "assigned:anna OR assigned:ben").size(), 30u);
        const auto first = rowsOf(*here, "assigned:anna");
        EXPECT_OK(here->undo("rita", std::nullopt)); // one undo for the whole round
        QCOMPARE(rowsOf(*here, "assigned:anna OR assigned:ben").size(), 0u);
        EXPECT_OK(here->assign("rita", plan));
        QVERIFY(rowsOf(*here, "assigned:anna") == first); // the seed decides
        plan.annotators = {"anna", "anna"};
        EXPECT_ERROR(here->assign("rita", plan), ErrorKind::Invalid);
    }

    void whoWorksBlindFindsNoTraceOfOthersAnywhere()
    {
        const auto here = collection("here");
        const auto rows = rowsOf(*here, "");
        EXPECT_OK(label(*here, "anna", rows, "table"));
        here->setBlindTo("ben");
        QCOMPARE(rowsOf(*here, "secondary:table").size(), 0u);
        QCOMPARE(rowsOf(*here, "annotator:anna").size(), 0u);
        QCOMPARE(rowsOf(*here, "is:labelled").size(), 0u);
        QCOMPARE(rowsOf(*here, "primary:\"Plots and Charts\"").size(), 0u); // what the shard says
        QVERIFY(here->detail(rows[0]).value().labels.votes.empty());
        QVERIFY(!here->detail(rows[0]).value().imported[Question::Primary]);
        QVERIFY(!here->summary(rows[0]).value().effective[Question::Secondary]);
        QVERIFY(here->history({}).value().empty());
        EXPECT_OK(label(*here, "ben", {rows[0]}, "map"));
        QCOMPARE(here->history({}).value().size(), 1u);
        QCOMPARE(here->detail(rows[0]).value().labels.votes.size(), 2u);
        QVERIFY(here->summary(rows[0]).value().isDisputed);
        QVERIFY(!here->detail(rows[0]).value().imported[Question::Primary]); // that question is still open
        here->setBlindTo("");
        QCOMPARE(rowsOf(*here, "annotator:anna").size(), 30u);
    }

    void reviewsAreFoundByTheirVerdict()
    {
        const auto here = collection("here");
        const auto rows = rowsOf(*here, "");
        EXPECT_OK(label(*here, "anna", {rows[0]}, "table"));
        EXPECT_OK(label(*here, "ben", {rows[0]}, "map"));
        EXPECT_OK(here->review("rita", {rows[0]}, {annotation::Verdict::SentBack, "look at the axes"}));
        QCOMPARE(rowsOf(*here, "status:\"sent back\"").size(), 1u);
        workspace::LabelRequest verdict{"rita", {rows[0]}, {}, journal::Source::Adjudicated};
        verdict.decision[Question::Secondary] = journal::Vote{false, {"map"}};
        EXPECT_OK(here->decide(verdict));
        QCOMPARE(rowsOf(*here, "secondary:map").size(), 1u);
        QCOMPARE(rowsOf(*here, "is:disputed").size(), 0u);
        EXPECT_OK(here->undo("rita", std::nullopt));
        QCOMPARE(rowsOf(*here, "is:disputed").size(), 1u);
        EXPECT_OK(here->undo("rita", std::nullopt));
        QCOMPARE(rowsOf(*here, "status:\"sent back\"").size(), 0u);
    }

    void aRangeOfOldDecisionsIsUndoneWithoutTheLaterOnes()
    {
        const auto here = collection("here");
        const auto rows = rowsOf(*here, "");
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < 5; ++i) {
            EXPECT_VALUE(const auto receipt, label(*here, "anna", {rows[i]}, i % 2 ? "map" : "table"));
            ids.push_back(receipt.decision);
        }
        EXPECT_OK(label(*here, "anna", {rows[1]}, "bar plot")); // covers what is undone
        const std::vector<std::string> old = {ids[0], ids[1], ids[2]};
        EXPECT_VALUE(const auto preview, here->previewUndo(old));
        QCOMPARE(preview.figures, 3u);
        QCOMPARE(preview.changes[static_cast<std::size_t>(Question::Secondary)], 2u);
        QVERIFY((preview.changed.size() == 2u));
        const std::string before = stateOf(*here);
        EXPECT_VALUE(const auto undone, here->undoAll(old, "anna"));
        QCOMPARE(undone.figures, 3u);
        QCOMPARE(rowsOf(*here, "is:labelled").size(), 3u);
        EXPECT_OK(here->redo("anna", std::nullopt)); // the whole range comes back in one step
        QCOMPARE(stateOf(*here), before);
        workspace::HistoryFilter filter;
        filter.className = "map";
        QCOMPARE(here->history(filter).value().size(), 2u);
        filter = {};
        filter.figure = rows[1];
        QCOMPARE(here->history(filter).value().size(), 2u);
    }

    void aDryRunSaysWhatAChangeOfTheTaxonomyTouches()
    {
        const auto here = collection("here");
        const auto rows = rowsOf(*here, "");
        EXPECT_OK(label(*here, "anna", {rows[0], rows[1]}, "table"));
        EXPECT_OK(label(*here, "ben", {rows[1]}, "table"));
        const TaxonomyEdit edit{TaxonomyEdit::Kind::Merge, Question::Secondary, "Table", {"map"}, {}};
        EXPECT_VALUE(const auto impact, here->previewTaxonomyEdit(edit));
        QCOMPARE(impact.figures, 2u);
        QCOMPARE(impact.votes, 3u);
        QCOMPARE(impact.imported, 0u);
        QCOMPARE(here->history({}).value().size(), 2u);
        EXPECT_OK(here->editTaxonomy("rita", edit));
        QCOMPARE(rowsOf(*here, "secondary:map").size(), 2u);
        const TaxonomyEdit imported{TaxonomyEdit::Kind::Rename, Question::Primary, "Plots and Charts", {"Charts"}, {}};
        EXPECT_VALUE(const auto ofShards, here->previewTaxonomyEdit(imported));
        QCOMPARE(ofShards.imported, 30u);
        EXPECT_OK(here->editTaxonomy("rita", imported));
        QCOMPARE(rowsOf(*here, "primary:Charts").size(), 30u); // what the shards say follows too
        EXPECT_OK(here->undo("rita", std::nullopt));
        EXPECT_OK(here->undo("rita", std::nullopt));
        QCOMPARE(rowsOf(*here, "secondary:table").size(), 2u);
        QCOMPARE(rowsOf(*here, "primary:\"Plots and Charts\"").size(), 30u);
    }

    // Decisions of every kind at random; undoing all leads to the start, redoing all to the end, restarts in between.
    void undoingEverythingIsTheStartAndRedoingEverythingTheEnd()
    {
        std::mt19937 random(20261124);
        const std::vector<std::string> classes = {"bar plot", "line plot", "table", "map", "graph"};
        for (int round = 0; round < 6; ++round) {
            auto here = collection("p" + std::to_string(round));
            const auto rows = rowsOf(*here, "");
            const auto other = collection("o" + std::to_string(round));
            EXPECT_OK(label(*other, "ben", rowsOf(*other, ""), "graph"));
            EXPECT_OK(other->exportVotes(path("v" + std::to_string(round)), std::nullopt));
            EXPECT_OK(here->mergeVotes(path("v" + std::to_string(round)))); // belongs to the start: never undone
            const auto maybeRestart = [&] {
                if (random() % 5 == 0) {
                    here.reset();
                    here = Workspace::open(path("p" + std::to_string(round))).value();
                }
            };
            std::vector<std::string> states = {stateOf(*here)};
            for (int step = 0; step < 14; ++step) {
                const int kind = static_cast<int>(random() % 6);
                std::vector<RowId> some(rows.begin(), rows.begin() + 1 + random() % 29);
                const std::string name = classes[random() % classes.size()];
                const auto taxonomy = here->taxonomy().value();
                bool isDone = false;
                if (kind == 0 && taxonomy->knows(Question::Secondary, name)) {
                    const TaxonomyEdit edit{
                        TaxonomyEdit::Kind::Rename, Question::Secondary, name, {name + " " + std::to_string(step)}, {}};
                    isDone = bool(here->editTaxonomy("anna", edit));
                } else if (kind == 1) {
                    workspace::LabelRequest request{"anna", some, {}, {}};
                    request.decision.note = "step " + std::to_string(step);
                    std::vector<workspace::LabelRequest> group = {request, request};
                    group[1].decision = {};
                    group[1].decision[Question::PanelType] = journal::Vote{false, {"single"}};
                    isDone = bool(here->decide(group));
                } else if (kind == 2) {
                    isDone = bool(here->assign("anna", {some, {"ben", "cleo"}, "x", 1, 0.5, false, random()}));
                } else if (kind == 3) {
                    some.resize(1);
                    isDone = bool(label(*here, "anna", some, name));
                } else {
                    isDone = bool(label(*here, "anna", some, name));
                }
                if (isDone)
                    states.push_back(stateOf(*here));
                maybeRestart();
            }
            QVERIFY(states.size() > 5);
            for (std::size_t i = states.size() - 1; i > 0; --i) {
                EXPECT_OK(here->undo("anna", std::nullopt));
                QCOMPARE(stateOf(*here), states[i - 1]);
                maybeRestart();
            }
            EXPECT_ERROR(here->undo("anna", std::nullopt), ErrorKind::NotFound);
            for (std::size_t i = 1; i < states.size(); ++i) {
                EXPECT_OK(here->redo("anna", std::nullopt));
                QCOMPARE(stateOf(*here), states[i]);
                maybeRestart();
            }
            EXPECT_ERROR(here->redo("anna", std::nullopt), ErrorKind::NotFound);
        }
    }
};

QTEST_GUILESS_MAIN(TestCollaboration)
#include "tst_collaboration.moc"
