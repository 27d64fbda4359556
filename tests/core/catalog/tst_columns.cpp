// Columns, facets, filters and orders against a naive program on 200,000 random figures, before and after rows come
// and go, and with files that are stale, cut, damaged or not there.

#include "core/annotation/labels.h"
#include "core/base/file.h"
#include "core/catalog/chunks.h"
#include "core/catalog/column_store.h"
#include "core/query/facets.h"
#include "core/query/snapshot.h"
#include "core/query/sorting.h"
#include "tests/core/catalog/plain_catalog.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>
#include <set>

using namespace biomedica;
using query::Field;
using test::PlainCatalog;
using test::PlainFigure;

namespace fs = std::filesystem;

namespace {

constexpr Field valueFields[] = {Field::Shard,   Field::Subset,    Field::Cluster, Field::License,
                                 Field::Journal, Field::PanelType, Field::Primary, Field::Secondary,
                                 Field::Pmcid,   Field::Mesh,      Field::Keyword, Field::Subject};

using Columns = std::shared_ptr<const catalog::Columns>;

std::set<std::uint64_t> picturesTwice(const PlainCatalog& plain)
{
    std::set<std::uint64_t> seen, twice;
    for (const auto& [row, figure] : plain.figures())
        if (figure.state == 0 && figure.picture != 0 && !seen.insert(figure.picture).second)
            twice.insert(figure.picture);
    return twice;
}

/// Every field of every row, or of one row in so many.
void verifyEquals(const Columns& columns, const PlainCatalog& plain, std::uint32_t oneIn = 1)
{
    const auto snapshot = query::makeSnapshot(columns, annotation::Labels());
    const std::set<std::uint64_t> twice = picturesTwice(plain);
    std::set<std::uint64_t> hiddenCopies;
    for (const auto& [row, figure] : plain.figures())
        if (figure.state == 1)
            hiddenCopies.insert(figure.id);
    std::size_t shown = 0;
    for (const auto& [row, figure] : plain.figures()) {
        QCOMPARE(columns->ids[row].value, figure.id);
        QCOMPARE(columns->shown.test(row), figure.state == 0);
        if (figure.state != 0)
            continue;
        ++shown;
        if (row % oneIn != 0)
            continue;
        QCOMPARE(columns->rowOf(FigureId(figure.id)), std::optional(RowId(row)));
        QCOMPARE(columns->articles[row].value, figure.article);
        QCOMPARE(columns->years[row], figure.year);
        QCOMPARE(columns->widths[row], figure.width);
        QCOMPARE(columns->heights[row], figure.height);
        QCOMPARE(columns->hasCaption.test(row), figure.hasCaption);
        QCOMPARE(columns->hasMentions.test(row), figure.hasMentions);
        QCOMPARE(columns->isDuplicate.test(row), twice.contains(figure.picture) || hiddenCopies.contains(figure.id));
        for (const Field field : valueFields)
            QVERIFY(snapshot->textsOf(field, RowId(row)) == plain.valuesOf(figure, field));
        const bool isAnswered = !plain.valuesOf(figure, Field::PanelType).empty()
                                || !plain.valuesOf(figure, Field::Primary).empty()
                                || !plain.valuesOf(figure, Field::Secondary).empty();
        QCOMPARE(snapshot->source.textsOf(row).size(), isAnswered ? 1u : 0u);
        if (figure.article != 0) {
            QCOMPARE(columns->hasTitle.test(figure.article), plain.article(figure.article).hasTitle);
            QCOMPARE(columns->hasAbstract.test(figure.article), plain.article(figure.article).hasAbstract);
        }
    }
    QCOMPARE(columns->figureCount(), shown);
    QCOMPARE(columns->shown.count(), shown);
}

Bitmap rowsWhere(const PlainCatalog& plain, std::size_t size, const std::function<bool(const PlainFigure&)>& isWanted)
{
    Bitmap rows(size);
    for (const auto& [row, figure] : plain.figures())
        if (figure.state == 0 && isWanted(figure))
            rows.set(row);
    return rows;
}

void verifyFacets(const query::Snapshot& snapshot, const PlainCatalog& plain, const Bitmap& rows)
{
    std::vector<Field> fields(std::begin(valueFields), std::end(valueFields));
    fields.push_back(Field::Year);
    const auto facets = query::countFacets(snapshot, fields, rows);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::map<std::string, std::size_t> expected, counted;
        for (const auto& [row, figure] : plain.figures())
            if (rows.test(row))
                for (const std::string& value : plain.valuesOf(figure, fields[i]))
                    ++expected[value];
        for (const query::FacetValue& value : facets[i].values)
            counted[value.value] = value.count;
        QVERIFY2(counted == expected, query::infoOf(fields[i]).name.data());
        for (std::size_t value = 1; value < facets[i].values.size(); ++value)
            QVERIFY(facets[i].values[value - 1].count >= facets[i].values[value].count);
    }
}

