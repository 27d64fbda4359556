// What a light microscope makes of a specimen: contrast, illumination, and the camera on top of it.
//
// Thread contract: values and pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/drawing/canvas.h"
#include "core/demo/drawing/plane.h"
#include "core/image/pixels.h"

#include <vector>

namespace biomedica::demo {

/// Light behind the specimen, 1 where nothing is in its way: one plane, or three for red, green and blue.
using Light = std::vector<Plane>;

/// `thickness` of the specimen is its phase shift in radians. Thin parts are dark, thick ones bright, and a bright halo
/// of this radius in pixels lies around both.
Plane inPhaseContrast(const Plane& thickness, int haloRadius);
/// Relief as if lit from `degrees`, steeper for a larger `strength`.
Plane inInterferenceContrast(const Plane& thickness, double degrees, double strength);
/// Dark lines where the thickness bends, as of unstained cells a little out of focus.
Plane inBrightField(const Plane& thickness, double strength);
/// What was drawn in colours over white.
Light throughColors(const Canvas& canvas);

struct Camera {
    Color ground{0.6, 0.6, 0.6}; ///< of the empty field
    double contrast = 1;
    double vignette = 0;   ///< share of the light lost in the corners
    Point tilt;            ///< share of the light gained to the right and downwards
    double mottle = 0;     ///< sd of unevenness in large lumps
    int defocus = 0;       ///< radius of the blur in pixels
    double grain = 2;      ///< sd in levels of 0 to 255
    int dust = 0;          ///< specks on the way of the light
    bool isRound = false;  ///< the eyepiece's stop cuts off the corners
    int jpegQuality = 100; ///< below 100 it was compressed on its way
};

/// A camera as clean or as poor as any. Its ground is grey.
Camera anyCamera(Random& random);

image::Pixels photographed(Light light, const Camera& camera, Random& random);

/// Enlarged between the pixels.
image::Pixels enlarged(const image::Pixels& pixels, int width, int height);

} // namespace biomedica::demo
