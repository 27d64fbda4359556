#include "core/base/hash.h"
#include "core/image/thumbnail_cache.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>
#include <fstream>

using namespace biomedica;
using image::ThumbnailCache;

namespace {

constexpr std::int64_t large = 100'000'000;

/// As long as a thumbnail is, different for every key.
std::string bytesFor(std::uint64_t key, std::size_t size = 5'000)
{
    std::string bytes;
    while (bytes.size() < size)
        bytes += hex64(hash64(std::to_string(key) + ":" + std::to_string(bytes.size())));
    bytes.resize(size);
    return bytes;
}

std::int64_t sizeOnDisk(const std::filesystem::path& folder)
{
    std::int64_t size = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        size += static_cast<std::int64_t>(entry.file_size());
    return size;
}

std::filesystem::path fileIn(const std::filesystem::path& folder, const std::string& extension)
{
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == extension)
            return entry.path();
    return {};
}

} // namespace

class TestThumbnailCache : public QObject {
    Q_OBJECT

    QTemporaryDir m_temporary;
    std::filesystem::path m_folder;

private slots:
    void init()
    {
        static int number = 0;
        m_folder = std::filesystem::path(m_temporary.path().toStdString()) / std::to_string(++number);
    }

    void whatIsAddedIsFoundAgainInTheNextSession()
    {
        {
            ThumbnailCache cache(m_folder, large);
            QVERIFY(!cache.find(1));
            for (std::uint64_t key = 1; key <= 200; ++key)
                cache.add(key, bytesFor(key));
            QVERIFY(cache.find(7) == bytesFor(7));
            cache.add(7, bytesFor(1007)); // the newer one counts
        }
        ThumbnailCache cache(m_folder, large);
        for (std::uint64_t key = 1; key <= 200; ++key)
            QVERIFY(cache.find(key) == bytesFor(key == 7 ? 1007 : key));
        QVERIFY(!cache.find(201));
        QCOMPARE(cache.size(), sizeOnDisk(m_folder));
    }

    void theLimitHoldsAndTheRecentlyUsedStay()
    {
        constexpr std::int64_t limit = 1'000'000; // 199 thumbnails
        ThumbnailCache cache(m_folder, limit);
        for (std::uint64_t key = 0; key < 2'000; ++key) {
            cache.add(key, bytesFor(key));
            QVERIFY(cache.find(0) == bytesFor(0)); // looked at all the time
            QVERIFY(sizeOnDisk(m_folder) <= limit);
        }
        for (std::uint64_t key = 1'910; key < 2'000; ++key)
            QVERIFY2(cache.find(key) == bytesFor(key), "the last quarter of the limit is there");
        QVERIFY(!cache.find(1'000));
    }

    void aLowerLimitHoldsAtOnce()
    {
        ThumbnailCache cache(m_folder, large);
        for (std::uint64_t key = 0; key < 100; ++key)
            cache.add(key, bytesFor(key));
        cache.setMaximum(100'000);
        QVERIFY(sizeOnDisk(m_folder) <= 100'000);
        cache.setMaximum(0);
        QCOMPARE(sizeOnDisk(m_folder), 0);
        cache.add(1, bytesFor(1));
        QVERIFY(!cache.find(1));
        QCOMPARE(cache.size(), 0);
    }

    void clearingRemovesEverythingAndGoesOn()
    {
        ThumbnailCache cache(m_folder, large);
        cache.add(1, bytesFor(1));
        EXPECT_OK(cache.clear());
        QCOMPARE(sizeOnDisk(m_folder), 0);
        QVERIFY(!cache.find(1));
        cache.add(1, bytesFor(1));
        QVERIFY(cache.find(1) == bytesFor(1));
    }

    void damagedBytesCountAsMissing()
    {
        {
            ThumbnailCache cache(m_folder, large);
            for (std::uint64_t key = 0; key < 3; ++key)
                cache.add(key, bytesFor(key));
        }
        {
            std::fstream pack(fileIn(m_folder, ".pack"), std::ios::in | std::ios::out | std::ios::binary);
            pack.seekp(5'000 + 17);
            pack.put('\0');
        }
        ThumbnailCache cache(m_folder, large);
        QVERIFY(cache.find(0) == bytesFor(0));
        QVERIFY(!cache.find(1));
        QVERIFY(cache.find(2) == bytesFor(2));
        cache.add(1, bytesFor(1));
        QVERIFY(cache.find(1) == bytesFor(1));
    }

    void aPackThatWasCutOffKeepsWhatIsWhole()
    {
        {
            ThumbnailCache cache(m_folder, large);
            for (std::uint64_t key = 0; key < 3; ++key)
                cache.add(key, bytesFor(key));
        }
        std::filesystem::resize_file(fileIn(m_folder, ".pack"), 12'000);
        ThumbnailCache cache(m_folder, large);
        QVERIFY(cache.find(0) == bytesFor(0));
        QVERIFY(cache.find(1) == bytesFor(1));
        QVERIFY(!cache.find(2));
        cache.add(2, bytesFor(2));
        QVERIFY(cache.find(2) == bytesFor(2));
    }

    void anIndexCutInTheMiddleOfAnEntryBeginsAnew()
    {
        {
            ThumbnailCache cache(m_folder, large);
            cache.add(1, bytesFor(1));
        }
        std::filesystem::resize_file(fileIn(m_folder, ".index"), 13);
        ThumbnailCache cache(m_folder, large);
        QVERIFY(!cache.find(1));
        cache.add(1, bytesFor(1));
        QVERIFY(cache.find(1) == bytesFor(1));
        QCOMPARE(cache.size(), sizeOnDisk(m_folder));
    }

    void aSecondProgramReadsAndDoesNotWrite()
    {
        ThumbnailCache first(m_folder, large);
        first.add(1, bytesFor(1));
        ThumbnailCache second(m_folder, large);
        QVERIFY(second.find(1) == bytesFor(1));
        second.add(2, bytesFor(2));
        QVERIFY(!second.find(2));
        QVERIFY(!second.clear());
        first.add(3, bytesFor(3));
        QVERIFY(first.find(3) == bytesFor(3));
    }

    void withoutAFolderNothingIsKeptAndNothingIsLost()
    {
        std::ofstream(m_folder) << "a file stands there";
        ThumbnailCache cache(m_folder / "thumbnails", large);
        cache.add(1, bytesFor(1));
        QVERIFY(!cache.find(1));
    }
};

QTEST_GUILESS_MAIN(TestThumbnailCache)
#include "tst_thumbnail_cache.moc"
