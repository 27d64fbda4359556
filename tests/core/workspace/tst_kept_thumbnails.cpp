#include "core/image/encode.h"
#include "core/image/shrink.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>
#include <fstream>

using namespace biomedica;
using workspace::Thumbnail;
using workspace::Workspace;

namespace {

constexpr image::Size box{200, 150};

/// Stripes, so that a wrong scale shows.
image::Pixels striped(int width, int height, std::uint8_t alpha = 255)
{
    image::Pixels pixels(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            std::uint8_t* pixel = pixels.row(y) + x * 4;
            pixel[0] = static_cast<std::uint8_t>(x * 255 / width);
            pixel[1] = static_cast<std::uint8_t>(y / 150 % 2 * 200);
            pixel[2] = 90;
            pixel[3] = alpha;
        }
    return pixels;
}

double meanDifference(const image::Pixels& one, const image::Pixels& other)
{
    double sum = 0;
    for (std::size_t i = 0; i < one.rgba.size(); ++i)
        sum += std::abs(int(one.rgba[i]) - int(other.rgba[i]));
    return sum / static_cast<double>(one.rgba.size());
}

} // namespace

class TestKeptThumbnails : public QObject {
    Q_OBJECT

    QTemporaryDir m_temporary;
    std::filesystem::path m_folder, m_shard;
    std::string m_large, m_small, m_clear;

    std::unique_ptr<Workspace> collection() { return Workspace::open(m_folder / "c").value(); }

    RowId row(Workspace& workspace, const char* imageId)
    {
        return workspace.resolveKey(test::keyOf("PMC1", 0, imageId)).value();
    }

private slots:
    void initTestCase()
    {
        m_large = image::encodeJpeg(striped(1200, 900), 95).value();
        m_small = image::encodeJpeg(striped(300, 200), 95).value();
        m_clear = image::encodePng(striped(1200, 900, 100)).value();
    }

    void init()
    {
        static int number = 0;
        m_folder = std::filesystem::path(m_temporary.path().toStdString()) / std::to_string(++number);
        m_shard = m_folder / "a/000000.tar";
        std::filesystem::create_directories(m_shard.parent_path());
        test::ShardBuilder builder;
        const std::pair<const char*, std::string> pictures[] = {
            {"large", m_large}, {"small", m_small}, {"clear", m_clear}, {"broken", "no picture"}};
        for (const auto& [name, bytes] : pictures) {
            const std::string key = test::keyOf("PMC1", 0, name);
            builder.member(key + ".jpg", bytes).member(key + ".json", test::metadata("PMC1", name).dump());
        }
        builder.write(m_shard);
        QVERIFY(test::makeCollection(m_folder / "c", {m_shard}).has_value());
    }

    void lookTheSameWithAndWithoutThePack()
    {
        for (int session = 0; session < 2; ++session) {
            auto workspace = collection();
            for (const int side : {100, 200, 256, 300, 512, 700}) {
                const image::Size size{side, side};
                EXPECT_VALUE(const Thumbnail shown, workspace->thumbnail(row(*workspace, "large"), size));
                EXPECT_VALUE(const image::Pixels direct, image::thumbnail(m_large, size));
                QCOMPARE(shown.pixels.width, direct.width);
                QCOMPARE(shown.pixels.height, direct.height);
                QVERIFY2(meanDifference(shown.pixels, direct) < 3, "but for the JPEG's loss and one more scaling");
            }
        }
    }

    void areKeptWhereTheyAreMuchSmallerThanThePicture()
    {
        auto workspace = collection();
        for (const char* name : {"small", "clear", "broken"}) {
            EXPECT_OK(workspace->thumbnail(row(*workspace, name), box));
            QCOMPARE(workspace->thumbnailCache().size(), 0);
        }
        EXPECT_OK(workspace->thumbnail(row(*workspace, "large"), box));
        const std::int64_t size = workspace->thumbnailCache().size();
        QVERIFY(size > 1'000);
        EXPECT_OK(workspace->thumbnail(row(*workspace, "large"), image::Size{100, 256}));
        QCOMPARE(workspace->thumbnailCache().size(), size);
    }

    void ofTransparentPicturesStayTransparent()
    {
        auto workspace = collection();
        EXPECT_VALUE(const Thumbnail shown, workspace->thumbnail(row(*workspace, "clear"), box));
        QVERIFY(!image::isOpaque(shown.pixels));
        QCOMPARE(shown.pixels.width, 200);
        QCOMPARE(shown.pixels.height, 150);
    }

    void ofBrokenPicturesSayWhatIsWrong()
    {
        auto workspace = collection();
        EXPECT_VALUE(const Thumbnail shown, workspace->thumbnail(row(*workspace, "broken"), box));
        QVERIFY(!shown.problem.empty());
    }

    void comeFromThePackInTheNextSession()
    {
        EXPECT_OK(collection()->thumbnail(row(*collection(), "large"), box));
        overwritePicture();
        auto workspace = collection();
        EXPECT_VALUE(const Thumbnail shown, workspace->thumbnail(row(*workspace, "large"), box));
        QCOMPARE(shown.problem, std::string());
        EXPECT_OK(workspace->thumbnailCache().clear());
        EXPECT_VALUE(const Thumbnail anew, workspace->thumbnail(row(*workspace, "large"), box));
        QVERIFY2(!anew.problem.empty(), "the picture in the shard is read again, and it is gone");
    }

    void areNotShownForAShardThatChanged()
    {
        auto workspace = collection();
        EXPECT_OK(workspace->thumbnail(row(*workspace, "large"), box));
        std::filesystem::last_write_time(m_shard, std::filesystem::file_time_type::clock::now());
        EXPECT_ERROR(workspace->thumbnail(row(*workspace, "large"), box), ErrorKind::Corrupt);
        std::filesystem::remove(m_shard);
        EXPECT_ERROR(workspace->thumbnail(row(*workspace, "large"), box), ErrorKind::NotFound);
    }

private:
    /// Zeros in place of the large picture, in a file of the same size and time.
    void overwritePicture()
    {
        const auto time = std::filesystem::last_write_time(m_shard);
        std::string bytes = readFile(m_shard).value();
        const std::size_t at = bytes.find(m_large);
        QVERIFY(at != std::string::npos);
        bytes.replace(at, m_large.size(), std::string(m_large.size(), '\0'));
        std::ofstream(m_shard, std::ios::binary) << bytes;
        std::filesystem::last_write_time(m_shard, time);
    }
};

QTEST_GUILESS_MAIN(TestKeptThumbnails)
#include "tst_kept_thumbnails.moc"
