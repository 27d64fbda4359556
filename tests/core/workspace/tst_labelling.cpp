#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>
#include <random>

using namespace biomedica;
using workspace::Workspace;

class TestLabelling : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;

    std::filesystem::path path(const char* name) const { return m_folder->filePath(name).toStdString(); }
    void reopen()
    {
        m_workspace.reset();
        m_workspace = Workspace::open(path("c")).value();
    }

    std::vector<RowId> rows(const char* query)
    {
        return m_workspace->search(query::parse(query).value(), {}).value()->figures.rows();
    }

    Result<workspace::LabelReceipt> label(const std::string& annotator, const std::vector<RowId>& targets,
                                          const std::string& primary)
    {
        workspace::LabelRequest request{annotator, targets, {}, {}};
        request.decision[Question::Primary] = journal::Vote{false, {primary}};
        return m_workspace->decide(request);
    }

    std::string state()
    {
        std::string text;
        auto all = rows("");
        std::sort(all.begin(), all.end());
        for (const RowId row : all) {
            const auto detail = m_workspace->detail(row).value();
            for (const auto& vote : detail.labels.votes)
                text += std::to_string(row.value) + vote.annotator + vote.answer.front() + ";";
        }
        return text;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::writeSimpleShard(path("s/000000.tar"), 20);
        m_workspace = test::makeCollection(path("c"), {path("s")}).value();
    }

    void labelsSurviveARestart()
    {
        EXPECT_OK(label("anna", {rows("")[3]}, "maps"));
        reopen();
        QCOMPARE(rows("primary:Maps").size(), 1u);
        QCOMPARE(m_workspace->info().value().labelled, 1);
        QVERIFY((m_workspace->info().value().annotators == std::vector<std::string>{"anna"}));
    }

    void effectiveLabelIsConsensusElseImported()
    {
        const RowId row = rows("")[0];
        QVERIFY((*m_workspace->summary(row).value().effective[Question::Primary] == Answer{"Plots and Charts"}));
        EXPECT_OK(label("anna", {row}, "Maps"));
        QVERIFY((*m_workspace->summary(row).value().effective[Question::Primary] == Answer{"Maps"}));
        EXPECT_OK(label("ben", {row}, "Tables")); // undecided: back to what was imported
        const auto summary = m_workspace->summary(row).value();
        QVERIFY((*summary.effective[Question::Primary] == Answer{"Plots and Charts"}));
        QVERIFY(summary.isDisputed);
        QCOMPARE(rows("is:disputed").size(), 1u);
        EXPECT_OK(label("cleo", {row}, "Tables"));
        QCOMPARE(rows("primary:Tables").size(), 1u);
        QCOMPARE(rows("is:disputed").size(), 0u);
    }

    void bulkDecisionIsOneEntryAndOneUndo()
    {
        EXPECT_VALUE(const auto receipt, label("anna", rows("cells"), "Maps"));
        QCOMPARE(receipt.rows.size(), 20u);
        QCOMPARE(m_workspace->history({}).value().size(), 1u);
        EXPECT_OK(m_workspace->undo({}, {}));
        QCOMPARE(rows("is:labelled").size(), 0u);
        reopen();
        EXPECT_OK(m_workspace->redo({}, {}));
        QCOMPARE(rows("primary:Maps").size(), 20u);
    }

    // Undoing everything gives the start, redoing everything the end, restarts in between.
    void undoAndRedoAreInverse()
    {
        std::mt19937 random(5);
        const auto all = rows("");
        std::vector<std::string> states = {state()};
        for (int i = 0; i < 25; ++i) {
            std::vector<RowId> targets;
            for (const RowId row : all)
                if (random() % 4 == 0)
                    targets.push_back(row);
            if (targets.empty())
                targets.push_back(all[0]);
            EXPECT_OK(label(random() % 2 ? "anna" : "ben", targets, random() % 2 ? "Maps" : "Tables"));
            states.push_back(state());
        }
        for (int i = 24; i >= 0; --i) {
            EXPECT_OK(m_workspace->undo({}, {}));
            QCOMPARE(state(), states[static_cast<std::size_t>(i)]);
            if (i == 12)
                reopen();
        }
        EXPECT_ERROR(m_workspace->undo({}, {}), ErrorKind::NotFound);
        for (std::size_t i = 1; i <= 25; ++i) {
            EXPECT_OK(m_workspace->redo({}, {}));
            QCOMPARE(state(), states[i]);
            if (i == 9)
                reopen();
        }
        EXPECT_ERROR(m_workspace->redo({}, {}), ErrorKind::NotFound);
    }

    void oldDecisionIsUndoneWithoutTouchingLaterOnes()
    {
        EXPECT_VALUE(const auto first, label("anna", rows(""), "Maps"));
        EXPECT_OK(label("anna", {rows("")[0]}, "Tables"));
        EXPECT_OK(m_workspace->undo({}, first.decision));
        QCOMPARE(rows("is:labelled").size(), 1u);
        QCOMPARE(rows("primary:Tables").size(), 1u);
        EXPECT_ERROR(m_workspace->undo({}, first.decision), ErrorKind::NotFound);
        EXPECT_ERROR(m_workspace->undo({}, "no such id"), ErrorKind::NotFound);
    }

    void decisionsThatMakeNoSenseAreRefused()
    {
        EXPECT_ERROR(label("anna", {rows("")[0]}, "Mapps"), ErrorKind::NotFound);
        EXPECT_ERROR(label(" ", {rows("")[0]}, "Maps"), ErrorKind::Invalid);
        EXPECT_ERROR(label("anna", {}, "Maps"), ErrorKind::Invalid);
        workspace::LabelRequest request{"anna", {rows("")[0]}, {}, {}};
        EXPECT_ERROR(m_workspace->decide(request), ErrorKind::Invalid);
        request.decision[Question::PanelType] = journal::Vote{false, {}};
        EXPECT_ERROR(m_workspace->decide(request), ErrorKind::Invalid);
        QCOMPARE(m_workspace->history({}).value().size(), 0u);
    }

    void anotherProcessSeesTheDecision()
    {
        auto other = Workspace::open(path("c")).value();
        EXPECT_OK(label("anna", {rows("")[2]}, "Maps"));
        QCOMPARE(other->count(query::parse("primary:Maps").value(), {}).value(), 1u);
        EXPECT_OK(other->undo({}, {}));
        QCOMPARE(rows("primary:Maps").size(), 0u);
    }
};

QTEST_GUILESS_MAIN(TestLabelling)
#include "tst_labelling.moc"
