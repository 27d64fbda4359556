// Whichever way up a file stores its picture, everybody sees it upright.

#include "core/base/file.h"
#include "core/image/decode.h"
#include "core/image/orientation.h"
#include "tests/support/expect.h"
#include "tests/support/image_files.h"
#include "tests/support/test_data.h"

using namespace biomedica;
using image::Pixels;
using image::Size;

namespace {

/// No symmetry: every one of the eight ways to turn it is another picture.
Pixels uprightPicture()
{
    Pixels pixels(48, 32);
    for (int y = 0; y < pixels.height; ++y)
        for (int x = 0; x < pixels.width; ++x) {
            std::uint8_t* pixel = pixels.row(y) + x * 4;
            pixel[0] = static_cast<std::uint8_t>(x * 5);
            pixel[1] = static_cast<std::uint8_t>(y * 7);
            pixel[2] = x < 16 && y < 8 ? 200 : 40;
            pixel[3] = 255;
        }
    return pixels;
}

enum Side { Top, Right, Bottom, Left };

/// The table of TIFF 6.0: which side of the upright picture the first stored row and column are.
constexpr std::pair<Side, Side> firstRowAndColumn[] = {{Top, Left}, {Top, Right}, {Bottom, Right}, {Bottom, Left},
                                                       {Left, Top}, {Right, Top}, {Right, Bottom}, {Left, Bottom}};

/// The stored picture that `orientation` turns back into the upright one.
Pixels storedAs(const Pixels& picture, int orientation)
{
    const auto [rowSide, columnSide] = firstRowAndColumn[orientation - 1];
    const bool isExchanged = rowSide == Left || rowSide == Right;
    Pixels stored(isExchanged ? picture.height : picture.width, isExchanged ? picture.width : picture.height);
    int x = 0;
    int y = 0;
    const auto place = [&](Side side, int number) {
        switch (side) {
        case Top: y = number; break;
        case Bottom: y = picture.height - 1 - number; break;
        case Left: x = number; break;
        case Right: x = picture.width - 1 - number; break;
        }
    };
    for (int row = 0; row < stored.height; ++row)
        for (int column = 0; column < stored.width; ++column) {
            place(rowSide, row);
            place(columnSide, column);
            std::copy_n(picture.row(y) + x * 4, 4, stored.row(row) + column * 4);
        }
    return stored;
}

test::RowSource opaqueRows(const Pixels& pixels)
{
    return [pixels](int y) {
        std::string row;
        for (int x = 0; x < pixels.width; ++x)
            row.append(reinterpret_cast<const char*>(pixels.row(y) + x * 4), 3);
        return row;
    };
}

int largestDifference(const Pixels& one, const Pixels& other)
{
    int largest = 0;
    for (std::size_t i = 0; i < one.rgba.size(); ++i)
        largest = std::max(largest, std::abs(int(one.rgba[i]) - int(other.rgba[i])));
    return largest;
}

double meanDifference(const Pixels& one, const Pixels& other)
{
    double sum = 0;
    for (std::size_t i = 0; i < one.rgba.size(); ++i)
        sum += std::abs(int(one.rgba[i]) - int(other.rgba[i]));
    return sum / double(one.rgba.size());
}

std::string fileOf(const QString& format, const Pixels& stored, int orientation)
{
    if (format == "PNG")
        return test::png({stored.width, stored.height, 8, 6, false, {{"eXIf", test::exif(orientation)}}},
                         test::rowsOf(stored));
    if (format == "TIFF") {
        test::TiffSpec spec{stored.width, stored.height};
        spec.orientation = orientation;
        spec.extraSample = 2;
        return test::tiff(spec, test::rowsOf(stored));
    }
    if (format == "WebP")
        return test::webp(stored, test::exif(orientation, true));
    test::JpegSpec spec{stored.width, stored.height};
    spec.exif = test::exif(orientation, orientation % 2 == 0);
    return test::jpeg(spec, opaqueRows(stored));
}

} // namespace

