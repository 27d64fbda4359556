// kill -9 at random moments: no acknowledged decision is missing, the collection opens, running again
// completes.

#include "tests/integration/cli_runner.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <set>
#include <signal.h>
#include <thread>

using namespace biomedica;
using test::runCli;

namespace {

constexpr int rounds = 50;

/// Kills the process this long after its start, if it still runs.
void killAfter(QProcess& process, std::chrono::microseconds delay)
{
    std::this_thread::sleep_for(delay); // the random moment is what is being tested
    if (process.state() == QProcess::Running)
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    process.waitForFinished();
}

} // namespace

class TestKill : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QRandomGenerator m_random{42};
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    static int total(const QString& collection, const QString& query)
    {
        const auto counted = runCli({"count", collection, query, "--json"});
        return counted.status == 0 ? counted.lastLine()["total"].get<int>() : -1;
    }

    /// A file of votes on all ten figures, made in another collection.
    QString votesOfBen()
    {
        const QString other = path("ub"), file = path("ben.jsonl");
        const bool isMade =
            runCli({"index", other, path("u")}).status == 0
            && runCli({"label", other, "--annotator", "ben", "--query", "", "--primary", "Maps"}).status == 0
            && runCli({"votes", "export", other, file, "--annotator", "ben"}).status == 0;
        return isMade ? file : QString();
    }

