// The same work on several threads, for loops whose parts do not meet.
//
// Thread contract: the caller's thread is one of them; returns when all have.
#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace biomedica::similarity {

/// Calls work(begin, end) for `threads` parts of [0, count).
template <typename Work>
void inParts(unsigned threads, std::size_t count, const Work& work)
{
    const std::size_t parts = std::max<std::size_t>(1, std::min<std::size_t>(threads, count));
    std::vector<std::jthread> others;
    others.reserve(parts - 1);
    for (std::size_t part = 1; part < parts; ++part)
        others.emplace_back([&work, count, parts, part] { work(count * part / parts, count * (part + 1) / parts); });
    work(std::size_t{0}, count / parts);
}

} // namespace biomedica::similarity
