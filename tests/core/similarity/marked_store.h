// A store of vectors that tell which number they were made from, and what is found in it and in its folder.
#pragma once

#include "tests/core/similarity/vector_fixture.h"

namespace biomedica::similarity::test {

inline constexpr std::size_t markedDimensions = 40;

/// A vector that tells which number it was made from.
std::vector<float> marked(std::size_t number);

/// As a vector is kept.
std::vector<float> kept(std::vector<float> vector);

/// marked(0) … with ids idOf(0) …, committed each `batch` rows.
std::shared_ptr<VectorStore> storeOfMarked(const QTemporaryDir& folder, std::size_t count, std::size_t batch);

/// What is live: the numbers of each id.
std::map<std::uint64_t, std::vector<float>> contentOf(const VectorSet& set);

/// Files with this ending, by name.
std::vector<std::filesystem::path> filesOf(const std::filesystem::path& folder, const std::string& extension);

} // namespace biomedica::similarity::test
