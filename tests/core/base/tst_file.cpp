#include "core/base/file.h"
#include "core/base/hash.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>

using namespace biomedica;

class TestFile : public QObject {
    Q_OBJECT

private slots:
    void durableWriteReplacesAndLeavesNoTemporaryFile()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a.txt").toStdString();
        EXPECT_OK(writeFileDurably(path, "one"));
        EXPECT_OK(writeFileDurably(path, "two"));
        EXPECT_VALUE(const std::string text, readFile(path));
        QCOMPARE(text, std::string("two"));
        QCOMPARE(std::distance(std::filesystem::directory_iterator(path.parent_path()), {}), 1);
    }

    void failedWriteKeepsTheOldFileAndSaysWhy()
    {
        EXPECT_ERROR(writeFileDurably("/proc/none/a.txt", "x"), ErrorKind::NotFound);
        EXPECT_ERROR(writeFileDurably("/dev/full/a.txt", "x"), ErrorKind::Io);
    }

    void fullDiskIsNamed()
    {
        EXPECT_VALUE(File file, File::createForWriting("/dev/full"));
        const auto written = file.append("x");
        QVERIFY(!written);
        QVERIFY(written.error().message().find("disk is full") != std::string::npos);
    }

    void readingBeyondTheEndIsCorrupt()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a").toStdString();
        EXPECT_OK(writeFileDurably(path, "12345"));
        EXPECT_VALUE(const File file, File::openForReading(path));
        EXPECT_ERROR(file.readExactly(3, 3), ErrorKind::Corrupt);
        EXPECT_VALUE(const std::string tail, file.readExactly(3, 2));
        QCOMPARE(tail, std::string("45"));
    }

    void hashesAreTheSpecifiedOnes()
    {
        QCOMPARE(hex64(hash64("")), std::string("ef46db3751d8e999")); // XXH64 specification, empty input
        Sha256 checksum;
        checksum.add("abc"); // FIPS 180-4, example
        QCOMPARE(checksum.finish(), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QVERIFY(randomId() != randomId());
    }
};

QTEST_GUILESS_MAIN(TestFile)
#include "tst_file.moc"
