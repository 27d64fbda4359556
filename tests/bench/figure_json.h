// Metadata as it stands in a shard.
//
// Thread contract: a pure function.
#pragma once

#include "core/json/value.h"
#include "core/shards/metadata.h"

namespace biomedica::bench {

/// The fields of the released metadata, but for the article's text and references.
json::Value metadataJson(const shards::FigureMetadata& figure);

} // namespace biomedica::bench
