// How long work is asked to stop or to wait, and says how far it is.
//
// Thread contract: a Job is handed to one synchronous call. The sink is called on the thread that
// does the work; whoever passes it brings the report to where it is shown.
#pragma once

#include "core/base/result.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

namespace biomedica {

struct Progress {
    std::uint64_t done = 0;
    std::uint64_t total = 0; ///< 0 while it is not known
    std::string what;        ///< what is being worked on now: a file name, say
};

/// Holds work between two of its steps: closed by whoever shows the job, passed by the one who works.
class PauseGate {
public:
    void setPaused(bool isPaused)
    {
        const std::lock_guard lock(m_mutex);
        m_isPaused = isPaused;
        m_changed.notify_all();
    }

    bool isPaused() const
    {
        const std::lock_guard lock(m_mutex);
        return m_isPaused;
    }

    /// Returns at once, or where the gate is closed when it opens or the work is asked to stop.
    void pass(const std::stop_token& stop) const
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [this] { return !m_isPaused; });
    }

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    bool m_isPaused = false;
};

struct Job {
    std::stop_token stop;
    std::function<void(const Progress&)> report;
    std::shared_ptr<const PauseGate> gate = nullptr; ///< none: never pauses

    bool isStopped() const { return stop.stop_requested(); }

    /// Between two steps: waits while the job is paused, then says whether to go on.
    Result<void> check() const
    {
        if (gate)
            gate->pass(stop);
        if (isStopped())
            return Error(ErrorKind::Cancelled, "cancelled");
        return {};
    }

    void tell(std::uint64_t done, std::uint64_t total, std::string what) const
    {
        if (report)
            report(Progress{done, total, std::move(what)});
    }
};

} // namespace biomedica
