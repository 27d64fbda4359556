// Pictures of every kind, hostile and odd ones, as samples of one shard: browsed end to end in the window.

#include "core/base/file.h"
#include "tests/support/image_files.h"
#include "tests/support/memory.h"
#include "tests/support/test_data.h"
#include "tests/ui/window_fixture.h"
#include "ui/gallery/galleryview.h"

#include <QElapsedTimer>
#include <QTest>
#include <algorithm>

using namespace biomedica;
using namespace biomedica::ui;

namespace {

constexpr int longestWaitMs = 10'000;
constexpr std::int64_t mostMemory = std::int64_t{1} << 30;

/// Members are named by number, so that names in the wild do not matter; a picture is known by its bytes.
class PictureShard {
public:
    void add(const std::string& bytes)
    {
        const std::string number = std::to_string(10'000 + m_count++);
        m_builder.member("picture-" + number + ".jpg", bytes).member("picture-" + number + ".txt", "a picture");
    }
    void addFilesBelow(const std::filesystem::path& folder)
    {
        for (const auto& file : test::filesBelow(folder))
            if (auto bytes = readFile(file))
                add(*bytes);
    }
    int count() const { return m_count; }
    void write(const std::filesystem::path& path) const
    {
        std::filesystem::create_directories(path.parent_path());
        m_builder.write(path);
    }

private:
    test::ShardBuilder m_builder;
    int m_count = 0;
};

/// As many bytes a row as a grey PNG of this width has.
test::RowSource greyRows(int width)
{
    return [line = std::string(static_cast<std::size_t>(width), '\x80')](int) { return line; };
}

std::string greyPng(int width, int height, bool isInterlaced = false)
{
    return test::png({width, height, 8, 0, isInterlaced, {}}, greyRows(width));
}

void addOddPictures(PictureShard& shard)
{
    shard.add(greyPng(100'000, 3)); // very wide, very tall
    shard.add(greyPng(3, 100'000));
    shard.add(greyPng(1'000'000, 1));
    shard.add(greyPng(1, 1));
    const int huge = test::isSanitized ? 8'000 : 15'000; // above the limit of memory
    shard.add(greyPng(huge, huge));
    shard.add(greyPng(huge, huge, true));
    test::JpegSpec jpeg{huge, huge, test::JpegColours::Grey};
    shard.add(test::jpeg(jpeg, greyRows(huge)));
    jpeg.width = jpeg.height = 4'000;
    jpeg.isProgressive = true;
    jpeg.exif = test::exif(6);
    shard.add(test::jpeg(jpeg, greyRows(4'000)));
    test::TiffSpec tiff{huge, huge, 8, 1, 1};
    tiff.isDeflated = true;
    shard.add(test::tiff(tiff, greyRows(huge)));
    tiff.rowsPerStrip = huge;
    shard.add(test::tiff(tiff, greyRows(huge)));
    shard.add(test::bmp(60'000, 60'000, 24, "", ""));
    const std::string picture = greyPng(200, 200);
    shard.add(picture.substr(0, picture.size() / 2));
    shard.add(test::picture(1).substr(0, 100));
    shard.add("this is text");
    shard.add("");
}

} // namespace

class TestImageWindow : public QObject {
    Q_OBJECT
private slots:
    void picturesOfEveryKindAreBrowsed();
};

void TestImageWindow::picturesOfEveryKindAreBrowsed()
{
    PictureShard pictures;
    addOddPictures(pictures);
    for (const char* folder : {"img_image-rs", "img_pillow", "png_suite", "exif_orientation"})
        if (!test::dataFolder().empty())
            pictures.addFilesBelow(test::dataFolder() / "hostile" / folder);
    test::WindowFixture fixture(0);
    pictures.write(fixture.shard());
    QVERIFY(test::makeCollection(fixture.collection(), {fixture.shard()}).has_value());
    QVERIFY(fixture.open());
    MainWindow& window = fixture.window();
    QCOMPARE(int(window.queries().result()->size()), pictures.count());
    GalleryView* gallery = window.workbench()->gallery();
    gallery->setFocus();
    QTRY_VERIFY(gallery->hasFocus());

    qint64 longest = 0;
    const auto settle = [&] {
        QElapsedTimer timer;
        timer.start();
        const bool isSettled = QTest::qWaitFor([&] { return window.isSettled(); }, longestWaitMs);
        longest = std::max(longest, timer.elapsed());
        return isSettled;
    };
    QTest::keyClick(gallery, Qt::Key_Home);
    for (int row = 0; row < pictures.count(); ++row) {
        QVERIFY2(settle(), qPrintable(QStringLiteral("picture %1").arg(row)));
        QCOMPARE(gallery->currentIndex().row(), row);
        QTest::keyClick(gallery, Qt::Key_Right);
    }
    QTest::keyClick(gallery, Qt::Key_Home);
    for (int page = 0; page < pictures.count() && gallery->currentIndex().row() + 1 < pictures.count(); ++page) {
        QVERIFY(settle());
        QTest::keyClick(gallery, Qt::Key_PageDown);
    }
    QVERIFY(settle());
    const std::int64_t peak = test::peakMemory();
    qInfo("%d pictures, the longest took %lld ms, %lld MB at most", pictures.count(), longest,
          static_cast<long long>(peak / 1'000'000));
    if (test::isSanitized)
        QSKIP("the sanitizer's own memory hides what the window takes");
    QVERIFY(peak < mostMemory);
}

QTEST_MAIN(TestImageWindow)
#include "tst_image_window.moc"
