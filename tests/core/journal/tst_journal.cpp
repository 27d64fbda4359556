#include "core/journal/journal.h"
#include "tests/support/expect.h"
#include "tests/support/power_cut_vfs.h"

#include <QTemporaryDir>

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

    void bulkTargetsCostEightBytesAFigure()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("j").toStdString();
        EXPECT_VALUE(auto journal, journal::Journal::open(path, db::Access::Create));
        EXPECT_VALUE(auto raw, db::Connection::open(path, db::Access::ReadWrite));
        std::vector<FigureId> figures;
        for (std::uint64_t i = 0; i < 100'000; ++i)
            figures.emplace_back(i * 0x9E3779B97F4A7C15);
        EXPECT_OK(journal.append(decision("anna", {"Maps"}, figures)));
        EXPECT_VALUE(const auto bytes, raw.integer("SELECT length(figures) FROM entry"));
        QCOMPARE(bytes, 800'000);
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
