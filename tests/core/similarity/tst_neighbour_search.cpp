// Nearest neighbours: as a naive program finds them, in data with structure and without.

#include "core/similarity/exact_scan.h"
#include "core/similarity/list_search.h"
#include "core/similarity/neighbour_search.h"
#include "core/similarity/recall.h"
#include "core/similarity/store/unit_length.h"
#include "tests/core/similarity/search_fixture.h"
#include "tests/support/expect.h"

#include <atomic>
#include <cmath>
#include <set>
#include <thread>

using namespace biomedica;
using namespace biomedica::similarity;
using namespace biomedica::similarity::test;

class TestNeighbourSearch : public QObject {
    Q_OBJECT

private slots:
    void exactIsAsANaiveProgram_data();
    void exactIsAsANaiveProgram();
    void asManyAsWantedAreFoundWhereFewAreNear();
    void aVectorIsItsOwnNearest();
    void clusteredDataIsFoundWithoutLookingAtMostOfIt();
    void dataWithoutStructureIsFoundToo();
    void manyNeighboursAreFound();
    void collectionsThatGrewClusterByClusterAreSearched();
    void tiesAreInTheOrderOfIds();
    void answersRepeatWithAnyNumberOfThreads();
    void roundsAreSharedOutToThreads();
    void replacedAndRemovedVectorsAreNotFound();
    void badQueriesAreNamed();
    void emptySetsHaveNoNeighbours();
    void stoppedSearchIsCancelled();
    void readingAheadFindsAsMuch();
    void recallIsMeasured();
    void searchingGoesOnWhileVectorsAreAdded();
};

void TestNeighbourSearch::exactIsAsANaiveProgram_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("width");
    QTest::newRow("one") << 1 << 512;
    QTest::newRow("less than a block") << 31 << 64;
    QTest::newRow("one dimension") << 100 << 1;
    QTest::newRow("three dimensions") << 500 << 3;
    QTest::newRow("some") << 3000 << 130;
    QTest::newRow("most dimensions") << 200 << 2048;
}

void TestNeighbourSearch::exactIsAsANaiveProgram()
{
    QFETCH(int, size);
    QFETCH(int, width);
    const QTemporaryDir folder;
    const auto wide = static_cast<std::size_t>(width);
    VectorSource source(wide, std::min<std::size_t>(wide, 30), 5, 1);
    const auto store = storeOf(folder, source, wide, static_cast<std::size_t>(size), 700);
    const NeighbourSearch search(store->current());
    for (int i = 0; i < 10; ++i) {
        const std::vector<float> query = source.next();
        const Bitmap third = everyNth(store->current()->size(), 3);
        for (const Bitmap* allowed : {static_cast<const Bitmap*>(nullptr), &third}) {
            const std::vector<double> expected = naiveCosines(*store->current(), query, 7, allowed);
            EXPECT_VALUE(const auto found, search.nearest(query, 7, allowed));
            QCOMPARE(found.size(), expected.size());
            for (std::size_t j = 0; j < found.size(); ++j) {
                QVERIFY(std::abs(found[j].cosine - expected[j]) < 1e-5);
                QVERIFY(found[j].id == store->current()->idAt(found[j].position));
            }
        }
    }
}

/// All the others that are allowed are as far as can be. What is near are single rows of lists, more than a round looks
/// at.
void TestNeighbourSearch::asManyAsWantedAreFoundWhereFewAreNear()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 95, 1, 0.3f);
    const auto store = VectorStore::create(pathOf(folder), modelOf(dimensions)).value();
    EXPECT_VALUE(VectorWriter writer, store->writer());
    Bitmap allowed(count);
    for (std::size_t i = 0; i < count; ++i) {
        const bool isFar = i % 2 == 0;
        std::vector<float> row = source.next();
        for (float& number : row)
            number = isFar ? -number : number;
        EXPECT_OK(writer.add(idOf(i), row));
    }
    EXPECT_OK(writer.commit());
    const auto set = store->current();
    const std::vector<float> query = source.next();
    for (std::size_t position = 0; position < count; ++position)
        if (kernels().dot(set->row(position).data(), query.data(), dimensions) < 0 || position % 500 == 0)
            allowed.set(position);
    EXPECT_VALUE(const auto found, NeighbourSearch(set).nearest(query, 1000, &allowed));
    QCOMPARE(found.size(), std::size_t{1000});
    QVERIFY(found[30].cosine > 0 && found[300].cosine < 0);
    const double recall = recallOf(*set, found, query, 1000, &allowed);
    QVERIFY2(recall >= 0.98, qPrintable(QString::number(recall)));
}

