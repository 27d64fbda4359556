// All tar and JSON files that others broke on purpose, through `index`: no crash, no hang, under 1 GB,
// nothing written outside the collection, each refused one named with its reason.

#include "tests/integration/cli_runner.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"
#include "tests/support/test_data.h"

#include "core/base/file.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <sys/resource.h>

using namespace biomedica;
using test::CliOutcome;

class TestHostile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const QString& name) const { return m_folder.filePath(name); }

private slots:
    void everyTarIsIndexedOrNamed()
    {
        SKIP_WITHOUT_DATA();
        int indexed = 0;
        int refused = 0;
        QDir().mkpath(path("tars"));
        for (const char* folder : {"hostile/tar_libarchive", "hostile/tar_ratarmount", "hostile/tar_tar-stream"})
            for (const auto& file : test::filesBelow(test::dataFolder() / folder)) {
                QElapsedTimer timer;
                timer.start();
                const QString name = QString::fromStdString(file.filename().string());
                const CliOutcome outcome = test::runCli(
                    {"index", path("tars/" + name), QString::fromStdString(file.string()), "--json"}, 10'000);
                QVERIFY2(!outcome.isCrashed, (name + ": " + outcome.errors).toUtf8());
                QVERIFY2(timer.elapsed() < 10'000, name.toUtf8());
                QVERIFY2(outcome.status == 0 || outcome.status == 1, (name + ": " + outcome.errors).toUtf8());
                if (outcome.status == 1) {
                    ++refused;
                    QVERIFY2(outcome.errors.contains(name.toUtf8()), outcome.errors);
                    QCOMPARE(outcome.errors.count('\n'), 1);
                } else {
                    ++indexed;
                }
                std::filesystem::remove_all(path("tars/" + name).toStdString());
            }
        qInfo("%d indexed, %d refused with a reason", indexed, refused);
        QVERIFY(indexed > 60 && refused > 60);
        QVERIFY(QDir(path("tars")).isEmpty()); // nothing was written beside the collections
    }

    void everyJsonIsReadOrNamed()
    {
        SKIP_WITHOUT_DATA();
        test::ShardBuilder builder;
        QStringList mustFail;
        int number = 0;
        for (const auto& file : test::filesBelow(test::dataFolder() / "hostile/json_nst")) {
            EXPECT_VALUE(const std::string bytes, readFile(file));
            const std::string key = "case" + std::to_string(number) + "-" + file.stem().string().substr(0, 60);
            std::string safe;
            for (const char c : key)
                safe += std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' ? c : '_';
            builder.member(safe + ".jpg", test::picture(number++)).member(safe + ".json", bytes);
            if (file.filename().string().starts_with("n_"))
                mustFail << QString::fromStdString(safe);
        }
        builder.write(path("json.tar").toStdString());
        const CliOutcome outcome = test::runCli({"index", path("j"), path("json.tar"), "--json"}, 10'000);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.lastLine()["figures"].get<int>(), number);
        QStringList named;
        for (const json::Value& line : outcome.lines())
            if (line.contains("problem"))
                named << QString::fromStdString(line["key"].get<std::string>());
        for (const QString& key : mustFail)
            QVERIFY2(named.contains(key), key.toUtf8());
        QCOMPARE(mustFail.size(), 188);
    }

    void memoryStaysBelowOneGigabyte()
    {
        rusage usage{};
        getrusage(RUSAGE_CHILDREN, &usage);
        qInfo("largest child: %ld MB", usage.ru_maxrss / 1024);
        QVERIFY(usage.ru_maxrss < 1024 * 1024);
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
