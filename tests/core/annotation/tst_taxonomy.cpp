#include "core/annotation/labels.h"
#include "core/json/value.h"
#include "tests/support/expect.h"

#include <algorithm>

using namespace biomedica;
using annotation::Taxonomy;
using annotation::TaxonomyEdit;
using Kind = annotation::TaxonomyEdit::Kind;

namespace {

const char* const small = R"({"version": 3, "panel_type": ["single", "multiple"], "panel_subtype": ["single panel"],
    "classes": {"Plots": ["bar plot", "line plot"], "Maps": ["map"], "Tables": []}})";

TaxonomyEdit edit(Kind kind, const std::string& name, std::vector<std::string> others = {},
                  Question question = Question::Secondary)
{
    return {kind, question, name, std::move(others), {}};
}

Taxonomy after(std::initializer_list<TaxonomyEdit> edits)
{
    Taxonomy taxonomy = Taxonomy::parse(small).value();
    for (const TaxonomyEdit& one : edits) {
        auto next = taxonomy.with(one);
        if (!next)
            qFatal("%s", next.error().message().c_str());
        taxonomy = std::move(*next);
    }
    return taxonomy;
}

using Names = std::vector<std::string>;

} // namespace

class TestTaxonomy : public QObject {
    Q_OBJECT

private slots:
    void aRenamedClassKeepsItsVotesAndItsPlace()
    {
        const Taxonomy taxonomy = after({edit(Kind::Rename, "bar plot", {"bar chart"})});
        QVERIFY((taxonomy.localClassesOf("Plots") == Names{"bar chart", "line plot"}));
        QVERIFY((taxonomy.current(Question::Secondary, Answer{"bar plot"}) == Answer{"bar chart"}));
        QCOMPARE(taxonomy.resolve(Question::Secondary, "Bar Plot").value(), std::string("bar chart"));
        QCOMPARE(taxonomy.version(), 4);
    }

    void namesFollowSeveralChangesInOneStep()
    {
        const Taxonomy taxonomy =
            after({edit(Kind::Rename, "bar plot", {"bar chart"}), edit(Kind::Merge, "bar chart", {"line plot"}),
                   edit(Kind::Rename, "line plot", {"xy plot"})});
        QCOMPARE(taxonomy.current(Question::Secondary, "bar plot"), std::string("xy plot"));
        QVERIFY((taxonomy.current(Question::Secondary, Answer{"bar plot", "line plot"}) == Answer{"xy plot"}));
    }

    void renamingThereAndBackIsAsBefore()
    {
        const Taxonomy taxonomy =
            after({edit(Kind::Rename, "bar plot", {"bar chart"}), edit(Kind::Rename, "bar chart", {"bar plot"})});
        QCOMPARE(taxonomy.current(Question::Secondary, "bar plot"), std::string("bar plot"));
        QCOMPARE(taxonomy.current(Question::Secondary, "bar chart"), std::string("bar plot"));
    }

    void classesBelowFollowTheirGlobalClass()
    {
        const Taxonomy renamed = after({edit(Kind::Rename, "Plots", {"Charts"}, Question::Primary)});
        QCOMPARE(renamed.parentOf("bar plot"), std::string("Charts"));
        const Taxonomy merged = after({edit(Kind::Merge, "Maps", {"Plots"}, Question::Primary)});
        QVERIFY((merged.localClassesOf("Plots") == Names{"bar plot", "line plot", "map"}));
        const Taxonomy moved = after({edit(Kind::Move, "map", {"Tables"})});
        QVERIFY((moved.localClassesOf("Tables") == Names{"map"}));
    }

