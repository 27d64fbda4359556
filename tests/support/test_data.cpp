#include "tests/support/test_data.h"

#include <algorithm>
#include <cstdlib>

namespace biomedica::test {

std::filesystem::path dataFolder()
{
    const char* folder = std::getenv("BIOMEDICA_TEST_DATA");
    std::error_code ignored;
    if (!folder || !*folder || !std::filesystem::is_directory(folder, ignored))
        return {};
    return folder;
}

std::vector<std::filesystem::path> filesBelow(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace biomedica::test
