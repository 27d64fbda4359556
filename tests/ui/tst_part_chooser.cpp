// A part of a turned picture is the same part of the upright one.

#include "ui/detail/partchooser.h"

#include <QTest>

using namespace biomedica::ui;

class TestPartChooser : public QObject {
    Q_OBJECT
private slots:
    void turnedPartIsFoundUpright_data()
    {
        QTest::addColumn<int>("quarters");
        QTest::addColumn<QRectF>("turned");
        // The same part always: a tenth from the left, a fifth from the top, 0.3 wide and 0.4 high.
        QTest::newRow("upright") << 0 << QRectF(0.1, 0.2, 0.3, 0.4);
        QTest::newRow("to the right") << 1 << QRectF(0.4, 0.1, 0.4, 0.3);
        QTest::newRow("upside down") << 2 << QRectF(0.6, 0.4, 0.3, 0.4);
        QTest::newRow("to the left") << 3 << QRectF(0.2, 0.6, 0.4, 0.3);
    }

    void turnedPartIsFoundUpright()
    {
        QFETCH(int, quarters);
        QFETCH(QRectF, turned);
        const QRectF upright = uprightPart(turned, quarters);
        QVERIFY(qFuzzyCompare(upright.left(), 0.1));
        QVERIFY(qFuzzyCompare(upright.top(), 0.2));
        QVERIFY(qFuzzyCompare(upright.width(), 0.3));
        QVERIFY(qFuzzyCompare(upright.height(), 0.4));
    }
};

QTEST_GUILESS_MAIN(TestPartChooser)
#include "tst_part_chooser.moc"
