// Times and their quantiles, for benchmark programs.
#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <type_traits>
#include <vector>

namespace biomedica::bench {

template <typename Work>
double millisecondsOf(Work work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

struct Cost {
    double wall = 0, processor = 0; ///< milliseconds; of the processor: user and system, of all threads
};

template <typename Work>
Cost costOf(Work work)
{
    const std::clock_t begin = std::clock();
    const double wall = millisecondsOf(work);
    return {wall, static_cast<double>(std::clock() - begin) * 1000 / CLOCKS_PER_SEC};
}

inline double quantile(std::vector<double> values, double q)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(q * static_cast<double>(values.size() - 1))];
}

/// Resident memory of this process without mapped files (RssAnon), in millions of bytes.
inline double anonymousMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("RssAnon:"))
            return std::stod(line.substr(8)) * 1024 / 1e6;
    return 0;
}

inline Cost median(const std::vector<Cost>& costs)
{
    std::vector<double> walls, processors;
    for (const Cost& cost : costs) {
        walls.push_back(cost.wall);
        processors.push_back(cost.processor);
    }
    return {quantile(walls, 0.5), quantile(processors, 0.5)};
}

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().message().c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

} // namespace biomedica::bench
