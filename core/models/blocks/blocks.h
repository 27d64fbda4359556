// What is measured of a picture: blocks of numbers, each a pure function and a row of the table in blocks.cpp.
// A change of a block makes older vectors and the fitted matrix stale: see core/models/whitening.h.
//
// Thread contract: pure functions; the table is immutable.
#pragma once

#include "core/models/prepared/prepared.h"

#include <span>
#include <string_view>
#include <vector>

namespace biomedica::models {

struct Block {
    std::string_view name;
    std::size_t size;
    void (*measure)(const Prepared& picture, std::span<float> out); ///< `out` comes with `size` zeros
};

std::span<const Block> allBlocks();

/// Of all blocks together.
std::size_t measureCount();

/// All blocks of a picture, one after the other: measureCount() finite numbers.
std::vector<float> measure(const image::Pixels& picture, image::Size original);

// colours.cpp
void aspect(const Prepared& picture, std::span<float> out);
void thumbnailLightness(const Prepared& picture, std::span<float> out);
void thumbnailColour(const Prepared& picture, std::span<float> out);
void lightness(const Prepared& picture, std::span<float> out);
void chroma(const Prepared& picture, std::span<float> out);
void hue(const Prepared& picture, std::span<float> out);
void palette(const Prepared& picture, std::span<float> out);

// edges.cpp
void gradients(const Prepared& picture, std::span<float> out);
void orientations2(const Prepared& picture, std::span<float> out);
void orientations4(const Prepared& picture, std::span<float> out);
void edgeDensity(const Prepared& picture, std::span<float> out);
void markOrientations(const Prepared& picture, std::span<float> out);

// runs.cpp
void horizontalEdgeRuns(const Prepared& picture, std::span<float> out);
void verticalEdgeRuns(const Prepared& picture, std::span<float> out);
void inkRowRuns(const Prepared& picture, std::span<float> out);
void inkColumnRuns(const Prepared& picture, std::span<float> out);
void markRuns(const Prepared& picture, std::span<float> out);

// profiles.cpp
void profiles(const Prepared& picture, std::span<float> out);
void markProfiles(const Prepared& picture, std::span<float> out);
void profileFacts(const Prepared& picture, std::span<float> out);
void profileSpectrum(const Prepared& picture, std::span<float> out);

// components.cpp
void components(const Prepared& picture, std::span<float> out);
void markComponents(const Prepared& picture, std::span<float> out);
void enclosures(const Prepared& picture, std::span<float> out);
void strokes(const Prepared& picture, std::span<float> out);
void voids(const Prepared& picture, std::span<float> out);

// shapes.cpp
void shapesByArea(const Prepared& picture, std::span<float> out);
void shapesByCount(const Prepared& picture, std::span<float> out);
void regularity(const Prepared& picture, std::span<float> out);
void outlineDirections(const Prepared& picture, std::span<float> out);
void skyline(const Prepared& picture, std::span<float> out);

// marks.cpp
void standingMarks(const Prepared& picture, std::span<float> out);
void markCrossings(const Prepared& picture, std::span<float> out);
void markLengths(const Prepared& picture, std::span<float> out);

// lines.cpp
void edgeLines(const Prepared& picture, std::span<float> out);
void circles(const Prepared& picture, std::span<float> out);

// texture.cpp
void localPatterns1(const Prepared& picture, std::span<float> out);
void localPatterns2(const Prepared& picture, std::span<float> out);
void localPatterns4(const Prepared& picture, std::span<float> out);
void spectrum(const Prepared& picture, std::span<float> out);
void cooccurrence(const Prepared& picture, std::span<float> out);

} // namespace biomedica::models
