// Near duplicates: found as a naive program finds them, and never chained.

#include "core/similarity/near_groups.h"
#include "tests/core/similarity/vector_fixture.h"
#include "tests/support/expect.h"

#include <cmath>
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

/// The ids of each group, the representative's first.
std::vector<std::vector<std::uint64_t>> idsOf(const VectorSet& set, const std::vector<NearGroup>& groups)
{
    std::vector<std::vector<std::uint64_t>> ids;
    for (const NearGroup& group : groups) {
        ids.push_back({set.idAt(group.representative).value});
        for (const Neighbour& other : group.others)
            ids.back().push_back(other.id.value);
    }
    return ids;
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

} // namespace

class TestNearGroups : public QObject {
    Q_OBJECT

private slots:
    void allWithinACosineAreFound();
    void chainsAreBroken();
    void copiesAreFoundAmongOthers();
    void onlyWhatIsAskedForIsGrouped();
    void groupsDoNotDependOnThreadsOrBatches();
    void progressIsToldAndStopped();
};

void TestNearGroups::allWithinACosineAreFound()
{
    const QTemporaryDir folder;
    VectorSource source(dimensions, 20, 40, 0.4f);
    const auto store = storeOf(folder, source, dimensions, 30'000, 12'000);
    const NeighbourSearch search(store->current());
    std::size_t expected = 0, found = 0;
    for (int i = 0; i < 40; ++i) {
        const std::vector<float> query = source.next();
        EXPECT_VALUE(const auto near, search.within(query, 0.9f));
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

void TestNearGroups::chainsAreBroken()
{
    const QTemporaryDir folder;
    std::vector<std::vector<float>> vectors;
    for (int i = 0; i < 10; ++i) // each 10° from the next: a chain of 90°
        vectors.push_back(atAngle(10 * i));
    const auto store = storeOfVectors(folder, vectors);
    EXPECT_VALUE(const auto groups, findNearGroups(NeighbourSearch(store->current()), cosineOf(25), nullptr, {}));
    const std::vector<std::vector<std::uint64_t>> expected = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    QCOMPARE(idsOf(*store->current(), groups), expected);
}

void TestNearGroups::copiesAreFoundAmongOthers()
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
    EXPECT_VALUE(const auto groups, findNearGroups(NeighbourSearch(store->current()), 0.99f, nullptr, {}));
    std::size_t found = 0, wrong = 0;
    for (const auto& ids : idsOf(*store->current(), groups)) {
        const auto copies = expected.find(ids[0] - 1);
        for (std::size_t i = 1; i < ids.size(); ++i)
            ++(copies != expected.end() && copies->second.contains(ids[i]) ? found : wrong);
    }
    QVERIFY2(found >= 980, qPrintable(QString::number(found)));
    QVERIFY2(wrong <= 20, qPrintable(QString::number(wrong)));
}

void TestNearGroups::onlyWhatIsAskedForIsGrouped()
{
    const QTemporaryDir folder;
    const std::vector<std::vector<float>> vectors(6, atAngle(30)); // all the same
    const auto store = storeOfVectors(folder, vectors);
    const auto set = store->current();
    Bitmap among(6);
    for (const std::uint64_t id : {2, 4, 5})
        among.set(*set->positionOf(FigureId(id)));
    EXPECT_VALUE(const auto groups, findNearGroups(NeighbourSearch(set), 0.99f, &among, {}));
    QCOMPARE(idsOf(*set, groups), (std::vector<std::vector<std::uint64_t>>{{2, 4, 5}}));
    const Bitmap none(6);
    QVERIFY(findNearGroups(NeighbourSearch(set), 0.99f, &none, {}).value().empty());
}

void TestNearGroups::groupsDoNotDependOnThreadsOrBatches()
{
    const QTemporaryDir one, many;
    VectorSource source(dimensions, 20, 40, 0.4f), again = source;
    const auto whole = storeOf(one, source, dimensions, 6000, 6000);
    const auto pieces = storeOf(many, again, dimensions, 6000, 1500);
    EXPECT_VALUE(const auto expected, findNearGroups(NeighbourSearch(whole->current(), 1), 0.95f, nullptr, {}));
    QVERIFY(expected.size() > 100);
    EXPECT_VALUE(const auto threads, findNearGroups(NeighbourSearch(whole->current(), 3), 0.95f, nullptr, {}));
    QCOMPARE(threads, expected);
    EXPECT_VALUE(const auto batches, findNearGroups(NeighbourSearch(pieces->current(), 2), 0.95f, nullptr, {}));
    // Lists differ, and with them what is missed now and then.
    const auto a = idsOf(*whole->current(), expected), b = idsOf(*pieces->current(), batches);
    std::size_t same = 0;
    for (const auto& group : a)
        same += std::find(b.begin(), b.end(), group) != b.end();
    QVERIFY2(static_cast<double>(same) > 0.85 * static_cast<double>(a.size()), qPrintable(QString::number(same)));
}

void TestNearGroups::progressIsToldAndStopped()
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
    EXPECT_ERROR(findNearGroups(NeighbourSearch(store->current()), 0.99f, nullptr, job), ErrorKind::Cancelled);
    QVERIFY(told > 0 && told < 3000);
}

QTEST_APPLESS_MAIN(TestNearGroups)
#include "tst_near_groups.moc"
