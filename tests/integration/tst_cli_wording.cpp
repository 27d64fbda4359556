// What the command line says to people: help, advice after wrong usage, the forms of numbers.

#include "core/base/file.h"
#include "tests/integration/cli_runner.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace biomedica;
using test::CliOutcome;
using test::runCli;

class TestCliWording : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QString m_collection = path("c");
    QString m_key = QStringLiteral("batch-PMC1-0-fig1");

private slots:
    void initTestCase()
    {
        test::writeSimpleShard(path("s/000000.tar").toStdString(), 1);
        const CliOutcome outcome = runCli({"index", m_collection, path("s")});
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.output.startsWith("1 figure in 1 shard (1 added, 0 removed, 0 samples skipped), "),
                 outcome.output);
    }

    void helpSaysWhichOptionsMayBeRepeated_data();
    void helpSaysWhichOptionsMayBeRepeated();
    void severalValuesOfARepeatedOptionGiveAdvice_data();
    void severalValuesOfARepeatedOptionGiveAdvice();
    void otherArgumentsTooManyGiveNoAdviceToRepeat();
    void oneIsSingular_data();
    void oneIsSingular();
};

void TestCliWording::helpSaysWhichOptionsMayBeRepeated_data()
{
    QTest::addColumn<QString>("option");
    for (const auto& [command, option] :
         {std::pair("index", "--forget SHARD"), std::pair("facets", "--field FIELD"), std::pair("label", "--key KEY"),
          std::pair("label", "--primary CLASS"), std::pair("label", "--secondary CLASS"),
          std::pair("check", "--rule RULE"), std::pair("consensus", "--question QUESTION"),
          std::pair("similar", "--key KEY"), std::pair("similar", "--not KEY"),
          std::pair("assign", "--to NAME REQUIRED")})
        QTest::addRow("%s %s", command, option) << QString::fromUtf8(option);
}

void TestCliWording::helpSaysWhichOptionsMayBeRepeated()
{
    QFETCH(QString, option);
    const QString command = QString::fromUtf8(QTest::currentDataTag()).section(' ', 0, 0);
    const QByteArray help = runCli({command, "--help"}).output;
    QVERIFY2(help.contains("  " + option.toUtf8() + " (may be repeated)"), help);
    static const QRegularExpression list(QStringLiteral("--\\S+ [A-Z]+ \\.\\.\\.")); // which reads as --key A B
    QVERIFY2(!list.match(QString::fromUtf8(help)).hasMatch(), help);
}

void TestCliWording::severalValuesOfARepeatedOptionGiveAdvice_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("advice");
    QTest::newRow("last") << QStringList{"similar", m_collection, "--key", "A", "B C", "D"}
                          << QByteArray(
                                 "'B C' is not expected here: --key takes one value and is repeated for more, as "
                                 "in --key A --key \"B C\"");
    QTest::newRow("before others") << QStringList{"similar", m_collection, "--not", "A", "B", "--json", "--key", "C"}
                                   << QByteArray("'B' is not expected here: --not takes one value and is repeated for "
                                                 "more, as in --not A --not B");
    QTest::newRow("with =") << QStringList{"label", m_collection, "--annotator", "anna", "--primary=A", "B"}
                            << QByteArray("'B' is not expected here: --primary takes one value and is repeated for "
                                          "more, as in --primary A --primary B");
    QTest::newRow("the same word elsewhere")
        << QStringList{"assign", m_collection, "--by", "anna", "--to", "ben", "anna"}
        << QByteArray("'anna' is not expected here: --to takes one value and is repeated for more, as in --to ben --to "
                      "anna");
    QTest::newRow("before COLLECTION") << QStringList{"assign", "--by", "rita", "--to", "anna", "ben", m_collection}
                                       << QByteArray("'" + m_collection.toUtf8()
                                                     + "' is not expected here: --to takes one value and is repeated "
                                                       "for more, as in --to anna --to ben");
}

