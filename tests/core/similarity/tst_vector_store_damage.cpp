// Vectors on disk where something goes wrong: what a killed writer left behind goes, what is damaged is named and set
// aside.

#include "core/similarity/store/store_index.h"
#include "tests/core/similarity/marked_store.h"
#include "tests/support/expect.h"

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace biomedica;
using namespace biomedica::similarity;
using namespace biomedica::similarity::test;

namespace {

void flipByte(const std::filesystem::path& path, std::uint64_t offset)
{
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(static_cast<std::streamoff>(offset));
    const auto byte = static_cast<char>(file.get() ^ 0x55);
    file.seekp(static_cast<std::streamoff>(offset));
    file.put(byte);
}

} // namespace

class TestVectorStoreDamage : public QObject {
    Q_OBJECT

private slots:
    void aKilledWriterLosesWhatWasNotCommitted();
    void cancelledCommitLeavesNoFile();
    void cutBatchesAreNamedAndSetAside();
    void flippedBitsAreFoundAndSetAside();
    void damagedBatchesNeverReadOutOfBounds();
    void lostBatchesAreNamed();
    void aDamagedIndexIsNamed();
    void aBatchThatIsCutWhileItIsOpenIsNamed();
};

void TestVectorStoreDamage::aKilledWriterLosesWhatWasNotCommitted()
{
    const QTemporaryDir folder;
    storeOfMarked(folder, 10, 5);
    const pid_t child = ::fork();
    if (child == 0) {
        auto writer = VectorStore::open(pathOf(folder)).value()->writer().value();
        for (std::size_t i = 10; i < 20; ++i)
            (void)writer.add(idOf(i), marked(i));
        (void)writer.commit();
        for (std::size_t i = 20; i < 30; ++i)
            (void)writer.add(idOf(i), marked(i));
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    // As if it had been killed while it wrote a file, and after that before it was listed.
    std::ofstream(pathOf(folder) / "77.vectors.part") << "half of a batch";
    std::filesystem::copy_file(filesOf(pathOf(folder), ".vectors")[0], pathOf(folder) / "78.vectors");

    const auto store = VectorStore::open(pathOf(folder)).value();
    QCOMPARE(store->current()->count(), std::size_t{20});
    QVERIFY(store->problems().empty());
    EXPECT_VALUE(VectorWriter writer, store->writer());
    QVERIFY(filesOf(pathOf(folder), ".part").empty());
    QVERIFY(!std::filesystem::exists(pathOf(folder) / "78.vectors"));
    EXPECT_OK(writer.add(idOf(20), marked(20)));
    EXPECT_OK(writer.commit());
    QCOMPARE(store->current()->count(), std::size_t{21});
}

void TestVectorStoreDamage::cancelledCommitLeavesNoFile()
{
    const QTemporaryDir folder;
    const auto store = storeOfMarked(folder, 10, 5);
    const auto before = filesOf(pathOf(folder), ".vectors");
    EXPECT_VALUE(VectorWriter writer, store->writer());
    EXPECT_OK(writer.add(idOf(50), marked(50)));
    std::stop_source source;
    source.request_stop();
    EXPECT_ERROR(writer.commit(Job{source.get_token(), {}, nullptr}), ErrorKind::Cancelled);
    QCOMPARE(filesOf(pathOf(folder), ".vectors"), before);
    QVERIFY(filesOf(pathOf(folder), ".part").empty());
    QCOMPARE(writer.pending(), std::size_t{1});
    EXPECT_OK(writer.commit()); // it goes on where it was
    QCOMPARE(store->current()->count(), std::size_t{11});
}

void TestVectorStoreDamage::cutBatchesAreNamedAndSetAside()
{
    const QTemporaryDir folder;
    storeOfMarked(folder, 30, 10);
    const auto files = filesOf(pathOf(folder), ".vectors");
    QCOMPARE(files.size(), std::size_t{3});
    std::filesystem::resize_file(files[1], std::filesystem::file_size(files[1]) - 1000);
    const auto store = VectorStore::open(pathOf(folder)).value();
    QCOMPARE(store->current()->count(), std::size_t{20});
    QCOMPARE(store->problems().size(), std::size_t{1});
    QVERIFY(store->problems()[0].find(files[1].string()) != std::string::npos);
    {
        EXPECT_VALUE(VectorWriter writer, store->writer());
        EXPECT_OK(writer.add(idOf(50), marked(50)));
        EXPECT_OK(writer.commit());
    }
    QVERIFY(std::filesystem::exists(files[1].string() + ".damaged"));
    const auto again = VectorStore::open(pathOf(folder)).value();
    QVERIFY(again->problems().empty());
    QCOMPARE(again->current()->count(), std::size_t{21});
}

void TestVectorStoreDamage::flippedBitsAreFoundAndSetAside()
{
    const QTemporaryDir folder;
    const auto store = storeOfMarked(folder, 30, 10);
    const auto files = filesOf(pathOf(folder), ".vectors");
    EXPECT_OK(store->verify({}));
    flipByte(files[0], std::filesystem::file_size(files[0]) - 4500); // in the rows
    EXPECT_OK(store->verify({}));
    QCOMPARE(store->problems().size(), std::size_t{1});
    QVERIFY(store->problems()[0].find(files[0].string()) != std::string::npos);
    QCOMPARE(store->current()->count(), std::size_t{20});
    QVERIFY(std::filesystem::exists(files[0].string() + ".damaged"));
}

void TestVectorStoreDamage::damagedBatchesNeverReadOutOfBounds()
{
    const QTemporaryDir folder;
    storeOfMarked(folder, 500, 500);
    const auto path = filesOf(pathOf(folder), ".vectors")[0];
    const std::string sound = readFile(path).value();
    const std::string copy = folder.filePath("damaged.vectors").toStdString();
    std::mt19937 random(3);
    int refused = 0;
    for (int round = 0; round < 400; ++round) {
        std::string bytes = sound;
        // Half of the time the footer, and what comes before it by its sections' tables.
        const std::size_t from = round % 2 ? bytes.size() - sizeof(BatchFooter) : 0;
        for (int i = 0; i < 20; ++i)
            bytes[from + random() % (bytes.size() - from)] = static_cast<char>(random());
        EXPECT_OK(replaceFile(copy, bytes));
        const auto batch = VectorBatch::open(copy);
        refused += !batch;
        if (!batch)
            continue;
        EXPECT_ERROR((*batch)->verify({}), ErrorKind::Corrupt);
        const VectorSet set(modelOf(markedDimensions), {{*batch, nullptr, 0}}, 1);
        for (std::size_t i = 0; i < 500; i += 50)
            (void)set.positionOf(idOf(i));
    }
    QVERIFY(refused >= 200);
}

void TestVectorStoreDamage::lostBatchesAreNamed()
{
    const QTemporaryDir folder;
    storeOfMarked(folder, 30, 10);
    const auto files = filesOf(pathOf(folder), ".vectors");
    std::filesystem::remove(files[2]);
    const auto store = VectorStore::open(pathOf(folder)).value();
    QCOMPARE(store->current()->count(), std::size_t{20});
    QCOMPARE(store->problems().size(), std::size_t{1});
    QVERIFY(store->problems()[0].find(files[2].string()) != std::string::npos);
}

void TestVectorStoreDamage::aDamagedIndexIsNamed()
{
    const QTemporaryDir folder;
    storeOfMarked(folder, 30, 10);
    const std::string sound = readFile(indexPath(pathOf(folder))).value();
    for (std::size_t at = 0; at < sound.size(); at += 3) {
        std::string damaged = sound;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        EXPECT_OK(replaceFile(indexPath(pathOf(folder)), damaged));
        EXPECT_ERROR(VectorStore::open(pathOf(folder)), ErrorKind::Corrupt);
        EXPECT_OK(replaceFile(indexPath(pathOf(folder)), sound.substr(0, at)));
        EXPECT_ERROR(VectorStore::open(pathOf(folder)), ErrorKind::Corrupt);
    }
}

void TestVectorStoreDamage::aBatchThatIsCutWhileItIsOpenIsNamed()
{
    const QTemporaryDir folder;
    const auto store = storeOfMarked(folder, 2000, 2000);
    const auto path = filesOf(pathOf(folder), ".vectors")[0];
    const auto set = store->current();
    EXPECT_OK(set->check());
    std::filesystem::resize_file(path, 8192);
    (void)contentOf(*set); // reads zeros
    EXPECT_ERROR(set->check(), ErrorKind::Corrupt);
    EXPECT_OK(store->refresh());
    QCOMPARE(store->current()->count(), std::size_t{0});
    QCOMPARE(store->problems().size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestVectorStoreDamage)
#include "tst_vector_store_damage.moc"
