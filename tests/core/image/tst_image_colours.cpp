// Every way to store colours comes out as the same RGBA.

#include "core/base/file.h"
#include "core/image/decode.h"
#include "tests/support/expect.h"
#include "tests/support/image_files.h"
#include "tests/support/test_data.h"

using namespace biomedica;
using image::Pixels;

namespace {

using Colour = std::array<std::uint8_t, 4>;
constexpr Colour clear{0, 0, 0, 0};

Colour grey(int value)
{
    const auto byte = static_cast<std::uint8_t>(value);
    return {byte, byte, byte, 255};
}

Pixels pixelsOf(int width, const std::vector<Colour>& colours)
{
    Pixels pixels(width, static_cast<int>(colours.size()) / width);
    for (std::size_t i = 0; i < colours.size(); ++i)
        std::copy(colours[i].begin(), colours[i].end(), pixels.rgba.begin() + static_cast<std::ptrdiff_t>(i * 4));
    return pixels;
}

/// The same row again and again.
test::RowSource row(const std::string& bytes)
{
    return [bytes](int) { return bytes; };
}

std::string text(std::initializer_list<int> bytes)
{
    std::string result;
    for (const int byte : bytes)
        result += char(byte);
    return result;
}

void newCase(const char* name, const std::string& bytes, const Pixels& expected, int tolerance = 0)
{
    QTest::newRow(name) << QByteArray::fromStdString(bytes) << expected.width
                        << QByteArray(reinterpret_cast<const char*>(expected.rgba.data()),
                                      static_cast<qsizetype>(expected.rgba.size()))
                        << tolerance;
}

void addColumns()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("width");
    QTest::addColumn<QByteArray>("rgba");
    QTest::addColumn<int>("tolerance");
}

void compareRow()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, width);
    QFETCH(QByteArray, rgba);
    QFETCH(int, tolerance);
    EXPECT_VALUE(const Pixels pixels, image::decode(bytes.toStdString()));
    QCOMPARE(pixels.damage, std::string());
    QCOMPARE(pixels.width, width);
    QCOMPARE(qsizetype(pixels.rgba.size()), rgba.size());
    for (qsizetype i = 0; i < rgba.size(); ++i) {
        const int found = pixels.rgba[static_cast<std::size_t>(i)];
        const int expected = static_cast<std::uint8_t>(rgba[i]);
        QVERIFY2(std::abs(found - expected) <= tolerance,
                 qPrintable(QString("byte %1: %2 instead of %3").arg(i).arg(found).arg(expected)));
    }
}

// JPEGs are one 8 × 8 block of one colour, which comes back nearly as it was.

std::string block(const test::JpegColours colours, bool hasAdobeMarker, const std::string& pixel)
{
    std::string line;
    for (int i = 0; i < 8; ++i)
        line += pixel;
    return test::jpeg({8, 8, colours, hasAdobeMarker, false, {}}, row(line));
}

Pixels evenly(const Colour& colour)
{
    return pixelsOf(8, std::vector<Colour>(64, colour));
}

/// 16 colours for GIF and palettes: number i is (i·16, 255 − i·16, i).
std::string sixteenColours(std::size_t bytesEach)
{
    std::string palette;
    for (int i = 0; i < 16; ++i)
        palette += bytesEach == 3 ? text({i * 16, 255 - i * 16, i}) : text({i, 255 - i * 16, i * 16, 0});
    return palette;
}

Colour sixteenth(int i)
{
    return {static_cast<std::uint8_t>(i * 16), static_cast<std::uint8_t>(255 - i * 16), static_cast<std::uint8_t>(i),
            255};
}

Pixels sixteenths(int width, const std::vector<int>& indices)
{
    std::vector<Colour> colours;
    for (const int index : indices)
        colours.push_back(index < 0 ? clear : sixteenth(index));
    return pixelsOf(width, colours);
}

} // namespace

