// Vectors on disk: what was committed counts, the later row of an id counts, one writes while others read, small
// batches are merged.

#include "core/similarity/store/merging.h"
#include "tests/core/similarity/marked_store.h"
#include "tests/support/expect.h"

#include <atomic>
#include <cmath>
#include <thread>

using namespace biomedica;
using namespace biomedica::similarity;
using namespace biomedica::similarity::test;

namespace {

std::vector<float> constant(float number, std::size_t count = markedDimensions)
{
    return std::vector<float>(count, number);
}

} // namespace

class TestVectorStore : public QObject {
    Q_OBJECT

private slots:
    void whatWasAddedIsThereAgain();
    void vectorsThatCannotBeKeptAreNamed();
    void modelsThatCannotBeKeptAreNamed();
    void anotherModelIsRefused();
    void theLaterRowCounts();
    void removedVectorsAreGone();
    void anyOrderOfChangesEndsAsInANaiveProgram();
    void onlyOneWrites();
    void readersGoOnWhileVectorsAreAdded();
    void looksAtTheFolderUndoNoCommit();
    void smallBatchesAreMerged();
    void runsOfSmallBatchesAreChosen();
};

void TestVectorStore::whatWasAddedIsThereAgain()
{
    const QTemporaryDir folder;
    const auto store = storeOfMarked(folder, 5000, 2000);
    for (const auto& again : {store, VectorStore::open(pathOf(folder)).value()}) {
        QVERIFY(again->model() == modelOf(markedDimensions));
        QVERIFY(again->problems().empty());
        const auto set = again->current();
        QCOMPARE(set->size(), std::size_t{5000});
        QCOMPARE(set->count(), std::size_t{5000});
        std::vector<float> row(markedDimensions);
        for (std::size_t i = 0; i < 5000; i += 7) {
            const auto position = set->positionOf(idOf(i));
            QVERIFY(position.has_value());
            QVERIFY(set->idAt(*position) == idOf(i));
            set->copyRow(*position, row);
            QCOMPARE(row, kept(marked(i)));
        }
        QVERIFY(!set->positionOf(idOf(5000)));
        EXPECT_OK(again->verify({}));
    }
}

void TestVectorStore::vectorsThatCannotBeKeptAreNamed()
{
    const QTemporaryDir folder;
    const auto store = storeOfMarked(folder, 1, 1);
    EXPECT_VALUE(VectorWriter writer, store->writer());
    std::vector<float> withNaN = constant(1), withInfinity = constant(1);
    withNaN[7] = NAN;
    withInfinity[39] = -INFINITY;
    const std::vector<std::pair<std::vector<float>, std::string>> cases = {
        {withNaN, "number 7 of the vector is not finite"},
        {withInfinity, "number 39 of the vector is not finite"},
        {constant(0), "all numbers of the vector are zero"},
        {constant(1, 41), "41 dimensions instead of 40"},
        {{}, "0 dimensions instead of 40"}};
    for (const auto& [vector, sentence] : cases) {
        const auto added = writer.add(idOf(9), vector);
        EXPECT_ERROR(added, ErrorKind::Invalid);
        QVERIFY2(added.error().message().find(sentence) != std::string::npos, added.error().message().c_str());
    }
    QCOMPARE(writer.pending(), std::size_t{0});
    EXPECT_OK(writer.add(idOf(9), constant(1e-30f))); // any length but zero
    EXPECT_OK(writer.add(idOf(10), constant(3e38f)));
    EXPECT_OK(writer.commit());
    const auto content = contentOf(*store->current());
    QCOMPARE(content.at(idOf(9).value), kept(constant(1)));
    QCOMPARE(content.at(idOf(10).value), kept(constant(1)));
}

void TestVectorStore::modelsThatCannotBeKeptAreNamed()
{
    const QTemporaryDir folder;
    for (const ModelInfo& model : {ModelInfo{"a", "1", 0}, ModelInfo{"a", "1", 2049}, ModelInfo{"", "1", 5},
                                   ModelInfo{"a\nb", "1", 5}, ModelInfo{"a", std::string(201, 'x'), 5}})
        EXPECT_ERROR(VectorStore::create(pathOf(folder), model), ErrorKind::Invalid);
    EXPECT_OK(VectorStore::create(pathOf(folder), {"a model", "of two words", 2048}));
    EXPECT_ERROR(VectorStore::create(pathOf(folder), {"a model", "of two words", 2048}), ErrorKind::Invalid);
    QCOMPARE(VectorStore::open(pathOf(folder)).value()->model().recipe, std::string("of two words"));
}

