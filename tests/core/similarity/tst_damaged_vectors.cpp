// Searching what is damaged: in errors where that is seen, and otherwise without what is no number.

#include "core/base/file.h"
#include "tests/core/similarity/search_fixture.h"
#include "tests/support/expect.h"

#include <cmath>
#include <cstring>
#include <fstream>

using namespace biomedica;
using namespace biomedica::similarity;
using namespace biomedica::similarity::test;

namespace {

/// Makes the numbers of a row, or of a centre, no numbers in the file of the set's only batch.
void overwrite(const VectorSet& set, BatchLayout::Section section, std::size_t row)
{
    const VectorBatch& batch = *set.parts()[0].batch;
    std::ifstream in(batch.path(), std::ios::binary);
    BatchFooter footer;
    in.seekg(-static_cast<std::streamoff>(sizeof footer), std::ios::end);
    in.read(reinterpret_cast<char*>(&footer), sizeof footer);
    const std::vector<std::uint16_t> noNumbers(dimensions, 0x7E00);
    std::fstream out(batch.path(), std::ios::binary | std::ios::in | std::ios::out);
    out.seekp(static_cast<std::streamoff>(BatchLayout(footer).begins[section] + row * dimensions * 2));
    out.write(reinterpret_cast<const char*>(noNumbers.data()), dimensions * 2);
    if (!in || !out.flush())
        qFatal("cannot damage the batch");
}

} // namespace

class TestDamagedVectors : public QObject {
    Q_OBJECT

private slots:
    void aBatchThatIsCutGivesAnErrorAndNoAnswer();
    void damagedRowsAreNotFoundAndSpoilNothing();
    void damagedCentresSpoilNoOrder();
    void numbersThatCannotBeAreRefused_data();
    void numbersThatCannotBeAreRefused();
    void aBatchThatIsWrittenOverIsNoReadOutOfBounds();
};

void TestDamagedVectors::aBatchThatIsCutGivesAnErrorAndNoAnswer()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, 50, 0.5f);
    const auto store = storeOf(folder, source, dimensions, 40'000, 20'000);
    const NeighbourSearch search(store->current());
    const std::vector<float> query = source.next();
    EXPECT_OK(search.nearest(query, k));
    const auto path = store->current()->parts()[0].batch->path();
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    EXPECT_ERROR(search.nearest(query, k), ErrorKind::Corrupt);
    EXPECT_ERROR(search.exact(query, k), ErrorKind::Corrupt);
    EXPECT_OK(store->refresh());
    EXPECT_VALUE(const auto found, NeighbourSearch(store->current()).nearest(query, k));
    QCOMPARE(found.size(), k);
}

/// Some rows are no numbers. Their codes still say that they are near.
void TestDamagedVectors::damagedRowsAreNotFoundAndSpoilNothing()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, 50, 0.5f);
    const auto set = storeOf(folder, source, dimensions, 40'000, 40'000)->current();
    const std::vector<float> query = source.next();
    EXPECT_VALUE(const auto before, NeighbourSearch(set).nearest(query, 2 * k));
    std::vector<Neighbour> expected; // each second one is damaged
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (i % 2 == 0)
            overwrite(*set, BatchLayout::Rows, before[i].position);
        else
            expected.push_back(before[i]);
    }
    const auto store = VectorStore::open(pathOf(folder)).value();
    const NeighbourSearch search(store->current());
    EXPECT_VALUE(const auto found, search.nearest(query, k));
    QCOMPARE(found, expected);
    QCOMPARE(search.exact(query, k).value(), expected);
    QCOMPARE(search.within(query, expected.back().cosine, k).value(), expected);
}

void TestDamagedVectors::damagedCentresSpoilNoOrder()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, 50, 0.5f);
    const auto set = storeOf(folder, source, dimensions, 40'000, 40'000)->current();
    const VectorBatch& batch = *set->parts()[0].batch;
    std::vector<bool> isDamaged(batch.size());
    for (std::size_t list = 0; list < batch.lists().size(); list += 3) {
        overwrite(*set, BatchLayout::Centres, list);
        std::fill_n(isDamaged.begin() + batch.lists()[list].first, batch.lists()[list].rows, true);
    }
    const auto store = VectorStore::open(pathOf(folder)).value();
    Bitmap whole(set->size());
    for (std::size_t row = 0; row < isDamaged.size(); ++row)
        if (!isDamaged[row])
            whole.set(row);
    double recall = 0;
    for (int i = 0; i < 20; ++i) {
        const std::vector<float> query = source.next();
        EXPECT_VALUE(const auto found, NeighbourSearch(store->current()).nearest(query, k));
        recall += recallOf(*set, found, query, k, &whole) / 20;
    }
    QVERIFY2(recall >= 0.98, qPrintable(QString::number(recall)));
}

