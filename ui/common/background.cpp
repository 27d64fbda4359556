#include "ui/common/background.h"

#include <QMetaObject>
#include <mutex>

namespace biomedica::ui {

struct Background::Line {
    std::mutex mutex;
    QObject* receiver = nullptr; ///< guarded; null once the Background is gone

    // On the receiver's thread only.
    std::uint64_t generation = 0;
    int pending = 0;

    void post(Delivery delivery)
    {
        const std::lock_guard lock(mutex);
        if (receiver)
            QMetaObject::invokeMethod(receiver, std::move(delivery), Qt::QueuedConnection);
    }
};

Background::Background(QThreadPool& pool, QObject* receiver, Policy policy)
    : m_pool(pool), m_policy(policy), m_line(std::make_shared<Line>())
{
    m_line->receiver = receiver;
}

Background::~Background()
{
    cancel();
    const std::lock_guard lock(m_line->mutex);
    m_line->receiver = nullptr;
}

void Background::startErased(std::function<Delivery(std::stop_token)> work)
{
    if (m_policy == Policy::Latest)
        cancel();
    ++m_line->pending;
    m_pool.start([line = m_line, generation = m_line->generation, stop = m_stop.get_token(), work = std::move(work)] {
        if (stop.stop_requested())
            return;
        line->post([line, generation, deliver = work(stop)] {
            if (line->generation != generation)
                return;
            --line->pending;
            deliver();
        });
    });
}

void Background::cancel()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    ++m_line->generation;
    m_line->pending = 0;
}

bool Background::isBusy() const
{
    return m_line->pending > 0;
}

} // namespace biomedica::ui
