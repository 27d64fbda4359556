#include "core/demo/images/mrscenes.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

constexpr double dark = 0.03; ///< compact bone and air

/// 0 below the edge, 1 above it, softly.
float step(float value, float edge, float softness)
{
    return std::clamp((value - edge) / softness + 0.5F, 0.0F, 1.0F);
}

/// Folded grey matter over white, fluid in the folds: they wind along the zeros of a texture, deep near the surface.
void addCortex(Scan& scan, const Outline& outline, const Tissue& tissue, double foldSize, double depth, double level)
{
    Canvas& canvas = scan.canvas();
    Canvas mask(canvas.width(), canvas.height(), black);
    mask.polygon(smoothed(scan.at(outline), true), white);
    const Plane inside = planeOf(mask.pixels());
    Plane deep = inside;
    deep.blur(std::max(1, static_cast<int>(scan.unit() * depth)));
    Plane plane = planeOf(canvas.pixels());
    const Texture folds(scan.random(), 4);
    const double scale = 14 / (foldSize * scan.unit());
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            const float share = inside.row(y)[x];
            if (share <= 0)
                continue;
            const float near = std::clamp((1.0F - deep.row(y)[x]) * 2.2F, 0.0F, 1.0F); // to the surface
            const float fold = std::abs(folds.at(x * scale + level * 20, y * scale + level * 9));
            const float fluid = 1 - step(fold, 0.36F * near, 0.14F);
            const float grey = std::max(1 - step(fold, 1.1F * near, 0.25F), step(near, 0.93F, 0.1F));
            const auto brain = static_cast<float>(tissue.white) * (1 - grey) + static_cast<float>(tissue.cortex) * grey;
            const float value = brain * (1 - fluid * near) + static_cast<float>(tissue.fluid) * fluid * near;
            plane.row(y)[x] += share * (value - plane.row(y)[x]);
        }
    canvas.paint(greyPixels(plane), {0, 0});
}

Outline ovalOutline(double x, double y, double radiusX, double radiusY, double degrees = 0)
{
    return ellipse({x, y}, radiusX, radiusY, degrees);
}

/// Scalp, two tables of bone with marrow between, fluid within. Returns the thickness.
double drawSkull(Scan& scan, const Tissue& tissue, double radiusX, double radiusY)
{
    const double scalp = scan.random().real(0.025, 0.06);
    const auto shell = [&](double in, double level) { scan.oval(0, 0, radiusX - in, radiusY - in, grey(level)); };
    shell(0, tissue.fat);
    shell(scalp, dark);
    shell(scalp + 0.02, tissue.marrow * 0.6);
    shell(scalp + 0.04, dark);
    shell(scalp + 0.06, tissue.fluid);
    return scalp + 0.075;
}

void addLesion(Scan& scan, const Tissue& tissue, Point at, double size)
{
    const double ground = (tissue.cortex + tissue.white) / 2;
    for (int i = 0; i < 5; ++i) // swollen around it
        scan.oval(at.x + scan.random().normal(0, size * 0.4), at.y + scan.random().normal(0, size * 0.4), size * 1.1,
                  size, grey(ground + (tissue.lesion - ground) * 0.6, 0.4));
    scan.body(ovalOutline(at.x, at.y, size, size * 0.85, 30), grey(tissue.lesion));
    if (scan.random().chance(0.5))
        scan.body(ovalOutline(at.x, at.y, size * 0.6, size * 0.5, 30), grey(tissue.fluid));
}

void addVentricles(Scan& scan, const Tissue& tissue, double size, double level)
{
    const Color fluid = grey(tissue.fluid);
    if (level < 0.7) {
        scan.bodies({{0.03, -0.3}, {0.1 * size, -0.4}, {0.19 * size, -0.36}, {0.1 * size, -0.2}, {0.05, -0.12}}, fluid);
        scan.bodies({{0.16 * size, 0.22}, {0.26 * size, 0.36}, {0.3 * size, 0.52}, {0.2 * size, 0.44}, {0.14, 0.28}},
                    fluid);
        scan.oval(0, 0.02, 0.025 * size, 0.14, fluid);
    } else {
        scan.bodies({{0.03, -0.36},
                     {0.13 * size, -0.38},
                     {0.12 * size, -0.1},
                     {0.16 * size, 0.16},
                     {0.24 * size, 0.4},
                     {0.14 * size, 0.36},
                     {0.04, 0.05}},
                    fluid);
    }
}

