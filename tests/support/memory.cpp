#include "tests/support/memory.h"

#include <fstream>
#include <string>

namespace biomedica::test {

namespace {

std::int64_t statusBytes(const std::string& name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name))
            return std::stoll(line.substr(name.size())) * 1024;
    return 0;
}

} // namespace

std::int64_t residentMemory()
{
    return statusBytes("VmRSS:");
}

std::int64_t peakMemory()
{
    return statusBytes("VmHWM:");
}

} // namespace biomedica::test
