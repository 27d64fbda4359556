// What an ultrasound probe makes of a drawing: lines of echoes from the skin downwards, speckle, shadows.
//
// Thread contract: as the scan.
#pragma once

#include "core/demo/images/scan.h"

namespace biomedica::demo {

enum class Probe { Linear, Curved, Phased };

/// Where the lines of a probe run in a picture: they come from one point, but for a linear probe.
class Beam {
public:
    /// `opening`: degrees from the first line to the last.
    Beam(Probe probe, int width, int height, double opening);

    /// Line (0 to 1) and depth (0 at the skin to 1) of a pixel; outside of these nothing was scanned.
    Point lineAndDepth(double x, double y) const;
    Point pixelOf(double line, double depth) const;
    double depthInPixels() const { return m_reach - m_first; }

private:
    double m_width;
    Point m_origin;
    double m_first = 0; ///< pixels from the origin to the skin
    double m_reach = 0; ///< to the deepest echo
    double m_half = 0;  ///< angle from the middle to the last line, 0 for parallel lines
};

/// Levels of the drawing: 0 fluid, about 0.4 tissue, above 0.8 what casts a shadow.
Plane echoesOf(const Canvas& drawing, const Beam& beam, Random& random);

} // namespace biomedica::demo