void TestNeighbourSearch::aVectorIsItsOwnNearest()
{
    const auto& [folder, source, store, set, search] = clustered();
    std::vector<float> query(dimensions);
    for (std::size_t position = 11; position < set->size(); position += 1999) {
        set->copyRow(position, query);
        EXPECT_VALUE(const auto found, search.nearest(query, 1));
        QVERIFY(found[0].cosine > 0.999f);
        QCOMPARE(found[0].position, static_cast<std::uint32_t>(position));
    }
}

void TestNeighbourSearch::clusteredDataIsFoundWithoutLookingAtMostOfIt()
{
    QVERIFY2(meanRecall(clustered(), k, nullptr, 60) >= 0.98, "recall");
    VectorSource source = clustered().source;
    std::size_t estimated = 0, scored = 0;
    for (int i = 0; i < 60; ++i) {
        SearchEffort effort;
        EXPECT_OK(clustered().search.nearest(source.next(), k, nullptr, {}, &effort));
        estimated += effort.estimated;
        scored += effort.scored;
    }
    QVERIFY2(estimated / 60 < count / 2, qPrintable(QString::number(estimated / 60)));
    QVERIFY2(scored / 60 < count / 50, qPrintable(QString::number(scored / 60)));
}

void TestNeighbourSearch::dataWithoutStructureIsFoundToo()
{
    const Collection noise(dimensions, 1, 30);
    QVERIFY2(meanRecall(noise, k, nullptr, 30) >= 0.95, "recall");
    // It takes more: signs of more rows, and more exact scores.
    VectorSource source = noise.source;
    SearchEffort effort, easy;
    EXPECT_OK(noise.search.nearest(source.next(), k, nullptr, {}, &effort));
    VectorSource easySource = clustered().source;
    EXPECT_OK(clustered().search.nearest(easySource.next(), k, nullptr, {}, &easy));
    QVERIFY(effort.scored > 2 * easy.scored);
    QVERIFY(effort.estimated > easy.estimated);
    QVERIFY2(effort.estimated > count / 2, qPrintable(QString::number(effort.estimated)));
}

void TestNeighbourSearch::manyNeighboursAreFound()
{
    QVERIFY2(meanRecall(clustered(), 3000, nullptr, 5) >= 0.98, "recall");
}

/// Of each batch other than the right one, what is nearest is far.
void TestNeighbourSearch::collectionsThatGrewClusterByClusterAreSearched()
{
    constexpr std::size_t clusters = 40, ofCluster = 2000;
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, clusters, 0.3f);
    const auto store = VectorStore::create(pathOf(folder), modelOf(dimensions)).value();
    EXPECT_VALUE(VectorWriter writer, store->writer());
    for (std::size_t i = 0; i < clusters * ofCluster; ++i) {
        EXPECT_OK(writer.add(idOf(i), source.near(i / ofCluster)));
        if (i % ofCluster == ofCluster - 1)
            EXPECT_OK(writer.commit());
    }
    const auto set = store->current();
    const NeighbourSearch search(set);
    double recall = 0;
    for (std::size_t cluster = 0; cluster < clusters; ++cluster) {
        const std::vector<float> query = source.near(cluster);
        EXPECT_VALUE(const auto found, search.nearest(query, k));
        recall += recallOf(*set, found, query, k, nullptr) / clusters;
    }
    QVERIFY2(recall >= 0.98, qPrintable(QString::number(recall)));
}