    void aSplitClassIsGivenUpForItsParts()
    {
        const Taxonomy taxonomy = after({edit(Kind::Split, "bar plot", {"stacked bars", "grouped bars"})});
        QVERIFY((taxonomy.localClassesOf("Plots") == Names{"line plot", "stacked bars", "grouped bars"}));
        QVERIFY(taxonomy.knows(Question::Secondary, "bar plot")); // votes that carry it stay valid
        const auto old = taxonomy.resolve(Question::Secondary, "bar plot");
        QVERIFY(!old);
        QVERIFY(old.error().message().find("use stacked bars or grouped bars") != std::string::npos);
        const Taxonomy again = *taxonomy.with(edit(Kind::Restore, "bar plot"));
        QVERIFY(again.resolve(Question::Secondary, "bar plot"));
    }

    void changesThatMakeNoSenseAreRefused()
    {
        const Taxonomy taxonomy =
            after({edit(Kind::Rename, "map", {"chart of land"}), edit(Kind::Deprecate, "line plot")});
        for (const TaxonomyEdit& one : {edit(Kind::Add, "bar plot", {"Plots"}),
                                        edit(Kind::Add, "BAR plot", {"Plots"}),
                                        edit(Kind::Add, "new", {"Nowhere"}),
                                        edit(Kind::Add, "new"),
                                        edit(Kind::Add, "", {"Plots"}),
                                        edit(Kind::Add, " new", {"Plots"}),
                                        edit(Kind::Add, "map", {"Maps"}),
                                        edit(Kind::Add, "line plot", {"Plots"}),
                                        edit(Kind::Rename, "gone", {"x"}),
                                        edit(Kind::Rename, "bar plot", {"chart of land"}),
                                        edit(Kind::Rename, "bar plot", {"bar plot"}),
                                        edit(Kind::Rename, "bar plot"),
                                        edit(Kind::Merge, "bar plot", {"bar plot"}),
                                        edit(Kind::Merge, "bar plot", {"gone"}),
                                        edit(Kind::Split, "bar plot", {"one"}),
                                        edit(Kind::Split, "bar plot", {"bar plot", "x"}),
                                        edit(Kind::Deprecate, "Plots", {}, Question::Primary),
                                        edit(Kind::Restore, "bar plot"),
                                        edit(Kind::Move, "bar plot", {"gone"}),
                                        edit(Kind::Move, "Plots", {"Maps"}, Question::Primary),
                                        edit(Kind::Deprecate, "single panel", {}, Question::PanelSubtype)}) {
            const auto next = taxonomy.with(one);
            QVERIFY2(!next, (std::string(nameOf(one.kind)) + " " + one.name).c_str());
            QVERIFY(next.error().kind() == ErrorKind::Invalid);
            QVERIFY(!next.error().message().empty());
        }
    }

    void nothingIsLostInAFile()
    {
        const Taxonomy taxonomy =
            after({edit(Kind::Rename, "bar plot", {"bar chart"}), edit(Kind::Split, "map", {"street map", "heat map"}),
                   edit(Kind::Merge, "Tables", {"Maps"}, Question::Primary)});
        EXPECT_VALUE(const Taxonomy back, Taxonomy::parse(taxonomy.text()));
        QCOMPARE(back.text(), taxonomy.text());
        QCOMPARE(back.current(Question::Secondary, "bar plot"), std::string("bar chart"));
        QCOMPARE(back.current(Question::Primary, "Tables"), std::string("Maps"));
        QVERIFY(back.deprecated(Question::Secondary) == taxonomy.deprecated(Question::Secondary));
        QCOMPARE(back.parentOf("map"), std::string("Maps"));
    }

    void editsComeBackFromTheirText()
    {
        for (const TaxonomyEdit& one :
             {edit(Kind::Add, "é \"quoted\"", {"Plots"}), edit(Kind::Split, "a", {"b", "c"}),
              edit(Kind::Rename, "x", {"y"}, Question::PanelType), TaxonomyEdit{Kind::Import, {}, {}, {}, small}}) {
            EXPECT_VALUE(const TaxonomyEdit back, annotation::taxonomyEditFrom(toText(one)));
            QCOMPARE(toText(back), toText(one));
        }
        for (const char* text : {"", "{}", "[]", R"({"edit": "add"})", R"({"edit": "melt", "name": "x"})",
                                 R"({"edit": "add", "question": "primary", "name": "x", "others": [1]})"})
            QVERIFY2(!annotation::taxonomyEditFrom(text), text);
    }