class TestImageColours : public QObject {
    Q_OBJECT

private slots:
    void jpeg_data()
    {
        using test::JpegColours;
        addColumns();
        newCase("grey", block(JpegColours::Grey, false, text({100})), evenly(grey(100)), 1);
        newCase("YCbCr", block(JpegColours::YCbCr, false, text({200, 30, 60})), evenly({200, 30, 60, 255}), 2);
        newCase("RGB", block(JpegColours::Rgb, true, text({200, 30, 60})), evenly({200, 30, 60, 255}), 1);
        // Light of each ink times light of black: 240 · 200 / 255 = 188 and so on.
        const Colour printed{188, 47, 78, 255};
        newCase("CMYK of Adobe, inverted", block(JpegColours::Cmyk, true, text({240, 60, 100, 200})), evenly(printed),
                1);
        newCase("YCCK of Adobe, inverted", block(JpegColours::Ycck, true, text({240, 60, 100, 200})), evenly(printed),
                2);
        newCase("CMYK of others", block(JpegColours::Cmyk, false, text({15, 195, 155, 55})), evenly(printed), 1);
    }
    void jpeg() { compareRow(); }

    void png_data()
    {
        addColumns();
        newCase("grey of 1 bit", test::png({4, 1, 1, 0}, row(text({0b01010000}))),
                pixelsOf(4, {grey(0), grey(255), grey(0), grey(255)}));
        newCase("grey of 2 bits", test::png({4, 1, 2, 0}, row(text({0b00011011}))),
                pixelsOf(4, {grey(0), grey(85), grey(170), grey(255)}));
        newCase("grey of 4 bits", test::png({2, 1, 4, 0}, row(text({0x5f}))), pixelsOf(2, {grey(85), grey(255)}));
        newCase("grey of 8 bits", test::png({2, 1, 8, 0}, row(text({7, 200}))), pixelsOf(2, {grey(7), grey(200)}));
        newCase("grey of 16 bits", test::png({2, 1, 16, 0}, row(text({0x12, 0x34, 0xab, 0xcd}))),
                pixelsOf(2, {grey(0x12), grey(0xab)}));
        newCase("grey and alpha", test::png({2, 1, 8, 4}, row(text({50, 255, 60, 128}))),
                pixelsOf(2, {grey(50), {60, 60, 60, 128}}));
        newCase("RGB of 16 bits", test::png({1, 1, 16, 2}, row(text({0x10, 0x20, 0x80, 0x80, 0xff, 0xff}))),
                pixelsOf(1, {{0x10, 0x80, 0xff, 255}}));
        newCase("RGBA of 16 bits",
                test::png({1, 1, 16, 6}, row(text({0x10, 0x20, 0x80, 0x80, 0xff, 0xff, 0x40, 0x40}))),
                pixelsOf(1, {{0x10, 0x80, 0xff, 0x40}}));
        newCase("RGB with one colour clear",
                test::png({2, 1, 8, 2, false, {{"tRNS", text({0, 1, 0, 2, 0, 3})}}}, row(text({1, 2, 3, 4, 5, 6}))),
                pixelsOf(2, {{1, 2, 3, 0}, {4, 5, 6, 255}}));
        newCase("palette with alpha",
                test::png({3, 1, 2, 3, false, {{"PLTE", text({9, 8, 7, 1, 2, 3, 4, 5, 6})}, {"tRNS", text({255, 77})}}},
                          row(text({0b00011000}))),
                pixelsOf(3, {{9, 8, 7, 255}, {1, 2, 3, 77}, {4, 5, 6, 255}}));
        newCase("animated: the picture that others see",
                test::png({1, 1, 8, 2, false, {{"acTL", text({0, 0, 0, 2, 0, 0, 0, 0})}}}, row(text({1, 2, 3}))),
                pixelsOf(1, {{1, 2, 3, 255}}));
    }
    void png() { compareRow(); }