void TestDamagedVectors::numbersThatCannotBeAreRefused_data()
{
    QTest::addColumn<float>("reach");
    QTest::addColumn<float>("squaredLength");
    QTest::addColumn<float>("spread");
    QTest::newRow("reach is no number") << NAN << 0.5f << 0.1f;
    QTest::newRow("reach is negative") << -1.0f << 0.5f << 0.1f;
    QTest::newRow("reach is far") << 3.0f << 0.5f << 0.1f;
    QTest::newRow("length is no number") << 0.5f << NAN << 0.1f;
    QTest::newRow("length is huge") << 0.5f << 3e38f << 0.1f;
    QTest::newRow("spread is no number") << 0.5f << 0.5f << NAN;
    QTest::newRow("spread is negative") << 0.5f << 0.5f << -0.1f;
    QTest::newRow("spread is infinite") << 0.5f << 0.5f << INFINITY;
}

/// Also where who wrote them made the sums right.
void TestDamagedVectors::numbersThatCannotBeAreRefused()
{
    QFETCH(float, reach);
    QFETCH(float, squaredLength);
    QFETCH(float, spread);
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, 50, 0.5f);
    const auto set = storeOf(folder, source, dimensions, 8000, 8000)->current();
    const auto path = set->parts()[0].batch->path();
    std::string bytes = readFile(path).value();
    BatchFooter footer;
    char* const end = bytes.data() + bytes.size() - sizeof footer;
    std::memcpy(&footer, end, sizeof footer);
    const auto write = [&](float newReach, float newLength, float newSpread) {
        auto* const lists = reinterpret_cast<VectorList*>(&bytes[BatchLayout(footer).begins[BatchLayout::Lists]]);
        for (VectorList& list : std::span(lists, footer.lists)) {
            list.reach = newReach;
            list.squaredLength = newLength;
        }
        footer.spread = newSpread;
        footer.hash = footerHash(footer);
        std::memcpy(end, &footer, sizeof footer);
        return replaceFile(path, bytes);
    };
    QVERIFY(footer.lists > 1);
    EXPECT_OK(write(0.5f, 0.5f, 0.1f));
    EXPECT_OK(VectorBatch::open(path));
    EXPECT_OK(write(reach, squaredLength, spread));
    EXPECT_ERROR(VectorBatch::open(path), ErrorKind::Corrupt);
}

/// As who copies another file over it does, while it is open.
void TestDamagedVectors::aBatchThatIsWrittenOverIsNoReadOutOfBounds()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, 50, 0.5f);
    const auto set = storeOf(folder, source, dimensions, 40'000, 40'000)->current();
    const NeighbourSearch search(set);
    const auto path = set->parts()[0].batch->path();
    const Bitmap most = everyNth(set->size(), 1);
    std::string bytes = readFile(path).value();
    BatchFooter footer;
    std::memcpy(&footer, bytes.data() + bytes.size() - sizeof footer, sizeof footer);
    const auto isHarmless = [&] { // whatever is found
        std::fstream out(path, std::ios::binary | std::ios::in | std::ios::out);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        const std::vector<float> query = source.next();
        (void)set->positionOf(idOf(7));
        return out.flush() && search.nearest(query, k) && search.nearest(query, k, &most) && search.exact(query, k);
    };
    auto* const lists = reinterpret_cast<VectorList*>(&bytes[BatchLayout(footer).begins[BatchLayout::Lists]]);
    for (VectorList& list : std::span(lists, footer.lists))
        list.first = list.firstBlock = 1'000'000'000;
    QVERIFY(isHarmless());
    std::mt19937 random(1);
    std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random()); });
    QVERIFY(isHarmless());
    EXPECT_ERROR(set->parts()[0].batch->verify({}), ErrorKind::Corrupt);
}

QTEST_APPLESS_MAIN(TestDamagedVectors)
#include "tst_damaged_vectors.moc"