void verifyOrder(const std::shared_ptr<const query::Snapshot>& snapshot, const PlainCatalog& plain, const Bitmap& rows,
                 Field field, bool isDescending)
{
    const auto figures = query::sortedBy(snapshot, rows, {field, isDescending});
    const auto keyOf = [&](RowId row) {
        const auto values = plain.valuesOf(plain.figures().at(row.value), field);
        return values.empty() ? std::string() : values.front();
    };
    std::vector<RowId> expected;
    rows.forEach([&](std::uint32_t row) { expected.emplace_back(row); });
    std::stable_sort(expected.begin(), expected.end(), [&](RowId a, RowId b) {
        const std::string left = keyOf(a), right = keyOf(b);
        if (left.empty() || right.empty())
            return !left.empty() && right.empty();
        if (field == Field::Width || field == Field::Year)
            return isDescending ? std::stoi(left) > std::stoi(right) : std::stoi(left) < std::stoi(right);
        return isDescending ? left > right : left < right; // all in one case
    });
    QVERIFY(figures.rows() == expected);
    for (std::size_t position = 0; position < expected.size(); position += 37)
        QCOMPARE(figures.positionOf(expected[position]), std::optional(position));
}

} // namespace

class TestColumns : public QObject {
    Q_OBJECT

    static constexpr std::uint32_t someRows = 97; ///< one row in so many is compared where all were before
    static constexpr std::uint32_t firstRow = catalog::rowsInChunk - 100'000; ///< in two files
    QTemporaryDir m_folder;
    std::optional<PlainCatalog> m_plain;
    std::size_t m_written = 0;

    fs::path columnsFolder() const { return fs::path(m_folder.path().toStdString()) / "columns"; }

    Columns load()
    {
        catalog::ColumnStore store(m_plain->catalog().connection(), columnsFolder());
        auto columns = store.load();
        if (!columns)
            qFatal("%s", columns.error().message().c_str());
        m_written = store.written();
        return *columns;
    }

    std::vector<fs::path> files() const
    {
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(columnsFolder()))
            found.push_back(entry.path());
        std::sort(found.begin(), found.end());
        return found;
    }

    fs::path fileOf(const std::string& beginning) const
    {
        for (const fs::path& path : files())
            if (path.filename().string().starts_with(beginning))
                return path;
        qFatal("there is no file %s", beginning.c_str());
    }

    static void change(const fs::path& path, const std::function<void(std::string&)>& edit)
    {
        std::string bytes = readFile(path).value();
        edit(bytes);
        EXPECT_OK(writeFileDurably(path, bytes));
    }

