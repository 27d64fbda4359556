// Real files that tests may use, where they are at hand: the folder that BIOMEDICA_TEST_DATA names.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace biomedica::test {

/// Empty where there is none; the test skips with a message then.
std::filesystem::path dataFolder();

/// Regular files below a folder, sorted.
std::vector<std::filesystem::path> filesBelow(const std::filesystem::path& folder);

} // namespace biomedica::test

#define SKIP_WITHOUT_DATA()                                                                                            \
    if (biomedica::test::dataFolder().empty())                                                                         \
    QSKIP("BIOMEDICA_TEST_DATA names no folder of real files")
