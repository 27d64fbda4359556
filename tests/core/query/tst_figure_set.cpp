// Positions against plain lists: by rank and select, by the key of a sort, by scores.

#include "core/query/figure_set.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace biomedica;
using query::FigureSet;

namespace {

Bitmap randomRows(std::mt19937& random, std::size_t size, unsigned oneIn)
{
    Bitmap rows(size);
    for (std::size_t row = 0; row < size; ++row)
        if (random() % oneIn == 0)
            rows.set(row);
    return rows;
}

std::vector<RowId> listOf(const Bitmap& rows)
{
    std::vector<RowId> list;
    rows.forEach([&](std::uint32_t row) { list.emplace_back(row); });
    return list;
}

/// Positions outside of a set, one word short of the figures' own size, from everywhere and to everywhere.
void verifyOutside(const FigureSet& figures, const std::vector<RowId>& expected)
{
    std::mt19937 random(11);
    for (const unsigned oneIn : {1u, 2u, 50u}) {
        const std::size_t rows = figures.members().size();
        Bitmap without = randomRows(random, rows - std::min<std::size_t>(rows, 64), 1);
        for (std::size_t row = 0; row < without.size(); ++row)
            if (oneIn > 1 && random() % oneIn == 0)
                without.clear(row);
        std::optional<std::size_t> last, first;
        for (std::size_t position = 0; position <= expected.size(); ++position) {
            QCOMPARE(figures.lastOutside(without, position), last);
            if (position < expected.size() && !without.test(expected[position].value))
                last = position;
        }
        for (std::size_t position = expected.size(); position-- > 0;) {
            if (!without.test(expected[position].value))
                first = position;
            QCOMPARE(figures.firstOutside(without, position), first);
        }
        QCOMPARE(figures.firstOutside(without, expected.size()), std::nullopt);
    }
}

/// Every way to ask gives the list.
void verifyEquals(const FigureSet& figures, const std::vector<RowId>& expected)
{
    QCOMPARE(figures.size(), expected.size());
    QVERIFY(figures.rows() == expected);
    for (std::size_t position = 0; position < expected.size(); ++position) {
        QCOMPARE(figures.rowAt(position), expected[position]);
        QCOMPARE(figures.positionOf(expected[position]), std::optional(position));
    }
    const std::size_t third = expected.size() / 3;
    QVERIFY(std::ranges::equal(figures.rows(third, 2 * third), std::span(expected).subspan(third, third)));
    Bitmap wanted(figures.members().size());
    for (std::size_t position = 0; position < expected.size(); position += 7)
        wanted.set(expected[position].value);
    std::size_t next = 0;
    figures.forEachPositionOf(wanted, [&](std::size_t position) {
        QCOMPARE(position, next);
        next += 7;
    });
    QVERIFY(next >= expected.size());
    verifyOutside(figures, expected);
    QCOMPARE(figures.positionOf(RowId(static_cast<std::uint32_t>(figures.members().size()) + 5)), std::nullopt);
}

} // namespace

class TestFigureSet : public QObject {
    Q_OBJECT

private slots:
    void catalogOrderIsRankAndSelect_data()
    {
        QTest::addColumn<std::size_t>("size");
        QTest::addColumn<unsigned>("oneIn");
        for (const std::size_t size : {0, 1, 63, 64, 65, 511, 512, 513, 20'000})
            for (const unsigned oneIn : {1u, 3u, 100u})
                QTest::addRow("%zu, one in %u", size, oneIn) << size << oneIn;
    }
    void catalogOrderIsRankAndSelect()
    {
        QFETCH(std::size_t, size);
        QFETCH(unsigned, oneIn);
        std::mt19937 random(static_cast<unsigned>(size) + oneIn);
        const Bitmap rows = randomRows(random, size, oneIn);
        verifyEquals(FigureSet(rows), listOf(rows));
    }

    void sortedFiguresAreFoundByTheirKey()
    {
        std::mt19937 random(3);
        const Bitmap rows = randomRows(random, 20'000, 2);
        std::vector<std::uint32_t> keys(rows.size());
        for (std::uint32_t& key : keys)
            key = random() % 10 == 0 ? UINT32_MAX : static_cast<std::uint32_t>(random() % 50);
        std::vector<RowId> order = listOf(rows);
        std::stable_sort(order.begin(), order.end(), [&](RowId a, RowId b) { return keys[a.value] < keys[b.value]; });
        verifyEquals(FigureSet(rows, order, {}, [&](std::uint32_t row) { return keys[row]; }), order);
    }

    void bestStandFirstAndTheOthersBehind()
    {
        std::mt19937 random(4);
        const Bitmap rows = randomRows(random, 5000, 2);
        std::vector<RowId> expected = listOf(rows);
        std::shuffle(expected.begin(), expected.end(), random);
        const std::size_t best = 50;
        std::sort(expected.begin() + best, expected.end());
        const FigureSet figures(rows, {expected.begin(), expected.begin() + best}, std::vector<float>(best, 2.5f));
        verifyEquals(figures, expected);
        QCOMPARE(figures.scoreAt(best - 1), 2.5f);
        QCOMPARE(figures.scoreAt(best), 0.f);
    }
};

QTEST_GUILESS_MAIN(TestFigureSet)
#include "tst_figure_set.moc"
