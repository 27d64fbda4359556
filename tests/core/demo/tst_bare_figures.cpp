#include "core/base/text.h"
#include "core/demo/kinds.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace biomedica;
using namespace biomedica::demo;

namespace {

struct Drawn {
    image::Pixels pixels;
    Rect area;
    PanelText text;
};

/// The same figure for the same seed, whatever the style and the canvas beneath it.
Drawn drawn(const KindInfo& info, std::uint64_t seed, bool isBare, std::uint64_t styleSeed = 1, Color ground = white)
{
    Random random(seed);
    const Subject subject = makeSubject(random);
    const double scale = random.real(1, 2);
    Drawn result;
    result.area = {20, 20, std::round(info.leastWidth * scale), std::round(info.leastHeight * scale)};
    Random ofStyle(styleSeed);
    const Style style = makeStyle(ofStyle, 0.5);
    Canvas canvas(static_cast<int>(result.area.width) + 40, static_cast<int>(result.area.height) + 40, ground);
    Brush brush{canvas, result.area, style, subject, random, isBare};
    result.text = info.draw(brush);
    result.pixels = canvas.pixels();
    return result;
}

std::string wordsOf(const PanelText& text)
{
    std::string words = text.topic;
    for (const std::string& detail : text.details)
        words += " " + detail;
    return foldCase(words);
}

void addKindsThatComeBare()
{
    QTest::addColumn<int>("kind");
    for (const KindInfo& info : allKinds())
        if (info.bareShare > 0)
            QTest::newRow(std::string(info.name).c_str()) << static_cast<int>(info.kind);
}

constexpr std::uint64_t seeds = 10;

} // namespace

class TestBareFigures : public QObject {
    Q_OBJECT

private slots:
    void captionsNameNoMarks_data() { addKindsThatComeBare(); }

    void captionsNameNoMarks()
    {
        QFETCH(int, kind);
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            const PanelText text = drawn(infoOf(static_cast<Kind>(kind)), seed, true).text;
            const std::string words = wordsOf(text);
            QVERIFY(!text.details.empty());
            for (const char* mark : {"scale bar", "arrow", "numbers denote", "m, ", "n, nucleus", "weights are given",
                                     "right side", "left side", "in the panels", "above the lanes"})
                QVERIFY2(words.find(mark) == std::string::npos, words.c_str());
            for (const std::string& term : text.shown)
                QVERIFY2(words.find(foldCase(term)) != std::string::npos, (term + ": " + words).c_str());
        }
    }

    void holdNothingInTheJournalsStyle_data() { addKindsThatComeBare(); }

    /// Text and marks take their font and colours from the style.
    void holdNothingInTheJournalsStyle()
    {
        QFETCH(int, kind);
        const KindInfo& info = infoOf(static_cast<Kind>(kind));
        for (std::uint64_t seed = 0; seed < seeds; ++seed)
            QVERIFY(drawn(info, seed, true, 1).pixels.rgba == drawn(info, seed, true, 2).pixels.rgba);
    }

    void fillTheirArea_data() { addKindsThatComeBare(); }

    void fillTheirArea()
    {
        QFETCH(int, kind);
        const KindInfo& info = infoOf(static_cast<Kind>(kind));
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            const Drawn onWhite = drawn(info, seed, true, 1, white);
            const Drawn onBlack = drawn(info, seed, true, 1, black);
            const Rect& area = onWhite.area;
            for (int y = static_cast<int>(area.y); y < area.bottom(); ++y) {
                const auto from = 4 * static_cast<std::ptrdiff_t>(area.x);
                const auto to = 4 * static_cast<std::ptrdiff_t>(area.right());
                QVERIFY(
                    std::equal(onWhite.pixels.row(y) + from, onWhite.pixels.row(y) + to, onBlack.pixels.row(y) + from));
            }
        }
    }

    void othersNameTheirScaleBar_data()
    {
        QTest::addColumn<int>("kind");
        for (const Kind kind : {Kind::Micrograph, Kind::Histology, Kind::ElectronMicrograph})
            QTest::newRow(std::string(infoOf(kind).name).c_str()) << static_cast<int>(kind);
    }

    void othersNameTheirScaleBar()
    {
        QFETCH(int, kind);
        for (std::uint64_t seed = 0; seed < 4; ++seed) {
            const std::string words = wordsOf(drawn(infoOf(static_cast<Kind>(kind)), seed, false).text);
            QVERIFY2(words.find("scale bar") != std::string::npos, words.c_str());
        }
    }

    void aLightMicrographHasTheScaleBarItsCaptionNames()
    {
        const KindInfo& info = infoOf(Kind::LightMicrograph);
        int named = 0;
        for (std::uint64_t seed = 0; seed < 24; ++seed) {
            const Drawn figure = drawn(info, seed, false);
            const bool isNamed = wordsOf(figure.text).find("scale bar") != std::string::npos;
            named += isNamed ? 1 : 0;
            QCOMPARE(std::any_of(figure.text.shown.begin(), figure.text.shown.end(),
                                 [](const std::string& term) { return term.ends_with(" µm"); }),
                     isNamed);
        }
        QVERIFY(named > 6 && named < 24);
    }
};

QTEST_GUILESS_MAIN(TestBareFigures)
#include "tst_bare_figures.moc"
