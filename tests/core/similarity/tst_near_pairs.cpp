// Near pairs: found as a naive program finds them.

#include "core/similarity/near_pairs.h"
#include "tests/core/similarity/vector_fixture.h"
#include "tests/support/expect.h"

#include <cmath>
#include <fstream>
#include <numeric>
#include <set>

using namespace biomedica;
using namespace biomedica::similarity;
using namespace biomedica::similarity::test;

namespace {

constexpr std::size_t dimensions = 64;

std::shared_ptr<VectorStore> storeOfVectors(const QTemporaryDir& folder, const std::vector<std::vector<float>>& vectors)
{
    auto store = VectorStore::create(pathOf(folder), modelOf(vectors[0].size())).value();
    auto writer = store->writer().value();
    for (std::size_t i = 0; i < vectors.size(); ++i)
        if (!writer.add(FigureId(i + 1), vectors[i]))
            qFatal("not added");
    if (!writer.commit())
        qFatal("not committed");
    return store;
}

using Ids = std::pair<std::uint64_t, std::uint64_t>;

std::vector<Ids> idsOf(const VectorSet& set, const std::vector<NearPair>& pairs)
{
    std::vector<Ids> ids;
    for (const NearPair& pair : pairs)
        ids.emplace_back(set.idAt(pair.first).value, set.idAt(pair.second).value);
    return ids;
}

std::vector<float> rowOf(const VectorSet& set, std::uint32_t position)
{
    std::vector<float> row(set.model().dimensions);
    set.copyRow(position, row);
    return row;
}

std::vector<float> atAngle(double degrees)
{
    std::vector<float> vector(dimensions);
    vector[0] = static_cast<float>(std::cos(degrees * M_PI / 180));
    vector[1] = static_cast<float>(std::sin(degrees * M_PI / 180));
    return vector;
}

float cosineOf(double degrees)
{
    return static_cast<float>(std::cos(degrees * M_PI / 180));
}

float cosineOf(const std::vector<float>& a, const std::vector<float>& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0f);
}

} // namespace

class TestNearPairs : public QObject {
    Q_OBJECT

private slots:
    void allWithinACosineAreFound();
    void pairsAreThoseOfANaiveProgram();
    void onlyTheNearestFewOfEachAreKept();
    void copiesAreFoundAmongOthers();
    void onlyWhatIsAskedForIsPaired();
    void pairsDoNotDependOnThreadsOrBatches();
    void damagedVectorsHaveNoPairs();
    void progressIsToldAndStopped();
};

