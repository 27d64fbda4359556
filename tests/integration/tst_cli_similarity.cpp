#include "core/base/file.h"
#include "tests/integration/cli_runner.h"
#include "tests/support/expect.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace biomedica;
using test::runCli;

/// The commands embed, similar, vectors and duplicates, as scripts use them.
class TestCliSimilarity : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_collection, m_key;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private slots:
    void initTestCase()
    {
        m_collection = path("c");
        QCOMPARE(runCli({"demo", path("shards"), "--figures", "60", "--seed", "5"}).status, 0);
        QCOMPARE(runCli({"index", m_collection, path("shards")}).status, 0);
        const auto found = runCli({"search", m_collection, QString(), "--limit", "1", "--json"});
        m_key = QString::fromStdString(found.lastLine()["key"].get<std::string>());
    }

    void beforeEmbeddingTheAdviceIsToEmbed()
    {
        for (const QStringList& arguments : {QStringList{"similar", m_collection, "--key", m_key},
                                             QStringList{"search", m_collection, "like:\"" + m_key + "\""},
                                             QStringList{"count", m_collection, "cell like:\"" + m_key + "\""}}) {
            const auto outcome = runCli(arguments);
            QCOMPARE(outcome.status, 1);
            QVERIFY2(outcome.errors.startsWith("biomedica: the collection 'c' has no vectors"), outcome.errors);
            QVERIFY2(outcome.errors.contains("'biomedica embed " + m_collection.toUtf8() + "'"), outcome.errors);
            QCOMPARE(outcome.errors.count('\n'), 1);
        }
    }

    void infoSaysThatThereAreNoVectorsYet()
    {
        QVERIFY(runCli({"info", m_collection}).output.endsWith("\nvectors     none yet\n"));
        const json::Value line = runCli({"info", m_collection, "--json"}).lastLine();
        QVERIFY(line["models"] == json::Value::array() && line["vectors"] == json::Value::array());
    }

    void embedMakesVectorsOnce()
    {
        auto outcome = runCli({"embed", m_collection, "--json"});
        QVERIFY2(outcome.status == 0, outcome.errors.constData());
        QCOMPARE(outcome.lastLine()["model"].get<std::string>(), std::string("builtin"));
        QCOMPARE(outcome.lastLine()["embedded"].get<int>(), 60);
        QVERIFY(outcome.lastLine()["dimensions"].get<int>() > 0);
        outcome = runCli({"embed", m_collection, "--json"});
        QCOMPARE(outcome.lastLine()["embedded"].get<int>(), 0);
        outcome = runCli({"info", m_collection, "--json"});
        QVERIFY(outcome.lastLine()["models"] == json::Value({"builtin"}));
        const json::Value vectors = outcome.lastLine()["vectors"];
        QCOMPARE(vectors.size(), std::size_t{1});
        QCOMPARE(vectors[0]["model"].get<std::string>(), std::string("builtin"));
        QCOMPARE(vectors[0]["figures"].get<int>(), 60);
        const QByteArray told = "vectors     builtin  60 of 60 figures, "
                                + QByteArray::number(vectors[0]["dimensions"].get<int>()) + " dimensions, version "
                                + QByteArray::fromStdString(vectors[0]["version"].get<std::string>()) + "\n";
        const QByteArray info = runCli({"info", m_collection}).output;
        QVERIFY2(info.endsWith(told), info);
    }

    void similarListsTheNearestFirstWithoutTheExample()
    {
        const auto outcome = runCli({"similar", m_collection, "--key", m_key, "--limit", "5", "--json"});
        const auto lines = outcome.lines();
        QCOMPARE(lines.size(), std::size_t{6});
        QCOMPARE(lines[0]["total"].get<int>(), 5);
        for (std::size_t i = 1; i < lines.size(); ++i) {
            QVERIFY(lines[i]["key"].get<std::string>() != m_key.toStdString());
            QVERIFY(lines[i]["score"].get<double>() <= 1.0001);
            if (i > 1)
                QVERIFY(lines[i]["score"].get<double>() <= lines[i - 1]["score"].get<double>());
        }
    }

    void searchTakesTheSameQuery()
    {
        const auto similar =
            runCli({"similar", m_collection, "--key", m_key, "--query", "panel:single", "--limit", "4", "--json"});
        const auto search = runCli({"search", m_collection, QStringLiteral("panel:single like:\"%1\"").arg(m_key),
                                    "--mode", "semantic", "--limit", "5", "--json"});
        QCOMPARE(similar.status, 0);
        QCOMPARE(search.status, 0);
        std::vector<std::string> fromSearch;
        for (const json::Value& line : search.lines())
            if (line.contains("key") && line["key"].get<std::string>() != m_key.toStdString())
                fromSearch.push_back(line["key"].get<std::string>());
        std::vector<std::string> fromSimilar;
        for (const json::Value& line : similar.lines())
            if (line.contains("key"))
                fromSimilar.push_back(line["key"].get<std::string>());
        fromSearch.resize(std::min(fromSearch.size(), fromSimilar.size()));
        QVERIFY(fromSearch == fromSimilar);
        QCOMPARE(runCli({"search", m_collection, "cell", "--mode", "semantic"}).status, 1);
        QCOMPARE(runCli({"search", m_collection, "cell", "--mode", "other"}).status, 2);
    }

    void aPictureFindsItsFigure()
    {
        QCOMPARE(runCli({"show", m_collection, m_key, "--image", path("one.img")}).status, 0);
        const auto outcome = runCli({"similar", m_collection, "--image", path("one.img"), "--limit", "1", "--json"});
        QCOMPARE(outcome.lastLine()["key"].get<std::string>(), m_key.toStdString());
        QFile nonsense(path("nonsense.png"));
        QVERIFY(nonsense.open(QIODevice::WriteOnly) && nonsense.write("no picture") > 0);
        nonsense.close();
        const auto refused = runCli({"similar", m_collection, "--image", path("nonsense.png")});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.errors.contains("nonsense.png"), refused.errors.constData());
        QCOMPARE(runCli({"similar", m_collection}).status, 2);
    }

    void vectorsGoOutAndComeIn()
    {
        const QStringList files = {path("v.npy"), "--keys", path("k.txt")};
        auto outcome = runCli(QStringList{"vectors", "export", m_collection} + files
                              + QStringList{"--model", "builtin", "--json"});
        QVERIFY2(outcome.status == 0, outcome.errors.constData());
        QCOMPARE(outcome.lastLine()["figures"].get<int>(), 60);
        outcome =
            runCli(QStringList{"vectors", "import", m_collection} + files + QStringList{"--model", "other", "--json"});
        QCOMPARE(outcome.lastLine()["figures"].get<int>(), 60);
        QCOMPARE(outcome.lastLine()["unknown"].get<int>(), 0);
        QFile pickle(path("p.npy"));
        QVERIFY(pickle.open(QIODevice::WriteOnly));
        QByteArray header("{'descr': '|O', 'fortran_order': False, 'shape': (60, 4), }");
        header = header.leftJustified(117, ' ') + '\n';
        pickle.write(QByteArray("\x93NUMPY\x01\x00", 8) + static_cast<char>(header.size()) + '\0' + header);
        pickle.close();
        outcome = runCli({"vectors", "import", m_collection, path("p.npy"), "--keys", path("k.txt"), "--model", "p"});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.errors.contains("p.npy"), outcome.errors.constData());
    }

    void theProgramsOwnVectorsAreNotReplacedByMistake()
    {
        EXPECT_OK(writeFileDurably(path("one.txt").toStdString(), m_key.toStdString()));
        EXPECT_OK(writeFileDurably(path("one.npy").toStdString(), test::npyOf({std::vector<float>(256, 1)})));
        const QStringList nearest = {"similar", m_collection, "--key", m_key, "--limit", "1", "--json"};
        const QStringList import = {"vectors", "import",        m_collection, path("one.npy"),
                                    "--keys",  path("one.txt"), "--model",    "builtin"};
        const json::Value before = runCli(nearest).lastLine();
        const auto refused = runCli(import);
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.errors.startsWith("biomedica: 'builtin' is the name of the program's own vectors, which these "
                                           "would replace: give another name"),
                 refused.errors);
        QCOMPARE(refused.errors.count('\n'), 1);
        QVERIFY(runCli(nearest).lastLine() == before);
        QCOMPARE(runCli(import + QStringList{"--force"}).status, 0);
        QVERIFY(runCli(nearest).lastLine()["score"] != before["score"]);
        QCOMPARE(runCli({"vectors", "import", m_collection, path("v.npy"), "--keys", path("k.txt"), "--model",
                         "builtin", "--force"})
                     .status,
                 0); // those that it exported before
        QVERIFY(runCli(nearest).lastLine() == before);
    }

    void ownVectorsAreTakenInWhereThereAreNone()
    {
        const QString other = path("other");
        QCOMPARE(runCli({"index", other, path("shards")}).status, 0);
        QCOMPARE(runCli({"vectors", "export", m_collection, path("own.npy"), "--keys", path("own.txt")}).status, 0);
        const auto outcome = runCli(
            {"vectors", "import", other, path("own.npy"), "--keys", path("own.txt"), "--model", "builtin", "--json"});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.lastLine()["figures"].get<int>(), 60);
        const auto nearest = [&](const QString& collection) {
            return runCli({"similar", collection, "--key", m_key, "--limit", "1", "--json"}).lastLine();
        };
        QVERIFY(nearest(other) == nearest(m_collection));
    }

    void vectorsWithoutANameAreCalledImported()
    {
        QVERIFY(runCli({"vectors", "import", "--help"}).output.contains("'imported' where left out"));
        const auto outcome =
            runCli({"vectors", "import", m_collection, path("one.npy"), "--keys", path("one.txt"), "--json"});
        QCOMPARE(outcome.lastLine()["model"].get<std::string>(), std::string("imported"));
        const QByteArray info = runCli({"info", m_collection}).output;
        QVERIFY2(info.contains("\n            imported  1 of 60 figures, 256 dimensions, version imported\n"), info);
    }

    void infoTellsAllElseWhereVectorsAreDamaged()
    {
        QVERIFY(QDir(m_collection).mkpath("derived/vectors/broken"));
        EXPECT_OK(writeFileDurably(path("c/derived/vectors/broken/index").toStdString(), "no index"));
        const auto outcome = runCli({"info", m_collection, "--json"});
        QVERIFY(QDir(path("c/derived/vectors/broken")).removeRecursively());
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.errors.contains("broken"), outcome.errors);
        QCOMPARE(outcome.lastLine()["figures"].get<int>(), 60);
        QVERIFY(outcome.lastLine()["models"] == json::Value({"broken", "builtin", "imported", "other"}));
        QVERIFY(outcome.lastLine()["vectors"].is_null());
    }

    void duplicatesPrintsGroups()
    {
        const auto outcome = runCli({"duplicates", m_collection, "--near", "0.05", "--json"});
        QVERIFY2(outcome.status == 0, outcome.errors.constData());
        for (const json::Value& line : outcome.lines()) {
            QVERIFY(line["group"].is_number());
            QVERIFY(line["keys"].size() > 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestCliSimilarity)
#include "tst_cli_similarity.moc"
