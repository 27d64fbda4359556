// How deep a search goes: by where the best rows were found, and by how many rows the lists have.

#include "core/similarity/search_depth.h"
#include "tests/support/expect.h"

#include <numeric>

using namespace biomedica::similarity;

namespace {

/// The number of lists that are enough for rows that were found in these.
std::size_t depthFor(SearchDepth& depth, std::size_t lists, float distance, const std::vector<std::uint32_t>& foundIn)
{
    std::size_t seen = 0;
    while (seen < lists && !depth.isEnough(seen, distance, foundIn))
        ++seen;
    return seen;
}

/// Lists to which the way is ever longer.
SearchDepth rising(std::size_t lists)
{
    SearchDepth depth;
    for (std::size_t i = 0; i < lists; ++i)
        depth.add(0.01f * static_cast<float>(i), 2000);
    return depth;
}

} // namespace

class TestSearchDepth : public QObject {
    Q_OBJECT

private slots:
    void whoeverFindsLateGoesDeeper();
    void whereNothingSaysWhereNeighboursAreNearlyAllIsSeen();
    void nearerRowsLieInFewerLists();
    void listsWithoutRowsCountForNothing();
    void fewRowsSayLittle();
};

void TestSearchDepth::whoeverFindsLateGoesDeeper()
{
    SearchDepth depth = rising(1000);
    const std::size_t early = depthFor(depth, 1000, 0.5f, std::vector<std::uint32_t>(10, 2));
    const std::size_t later = depthFor(depth, 1000, 0.5f, std::vector<std::uint32_t>(10, 40));
    QVERIFY(early > 2 && early < later && later < 200);
}

void TestSearchDepth::whereNothingSaysWhereNeighboursAreNearlyAllIsSeen()
{
    SearchDepth depth;
    for (int i = 0; i < 1000; ++i)
        depth.add(0, 2000);
    std::vector<std::uint32_t> foundIn(10);
    for (std::uint32_t i = 0; i < 10; ++i)
        foundIn[i] = 100 * i + 50;
    QVERIFY(depthFor(depth, 1000, 0.5f, foundIn) > 980);
}

void TestSearchDepth::nearerRowsLieInFewerLists()
{
    SearchDepth depth = rising(1000);
    const std::vector<std::uint32_t> foundIn(10, 0);
    const std::size_t far = depthFor(depth, 1000, 0.8f, foundIn);
    QVERIFY(depthFor(depth, 1000, 0.2f, foundIn) < far / 2);
    QCOMPARE(depthFor(depth, 1000, 0.8f, foundIn), far);
}

void TestSearchDepth::listsWithoutRowsCountForNothing()
{
    SearchDepth full = rising(100), thin;
    for (std::size_t i = 0; i < 100; ++i)
        thin.add(0.01f * static_cast<float>(i), i < 20 ? 0 : 2000);
    const std::vector<std::uint32_t> foundIn(10, 20);
    QVERIFY(!thin.isEnough(20, 0.3f, foundIn));
    QVERIFY(depthFor(thin, 100, 0.3f, foundIn) > 20);
    QVERIFY(depthFor(thin, 100, 0.3f, foundIn) < depthFor(full, 100, 0.3f, foundIn));
}

void TestSearchDepth::fewRowsSayLittle()
{
    SearchDepth depth = rising(1000);
    const std::size_t ofOne = depthFor(depth, 1000, 0.5f, {0});
    QVERIFY(depthFor(depth, 1000, 0.5f, std::vector<std::uint32_t>(1000, 0)) < ofOne);
}

QTEST_APPLESS_MAIN(TestSearchDepth)
#include "tst_search_depth.moc"
