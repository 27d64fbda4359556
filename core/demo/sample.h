// One figure as it stands in a shard: key, picture, metadata, caption.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/demo/article.h"
#include "core/demo/labels.h"

#include <string>
#include <vector>

namespace biomedica::demo {

struct Sample {
    std::string key;
    std::string jpeg;
    std::string json;
    std::string caption;
};

struct ArticleSamples {
    int subset = 0;
    std::vector<Sample> samples;
};

/// All figures of the `index`th article. `articleTextBytes` is about the length of its text.
Result<ArticleSamples> makeSamples(std::uint64_t seed, int index, int articleTextBytes, const Job& job);

} // namespace biomedica::demo
