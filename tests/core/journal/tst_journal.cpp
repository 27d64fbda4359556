#include "core/journal/journal.h"
#include "core/journal/upkeep.h"
#include "tests/support/expect.h"
#include "tests/support/power_cut_vfs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <random>

using namespace biomedica;
using journal::Entry;

namespace {

Entry decision(const std::string& annotator, const Answer& primary, std::vector<FigureId> figures)
{
    Entry entry;
    entry.annotator = annotator;
    entry.decision[Question::Primary] = journal::Vote{false, primary};
    entry.figures = std::move(figures);
    return entry;
}

const char* const firstVersion = R"sql(
    CREATE TABLE journal (origin TEXT NOT NULL);
    CREATE TABLE entry (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, clock INTEGER NOT NULL,
        origin TEXT NOT NULL, annotator TEXT NOT NULL, at_ms INTEGER NOT NULL, kind INTEGER NOT NULL,
        source INTEGER NOT NULL, taxonomy INTEGER NOT NULL, refers_to TEXT,
        panel_type TEXT, panel_subtype TEXT, primary_label TEXT, secondary_label TEXT,
        note TEXT, status INTEGER, flag INTEGER, figures BLOB NOT NULL);
    CREATE INDEX entry_by_clock ON entry (clock);
    CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry
        BEGIN SELECT raise(ABORT, 'journal entries are never changed'); END;
    CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry
        BEGIN SELECT raise(ABORT, 'journal entries are never deleted'); END;
    INSERT INTO journal VALUES ('0123456789abcdef0123456789abcdef');
    INSERT INTO entry (id, clock, origin, annotator, at_ms, kind, source, taxonomy, primary_label, note, figures) VALUES
        ('a', 1, '0123456789abcdef0123456789abcdef', 'anna', 5, 0, 1, 1, '["Maps"]', 'old',
         x'01000000000000000200000000000000');
    INSERT INTO entry (id, clock, origin, annotator, at_ms, kind, source, taxonomy, refers_to, figures) VALUES
        ('b', 2, '0123456789abcdef0123456789abcdef', 'anna', 6, 1, 0, 1, 'a', x'');
    PRAGMA user_version = 1;
)sql";

/// What the second version added to the first.
const char* const secondVersion = R"sql(
    ALTER TABLE entry ADD COLUMN group_id TEXT;
    ALTER TABLE entry ADD COLUMN content TEXT;
    INSERT INTO entry (id, clock, origin, annotator, at_ms, kind, source, taxonomy, figures, group_id, content) VALUES
        ('c', 3, '0123456789abcdef0123456789abcdef', 'ben', 7, 0, 1, 1, x'01000000000000000200000000000000', 'g', '{}');
    PRAGMA user_version = 2;
)sql";