void TestNeighbourSearch::tiesAreInTheOrderOfIds()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, 1, 1);
    const auto store = VectorStore::create(pathOf(folder), modelOf(dimensions)).value();
    EXPECT_VALUE(VectorWriter writer, store->writer());
    const std::vector<float> same = source.next();
    for (std::size_t i = 0; i < 40'000; ++i)
        EXPECT_OK(writer.add(idOf(i), i % 400 == 0 ? same : source.next()));
    EXPECT_OK(writer.commit());
    const NeighbourSearch search(store->current());
    EXPECT_VALUE(const auto found, search.nearest(same, 60));
    std::vector<FigureId> expected;
    for (std::size_t i = 0; i < 40'000; i += 400)
        expected.push_back(idOf(i));
    std::sort(expected.begin(), expected.end());
    for (std::size_t i = 0; i < found.size(); ++i)
        QVERIFY(found[i].id == expected[i]);
}

void TestNeighbourSearch::answersRepeatWithAnyNumberOfThreads()
{
    const auto& [folder, source, store, set, search] = clustered();
    const NeighbourSearch alone(set, 1), three(set, 3);
    VectorSource queries = source;
    for (int i = 0; i < 10; ++i) {
        const std::vector<float> query = queries.next();
        EXPECT_VALUE(const auto found, alone.nearest(query, 200));
        QCOMPARE(alone.nearest(query, 200).value(), found);
        QCOMPARE(three.nearest(query, 200).value(), found);
        QCOMPARE(three.exact(query, 200).value(), alone.exact(query, 200).value());
    }
}

void TestNeighbourSearch::roundsAreSharedOutToThreads()
{
    const VectorSet& set = *clustered().set;
    const Rotation rotation(dimensions);
    VectorSource queries = clustered().source;
    std::vector<float> query(dimensions);
    const Bitmap half = everyNth(set.size(), 2);
    for (int i = 0; i < 20; ++i) {
        EXPECT_OK(scaleToLengthOne(queries.next(), query));
        for (const Bitmap* allowed : {static_cast<const Bitmap*>(nullptr), &half}) {
            ListSearch alone(set, rotation, query, allowed, 1), three(set, rotation, query, allowed, 3, 1);
            EXPECT_VALUE(const auto found, alone.nearest(k, {}));
            QCOMPARE(three.nearest(k, {}).value(), found);
            QCOMPARE(three.effort().estimated, alone.effort().estimated);
        }
    }
}

void TestNeighbourSearch::replacedAndRemovedVectorsAreNotFound()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, 50, 0.5f);
    const auto store = storeOf(folder, source, dimensions, 50'000, 50'000);
    std::vector<float> old(dimensions);
    store->current()->copyRow(*store->current()->positionOf(idOf(7)), old);
    EXPECT_VALUE(VectorWriter writer, store->writer());
    EXPECT_OK(writer.add(idOf(7), source.near(3)));
    writer.remove(idOf(8));
    EXPECT_OK(writer.commit());
    const NeighbourSearch search(store->current());
    EXPECT_VALUE(const auto found, search.nearest(old, 1));
    QVERIFY(found[0].id != idOf(7) && found[0].cosine < 0.9999f);
    EXPECT_VALUE(const auto all, search.nearest(old, 50'000));
    QCOMPARE(all.size(), std::size_t{49'999});
    std::set<FigureId> ids;
    for (const Neighbour& neighbour : all)
        ids.insert(neighbour.id);
    QCOMPARE(ids.size(), all.size());
    QVERIFY(ids.contains(idOf(7)) && !ids.contains(idOf(8)));
}

void TestNeighbourSearch::badQueriesAreNamed()
{
    const NeighbourSearch& search = clustered().search;
    std::vector<float> query(dimensions, 1);
    EXPECT_ERROR(search.nearest(std::vector<float>(dimensions + 1, 1), k), ErrorKind::Invalid);
    EXPECT_ERROR(search.nearest(std::vector<float>(dimensions, 0), k), ErrorKind::Invalid);
    query[3] = NAN;
    EXPECT_ERROR(search.nearest(query, k), ErrorKind::Invalid);
    query[3] = 1;
    const Bitmap other(17), otherLarge = Bitmap::ofAll(count + 1);
    EXPECT_ERROR(search.nearest(query, k, &other), ErrorKind::Invalid);
    EXPECT_ERROR(search.nearest(query, k, &otherLarge), ErrorKind::Invalid);
    QCOMPARE(search.nearest(query, 0).value().size(), std::size_t{0});
}

void TestNeighbourSearch::emptySetsHaveNoNeighbours()
{
    const QTemporaryDir folder;
    const auto store = VectorStore::create(pathOf(folder), modelOf(3)).value();
    const std::vector<float> query = {1, 2, 3};
    QVERIFY(NeighbourSearch(store->current()).nearest(query, k).value().empty());
    EXPECT_VALUE(VectorWriter writer, store->writer());
    EXPECT_OK(writer.add(idOf(1), query));
    EXPECT_OK(writer.commit());
    const Bitmap none(1);
    QVERIFY(NeighbourSearch(store->current()).nearest(query, k, &none).value().empty());
}

void TestNeighbourSearch::stoppedSearchIsCancelled()
{
    std::stop_source source;
    source.request_stop();
    const Job job{source.get_token(), {}, nullptr};
    const std::vector<float> query(dimensions, 1);
    EXPECT_ERROR(clustered().search.nearest(query, k, nullptr, job), ErrorKind::Cancelled);
    EXPECT_ERROR(clustered().search.exact(query, k, nullptr, job), ErrorKind::Cancelled);
}

/// More is scored at once, so that chance decides otherwise about what is hardly a candidate.
void TestNeighbourSearch::readingAheadFindsAsMuch()
{
    const VectorSet& set = *clustered().set;
    const Rotation rotation(dimensions);
    VectorSource queries = clustered().source;
    std::vector<float> query(dimensions);
    const Bitmap third = everyNth(set.size(), 3);
    double recall = 0;
    std::size_t scored = 0, scoredAhead = 0;
    for (int i = 0; i < 20; ++i) {
        EXPECT_OK(scaleToLengthOne(queries.next(), query));
        for (const Bitmap* allowed : {static_cast<const Bitmap*>(nullptr), &third}) {
            ListSearch plain(set, rotation, query, allowed, 1);
            ListSearch ahead(set, rotation, query, allowed, 1, ListSearch::fewestForThreads, true);
            EXPECT_OK(plain.nearest(k, {}));
            EXPECT_VALUE(const auto found, ahead.nearest(k, {}));
            recall += recallOf(set, found, query, k, allowed) / 40;
            scored += plain.effort().scored;
            scoredAhead += ahead.effort().scored;
            EXPECT_VALUE(const auto exact, scanExactly(set, query, k, allowed, 2, {}));
            QCOMPARE(scanExactly(set, query, k, allowed, 2, {}, true).value(), exact);
        }
    }
    QVERIFY2(scoredAhead > scored, qPrintable(QString::number(scoredAhead)));
    QVERIFY2(recall >= 0.98, qPrintable(QString::number(recall)));
}

void TestNeighbourSearch::recallIsMeasured()
{
    EXPECT_VALUE(const Recall recall, measureRecall(clustered().search, 50, k, {}));
    QCOMPARE(recall.queries, std::size_t{50});
    QCOMPARE(recall.k, k);
    QVERIFY2(recall.share >= 0.98 && recall.share <= 1, qPrintable(QString::number(recall.share)));
    QVERIFY(recall.milliseconds > 0);
    const QTemporaryDir folder;
    const auto empty = VectorStore::create(pathOf(folder), modelOf(3)).value();
    QCOMPARE(measureRecall(NeighbourSearch(empty->current()), 50, k, {}).value().queries, std::size_t{0});
}

void TestNeighbourSearch::searchingGoesOnWhileVectorsAreAdded()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, 50, 0.5f);
    const auto store = storeOf(folder, source, dimensions, 40'000, 40'000);
    const std::vector<float> query = source.next();
    std::atomic<bool> hasEnded = false;
    std::atomic<int> wrong = 0, searches = 0;
    std::thread reader([&] {
        while (!hasEnded || searches == 0) {
            const auto found = NeighbourSearch(store->current()).nearest(query, k);
            wrong += !found || found->size() != k;
            ++searches;
        }
    });
    auto writer = store->writer().value();
    for (std::size_t i = 0; i < 3000; ++i)
        wrong += !writer.add(idOf(50'000 + i), source.next()) || (i % 100 == 99 && !writer.commit());
    hasEnded = true;
    reader.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(store->current()->count(), std::size_t{43'000});
}

QTEST_APPLESS_MAIN(TestNeighbourSearch)
#include "tst_neighbour_search.moc"
