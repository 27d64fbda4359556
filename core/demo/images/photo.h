// A colour photograph: things that lie in the light on a ground, and what a camera makes of them.
//
// Thread contract: values; a Photo belongs to one thread.
#pragma once

#include "core/demo/drawing/canvas.h"
#include "core/demo/drawing/panel.h"
#include "core/demo/drawing/plane.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::demo {

constexpr Color grey(double level)
{
    return {level, level, level};
}

constexpr Color dimmed(Color color, double factor)
{
    return {color.red * factor, color.green * factor, color.blue * factor, color.alpha};
}

/// A little lighter or darker, warmer or colder: no two things have the same colour.
Color varied(Random& random, Color color, double amount);

/// Towards the lamp, of length 1; x to the right, y down, z towards the camera.
struct Light {
    float x = 0;
    float y = 0;
    float z = 1;
};

/// From the upper side, not too low.
Light randomLight(Random& random);

/// What a surface sends back: `diffuse` is 1 where it is flat, `gloss` 1 in the middle of a highlight.
struct Lit {
    float diffuse = 1;
    float gloss = 0;
};

/// Of a surface of these heights, which are in pixels.
Lit litAt(const Plane& heights, int x, int y, const Light& light);

using Outline = std::vector<Point>;

/// An outline around `center` that is not quite an ellipse: `wobble` of the radius, turned by `degrees`.
Outline blob(Random& random, Point center, double radiusX, double radiusY, double wobble, double degrees = 0);
/// A band along a curve, of half these widths at its beginning, middle and end.
Outline strip(const std::vector<Point>& along, double beginning, double middle, double end);
/// An outline in [-1, 1], placed: scaled, turned clockwise by `degrees` and moved.
Outline placed(const Outline& outline, Point center, double scaleX, double scaleY, double degrees);

/// The light of a drawing: 1 where white, 0 where black.
template <typename Draw>
Plane maskOf(int width, int height, const Draw& draw)
{
    Canvas canvas(width, height, black);
    draw(canvas);
    return planeOf(canvas.pixels());
}

struct Material {
    Color color;
    Color mottle;          ///< of its patches
    double mottling = 0.5; ///< how much they show
    double patch = 8;      ///< their size in pixels
    double roughness = 0;  ///< pixels that its surface goes up and down over half a patch
    double gloss = 0.2;
    double shadow = 0.4; ///< that it casts on what lies below
};

class Photo {
public:
    Photo(Random& random, int width, int height);

    int width() const { return m_red.width; }
    int height() const { return m_red.height; }
    const Light& light() const { return m_light; }
    const Texture& fine() const { return m_fine; }
    const Texture& coarse() const { return m_coarse; }

    Color at(int x, int y) const { return {m_red.row(y)[x], m_green.row(y)[x], m_blue.row(y)[x]}; }
    void set(int x, int y, Color color);
    void mix(int x, int y, Color color, double share) { set(x, y, between(at(x, y), color, share)); }
    /// Light on what is there already.
    void shine(int x, int y, const Lit& lit, double gloss);

    /// Asks `colorAt(x, y)` for every pixel.
    template <typename ColorAt>
    void fill(const ColorAt& colorAt)
    {
        for (int y = 0; y < height(); ++y)
            for (int x = 0; x < width(); ++x)
                set(x, y, colorAt(x, y));
    }
    /// Draws on it with a canvas.
    template <typename Draw>
    void draw(const Draw& draw)
    {
        Canvas canvas(width(), height(), white);
        canvas.paint(pixels(), {0, 0});
        draw(canvas);
        take(canvas.pixels());
    }

    /// A body of rounded edge: its shadow, its colour, its light. `roundness` in pixels.
    void lay(const Outline& outline, const Material& material, double roundness);
    void lay(const std::vector<Outline>& parts, const Material& material, double roundness);
    /// Colour where the mask is white.
    void tint(const Plane& mask, Color color, double strength);

    void blur(int radius);
    /// From `middle` times the light to that less `loss` at the middle of a side.
    void spot(double middle, double loss);
    /// Sharp at this row, blurred by up to `radius` at the farther edge.
    void focus(double row, int radius);
    /// White balance, exposure, fall-off of light, softness of the lens and grain, as photographs have them.
    image::Pixels developed(Random& random);
    image::Pixels pixels() const;

private:
    void take(const image::Pixels& pixels);
    Plane heightsOf(const Plane& mask, int left, int top, const Material& material, double roundness) const;
    void cast(const Plane& mask, int left, int top, double roundness, double strength);

    Plane m_red;
    Plane m_green;
    Plane m_blue;
    Light m_light;
    Texture m_fine;
    Texture m_coarse;
};

/// A photograph and what a caption says of it.
struct Shot {
    image::Pixels pixels;
    PanelText text;
};

} // namespace biomedica::demo