/// Eyes and nose, temporal lobes, brain stem, cerebellum.
void drawBase(Scan& scan, const Tissue& tissue, double width)
{
    for (const double side : {-1.0, 1.0}) {
        scan.oval(side * 0.33, -0.66, 0.22, 0.25, grey(tissue.fat), side * 15);
        scan.strand({{side * 0.3, -0.6}, {side * 0.2, -0.38}}, grey(tissue.muscle), 0.05);
        scan.oval(side * 0.35, -0.72, 0.14, 0.14, grey(tissue.fluid * 0.9));
        scan.oval(side * 0.35, -0.83, 0.06, 0.035, grey(tissue.muscle));
        scan.oval(side * 0.1, -0.62, 0.07, 0.2, grey(dark)); // cells full of air
        addCortex(scan, ovalOutline(side * 0.4, -0.12, 0.28, 0.3, side * 30), tissue, 0.16, 0.12, 0);
        scan.oval(side * 0.55, 0.3, 0.12, 0.16, grey(dark), side * 30);
        addCortex(scan, ovalOutline(side * 0.24, 0.5, width * 0.36, 0.28, side * -20), tissue, 0.07, 0.2, 0.4);
    }
    scan.oval(0, 0.5, 0.09, 0.22, grey(tissue.cortex));
    scan.oval(0, 0.28, 0.06, 0.05, grey(tissue.fluid)); // fourth ventricle
    scan.oval(0, 0.1, 0.17, 0.15, grey(tissue.white));
    scan.oval(0, -0.06, 0.025, 0.025, grey(tissue.blood));
}

void addDeepNuclei(Scan& scan, const Tissue& tissue)
{
    const Color nucleus = grey(tissue.cortex);
    scan.bodies({{0.13, -0.26}, {0.21, -0.27}, {0.2, -0.14}, {0.14, -0.14}}, nucleus);
    scan.bodies({{0.25, -0.2}, {0.36, -0.06}, {0.33, 0.1}, {0.26, 0.02}}, nucleus);
    scan.bodies({{0.05, 0.02}, {0.14, 0.0}, {0.2, 0.12}, {0.1, 0.22}, {0.04, 0.16}}, nucleus);
    for (const double side : {-1.0, 1.0}) { // the insula in its cleft
        scan.strand({{side * 0.44, -0.2}, {side * 0.41, -0.02}, {side * 0.45, 0.14}}, nucleus, 0.05);
        scan.strand({{side * 0.46, -0.2}, {side * 0.44, -0.02}, {side * 0.47, 0.12}, {side * 0.6, 0.14}},
                    grey(tissue.fluid), 0.022);
    }
}

} // namespace

std::optional<Point> drawAxialBrain(Scan& scan, const Tissue& tissue, double level, bool hasFinding)
{
    Random& random = scan.random();
    const double width = random.real(0.72, 0.82);
    const double size = random.real(0.8, 1.8); // of the ventricles: they grow with age
    const double foldSize = random.real(0.13, 0.19);
    const Point lesion{(random.chance(0.5) ? -1 : 1) * random.real(0.2, 0.45), random.real(-0.45, 0.4)};
    const double lesionSize = random.real(0.07, 0.2);
    const double lesionLevel = random.real(0.4, 0.75);
    const double shrink = level > 0.7 ? 1 - 0.5 * (level - 0.7) : 1;
    const double shell = drawSkull(scan, tissue, width * shrink, 0.98 * shrink);
    if (level < 0.22) {
        drawBase(scan, tissue, width);
        return std::nullopt;
    }
    addCortex(scan, ovalOutline(0, 0, width * shrink - shell, 0.98 * shrink - shell), tissue, foldSize, 0.16, level);
    scan.strand({{0, -0.86 * shrink}, {0.005, -0.4}}, grey(tissue.fluid), 0.018);
    scan.strand({{0, 0.4}, {0.004, 0.86 * shrink}}, grey(tissue.fluid), 0.018);
    if (level > 0.9)
        scan.strand({{0, -0.5}, {0, 0.5}}, grey(tissue.fluid), 0.02);
    else
        addVentricles(scan, tissue, size, level);
    if (level < 0.62)
        addDeepNuclei(scan, tissue);
    const double shown = lesionSize * (1 - 2.2 * std::abs(level - lesionLevel));
    if (!hasFinding || shown < 0.03)
        return std::nullopt;
    addLesion(scan, tissue, lesion, shown);
    return lesion;
}

