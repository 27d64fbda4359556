#include "core/models/blocks/blocks.h"

#include <array>

namespace biomedica::models {

namespace {

constexpr std::array<Block, 41> table = {{
    {"aspect", 10, aspect},
    {"thumbnail lightness", 64, thumbnailLightness},
    {"thumbnail colour", 32, thumbnailColour},
    {"lightness", 16, lightness},
    {"chroma", 8, chroma},
    {"hue", 12, hue},
    {"palette", 23, palette},
    {"gradients", 11, gradients},
    {"orientations 2", 36, orientations2},
    {"orientations 4", 144, orientations4},
    {"edge density", 16, edgeDensity},
    {"mark orientations", 45, markOrientations},
    {"horizontal edge runs", 8, horizontalEdgeRuns},
    {"vertical edge runs", 8, verticalEdgeRuns},
    {"ink row runs", 8, inkRowRuns},
    {"ink column runs", 8, inkColumnRuns},
    {"mark runs", 32, markRuns},
    {"profiles", 24, profiles},
    {"mark profiles", 24, markProfiles},
    {"profile facts", 12, profileFacts},
    {"profile spectrum", 16, profileSpectrum},
    {"components", 22, components},
    {"mark components", 21, markComponents},
    {"enclosures", 23, enclosures},
    {"strokes", 8, strokes},
    {"voids", 8, voids},
    {"shapes by area", 69, shapesByArea},
    {"shapes by count", 69, shapesByCount},
    {"regularity", 8, regularity},
    {"outline directions", 29, outlineDirections},
    {"skyline", 30, skyline},
    {"standing marks", 28, standingMarks},
    {"mark crossings", 16, markCrossings},
    {"mark lengths", 24, markLengths},
    {"edge lines", 38, edgeLines},
    {"circles", 14, circles},
    {"local patterns 1", 59, localPatterns1},
    {"local patterns 2", 59, localPatterns2},
    {"local patterns 4", 59, localPatterns4},
    {"spectrum", 36, spectrum},
    {"co-occurrence", 36, cooccurrence},
}};

} // namespace

std::span<const Block> allBlocks()
{
    return table;
}

std::size_t measureCount()
{
    std::size_t count = 0;
    for (const Block& block : table)
        count += block.size;
    return count;
}

std::vector<float> measure(const image::Pixels& picture, image::Size original)
{
    const Prepared prepared = prepare(picture, original);
    std::vector<float> values(measureCount());
    std::size_t begin = 0;
    for (const Block& block : table) {
        block.measure(prepared, std::span(values).subspan(begin, block.size));
        begin += block.size;
    }
    return values;
}

} // namespace biomedica::models
