// Vectors that are held back: however many batches they fill, they count together or not at all.

#include "core/similarity/store/batch_builder.h"
#include "tests/core/similarity/vector_fixture.h"
#include "tests/support/expect.h"

using namespace biomedica;
using namespace biomedica::similarity;
using namespace biomedica::similarity::test;

class TestHeldVectors : public QObject {
    Q_OBJECT

    static constexpr std::size_t dimensions = 8, before = 10, more = BatchBuilder::mostRows + 5;

    static std::vector<float> numbered(std::size_t number)
    {
        std::vector<float> vector(dimensions, 1);
        vector[number % dimensions] = static_cast<float>(2 + number % 100);
        return vector;
    }
    static std::size_t filesIn(const QTemporaryDir& folder)
    {
        const std::filesystem::directory_iterator files(pathOf(folder));
        return static_cast<std::size_t>(std::count_if(
            begin(files), end(files), [](const auto& file) { return file.path().extension() == ".vectors"; }));
    }
    static std::shared_ptr<VectorStore> storeOfTen(const QTemporaryDir& folder)
    {
        auto store = VectorStore::create(pathOf(folder), modelOf(dimensions)).value();
        auto writer = store->writer().value();
        for (std::size_t i = 0; i < before; ++i)
            if (!writer.add(idOf(i), numbered(i)))
                qFatal("not added");
        if (!writer.commit())
            qFatal("not committed");
        return store;
    }
    /// More than a batch; the first of them are there already, the last ones were added to the first batch as well.
    static void addMore(VectorWriter& writer)
    {
        for (std::size_t i = 0; i < more; ++i)
            EXPECT_OK(writer.add(idOf(i), numbered(i)));
        EXPECT_OK(writer.add(idOf(before), numbered(before + 1)));
    }

private slots:
    void nothingCountsBeforeItIsCommitted()
    {
        const QTemporaryDir folder;
        const auto store = storeOfTen(folder);
        {
            EXPECT_VALUE(VectorWriter writer, store->writer());
            writer.holdBack();
            addMore(writer);
            QCOMPARE(writer.pending(), more + 1);
            QCOMPARE(filesIn(folder), std::size_t{2}); // one is written and not listed
            QCOMPARE(store->current()->count(), before);
            QCOMPARE(VectorStore::open(pathOf(folder)).value()->current()->count(), before);
        }
        QCOMPARE(filesIn(folder), std::size_t{1});
        EXPECT_OK(store->refresh());
        QCOMPARE(store->current()->count(), before);
        QVERIFY(store->problems().empty());
    }

    void allCountTogether()
    {
        const QTemporaryDir folder;
        const auto store = storeOfTen(folder);
        EXPECT_VALUE(VectorWriter writer, store->writer());
        writer.holdBack();
        addMore(writer);
        EXPECT_OK(writer.commit());
        QCOMPARE(writer.pending(), std::size_t{0});
        const auto set = VectorStore::open(pathOf(folder)).value()->current();
        QCOMPARE(set->count(), more);
        std::vector<float> kept(dimensions), again(dimensions);
        set->copyRow(set->positionOf(idOf(before)).value(), kept);
        set->copyRow(set->positionOf(idOf(before + 1)).value(), again);
        QCOMPARE(kept, again); // the later one counts, although both were held back
    }
};

QTEST_GUILESS_MAIN(TestHeldVectors)
#include "tst_held_vectors.moc"