private slots:
    void acknowledgedDecisionsAreNeverMissing()
    {
        test::writeSimpleShard(path("s/000000.tar").toStdString(), 30);
        QCOMPARE(runCli({"index", path("c"), path("s")}).status, 0);
        std::set<std::string> acknowledged;
        int killed = 0;
        // A script that labels one figure after another; each line it prints was acknowledged.
        const QString script = "i=1; while true; do \"$0\" label \"$1\" --annotator anna --key batch-PMC$i-0-fig1 "
                               "--primary Maps --json || exit 1; "
                               "i=$((i % 30 + 1)); done";
        for (int round = 0; round < rounds; ++round) {
            QProcess process;
            process.start("setsid", {"sh", "-c", script, test::cliProgram(), path("c")});
            QVERIFY(process.waitForReadyRead(20'000)); // the first decision is acknowledged
            std::this_thread::sleep_for(std::chrono::microseconds(m_random.bounded(80'000)));
            ::kill(-static_cast<pid_t>(process.processId()), SIGKILL); // the script and the program in it
            process.waitForFinished();
            ++killed;
            for (const QByteArray& line : process.readAllStandardOutput().split('\n'))
                if (const auto value = json::parse(line.toStdString()); value && value->contains("decision"))
                    acknowledged.insert((*value)["decision"].get<std::string>());
            const auto history = runCli({"history", path("c"), "--json"});
            QCOMPARE(history.status, 0);
            std::set<std::string> kept;
            for (const json::Value& line : history.lines())
                kept.insert(line["decision"].get<std::string>());
            for (const std::string& decision : acknowledged)
                QVERIFY2(kept.contains(decision), decision.c_str());
        }
        qInfo("%d kills, %zu acknowledged decisions, all kept", killed, acknowledged.size());
        QVERIFY(acknowledged.size() >= rounds);
    }

    // Labels, bulk labels, changes of the taxonomy and merges, undone and redone, each killed at a random moment: done
    // or not done, never by half. Undoing all still leads to the start, and redoing all to the end.
    void undoAndRedoSurviveBeingKilled()
    {
        test::writeSimpleShard(path("u/000000.tar").toStdString(), 10);
        const QString collection = path("uc");
        QCOMPARE(runCli({"index", collection, path("u")}).status, 0);
        const QString votes = votesOfBen();
        const auto run = [&](const QStringList& arguments) {
            QProcess process;
            process.start(test::cliProgram(), arguments);
            if (process.waitForStarted())
                killAfter(process, std::chrono::microseconds(m_random.bounded(60'000)));
        };
        const auto key = [&] { return QStringLiteral("batch-PMC%1-0-fig1").arg(1 + m_random.bounded(10)); };
        const QString names[] = {"Maps", "Charts of lands"};
        for (int step = 0; step < 2 * rounds; ++step) {
            switch (step % 7) {
            case 0: run({"label", collection, "--annotator", "anna", "--key", key(), "--primary", "Tables"}); break;
            case 1: run({"label", collection, "--annotator", "anna", "--query", "cells", "--primary", "PCR"}); break;
            case 2: run({"label", collection, "--annotator", "anna", "--key", key(), "--panel-type", "single"}); break;
            case 3:
                for (int way = 0; way < 2; ++way) // whichever of both the class is called now
                    run({"taxonomy", "rename", collection, names[way], names[1 - way], "--annotator", "anna"});
                break;
            case 4: run({"votes", "merge", collection, votes}); break;
            case 5: run({"undo", collection, "--annotator", "anna"}); break;
            case 6: run({"redo", collection, "--annotator", "anna"}); break;
            }
            const int bens = total(collection, "annotator:ben");
            QVERIFY2(bens == 0 || bens == 10, "a merge was taken in by half");
        }
        QCOMPARE(runCli({"votes", "merge", collection, votes}).status, 0);
        const auto state = [&] {
            std::string text = runCli({"taxonomy", "show", collection, "--json"}).output.toStdString();
            for (int figure = 1; figure <= 10; ++figure) {
                const auto shown =
                    runCli({"show", collection, QStringLiteral("batch-PMC%1-0-fig1").arg(figure), "--json"});
                text += shown.lastLine()["labels"].dump() + "\n";
            }
            return text;
        };
        QVERIFY(runCli({"history", collection, "--json"}).lines().size() > 5);
        while (runCli({"redo", collection, "--annotator", "anna"}).status == 0) {}
        const std::string end = state();
        int undone = 0, redone = 0;
        for (; runCli({"undo", collection, "--annotator", "anna"}).status == 0; ++undone)
            run({"search", collection, "cells"}); // killed as well: it must not matter
        QCOMPARE(total(collection, "annotator:anna"), 0);
        QCOMPARE(total(collection, "primary:Maps"), 10); // what ben said, by the name that he used
        while (runCli({"redo", collection, "--annotator", "anna"}).status == 0)
            ++redone;
        QVERIFY(undone > 0 && redone >= undone);
        QCOMPARE(state(), end);
    }

    void killedIndexingLeavesAValidCatalogAndResumes()
    {
        for (int shard = 0; shard < 8; ++shard)
            test::writeSimpleShard(path(("i/00000" + std::to_string(shard) + ".tar").c_str()).toStdString(), 250,
                                   1 + 1000 * shard);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(runCli({"index", path("whole"), path("i")}).status, 0);
        const auto wholeTime = static_cast<int>(timer.nsecsElapsed() / 1000);
        int interrupted = 0;
        for (int round = 0; round < rounds; ++round) {
            const QString collection = path(("k" + std::to_string(round)).c_str());
            QProcess process;
            process.start(test::cliProgram(), {"index", collection, path("i")});
            QVERIFY(process.waitForStarted());
            killAfter(process, std::chrono::microseconds(m_random.bounded(wholeTime)));
            interrupted += process.exitStatus() == QProcess::CrashExit ? 1 : 0;
            if (QFile::exists(collection + "/collection.json")) {
                const auto between = runCli({"count", collection, "cells", "--json"});
                QVERIFY2(between.status == 0, between.errors);
                QCOMPARE(between.lastLine()["total"].get<int>() % 250, 0); // whole shards only
            }
            const auto again = runCli({"index", collection, path("i"), "--json"});
            QVERIFY2(again.status == 0, again.errors);
            QCOMPARE(again.lastLine()["figures"].get<int>(), 2000);
            QCOMPARE(runCli({"count", collection, "cells", "--json"}).lastLine()["total"].get<int>(), 2000);
            std::filesystem::remove_all(collection.toStdString());
        }
        qInfo("%d of %d runs were killed midway", interrupted, rounds);
        QVERIFY(interrupted > rounds / 2);
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