namespace {

/// Fissure, ventricles, thalami, hippocampi.
void drawCoronalMiddle(Scan& scan, const Tissue& tissue, double size)
{
    scan.strand({{0, -0.82}, {0, -0.36}}, grey(tissue.fluid), 0.022);
    scan.strand({{-0.2, -0.22}, {0, -0.26}, {0.2, -0.22}}, grey(tissue.white), 0.05);
    scan.bodies({{0.02, -0.2}, {0.16 * size, -0.24}, {0.2 * size, -0.12}, {0.08, -0.1}}, grey(tissue.fluid));
    scan.bodies({{0.05, -0.02}, {0.16, -0.06}, {0.2, 0.06}, {0.06, 0.12}}, grey(tissue.cortex));
    scan.oval(0, 0.02, 0.02 * size, 0.1, grey(tissue.fluid));
    for (const double side : {-1.0, 1.0}) {
        scan.strand({{side * 0.72, 0.06}, {side * 0.5, 0.08}, {side * 0.42, -0.06}}, grey(tissue.fluid), 0.025);
        scan.oval(side * 0.36, 0.34, 0.09, 0.05, grey(tissue.cortex), side * 15); // hippocampus
        scan.oval(side * 0.4, 0.29, 0.06 * size, 0.02, grey(tissue.fluid), side * 10);
    }
}

} // namespace

std::optional<Point> drawCoronalBrain(Scan& scan, const Tissue& tissue, double level, bool hasFinding)
{
    Random& random = scan.random();
    const double size = random.real(0.8, 1.6);
    const Point lesion{(random.chance(0.5) ? -1 : 1) * random.real(0.2, 0.45), random.real(-0.5, -0.1)};
    const double lesionSize = random.real(0.08, 0.18);
    scan.body({{-0.5, 0.3}, {0.5, 0.3}, {0.55, 0.75}, {0.4, 1.2}, {-0.4, 1.2}, {-0.55, 0.75}}, grey(tissue.fat));
    scan.bodies({{0.2, 0.4}, {0.48, 0.4}, {0.48, 0.75}, {0.35, 1.15}, {0.2, 1.1}}, grey(tissue.muscle));
    scan.oval(0, 0.75, 0.14, 0.35, grey(dark));
    scan.place(0.86, 0, {0, -0.12});
    const double shell = drawSkull(scan, tissue, 0.84, 0.86);
    addCortex(scan,
              {{-0.02, -0.86 + shell},
               {0.4, -0.7},
               {0.8 - shell, -0.25},
               {0.82 - shell, 0.15},
               {0.62, 0.5},
               {0.35, 0.52},
               {0.2, 0.3},
               {-0.2, 0.3},
               {-0.35, 0.52},
               {-0.62, 0.5},
               {-0.82 + shell, 0.15},
               {-0.8 + shell, -0.25},
               {-0.4, -0.7}},
              tissue, random.real(0.14, 0.2), 0.15, level);
    drawCoronalMiddle(scan, tissue, size);
    if (level < 0.5) {
        scan.bodies({{0.02, 0.4}, {0.3, 0.45}, {0.45, 0.62}, {0.2, 0.78}, {0.02, 0.7}}, grey(tissue.cortex));
        scan.bodies({{0.08, 0.5}, {0.26, 0.55}, {0.2, 0.66}, {0.08, 0.62}}, grey(tissue.white));
    }
    scan.body({{-0.12, 0.14}, {0.12, 0.14}, {0.14, 0.45}, {0.09, 0.8}, {-0.09, 0.8}, {-0.14, 0.45}},
              grey(tissue.white));
    if (hasFinding)
        addLesion(scan, tissue, lesion, lesionSize);
    return hasFinding ? std::optional(lesion) : std::nullopt;
}

