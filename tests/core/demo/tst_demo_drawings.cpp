// Synthetic figures as they are drawn: every kind, in its area, with the words of its caption.

#include "core/annotation/taxonomy.h"
#include "core/base/text.h"
#include "core/demo/figure.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace biomedica;
using namespace biomedica::demo;

namespace {

QByteArray missingIn(const Drawing& drawing)
{
    const std::string caption = foldCase(drawing.caption);
    for (const std::string& term : drawing.shown)
        if (caption.find(foldCase(term)) == std::string::npos)
            return QByteArray::fromStdString("'" + term + "' is not in: " + drawing.caption);
    return {};
}

/// A row of test data for each kind of figure.
void addKinds()
{
    QTest::addColumn<int>("kind");
    for (const KindInfo& info : allKinds())
        QTest::newRow(std::string(info.name).c_str()) << static_cast<int>(info.kind);
}

/// How many colours there are, counted up to 32, and the share of pixels that are white.
std::pair<std::size_t, double> contentOf(const image::Pixels& pixels)
{
    std::set<std::uint32_t> colors;
    std::size_t whites = 0;
    for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4) {
        const auto color =
            static_cast<std::uint32_t>(pixels.rgba[i] << 16 | pixels.rgba[i + 1] << 8 | pixels.rgba[i + 2]);
        whites += color == 0xffffff ? 1 : 0;
        if (colors.size() < 32)
            colors.insert(color);
    }
    return {colors.size(), static_cast<double>(whites) * 4 / static_cast<double>(pixels.rgba.size())};
}

/// The pixels outside of `area` that are not the ground's.
int strayPixels(const image::Pixels& pixels, const Rect& area)
{
    int strays = 0;
    for (int y = 0; y < pixels.height; ++y)
        for (int x = 0; x < pixels.width; ++x) {
            const std::uint8_t* pixel = pixels.row(y) + 4 * static_cast<std::ptrdiff_t>(x);
            const bool isInside = x >= area.x && x < area.right() && y >= area.y && y < area.bottom();
            // What antialiasing leaves of a line on the edge is no stray.
            strays += !isInside && (pixel[0] < 128 || pixel[1] < 128 || pixel[2] < 128) ? 1 : 0;
        }
    return strays;
}

/// Whether 20 dark pixels or more stand side by side, as only in a bar.
bool hasDarkBar(const image::Pixels& pixels)
{
    for (int y = 0; y < pixels.height; ++y) {
        int run = 0;
        for (int x = 0; x < pixels.width && run < 20; ++x) {
            const std::uint8_t* pixel = pixels.row(y) + 4 * static_cast<std::ptrdiff_t>(x);
            run = pixel[0] < 40 && pixel[1] < 40 && pixel[2] < 40 ? run + 1 : 0;
        }
        if (run >= 20)
            return true;
    }
    return false;
}

/// Captions of the first so many figures of a kind, in lower case.
std::vector<std::string> captionsOf(Kind kind, std::uint64_t count)
{
    std::vector<std::string> captions;
    for (std::uint64_t seed = 0; seed < count; ++seed)
        captions.push_back(foldCase(drawFigure(kind, seed).caption));
    return captions;
}

int countWith(const std::vector<std::string>& captions, std::string_view words)
{
    return static_cast<int>(std::count_if(captions.begin(), captions.end(), [&](const std::string& caption) {
        return caption.find(words) != std::string::npos;
    }));
}

} // namespace

class TestDemoDrawings : public QObject {
    Q_OBJECT

private slots:
    void captionNamesWhatIsDrawn_data() { addKinds(); }

    void captionNamesWhatIsDrawn()
    {
        QFETCH(int, kind);
        for (std::uint64_t seed = 0; seed < 16; ++seed) {
            const Drawing drawing = drawFigure(static_cast<Kind>(kind), seed);
            QVERIFY(!drawing.shown.empty());
            QCOMPARE(missingIn(drawing), QByteArray());
        }
    }

    void compositionsCaptionNamesEveryPanel()
    {
        for (std::uint64_t seed = 0; seed < 16; ++seed) {
            const Drawing drawing = drawComposition(seed);
            QVERIFY(drawing.kinds.size() >= 2 && drawing.kinds.size() <= 6);
            QCOMPARE(drawing.panelType, std::string("multiple"));
            QCOMPARE(missingIn(drawing), QByteArray());
        }
    }

    void thereAreTwentyKindsOrMore() { QVERIFY(allKinds().size() >= 20); }

    void classesAreInTheTaxonomy_data() { addKinds(); }

    void classesAreInTheTaxonomy()
    {
        QFETCH(int, kind);
        const KindInfo& info = infoOf(static_cast<Kind>(kind));
        const auto& taxonomy = annotation::Taxonomy::builtIn();
        QCOMPARE(taxonomy.parentOf(std::string(info.secondary)), std::string(info.primary));
    }

    void sameKindAndSeedSamePixelsAndWords_data() { addKinds(); }

