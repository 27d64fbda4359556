// How long the rest takes, by a clock of the test's own.

#include "ui/session/pace.h"

#include <QTest>

using namespace biomedica::ui;
using namespace std::chrono_literals;

class TestPace : public QObject {
    Q_OBJECT
private slots:
    void nothingIsSaidBeforeTheFifthFigure();
    void medianIsNotMovedByOneSlowFigure();
    void breaksDoNotCount();
    void onlyTheLastGapsCount();
    void manyAtOnceSayNothing();
    void clockThatJumpsBackDoesNoHarm();
    void minutesClaimNoMoreThanIsKnown();
};

namespace {

/// Figures finished after these gaps, the first one at once.
Pace paceOf(const std::vector<Pace::Time>& gaps)
{
    Pace pace;
    Pace::Time now = 1000s;
    pace.noteFinished(now);
    for (const Pace::Time gap : gaps)
        pace.noteFinished(now += gap);
    return pace;
}

} // namespace

void TestPace::nothingIsSaidBeforeTheFifthFigure()
{
    QVERIFY(!Pace().perFigure());
    QVERIFY(!paceOf({10s, 10s, 10s}).perFigure());
    QCOMPARE(paceOf({10s, 10s, 10s, 10s}).perFigure(), std::optional<Pace::Time>(10s));
}

void TestPace::medianIsNotMovedByOneSlowFigure()
{
    QCOMPARE(paceOf({8s, 9s, 10s, 11s, 100s}).perFigure(), std::optional<Pace::Time>(10s));
    QCOMPARE(paceOf({8s, 9s, 11s, 100s}).perFigure(), std::optional<Pace::Time>(10s));
}

void TestPace::breaksDoNotCount()
{
    QCOMPARE(paceOf({10s, 10min, 10s, 2h, 10s, 10s}).perFigure(), std::optional<Pace::Time>(10s));
    QVERIFY(!paceOf({3min, 3min, 3min, 3min, 3min}).perFigure());
    QCOMPARE(paceOf({120s, 120s, 120s, 120s}).perFigure(), std::optional<Pace::Time>(120s)); // not over two minutes
}

void TestPace::onlyTheLastGapsCount()
{
    std::vector<Pace::Time> gaps(100, 60s);
    gaps.insert(gaps.end(), Pace::gapsKept, 5s);
    QCOMPARE(paceOf(gaps).perFigure(), std::optional<Pace::Time>(5s));
}

void TestPace::manyAtOnceSayNothing()
{
    Pace pace = paceOf({10s, 10s, 10s, 10s});
    pace.noteBreak();
    pace.noteFinished(1041s);
    QCOMPARE(pace.perFigure(), std::optional<Pace::Time>(10s));
    pace.clear();
    QVERIFY(!pace.perFigure());
}

void TestPace::clockThatJumpsBackDoesNoHarm()
{
    Pace pace = paceOf({10s, 10s, 10s, 10s});
    pace.noteFinished(1s);
    pace.noteFinished(11s);
    QCOMPARE(pace.perFigure(), std::optional<Pace::Time>(10s));
}

void TestPace::minutesClaimNoMoreThanIsKnown()
{
    QCOMPARE(roundedMinutes(59s), 0);
    QCOMPARE(roundedMinutes(61s), 1);
    QCOMPARE(roundedMinutes(9min + 20s), 9);
    QCOMPARE(roundedMinutes(22min), 20);
    QCOMPARE(roundedMinutes(58min), 60);
    QCOMPARE(roundedMinutes(80min), 90);
    QCOMPARE(roundedMinutes(500min), 510);
}

QTEST_MAIN(TestPace)
#include "tst_pace.moc"
