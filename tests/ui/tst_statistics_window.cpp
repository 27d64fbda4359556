// The page on agreement: the numbers of the core, as tables and pictures, on the screen and as files.

#include "tests/support/expect.h"
#include "tests/ui/votes.h"
#include "tests/ui/window_fixture.h"
#include "ui/charts/barchart.h"
#include "ui/charts/heatmap.h"
#include "ui/charts/linechart.h"
#include "ui/shell/expertpages.h"
#include "ui/statistics/agreementtables.h"
#include "ui/statistics/statisticspage.h"
#include "ui/statistics/tableview.h"

#include <QDir>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestStatistics : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void withoutVotesThePageSaysWhatToDo();
    void tablesHoldTheNumbersOfTheReport();
    void confusionIsSaidCellByCell();
    void agreementWithOneselfIsShown();
    void savedTablesAndPicturesAreComplete();
    void tabReachesThePicturesAndLabelsNothing();
    void csvQuotesWhatItMust();

private:
    MainWindow& window() { return m_fixture->window(); }
    workspace::Workspace& workspace() { return *window().session().workspace(); }
    StatisticsPage* page() { return window().workbench()->experts()->statistics(); }
    void openPage()
    {
        window().actions()[ActionId::ViewStatistics]->trigger();
        QTRY_VERIFY(page()->isVisible() && page()->report() && page()->isSettled());
    }
    /// Ten figures; ben says otherwise on two of them.
    void label()
    {
        for (std::uint32_t row = 1; row <= 10; ++row) {
            test::vote(workspace(), "anna", RowId{row}, Question::PanelType, {row <= 5 ? "single" : "multiple"});
            test::vote(workspace(), "ben", RowId{row}, Question::PanelType,
                       {row <= 3 || row == 10 ? "single" : "multiple"});
        }
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestStatistics::init()
{
    m_fixture = std::make_unique<test::WindowFixture>(12);
    QVERIFY(m_fixture->open());
}

void TestStatistics::withoutVotesThePageSaysWhatToDo()
{
    openPage();
    QVERIFY(page()->emptyText().startsWith(QStringLiteral("Nobody has voted yet")));
}

void TestStatistics::tablesHoldTheNumbersOfTheReport()
{
    label();
    openPage();
    QCOMPARE(page()->emptyText(), QString());
    const workspace::QuestionReport& report = page()->report()->questions[0];
    QCOMPARE(page()->overallTable()->rowCount(), 4);
    const QString percent = page()->overallTable()->item(0, 5)->text();
    QVERIFY2(percent.startsWith(QLocale().toString(70.0, 'f', 1) + QStringLiteral(" [")), qPrintable(percent));
    QCOMPARE(page()->classTable()->rowCount(), static_cast<int>(report.byClass.size()));
    QCOMPARE(page()->classChart()->bars().size(), qsizetype(report.byClass.size()));
    QVERIFY(page()->classChart()->bars().first().interval);
    QVERIFY(!page()->driftChart()->isEmpty() || report.drift.empty());
}

void TestStatistics::confusionIsSaidCellByCell()
{
    label();
    openPage();
    HeatMap* map = page()->confusionMap();
    // Labels stand in the order of the words: multiple, single.
    QCOMPARE(map->count(0, 0), 4);
    QCOMPARE(map->count(0, 1), 1);
    QCOMPARE(map->count(1, 0), 2);
    QCOMPARE(map->count(1, 1), 3);
    QVERIFY(map->cellText({0, 1}).startsWith(QStringLiteral("anna says multiple, ben says single: 1")));
}

void TestStatistics::agreementWithOneselfIsShown()
{
    label();
    workspace::AssignmentPlan again;
    again.rows = {RowId{1}, RowId{2}};
    again.annotators = {"anna"};
    again.isRepeat = true;
    EXPECT_OK(workspace().assign("ada", again));
    test::vote(workspace(), "anna", RowId{1}, Question::PanelType, {"single"});
    test::vote(workspace(), "anna", RowId{2}, Question::PanelType, {"multiple"});
    openPage();
    const auto& repeats = page()->report()->questions[0].repeats;
    QCOMPARE(repeats.size(), std::size_t(1));
    QCOMPARE(repeats[0].measures.items, std::size_t(2));
    QCOMPARE(repeats[0].measures.observed->value, 0.5);
    QCOMPARE(page()->repeatTable()->rowCount(), 1);
    QCOMPARE(page()->repeatTable()->item(0, 0)->text(), QStringLiteral("anna"));
}

void TestStatistics::savedTablesAndPicturesAreComplete()
{
    label();
    openPage();
    const QString folder = QString::fromStdString((m_fixture->folder() / "agreement").string());
    page()->exportTo(folder);
    QTRY_VERIFY(page()->isSettled());
    const QStringList files = QDir(folder).entryList(QDir::Files, QDir::Name);
    for (const char* name :
         {"agreement.csv", "panel_type-classes.csv", "panel_type-pairs.csv", "panel_type-confusion.csv",
          "panel_type-confusion.png", "panel_type-confusion.svg", "panel_type-classes.svg"})
        QVERIFY2(files.contains(QString::fromLatin1(name)), name);
    QFile csv(folder + QStringLiteral("/panel_type-pairs.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(csv.readAll()).split(QStringLiteral("\r\n"));
    const QStringList cells = lines.value(1).split(QLatin1Char(','));
    QCOMPARE(cells.size(), lines.value(0).split(QLatin1Char(',')).size());
    QCOMPARE(cells.mid(0, 4), (QStringList{QStringLiteral("anna"), QStringLiteral("ben"), QStringLiteral("10"),
                                           QStringLiteral("70.0")}));
}

void TestStatistics::tabReachesThePicturesAndLabelsNothing()
{
    label();
    openPage();
    const std::size_t before = workspace().history({}).value().size();
    QTRY_VERIFY(page()->isAncestorOf(QApplication::focusWidget()));
    bool wasReached = false;
    for (int step = 0; step < 20 && !wasReached; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        wasReached = page()->confusionMap()->hasFocus();
    }
    QVERIFY(wasReached);
    QTest::keyClick(page()->confusionMap(), Qt::Key_Right);
    QCOMPARE(page()->confusionMap()->current(), QPoint(0, 1));
    QCOMPARE(workspace().history({}).value().size(), before);
    QTest::keyClick(page()->confusionMap(), Qt::Key_Escape);
    QTRY_VERIFY(!page()->isVisible());
}

void TestStatistics::csvQuotesWhatItMust()
{
    const StatisticsTable table{{QStringLiteral("a"), QStringLiteral("b")},
                                {{QStringLiteral("one, two"), QStringLiteral("say \"x\"")}}};
    QCOMPARE(toCsv(table), std::string("a,b\r\n\"one, two\",\"say \"\"x\"\"\"\r\n"));
}

QTEST_MAIN(TestStatistics)
#include "tst_statistics_window.moc"
