// Mapped bytes that are asked for come into memory; who touches them too early is known to have waited.

#include "core/base/mapped_file.h"
#include "core/base/read_ahead.h"
#include "tests/support/expect.h"

#include <QFile>
#include <QTemporaryDir>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace biomedica;

namespace {

constexpr std::size_t size = 8 << 20;

bool isInMemory(std::string_view mapped, std::size_t at)
{
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    unsigned char state = 0;
    auto* const begin = const_cast<char*>(mapped.data()) + at / page * page;
    return ::mincore(begin, page, &state) == 0 && (state & 1) != 0;
}

} // namespace

class TestReadAhead : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIsAskedForIsRead();
    void waitingIsSeen();
    void thereMayBeNothingToAskFor();

private:
    QTemporaryDir m_folder;
    std::string m_path;
};

/// A file that is on the disk and not in memory, where the file system can do that.
void TestReadAhead::init()
{
    m_path = m_folder.filePath("bytes").toStdString();
    QFile file(QString::fromStdString(m_path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(QByteArray(size, 'x')), qint64{size});
    QVERIFY(file.flush());
    ::fdatasync(file.handle());
    ::posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED);
}

void TestReadAhead::whatIsAskedForIsRead()
{
    EXPECT_VALUE(const MappedFile file, MappedFile::open(m_path));
    constexpr std::size_t begin = 1'000'001, count = 70'000;
    if (isInMemory(file.bytes(), begin))
        QSKIP("files of this file system stay in memory");
    askFor(file.bytes().substr(begin, count));
    QTRY_VERIFY(isInMemory(file.bytes(), begin) && isInMemory(file.bytes(), begin + count - 1));
    QVERIFY(!isInMemory(file.bytes(), 6'000'000));
}

void TestReadAhead::waitingIsSeen()
{
    EXPECT_VALUE(const MappedFile file, MappedFile::open(m_path));
    constexpr std::size_t place = 3'000'000;
    if (isInMemory(file.bytes(), place))
        QSKIP("files of this file system stay in memory");
    DiskWaits waits;
    QCOMPARE(file.bytes()[place], 'x');
    QVERIFY(waits.haveBeen());
    QVERIFY(waits.haveBeen());
}

void TestReadAhead::thereMayBeNothingToAskFor()
{
    askFor({});
    EXPECT_VALUE(const MappedFile file, MappedFile::open(m_path));
    askFor(file.bytes().substr(17, 0));
    askFor(file.bytes());
    QCOMPARE(file.bytes().back(), 'x');
}

QTEST_APPLESS_MAIN(TestReadAhead)
#include "tst_read_ahead.moc"
