// What the screen of an ultrasound machine shows around and over the echoes.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/images/echo.h"

namespace biomedica::demo {

/// A tick for each centimetre of depth, longer ones for five.
void drawDepthScale(Brush& brush, double x, double top, double pixelsPerCentimetre, double bottom);
/// From white above to black below.
void drawGreyWedge(Brush& brush, const Rect& place, bool isColour);
/// Two crosses and a dotted line between them.
void drawCallipers(Brush& brush, Point from, Point to, Color color);
/// In the box, where the drawing holds fluid, or where it has none in threads: red towards the probe, blue away from
/// it.
void paintFlow(image::Pixels& pixels, const Plane& drawing, const Rect& box, Random& random);
/// A line near the middle over time: what moves goes up and down with the heart.
image::Pixels motionStrip(const Plane& drawing, const Beam& beam, int width, int height, Random& random);
/// How fast the blood flows over time.
image::Pixels spectrumStrip(int width, int height, Random& random);

} // namespace biomedica::demo