void TestCliWording::severalValuesOfARepeatedOptionGiveAdvice()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, advice);
    const CliOutcome outcome = runCli(arguments);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.errors, "biomedica: " + advice + "\n");
    QVERIFY(outcome.output.isEmpty());
}

void TestCliWording::otherArgumentsTooManyGiveNoAdviceToRepeat()
{
    for (const QStringList& arguments : {QStringList{"count", m_collection, "western", "blot"},
                                         QStringList{"similar", m_collection, "--key", m_key, "--limit", "3", "4"},
                                         QStringList{"info", m_collection, "--key", "A", "B"}}) {
        const CliOutcome outcome = runCli(arguments);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.errors.contains("not expected"), outcome.errors);
        QVERIFY2(!outcome.errors.contains("repeated"), outcome.errors);
    }
}

/// In this order: what is labelled first is told by those that follow.
void TestCliWording::oneIsSingular_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const QStringList& arguments, const char* said) {
        QTest::newRow(name) << arguments << QString::fromUtf8(said);
    };
    row("search", {"search", m_collection, "cells"}, "^1 figure\n");
    row("label", {"label", m_collection, "--annotator", "anna", "--key", m_key, "--primary", "Maps"},
        "^labelled 1 figure,");
    row("history", {"history", m_collection}, "  1 figure  ");
    row("show", {"show", m_collection, m_key}, "primary: .*\\(votes, 1 vote\\)");
    row("check", {"check", m_collection}, "1 figure checked\n");
    row("taxonomy", {"taxonomy", "rename", m_collection, "Maps", "Atlases", "--dry-run"},
        "1 figure carries such a class, 1 vote and the shards of 0 figures");
    row("votes export", {"votes", "export", m_collection, path("anna.votes")}, "^wrote 1 decision to");
    row("votes merge", {"votes", "merge", m_collection, path("anna.votes")},
        "^1 decision, 0 new; 0 of their figures are");
    row("assign", {"assign", m_collection, "--by", "rita", "--to", "anna"}, "^anna  1 figure  ");
    row("export", {"export", m_collection, path("out")}, "^exported 1 figure \\(1 with labels\\) in 1 shard,");
    row("verify", {"verify", path("out")}, "^1 figure checked, 0 problems\n");
    row("embed", {"embed", m_collection}, "^1 vector of 256 numbers made\n");
    row("vectors import", {"vectors", "import", m_collection, path("v.npy"), "--keys", path("k.txt"), "--model", "one"},
        "^took in 1 vector of 1 number, model 'one'\n1 key names no figure of this collection, left out: nobody");
    row("info", {"info", m_collection}, "vectors .*\n +one  1 of 1 figure, 1 dimension,");
    row("undo", {"undo", m_collection, "--annotator", "anna", "--figure", m_key}, "^undid 1 decision on 1 figure;");
    row("recompress", {"recompress", path("s/000000.tar"), path("s.tar.zst")}, "^1 sample: ");
    row("demo", {"demo", path("d"), "--figures", "1"}, "^drew 1 figure into 1 shard,");
}

void TestCliWording::oneIsSingular()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    EXPECT_OK(writeFileDurably(path("k.txt").toStdString(), m_key.toStdString() + "\nnobody\n"));
    EXPECT_OK(writeFileDurably(path("v.npy").toStdString(), test::npyOf({{1}, {1}})));
    const CliOutcome outcome = runCli(arguments);
    const QString text = QString::fromUtf8(outcome.output + outcome.errors);
    QVERIFY2(outcome.status == 0, qPrintable(text));
    QVERIFY2(QRegularExpression(said).match(text).hasMatch(), qPrintable(text));
    static const QRegularExpression wrong(QStringLiteral(
        "\\b1 (figures|shards|articles|samples|votes|decisions|problems|vectors|numbers|dimensions|keys|clusters)\\b"));
    QVERIFY2(!wrong.match(text).hasMatch(), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestCliWording)
#include "tst_cli_wording.moc"
