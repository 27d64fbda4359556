// Columns of numbers against plain lists: widths, tables, copies in which rows are others.

#include "core/catalog/coded_rows.h"
#include "core/catalog/column.h"

#include <QTest>
#include <random>

using namespace biomedica;
using catalog::CodedRows;
using catalog::Column;

namespace {

constexpr std::size_t rowCount = 3 * CodedRows::rowsInPart + 1234;

std::vector<std::uint32_t> numbersOf(const CodedRows& rows)
{
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t row = 0; row < rows.rows(); ++row)
        numbers.push_back(rows.at(row));
    return numbers;
}

Bitmap randomRows(std::mt19937& random, unsigned oneIn)
{
    Bitmap rows(rowCount);
    for (std::size_t row = 0; row < rowCount; ++row)
        if (random() % oneIn == 0)
            rows.set(row);
    return rows;
}

} // namespace

class TestCodedRows : public QObject {
    Q_OBJECT

    /// Random numbers below `numbers`, as an editor leaves them.
    static CodedRows make(std::mt19937& random, std::uint32_t numbers, std::vector<std::uint32_t>& plain)
    {
        CodedRows rows(rowCount);
        catalog::RowEditor editor(rows);
        plain.assign(rowCount, 0);
        for (std::uint32_t row = 0; row < rowCount; ++row)
            if (row / CodedRows::rowsInPart != 1) // one part has no memory
                editor.set(row, plain[row] = static_cast<std::uint32_t>(random() % numbers));
        return rows;
    }

private slots:
    void everyWidthGivesWhatWasSet_data()
    {
        QTest::addColumn<quint32>("numbers");
        for (const quint32 numbers : {2u, 256u, 257u, 65'536u, 65'537u, 1'000'000u})
            QTest::addRow("%u", numbers) << numbers;
    }
    void everyWidthGivesWhatWasSet()
    {
        QFETCH(quint32, numbers);
        std::mt19937 random(numbers);
        std::vector<std::uint32_t> plain;
        const CodedRows rows = make(random, numbers, plain);
        QVERIFY(numbersOf(rows) == plain);

        std::vector<std::uint8_t> isWanted(numbers);
        for (std::uint8_t& is : isWanted)
            is = random() % 3 == 0;
        Bitmap expected(rowCount);
        for (std::size_t row = 0; row < rowCount; ++row)
            if (isWanted[plain[row]])
                expected.set(row);
        QVERIFY(rows.rowsWhere(isWanted) == expected);

        const CodedRows* const columns[] = {&rows, &rows};
        const std::size_t sizes[] = {numbers, numbers / 2};
        for (const Bitmap& some : {Bitmap::ofAll(rowCount), Bitmap(rowCount), randomRows(random, 2),
                                   randomRows(random, 3), randomRows(random, 40)}) {
            std::vector<std::uint32_t> counts(numbers);
            some.forEach([&](std::uint32_t row) { ++counts[plain[row]]; });
            const auto counted = catalog::countNumbers(columns, sizes, some);
            QVERIFY(counted[0] == counts);
            counts.resize(numbers / 2);
            QVERIFY(counted[1] == counts);
        }
    }

    void changedCopyLeavesTheOriginal()
    {
        std::mt19937 random(5);
        std::vector<std::uint32_t> plain;
        const CodedRows before = make(random, 200, plain);
        CodedRows after = before;
        std::vector<std::uint32_t> changed = plain;
        {
            catalog::RowEditor editor(after);
            for (const std::uint32_t number : {7u, 300u, 70'000u}) // wider each time
                for (int i = 0; i < 100; ++i) {
                    const auto row = static_cast<std::uint32_t>(random() % rowCount);
                    editor.set(row, changed[row] = number);
                }
        }
        QVERIFY(numbersOf(after) == changed);
        QVERIFY(numbersOf(before) == plain);
    }

    void codesAreBroughtToNumbersByTheirTable()
    {
        const std::vector<std::uint8_t> codes{0, 1, 2, 2, 9}; // 9 means nothing
        const std::vector<std::uint32_t> numberOf{0, 500, 3};
        CodedRows rows(codes.size(), {{codes.data(), numberOf.data(), 3, 1, nullptr}});
        const std::vector<std::uint32_t> expected{0, 500, 3, 3, 0};
        QVERIFY(numbersOf(rows) == expected);
        catalog::RowEditor(rows).set(0, 3);
        const std::vector<std::uint32_t> changed{3, 500, 3, 3, 0};
        QVERIFY(numbersOf(rows) == changed);
    }

    void totalsFollowTheSets()
    {
        Column column(10);
        const auto maps = column.intern({"Maps"}), both = column.intern({"Maps", "Tables"});
        QCOMPARE(column.intern({"Maps", "Maps"}), maps);
        const Column empty = column;
        catalog::ColumnEditor editor(column);
        for (std::uint32_t row = 0; row < 10; ++row)
            editor.assign(row, row < 4 ? maps : both);
        editor.assign(0, both);
        QCOMPARE(column.totals()[maps], 3u);
        QCOMPARE(column.totals()[both], 7u);
        QCOMPARE(empty.setOf(5), Column::emptySet);
        QCOMPARE(column.rowsWith("tables").count(), 7u);
        const Column renamed = column.renamed([](const std::string&) { return "Charts"; });
        QCOMPARE(renamed.textsOf(0), std::vector<std::string>{"Charts"});
        QCOMPARE(renamed.rowsWith("charts").count(), 10u);
        QCOMPARE(column.rowsWith("charts").count(), 0u);
    }

    void dictionaryOfACopyIsItsOwn()
    {
        Column column(3);
        column.intern({"Maps"});
        Column copy = column;
        const auto tables = copy.intern({"Tables"});
        QCOMPARE(column.valueCount(), 1u);
        QCOMPARE(copy.valueCount(), 2u);
        QVERIFY(column.valuesOf(tables).empty());
    }
};

QTEST_GUILESS_MAIN(TestCodedRows)
#include "tst_coded_rows.moc"
