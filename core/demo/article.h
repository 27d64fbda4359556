// An invented article: what its figures have in common.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/demo/drawing/subject.h"
#include "core/json/value.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::demo {

inline constexpr int subsetCount = 3;
std::string_view subsetName(int subset); ///< commercial, noncommercial, other

struct Article {
    std::string accession; ///< above PMC99000000, where there are no real articles
    int subset = 0;
    std::string license;
    std::string journal;
    std::string title;
    std::string abstract;
    std::string date;
    std::string citation;
    std::string text;
    json::Value mesh;
    json::Value keywords;
    json::Value subjects;
    json::Value referenceIds;
    json::Value referenceCount;
    Subject subject;
    std::vector<std::string> imageIds;              ///< of its figures, 1 to 8
    std::vector<std::vector<std::string>> mentions; ///< paragraphs for each figure; none for some
};

/// The `index`th article of the demo with this seed, before it is written: text and mentions are empty.
Article makeArticle(std::uint64_t seed, int index);

/// Adds the text, about `textBytes` long, and where it mentions the figures; `topics` of each figure's panels.
void writeText(Article& article, const std::vector<std::vector<std::string>>& topics, std::uint64_t seed,
               int textBytes);

} // namespace biomedica::demo
