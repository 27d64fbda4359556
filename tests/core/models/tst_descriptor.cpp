// The built-in descriptor on pictures of all sizes, from several threads, and of parts of figures.

#include "core/demo/figure.h"
#include "core/image/encode.h"
#include "core/image/shrink.h"
#include "core/models/descriptor.h"
#include "tests/support/expect.h"

#include <cmath>
#include <numeric>
#include <opencv2/core/utility.hpp>
#include <thread>

using namespace biomedica;
using image::Pixels;
using models::Descriptor;
using models::Region;

namespace {

using Vector = std::vector<float>;

Descriptor descriptor()
{
    auto loaded = Descriptor::builtin();
    if (!loaded)
        qFatal("%s", loaded.error().message().c_str());
    return std::move(loaded).value();
}

double cosine(const Vector& a, const Vector& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

Pixels filled(int width, int height, std::uint8_t level, std::uint8_t alpha = 255)
{
    Pixels picture(width, height);
    for (std::size_t i = 0; i < picture.rgba.size(); ++i)
        picture.rgba[i] = i % 4 == 3 ? alpha : level;
    return picture;
}

Pixels drawn(demo::Kind kind, std::uint64_t seed = 1)
{
    return demo::drawFigure(kind, seed).pixels;
}

Pixels cutOut(const Pixels& picture, const Region& region)
{
    Pixels part(region.width, region.height);
    for (int y = 0; y < region.height; ++y)
        std::copy_n(picture.row(region.y + y) + 4 * region.x, 4 * region.width, part.row(y));
    return part;
}

/// Finite, of length one and as long as it says.
bool isProper(const Vector& vector)
{
    return vector.size() == static_cast<std::size_t>(descriptor().dimensions())
           && std::all_of(vector.begin(), vector.end(), [](float value) { return std::isfinite(value); })
           && std::abs(cosine(vector, vector) - 1) < 1e-5;
}

} // namespace

class TestDescriptor : public QObject {
    Q_OBJECT

private slots:
    void saysWhatItIs()
    {
        QVERIFY(descriptor().dimensions() > 0 && descriptor().dimensions() <= 512);
        QCOMPARE(descriptor().name(), std::string_view("builtin"));
        QCOMPARE(descriptor().version(), descriptor().version());
        QVERIFY(descriptor().version().size() > 2);
    }

    void anySizeGivesAVectorOfLengthOne_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        for (const auto& [width, height] :
             {std::pair{1, 1}, {1, 4000}, {4000, 1}, {2, 3}, {15, 17}, {256, 256}, {257, 256}, {1000, 40}})
            QTest::addRow("%d x %d", width, height) << width << height;
    }

