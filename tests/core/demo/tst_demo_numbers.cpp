// The numbers that drawn plots and their captions share.

#include "core/demo/plots/axis.h"
#include "core/demo/plots/bins.h"
#include "core/demo/plots/cohorts.h"
#include "core/demo/plots/colormap.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace biomedica::demo;

namespace {

/// What a panel is drawn with, of this size and seed.
struct Setting {
    Setting(int width, int height, std::uint64_t seed)
        : canvas(width, height, white), random(seed), subject(makeSubject(random)),
          style(makeStyle(random, 1)), brush{canvas, canvas.area(), style, subject, random}
    {
    }

    Canvas canvas;
    Random random;
    Subject subject;
    Style style;
    Brush brush;
};

} // namespace

class TestDemoNumbers : public QObject {
    Q_OBJECT

private slots:
    void quartilesLieBetweenTheValuesAroundThem()
    {
        const Spread spread = spreadOf({9, 1, 2, 4, 3});
        QCOMPARE(spread.lowerQuartile, 2.0);
        QCOMPARE(spread.median, 3.0);
        QCOMPARE(spread.upperQuartile, 4.0);
        QCOMPARE(spread.mean(), 3.8);
        QCOMPARE(spread.share(0.125), 1.5);
    }

    void whiskersEndAtTheLastValueWithinTheFences()
    {
        const Spread spread = spreadOf({-20, 0, 1, 2, 3, 4, 5, 6, 40});
        QCOMPARE(spread.lowerWhisker, 0.0);
        QCOMPARE(spread.upperWhisker, 6.0);
        QCOMPARE(spread.values.front(), -20.0);
        QCOMPARE(spread.values.back(), 40.0);
    }

    void cohortsHaveASpreadForEachPanelGroupAndSeries()
    {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            Setting setting(900, 700, seed);
            const Cohorts cohorts = makeCohorts(setting.brush);
            QCOMPARE(cohorts.spreads.size(), std::max<std::size_t>(1, cohorts.panels.size()));
            for (const auto& panel : cohorts.spreads) {
                QCOMPARE(panel.size(), cohorts.names.size());
                for (const auto& row : panel) {
                    QCOMPARE(row.size(), std::max<std::size_t>(1, cohorts.series.size()));
                    for (const Spread& spread : row) {
                        QCOMPARE(static_cast<int>(spread.values.size()), cohorts.n);
                        QVERIFY(spread.values.front() >= cohorts.lowest());
                        QVERIFY(spread.values.back() <= cohorts.highest());
                    }
                }
            }
        }
    }

    void smallPanelsAreNotDivided()
    {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            Setting setting(150, 150, seed);
            QVERIFY(makeCohorts(setting.brush).panels.empty());
        }
    }

    void binsCountEveryValueOnce()
    {
        const std::vector<double> values = {0, 0.9, 1, 1.5, 3.99};
        QCOMPARE(countedIn(values, 0, 4, 4), (std::vector<double>{2, 2, 0, 1}));
    }

    void distributionsCountAsManyAsTheyHave()
    {
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            Setting setting(600, 400, seed);
            const Distribution made = makeDistribution(setting.brush);
            QVERIFY(made.names.empty() == (made.groups.size() == 1));
            for (const Bins& bins : made.groups) {
                const double counted = std::accumulate(bins.heights.begin(), bins.heights.end(), 0.0);
                QCOMPARE(static_cast<std::size_t>(counted), bins.values.size());
            }
        }
    }

    void logarithmsHaveTicksOnPowersOfTen()
    {
        const auto textsOf = [](const Axis& axis) {
            std::vector<std::string> texts;
            for (const Tick& tick : axis.ticks)
                texts.push_back(tick.text);
            return texts;
        };
        QCOMPARE(textsOf(logAxis("", -1, 3)), (std::vector<std::string>{"10⁻¹", "10⁰", "10¹", "10²", "10³"}));
        QCOMPARE(textsOf(logAxis("", 0.9, 2.1)), (std::vector<std::string>{"10", "20", "50", "100"}));
        Axis axis = logAxis("", 0.9, 2.1);
        extendTo(axis, 4);
        QCOMPARE(textsOf(axis), (std::vector<std::string>{"10¹", "10²", "10³", "10⁴"}));
    }

    void colorsPassThroughTheStops()
    {
        const auto isSame = [](Color a, Color b) {
            return std::abs(a.red - b.red) + std::abs(a.green - b.green) + std::abs(a.blue - b.blue) < 1e-9;
        };
        for (const ColorMap& map : colorMaps()) {
            for (std::size_t stop = 0; stop < map.stops.size(); ++stop)
                QVERIFY(isSame(map.at(static_cast<double>(stop) / 4), map.stops[stop]));
            QVERIFY(isSame(map.at(-3), map.stops.front()));
            QVERIFY(isSame(map.at(7), map.stops.back()));
            QVERIFY(!map.words.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestDemoNumbers)
#include "tst_demo_numbers.moc"
