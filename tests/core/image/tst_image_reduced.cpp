// Large pictures: averaged while they come in, within the limit of memory, or refused with the reason.

#include "core/image/decode.h"
#include "tests/support/expect.h"
#include "tests/support/image_files.h"
#include "tests/support/memory.h"

#include <random>

using namespace biomedica;
using image::DecodeLimits;
using image::Pixels;
using image::Size;

namespace {

Pixels noise(int width, int height, bool isOpaque)
{
    std::mt19937 random(7);
    Pixels pixels(width, height);
    for (std::size_t i = 0; i < pixels.rgba.size(); ++i)
        pixels.rgba[i] = isOpaque && i % 4 == 3 ? 255 : static_cast<std::uint8_t>(random());
    return pixels;
}

/// By the definition: each cell's colours weighted by alpha.
Pixels averaged(const Pixels& full, int factor)
{
    Pixels result((full.width + factor - 1) / factor, (full.height + factor - 1) / factor);
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x) {
            double colours[3] = {};
            double alphas = 0;
            int area = 0;
            for (int row = y * factor; row < std::min(full.height, (y + 1) * factor); ++row)
                for (int column = x * factor; column < std::min(full.width, (x + 1) * factor); ++column) {
                    const std::uint8_t* pixel = full.row(row) + column * 4;
                    for (int c = 0; c < 3; ++c)
                        colours[c] += pixel[c] * double(pixel[3]);
                    alphas += pixel[3];
                    ++area;
                }
            std::uint8_t* pixel = result.row(y) + x * 4;
            for (int c = 0; c < 3 && alphas > 0; ++c)
                pixel[c] = static_cast<std::uint8_t>(std::lround(colours[c] / alphas));
            pixel[3] = static_cast<std::uint8_t>(std::lround(alphas / area));
        }
    return result;
}

std::string rgbBmp(const Pixels& pixels)
{
    std::string data;
    for (int y = pixels.height - 1; y >= 0; --y)
        for (int x = 0; x < pixels.width; ++x)
            for (const int c : {2, 1, 0, 3})
                data += char(pixels.row(y)[x * 4 + c]);
    return test::bmp(pixels.width, pixels.height, 32, "", data);
}

std::string fileOf(const QString& kind, const Pixels& pixels)
{
    const bool isInterlaced = kind.startsWith("interlaced");
    if (kind.contains("PNG"))
        return test::png({pixels.width, pixels.height, 8, 6, isInterlaced, {}}, test::rowsOf(pixels));
    if (kind.contains("TIFF")) {
        test::TiffSpec spec{pixels.width, pixels.height};
        spec.extraSample = 1;
        return test::tiff(spec, test::rowsOf(pixels));
    }
    return rgbBmp(pixels);
}

} // namespace