std::vector<Entry> allOf(journal::Journal& journal)
{
    std::vector<Entry> entries;
    if (const auto read = journal.readAfter(0, [&](Entry entry) { entries.push_back(std::move(entry)); }); !read)
        qFatal("%s", read.error().message().c_str());
    return entries;
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT

private slots:
    void entriesComeBackAsWritten()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("j").toStdString();
        Entry entry = decision("anna", {"Maps", "Tables"}, {FigureId(9), FigureId(2), FigureId(9)});
        entry.decision[Question::PanelType] = journal::Vote{true, {}};
        entry.decision.note = "see \"b\"";
        entry.decision.status = journal::Status::Unsure;
        entry.decision.isFlagged = true;
        entry.source = journal::Source::Bulk;
        entry.atMs = 1'700'000'000'123;
        {
            EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create));
            EXPECT_VALUE(const Entry written, journal.append(entry));
            QCOMPARE(written.id.size(), 32u);
            EXPECT_VALUE(const Entry next, journal.append(decision("ben", {}, {FigureId(1)})));
            QVERIFY(next.clock > written.clock);
        }
        EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::ReadWrite));
        const std::vector<Entry> entries = allOf(journal);
        QCOMPARE(entries.size(), 2u);
        QVERIFY(entries[0].decision == entry.decision);
        QVERIFY((entries[0].figures == std::vector{FigureId(2), FigureId(9)}));
        QCOMPARE(entries[0].atMs, entry.atMs);
        QVERIFY(entries[0].source == journal::Source::Bulk);
        QCOMPARE(entries[0].origin, journal.origin());
        QVERIFY((entries[1].decision[Question::Primary] == journal::Vote{false, {}}));
        QVERIFY(!entries[1].decision[Question::PanelType]);
    }

    void entriesAreNeverChangedOrDeleted()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("j").toStdString();
        EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create));
        EXPECT_OK(journal.append(decision("anna", {"Maps"}, {FigureId(1)})));
        EXPECT_VALUE(auto raw, db::Connection::open(path, db::Access::ReadWrite));
        QVERIFY(!raw.execute("DELETE FROM entry"));
        QVERIFY(!raw.execute("UPDATE entry SET annotator = 'eve'"));
        QCOMPARE(allOf(journal).size(), 1u);
    }

    void newerJournalIsRefusedUntouched()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("j").toStdString();
        EXPECT_OK(journal::Journal::open(path, db::Access::Create));
        {
            EXPECT_VALUE(auto raw, db::Connection::open(path, db::Access::ReadWrite));
            EXPECT_OK(raw.execute("PRAGMA user_version = 99"));
        }
        EXPECT_ERROR(journal::Journal::open(path, db::Access::Create), ErrorKind::Unsupported);
    }

    // The journal as version 1 of the format wrote it: its entries are still there after the upgrade.
    void journalOfTheFirstVersionIsUpgraded()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("j").toStdString();
        {
            EXPECT_VALUE(auto raw, db::Connection::open(path, db::Access::Create));
            EXPECT_OK(raw.execute(firstVersion));
        }
        EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create));
        QCOMPARE(journal.origin(), std::string("0123456789abcdef0123456789abcdef"));
        const std::vector<Entry> entries = allOf(journal);
        QCOMPARE(entries.size(), 2u);
        QVERIFY((entries[0].decision[Question::Primary] == journal::Vote{false, {"Maps"}}));
        QVERIFY((entries[0].figures == std::vector{FigureId(1), FigureId(2)}));
        QCOMPARE(*entries[0].decision.note, std::string("old"));
        QVERIFY(entries[1].kind == journal::EntryKind::Undo);
        QCOMPARE(entries[1].refersTo, entries[0].id);
        EXPECT_VALUE(const Entry next, journal.append(decision("ben", {}, {FigureId(1)})));
        QCOMPARE(next.clock, 3u);
    }

    void journalOfTheSecondVersionIsUpgraded()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("j").toStdString();
        {
            EXPECT_VALUE(auto raw, db::Connection::open(path, db::Access::Create));
            EXPECT_OK(raw.execute(firstVersion));
            EXPECT_OK(raw.execute(secondVersion));
        }
        EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create));
        const std::vector<Entry> entries = allOf(journal);
        QCOMPARE(entries.size(), 3u);
        QVERIFY((entries[2].figures == std::vector{FigureId(1), FigureId(2)}));
        QCOMPARE(entries[2].group, std::string("g"));
        QCOMPARE(entries[2].content, std::string("{}"));
    }

    void figuresOfAnySizeComeBack()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("j").toStdString();
        std::vector<FigureId> dense, wide{FigureId(0), FigureId(UINT64_MAX)};
        std::mt19937_64 random(4);
        for (std::uint64_t i = 0; i < 20'000; ++i) {
            dense.emplace_back(i);
            wide.emplace_back(random());
        }
        std::sort(wide.begin(), wide.end());
        EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create));
        for (const auto& figures : {std::vector<FigureId>(), {FigureId(UINT64_MAX)}, dense, wide})
            EXPECT_OK(journal.append(decision("anna", {"Maps"}, figures)));
        const std::vector<Entry> entries = allOf(journal);
        QVERIFY(entries[0].figures.empty());
        QVERIFY((entries[1].figures == std::vector{FigureId(UINT64_MAX)}));
        QVERIFY(entries[2].figures == dense);
        QVERIFY(entries[3].figures == wide);
    }

    void damagedListOfFiguresIsNamed()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("j").toStdString();
        EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create));
        for (const char* figures : {"80", "0100", "ffffffffffffffffff7f"}) { // cut, the same twice, over 64 bits
            {
                EXPECT_VALUE(auto raw, db::Connection::open(path, db::Access::ReadWrite));
                EXPECT_OK(raw.execute("DROP TRIGGER IF EXISTS entry_never_goes; DELETE FROM entry"));
                EXPECT_OK(raw.execute((std::string("INSERT INTO entry (id, clock, origin, annotator, at_ms, kind, "
                                                   "source, taxonomy, figures, figures_form) "
                                                   "VALUES ('a', 1, 'o', 'anna', 5, 0, 1, 1, x'")
                                       + figures + "', 1)")
                                          .c_str()));
            }
            EXPECT_ERROR(journal.readAfter(0, [](Entry) {}), ErrorKind::Corrupt);
        }
    }

    void severalEntriesAreOneGroupOrNone()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("j").toStdString();
        EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create));
        EXPECT_VALUE(const auto written, journal.append(std::vector{decision("anna", {"Maps"}, {FigureId(1)}),
                                                                    decision("anna", {"Tables"}, {FigureId(2)})}));
        QCOMPARE(written[0].group.size(), 32u);
        QCOMPARE(written[0].group, written[1].group);
        QVERIFY(allOf(journal) == written);
        EXPECT_VALUE(const auto one, journal.append(decision("anna", {"Maps"}, {FigureId(1)})));
        QVERIFY(one.group.empty());
    }

    void mergingKeepsEntriesAsTheyAreAndAllOrNone()
    {
        QTemporaryDir folder;
        EXPECT_VALUE(auto there, journal::Journal::open(folder.filePath("a").toStdString(), db::Access::Create));
        EXPECT_VALUE(auto here, journal::Journal::open(folder.filePath("b").toStdString(), db::Access::Create));
        EXPECT_OK(there.append(decision("anna", {"Maps"}, {FigureId(1)})));
        EXPECT_OK(there.append(decision("anna", {"Tables"}, {FigureId(2)})));
        std::vector<Entry> entries = allOf(there);
        EXPECT_VALUE(const std::size_t added, here.merge(entries));
        QCOMPARE(added, 2u);
        QVERIFY(allOf(here) == entries);
        EXPECT_VALUE(const std::size_t again, here.merge(entries));
        QCOMPARE(again, 0u);
        EXPECT_VALUE(const Entry later, here.append(decision("ben", {}, {FigureId(1)})));
        QVERIFY(later.clock > entries.back().clock);

        Entry fresh = entries[0];
        fresh.id = std::string(32, 'f');
        entries[1].annotator = "eve"; // the same id, another word
        EXPECT_ERROR(here.merge({fresh, entries[1]}), ErrorKind::Corrupt);
        QCOMPARE(allOf(here).size(), 3u);
    }

    void everyDayGetsOneCopyAndTheNewestStay()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("j").toStdString();
        EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create));
        const std::chrono::sys_days first = std::chrono::year(2026) / 11 / 20;
        for (int day = 0; day < 14; ++day) {
            EXPECT_OK(journal.append(decision("anna", {"Maps"}, {FigureId(1)})));
            for (int time = 0; time < 2; ++time)
                EXPECT_OK(journal::checkAndBackUp(journal, path, first + std::chrono::days(day)));
        }
        const auto copies = journal::backupsOf(path);
        QCOMPARE(copies.size(), journal::backupsKept);
        QCOMPARE(copies.front().filename().string(), std::string("journal-2026-12-03.sqlite"));
        EXPECT_VALUE(auto copy, journal::Journal::open(copies.back(), db::Access::ReadWrite));
        QCOMPARE(allOf(copy).size(), 5u); // of the fifth day
        QCOMPARE(copy.origin(), journal.origin());
    }

    void aDamagedJournalIsToldAndNotCopied()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("j").toStdString();
        const std::chrono::sys_days first = std::chrono::year(2026) / 11 / 20;
        {
            EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create));
            for (std::uint64_t i = 0; i < 2000; ++i)
                EXPECT_OK(journal.append(decision("anna", {"Maps"}, {FigureId(i)})));
            EXPECT_OK(journal::checkAndBackUp(journal, path, first));
        }
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 100'000);
        file.seek(60'000);
        file.write(QByteArray(20'000, '\x5a'));
        file.close();
        EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::ReadWrite));
        const auto checked = journal::checkAndBackUp(journal, path, first + std::chrono::days(1));
        QVERIFY(!checked);
        QVERIFY(checked.error().kind() == ErrorKind::Corrupt);
        QVERIFY(checked.error().message().find("journal-2026-11-20.sqlite") != std::string::npos);
        QCOMPARE(journal::backupsOf(path).size(), 1u);
    }

    void locksAreSeenOnALocalDrive()
    {
        QTemporaryDir folder;
        EXPECT_OK(journal::checkLocking(folder.path().toStdString()));
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void bulkTargetsCostLessThanEightBytesAFigureInTheFile()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("j").toStdString();
        EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create));
        EXPECT_VALUE(auto raw, db::Connection::open(path, db::Access::ReadWrite));
        std::vector<FigureId> figures;
        for (std::uint64_t i = 0; i < 100'000; ++i)
            figures.emplace_back(i * 0x9E3779B97F4A7C15);
        EXPECT_VALUE(const auto before, raw.integer("PRAGMA page_count"));
        EXPECT_OK(journal.append(decision("anna", {"Maps"}, figures)));
        EXPECT_VALUE(const auto after, raw.integer("PRAGMA page_count"));
        EXPECT_VALUE(const auto pageSize, raw.integer("PRAGMA page_size"));
        QVERIFY((after - before) * pageSize < 8 * 100'000);
    }

    // The plug is pulled after every number of acknowledged decisions: none of them is missing.
    void acknowledgedEntriesSurviveAPulledPlug()
    {
        for (int acknowledged = 0; acknowledged < 12; ++acknowledged) {
            QTemporaryDir folder;
            const std::filesystem::path path = folder.filePath("j").toStdString();
            std::vector<std::string> ids;
            {
                EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create, test::powerCutVfs()));
                for (int i = 0; i < acknowledged; ++i) {
                    EXPECT_VALUE(const Entry entry,
                                 journal.append(decision("anna", {"Maps"}, {FigureId(static_cast<std::uint64_t>(i))})));
                    ids.push_back(entry.id);
                }
                test::pullThePlug();
                QVERIFY(!journal.append(decision("anna", {"Tables"}, {FigureId(7)})));
            }
            test::restorePower();
            EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create));
            std::vector<std::string> found;
            for (const Entry& entry : allOf(journal))
                found.push_back(entry.id);
            QVERIFY(found == ids);
        }
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