namespace {

/// The face looks to the left.
void drawProfile(Scan& scan, const Tissue& tissue)
{
    scan.body({{-0.78, -0.35},
               {-0.82, -0.05},
               {-0.98, 0.22},
               {-0.84, 0.3},
               {-0.88, 0.5},
               {-0.78, 0.58},
               {-0.8, 0.75},
               {-0.5, 0.88},
               {-0.3, 1.3},
               {0.55, 1.3},
               {0.62, 0.6},
               {0.8, 0.2},
               {0.85, -0.3},
               {0.3, -0.94},
               {-0.4, -0.86}},
              grey(tissue.fat));
    scan.body(
        {{-0.72, 0.35}, {-0.3, 0.35}, {0.1, 0.5}, {0.45, 0.55}, {0.5, 1.3}, {-0.25, 1.3}, {-0.45, 0.8}, {-0.72, 0.72}},
        grey(tissue.muscle));
    scan.body({{-0.82, 0.14}, {-0.5, 0.05}, {-0.3, 0.2}, {-0.32, 0.32}, {-0.75, 0.28}}, grey(dark)); // nose
    scan.strand({{-0.3, 0.3}, {-0.16, 0.6}, {-0.12, 1.3}}, grey(dark), 0.1);
    scan.body({{-0.68, 0.42}, {-0.4, 0.38}, {-0.25, 0.55}, {-0.35, 0.72}, {-0.62, 0.66}},
              grey(tissue.muscle * 1.4)); // tongue
    for (int i = 0; i < 5; ++i) {         // the neck's vertebrae
        const double y = 0.58 + 0.17 * i;
        scan.body({{0.0, y}, {0.13, y}, {0.14, y + 0.12}, {0.01, y + 0.12}}, grey(tissue.marrow));
        scan.strand({{0.0, y + 0.145}, {0.14, y + 0.145}}, grey(tissue.disc), 0.025);
    }
}

void drawCerebellum(Scan& scan, const Tissue& tissue, double level)
{
    addCortex(scan, ovalOutline(0.42, 0.34, 0.26, 0.22, 20), tissue, 0.07, 0.2, level);
    for (const double degrees : {-60.0, -25.0, 10.0, 45.0}) { // the tree of life
        const double angle = degrees * 0.0175;
        scan.strand({{0.22, 0.32}, {0.42 + 0.12 * std::cos(angle), 0.34 + 0.15 * std::sin(angle)}}, grey(tissue.white),
                    0.03);
    }
}

/// Corpus callosum, thalamus, brain stem; `size` is that of the ventricle.
void drawMidline(Scan& scan, const Tissue& tissue, double size)
{
    scan.strand({{-0.28, -0.1}, {-0.33, -0.22}, {-0.15, -0.31}, {0.12, -0.3}, {0.27, -0.19}, {0.24, -0.13}},
                grey(tissue.white * 1.08), 0.07); // corpus callosum
    scan.strand({{-0.22, -0.16}, {-0.05, -0.23}, {0.14, -0.21}}, grey(tissue.fluid), size);
    scan.oval(0.0, -0.08, 0.13, 0.08, grey(tissue.cortex));
    scan.strand({{0.02, -0.02}, {0.06, 0.18}, {0.13, 0.45}, {0.22, 0.75}, {0.22, 1.3}}, grey(tissue.fluid), 0.17);
    scan.strand({{0.02, -0.02}, {0.06, 0.18}, {0.14, 0.45}, {0.22, 0.75}, {0.22, 1.3}}, grey(tissue.white), 0.1);
    scan.oval(0.04, 0.2, 0.11, 0.14, grey(tissue.white), -15); // pons
    scan.oval(0.2, 0.26, 0.03, 0.1, grey(tissue.fluid), -15);
}

/// Ventricle and deep nuclei of one hemisphere, the eye in front.
void drawBesideMidline(Scan& scan, const Tissue& tissue, double size)
{
    scan.strand({{-0.3, -0.2}, {-0.05, -0.3}, {0.25, -0.2}, {0.32, -0.08}, {0.05, 0.0}}, grey(tissue.fluid), size);
    scan.oval(-0.02, -0.14, 0.16, 0.08, grey(tissue.cortex));
    scan.oval(-0.76, 0.06, 0.12, 0.11, grey(tissue.fluid * 0.9));
    scan.strand({{-0.64, 0.06}, {-0.4, 0.1}}, grey(tissue.white), 0.03);
    scan.oval(0.22, 0.3, 0.12, 0.1, grey(dark));
}

} // namespace

std::optional<Point> drawSagittalBrain(Scan& scan, const Tissue& tissue, double level, bool hasFinding)
{
    Random& random = scan.random();
    const Point lesion{random.real(-0.4, 0.5), random.real(-0.6, -0.35)};
    const double lesionSize = random.real(0.08, 0.16);
    const double foldSize = random.real(0.14, 0.2);
    drawProfile(scan, tissue);
    const Outline cavity = {{-0.7, -0.3}, {-0.68, 0.02}, {-0.3, 0.06},  {-0.1, 0.25}, {0.0, 0.55},   {0.24, 0.58},
                            {0.6, 0.5},   {0.76, 0.1},   {0.77, -0.25}, {0.3, -0.84}, {-0.35, -0.78}};
    scan.canvas().polygon(smoothed(scan.at(cavity), true), grey(tissue.fluid));
    scan.canvas().outline(smoothed(scan.at(cavity), true), {grey(dark), scan.unit() * 0.045});
    addCortex(scan,
              {{-0.64, -0.28},
               {-0.6, -0.02},
               {-0.3, 0.0},
               {0.0, 0.02},
               {0.3, 0.08},
               {0.68, 0.12},
               {0.71, -0.25},
               {0.28, -0.78},
               {-0.33, -0.73}},
              tissue, foldSize, 0.19, level);
    drawCerebellum(scan, tissue, level);
    if (std::abs(level - 0.5) < 0.26)
        drawMidline(scan, tissue, random.real(0.03, 0.07));
    else
        drawBesideMidline(scan, tissue, random.real(0.03, 0.06));
    if (hasFinding)
        addLesion(scan, tissue, lesion, lesionSize);
    return hasFinding ? std::optional(lesion) : std::nullopt;
}

} // namespace biomedica::demo
