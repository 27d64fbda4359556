// Filters: what they keep is found, however little it is and wherever it lies.

#include "tests/core/similarity/search_fixture.h"
#include "tests/support/expect.h"

#include <numeric>

using namespace biomedica;
using namespace biomedica::similarity;
using namespace biomedica::similarity::test;

class TestFilteredSearch : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatIsFarMayBeAllowed_data();
    void onlyWhatIsFarMayBeAllowed();
    void filtersActInside_data();
    void filtersActInside();
    void fewerThanWantedAreAllFound();
    void removedRowsAreInNobodysWay_data();
    void removedRowsAreInNobodysWay();
};

void TestFilteredSearch::onlyWhatIsFarMayBeAllowed_data()
{
    QTest::addColumn<int>("directions");
    QTest::addColumn<int>("near");
    QTest::newRow("60 directions") << 60 << 0;
    QTest::newRow("60 directions, but for 3 rows") << 60 << 3;
    QTest::newRow("95 directions") << 95 << 0;
    QTest::newRow("95 directions, but for a row") << 95 << 1;
    QTest::newRow("95 directions, but for 3 rows") << 95 << 3;
    QTest::newRow("95 directions, but for 9 rows") << 95 << 9;
}

/// The rows of one of two clusters, asked for from the other: all ways to them lead the same way. A few rows of the
/// other do not say how far it is to the rest.
void TestFilteredSearch::onlyWhatIsFarMayBeAllowed()
{
    QFETCH(int, directions);
    QFETCH(int, near);
    const Collection two(static_cast<std::size_t>(directions), 2, 0.3f);
    VectorSource source = two.source;
    std::vector<float> row(dimensions);
    double recall = 0;
    for (int i = 0; i < 20; ++i) {
        const std::vector<float> query = source.near(0), away = source.near(1);
        Bitmap allowed(two.set->size());
        int left = near;
        for (std::size_t position = 0; position < allowed.size(); ++position) {
            two.set->copyRow(position, row);
            const bool isFar = std::inner_product(row.begin(), row.end(), away.begin(), 0.0f)
                               > std::inner_product(row.begin(), row.end(), query.begin(), 0.0f);
            if (isFar || (position % 7000 == 6999 && left-- > 0))
                allowed.set(position);
        }
        QVERIFY(allowed.count() > NeighbourSearch::mostScoredExactly);
        EXPECT_VALUE(const auto found, two.search.nearest(query, k, &allowed));
        QCOMPARE(found.size(), k);
        recall += recallOf(*two.set, found, query, k, &allowed) / 20;
    }
    QVERIFY2(recall >= 0.98, qPrintable(QString::number(recall)));
}

void TestFilteredSearch::filtersActInside_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("recall");
    QTest::newRow("0.1 %") << 1000 << 1.0;
    QTest::newRow("1 %") << 100 << 1.0;
    QTest::newRow("50 %") << 2 << 0.99;
    QTest::newRow("all") << 1 << 0.98;
}

void TestFilteredSearch::filtersActInside()
{
    QFETCH(int, n);
    QFETCH(double, recall);
    const Bitmap allowed = everyNth(clustered().set->size(), static_cast<std::size_t>(n));
    QVERIFY2(meanRecall(clustered(), k, &allowed, 30) >= recall, "recall");
    VectorSource source = clustered().source;
    EXPECT_VALUE(const auto found, clustered().search.nearest(source.next(), 50, &allowed));
    QCOMPARE(found.size(), std::size_t{50});
    for (const Neighbour& neighbour : found)
        QVERIFY(allowed.test(neighbour.position));
}

void TestFilteredSearch::fewerThanWantedAreAllFound()
{
    const Bitmap some = everyNth(count, 10'000);
    QCOMPARE(clustered().search.nearest(std::vector<float>(dimensions, 1), 100, &some).value().size(), some.count());
}

void TestFilteredSearch::removedRowsAreInNobodysWay_data()
{
    QTest::addColumn<int>("directions");
    QTest::addColumn<int>("left");
    QTest::newRow("60 directions") << 60 << 0;
    QTest::newRow("95 directions, but for 3 rows") << 95 << 3;
}

/// One cluster of five is removed and asked for: less than what has a batch written again.
void TestFilteredSearch::removedRowsAreInNobodysWay()
{
    QFETCH(int, directions);
    QFETCH(int, left);
    const QTemporaryDir folder;
    VectorSource source(dimensions, static_cast<std::size_t>(directions), 5, 0.3f);
    const auto store = VectorStore::create(pathOf(folder), modelOf(dimensions)).value();
    EXPECT_VALUE(VectorWriter writer, store->writer());
    for (std::size_t i = 0; i < count; ++i)
        EXPECT_OK(writer.add(idOf(i), source.near(i % 5)));
    EXPECT_OK(writer.commit());
    for (std::size_t i = 5 * static_cast<std::size_t>(left); i < count; i += 5)
        writer.remove(idOf(i));
    EXPECT_OK(writer.commit());
    const auto set = store->current();
    QCOMPARE(set->parts()[0].batch->size(), count);
    const NeighbourSearch search(set);
    double recall = 0;
    for (int i = 0; i < 60; ++i) {
        const std::vector<float> query = source.near(0);
        EXPECT_VALUE(const auto found, search.nearest(query, k));
        QCOMPARE(found.size(), k);
        recall += recallOf(*set, found, query, k, nullptr) / 60;
    }
    QVERIFY2(recall >= 0.95, qPrintable(QString::number(recall)));
}

QTEST_APPLESS_MAIN(TestFilteredSearch)
#include "tst_filtered_search.moc"
