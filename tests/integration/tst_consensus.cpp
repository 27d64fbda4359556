// The consensus command on figures that three annotators labelled.

#include "tests/integration/cli_runner.h"
#include "tests/support/agreement_reference.h"
#include "tests/support/shard_builder.h"
#include "tests/support/test_data.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace biomedica;
using test::CliOutcome;
using test::runCli;

namespace {

QString keyOf(int figure)
{
    return QString::fromStdString(test::keyOf("PMC" + std::to_string(figure), 0, "fig1"));
}

bool isNear(const json::Value& value, double expected)
{
    return value.is_number() && std::abs(value.get<double>() - expected) < 1e-9;
}

bool areEqual(const json::Value& value, const json::Value& expected, double scale = 1)
{
    return expected.is_null() ? value.is_null() : isNear(value, expected.get<double>() * scale);
}

} // namespace

class TestConsensus : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_collection = m_folder.filePath(QStringLiteral("c"));
    std::map<std::string, json::Value> m_lines; ///< by question

    void label(const QString& collection, const QString& annotator, const QList<int>& figures,
               const QStringList& answer)
    {
        QStringList arguments = {"label", collection, "--annotator", annotator};
        for (const int figure : figures)
            arguments << "--key" << keyOf(figure);
        const CliOutcome outcome = runCli(arguments + answer);
        QVERIFY2(outcome.status == 0, outcome.errors);
    }