void TestVectorStore::anotherModelIsRefused()
{
    const QTemporaryDir folder;
    storeOfMarked(folder, 10, 10);
    EXPECT_OK(VectorStore::openOrCreate(pathOf(folder), modelOf(markedDimensions)));
    EXPECT_ERROR(VectorStore::openOrCreate(pathOf(folder), modelOf(markedDimensions + 1)), ErrorKind::Invalid);
    EXPECT_ERROR(VectorStore::openOrCreate(pathOf(folder), {"test", "2", markedDimensions}), ErrorKind::Invalid);
    EXPECT_ERROR(VectorStore::open(folder.path().toStdString()), ErrorKind::NotFound);
}

void TestVectorStore::theLaterRowCounts()
{
    const QTemporaryDir folder;
    const auto store = storeOfMarked(folder, 100, 50);
    EXPECT_VALUE(VectorWriter writer, store->writer());
    EXPECT_OK(writer.add(idOf(3), marked(1003)));
    EXPECT_OK(writer.add(idOf(3), marked(2003))); // within one batch, too
    EXPECT_OK(writer.add(idOf(77), marked(1077)));
    EXPECT_OK(writer.commit());
    for (const auto& set : {store->current(), VectorStore::open(pathOf(folder)).value()->current()}) {
        QCOMPARE(set->count(), std::size_t{100});
        QCOMPARE(set->size(), std::size_t{102});
        const auto content = contentOf(*set);
        QCOMPARE(content.at(idOf(3).value), kept(marked(2003)));
        QCOMPARE(content.at(idOf(77).value), kept(marked(1077)));
        QCOMPARE(content.at(idOf(4).value), kept(marked(4)));
        QCOMPARE(*set->positionOf(idOf(3)) >= 100, true);
    }
}

void TestVectorStore::removedVectorsAreGone()
{
    const QTemporaryDir folder;
    const auto store = storeOfMarked(folder, 10, 5);
    const auto before = store->current();
    {
        EXPECT_VALUE(VectorWriter writer, store->writer());
        writer.remove(idOf(2));
        writer.remove(idOf(99)); // never there
        EXPECT_OK(writer.add(idOf(10), marked(10)));
        writer.remove(idOf(10)); // not committed yet
        EXPECT_OK(writer.commit());
    }
    QCOMPARE(store->current()->count(), std::size_t{9});
    QVERIFY(!store->current()->positionOf(idOf(2)));
    QCOMPARE(before->count(), std::size_t{10}); // a set never changes
    const auto again = VectorStore::open(pathOf(folder)).value();
    QVERIFY(!again->current()->positionOf(idOf(2)));
    EXPECT_VALUE(VectorWriter writer, again->writer());
    EXPECT_OK(writer.add(idOf(2), marked(22)));
    EXPECT_OK(writer.commit());
    QCOMPARE(contentOf(*again->current()).at(idOf(2).value), kept(marked(22)));
}

void TestVectorStore::anyOrderOfChangesEndsAsInANaiveProgram()
{
    const QTemporaryDir folder;
    const auto store = storeOfMarked(folder, 0, 1);
    EXPECT_VALUE(VectorWriter writer, store->writer());
    std::map<std::uint64_t, std::vector<float>> expected;
    std::mt19937 random(5);
    for (std::size_t change = 0; change < 4000; ++change) {
        const FigureId id = idOf(random() % 300);
        if (random() % 4 == 0) {
            writer.remove(id);
            expected.erase(id.value);
        } else {
            EXPECT_OK(writer.add(id, marked(change)));
            expected[id.value] = kept(marked(change));
        }
        if (random() % 40 == 0)
            EXPECT_OK(writer.commit());
        if (random() % 1000 == 0)
            EXPECT_OK(writer.mergeAll());
    }
    EXPECT_OK(writer.commit());
    QCOMPARE(contentOf(*store->current()), expected);
    QCOMPARE(contentOf(*VectorStore::open(pathOf(folder)).value()->current()), expected);
    EXPECT_OK(writer.mergeAll());
    QCOMPARE(contentOf(*store->current()), expected);
    QCOMPARE(store->current()->size(), expected.size());
    QCOMPARE(filesOf(pathOf(folder), ".vectors").size(), std::size_t{1});
}

