#include "core/base/file.h"
#include "core/image/decode.h"
#include "core/image/encode.h"
#include "tests/support/expect.h"
#include "tests/support/image_files.h"
#include "tests/support/test_data.h"

using namespace biomedica;
using test::bmp;

namespace {

image::Pixels gradient(int width, int height)
{
    image::Pixels pixels(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            std::uint8_t* pixel = pixels.row(y) + x * 4;
            pixel[0] = static_cast<std::uint8_t>(x * 255 / width);
            pixel[1] = static_cast<std::uint8_t>(y * 255 / height);
            pixel[2] = 128;
            pixel[3] = 255;
        }
    return pixels;
}

} // namespace

class TestDecode : public QObject {
    Q_OBJECT

private slots:
    void pngRoundTripIsExact()
    {
        const image::Pixels pixels = gradient(37, 23);
        EXPECT_VALUE(const std::string bytes, image::encodePng(pixels));
        EXPECT_VALUE(const image::Pixels decoded, image::decode(bytes));
        QCOMPARE(decoded.width, 37);
        QVERIFY(decoded.rgba == pixels.rgba);
    }

    void jpegRoundTripIsClose()
    {
        const image::Pixels pixels = gradient(64, 48);
        EXPECT_VALUE(const std::string bytes, image::encodeJpeg(pixels, 95));
        EXPECT_VALUE(const image::Pixels decoded, image::decode(bytes));
        QCOMPARE(decoded.height, 48);
        for (std::size_t i = 0; i < pixels.rgba.size(); ++i)
            QVERIFY(std::abs(int(decoded.rgba[i]) - int(pixels.rgba[i])) < 12);
    }

    void thumbnailsKeepTheShapeAndNeverEnlarge()
    {
        EXPECT_VALUE(const std::string bytes, image::encodeJpeg(gradient(1000, 500), 80));
        EXPECT_VALUE(const image::Pixels small, image::thumbnail(bytes, 192));
        QCOMPARE(small.width, 192);
        QCOMPARE(small.height, 96);
        EXPECT_VALUE(const image::Pixels same, image::thumbnail(bytes, 4000));
        QCOMPARE(same.width, 1000);
        EXPECT_VALUE(const std::string line, image::encodePng(gradient(3000, 1)));
        EXPECT_VALUE(const image::Pixels thin, image::thumbnail(line, 100));
        QCOMPARE(thin.width, 100);
        QCOMPARE(thin.height, 1);
    }

    void bitmapsOfFewBitsUseTheirPalette()
    {
        const std::string palette = std::string("\0\0\0\0", 4) + std::string("\x10\x20\x30\0", 4);
        EXPECT_VALUE(const image::Pixels pixels,
                     image::decode(bmp(2, 2, 1, palette, std::string("\x40\0\0\0\x80\0\0\0", 8))));
        // Rows are stored from the bottom: the last row comes first.
        QCOMPARE(int(pixels.row(1)[4]), 0x30);
        QCOMPARE(int(pixels.row(1)[0]), 0);
        QCOMPARE(int(pixels.row(0)[0]), 0x30);
        EXPECT_VALUE(const image::Pixels colour, image::decode(bmp(1, 1, 24, "", std::string("\x01\x02\x03\0", 4))));
        QCOMPARE(int(colour.rgba[0]), 3);
        QCOMPARE(int(colour.rgba[2]), 1);
    }

    void giantsAreRefusedBeforeTheyAreDecoded()
    {
        EXPECT_VALUE(const std::string bytes, image::encodePng(gradient(300, 300)));
        const auto refused = image::decode(bytes, {1000});
        QVERIFY(!refused);
        QVERIFY(refused.error().message().find("300 × 300") != std::string::npos);
        EXPECT_ERROR(image::decode(bmp(50000, 50000, 24, "", "")), ErrorKind::Unsupported);
    }

    void whatIsNoImageIsSaid()
    {
        EXPECT_ERROR(image::decode("plain text"), ErrorKind::Unsupported);
        EXPECT_ERROR(image::decode(""), ErrorKind::Unsupported);
        EXPECT_ERROR(image::decode("\xff\xd8\xff"), ErrorKind::Corrupt);
        EXPECT_ERROR(image::decode("BM"), ErrorKind::Corrupt);
    }

    void everyCutOfAFileIsSurvived()
    {
        EXPECT_VALUE(const std::string png, image::encodePng(gradient(20, 20)));
        EXPECT_VALUE(const std::string jpeg, image::encodeJpeg(gradient(20, 20), 70));
        const std::string bitmap = bmp(2, 2, 24, "", std::string(16, 'x'));
        for (const std::string& bytes : {png, jpeg, bitmap})
            for (std::size_t length = 0; length < bytes.size(); length += 3) {
                [[maybe_unused]] const auto whole = image::decode(std::string_view(bytes).substr(0, length));
                [[maybe_unused]] const auto small = image::thumbnail(std::string_view(bytes).substr(0, length), 8);
            }
    }

    void hostileImagesAreDecodedOrRefused()
    {
        SKIP_WITHOUT_DATA();
        int decoded = 0;
        int refused = 0;
        for (const char* folder :
             {"hostile/img_image-rs", "hostile/img_pillow", "hostile/png_suite", "hostile/exif_orientation"})
            for (const auto& file : test::filesBelow(test::dataFolder() / folder)) {
                EXPECT_VALUE(const std::string bytes, readFile(file));
                const auto thumbnail = image::thumbnail(bytes, 192);
                ++(thumbnail ? decoded : refused);
                if (!thumbnail)
                    QVERIFY2(!thumbnail.error().message().empty(), file.c_str());
            }
        qInfo("%d decoded, %d refused with a reason", decoded, refused);
        QVERIFY(decoded > 400);
    }
};

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_decode.moc"
