// The command line contract: names, JSON fields and exit codes that scripts rely on.

#include "core/base/file.h"
#include "tests/integration/cli_runner.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>
#include <signal.h>

using namespace biomedica;
using test::CliOutcome;
using test::runCli;

namespace {

bool hasFields(const json::Value& line, std::initializer_list<const char*> fields)
{
    return std::all_of(fields.begin(), fields.end(),
                       [&](const char* field) { return line.is_object() && line.contains(field); });
}

} // namespace

class TestCli : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QString m_collection = path("c");

    json::Value only(const QStringList& arguments)
    {
        const CliOutcome outcome = runCli(QStringList{"--json"} + arguments);
        return outcome.status == 0 ? outcome.lastLine() : json::Value(outcome.errors.toStdString());
    }

private slots:
    void initTestCase()
    {
        test::writeSimpleShard(path("s/000000.tar").toStdString(), 12);
        const CliOutcome outcome = runCli({"index", m_collection, path("s"), "--json"});
        QCOMPARE(outcome.status, 0);
        const json::Value line = outcome.lastLine();
        QVERIFY(hasFields(line, {"figures", "shards", "added", "removed", "skipped", "seconds", "bytes"}));
        QCOMPARE(line["figures"].get<int>(), 12);
        QVERIFY(outcome.errors.isEmpty());
    }

    void everyCommandHasHelpWithExamples()
    {
        for (const char* command : {"index", "info", "search", "count", "facets", "show", "label", "undo", "redo",
                                    "history", "check", "consensus", "export", "verify", "demo"}) {
            const CliOutcome outcome = runCli({command, "--help"});
            QCOMPARE(outcome.status, 0);
            QVERIFY2(outcome.output.contains("Examples:"), command);
        }
        QVERIFY(runCli({"--version"}).output.startsWith("biomedica "));
        QVERIFY(runCli({"--help"}).output.contains("search"));
    }

    void infoCountsTheCollection()
    {
        const json::Value line = only({"info", m_collection});
        QVERIFY(hasFields(line, {"figures", "shards", "articles", "labelled", "annotators", "models"}));
        QCOMPARE(line["articles"].get<int>(), 12);
    }

    void searchPrintsTheTotalThenFigures()
    {
        const CliOutcome outcome =
            runCli({"--json", "search", m_collection, "about cells", "--limit", "5", "--offset", "2"});
        const auto lines = outcome.lines();
        QCOMPARE(lines.size(), 6u);
        QVERIFY(hasFields(lines[0], {"total", "milliseconds"}));
        QCOMPARE(lines[0]["total"].get<int>(), 12);
        QVERIFY(hasFields(lines[1], {"key", "pmcid", "score", "caption", "shard", "primary", "secondary", "panel_type",
                                     "panel_subtype"}));
        QCOMPARE(lines[1]["primary"][0].get<std::string>(), std::string("Plots and Charts"));
        QCOMPARE(lines[1]["shard"].get<std::string>(), std::string("s/000000.tar"));
    }

    void countFacetsAndShowAgree()
    {
        QCOMPARE(only({"count", m_collection, "license:\"CC BY\""})["total"].get<int>(), 12);
        QCOMPARE(only({"count", m_collection, ""})["total"].get<int>(), 12);
        QCOMPARE(only({"count", m_collection, "--", "-cells"})["total"].get<int>(), 0);
        const json::Value facet = only({"facets", m_collection, "cells", "--field", "year"});
        QVERIFY((facet == json::Value{{"field", "year"}, {"value", "2010"}, {"count", 12}}));
        const json::Value figure =
            only({"show", m_collection, "batch-PMC3-0-fig1", "--image", path("3.jpg"), "--text", path("3.txt")});
        QVERIFY(hasFields(figure, {"image", "caption", "image_file_name", "article_text", "labels"}));
        QCOMPARE(readFile(path("3.jpg").toStdString()).value(), test::picture(3));
        QCOMPARE(readFile(path("3.txt").toStdString()).value(), std::string("figure 3 about cells"));
        QCOMPARE(only({"show", m_collection, "s/000000.tar:batch-PMC3-0-fig1"})["key"].get<std::string>(),
                 std::string("batch-PMC3-0-fig1"));
    }

    void labelUndoRedoHistory()
    {
        const json::Value made = only({"label", m_collection, "--annotator", "anna", "--key", "batch-PMC1-0-fig1",
                                       "--key", "batch-PMC2-0-fig1", "--panel-type", "multiple", "--primary", "maps",
                                       "--primary", "Tables", "--secondary", "", "--note", "n", "--flag"});
        QVERIFY2(hasFields(made, {"decision", "figures"}), made.dump().c_str());
        QCOMPARE(made["figures"].get<int>(), 2);
        const json::Value figure = only({"show", m_collection, "batch-PMC1-0-fig1"});
        QVERIFY((figure["labels"]["primary"]["value"] == json::Value{"Maps", "Tables"}));
        QVERIFY(figure["labels"]["secondary"]["value"] == json::Value::array());
        QCOMPARE(figure["labels"]["secondary"]["from"].get<std::string>(), std::string("votes"));
        QCOMPARE(only({"count", m_collection, "is:flagged note:n"})["total"].get<int>(), 2);
        QVERIFY(hasFields(only({"history", m_collection}),
                          {"decision", "when", "annotator", "source", "figures", "fields", "undone"}));
        QVERIFY(only({"undo", m_collection, "--annotator", "anna"})["undone"].get<bool>());
        QCOMPARE(only({"count", m_collection, "is:labelled"})["total"].get<int>(), 0);
        QVERIFY(!only({"redo", m_collection})["undone"].get<bool>());
        QCOMPARE(
            only({"label", m_collection, "--annotator", "ben", "--query", "cells", "--status", "unsure"})["figures"]
                .get<int>(),
            12);
        QCOMPARE(only({"label", m_collection, "--annotator", "ben", "--cluster", "7", "--panel-subtype",
                       "single panel"})["figures"]
                     .get<int>(),
                 12);
        QCOMPARE(only({"count", m_collection, "status:unsure source:cluster"})["total"].get<int>(), 12);
    }

    void checkListsContradictionsOfACollection()
    {
        const QString collection = path("checked");
        QCOMPARE(runCli({"index", collection, path("s")}).status, 0);
        const QStringList label = {"label", collection, "--annotator", "anna", "--key"};
        QCOMPARE(
            runCli(label
                   + QStringList{"batch-PMC1-0-fig1", "--panel-type", "multiple", "--panel-subtype", "single panel"})
                .status,
            0);
        QCOMPARE(runCli(label + QStringList{"batch-PMC2-0-fig1", "--primary", "Maps", "--secondary", "table"}).status,
                 0);
        const CliOutcome outcome = runCli(
            {"check", collection, "--json", "--rule", "multiple-with-single-panel", "--rule", "class-outside-parent"});
        QCOMPARE(outcome.status, 0);
        const auto lines = outcome.lines();
        QVERIFY(hasFields(lines.at(0), {"rule", "key", "detail", "fixes"}));
        QCOMPARE(lines[0]["rule"].get<std::string>(), std::string("multiple-with-single-panel"));
        QCOMPARE(lines[0]["key"].get<std::string>(), std::string("batch-PMC1-0-fig1"));
        QCOMPARE(lines.back()["rule"].get<std::string>(), std::string("class-outside-parent"));
        QCOMPARE(runCli({"check", collection, "--json", "--limit", "1"}).lines().size(), 1u);
    }

    void checkListsContradictionsOfClusterLabels()
    {
        EXPECT_OK(writeFileDurably(path("clusters.json").toStdString(),
                                   R"({"4": {"panel_type": "multiple", "panel_subtype": "single panel",
                                       "global_class": ["Maps"], "local_class": ["table"]}})"));
        const QStringList check = {"check", "--cluster-labels", path("clusters.json")};
        const auto lines = runCli(check + QStringList{"--json"}).lines();
        QCOMPARE(lines.size(), 2u);
        QVERIFY(hasFields(lines[0], {"rule", "cluster", "detail", "fixes"}));
        QCOMPARE(lines[0]["cluster"].get<std::string>(), std::string("4"));
        QVERIFY((lines[1]["fixes"][0]["changes"] == json::Value{{"primary", {"Maps", "Tables"}}}));
        const CliOutcome text = runCli(check + QStringList{"--limit", "1"});
        QCOMPARE(text.status, 0);
        QVERIFY2(text.output.contains("1 more"), text.output);
        QVERIFY2(text.output.endsWith("2 in all, 1 cluster checked\n"), text.output);
    }

    void exportAndVerify()
    {
        const json::Value line =
            only({"export", m_collection, path("out"), "--query", "PMC1 OR pmcid:PMC1 OR pmcid:PMC2"});
        QVERIFY2(hasFields(line, {"figures", "shards", "bytes", "seconds"}), line.dump().c_str());
        QCOMPARE(line["figures"].get<int>(), 2);
        const json::Value report = only({"verify", path("out")});
        QCOMPARE(report["checked"].get<int>(), 2);
        QCOMPARE(report["problems"].size(), 0u);
        QCOMPARE(only({"verify", m_collection})["checked"].get<int>(), 12);
        EXPECT_OK(writeFileDurably(path("out/000000.tar").toStdString(), "damaged"));
        const CliOutcome damaged = runCli({"verify", path("out"), "--json"});
        QCOMPARE(damaged.status, 1);
        QVERIFY(hasFields(damaged.lastLine()["problems"][0], {"file", "key", "problem"}));
    }

    void demoIsIndexedLikeAnyShards()
    {
        QCOMPARE(only({"demo", path("demo"), "--figures", "12", "--seed", "5"})["figures"].get<int>(), 12);
        QCOMPARE(only({"index", path("d"), path("demo")})["figures"].get<int>(), 12);
    }

    void interruptedIndexingKeepsWhatWasDoneAndResumes()
    {
        for (int shard = 0; shard < 6; ++shard)
            test::writeSimpleShard(path(("many/" + std::to_string(shard) + ".tar").c_str()).toStdString(), 1000,
                                   1 + 5000 * shard);
        QProcess process;
        process.start(test::cliProgram(), {"index", path("i"), path("many")});
        QTRY_VERIFY(QFile::exists(path("i/derived/catalog.sqlite")));
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(only({"count", path("i"), ""})["total"].get<int>() % 1000, 0);
        QCOMPARE(only({"index", path("i"), path("many")})["figures"].get<int>(), 6000);
    }

    void quietAndErrorsKeepTheirStreams()
    {
        const CliOutcome outcome = runCli({"count", m_collection, "foo:bar", "--json"});
        QCOMPARE(outcome.status, 2);
        QVERIFY(outcome.output.isEmpty());
        QCOMPARE(outcome.errors.count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
