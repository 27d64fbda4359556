// What each stage of the ingest takes alone, on one thread.
#pragma once

#include "core/textsearch/text_store.h"
#include "tests/bench/measure.h"

#include <filesystem>
#include <string>
#include <vector>

namespace biomedica::bench {

/// The ingest as the product runs it, without opening a workspace: catalog, text index, columns.
void ingest(const std::filesystem::path& shards, const std::filesystem::path& into, textsearch::IndexedTexts texts);

/// It is a part of the one behind it.
inline constexpr const char* readStage = "read JSON and captions";

/// Stages of the ingest in their order; `into` is made anew.
std::vector<std::pair<std::string, Cost>>
ingestStages(const std::filesystem::path& shards, const std::filesystem::path& into, textsearch::IndexedTexts texts);

} // namespace biomedica::bench
