// Where tiles stand, up to as many as there are rows in a model.

#include "ui/gallery/gallerylayout.h"

#include <QTest>
#include <limits>

using biomedica::ui::GalleryLayout;

class TestGalleryLayout : public QObject {
    Q_OBJECT
private slots:
    void rowAtInvertsRectOf_data();
    void rowAtInvertsRectOf();
    void scrollReachesBothEnds_data() { rowAtInvertsRectOf_data(); }
    void scrollReachesBothEnds();
    void everyPixelScrollsWhereThatIsPossible();
    void tilesShareTheWidth();
    void emptyGalleryShowsNothing();
    void bandTouchesWhatItOverlaps();
    void scrollToShowMovesAsLittleAsPossible();
};

void TestGalleryLayout::rowAtInvertsRectOf_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QSize>("viewport");
    QTest::addColumn<int>("tileWidth");
    const QSize usual(1000, 800);
    QTest::newRow("one") << 1 << usual << 150;
    QTest::newRow("a screen") << 40 << usual << 150;
    QTest::newRow("24 million") << 24'076'288 << usual << 150;
    QTest::newRow("24 million, one column") << 24'076'288 << QSize(300, 700) << 260;
    QTest::newRow("24 million, largest tiles") << 24'076'288 << QSize(2000, 1200) << 640;
    QTest::newRow("as many as an int") << std::numeric_limits<int>::max() << usual << 150;
    QTest::newRow("narrower than a tile") << 1000 << QSize(60, 300) << 150;
}

void TestGalleryLayout::rowAtInvertsRectOf()
{
    QFETCH(int, count);
    QFETCH(QSize, viewport);
    QFETCH(int, tileWidth);
    const GalleryLayout layout(viewport, count, tileWidth, 80);
    for (const int row : {0, 1, 7, count / 3, count / 2, count - 2, count - 1}) {
        if (row < 0 || row >= count)
            continue;
        const int scroll = layout.scrollToShow(row, 0);
        QVERIFY(scroll >= 0 && scroll <= layout.maximumScroll());
        const QRect tile = layout.rectOf(row, scroll);
        QVERIFY2(QRect(QPoint(), viewport).intersects(tile), qPrintable(QString::number(row)));
        for (const QPoint& point : {tile.topLeft(), tile.center(), tile.bottomRight()})
            QCOMPARE(layout.rowAt(point, scroll), std::optional(row));
        QVERIFY(!layout.rowAt(tile.topLeft() - QPoint(1, 0), scroll));
        QVERIFY(!layout.rowAt(tile.bottomLeft() + QPoint(0, 1), scroll));
        const auto span = layout.visibleAt(scroll);
        QVERIFY(span.first <= row && row <= span.last);
    }
}

void TestGalleryLayout::scrollReachesBothEnds()
{
    QFETCH(int, count);
    QFETCH(QSize, viewport);
    QFETCH(int, tileWidth);
    const GalleryLayout layout(viewport, count, tileWidth, 80);
    QVERIFY(layout.maximumScroll() >= 0);
    QCOMPARE(layout.rectOf(0, 0).top(), GalleryLayout::gap);
    QCOMPARE(layout.visibleAt(0).first, 0);
    const QRect last = layout.rectOf(count - 1, layout.maximumScroll());
    QVERIFY(last.bottom() < viewport.height());
    QCOMPARE(layout.visibleAt(layout.maximumScroll()).last, count - 1);
    QVERIFY(layout.visibleAt(layout.maximumScroll()).last - layout.visibleAt(layout.maximumScroll()).first < 1000);
}

void TestGalleryLayout::everyPixelScrollsWhereThatIsPossible()
{
    const GalleryLayout layout(QSize(1000, 800), 100'000, 150, 80);
    QCOMPARE(layout.rectOf(0, 1).top(), GalleryLayout::gap - 1);
    QCOMPARE(layout.rectOf(0, 333).top(), GalleryLayout::gap - 333);
}

void TestGalleryLayout::tilesShareTheWidth()
{
    const GalleryLayout layout(QSize(1000, 800), 100, 150, 80);
    QCOMPARE(layout.columns(), 6);
    QVERIFY(layout.tileSize().width() >= 150);
    const QRect last = layout.rectOf(5, 0);
    QVERIFY(last.right() < 1000 && last.right() > 1000 - 2 * GalleryLayout::gap - 6);
    QCOMPARE(layout.rectOf(6, 0).left(), layout.rectOf(0, 0).left());
}

void TestGalleryLayout::bandTouchesWhatItOverlaps()
{
    const GalleryLayout layout(QSize(640, 480), 50, 100, 40);
    constexpr int scroll = 100;
    const QPoint corners[] = {{3, 3}, {60, 200}, {635, 90}, {111, 479}, {250, -70}};
    for (const QPoint& one : corners)
        for (const QPoint& other : corners) {
            const QRect band = QRect(one, other).normalized();
            biomedica::ui::RowRanges expected;
            for (int row = 0; row < 50; ++row)
                if (layout.rectOf(row, scroll).intersects(band))
                    expected.add(row, row + 1);
            QCOMPARE(layout.rowsBetween({one.x(), layout.contentY(one.y(), scroll)},
                                        {other.x(), layout.contentY(other.y(), scroll)}),
                     expected);
        }
}

void TestGalleryLayout::emptyGalleryShowsNothing()
{
    const GalleryLayout layout(QSize(1000, 800), 0, 150, 80);
    QCOMPARE(layout.maximumScroll(), 0);
    QVERIFY(layout.visibleAt(0).last < layout.visibleAt(0).first);
    QVERIFY(!layout.rowAt(QPoint(50, 50), 0));
}

void TestGalleryLayout::scrollToShowMovesAsLittleAsPossible()
{
    const GalleryLayout layout(QSize(1000, 800), 10'000, 150, 80);
    QCOMPARE(layout.scrollToShow(3, 0), 0);
    const int down = layout.scrollToShow(6 * 20, 0);
    QCOMPARE(layout.rectOf(6 * 20, down).bottom(), 800 - GalleryLayout::gap - 1);
    const int up = layout.scrollToShow(6 * 10, down);
    QCOMPARE(layout.rectOf(6 * 10, up).top(), GalleryLayout::gap);
}

QTEST_MAIN(TestGalleryLayout)
#include "tst_gallery_layout.moc"