    void anySizeGivesAVectorOfLengthOne()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        for (const int level : {0, 128, 255})
            QVERIFY(isProper(descriptor().describe(filled(width, height, static_cast<std::uint8_t>(level)))));
        Pixels striped = filled(width, height, 255);
        for (std::size_t i = 0; i < striped.rgba.size(); i += 28)
            striped.rgba[i] = 0;
        QVERIFY(isProper(descriptor().describe(striped)));
    }

    void drawingsAreNearestToTheirOwnKind()
    {
        constexpr int each = 4;
        std::vector<Vector> all;
        for (const demo::KindInfo& info : demo::allKinds())
            for (std::uint64_t seed = 5; seed < 5 + each; ++seed) {
                all.push_back(descriptor().describe(drawn(info.kind, seed)));
                QVERIFY(isProper(all.back()));
            }
        std::size_t found = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::size_t best = i == 0 ? 1 : 0;
            for (std::size_t k = 0; k < all.size(); ++k)
                if (k != i && cosine(all[i], all[k]) > cosine(all[i], all[best]))
                    best = k;
            found += best / each == i / each ? 1 : 0;
        }
        // One in forty would be by chance.
        QVERIFY2(found * 2 > all.size(), QByteArray::number(static_cast<qulonglong>(found)));
    }

    void transparentIsWhite()
    {
        Pixels clear = drawn(demo::Kind::LinePlot);
        Pixels white = clear;
        for (int y = 0; y < clear.height / 2; ++y)
            for (int x = 0; x < clear.width; ++x) {
                clear.row(y)[4 * x + 3] = 0;
                std::fill_n(white.row(y) + 4 * x, 3, std::uint8_t{255});
            }
        QVERIFY(cosine(descriptor().describe(clear), descriptor().describe(white)) > 0.9999);
        QVERIFY(descriptor().describe(filled(40, 30, 9, 0)) == descriptor().describe(filled(40, 30, 255)));
    }

    void manyThreadsGiveTheSameNumbers()
    {
        const Descriptor shared = descriptor();
        std::vector<Pixels> pictures;
        for (const demo::KindInfo& info : demo::allKinds())
            pictures.push_back(drawn(info.kind));
        cv::setNumThreads(1);
        std::vector<Vector> alone;
        for (const Pixels& picture : pictures)
            alone.push_back(shared.describe(picture));
        cv::setNumThreads(4);
        std::vector<std::vector<Vector>> together(4);
        std::vector<std::thread> threads;
        for (auto& results : together)
            threads.emplace_back([&] {
                for (const Pixels& picture : pictures)
                    results.push_back(shared.describe(picture));
            });
        for (std::thread& thread : threads)
            thread.join();
        for (const auto& results : together)
            QVERIFY(results == alone);
    }

    void fileIsDescribedAsItsPixels_data()
    {
        QTest::addColumn<int>("kind");
        for (const demo::KindInfo& info : demo::allKinds())
            QTest::newRow(std::string(info.name).c_str()) << static_cast<int>(info.kind);
    }

    void fileIsDescribedAsItsPixels()
    {
        QFETCH(int, kind);
        const Pixels picture = drawn(static_cast<demo::Kind>(kind));
        EXPECT_VALUE(const std::string png, image::encodePng(picture));
        EXPECT_VALUE(const Vector vector, descriptor().describe(png));
        const double same = cosine(vector, descriptor().describe(picture));
        QVERIFY2(same > 0.97, QByteArray::number(same)); // averaged twice, where it is decoded at half the size
    }

    void partIsDescribedAsIfItWereAlone()
    {
        const Pixels picture = demo::drawComposition(3).pixels;
        const Region region{picture.width / 2, 10, picture.width / 2 - 5, picture.height / 2};
        EXPECT_VALUE(const std::string png, image::encodePng(picture));
        EXPECT_VALUE(const Vector vector, descriptor().describe(png, region));
        const double same = cosine(vector, descriptor().describe(cutOut(picture, region)));
        QVERIFY2(same > 0.97, QByteArray::number(same));
    }

    void partOfOnePixelIsDescribed()
    {
        EXPECT_VALUE(const std::string png, image::encodePng(filled(3000, 2000, 90)));
        EXPECT_VALUE(const Vector vector, descriptor().describe(png, Region{2999, 1999, 1, 1}));
        QVERIFY(isProper(vector));
    }

    void partOutsideIsRefused_data()
    {
        QTest::addColumn<QList<int>>("region");
        QTest::newRow("empty") << QList<int>{0, 0, 0, 5};
        QTest::newRow("negative size") << QList<int>{5, 5, -2, 5};
        QTest::newRow("left of it") << QList<int>{-1, 0, 5, 5};
        QTest::newRow("beyond the right") << QList<int>{16, 0, 5, 5};
        QTest::newRow("below") << QList<int>{0, 30, 5, 5};
        QTest::newRow("overflow") << QList<int>{2147483647, 0, 2147483647, 5};
    }

    void partOutsideIsRefused()
    {
        QFETCH(QList<int>, region);
        EXPECT_VALUE(const std::string png, image::encodePng(filled(20, 30, 90)));
        const auto refused = descriptor().describe(png, Region{region[0], region[1], region[2], region[3]});
        EXPECT_ERROR(refused, ErrorKind::Invalid);
        QVERIFY(refused.error().message().find("20 × 30") != std::string::npos);
    }

    void whatIsNoPictureIsRefused()
    {
        QVERIFY(!descriptor().describe(std::string_view("no picture")));
        EXPECT_VALUE(const std::string png, image::encodePng(filled(20, 30, 90)));
        QVERIFY(!descriptor().describe(std::string_view(png).substr(0, 20)));
    }
};

QTEST_GUILESS_MAIN(TestDescriptor)
#include "tst_descriptor.moc"
