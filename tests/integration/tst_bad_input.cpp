// Bad input: a clear message that names what was wrong, an exit status, nothing damaged.

#include "core/base/file.h"
#include "core/db/database.h"
#include "tests/integration/cli_runner.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>
#include <unistd.h>

using namespace biomedica;
using test::CliOutcome;
using test::runCli;

class TestBadInput : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    void fails(const QStringList& arguments, int status, const char* word)
    {
        const CliOutcome outcome = runCli(arguments);
        QVERIFY2(!outcome.isCrashed, qPrintable(arguments.join(" ")));
        QVERIFY2(outcome.status == status,
                 (arguments.join(" ") + ": " + QString::number(outcome.status) + " " + outcome.errors).toUtf8());
        QVERIFY2(outcome.errors.contains(word), (arguments.join(" ") + " said " + outcome.errors).toUtf8());
    }

private slots:
    void initTestCase()
    {
        test::writeSimpleShard(path("s/000000.tar").toStdString(), 3);
        QCOMPARE(runCli({"index", path("c"), path("s")}).status, 0);
    }

    void wrongUsageIsTwo()
    {
        fails({}, 2, "subcommand");
        fails({"nonsense"}, 2, "");
        fails({"search"}, 2, "COLLECTION");
        fails({"search", path("c"), "x", "--limit", "many"}, 2, "limit");
        fails({"search", path("c"), "year:abc"}, 2, "year");
        fails({"search", path("c"), "x", "--sort", "caption"}, 2, "caption");
        fails({"facets", path("c"), "--field", "caption"}, 2, "caption");
        fails({"label", path("c"), "--annotator", "a", "--key", "k"}, 2, "--panel-type");
        fails({"label", path("c"), "--annotator", "a", "--primary", "Maps"}, 2, "--key");
        fails({"label", path("c"), "--annotator", "a", "--key", "k", "--query", "q", "--primary", "Maps"}, 2,
              "exactly one");
        fails({"label", path("c"), "--annotator", "a", "--key", "batch-PMC1-0-fig1", "--status", "tired"}, 2, "tired");
        fails({"export", path("c"), path("out"), "--figures-per-shard", "0"}, 2, "figures-per-shard");
        fails({"export", path("c"), path("out"), "--labels", "theirs"}, 2, "theirs");
        fails({"demo", path("d"), "--figures", "0"}, 2, "");
        fails({"check"}, 2, "COLLECTION");
        fails({"check", path("c"), "--cluster-labels", path("x.json")}, 2, "either");
        fails({"check", path("c"), "--rule", "no-such-rule"}, 2, "no-such-rule");
    }

    void namesThatDoNotExistAreNamed()
    {
        fails({"info", path("none")}, 1, "does not exist");
        fails({"index", path("new"), path("none.tar")}, 1, "none.tar");
        QVERIFY(!QFile::exists(path("new")));
        fails({"show", path("c"), "no-such-key"}, 1, "no-such-key");
        fails({"label", path("c"), "--annotator", "a", "--key", "no-such-key", "--primary", "Maps"}, 1, "no-such-key");
        fails({"label", path("c"), "--annotator", "a", "--key", "batch-PMC1-0-fig1", "--primary", "Mapps"}, 1,
              "did you mean 'Maps'");
        fails({"label", path("c"), "--annotator", "a", "--query", "zebra", "--primary", "Maps"}, 1, "zebra");
        fails({"undo", path("c")}, 1, "nothing to undo");
        fails({"index", path("c"), "--forget", "none.tar"}, 1, "none.tar");
        fails({"verify", path("none")}, 1, "none");
        fails({"check", path("none")}, 1, "does not exist");
        fails({"check", "--cluster-labels", path("none.json")}, 1, "none.json");
        QVERIFY(runCli({"history", path("c")}).output.isEmpty());
    }

    void filesThatAreNoShardsAreRefused()
    {
        EXPECT_OK(writeFileDurably(path("empty.tar").toStdString(), ""));
        EXPECT_OK(writeFileDurably(path("text.tar").toStdString(), "hello"));
        fails({"index", path("e1"), path("empty.tar")}, 1, "empty");
        fails({"index", path("e2"), path("text.tar")}, 1, "not a tar");
        QDir().mkpath(path("folder"));
        fails({"index", path("e3"), path("folder")}, 1, "no shard");
        const CliOutcome mixed = runCli({"index", path("e4"), path("empty.tar"), path("s"), "--json"});
        QCOMPARE(mixed.status, 0);
        QVERIFY(mixed.lines()[0]["key"].is_null());
        QCOMPARE(mixed.lastLine()["figures"].get<int>(), 3);
    }

    void clusterLabelsThatAreNoneSayFileAndCluster()
    {
        const auto refused = [&](const std::string& text, const char* word) {
            EXPECT_OK(writeFileDurably(path("labels.json").toStdString(), text));
            const CliOutcome outcome = runCli({"check", "--json", "--cluster-labels", path("labels.json")});
            QCOMPARE(outcome.status, 1);
            QVERIFY(outcome.output.isEmpty());
            QCOMPARE(outcome.errors.count('\n'), 1);
            QVERIFY2(outcome.errors.contains("labels.json") && outcome.errors.contains(word), outcome.errors);
        };
        refused("", "labels.json");
        refused("{\"12\": {\"panel_type\": \"single\"", "byte");
        refused("{\"12\": 3}", "cluster '12'");
        refused("{\"12\": {\"panel_type\": \"single\"}}", "panel_subtype");
    }

    void collectionOfANewerVersionIsRefusedUntouched()
    {
        test::makeCollection(path("n").toStdString(), {path("s").toStdString()}).value();
        const std::string file = path("n/collection.json").toStdString();
        const std::string good = readFile(file).value();
        std::string newer = good;
        newer.replace(newer.find("\"version\": 1"), 12, "\"version\": 9");
        EXPECT_OK(writeFileDurably(file, newer));
        fails({"info", path("n")}, 1, "newer version");
        QCOMPARE(readFile(file).value(), newer);
        EXPECT_OK(writeFileDurably(file, good));
        EXPECT_VALUE(auto journal,
                     db::Connection::open(path("n/decisions/journal.sqlite").toStdString(), db::Access::ReadWrite));
        EXPECT_OK(journal.execute("PRAGMA user_version = 50"));
        fails({"info", path("n")}, 1, "newer version");
    }

    void damagedCatalogSaysHowToGoOn()
    {
        test::makeCollection(path("m").toStdString(), {path("s").toStdString()}).value();
        EXPECT_OK(writeFileDurably(path("m/derived/catalog.sqlite").toStdString(), std::string(9000, 'x')));
        fails({"info", path("m")}, 1, "delete the collection's folder 'derived'");
        std::filesystem::remove_all(path("m/derived").toStdString());
        QCOMPARE(runCli({"index", path("m")}).status, 0);
    }

    void fullDiskLosesNothing()
    {
        // A small file system of its own; needs the right to mount one.
        QDir().mkpath(path("small"));
        if (QProcess::execute("mount", {"-t", "tmpfs", "-o", "size=400k", "tmpfs", path("small")}) != 0)
            QSKIP("cannot mount a small file system here");
        const CliOutcome exported = runCli({"export", path("c"), path("small/out"), "--json"});
        const CliOutcome whole = runCli({"index", path("small/c"), path("s")});
        test::writeSimpleShard(path("big/000000.tar").toStdString(), 3000);
        const CliOutcome indexed = runCli({"index", path("small/c"), path("big")});
        const CliOutcome after = runCli({"count", path("small/c"), "cells", "--json"});
        const bool hasLeftovers = QFile::exists(path("small/out.part"));
        QProcess::execute("umount", {path("small")});
        QCOMPARE(exported.status, 0);
        QVERIFY(!hasLeftovers);
        if (whole.status != 0) { // even an empty collection is too large: then it says so
            QVERIFY2(whole.errors.contains("disk is full"), whole.errors);
            return;
        }
        QCOMPARE(indexed.status, 1);
        QVERIFY2(indexed.errors.contains("disk is full"), indexed.errors);
        QCOMPARE(after.lastLine()["total"].get<int>(), 3);
    }

    void missingPermissionIsNamed()
    {
        // Root may read everything, so the program runs as an ordinary user.
        if (::getuid() != 0 || QProcess::execute("setpriv", {"--version"}) != 0)
            QSKIP("needs root and setpriv to become an ordinary user");
        std::filesystem::permissions(m_folder.path().toStdString(), std::filesystem::perms(0755));
        QFile::setPermissions(path("s/000000.tar"), QFileDevice::WriteOwner);
        QDir().mkpath(path("open"));
        std::filesystem::permissions(path("open").toStdString(), std::filesystem::perms(0777));
        const auto asUser = [&](const QStringList& arguments) {
            QProcess process;
            process.start("setpriv", QStringList{"--reuid=65534", "--regid=65534", "--clear-groups", test::cliProgram()}
                                         + arguments);
            process.waitForFinished();
            return std::pair(process.exitCode(), process.readAllStandardError());
        };
        const auto [readStatus, readErrors] = asUser({"index", path("open/c"), path("s/000000.tar")});
        const auto [writeStatus, writeErrors] =
            asUser({"label", path("c"), "--annotator", "a", "--query", "cells", "--primary", "Maps"});
        QFile::setPermissions(path("s/000000.tar"), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        if (readStatus == 127 || readErrors.contains("exec"))
            QSKIP("the program is not readable for an ordinary user here");
        QCOMPARE(readStatus, 1);
        QVERIFY2(readErrors.contains("permission denied"), readErrors);
        QCOMPARE(writeStatus, 1);
        QVERIFY2(writeErrors.contains("permission"), writeErrors);
    }

    void outputToAFullDeviceIsNoCrash()
    {
        const CliOutcome outcome = runCli({"show", path("c"), "batch-PMC1-0-fig1", "--image", "/dev/full/x"});
        QCOMPARE(outcome.status, 1);
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
