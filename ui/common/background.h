// The only way in which the window starts work in the background.
//
// A Background is one line of work with one receiver. Policy::Latest: a new piece cancels the one
// before, whose result is dropped even where it was finished already (a generation counter sees to it).
// Policy::InOrder: every piece runs and is delivered; with a pool of one thread, in the order of start().
//
// Thread contract: belongs to the receiver's thread, on which results are delivered. The work runs on
// the pool, gets a std::stop_token and must own or share all that it touches: it may outlive the line.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace biomedica::ui {

class Background {
public:
    enum class Policy { Latest, InOrder };

    Background(QThreadPool& pool, QObject* receiver, Policy policy = Policy::Latest);
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;
    /// Cancels; nothing is delivered any more.
    ~Background();

    /// `work(std::stop_token)` on the pool, then `deliver(its result)` on the receiver's thread.
    template <typename Work, typename Deliver>
    void start(Work work, Deliver deliver)
    {
        using Value = std::invoke_result_t<Work, std::stop_token>;
        startErased([work = std::move(work), deliver = std::move(deliver)](std::stop_token stop) mutable {
            auto value = std::make_shared<Value>(work(std::move(stop)));
            return [value, deliver = std::move(deliver)]() mutable { deliver(std::move(*value)); };
        });
    }

    void cancel();

    /// Something was started and neither delivered nor cancelled.
    bool isBusy() const;

private:
    struct Line;
    using Delivery = std::function<void()>;

    void startErased(std::function<Delivery(std::stop_token)> work);

    QThreadPool& m_pool;
    Policy m_policy;
    std::shared_ptr<Line> m_line;
    std::stop_source m_stop;
};

} // namespace biomedica::ui
