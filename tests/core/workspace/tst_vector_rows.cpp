// Which vector is which row, and filters of rows as filters of vectors.

#include "core/similarity/store/vector_writer.h"
#include "core/workspace/vector_rows.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>
#include <map>

using namespace biomedica;
using namespace biomedica::workspace;

namespace {

constexpr std::size_t figures = 5000;

FigureId idOf(std::size_t number)
{
    return FigureId((number + 1) * 0x9e3779b97f4a7c15);
}

/// Rows are figures in order; each tenth one is not shown.
struct Table : catalog::Columns {
    explicit Table(std::vector<FigureId> ofRows) : kept(std::move(ofRows))
    {
        ids = kept;
        shown = Bitmap(kept.size());
        for (std::size_t row = 0; row < kept.size(); ++row)
            if (row % 10 != 3)
                shown.set(row);
    }
    std::vector<FigureId> kept;
};

std::vector<FigureId> allIds()
{
    std::vector<FigureId> ids;
    for (std::size_t i = 0; i < figures; ++i)
        ids.push_back(idOf(i));
    return ids;
}

/// Vectors of two of three figures and of some that nobody knows, in two batches; some are replaced.
std::shared_ptr<const similarity::VectorSet> vectorsIn(const QTemporaryDir& folder)
{
    const auto store = similarity::VectorStore::create(folder.filePath("v").toStdString(), {"made up", "1", 4}).value();
    auto writer = store->writer().value();
    for (std::size_t i = 0; i < figures; ++i) {
        const std::vector<float> vector = {1, static_cast<float>(i), 2, 3};
        bool isFine = i % 3 == 0 || bool(writer.add(idOf(i), vector));
        isFine = isFine && (i % 50 != 0 || bool(writer.add(idOf(figures + i), vector)));
        isFine = isFine && (i != figures / 2 || bool(writer.commit()));
        isFine = isFine && (i % 7 != 1 || i < 4000 || bool(writer.add(idOf(i - 4000), vector)));
        if (!isFine)
            return nullptr;
    }
    return writer.commit() ? store->current() : nullptr;
}

/// Row by row.
std::map<std::uint32_t, std::uint32_t> naivePositions(const similarity::VectorSet& set, const catalog::Columns& columns)
{
    std::map<std::uint32_t, std::uint32_t> positions;
    columns.shown.forEach([&](std::uint32_t row) {
        if (const auto position = set.positionOf(columns.ids[row]))
            positions[row] = *position;
    });
    return positions;
}

} // namespace

class TestVectorRows : public QObject {
    Q_OBJECT

private slots:
    void rowsAndPositionsMeet();
    void filtersOfAnySizeBecomePositions_data();
    void filtersOfAnySizeBecomePositions();
    void aFigureInTwoRowsIsFoundByEither();
    void nothingToJoin();
};

void TestVectorRows::rowsAndPositionsMeet()
{
    const QTemporaryDir folder;
    const auto set = vectorsIn(folder);
    QVERIFY(set);
    const auto table = std::make_shared<const Table>(allIds());
    const VectorRows rows(set, table);
    const auto expected = naivePositions(*set, *table);
    QVERIFY(expected.size() > figures / 2);
    QCOMPARE(rows.figures(), expected.size());
    std::vector<RowId> without;
    for (std::uint32_t row = 0; row < figures; ++row) {
        const auto known = expected.find(row);
        const auto position = rows.positionOf(RowId(row));
        QCOMPARE(position.has_value(), known != expected.end());
        if (position) {
            QCOMPARE(*position, known->second);
            QVERIFY(rows.rowAt(*position) == RowId(row));
        } else if (table->shown.test(row)) {
            without.emplace_back(row);
        }
    }
    QVERIFY(rows.rowsWithout() == without);
}

void TestVectorRows::filtersOfAnySizeBecomePositions_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {0, 1, 40, 60, 99, 100})
        QTest::addRow("%d %%", percent) << percent;
}

void TestVectorRows::filtersOfAnySizeBecomePositions()
{
    QFETCH(int, percent);
    const QTemporaryDir folder;
    const auto set = vectorsIn(folder);
    QVERIFY(set);
    const auto table = std::make_shared<const Table>(allIds());
    Bitmap filter(figures);
    for (std::size_t row = 0; row < figures; ++row)
        if (static_cast<int>(row * 7919 % 100) < percent)
            filter.set(row);
    Bitmap expected(set->size());
    for (const auto& [row, position] : naivePositions(*set, *table))
        if (filter.test(row))
            expected.set(position);
    QVERIFY(VectorRows(set, table).positionsOf(filter) == expected);
}

void TestVectorRows::aFigureInTwoRowsIsFoundByEither()
{
    const QTemporaryDir folder;
    const auto set = vectorsIn(folder);
    QVERIFY(set);
    std::vector<FigureId> ids = allIds();
    ids[101] = ids[100];
    const auto table = std::make_shared<const Table>(ids);
    const VectorRows rows(set, table);
    QVERIFY(rows.positionOf(RowId(100)) && rows.positionOf(RowId(100)) == rows.positionOf(RowId(101)));
    for (const std::uint32_t left : {100u, 101u}) {
        Bitmap filter = Bitmap::ofAll(figures);
        filter.clear(left);
        QVERIFY(rows.positionsOf(filter).test(*rows.positionOf(RowId(100))));
        QVERIFY(rows.rowAt(*rows.positionOf(RowId(100)), filter) == RowId(left == 100u ? 101u : 100u));
    }
}

void TestVectorRows::nothingToJoin()
{
    const QTemporaryDir folder;
    const auto set = vectorsIn(folder);
    QVERIFY(set);
    const VectorRows none(set, std::make_shared<const Table>(std::vector<FigureId>()));
    QCOMPARE(none.figures(), std::size_t{0});
    QCOMPARE(none.positionsOf(Bitmap()).count(), std::size_t{0});
    QVERIFY(!none.positionOf(RowId(0)));
}

QTEST_APPLESS_MAIN(TestVectorRows)
#include "tst_vector_rows.moc"
