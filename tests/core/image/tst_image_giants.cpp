// Pictures of 900 megapixels, which would take 3.6 GB: shown within the limit of memory.

#include "core/image/decode.h"
#include "tests/support/expect.h"
#include "tests/support/image_files.h"
#include "tests/support/memory.h"

#include <QElapsedTimer>

using namespace biomedica;

namespace {

/// Black on the left, white on the right.
std::string halves(int width)
{
    return std::string(static_cast<std::size_t>(width) / 2, '\0')
           + std::string(static_cast<std::size_t>(width - width / 2), '\xff');
}

std::string runLengthBmp(int side)
{
    std::string line;
    for (const char index : {'\0', '\1'})
        for (int left = side / 2; left > 0; left -= 255)
            line += std::string{char(std::min(left, 255)), index};
    line += std::string(2, '\0');
    std::string data;
    for (int y = 0; y < side; ++y)
        data += line;
    return test::bmp(side, side, 8, std::string("\0\0\0\0\xff\xff\xff\0", 8), data, 1);
}

std::string giant(const QString& kind, int side)
{
    const test::RowSource rows = [line = halves(side)](int) { return line; };
    if (kind == "JPEG")
        return test::jpeg({side, side, test::JpegColours::Grey, false, false, {}}, rows);
    if (kind == "TIFF") {
        test::TiffSpec spec{side, side, 8, 1, 1};
        spec.rowsPerStrip = 16;
        spec.isDeflated = true;
        return test::tiff(spec, rows);
    }
    if (kind == "BMP")
        return runLengthBmp(side);
    return test::png({side, side, 8, 0, kind.startsWith("interlaced"), {}}, rows);
}

} // namespace

class TestImageGiants : public QObject {
    Q_OBJECT

private slots:
    void giantsAreShownReduced_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"JPEG", "PNG", "TIFF", "BMP", "interlaced PNG"})
            QTest::newRow(kind) << kind;
    }
    void giantsAreShownReduced()
    {
        QFETCH(QString, kind);
        const int side = test::isSanitized ? 9'000 : 30'000;
        const std::string bytes = giant(kind, side);
        EXPECT_ERROR(image::decode(bytes), ErrorKind::Unsupported);
        const std::int64_t before = test::residentMemory();
        QElapsedTimer timer;
        timer.start();
        EXPECT_VALUE(const image::Pixels pixels, image::decodeReduced(bytes, {4000, 4000}));
        const qint64 milliseconds = timer.elapsed();
        const std::int64_t taken = test::peakMemory() - before; // of all kinds until now
        qInfo("%d × %d in %lld ms, at most %lld MB beside a file of %zu MB", pixels.width, pixels.height, milliseconds,
              static_cast<long long>(taken / 1'000'000), bytes.size() / 1'000'000);
        QVERIFY(pixels.width >= 1000);
        QCOMPARE(int(pixels.row(pixels.height / 2)[0]), 0);
        QCOMPARE(int(pixels.row(pixels.height - 1)[(pixels.width - 1) * 4]), 255);
        if (test::isSanitized)
            QSKIP("memory and time are not bounded under a sanitizer");
        QVERIFY(taken < image::DecodeLimits{}.maximumBytes);
        QVERIFY(milliseconds < 20'000);
    }
};

QTEST_GUILESS_MAIN(TestImageGiants)
#include "tst_image_giants.moc"
