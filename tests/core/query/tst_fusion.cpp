#include "core/query/fusion.h"
#include "tests/support/expect.h"

using namespace biomedica;
using query::Scored;

class TestFusion : public QObject {
    Q_OBJECT

private slots:
    void oneOrderAloneStaysAsItIs()
    {
        const std::vector<Scored> order = {{RowId(3), 9.f}, {RowId(1), 2.f}};
        QVERIFY(query::fused(order, {}) == order);
        QVERIFY(query::fused({}, order) == order);
    }

    void ranksAddUp()
    {
        const auto both = query::fused({{RowId(1), 50.f}, {RowId(2), 40.f}, {RowId(3), 30.f}},
                                       {{RowId(3), .9f}, {RowId(4), .8f}, {RowId(1), .7f}});
        const auto scoreOf = [](double a, double b) { return static_cast<float>(a + b); };
        const std::vector<Scored> expected = {{RowId(1), scoreOf(1. / 61, 1. / 63)},
                                              {RowId(3), scoreOf(1. / 63, 1. / 61)},
                                              {RowId(2), scoreOf(1. / 62, 0)},
                                              {RowId(4), scoreOf(1. / 62, 0)}};
        QVERIFY(both == expected);
    }
};

QTEST_GUILESS_MAIN(TestFusion)
#include "tst_fusion.moc"
