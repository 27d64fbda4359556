#include "core/base/hash.h"
#include "core/catalog/catalog.h"
#include "core/catalog/schema.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>

using namespace biomedica;
using catalog::Letters;

class TestKeys : public QObject {
    Q_OBJECT

private slots:
    void keysOfAnOlderCatalogAreFoundInAnyCase()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("catalog.sqlite")).toStdString();
        constexpr std::size_t before = 4; // the format in which the hash was of the key as written
        makeCatalog(path, std::span(catalog::catalogMigrations).first(before));
        EXPECT_VALUE(auto opened, catalog::Catalog::open(path, db::Access::ReadWrite));
        EXPECT_VALUE(const auto exact, opened.rowsWithKey("Batch-\u00c4-1"));
        QVERIFY(exact == std::vector<RowId>{RowId(1)});
        EXPECT_VALUE(const auto any, opened.rowsWithKey("bAtCH-\u00e4-1", Letters::OfAnyCase));
        QVERIFY((any == std::vector<RowId>{RowId(1), RowId(2)}));
        EXPECT_VALUE(const auto none, opened.rowsWithKey("bAtCH-\u00e4-1"));
        QVERIFY(none.empty());
        EXPECT_VALUE(const std::int64_t changes, opened.connection().integer("SELECT count(*) FROM row_change"));
        QCOMPARE(changes, std::int64_t{0});
        EXPECT_OK(opened.connection().execute("UPDATE figure SET state = 1 WHERE row = 2"));
        EXPECT_VALUE(const std::int64_t later, opened.connection().integer("SELECT count(*) FROM row_change"));
        QCOMPARE(later, std::int64_t{1});
    }

private:
    static void makeCatalog(const std::filesystem::path& path, std::span<const char* const> migrations)
    {
        EXPECT_VALUE(auto connection, db::Connection::open(path, db::Access::Create));
        EXPECT_OK(db::migrate(connection, migrations, "catalog"));
        EXPECT_OK(connection.execute("INSERT INTO shard (path, name, subset, size, modified_ns) "
                                     "VALUES ('/a.tar', 'a.tar', '', 1, 1)"));
        for (const char* key : {"Batch-\u00c4-1", "batch-\u00e4-1", "batch-\u00e4-2"}) {
            EXPECT_VALUE(auto figure, connection.prepare(
                                          "INSERT INTO figure (id, shard, state, width, height, has_caption, mentions, "
                                          "key_hash) VALUES (?1, 1, 0, 0, 0, 0, 0, ?1)"));
            figure.bind(1, hash64(key));
            EXPECT_OK(figure.run());
            EXPECT_VALUE(auto text, connection.prepare("INSERT INTO figure_text VALUES (?1, ?2, '', x'')"));
            text.bind(1, connection.lastRowId()).bind(2, key);
            EXPECT_OK(text.run());
        }
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