    void releasedAndFlatFilesAreRead()
    {
        EXPECT_VALUE(const Taxonomy released, Taxonomy::parse(R"({"Plots": ["bar plot"], "Maps": []})"));
        QVERIFY((released.localClassesOf("Plots") == Names{"bar plot"}));
        EXPECT_VALUE(const Taxonomy lines, Taxonomy::parse("{\"class\": \"bar plot\", \"parent\": \"Plots\"}\n"
                                                           "{\"class\": \"Plots\", \"parent\": null}\n"));
        QCOMPARE(lines.parentOf("bar plot"), std::string("Plots"));
        QCOMPARE(lines.options(Question::PanelType).size(), 2u);
    }

    void wrongFilesAreRefusedWithTheReason_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("circle") << R"([{"class":"a","parent":"b"},{"class":"b","parent":"a"}])"
                                << "stands below itself";
        QTest::newRow("own parent") << R"([{"class":"a","parent":"a"}])"
                                    << "stands below itself";
        QTest::newRow("twice") << R"([{"class":"a","parent":null},{"class":"a","parent":null}])"
                               << "stands twice";
        QTest::newRow("twice in a tree") << R"({"A": ["x"], "B": ["x"]})"
                                         << "stands twice";
        QTest::newRow("twice in a list") << R"({"A": ["x", "x"]})"
                                         << "stands twice";
        QTest::newRow("unknown parent") << R"([{"class":"a","parent":"z"}])"
                                        << "which is not there";
        QTest::newRow("three levels")
            << R"([{"class":"a","parent":null},{"class":"b","parent":"a"},{"class":"c","parent":"b"}])"
            << "levels deep";
        QTest::newRow("no name") << R"([{"parent":null}])"
                                 << "no \"class\"";
        QTest::newRow("number") << R"({"A": [3]})"
                                << "not a name";
        QTest::newRow("cut off") << R"({"A": ["x")"
                                 << "not a taxonomy";
        QTest::newRow("renamed to nothing") << R"({"version":1,"panel_type":["s"],"panel_subtype":["p"],
            "classes":{"A":["x"]},"renamed":{"secondary":{"y":"z"}}})"
                                            << "not there";
    }
    void wrongFilesAreRefusedWithTheReason()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const auto taxonomy = Taxonomy::parse(text.toStdString());
        QVERIFY(!taxonomy);
        const QString message = QString::fromStdString(taxonomy.error().message());
        QVERIFY2(message.contains(reason), qPrintable(message));
    }

    // Votes keep the names they were made with: undoing the change brings everything back.
    void votesFollowTheTaxonomyAndComeBack()
    {
        annotation::Labels labels("here");
        journal::Entry vote;
        vote.id = "1";
        vote.clock = 1;
        vote.annotator = "anna";
        vote.figures = {FigureId(7)};
        vote.decision[Question::Secondary] = journal::Vote{false, {"bar plot"}};
        labels.apply(vote);
        journal::Entry change;
        change.id = "2";
        change.clock = 2;
        change.kind = journal::EntryKind::EditTaxonomy;
        change.content = toText(edit(Kind::Rename, "bar plot", {"bar chart"}));
        labels.apply(change);
        QVERIFY(!labels.changedSince(1)); // any figure may look different
        QVERIFY((labels.of(FigureId(7))[Question::Secondary].answer == Answer{"bar chart"}));
        journal::Entry undo;
        undo.id = "3";
        undo.clock = 3;
        undo.kind = journal::EntryKind::Undo;
        undo.refersTo = "2";
        labels.apply(undo);
        QVERIFY((labels.of(FigureId(7))[Question::Secondary].answer == Answer{"bar plot"}));
        QCOMPARE(labels.taxonomy()->text(), Taxonomy::builtIn().text());
    }
};

QTEST_GUILESS_MAIN(TestTaxonomy)
#include "tst_taxonomy.moc"