class TestImageReduced : public QObject {
    Q_OBJECT

private slots:
    void reducedIsTheAverageOfTheFullPicture_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"PNG", "interlaced PNG", "TIFF", "BMP"})
            QTest::newRow(kind) << kind;
    }
    void reducedIsTheAverageOfTheFullPicture()
    {
        QFETCH(QString, kind);
        const std::string bytes = fileOf(kind, noise(50, 35, kind == "BMP" || kind == "TIFF"));
        EXPECT_VALUE(const Pixels full, image::decode(bytes));
        QCOMPARE(full.width, 50);
        EXPECT_VALUE(const Pixels small, image::decodeReduced(bytes, {16, 11})); // a third, rounded down
        const Pixels expected = averaged(full, 3);
        QCOMPARE(small.width, expected.width);
        QCOMPARE(small.height, expected.height);
        QVERIFY(small.rgba == expected.rgba);
    }

    void memoryLimitChoosesTheScale_data() { reducedIsTheAverageOfTheFullPicture_data(); }
    void memoryLimitChoosesTheScale()
    {
        QFETCH(QString, kind);
        const std::string bytes = fileOf(kind, noise(300, 200, true));
        const DecodeLimits limits{30'000};
        EXPECT_ERROR(image::decode(bytes, limits), ErrorKind::Unsupported);
        EXPECT_VALUE(const Pixels pixels, image::decodeReduced(bytes, {300, 200}, limits));
        QVERIFY(pixels.rgba.size() <= 30'000);
        QVERIFY(pixels.width >= 20);
        QVERIFY(std::abs(pixels.width * 2 - pixels.height * 3) <= 3);
    }

    void wideAndTallPicturesKeepTheirLength()
    {
        for (const bool isWide : {true, false}) {
            const Size size = isWide ? Size{100'000, 3} : Size{3, 100'000};
            const std::string line(static_cast<std::size_t>(size.width) * 3, '\x40');
            const std::string bytes = test::png({size.width, size.height, 8, 2, false, {}}, [&](int) { return line; });
            EXPECT_VALUE(const Pixels small, image::thumbnail(bytes, Size{200, 160}));
            QVERIFY((Size{small.width, small.height}) == (isWide ? Size{200, 1} : Size{1, 160}));
            QCOMPARE(int(small.rgba[1]), 0x40);
        }
    }

    void whatMustBeHeldWholeIsRefusedWithTheReason()
    {
        const Pixels picture = noise(200, 200, true);
        const std::string line(200 * 3, '\x55');
        test::JpegSpec progressive{200, 200};
        progressive.isProgressive = true;
        test::TiffSpec oneStrip{200, 200, 8, 3, 2};
        oneStrip.rowsPerStrip = 200;
        oneStrip.isDeflated = true;
        const auto rows = [&](int) { return line; };
        for (const auto& [bytes, reason] :
             {std::pair(test::jpeg(progressive, rows), "a JPEG in several scans"),
              std::pair(test::tiff(oneStrip, rows), "a TIFF whose rows stand in one piece"),
              std::pair(test::webp(picture), "a lossless WebP")}) {
            EXPECT_OK(image::thumbnail(bytes, 20));
            const auto refused = image::thumbnail(bytes, 20, {100'000});
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind(), ErrorKind::Unsupported);
            QVERIFY2(refused.error().message().find(reason) != std::string::npos, refused.error().message().c_str());
            QVERIFY2(refused.error().message().find("200 × 200") != std::string::npos,
                     refused.error().message().c_str());
        }
    }

    /// A chunk may claim 2 GB in a file of 60 bytes.
    void whatAPngClaimsIsNotAllocated()
    {
        const std::string whole = fileOf("PNG", noise(4, 4, true));
        constexpr std::size_t headerSize = 33; // signature and IHDR
        for (const char* chunk : {"iTXt", "zTXt", "tEXt", "iCCP", "eXIf", "sPLT", "tRNS", "PLTE", "juNk"}) {
            const std::string bytes = whole.substr(0, headerSize) + "\x7f\xff\xff\xff" + chunk + "x";
            const std::int64_t before = test::peakMemory();
            EXPECT_ERROR(image::decode(bytes), ErrorKind::Corrupt);
            QVERIFY2(test::isSanitized || test::peakMemory() - before < 50'000'000, chunk);
        }
    }

    void aRequestToStopEndsTheDecoding()
    {
        std::stop_source source;
        source.request_stop();
        DecodeLimits limits;
        limits.stop = source.get_token();
        for (const char* kind : {"PNG", "interlaced PNG", "TIFF", "BMP"})
            EXPECT_ERROR(image::thumbnail(fileOf(kind, noise(64, 64, true)), 8, limits), ErrorKind::Cancelled);
        for (const bool isProgressive : {false, true}) {
            const std::string jpeg = test::jpeg({64, 64, test::JpegColours::Grey, false, isProgressive, {}},
                                                [](int) { return std::string(64, 'x'); });
            EXPECT_ERROR(image::thumbnail(jpeg, 8, limits), ErrorKind::Cancelled);
        }
    }

    void whatIsLeftOfADamagedFileIsShown()
    {
        const Pixels picture = noise(64, 64, true);
        for (const char* kind : {"PNG", "BMP"}) {
            std::string bytes = fileOf(kind, picture);
            bytes.resize(bytes.size() * 2 / 3);
            EXPECT_VALUE(const Pixels pixels, image::decode(bytes));
            QVERIFY(!pixels.damage.empty());
            const int first = QString(kind) == "BMP" ? 63 : 0; // stored from below
            QVERIFY(std::equal(pixels.row(first), pixels.row(first) + 64 * 4, picture.row(first)));
            QCOMPARE(int(pixels.row(63 - first)[3]), 0);
        }
        std::string jpeg = test::jpeg({64, 64, test::JpegColours::Grey, false, false, {}}, [&](int y) {
            return std::string(reinterpret_cast<const char*>(picture.row(y)), 64);
        });
        jpeg.resize(jpeg.size() * 2 / 3);
        EXPECT_VALUE(const Pixels pixels, image::thumbnail(jpeg, 32));
        QVERIFY(pixels.damage.starts_with("a damaged JPEG: "));
        // Single pixels all over are nothing to look at.
        std::string interlaced = fileOf("interlaced PNG", picture);
        interlaced.resize(interlaced.size() / 2);
        EXPECT_ERROR(image::decode(interlaced), ErrorKind::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestImageReduced)
#include "tst_image_reduced.moc"
