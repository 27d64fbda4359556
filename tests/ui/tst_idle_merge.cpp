// Segments that indexing has left are merged while nobody does anything.

#include "core/query/parser.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"
#include "ui/session/idlemerge.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestIdleMerge : public QObject {
    Q_OBJECT
private slots:
    void mergesUntilNoneIsDue()
    {
        QTemporaryDir temporary;
        const std::filesystem::path folder = temporary.path().toStdString();
        constexpr int shards = 12;
        for (int i = 0; i < shards; ++i)
            test::writeSimpleShard(folder / "a" / ("00000" + std::to_string(10 + i) + ".tar"), 3, 100 * i + 1);
        {
            EXPECT_VALUE(const auto made, workspace::Workspace::create(folder / "c"));
            EXPECT_OK(made->index(
                {folder / "a"}, {}, {}, [](const catalog::Problem&) {}, workspace::Merging::Left));
        }
        QSettings settings(temporary.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        Session session(settings);
        JobController jobs(session);
        IdleMerge idle(session, jobs, 10);
        QSignalSpy finished(&idle, &IdleMerge::finished);
        session.open(folder / "c");
        QTRY_COMPARE(finished.size(), 1);
        EXPECT_VALUE(const bool isAnyDue, session.workspace()->mergeTextOnce({}));
        QVERIFY(!isAnyDue);
        EXPECT_VALUE(const std::size_t found, session.workspace()->count(query::parse("cells").value(), {}));
        QCOMPARE(found, std::size_t(3 * shards));
    }

    void waitsForAsLongAsSomebodyWorks()
    {
        QTemporaryDir temporary;
        const std::filesystem::path folder = temporary.path().toStdString();
        QSettings settings(temporary.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        EXPECT_OK(workspace::Workspace::create(folder / "c"));
        Session session(settings);
        JobController jobs(session);
        constexpr int rest = 400;
        IdleMerge idle(session, jobs, rest);
        QSignalSpy opened(&session, &Session::collectionOpened);
        session.open(folder / "c");
        QVERIFY(opened.wait());
        auto* timer = idle.findChild<QTimer*>();
        QVERIFY(timer && timer->isActive());
        QTRY_VERIFY(timer->remainingTime() < rest - 50);
        QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
        QCoreApplication::sendEvent(&session, &key);
        QVERIFY(timer->remainingTime() > rest - 50);
    }
};

QTEST_MAIN(TestIdleMerge)
#include "tst_idle_merge.moc"
