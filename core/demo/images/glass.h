// Gels and membranes on the glass: a piece laid into a frame, blemishes, and the colours of the picture.
//
// Thread contract: values and pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/drawing/canvas.h"
#include "core/demo/drawing/plane.h"
#include "core/image/pixels.h"

namespace biomedica::demo {

/// The colours of 0, a half and 1; between them they mix.
struct Tone {
    Color low;
    Color middle;
    Color high;
};

inline constexpr Tone greyTone{{0, 0, 0}, {0.5, 0.5, 0.5}, {1, 1, 1}};
inline constexpr Tone negativeTone{{1, 1, 1}, {0.5, 0.5, 0.5}, {0, 0, 0}};
inline constexpr Tone coomassieTone{rgb(0xf4f6f8), rgb(0x6f8fd0), rgb(0x14205a)};
inline constexpr Tone paleCoomassieTone{rgb(0xefe9dc), rgb(0x7f8fb8), rgb(0x1c2a55)};

image::Pixels toned(const Plane& plane, const Tone& tone);

/// Covers `ground` with `piece`, its middle at `center`, turned clockwise.
void layTurned(Plane& ground, const Plane& piece, Point center, double degrees);
/// Where a point of a piece that was laid comes to lie.
Point turnedPoint(const Plane& piece, Point of, Point center, double degrees);

/// Dust, fibres, scratches and hairlines that add this much light, or take it.
void addBlemishes(Plane& plane, Random& random, int count, double light);

/// Light that spreads around what is overexposed.
void addBloom(Plane& plane, int radius, double share);

} // namespace biomedica::demo
