// The selection as ranges, compared with a plain set of numbers.

#include "ui/models/rowranges.h"

#include <QTest>
#include <limits>
#include <random>
#include <set>

using biomedica::ui::RowRanges;

class TestRowRanges : public QObject {
    Q_OBJECT
private slots:
    void behavesLikeASet();
    void everythingIsOneRange();
    void neighboursJoin();
};

void TestRowRanges::behavesLikeASet()
{
    std::mt19937 random(7);
    RowRanges ranges;
    std::set<int> oracle;
    constexpr int rows = 60;
    for (int step = 0; step < 4000; ++step) {
        const int begin = static_cast<int>(random() % rows);
        const int end = begin + static_cast<int>(random() % 9);
        switch (random() % 6) {
        case 0:
            ranges.remove(begin, end);
            for (int row = begin; row < end; ++row)
                oracle.erase(row);
            break;
        case 1:
            ranges.toggle(begin);
            if (oracle.erase(begin) == 0)
                oracle.insert(begin);
            break;
        case 2:
            if (step % 7 == 0) {
                ranges.remove(rows, rows + 10);
                ranges.invert(rows);
                std::set<int> inverted;
                for (int row = 0; row < rows; ++row)
                    if (!oracle.contains(row))
                        inverted.insert(row);
                oracle = inverted;
            }
            break;
        default:
            ranges.add(begin, std::min(end, rows));
            for (int row = begin; row < std::min(end, rows); ++row)
                oracle.insert(row);
        }
        for (int row = 0; row < rows; ++row)
            QCOMPARE(ranges.contains(row), oracle.contains(row));
        QCOMPARE(ranges.count(), std::int64_t(oracle.size()));
        for (std::size_t i = 1; i < ranges.ranges().size(); ++i)
            QVERIFY(ranges.ranges()[i - 1].end < ranges.ranges()[i].begin);
    }
}

void TestRowRanges::everythingIsOneRange()
{
    RowRanges ranges;
    constexpr int most = std::numeric_limits<int>::max();
    ranges.add(0, most);
    QCOMPARE(ranges.ranges().size(), std::size_t(1));
    QCOMPARE(ranges.count(), std::int64_t(most));
    ranges.toggle(1'000'000'000);
    QCOMPARE(ranges.ranges().size(), std::size_t(2));
    ranges.invert(most);
    QCOMPARE(ranges.count(), std::int64_t(1));
}

void TestRowRanges::neighboursJoin()
{
    RowRanges ranges;
    ranges.add(0, 5);
    ranges.add(10, 15);
    ranges.add(5, 10);
    QCOMPARE(ranges.ranges(), (std::vector<RowRanges::Range>{{0, 15}}));
}

QTEST_MAIN(TestRowRanges)
#include "tst_row_ranges.moc"
