// Files in memory that are cut short, removed or replaced while somebody reads them.

#include "core/base/file.h"
#include "core/base/mapped_array.h"
#include "core/base/mapped_file.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>
#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <numeric>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace biomedica;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t page = MappedArray::pageSize;

std::uint64_t sumOf(std::string_view bytes)
{
    return std::accumulate(bytes.begin(), bytes.end(), std::uint64_t{0},
                           [](std::uint64_t sum, char byte) { return sum + static_cast<unsigned char>(byte); });
}

/// How a child ends that does this: its exit code, or minus the signal.
int endOf(const std::function<int()>& work)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

/// Reads behind the end of a file that nobody watches.
int readUnwatched(const fs::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY);
    const auto* const bytes =
        static_cast<const volatile char*>(::mmap(nullptr, 2 * page, PROT_READ, MAP_SHARED, descriptor, 0));
    fs::resize_file(path, 0);
    return bytes[page];
}

void endWithSeven(int, siginfo_t*, void*)
{
    ::_exit(7);
}

} // namespace

class TestMappedFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    fs::path fileOf(std::size_t size, char byte = 1)
    {
        const fs::path path = m_folder.filePath(QString::number(m_files++)).toStdString();
        if (!writeFileDurably(path, std::string(size, byte)))
            qFatal("cannot write a file");
        return path;
    }

private slots:
    void aFileThatIsCutShortReadsAsZerosAndSaysSo()
    {
        const fs::path path = fileOf(10 * page + 100);
        EXPECT_VALUE(const MappedFile file, MappedFile::open(path));
        EXPECT_VALUE(const MappedFile other, MappedFile::open(fileOf(page)));
        QCOMPARE(sumOf(file.bytes()), 10 * page + 100);
        EXPECT_OK(file.check());
        fs::resize_file(path, 3 * page);
        QCOMPARE(sumOf(file.bytes()), 3 * page);
        QVERIFY(file.isDamaged());
        QCOMPARE(sumOf(file.bytes().substr(5 * page)), 0u);
        const auto whole = file.check();
        EXPECT_ERROR(whole, ErrorKind::Corrupt);
        QVERIFY(whole.error().message().find(path.string()) != std::string::npos);
        EXPECT_OK(other.check());
        EXPECT_VALUE(const MappedFile again, MappedFile::open(path));
        EXPECT_OK(again.check());
    }

    // Of the last page what is missing reads as zeros, and no signal comes.
    void aFileThatIsCutShortWithinItsLastPageSaysSo()
    {
        const fs::path path = fileOf(page + 100);
        EXPECT_VALUE(const MappedFile file, MappedFile::open(path));
        fs::resize_file(path, page + 50);
        QCOMPARE(sumOf(file.bytes()), page + 50);
        EXPECT_ERROR(file.check(), ErrorKind::Corrupt);
        QVERIFY(file.isDamaged());
    }

    void removedAndReplacedFilesStayAsTheyWere()
    {
        const fs::path path = fileOf(4 * page);
        EXPECT_VALUE(const MappedFile file, MappedFile::open(path));
        EXPECT_OK(writeFileDurably(path, "shorter"));
        QCOMPARE(sumOf(file.bytes()), 4 * page);
        EXPECT_OK(file.check());
        fs::remove(path);
        QCOMPARE(sumOf(file.bytes()), 4 * page);
        EXPECT_OK(file.check());
    }

    void onePieceThatIsCutShortLeavesTheOthers()
    {
        const fs::path first = fileOf(3 * page), second = fileOf(3 * page, 2);
        const std::vector<MappedArray::Piece> pieces = {
            {first, page, 2 * page, {}}, {second, 0, 2 * page, {}}, {{}, 0, 5, "\3\3\3\3\3"}};
        EXPECT_VALUE(MappedArray array, MappedArray::of(pieces));
        EXPECT_OK(array.check());
        fs::resize_file(first, 2 * page);
        MappedArray moved = std::move(array);
        QCOMPARE(sumOf(moved.bytes()), page + 2 * 2 * page + 15);
        QVERIFY(moved.isDamaged());
        const auto whole = moved.check();
        EXPECT_ERROR(whole, ErrorKind::Corrupt);
        QVERIFY(whole.error().message().find(first.string()) != std::string::npos);
    }

    void threadsMeetTheEndAtOnce()
    {
        for (int round = 0; round < 20; ++round) {
            const fs::path path = fileOf(64 * page);
            EXPECT_VALUE(const MappedFile file, MappedFile::open(path));
            fs::resize_file(path, page);
            std::vector<std::uint64_t> sums(4);
            std::vector<std::jthread> threads;
            for (std::uint64_t& sum : sums)
                threads.emplace_back([&] { sum = sumOf(file.bytes()); });
            threads.clear();
            for (const std::uint64_t sum : sums)
                QCOMPARE(sum, page);
            EXPECT_ERROR(file.check(), ErrorKind::Corrupt);
        }
    }

    void placesAreUsedAgain()
    {
        const fs::path path = fileOf(2 * page);
        for (int round = 0; round < 100; ++round) {
            EXPECT_VALUE(const MappedFile file, MappedFile::open(path));
            QVERIFY(!file.isDamaged());
            fs::resize_file(path, page);
            QCOMPARE(sumOf(file.bytes()), page);
            QVERIFY(file.isDamaged());
            EXPECT_OK(writeFileDurably(path, std::string(2 * page, 1)));
        }
    }
};

/// Before Qt Test has a handler of its own, each in a child: what happens to faults that are not ours.
static bool otherFaultsAreOthers()
{
    QTemporaryDir folder;
    const fs::path path = folder.filePath("a").toStdString(), watched = folder.filePath("b").toStdString();
    const std::string two(2 * page, 1);
    const auto meetBoth = [&](bool hasFormer) {
        return endOf([&] {
            struct sigaction former {};
            former.sa_sigaction = &endWithSeven;
            former.sa_flags = SA_SIGINFO;
            if (hasFormer)
                ::sigaction(SIGBUS, &former, nullptr);
            if (!writeFileDurably(path, two) || !writeFileDurably(watched, two))
                return 1;
            const auto file = MappedFile::open(watched);
            fs::resize_file(watched, 0);
            return sumOf(file->bytes()) == 0 && file->isDamaged() ? readUnwatched(path) : 2;
        });
    };
    const int raised = endOf([&] {
        const auto file = MappedFile::open(watched);
        return ::raise(SIGBUS);
    });
    return meetBoth(false) == -SIGBUS && meetBoth(true) == 7 && raised == -SIGBUS;
}

int main(int argc, char** argv)
{
    if (!otherFaultsAreOthers()) {
        qCritical("a fault that is not ours does not end the program, or whoever handled it before is not asked");
        return 1;
    }
    QCoreApplication application(argc, argv);
    TestMappedFile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mapped_file.moc"