private slots:
    void initTestCase()
    {
        test::writeSimpleShard(m_folder.filePath("s/000000.tar").toStdString(), 6);
        QCOMPARE(runCli({"index", m_collection, m_folder.filePath("s")}).status, 0);
        const QStringList single = {"--panel-type", "single"}, multiple = {"--panel-type", "multiple"};
        // panel type      anna      ben       cleo
        //   figure 1      single    single    single
        //   figure 2      single    single    multiple
        //   figure 3      multiple  multiple  multiple
        //   figure 4      multiple  single
        //   figure 5      single
        label(m_collection, "anna", {1, 2, 5}, single);
        label(m_collection, "anna", {3, 4}, multiple);
        label(m_collection, "ben", {1, 2, 4}, single);
        label(m_collection, "ben", {3}, multiple);
        label(m_collection, "cleo", {1}, single);
        label(m_collection, "cleo", {2, 3}, multiple);
        // primary         anna      ben           cleo
        //   figure 1      Maps      Maps, Tables  Maps
        //   figure 2      Maps      Tables
        //   figure 3      (none)    (none)
        label(m_collection, "anna", {1, 2}, {"--primary", "Maps"});
        label(m_collection, "ben", {1}, {"--primary", "Maps", "--primary", "Tables"});
        label(m_collection, "ben", {2}, {"--primary", "Tables"});
        label(m_collection, "cleo", {1}, {"--primary", "Maps"});
        label(m_collection, "anna", {3}, {"--primary", ""});
        label(m_collection, "ben", {3}, {"--primary", ""});
        label(m_collection, "ben", {6}, {"--panel-subtype", "single panel"});

        const CliOutcome outcome = runCli({"consensus", m_collection, "--json"});
        QCOMPARE(outcome.status, 0);
        QStringList questions;
        for (const json::Value& line : outcome.lines()) {
            questions << QString::fromStdString(line["question"].get<std::string>());
            m_lines[line["question"].get<std::string>()] = line;
        }
        QCOMPARE(questions, (QStringList{"panel_type", "panel_subtype", "primary", "secondary"}));
    }

    void optionsAgreeAsCountedByHand()
    {
        const json::Value& line = m_lines["panel_type"];
        QCOMPARE(line["figures"].get<int>(), 5);
        QCOMPARE(line["undecided"].get<int>(), 1); // figure 4
        const json::Value& agreement = line["agreement"];
        QCOMPARE(agreement["figures"].get<int>(), 4);
        QVERIFY(isNear(agreement["percent"], 70)); // 7 of 10 pairs
        QVERIFY(isNear(agreement["fleiss_kappa"], 115 / 720.0));
        QVERIFY(isNear(agreement["krippendorff_alpha"], 1 / 3.0));
        QVERIFY(!agreement.contains("percent_interval"));
        const json::Value& ofSingle = line["by_class"]["single"];
        QCOMPARE(ofSingle["votes"].get<int>(), 7);
        QCOMPARE(ofSingle["figures"].get<int>(), 3);
        QVERIFY(isNear(ofSingle["fleiss_kappa"], 115 / 720.0)); // of two options each says all
        QVERIFY((line["annotators"] == json::Value{"anna", "ben", "cleo"}));
    }

    void setsAgreeAsOneValueAndClassByClass()
    {
        const json::Value& line = m_lines["primary"];
        QCOMPARE(line["figures"].get<int>(), 3);
        QCOMPARE(line["undecided"].get<int>(), 1);
        QVERIFY(isNear(line["agreement"]["percent"], 40)); // 2 of 5 pairs
        const json::Value& maps = line["by_class"]["Maps"];
        QCOMPARE(maps["votes"].get<int>(), 4);
        QCOMPARE(maps["figures"].get<int>(), 1);
        QVERIFY(isNear(maps["percent"], 80));
        QVERIFY(isNear(maps["fleiss_kappa"], 23 / 72.0));
        QVERIFY(isNear(maps["krippendorff_alpha"], 0.5));
        QVERIFY(isNear(line["by_class"]["Tables"]["percent"], 40));
        QCOMPARE(line["by_class"]["Tables"]["figures"].get<int>(), 0);
        QCOMPARE(line["by_class"].size(), 2u);
    }

    void annotatorsAreComparedTwoByTwo()
    {
        const json::Value& pairs = m_lines["panel_type"]["pairs"];
        QCOMPARE(pairs.size(), 3u);
        QCOMPARE(pairs[0]["second"].get<std::string>(), std::string("ben"));
        QCOMPARE(pairs[0]["figures"].get<int>(), 4);
        QVERIFY(isNear(pairs[0]["percent"], 75));
        QVERIFY(isNear(pairs[0]["cohen_kappa"], 0.5));
        QVERIFY(isNear(pairs[1]["cohen_kappa"], 0.4)); // anna, cleo
        const json::Value confusion = {{{"first", "multiple"}, {"second", "multiple"}, {"figures", 1}},
                                       {{"first", "multiple"}, {"second", "single"}, {"figures", 1}},
                                       {{"first", "single"}, {"second", "single"}, {"figures", 2}}};
        QVERIFY(pairs[0]["confusion"] == confusion);
        QVERIFY((m_lines["primary"]["pairs"][0]["confusion"][0]
                 == json::Value{{"first", json::Value::array()}, {"second", json::Value::array()}, {"figures", 1}}));
    }

    // Anna against ben and cleo: equal on 1 and 3, not on 4; on 2 the others are undecided.
    void votesAreHeldAgainstTheOthersDayByDay()
    {
        int votes = 0;
        double agreeing = 0;
        for (const json::Value& point : m_lines["panel_type"]["drift"])
            if (point["annotator"] == "anna") {
                votes += point["votes"].get<int>();
                agreeing += point["votes"].get<int>() * point["percent"].get<double>() / 100;
            }
        QCOMPARE(votes, 3);
        QVERIFY(std::abs(agreeing - 2) < 1e-9);
    }

    void whatIsUndefinedIsNull()
    {
        for (const char* question : {"panel_subtype", "secondary"})
            for (const char* measure : {"percent", "fleiss_kappa", "krippendorff_alpha"})
                QVERIFY(m_lines[question]["agreement"].at(measure).is_null());
        QCOMPARE(m_lines["panel_subtype"]["figures"].get<int>(), 1);
        QCOMPARE(m_lines["secondary"]["figures"].get<int>(), 0);
    }

    void intervalsHoldTheValueAndRepeat()
    {
        const QStringList arguments = {"consensus",  m_collection, "--question", "panel_type",
                                       "--question", "primary",    "--json",     "--bootstrap"};
        const CliOutcome outcome = runCli(arguments + QStringList{"500"});
        QCOMPARE(outcome.lines().size(), 2u);
        const json::Value agreement = outcome.lines()[0]["agreement"];
        const auto interval = agreement["percent_interval"].get<std::vector<double>>();
        QVERIFY(interval[0] < 70 && 70 < interval[1]);
        QCOMPARE(runCli(arguments + QStringList{"500"}).output, outcome.output);
        QVERIFY(runCli(arguments + QStringList{"500", "--seed", "9"}).output != outcome.output);
    }

    void textIsATable()
    {
        const QString text = QString::fromUtf8(runCli({"consensus", m_collection}).output);
        const QStringList lines = text.split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 5);
        for (const QString& line : lines)
            QCOMPARE(line.size(), lines.first().size());
        QVERIFY2(lines[1].contains("70.0") && lines[1].endsWith("0.333"), qPrintable(text));
        const QString details = QString::fromUtf8(runCli({"consensus", m_collection, "--details"}).output);
        QVERIFY(details.contains("primary, by class") && details.contains("anna, ben"));
    }

    void unknownQuestionIsWrongUsage()
    {
        const CliOutcome outcome = runCli({"consensus", m_collection, "--question", "colour"});
        QCOMPARE(outcome.status, 2);
        QVERIFY(outcome.errors.contains("panel_subtype") && outcome.errors.contains("colour"));
    }

    void undoneVotesDoNotCount()
    {
        QCOMPARE(runCli({"undo", m_collection, "--annotator", "anna"}).status, 0); // figure 3: no class
        const CliOutcome outcome = runCli({"consensus", m_collection, "--question", "primary", "--json"});
        QVERIFY(isNear(outcome.lastLine()["agreement"]["percent"], 25));
        QCOMPARE(runCli({"redo", m_collection}).status, 0);
    }

    void votesAboutFiguresThatAreNotHeldAreLeftOut()
    {
        const QString folder = m_folder.filePath("forgetting");
        const QString shard = m_folder.filePath("s/000000.tar");
        QCOMPARE(runCli({"index", folder, shard}).status, 0);
        label(folder, "anna", {1, 2}, {"--panel-type", "single"});
        QCOMPARE(runCli({"index", folder, "--forget", shard}).status, 0);
        const CliOutcome outcome = runCli({"consensus", folder, "--question", "panel_type", "--json"});
        QCOMPARE(outcome.lastLine()["figures"].get<int>(), 0);
        QCOMPARE(outcome.lastLine()["annotators"].size(), 0u);
    }

    // Three annotators, who err at 5, 15 and 30 percent and leave out a tenth, each in a collection of their own.
    // Their votes are merged from three files, in every order and with repeats: the report is always the same, and
    // that of an independent computation. On the pictures of the test data where there are any.
    void plantedErrorsGiveTheFiguresOfAnIndependentComputation()
    {
        SKIP_WITHOUT_PYTHON();
        constexpr int drawn = 680;
        QString shards = m_folder.filePath("many");
        if (!test::dataFolder().empty())
            shards = QString::fromStdString((test::dataFolder() / "shards/biomedica").string());
        else
            test::writeSimpleShard(m_folder.filePath("many/000000.tar").toStdString(), drawn);
        const auto collection = [&](const QString& name) {
            const QString folder = m_folder.filePath(name);
            QStringList files;
            for (const QFileInfo& file : QDir(shards).entryInfoList({"figures-*.tar", "0*.tar"}))
                files << file.filePath();
            const CliOutcome outcome = runCli(QStringList{"index", folder} + files);
            if (outcome.status != 0)
                qFatal("%s", outcome.errors.constData());
            return folder;
        };
        QStringList keys;
        for (const json::Value& line : runCli({"search", collection("truth"), "", "--limit", "1000", "--json"}).lines())
            if (line.contains("key"))
                keys << QString::fromStdString(line["key"].get<std::string>());
        QCOMPARE(keys.size(), drawn);
        keys.sort();

        const QStringList classes = {"Maps", "Microscopy", "Plots and Charts", "Tables"};
        const QStringList annotators = {"anna", "ben", "cleo"};
        const std::vector<unsigned> errorRates = {5, 15, 30};
        std::mt19937 random(11);
        json::Value votes = json::Value::array();
        std::map<std::pair<QString, unsigned>, QStringList> keysOf;
        for (const QString& key : keys) {
            const unsigned truth = random() % 4;
            json::Value row = json::Value::array();
            for (std::size_t annotator = 0; annotator < 3; ++annotator) {
                const unsigned answer = random() % 100 < errorRates[annotator] ? random() % 4 : truth;
                const bool isMissing = random() % 10 == 0;
                row.push_back(isMissing ? json::Value() : json::Value(answer));
                if (!isMissing)
                    keysOf[{annotators[static_cast<qsizetype>(annotator)], answer}] << "--key" << key;
            }
            votes.push_back(row);
        }
        for (const QString& who : annotators) {
            const QString own = collection("of-" + who);
            for (unsigned answer = 0; answer < 4; ++answer)
                QCOMPARE(runCli(QStringList{"label", own, "--annotator", who, "--primary", classes[answer]}
                                + keysOf[{who, answer}])
                             .status,
                         0);
            QCOMPARE(runCli({"votes", "export", own, m_folder.filePath(who), "--annotator", who}).status, 0);
        }

        const json::Value expected =
            test::agreementInPython({{"votes", votes},
                                     {"classes", std::vector<std::vector<int>>{{0}, {1}, {2}, {3}}},
                                     {"class_count", 4},
                                     {"resamples", 0},
                                     {"seed", 1}});
        QVERIFY2(expected.is_object(), expected.dump().c_str());
        const auto compare = [](const json::Value& measures, const json::Value& reference) {
            QVERIFY(areEqual(measures["percent"], reference["observed"], 100));
            QVERIFY(areEqual(measures["fleiss_kappa"], reference["fleiss_kappa"]));
            QVERIFY(areEqual(measures["krippendorff_alpha"], reference["krippendorff_alpha"]));
        };
        QStringList order = annotators;
        QByteArray report;
        do {
            const QString merged = collection("merged-" + order.join(QString()));
            for (const QString& who : order) {
                QCOMPARE(runCli({"votes", "merge", merged, m_folder.filePath(who)}).status, 0);
                const CliOutcome again = runCli({"votes", "merge", merged, m_folder.filePath(order.first()), "--json"});
                QCOMPARE(again.lastLine()["new"].get<int>(), 0);
                QVERIFY(again.lastLine()["decisions"].get<int>() > 0);
            }
            const CliOutcome outcome = runCli({"consensus", merged, "--question", "primary", "--json"});
            if (report.isEmpty())
                report = outcome.output;
            QCOMPARE(outcome.output, report);
            const json::Value line = outcome.lastLine();
            compare(line["agreement"], expected);
            QVERIFY(line["agreement"]["krippendorff_alpha"].get<double>() > 0.5);
            for (std::size_t number = 0; number < 4; ++number)
                compare(line["by_class"][classes[static_cast<qsizetype>(number)].toStdString()],
                        expected["by_class"][number]);
            for (std::size_t pair = 0; pair < 3; ++pair)
                QVERIFY(areEqual(line["pairs"][pair]["cohen_kappa"], expected["pairs"][pair]["cohen_kappa"]));
        } while (std::next_permutation(order.begin(), order.end()));
    }
};

QTEST_GUILESS_MAIN(TestConsensus)
#include "tst_consensus.moc"
