// Contradictions in the effective labels of a collection.

#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>

using namespace biomedica;
using annotation::FixKind;
using annotation::Rule;
using workspace::Contradiction;
using workspace::Workspace;

class TestContradictions : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;

    std::filesystem::path path(const char* name) const { return m_folder->filePath(name).toStdString(); }

    RowId row(int figure) { return m_workspace->resolveKey(key(figure)).value(); }

    static std::string accession(int figure) { return "PMC" + std::to_string(figure); }
    static std::string key(int figure) { return test::keyOf(accession(figure), 0, "fig1"); }

    static void addFigure(test::ShardBuilder& shard, int figure, const json::Value& labels)
    {
        json::Value metadata = test::metadata(accession(figure), "fig1");
        metadata["image_panel_type"] = "single";
        metadata["image_panel_subtype"] = "single panel";
        metadata["image_primary_label"] = {"Maps"};
        metadata["image_secondary_label"] = {"map"};
        metadata.update(labels);
        shard.figure(key(figure), figure, metadata, "figure");
    }

    void label(const std::string& annotator, const std::vector<RowId>& rows, const annotation::Fix& fix)
    {
        workspace::LabelRequest request{annotator, rows, {}, journal::Source::Bulk};
        for (const annotation::Change& change : fix.changes)
            request.decision[change.question] = journal::Vote{!change.answer, change.answer.value_or(Answer())};
        EXPECT_OK(m_workspace->decide(std::move(request)));
    }

    std::vector<Contradiction> found() { return m_workspace->contradictions({}).value(); }

    static bool hasFix(const Contradiction& contradiction, FixKind kind)
    {
        const auto& fixes = contradiction.violation.fixes;
        return std::any_of(fixes.begin(), fixes.end(), [&](const auto& fix) { return fix.kind == kind; });
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::ShardBuilder shard;
        addFigure(shard, 1, json::Value::object());
        addFigure(shard, 2, {{"image_panel_type", "multiple"}});
        addFigure(shard, 3, {{"image_panel_type", "multiple"}, {"image_secondary_label", json::Value::array()}});
        addFigure(shard, 4, {{"image_secondary_label", {"map", "table"}}});
        addFigure(shard, 5, {{"image_primary_label", {"Tables"}}, {"image_secondary_label", {"bar plot"}}});
        shard.write(path("s/000000.tar"));
        m_workspace = test::makeCollection(path("c"), {path("s")}).value();
    }

    void figuresWithTheSameContradictionAreBroughtTogether()
    {
        const auto contradictions = found();
        QCOMPARE(contradictions.size(), 3u);
        QCOMPARE(contradictions[0].violation.rule, Rule::MultipleWithSinglePanel);
        QVERIFY((contradictions[0].rows == std::vector{row(2), row(3)})); // whatever their classes
        QCOMPARE(contradictions[1].violation.rule, Rule::ClassOutsideParent);
        QCOMPARE(contradictions[2].violation.rule, Rule::ClassOutsideParent);
        std::vector<RowId> others = {contradictions[1].rows.at(0), contradictions[2].rows.at(0)};
        std::sort(others.begin(), others.end());
        QVERIFY((others == std::vector{row(4), row(5)}));
    }

    void oneDecisionFixesAKindAndOneUndoBringsItBack()
    {
        const auto before = found();
        label("anna", before[0].rows, before[0].violation.fixes.front());
        QCOMPARE(found().size(), 2u);
        EXPECT_OK(m_workspace->undo(std::string("anna"), {}));
        const auto after = found();
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < after.size(); ++i)
            QVERIFY(after[i].violation == before[i].violation && after[i].rows == before[i].rows);
    }

    void everyOfferedFixHelps()
    {
        for (const Contradiction& contradiction : found())
            for (const annotation::Fix& fix : contradiction.violation.fixes) {
                label("anna", contradiction.rows, fix);
                for (const Contradiction& left : found())
                    QVERIFY2(left.violation.rule != contradiction.violation.rule || left.rows != contradiction.rows,
                             fix.description.c_str());
                EXPECT_OK(m_workspace->undo(std::string("anna"), {}));
            }
    }

    void withdrawingIsOfferedWhereAVoteCausedIt()
    {
        QVERIFY(!hasFix(found().at(0), FixKind::WithdrawPanelSubtype)); // imported answers cannot be withdrawn
        test::ShardBuilder shard;
        addFigure(shard, 6, {{"image_panel_type", "multiple"}, {"image_panel_subtype", nullptr}});
        shard.write(path("t/000001.tar"));
        EXPECT_OK(m_workspace->index({path("t")}, {}, {}, [](const catalog::Problem&) {}));
        workspace::LabelRequest request{"anna", {row(6)}, {}, {}};
        request.decision[Question::PanelSubtype] = journal::Vote{false, {"single panel"}};
        EXPECT_OK(m_workspace->decide(request));
        const auto contradictions = found();
        QCOMPARE(contradictions.size(), 4u);
        QVERIFY(contradictions[1].rows == std::vector{row(6)});
        QVERIFY(hasFix(contradictions[1], FixKind::WithdrawPanelSubtype));
    }

    void figuresThatWereRemovedDoNotCount()
    {
        EXPECT_OK(m_workspace->index({}, {"s/000000.tar"}, {}, [](const catalog::Problem&) {}));
        QVERIFY(found().empty());
    }

    void aStoppedCheckIsCancelled()
    {
        std::stop_source stop;
        stop.request_stop();
        EXPECT_ERROR(m_workspace->contradictions({stop.get_token(), {}}), ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestContradictions)
#include "tst_contradictions.moc"