    void tiff_data()
    {
        addColumns();
        test::TiffSpec spec{2, 1};
        const auto made = [&](int bits, int samples, int photometric, const std::string& line) {
            spec.bits = bits;
            spec.samples = samples;
            spec.photometric = photometric;
            return test::tiff(spec, row(line));
        };
        newCase("grey", made(8, 1, 1, text({7, 200})), pixelsOf(2, {grey(7), grey(200)}));
        newCase("grey, white is zero", made(8, 1, 0, text({7, 200})), pixelsOf(2, {grey(248), grey(55)}));
        newCase("grey of 1 bit", made(1, 1, 1, text({0b01000000})), pixelsOf(2, {grey(0), grey(255)}));
        newCase("grey of 16 bits", made(16, 1, 1, text({0x34, 0x12, 0xcd, 0xab})),
                pixelsOf(2, {grey(0x12), grey(0xab)}));
        newCase("RGB", made(8, 3, 2, text({1, 2, 3, 4, 5, 6})), pixelsOf(2, {{1, 2, 3, 255}, {4, 5, 6, 255}}));
        newCase("RGB of 16 bits", made(16, 3, 2, text({0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6})),
                pixelsOf(2, {{1, 2, 3, 255}, {4, 5, 6, 255}}));
        newCase("CMYK", made(8, 4, 5, text({15, 195, 155, 55, 0, 0, 0, 255})),
                pixelsOf(2, {{188, 47, 78, 255}, grey(0)}), 1);
        spec.extraSample = 2;
        newCase("alpha beside the colours", made(8, 4, 2, text({200, 100, 50, 128, 9, 9, 9, 255})),
                pixelsOf(2, {{200, 100, 50, 128}, {9, 9, 9, 255}}), 1);
        spec.extraSample = 1;
        newCase("alpha in the colours", made(8, 4, 2, text({100, 50, 25, 128, 0, 0, 0, 0})),
                pixelsOf(2, {{199, 100, 50, 128}, clear}), 1);
        spec.extraSample = -1;
        std::string palette;
        for (int c = 0; c < 3; ++c)
            for (int i = 0; i < 16; ++i)
                palette += text({0, c == 0 ? i * 16 : c == 1 ? 255 - i * 16 : i});
        spec.palette = palette;
        newCase("palette", made(4, 1, 3, text({0x3c})), sixteenths(2, {3, 12}));
    }
    void tiff() { compareRow(); }

    void bmp_data()
    {
        addColumns();
        const std::string palette = sixteenColours(4);
        newCase("4 bits", test::bmp(3, 1, 4, palette, text({0x3c, 0x10, 0, 0})), sixteenths(3, {3, 12, 1}));
        newCase("8 bits, from below", test::bmp(2, 2, 8, palette, text({1, 2, 0, 0, 3, 4, 0, 0})),
                sixteenths(2, {3, 4, 1, 2}));
        newCase("a colour that the palette lacks", test::bmp(2, 1, 8, palette, text({1, 200, 0, 0})),
                pixelsOf(2, {sixteenth(1), grey(0)}));
        newCase("16 bits", test::bmp(1, 1, 16, "", text({0b11100000, 0b01111111, 0, 0})),
                pixelsOf(1, {{255, 255, 0, 255}}));
        newCase("24 bits", test::bmp(1, 1, 24, "", text({1, 2, 3, 0})), pixelsOf(1, {{3, 2, 1, 255}}));
        newCase("32 bits", test::bmp(1, 1, 32, "", text({1, 2, 3, 0})), pixelsOf(1, {{3, 2, 1, 255}}));
        // A run, pixels as they are, the end of a line, a jump over one pixel, a run; the end.
        newCase("runs of 8 bits", test::bmp(4, 2, 8, palette, text({2, 5, 0, 0, 0, 2, 1, 0, 3, 6, 0, 1}), 1),
                sixteenths(4, {-1, 6, 6, 6, 5, 5, -1, -1}));
        newCase("pixels between runs", test::bmp(4, 1, 8, palette, text({0, 3, 1, 2, 3, 0, 1, 9, 0, 1}), 1),
                sixteenths(4, {1, 2, 3, 9}));
        newCase("runs of 4 bits", test::bmp(5, 1, 4, palette, text({3, 0x12, 2, 0x77, 0, 1}), 2),
                sixteenths(5, {1, 2, 1, 7, 7}));
        newCase("a run beyond the line", test::bmp(2, 1, 8, palette, text({200, 5, 0, 1}), 1), sixteenths(2, {5, 5}));
    }
    void bmp() { compareRow(); }

