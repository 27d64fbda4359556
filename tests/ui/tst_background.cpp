// Work in the background: what is delivered, and what is dropped.

#include "ui/common/background.h"

#include <QSignalSpy>
#include <QTest>
#include <condition_variable>
#include <mutex>
#include <optional>

using biomedica::ui::Background;

namespace {

/// Holds work back until it is opened or the work is told to stop.
class Gate {
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }
    void wait(std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [this] { return m_isOpen; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isOpen = false;
};

} // namespace

class TestBackground : public QObject {
    Q_OBJECT
private slots:
    void resultArrivesOnTheReceiversThread();
    void newerWorkCancelsTheOlder();
    void cancelledWorkIsNotDelivered();
    void inOrderDeliversEverythingInOrder();
    void nothingIsDeliveredAfterTheEnd();

private:
    QThreadPool m_pool;
};

void TestBackground::resultArrivesOnTheReceiversThread()
{
    Background line(m_pool, this);
    QThread* workedOn = nullptr;
    QThread* deliveredOn = nullptr;
    line.start([](std::stop_token) { return QThread::currentThread(); },
               [&](QThread* thread) {
                   workedOn = thread;
                   deliveredOn = QThread::currentThread();
               });
    QVERIFY(line.isBusy());
    QTRY_VERIFY(workedOn);
    QCOMPARE(deliveredOn, thread());
    QVERIFY(workedOn != thread());
    QVERIFY(!line.isBusy());
}

void TestBackground::newerWorkCancelsTheOlder()
{
    Gate never;
    Background line(m_pool, this);
    QList<int> delivered;
    const auto deliver = [&](int value) { delivered.append(value); };
    line.start(
        [&never](std::stop_token stop) {
            never.wait(stop);
            return 1;
        },
        deliver);
    line.start([](std::stop_token) { return 2; }, deliver);
    QTRY_VERIFY(!line.isBusy());
    m_pool.waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(delivered, QList<int>{2});
}

void TestBackground::cancelledWorkIsNotDelivered()
{
    Background line(m_pool, this);
    bool isDelivered = false;
    line.start([](std::stop_token) { return 0; }, [&](int) { isDelivered = true; });
    m_pool.waitForDone(); // finished, but its result still waits
    line.cancel();
    QVERIFY(!line.isBusy());
    QCoreApplication::processEvents();
    QVERIFY(!isDelivered);
}

void TestBackground::inOrderDeliversEverythingInOrder()
{
    QThreadPool one;
    one.setMaxThreadCount(1);
    Background line(one, this, Background::Policy::InOrder);
    QList<int> delivered, expected;
    for (int i = 0; i < 50; ++i) {
        expected.append(i);
        line.start([i](std::stop_token) { return i; }, [&](int value) { delivered.append(value); });
    }
    QTRY_VERIFY(!line.isBusy());
    QCOMPARE(delivered, expected);
}

void TestBackground::nothingIsDeliveredAfterTheEnd()
{
    bool isDelivered = false;
    {
        std::optional<Background> line(std::in_place, m_pool, this);
        line->start([](std::stop_token) { return 0; }, [&](int) { isDelivered = true; });
        m_pool.waitForDone();
    }
    QCoreApplication::processEvents();
    QVERIFY(!isDelivered);
}

QTEST_MAIN(TestBackground)
#include "tst_background.moc"
