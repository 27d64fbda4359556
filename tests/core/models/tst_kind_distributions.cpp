// The shares of kinds, by hand.

#include "core/models/kind_distributions.h"
#include "tests/support/expect.h"

#include <cmath>
#include <limits>

using namespace biomedica;
using namespace biomedica::models;

namespace {

/// Two numbers; three kinds: at (0, 0), (4, 0) and (0, 4) deviations.
const KindDistributions three{{0.5F, 2}, {0, 0, 4, 0, 0, 4}};

bool isAbout(float number, double expected)
{
    return std::abs(number - expected) < 1e-5;
}

} // namespace

class TestKindDistributions : public QObject {
    Q_OBJECT

private slots:
    void sizes()
    {
        QCOMPARE(three.discriminants(), std::size_t(2));
        QCOMPARE(three.kinds(), std::size_t(3));
        QCOMPARE(KindDistributions().kinds(), std::size_t(0));
        QVERIFY(KindDistributions().rootsOfShares({}).empty());
    }

    /// At the first kind's mean the others are four deviations away: exp(-16 / (2 · 8)) = 1 / e of its likelihood.
    void atAMeanTheOthersHaveWhatTheirDistanceLeaves()
    {
        const std::vector<float> roots = three.rootsOfShares(std::vector<float>{0, 0});
        const double sum = 1 + 2 * std::exp(-1);
        QVERIFY(isAbout(roots[0], std::sqrt(1 / sum)));
        QVERIFY(isAbout(roots[1], std::sqrt(std::exp(-1) / sum)));
        QVERIFY(isAbout(roots[2], roots[1]));
    }

    /// Numbers are measured in deviations: 0.5 · 4 and 2 · 0.
    void numbersCountInDeviations()
    {
        const std::vector<float> roots = three.rootsOfShares(std::vector<float>{2, 0});
        QVERIFY(roots[1] > roots[0] && roots[0] > roots[2]);
        QVERIFY(isAbout(roots[0] / roots[1], std::exp(-0.5)));
        QVERIFY(isAbout(roots[2] / roots[1], std::exp(-1)));
    }

    void farFromEveryKindSharesStillAddUp()
    {
        const std::vector<float> roots = three.rootsOfShares(std::vector<float>{1e6F, -1e6F});
        QVERIFY(isAbout(roots[0] * roots[0] + roots[1] * roots[1] + roots[2] * roots[2], 1));
        QVERIFY(isAbout(roots[1], 1));
    }

    void whatIsNoNumberHasNoKind()
    {
        const float none = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(three.rootsOfShares(std::vector<float>{none, 0}), (std::vector<float>{0, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestKindDistributions)
#include "tst_kind_distributions.moc"