void TestVectorStore::onlyOneWrites()
{
    const QTemporaryDir folder;
    const auto store = storeOfMarked(folder, 10, 5);
    {
        EXPECT_VALUE(const VectorWriter writer, store->writer());
        EXPECT_ERROR(store->writer(), ErrorKind::Busy);
        EXPECT_ERROR(VectorStore::open(pathOf(folder)).value()->writer(), ErrorKind::Busy);
    }
    EXPECT_OK(store->writer());
}

void TestVectorStore::readersGoOnWhileVectorsAreAdded()
{
    const QTemporaryDir folder;
    const auto store = storeOfMarked(folder, 100, 100);
    std::atomic<bool> hasEnded = false;
    std::atomic<int> wrong = 0, looks = 0;
    std::thread reader([&] {
        while (!hasEnded || looks == 0) {
            const auto set = store->current();
            std::vector<float> row(markedDimensions);
            for (std::size_t i = 0; i < 100; ++i) {
                const auto position = set->positionOf(idOf(i));
                if (position)
                    set->copyRow(*position, row);
                wrong += !position || row != kept(marked(i));
            }
            ++looks;
        }
    });
    std::thread otherProcess([&] { // as one would look at the folder
        while (!hasEnded) {
            const auto again = VectorStore::open(pathOf(folder));
            wrong += !again || !(*again)->problems().empty() || (*again)->current()->count() < 100;
        }
    });
    auto writer = store->writer().value();
    for (std::size_t i = 100; i < 600; ++i)
        wrong += !writer.add(idOf(i), marked(i)) || (i % 10 == 0 && !writer.commit());
    wrong += !writer.mergeAll();
    hasEnded = true;
    reader.join();
    otherProcess.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(store->current()->count(), std::size_t{600});
}

void TestVectorStore::looksAtTheFolderUndoNoCommit()
{
    const QTemporaryDir folder;
    const auto store = storeOfMarked(folder, 100, 100);
    std::atomic<bool> hasEnded = false;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> lookers;
    for (int i = 0; i < 2; ++i)
        lookers.emplace_back([&] {
            while (!hasEnded)
                wrong += !store->refresh();
        });
    auto writer = store->writer().value();
    for (std::size_t i = 100; i < 300; ++i) {
        wrong += !writer.add(idOf(i), marked(i)) || !writer.commit();
        wrong += store->current()->count() != i + 1;
    }
    hasEnded = true;
    for (std::thread& looker : lookers)
        looker.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(VectorStore::open(pathOf(folder)).value()->current()->count(), std::size_t{300});
}

void TestVectorStore::smallBatchesAreMerged()
{
    const QTemporaryDir folder;
    const auto store = storeOfMarked(folder, 1000, 10);
    QCOMPARE(store->current()->count(), std::size_t{1000});
    QVERIFY(filesOf(pathOf(folder), ".vectors").size() <= 9);
    QCOMPARE(store->current()->parts().size(), filesOf(pathOf(folder), ".vectors").size());
}

void TestVectorStore::runsOfSmallBatchesAreChosen()
{
    using Runs = std::vector<MergedRun>;
    const std::vector<BatchSize> eight(8, {10, 10}), nine(9, {10, 10});
    QCOMPARE(runsToMerge(eight, 100, false), Runs{});
    QCOMPARE(runsToMerge(nine, 100, false), (Runs{{0, 9}}));
    QCOMPARE(runsToMerge(std::vector<BatchSize>(25, {10, 10}), 100, false), (Runs{{0, 10}, {10, 20}, {20, 25}}));
    std::vector<BatchSize> withLarge = nine;
    withLarge.insert(withLarge.begin() + 4, {100, 100});
    QCOMPARE(runsToMerge(withLarge, 100, false), (Runs{{0, 4}, {5, 10}}));
    QCOMPARE(runsToMerge(std::vector<BatchSize>{{100, 100}, {100, 74}}, 100, false), (Runs{{1, 2}}));
    QCOMPARE(runsToMerge(std::vector<BatchSize>{{100, 75}}, 100, false), Runs{});
    QCOMPARE(runsToMerge(std::vector<BatchSize>{{100, 75}}, 100, true), (Runs{{0, 1}}));
    QCOMPARE(runsToMerge(std::vector<BatchSize>{{10, 10}, {60, 60}, {40, 40}}, 100, true), (Runs{{0, 2}}));
    QCOMPARE(runsToMerge({}, 100, true), Runs{});
}

QTEST_APPLESS_MAIN(TestVectorStore)
#include "tst_vector_store.moc"