private slots:
    void initTestCase()
    {
        m_plain.emplace(m_folder.path().toStdString(), firstRow, 7u);
        for (int shard = 0; shard < 20; ++shard)
            m_plain->addShard(10'000);
    }

    void everyFieldIsAsInTheTables()
    {
        verifyEquals(load(), *m_plain);
        QCOMPARE(m_written, 3u); // two of rows, one of articles
        verifyEquals(load(), *m_plain);
        QCOMPARE(m_written, 0u);
    }

    void filtersAreAsTheNaiveOnes()
    {
        const Columns columns = load();
        const auto snapshot = query::makeSnapshot(columns, annotation::Labels());
        const auto expected = [&](Field field, const std::string& value) {
            return rowsWhere(*m_plain, columns->rows(), [&](const PlainFigure& figure) {
                const auto values = m_plain->valuesOf(figure, field);
                return std::find(values.begin(), values.end(), value) != values.end();
            });
        };
        const auto shown = [&](Bitmap rows) { return rows &= columns->shown; };
        QVERIFY(shown(columns->license.rowsWith("cc 3")) == expected(Field::License, "CC 3"));
        QVERIFY(shown(columns->journal.rowsWith("JOURNAL 17")) == expected(Field::Journal, "Journal 17"));
        QVERIFY(shown(columns->primary.rowsWith("class 4")) == expected(Field::Primary, "Class 4"));
        QVERIFY(shown(columns->shard.rowsWith("set/3.tar")) == expected(Field::Shard, "set/3.tar"));
        QVERIFY(shown(columns->cluster.rowsWith("nowhere")) == Bitmap(columns->rows()));
        for (const auto& [field, asked, value] : {std::tuple(Field::Mesh, "ÉTUDE 77", "Étude 77"),
                                                  std::tuple(Field::Keyword, "KEYWORD 4711", "keyword 4711"),
                                                  std::tuple(Field::Pmcid, "pmc100123", "PMC100123")})
            QVERIFY(columns->rowsOfArticles(snapshot->articleColumn(field)->articlesWith(asked))
                    == expected(field, value));
        const auto inRange = [](int low, int high) {
            return [low, high](const PlainFigure& figure) { return figure.year >= low && figure.year <= high; };
        };
        QVERIFY(shown(columns->years.rowsBetween(2000, 2005))
                == rowsWhere(*m_plain, columns->rows(), inRange(2000, 2005)));
        QVERIFY(shown(columns->years.rowsBetween(0, 9999)) == rowsWhere(*m_plain, columns->rows(), inRange(0, 9999)));
        QVERIFY(shown(columns->panelType.rowsWithAny())
                == rowsWhere(*m_plain, columns->rows(), [&](const PlainFigure& figure) {
                       return !m_plain->valuesOf(figure, Field::PanelType).empty();
                   }));
    }

    void facetsAndOrdersAreAsTheNaiveOnes()
    {
        const Columns columns = load();
        const auto snapshot = query::makeSnapshot(columns, annotation::Labels());
        std::mt19937 random(2);
        Bitmap few(columns->rows()), most = columns->shown;
        columns->shown.forEach([&](std::uint32_t row) {
            if (random() % 10 == 0) {
                few.set(row);
                most.clear(row);
            }
        });
        for (const Bitmap& rows : {few, most, columns->shown, Bitmap(columns->rows())})
            verifyFacets(*snapshot, *m_plain, rows);
        for (const Field field : {Field::Year, Field::Width, Field::Primary, Field::Pmcid, Field::Mesh})
            for (const bool isDescending : {false, true})
                verifyOrder(snapshot, *m_plain, few, field, isDescending);
    }

    void rowsThatComeAndGoChangeOnlyTheirFiles()
    {
        load();
        m_plain->addShard(300);
        verifyEquals(load(), *m_plain);
        QCOMPARE(m_written, 2u); // the last one of rows, and articles
        m_plain->forgetShard(2);
        verifyEquals(load(), *m_plain);
        QCOMPARE(m_written, 1u); // its rows lie in the first
        m_plain->setState(firstRow + 5, 2);
        m_plain->setState(firstRow + 150'000, 1);
        verifyEquals(load(), *m_plain);
        QCOMPARE(m_written, 2u);
        m_plain->setState(firstRow + 5, 0);
        m_plain->forgetShard(21); // the last rows go
        const Columns columns = load();
        verifyEquals(columns, *m_plain);
        verifyFacets(*query::makeSnapshot(columns, annotation::Labels()), *m_plain, columns->shown);
        m_plain->addShard(50);
        verifyEquals(load(), *m_plain);
        QCOMPARE(files().size(), 4u); // nothing is left behind
    }

    void keysAreOrderedAsTheirTextsAre()
    {
        const auto verifyRanks = [&] {
            catalog::ColumnStore store(m_plain->catalog().connection(), columnsFolder());
            auto ranks = store.keyRanks();
            QVERIFY2(ranks.has_value(), ranks ? "" : ranks.error().message().c_str());
            m_written = store.written();
            std::vector<std::pair<std::string, std::uint32_t>> keys;
            for (const auto& [row, figure] : m_plain->figures())
                keys.emplace_back(figure.key, row);
            std::sort(keys.begin(), keys.end());
            std::uint32_t rank = 0;
            for (std::size_t i = 0; i < keys.size(); ++i) {
                rank += i > 0 && keys[i].first != keys[i - 1].first ? 1 : 0;
                QCOMPARE((*ranks)->of(keys[i].second), rank);
            }
            QCOMPARE((*ranks)->of(0), catalog::KeyRanks::absent);
            QCOMPARE((*ranks)->of(UINT32_MAX - 1), catalog::KeyRanks::absent);
        };
        load();
        verifyRanks();
        QCOMPARE(m_written, 3u); // keys of two files, ranks
        verifyRanks();
        QCOMPARE(m_written, 0u);
        m_plain->addShard(200);
        verifyRanks(); // without a load() between
        QCOMPARE(m_written, 2u);
        change(fileOf("keys-0"), [](std::string& bytes) { bytes[4096 + 3] ^= 1; });
        change(fileOf("ranks-0"), [](std::string& bytes) { bytes.resize(bytes.size() / 2); });
        verifyRanks();
        QCOMPARE(m_written, 2u);
        load();
        QCOMPARE(m_written, 0u);
        m_plain->setState(firstRow + 7, 2);
        load();
        verifyRanks();
        QCOMPARE(m_written, 2u);
        QCOMPARE(files().size(), 7u); // nothing is left behind
    }

    void filesThatAreNotRightAreMadeAgain_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"index", "rows-0", "rows-1", "articles-0"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void filesThatAreNotRightAreMadeAgain()
    {
        QFETCH(QString, file);
        const std::pair<const char*, std::function<void(std::string&)>> harms[] = {
            {"cut", [](std::string& bytes) { bytes.resize(bytes.size() / 2); }},
            {"empty", [](std::string& bytes) { bytes.clear(); }},
            {"header", [](std::string& bytes) { bytes[40] ^= 1; }},
            {"body", [](std::string& bytes) { bytes[4096 + 3] ^= 1; }},
            {"newer", [](std::string& bytes) { bytes[8] = 2; }},
        };
        for (const auto& [name, harm] : harms) {
            load();
            change(fileOf(file.toStdString()), harm);
            verifyEquals(load(), *m_plain, someRows);
            QVERIFY2(m_written == (file == "index" ? 3u : 1u), name);
            load();
            QCOMPARE(m_written, 0u);
        }
        fs::remove(fileOf(file.toStdString()));
        verifyEquals(load(), *m_plain, someRows);
    }

    void filesThatAreCutShortWhileTheyAreOpenAreMadeAgain_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"rows-0", "rows-1", "articles-0"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void filesThatAreCutShortWhileTheyAreOpenAreMadeAgain()
    {
        QFETCH(QString, file);
        for (const bool isNearTheEnd : {false, true}) {
            const Columns columns = load();
            EXPECT_OK(columns->check());
            const fs::path path = fileOf(file.toStdString());
            fs::resize_file(path, isNearTheEnd ? fs::file_size(path) - 1 : 8192);
            const auto snapshot = query::makeSnapshot(columns, annotation::Labels());
            std::vector<Field> fields(std::begin(valueFields), std::end(valueFields));
            query::countFacets(*snapshot, fields, columns->shown); // whatever comes out, it does not end the program
            for (const Field field : {Field::Primary, Field::Mesh})
                query::sortedBy(snapshot, columns->shown, {field, false});
            const auto whole = columns->check();
            EXPECT_ERROR(whole, ErrorKind::Corrupt);
            QVERIFY(whole.error().message().find(path.string()) != std::string::npos);
            QVERIFY(columns->areDamaged());
            verifyEquals(load(), *m_plain, someRows);
            QCOMPARE(m_written, 1u);
        }
    }

    void killedBeforeTheIndexIsWrittenNothingIsLost()
    {
        load();
        const std::string before = readFile(columnsFolder() / "index").value();
        std::map<fs::path, std::string> former;
        for (const fs::path& path : files())
            former[path] = readFile(path).value();
        m_plain->addShard(100);
        load();
        // The new files stand beside the former ones, of which the index still tells.
        for (const auto& [path, bytes] : former)
            EXPECT_OK(writeFileDurably(path, bytes));
        EXPECT_OK(writeFileDurably(columnsFolder() / "rows-1-unfinished.part", "half"));
        verifyEquals(load(), *m_plain, someRows);
        QVERIFY(m_written > 0);
        EXPECT_OK(writeFileDurably(columnsFolder() / "index", before)); // and its files are gone
        verifyEquals(load(), *m_plain, someRows);
    }

    void filesOfAnotherCatalogAreNotBelieved()
    {
        load();
        QTemporaryDir other;
        PlainCatalog another(other.path().toStdString(), firstRow, 99u);
        for (int shard = 0; shard < 3; ++shard)
            another.addShard(100);
        fs::copy(columnsFolder(), fs::path(other.path().toStdString()) / "columns");
        catalog::ColumnStore store(another.catalog().connection(), other.path().toStdString() + "/columns");
        EXPECT_VALUE(const Columns columns, store.load());
        verifyEquals(columns, another);
    }

    void withoutRoomOnTheDiskTheyStandInMemory()
    {
        const fs::path file = fs::path(m_folder.path().toStdString()) / "no-folder";
        EXPECT_OK(writeFileDurably(file, "in the way"));
        catalog::ColumnStore store(m_plain->catalog().connection(), file);
        EXPECT_VALUE(const Columns columns, store.load());
        verifyEquals(columns, *m_plain);
    }

    void oneDecisionAfterAnotherIsAsAllAtOnce()
    {
        const Columns columns = load();
        std::mt19937 random(8);
        annotation::Labels labels;
        auto now = query::makeSnapshot(columns, labels);
        const auto atFirst = now;
        const char* const answers[] = {"Maps", "Tables", "Class 3"};
        for (std::uint64_t clock = 1; clock <= 12; ++clock) {
            journal::Entry entry;
            entry.id = "entry " + std::to_string(clock);
            entry.clock = clock;
            entry.annotator = "annotator " + std::to_string(random() % 3);
            entry.decision[Question::Primary] = journal::Vote{clock % 5 == 0, {answers[random() % 3]}};
            if (clock % 3 == 0)
                entry.decision.note = "note " + std::to_string(clock);
            entry.decision.isFlagged = clock % 4 == 0;
            const std::size_t most = clock % 4 == 1 ? 1 : 3000;
            columns->shown.forEach([&](std::uint32_t row) {
                if (entry.figures.size() < most && random() % 60 == 0)
                    entry.figures.push_back(columns->ids[row]);
            });
            std::sort(entry.figures.begin(), entry.figures.end());
            const std::uint64_t before = labels.version();
            labels.apply(entry);
            const auto changed = labels.changedSince(before);
            QVERIFY(changed);
            now = query::updatedSnapshot(*now, labels, *changed);
            const auto anew = query::makeSnapshot(columns, labels);
            QVERIFY(*now->notes == *anew->notes);
            for (const auto member :
                 {&query::Snapshot::labelled, &query::Snapshot::disputed, &query::Snapshot::flagged})
                QVERIFY(static_cast<const Bitmap&>((*now).*member) == (*anew).*member);
            const Field fields[] = {Field::Primary, Field::Annotator, Field::Source, Field::Status, Field::PanelType};
            columns->shown.forEach([&](std::uint32_t row) {
                for (const Field field : fields)
                    QVERIFY(now->textsOf(field, RowId(row)) == anew->textsOf(field, RowId(row)));
            });
            const auto one = query::countFacets(*now, fields, columns->shown);
            const auto other = query::countFacets(*anew, fields, columns->shown);
            for (std::size_t i = 0; i < one.size(); ++i)
                QVERIFY(one[i].values == other[i].values);
        }
        QCOMPARE(atFirst->labelled.count(), 0u);
        verifyFacets(*atFirst, *m_plain, columns->shown);
    }

    void manyFiguresAreFoundAsFewAre()
    {
        const Columns columns = load();
        std::vector<FigureId> all;
        std::set<std::uint32_t> expected, found;
        for (const auto& [row, figure] : m_plain->figures()) {
            all.emplace_back(figure.id);
            if (figure.state == 0)
                expected.insert(row);
        }
        all.emplace_back(42); // no figure
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        columns->forEachRowOf(all, [&](RowId row) { found.insert(row.value); });
        QVERIFY(found == expected);
    }
};

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