    void gif_data()
    {
        addColumns();
        const std::string palette = sixteenColours(3);
        const test::GifFrame whole{0, 0, 2, 5, text({0, 1, 2, 3, 4, 5, 6, 7, 8, 9})};
        newCase("plain", test::gif(2, 5, palette, {whole}), sixteenths(2, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        test::GifFrame passes = whole;
        passes.isInterlaced = true; // rows 0, 4, 2, 1, 3
        newCase("interlaced", test::gif(2, 5, palette, {passes}), sixteenths(2, {0, 1, 6, 7, 4, 5, 8, 9, 2, 3}));
        test::GifFrame holes = whole;
        holes.transparent = 3;
        newCase("transparent", test::gif(2, 5, palette, {holes}), sixteenths(2, {0, 1, 2, -1, 4, 5, 6, 7, 8, 9}));
        const test::GifFrame inside{1, 1, 2, 1, text({7, 8})};
        newCase("a frame inside", test::gif(3, 2, palette, {inside}), sixteenths(3, {-1, -1, -1, -1, 7, 8}));
        newCase("animated: the first frame", test::gif(3, 2, palette, {inside, whole}),
                sixteenths(3, {-1, -1, -1, -1, 7, 8}));
        newCase("a frame that stands out", test::gif(2, 2, palette, {inside}), sixteenths(2, {-1, -1, -1, 7}));
    }
    void gif() { compareRow(); }

    void webp_data()
    {
        addColumns();
        const Pixels picture = pixelsOf(2, {{1, 2, 3, 255}, {4, 5, 6, 128}, {7, 8, 9, 3}, clear});
        newCase("lossless with alpha", test::webp(picture), picture);
        const Pixels other = pixelsOf(1, {{200, 1, 1, 255}});
        newCase("animated: the first frame", test::animatedWebp(4, 2, {{2, 0, picture}, {0, 0, other}}),
                pixelsOf(4, {clear, clear, {1, 2, 3, 255}, {4, 5, 6, 128}, clear, clear, {7, 8, 9, 3}, clear}));
    }
    void webp() { compareRow(); }

    /// Files of the suite that begin with i hold the same numbers as the others, interlaced, and do not say that
    /// they are linear light.
    void interlacedFilesOfTheSuiteAreTheOthersWithoutTheirGamma()
    {
        SKIP_WITHOUT_DATA();
        int compared = 0;
        for (const auto& file : test::filesBelow(test::dataFolder() / "hostile/png_suite/pngsuite")) {
            const std::string name = file.filename().string();
            const auto plain = file.parent_path() / name.substr(1);
            if (!name.starts_with("ibas") || !std::filesystem::exists(plain))
                continue;
            EXPECT_VALUE(const std::string bytes, readFile(file));
            EXPECT_VALUE(const std::string linearBytes, readFile(plain));
            EXPECT_VALUE(const Pixels pixels, image::decode(bytes));
            EXPECT_VALUE(const Pixels linear, image::decode(linearBytes));
            QVERIFY(pixels.width == 32 && linear.width == 32 && linear.height == 32);
            for (std::size_t i = 0; i < pixels.rgba.size(); ++i) {
                const double stored = pixels.rgba[i] / 255.0;
                const double shown = i % 4 == 3 ? stored : std::pow(stored, 1 / 2.2);
                // 16-bit files hold more than the 8 bits that are compared here: dark values jump.
                const int tolerance = name.ends_with("16.png") ? 12 : 1;
                QVERIFY2(std::abs(shown * 255 - linear.rgba[i]) <= tolerance, name.c_str());
            }
            ++compared;
        }
        QCOMPARE(compared, 9);
    }

    /// A file that says nothing about its colours is in sRGB.
    void filesWithoutAGammaAreThoseOfTheScreen()
    {
        SKIP_WITHOUT_DATA();
        const auto folder = test::dataFolder() / "hostile/png_suite/testpngs";
        for (const char* kind : {"gray-1", "gray-2", "gray-4", "gray-8", "gray-16", "gray-alpha-8", "gray-alpha-16",
                                 "rgb-8", "rgb-16", "rgb-alpha-8", "rgb-alpha-16", "palette-1", "palette-8"}) {
            EXPECT_VALUE(const std::string plain, readFile(folder / (std::string(kind) + ".png")));
            EXPECT_VALUE(const std::string marked, readFile(folder / (std::string(kind) + "-sRGB.png")));
            EXPECT_VALUE(const Pixels one, image::decode(plain));
            EXPECT_VALUE(const Pixels other, image::decode(marked));
            QVERIFY2(one.width == other.width && one.rgba == other.rgba, kind);
        }
    }
};

QTEST_GUILESS_MAIN(TestImageColours)
#include "tst_image_colours.moc"
