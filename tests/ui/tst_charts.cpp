// Our charts: what they say in words, that cells are reached by keys, and that pictures come out.

#include "ui/charts/barchart.h"
#include "ui/charts/heatmap.h"
#include "ui/charts/linechart.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QXmlStreamReader>

using namespace biomedica::ui;

class TestCharts : public QObject {
    Q_OBJECT
private slots:
    void heatMapsCellsAreReachedByKeys();
    void heatMapSaysWhatEachCellMeans();
    void barChartSaysItsValues();
    void lineChartSaysItsPoints();
    void picturesComeOutAsPngAndSvg();
    void emptyChartsAreDrawn();

private:
    static void fill(HeatMap& map)
    {
        map.setMatrix(QStringLiteral("anna"), QStringLiteral("ben"),
                      {QStringLiteral("single"), QStringLiteral("multiple")}, {5, 1, 0, 3});
    }
};

void TestCharts::heatMapsCellsAreReachedByKeys()
{
    HeatMap map(QStringLiteral("confusion"));
    fill(map);
    map.resize(map.sizeHint());
    map.show();
    map.setFocus();
    QSignalSpy moved(&map, &HeatMap::currentChanged);
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(map.current(), QPoint(0, 1));
    QTest::keyClick(&map, Qt::Key_Down);
    QTest::keyClick(&map, Qt::Key_Down); // stays at the edge
    QCOMPARE(map.current(), QPoint(1, 1));
    QVERIFY(moved.count() >= 2);
    QCOMPARE(map.accessibleDescription(), map.cellText({1, 1}));
}

void TestCharts::heatMapSaysWhatEachCellMeans()
{
    HeatMap map(QStringLiteral("confusion"));
    fill(map);
    QCOMPARE(map.count(0, 1), 1);
    QVERIFY(map.cellText({0, 1}).startsWith(QStringLiteral("anna says single, ben says multiple: 1")));
    QCOMPARE(map.spokenText().count(QLatin1Char('\n')), 2); // three cells that are not empty
    QCOMPARE(map.cellText({2, 0}), QString());
}

void TestCharts::barChartSaysItsValues()
{
    BarChart chart(QStringLiteral("classes"));
    chart.setBars({{QStringLiteral("bar plot"), QStringLiteral("0.80"), 0.8, std::pair(0.6, 0.9)},
                   {QStringLiteral("map"), QStringLiteral("–"), std::nullopt, std::nullopt}},
                  QStringLiteral("alpha"));
    QCOMPARE(chart.spokenText(), QStringLiteral("bar plot: 0.80\nmap: –"));
    QCOMPARE(chart.accessibleDescription(), chart.spokenText());
}

void TestCharts::lineChartSaysItsPoints()
{
    LineChart chart(QStringLiteral("drift"));
    chart.setLines({{QStringLiteral("anna"), {{QDate(2024, 3, 1), 0.5, 4}, {QDate(2024, 3, 2), 1, 2}}}},
                   QStringLiteral("day"));
    const QStringList lines = chart.spokenText().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].contains(QStringLiteral("50 %")) && lines[1].contains(QStringLiteral("100 %")));
}

void TestCharts::picturesComeOutAsPngAndSvg()
{
    HeatMap map(QStringLiteral("confusion"));
    fill(map);
    const QImage image = QImage::fromData(map.toPng(), "PNG");
    QVERIFY(image.width() >= 2 * map.sizeHint().width());
    QXmlStreamReader svg(map.toSvg());
    QString text;
    while (!svg.atEnd())
        if (svg.readNext() == QXmlStreamReader::StartElement && svg.name() == QLatin1String("text"))
            text += svg.readElementText() + QLatin1Char(' ');
    QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
    QVERIFY(text.contains(QStringLiteral("single")));
    QVERIFY(text.contains(QLatin1Char('5')));
}

void TestCharts::emptyChartsAreDrawn()
{
    BarChart bars(QStringLiteral("classes"));
    LineChart lines(QStringLiteral("drift"));
    HeatMap map(QStringLiteral("confusion"));
    for (Chart* chart : {static_cast<Chart*>(&bars), static_cast<Chart*>(&lines), static_cast<Chart*>(&map)}) {
        QVERIFY(chart->isEmpty());
        chart->resize(300, 200);
        QVERIFY(!chart->grab().isNull());
        QVERIFY(!chart->toPng().isEmpty());
    }
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(map.current(), QPoint(0, 0));
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
