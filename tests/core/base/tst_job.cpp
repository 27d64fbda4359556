#include "core/base/job.h"

#include <QTest>
#include <atomic>
#include <future>

using namespace biomedica;

class TestJob : public QObject {
    Q_OBJECT
private slots:
    void workWithoutGateNeverWaits();
    void closedGateHoldsTheWorkUntilItOpens();
    void pausedWorkCanBeStopped();
};

void TestJob::workWithoutGateNeverWaits()
{
    QVERIFY(Job{}.check().has_value());
}

void TestJob::closedGateHoldsTheWorkUntilItOpens()
{
    const auto gate = std::make_shared<PauseGate>();
    gate->setPaused(true);
    std::atomic_bool isPast = false;
    auto work = std::async(std::launch::async, [&] {
        const bool goesOn = Job{{}, {}, gate}.check().has_value();
        isPast = true;
        return goesOn;
    });
    QCOMPARE(work.wait_for(std::chrono::milliseconds(30)), std::future_status::timeout);
    QVERIFY(!isPast);
    gate->setPaused(false);
    QVERIFY(work.get());
    QVERIFY(!gate->isPaused());
}

void TestJob::pausedWorkCanBeStopped()
{
    const auto gate = std::make_shared<PauseGate>();
    gate->setPaused(true);
    std::stop_source stop;
    auto work = std::async(std::launch::async, [&] { return Job{stop.get_token(), {}, gate}.check(); });
    stop.request_stop();
    const Result<void> outcome = work.get();
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind(), ErrorKind::Cancelled);
}

QTEST_APPLESS_MAIN(TestJob)
#include "tst_job.moc"