class TestImageOrientation : public QObject {
    Q_OBJECT

private slots:
    void everyFormatIsTurnedUpright_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("orientation");
        for (const char* format : {"JPEG", "PNG", "TIFF", "WebP"})
            for (int orientation = 1; orientation <= 8; ++orientation)
                QTest::addRow("%s %d", format, orientation) << QString(format) << orientation;
    }
    void everyFormatIsTurnedUpright()
    {
        QFETCH(QString, format);
        QFETCH(int, orientation);
        const Pixels picture = uprightPicture();
        const std::string bytes = fileOf(format, storedAs(picture, orientation), orientation);

        EXPECT_VALUE(const Size size, image::readSize(bytes));
        QVERIFY(size == (Size{picture.width, picture.height}));
        EXPECT_VALUE(const Pixels whole, image::decode(bytes));
        QVERIFY(whole.width == picture.width && whole.height == picture.height);
        QVERIFY(largestDifference(whole, picture) <= (format == "JPEG" ? 6 : 0));
        EXPECT_VALUE(const Pixels halved, image::decodeReduced(bytes, {picture.width / 2, picture.height / 2}));
        QVERIFY(halved.width == picture.width / 2 && halved.height == picture.height / 2);
        QVERIFY(halved.rgba[2] > 150); // the blue corner is top left in all of them
        EXPECT_VALUE(const Pixels small, image::thumbnail(bytes, Size{12, 100}));
        QVERIFY(small.width == 12 && small.height == 8);
        QVERIFY(small.rgba[2] > 150);
    }

    void senselessOrientationsAreUpright()
    {
        QCOMPARE(image::orientationOf(test::exif(6)), 6);
        QCOMPARE(image::orientationOf(test::exif(6, true)), 6);
        QCOMPARE(image::orientationOf(std::string("Exif\0\0", 6) + test::exif(3)), 3);
        for (const int senseless : {0, 9, 255})
            QCOMPARE(image::orientationOf(test::exif(senseless)), 1);
        const std::string whole = test::exif(6);
        for (std::size_t length = 0; length < 18; ++length)
            QCOMPARE(image::orientationOf(whole.substr(0, length)), 1);
        std::string far = whole;
        far.replace(4, 4, "\xff\xff\xff\xff");
        QCOMPARE(image::orientationOf(far), 1);
    }

    void exifBehindThePictureOfAPngCounts()
    {
        const Pixels picture = uprightPicture();
        const Pixels stored = storedAs(picture, 6);
        std::string bytes = test::png({stored.width, stored.height, 8, 6, false, {}}, test::rowsOf(stored));
        const std::string other =
            test::png({stored.width, stored.height, 8, 6, false, {{"eXIf", test::exif(6)}}}, test::rowsOf(stored));
        const std::string chunk = other.substr(33, 12 + test::exif(6).size()); // behind signature and IHDR
        bytes.insert(bytes.size() - 12, chunk);
        EXPECT_VALUE(const Pixels decoded, image::decode(bytes));
        QVERIFY(decoded.rgba == picture.rgba);
    }

    void theEightLandscapesAreOnePicture()
    {
        SKIP_WITHOUT_DATA();
        Pixels first;
        for (int orientation = 1; orientation <= 8; ++orientation) {
            const std::string name = "hostile/exif_orientation/Landscape_" + std::to_string(orientation) + ".jpg";
            EXPECT_VALUE(const std::string bytes, readFile(test::dataFolder() / name));
            EXPECT_VALUE(const Size size, image::readSize(bytes));
            QVERIFY(size == (Size{1800, 1200}));
            EXPECT_VALUE(Pixels pixels, image::thumbnail(bytes, 180));
            if (orientation == 1)
                first = std::move(pixels);
            else // but for the number in its middle, and each was compressed anew
                QVERIFY2(meanDifference(first, pixels) < 1.0, name.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestImageOrientation)
#include "tst_image_orientation.moc"
