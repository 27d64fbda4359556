// The plot area and the marks in it, on plots drawn pixel by pixel.

#include "tests/core/models/plot_fixture.h"

#include <QtTest>
#include <opencv2/imgproc.hpp>

using namespace biomedica;
using namespace biomedica::models;
using namespace biomedica::models::test;

namespace {

bool isNear(const cv::Rect& a, const cv::Rect& b, int most)
{
    return std::abs(a.x - b.x) <= most && std::abs(a.y - b.y) <= most && std::abs(a.br().x - b.br().x) <= most
           && std::abs(a.br().y - b.br().y) <= most;
}

} // namespace

class TestPlotArea : public QObject {
    Q_OBJECT

private slots:
    void liesBetweenTheAxes()
    {
        for (const cv::Mat& picture : {axes(), bars(), points()}) {
            const cv::Rect area = prepared(picture).plotArea;
            QVERIFY2(isNear(area, inside, 5),
                     qPrintable(QString("%1 %2 %3 %4").arg(area.x).arg(area.y).arg(area.width).arg(area.height)));
        }
    }

    void withoutAxesItIsWhatIsDrawn()
    {
        cv::Mat picture(side, side, CV_8UC4, cv::Scalar::all(255));
        cv::circle(picture, {110, 90}, 60, {0, 120, 0, 255}, cv::FILLED);
        QVERIFY(isNear(prepared(picture).plotArea, {52, 32, 117, 117}, 2));
        cv::circle(picture, {110, 90}, 60, cv::Scalar::all(255), cv::FILLED);
        cv::circle(picture, {110, 90}, 20, {0, 120, 0, 255}, cv::FILLED);
        QCOMPARE(prepared(picture).plotArea.area(), side * side);
        const Prepared blank = prepared(cv::Mat(3, 2, CV_8UC4, cv::Scalar::all(255)));
        QCOMPARE(blank.plotArea.area(), 16 * 16);
        QCOMPARE(cv::countNonZero(blank.marks), 0);
    }

    void axesAndGridAreNoMarks()
    {
        cv::Mat picture = axes();
        for (int y = inside.y + 20; y < inside.br().y - 10; y += 25)
            fill(picture, {inside.x, y, inside.width, 1}, {150, 150, 150, 255});
        for (int x = inside.x + 25; x < inside.br().x - 10; x += 25)
            fill(picture, {x, inside.y, 1, inside.height}, {150, 150, 150, 255});
        const double emptyShare = cv::countNonZero(prepared(picture).marks) / double(inside.area());
        QVERIFY2(emptyShare < 0.02, QByteArray::number(emptyShare));

        fill(picture, {inside.x + 60, inside.y + 40, 30, 50});
        const int marked = cv::countNonZero(prepared(picture).marks);
        QVERIFY2(std::abs(marked - 30 * 50) < 250, QByteArray::number(marked));
    }

    void groundOfAnyColourIsNoMark()
    {
        cv::Mat picture = bars();
        cv::Mat ground = picture.clone();
        fill(ground, inside, {225, 225, 235, 255});
        for (int i = 0; i < 5; ++i)
            fill(ground, {inside.x + 10 + 28 * i, inside.br().y - 30 - 18 * i, 14, 30 + 18 * i});
        const int onWhite = cv::countNonZero(prepared(picture).marks);
        const int onGrey = cv::countNonZero(prepared(ground).marks);
        QVERIFY2(std::abs(onWhite - onGrey) < onWhite / 20, QByteArray::number(onGrey - onWhite));
    }

    void barsStandOnTheAxisAndPointsDoNot()
    {
        const auto ofBars = measured(28, standingMarks, bars());
        const auto ofPoints = measured(28, standingMarks, points());
        QVERIFY(std::abs(ofBars[0] - 5 * 14 / 150.0F) < 0.08F); // columns
        QVERIFY(ofBars[1] > 0.9F);                              // of all marks
        QVERIFY(std::abs(ofBars[2] - std::log2(11.0F) / 6) < 0.01F);
        QVERIFY(ofPoints[0] == 0 && ofPoints[1] == 0);
    }

    void barsToTheRightStandOnTheOtherAxis()
    {
        cv::Mat turned;
        cv::transpose(bars(), turned);
        cv::flip(turned, turned, 0); // the axis at the left again
        cv::flip(turned, turned, 1);
        const auto values = measured(28, standingMarks, turned);
        QVERIFY2(values[14 + 1] > 0.9F, QByteArray::number(values[15]));
    }

    void gapsBetweenMarksAreMeasured()
    {
        const auto lengths = measured(24, markLengths, bars());
        QVERIFY2(lengths[3] > 0.9F, QByteArray::number(lengths[3]));      // bars of 14 pixels: 8 to 15
        QVERIFY2(lengths[6 + 3] + lengths[6 + 4] + lengths[6 + 5] > 0.9F, // 14 between them, more above the low ones
                 QByteArray::number(lengths[9]));
    }

    void crossingsCountTheMarks()
    {
        const auto crossings = measured(16, markCrossings, bars());
        QVERIFY(crossings[8] > 0.4F); // columns between the bars
        QVERIFY(crossings[9] > 0.4F); // columns of one bar
        QVERIFY(crossings[10] == 0);  // never two in a column
    }

    void enclosuresAreCounted()
    {
        cv::Mat picture(side, side, CV_8UC4, cv::Scalar::all(255));
        for (int i = 0; i < 6; ++i)
            cv::rectangle(picture, {15 + 30 * i, 60, 20, 40}, {0, 0, 0, 255}, 2);
        const auto values = measured(23, enclosures, picture);
        QVERIFY(std::abs(values[17] - std::log2(7.0F) / 8) < 1e-5F);
        QCOMPARE(values[19], 1.0F); // all of one width
        QCOMPARE(values[21], 1.0F);
    }
};

QTEST_GUILESS_MAIN(TestPlotArea)
#include "tst_plot_area.moc"
