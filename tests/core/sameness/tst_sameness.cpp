// Whether pictures are the same, on our own drawings: made anew they are, with other data they are not.

#include "core/sameness/sameness.h"
#include "tests/support/expect.h"
#include "tests/support/remade.h"

using namespace biomedica;
using image::Pixels;
using sameness::greyOf;
using sameness::GreyPicture;

namespace {

constexpr std::uint64_t style = 3, data = 1, otherData = 2; // a style whose lines are not too pale to be compared

Pixels filled(int width, int height, std::uint8_t level)
{
    Pixels picture(width, height);
    std::fill(picture.rgba.begin(), picture.rgba.end(), level);
    for (std::size_t i = 3; i < picture.rgba.size(); i += 4)
        picture.rgba[i] = 255;
    return picture;
}

void fill(Pixels& picture, int x, int y, int width, int height, std::uint8_t level)
{
    for (int row = y; row < y + height; ++row)
        for (int column = x; column < x + width; ++column)
            std::fill_n(picture.row(row) + 4 * column, 3, level);
}

/// Twelve bars of these heights above an axis, a grid behind them.
Pixels barChart(const std::array<int, 12>& heights)
{
    Pixels chart = filled(640, 480, 255);
    for (int y = 40; y < 440; y += 50)
        fill(chart, 40, y, 580, 1, 200);
    fill(chart, 40, 438, 580, 3, 0);
    for (std::size_t i = 0; i < heights.size(); ++i)
        fill(chart, 60 + static_cast<int>(i) * 46, 438 - heights[i], 30, heights[i], 90);
    return chart;
}

bool areTheSame(const Pixels& first, const Pixels& second)
{
    return sameness::sameness(greyOf(first), greyOf(second)) >= sameness::leastOfTheSame;
}

} // namespace

class TestSameness : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDrawingMadeAnewIsTheSame_data()
    {
        QTest::addColumn<int>("kind");
        for (const demo::KindInfo& info : demo::allKinds())
            QTest::addRow("%s", std::string(info.name).c_str()) << static_cast<int>(info.kind);
    }

    void aDrawingMadeAnewIsTheSame()
    {
        QFETCH(const int, kind);
        const Pixels drawing = test::drawnAlike(demo::infoOf(static_cast<demo::Kind>(kind)), style, data);
        for (const test::Remaking& remaking : test::remakings) {
            const Pixels remade = remaking.apply(drawing);
            QVERIFY2(areTheSame(drawing, remade), remaking.name);
            QVERIFY2(areTheSame(remade, drawing), remaking.name);
        }
        QVERIFY(areTheSame(drawing, test::onAWiderSheet(drawing)));
        QVERIFY(areTheSame(drawing, test::asJpeg(test::rescaled(test::cropped(test::inGrey(drawing)), 0.5))));
    }

    void aDrawingOfOtherDataIsNot_data() { aDrawingMadeAnewIsTheSame_data(); }

    void aDrawingOfOtherDataIsNot()
    {
        QFETCH(const int, kind);
        const demo::KindInfo& info = demo::infoOf(static_cast<demo::Kind>(kind));
        for (const std::uint64_t seed : {style, style + 1, style + 2})
            QVERIFY(!areTheSame(test::drawnAlike(info, seed, data), test::drawnAlike(info, seed, otherData)));
    }

    void oneBarOfTwelveMakesAnotherChart()
    {
        const std::array<int, 12> heights = {120, 340, 210, 80, 300, 260, 150, 90, 330, 220, 180, 270};
        std::array<int, 12> others = heights;
        others[6] = 250;
        QVERIFY(areTheSame(barChart(heights), test::rescaled(barChart(heights), 0.6)));
        QVERIFY(!areTheSame(barChart(heights), barChart(others)));
    }

    void aThirdOfAPictureIsNotTheSame()
    {
        const Pixels whole = test::drawnAlike(demo::infoOf(demo::Kind::Histology), style, data);
        Pixels part(whole.width * 2 / 3, whole.height / 2);
        for (int y = 0; y < part.height; ++y)
            std::copy_n(whole.row(y), 4 * part.width, part.row(y));
        QVERIFY(!areTheSame(whole, part));
    }

    void whatShowsNothingIsNotTheSame()
    {
        QCOMPARE(sameness::sameness(greyOf(filled(300, 200, 255)), greyOf(filled(300, 200, 255))), 0.0);
        QCOMPARE(sameness::sameness(greyOf(filled(1, 1, 0)), greyOf(filled(1, 1, 0))), 0.0);
        const Pixels thin = filled(3000, 1, 40);
        QCOMPARE(sameness::sameness(greyOf(thin), greyOf(barChart({}))), 0.0);
    }

    void aPictureIsKeptSmall()
    {
        const GreyPicture large = greyOf(filled(4000, 3000, 100));
        QVERIFY(large.width * large.height <= GreyPicture::mostPixels);
        QCOMPARE(large.grey.size(), static_cast<std::size_t>(large.width) * static_cast<std::size_t>(large.height));
        const GreyPicture wide = greyOf(filled(9000, 3, 100));
        QCOMPARE(wide.width, GreyPicture::mostSide);
        QCOMPARE(wide.height, 1);
        const GreyPicture small = greyOf(filled(30, 20, 100));
        QCOMPARE(small.width, 30);
        QCOMPARE(small.height, 20);
    }

    void transparentPartsCountAsWhite()
    {
        Pixels clear = filled(20, 20, 0);
        for (std::size_t i = 3; i < clear.rgba.size(); i += 4)
            clear.rgba[i] = 0;
        QCOMPARE(greyOf(clear).grey, greyOf(filled(20, 20, 255)).grey);
    }

    void aFileIsReadAsItsPixelsAre()
    {
        const Pixels drawing = test::drawnAlike(demo::infoOf(demo::Kind::LinePlot), style, data);
        EXPECT_VALUE(const std::string file, image::encodePng(test::rescaled(drawing, 3)));
        EXPECT_VALUE(const GreyPicture grey, sameness::readGrey(file));
        QVERIFY(sameness::sameness(grey, greyOf(drawing)) >= sameness::leastOfTheSame);
        EXPECT_ERROR(sameness::readGrey("no picture"), ErrorKind::Unsupported);
    }
};

QTEST_GUILESS_MAIN(TestSameness)
#include "tst_sameness.moc"