void TestNearPairs::allWithinACosineAreFound()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, 40, 0.4f);
    const auto store = storeOf(folder, source, dimensions, 30'000, 12'000);
    const NeighbourSearch search(store->current());
    std::size_t expected = 0, found = 0;
    for (int i = 0; i < 40; ++i) {
        const std::vector<float> query = source.next();
        EXPECT_VALUE(const auto near, search.within(query, 0.9f, 30'000));
        for (const Neighbour& neighbour : near)
            QVERIFY(neighbour.cosine >= 0.9f);
        QVERIFY(std::is_sorted(near.begin(), near.end(), isBetter));
        for (const double cosine : naiveCosines(*store->current(), query, 30'000, nullptr))
            expected += cosine >= 0.9;
        found += near.size();
    }
    QVERIFY2(expected > 4000, "the test looks at something");
    QVERIFY2(found <= expected + 1 && static_cast<double>(found) >= 0.98 * static_cast<double>(expected),
             qPrintable(QString("%1 of %2").arg(found).arg(expected)));
}

void TestNearPairs::pairsAreThoseOfANaiveProgram()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, 40, 0.4f);
    const auto store = storeOf(folder, source, dimensions, 3000, 1200);
    const auto set = store->current();
    EXPECT_VALUE(const auto pairs, findNearPairs(NeighbourSearch(set), 0.95f, 10'000, nullptr, {}));
    std::set<Ids> expected, possible; // rows are rounded, which moves a cosine by less than 0.0005
    for (std::uint32_t a = 0; a < set->size(); ++a)
        for (std::uint32_t b = 0; b < set->size(); ++b)
            if (const float cosine = cosineOf(rowOf(*set, a), rowOf(*set, b));
                set->idAt(a) < set->idAt(b) && cosine >= 0.9495f)
                (cosine >= 0.9505f ? expected : possible).insert({set->idAt(a).value, set->idAt(b).value});
    std::size_t found = 0;
    for (const Ids& ids : idsOf(*set, pairs)) {
        QVERIFY(expected.contains(ids) || possible.contains(ids));
        found += expected.contains(ids) ? 1 : 0;
    }
    QVERIFY2(expected.size() > 500, "the test looks at something");
    QVERIFY2(static_cast<double>(found) >= 0.98 * static_cast<double>(expected.size()),
             qPrintable(QString("%1 of %2").arg(found).arg(expected.size())));
    const std::vector<Ids> order = idsOf(*set, pairs);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QVERIFY(std::adjacent_find(order.begin(), order.end()) == order.end());
}

void TestNearPairs::onlyTheNearestFewOfEachAreKept()
{
    const QTemporaryDir folder;
    const auto store = storeOfVectors(folder, {atAngle(0), atAngle(1), atAngle(3), atAngle(7), atAngle(15)});
    const auto set = store->current();
    EXPECT_VALUE(const auto pairs, findNearPairs(NeighbourSearch(set), cosineOf(5), 1, nullptr, {}));
    QCOMPARE(idsOf(*set, pairs), (std::vector<Ids>{{1, 2}, {2, 3}, {3, 4}})); // 4 and 5 lie 8° apart
    QVERIFY(std::abs(pairs[0].cosine - cosineOf(1)) < 0.002f);
}

void TestNearPairs::copiesAreFoundAmongOthers()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 30, 300, 0.7f);
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    std::vector<std::vector<float>> vectors;
    for (int i = 0; i < 40'000; ++i)
        vectors.push_back(source.next());
    std::map<std::size_t, std::set<std::uint64_t>> expected; // by the original
    for (std::size_t i = 0; i < 1000; ++i) {
        const std::size_t original = 13 * (i % 700);
        std::vector<float> copy = vectors[original];
        for (float& number : copy)
            number += 0.02f * normal(random) * std::sqrt(30.0f / dimensions);
        vectors.push_back(copy);
        expected[original].insert(vectors.size());
    }
    const auto store = storeOfVectors(folder, vectors);
    EXPECT_VALUE(const auto pairs, findNearPairs(NeighbourSearch(store->current()), 0.99f, 8, nullptr, {}));
    std::size_t found = 0, wrong = 0;
    for (const auto& [first, second] : idsOf(*store->current(), pairs)) {
        const auto copies = expected.find(first - 1);
        if (copies != expected.end() && copies->second.contains(second))
            ++found;
        else if (second <= 40'000) // two copies of one original are near each other, too
            ++wrong;
    }
    QVERIFY2(found >= 980, qPrintable(QString::number(found)));
    QVERIFY2(wrong <= 20, qPrintable(QString::number(wrong)));
}

void TestNearPairs::onlyWhatIsAskedForIsPaired()
{
    const QTemporaryDir folder;
    const std::vector<std::vector<float>> vectors(6, atAngle(30)); // all the same
    const auto store = storeOfVectors(folder, vectors);
    const auto set = store->current();
    Bitmap among(6);
    for (const std::uint64_t id : {2, 4, 5})
        among.set(*set->positionOf(FigureId(id)));
    EXPECT_VALUE(const auto pairs, findNearPairs(NeighbourSearch(set), 0.99f, 8, &among, {}));
    QCOMPARE(idsOf(*set, pairs), (std::vector<Ids>{{2, 4}, {2, 5}, {4, 5}}));
    const Bitmap none(6);
    QVERIFY(findNearPairs(NeighbourSearch(set), 0.99f, 8, &none, {}).value().empty());
}

void TestNearPairs::pairsDoNotDependOnThreadsOrBatches()
{
    const QTemporaryDir one, many;
    VectorSource source(dimensions, 20, 40, 0.4f), again = source;
    const auto whole = storeOf(one, source, dimensions, 6000, 6000);
    const auto pieces = storeOf(many, again, dimensions, 6000, 1500);
    EXPECT_VALUE(const auto expected, findNearPairs(NeighbourSearch(whole->current(), 1), 0.95f, 8, nullptr, {}));
    QVERIFY(expected.size() > 100);
    EXPECT_VALUE(const auto threads, findNearPairs(NeighbourSearch(whole->current(), 3), 0.95f, 8, nullptr, {}));
    QCOMPARE(threads, expected);
    EXPECT_VALUE(const auto batches, findNearPairs(NeighbourSearch(pieces->current(), 2), 0.95f, 8, nullptr, {}));
    // Lists differ, and with them what is missed now and then.
    const auto a = idsOf(*whole->current(), expected), b = idsOf(*pieces->current(), batches);
    std::vector<Ids> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    QVERIFY2(static_cast<double>(both.size()) > 0.95 * static_cast<double>(std::max(a.size(), b.size())),
             qPrintable(QString("%1 of %2 and %3").arg(both.size()).arg(a.size()).arg(b.size())));
}

void TestNearPairs::damagedVectorsHaveNoPairs()
{
    const QTemporaryDir folder;
    const auto written = storeOfVectors(folder, {atAngle(0), atAngle(1), atAngle(2), atAngle(3)})->current();
    const auto path = written->parts()[0].batch->path();
    const std::size_t damaged = *written->positionOf(FigureId(2));
    const auto fromEnd = sizeof(BatchFooter) + BatchLayout::alignment - damaged * dimensions * sizeof(Half);
    {
        std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(-static_cast<std::streamoff>(fromEnd), std::ios::end); // four rows take less than 4,096 bytes
        file.write("\0\x7e", 2);                                          // no number
        QVERIFY(file.flush().good());
    }
    const auto set = VectorStore::open(pathOf(folder)).value()->current();
    EXPECT_VALUE(const auto pairs, findNearPairs(NeighbourSearch(set), cosineOf(5), 8, nullptr, {}));
    QCOMPARE(idsOf(*set, pairs), (std::vector<Ids>{{1, 3}, {1, 4}, {3, 4}}));

    std::filesystem::resize_file(path, BatchLayout::alignment); // no row is left
    EXPECT_ERROR(findNearPairs(NeighbourSearch(set), cosineOf(5), 8, nullptr, {}), ErrorKind::Corrupt);
}

void TestNearPairs::progressIsToldAndStopped()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, 40, 0.4f);
    const auto store = storeOf(folder, source, dimensions, 3000, 3000);
    std::stop_source stop;
    std::uint64_t told = 0;
    const Job job{stop.get_token(),
                  [&](const Progress& progress) {
                      told = progress.done;
                      if (progress.total == 3000)
                          stop.request_stop();
                  },
                  nullptr};
    EXPECT_ERROR(findNearPairs(NeighbourSearch(store->current()), 0.99f, 8, nullptr, job), ErrorKind::Cancelled);
    QVERIFY(told > 0 && told < 3000);
}

QTEST_APPLESS_MAIN(TestNearPairs)
#include "tst_near_pairs.moc"
