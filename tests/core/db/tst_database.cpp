#include "core/base/file.h"
#include "core/db/database.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>

using namespace biomedica;

class TestDatabase : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void unfinishedTransactionsRollBack()
    {
        EXPECT_VALUE(auto connection, db::Connection::open(path("a.sqlite"), db::Access::Create));
        EXPECT_OK(connection.execute("CREATE TABLE t (x)"));
        {
            EXPECT_VALUE(auto transaction, db::Transaction::begin(connection));
            EXPECT_OK(connection.execute("INSERT INTO t VALUES (1)"));
        }
        EXPECT_VALUE(const auto count, connection.integer("SELECT count(*) FROM t"));
        QCOMPARE(count, 0);
    }

    void migrationsRunOnceAndInOrder()
    {
        constexpr std::array<const char*, 1> first = {"CREATE TABLE a (x)"};
        constexpr std::array<const char*, 2> both = {"CREATE TABLE a (x)", "INSERT INTO a VALUES (5)"};
        EXPECT_VALUE(auto connection, db::Connection::open(path("m.sqlite"), db::Access::Create));
        EXPECT_OK(db::migrate(connection, first, "test"));
        EXPECT_OK(db::migrate(connection, both, "test"));
        EXPECT_OK(db::migrate(connection, both, "test"));
        EXPECT_VALUE(const auto sum, connection.integer("SELECT sum(x) FROM a"));
        QCOMPARE(sum, 5);
    }

    void newerFileIsRefusedUntouched()
    {
        constexpr std::array<const char*, 1> known = {"CREATE TABLE a (x)"};
        EXPECT_VALUE(auto connection, db::Connection::open(path("n.sqlite"), db::Access::Create));
        EXPECT_OK(connection.execute("PRAGMA user_version = 7"));
        EXPECT_ERROR(db::migrate(connection, known, "test"), ErrorKind::Unsupported);
        EXPECT_VALUE(const auto version, connection.integer("PRAGMA user_version"));
        QCOMPARE(version, 7);
    }

    void fileThatIsNoDatabaseIsNamed()
    {
        EXPECT_OK(writeFileDurably(path("bad.sqlite"), std::string(4096, 'x')));
        const auto opened = db::Connection::open(path("bad.sqlite"), db::Access::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(static_cast<int>(opened.error().kind()), static_cast<int>(ErrorKind::Corrupt));
        QVERIFY(opened.error().message().find("bad.sqlite") != std::string::npos);
    }

    void sixtyFourBitsComeBack()
    {
        EXPECT_VALUE(auto connection, db::Connection::open(path("b.sqlite"), db::Access::Create));
        EXPECT_VALUE(auto statement, connection.prepare("SELECT ?1, ?2, ?3"));
        statement.bind(1, std::uint64_t{0xfedcba9876543210}).bind(2, "").bindNull(3);
        EXPECT_VALUE(const bool hasRow, statement.step());
        QVERIFY(hasRow);
        QCOMPARE(statement.bits(0), std::uint64_t{0xfedcba9876543210});
        QVERIFY(!statement.isNull(1));
        QVERIFY(statement.isNull(2));
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
