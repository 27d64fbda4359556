// A picture as the blocks want it: small, on white, with what several of them need computed once.
//
// Thread contract: prepare() is a pure function, Prepared a value that is read only.
#pragma once

#include "core/image/pixels.h"

#include <array>
#include <cmath>
#include <opencv2/core.hpp>
#include <span>
#include <vector>

namespace biomedica::models {

/// The longer side of what is described. Larger pictures are averaged down to it, smaller ones never enlarged.
inline constexpr int describedSide = 256;

/// An outline of one colour's pixels, with what the blocks ask of it.
struct Outline {
    std::vector<cv::Point> points; ///< every pixel of the outer border
    cv::Rect box;
    float area = 0;
    float length = 0;
};

struct Prepared {
    cv::Size original; ///< before anything was shrunk

    cv::Mat bgr;    ///< 8-bit, at least 16 × 16
    cv::Mat grey;   ///< 8-bit
    cv::Mat lab;    ///< 8-bit: L · 255 / 100, a + 128, b + 128
    cv::Mat chroma; ///< float

    cv::Vec3f background;    ///< BGR, the commonest colour of the border
    cv::Vec3f backgroundLab; ///< L 0 to 100
    float backgroundShareOfBorder = 0;
    cv::Mat foreground; ///< 0 or 255: differs from the background by more than 12 in Lab
    cv::Mat coloured;   ///< 0 or 255: chroma above 8

    cv::Mat dx, dy;      ///< float, grey levels a pixel
    cv::Mat magnitude;   ///< float
    cv::Mat orientation; ///< float, degrees, 0 to 180: of the gradient

    cv::Mat levelEdges, uprightEdges; ///< 0 or 255: edges along rows, along columns

    /// Sums of √magnitude over 4 × 4 cells and 9 orientations, where the magnitude is above 2.
    std::array<float, 144> orientations{};

    /// Of the commonest colours but the background's, largest colour first.
    std::vector<Outline> outlines;
    std::size_t outlinesOfPanel = 0; ///< the first so many are of a light grey panel behind a plot

    cv::Rect plotArea; ///< between the axes, else of the foreground, else all: never empty
    cv::Mat marks; ///< 0 or 255, of the plot area: neither its ground nor grid lines; unlike a photograph's foreground
    cv::Mat marksTurned; ///< the same with rows for columns

    float pixels() const { return static_cast<float>(bgr.total()); }
};

/// Adds √magnitude to the nine bins of an orientation (0 to 180 degrees, round), shared between two.
inline void addOrientation(std::span<float> nine, float magnitude, float degrees)
{
    const float weight = std::sqrt(magnitude);
    const float position = degrees / 20;
    const auto low = static_cast<std::size_t>(position) % 9;
    const float part = position - std::floor(position);
    nine[low] += weight * (1 - part);
    nine[(low + 1) % 9] += weight * part;
}

/// `original`: the size before the picture was shrunk while decoding, for its shape.
Prepared prepare(const image::Pixels& picture, image::Size original);

} // namespace biomedica::models
