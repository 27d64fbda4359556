// How long work is asked to stop and says how far it is.
//
// Thread contract: a Job is handed to one synchronous call. The sink is called on the thread that
// does the work; whoever passes it brings the report to where it is shown.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace biomedica {

struct Progress {
    std::uint64_t done = 0;
    std::uint64_t total = 0; ///< 0 while it is not known
    std::string what;        ///< what is being worked on now: a file name, say
};

struct Job {
    std::stop_token stop;
    std::function<void(const Progress&)> report;

    bool isStopped() const { return stop.stop_requested(); }

    Result<void> check() const
    {
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