    void sameKindAndSeedSamePixelsAndWords()
    {
        QFETCH(int, kind);
        const Drawing first = drawFigure(static_cast<Kind>(kind), 3);
        const Drawing second = drawFigure(static_cast<Kind>(kind), 3);
        QVERIFY(first.pixels.rgba == second.pixels.rgba);
        QCOMPARE(first.caption, second.caption);
        QVERIFY(first.pixels.rgba != drawFigure(static_cast<Kind>(kind), 4).pixels.rgba);
    }

    void noFigureIsBlankOrOfOddSize_data() { addKinds(); }

    void noFigureIsBlankOrOfOddSize()
    {
        QFETCH(int, kind);
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const image::Pixels pixels = drawFigure(static_cast<Kind>(kind), seed).pixels;
            const int longer = std::max(pixels.width, pixels.height);
            QVERIFY2(longer >= 320 && longer <= 1300, QByteArray::number(longer));
            const auto [colors, whites] = contentOf(pixels);
            QVERIFY2(colors >= 16, QByteArray::number(static_cast<qulonglong>(seed)));
            QVERIFY2(whites < 0.993, QByteArray::number(static_cast<qulonglong>(seed)));
        }
    }

    void everythingDrawnStaysInItsArea_data() { addKinds(); }

    void everythingDrawnStaysInItsArea()
    {
        QFETCH(int, kind);
        const KindInfo& info = infoOf(static_cast<Kind>(kind));
        for (std::uint64_t seed = 0; seed < 16; ++seed) {
            Random random(seed);
            const Subject subject = makeSubject(random);
            // From the least size that is asked for to twice as much.
            const double scale = random.real(1, 2);
            const Rect area{60, 60, std::round(info.leastWidth * scale), std::round(info.leastHeight * scale)};
            const Style style = makeStyle(random, area.width / 640);
            Canvas canvas(static_cast<int>(area.width) + 120, static_cast<int>(area.height) + 120, white);
            const bool isBare = info.bareShare > 0 && seed % 2 == 1;
            Brush brush{canvas, area, style, subject, random, isBare};
            info.draw(brush);
            const int strays = strayPixels(canvas.pixels(), area);
            QVERIFY2(strays == 0, QByteArray::number(strays) + " pixels outside, seed "
                                      + QByteArray::number(static_cast<qulonglong>(seed)));
        }
    }

    void histologyNamesItsScaleBarWhereItHasOne()
    {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            const Drawing drawing = drawFigure(Kind::Histology, seed);
            const bool isNamed = foldCase(drawing.caption).find("scale bar") != std::string::npos;
            QVERIFY2(hasDarkBar(drawing.pixels) == isNamed, QByteArray::number(static_cast<qulonglong>(seed)));
        }
    }

    void manyMicrographsHaveNoScaleBar_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("histology") << static_cast<int>(Kind::Histology);
        QTest::newRow("electron micrograph") << static_cast<int>(Kind::ElectronMicrograph);
    }

    void manyMicrographsHaveNoScaleBar()
    {
        QFETCH(int, kind);
        const int named = countWith(captionsOf(static_cast<Kind>(kind), 50), "scale bar");
        QVERIFY2(named >= 15 && named <= 42, QByteArray::number(named));
    }

    void photographsShowManySubjects()
    {
        std::set<std::string> subjects;
        for (std::uint64_t seed = 0; seed < 40; ++seed)
            subjects.insert(listed(drawFigure(Kind::Photograph, seed).shown));
        QVERIFY2(subjects.size() >= 15, QByteArray::number(static_cast<qulonglong>(subjects.size())));
    }

    void electronMicroscopesScanAndTransmit()
    {
        const auto captions = captionsOf(Kind::ElectronMicrograph, 50);
        const int scanned = countWith(captions, "scanning electron");
        const int transmitted = countWith(captions, "transmission electron");
        QCOMPARE(scanned + transmitted, 50);
        QVERIFY2(scanned >= 10 && transmitted >= 10, QByteArray::number(scanned));
    }

    void endoscopyIsOfHollowOrgansAndTheAbdomen()
    {
        const auto captions = captionsOf(Kind::Endoscopy, 24);
        const int abdomens = countWith(captions, "laparoscopic");
        QCOMPARE(abdomens + countWith(captions, "oscopic image"), 24);
        QVERIFY2(abdomens >= 2 && abdomens <= 14, QByteArray::number(abdomens));
    }

    void everyKindOccurs()
    {
        std::set<Kind> seen;
        // Any seeds will do; among these the rarest kind comes early.
        for (std::uint64_t seed = 1000; seed < 1700 && static_cast<int>(seen.size()) < kindCount; ++seed) {
            Random random(seed);
            const Drawing drawing = drawFigureAbout(makeSubject(random), seed);
            seen.insert(drawing.kinds.begin(), drawing.kinds.end());
        }
        QCOMPARE(static_cast<int>(seen.size()), kindCount);
    }
};

QTEST_GUILESS_MAIN(TestDemoDrawings)
#include "tst_demo_drawings.moc"
