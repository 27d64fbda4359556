#include "core/demo/images/choice.h"
#include "core/demo/images/film.h"
#include "core/demo/images/images.h"
#include "core/demo/images/scalebar.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

struct FilmPart {
    std::string_view view; ///< before "radiograph of"
    std::string_view part; ///< after "the"
    std::string_view finding;
    FilmScene draw;
    double aspect; // height over width
    double weight;
    bool isOfASide; ///< left and right look the same but for the side
};

constexpr std::array<FilmPart, 11> parts = {{
    {"posteroanterior radiograph", "chest", "an opacity", drawChestFilm, 1.05, 3.2, false},
    {"anteroposterior radiograph", "knee", "a fracture line of the tibia", drawKneeFilm, 1.3, 1.2, true},
    {"anteroposterior radiograph", "pelvis", "a fracture of the femoral neck", drawPelvisFilm, 0.85, 1.3, true},
    {"posteroanterior radiograph", "hand", "a fracture of a metacarpal bone", drawHandFilm, 1.35, 1.1, true},
    {"dorsoplantar radiograph", "foot", "a fracture of a metatarsal bone", drawFootFilm, 1.45, 0.9, true},
    {"lateral radiograph", "lumbar spine", "a compressed vertebra", drawSpineFilm, 1.5, 1.1, true},
    {"anteroposterior radiograph", "shoulder", "a dislocation of the humeral head", drawShoulderFilm, 0.95, 0.8, true},
    {"lateral radiograph", "skull", "a lytic lesion", drawSkullFilm, 1.0, 0.9, true},
    {"panoramic radiograph", "jaws", "a radiolucent lesion of the mandible", drawPanoramicFilm, 0.52, 1.2, true},
    {"periapical radiograph", "teeth", "a radiolucency at the apex of a root", drawPeriapicalFilm, 1.15, 1.1, true},
    {"mammogram", "breast", "a spiculated mass", drawMammogram, 1.25, 1.1, true},
}};

/// How the film was exposed and printed.
struct Exposure {
    double gamma;
    double contrast;
    double slope; ///< more light on one side
    double heading;
    double frame;   ///< width of what the collimator shut out, as a share of the side
    double tilt;    ///< of the collimator, in degrees
    bool isInverse; ///< bones dark
};

Exposure makeExposure(Random& random)
{
    Exposure exposure{};
    exposure.gamma = random.real(0.75, 1.35);
    exposure.contrast = random.real(0.85, 1.35);
    exposure.slope = random.chance(0.5) ? random.real(0, 0.5) : 0;
    exposure.heading = random.real(0, 6.28);
    exposure.frame = random.chance(0.25) ? random.real(0.02, 0.09) : 0;
    exposure.tilt = random.normal(0, 2);
    exposure.isInverse = random.chance(0.1);
    return exposure;
}

/// 1 within the collimator's blades.
Plane openArea(int width, int height, const Exposure& exposure)
{
    Canvas canvas(width, height, exposure.frame > 0 ? black : white);
    const double in = exposure.frame * std::min(width, height);
    const double turn = std::tan(exposure.tilt * 0.01745) * width / 2;
    const std::vector<Point> corners = {
        {in, in - turn}, {width - in, in + turn}, {width - in, height - in + turn}, {in, height - in - turn}};
    canvas.polygon(corners, white);
    return planeOf(canvas.pixels());
}

image::Pixels expose(Film& film, const Exposure& exposure, Random& random)
{
    Plane plane = planeOf(film.canvas().pixels());
    plane.blur(std::max(1, static_cast<int>(film.side() * 0.006)));
    const Plane open = openArea(plane.width, plane.height, exposure);
    const Texture texture(random, 2);
    const double alongX = std::cos(exposure.heading) * exposure.slope / plane.width;
    const double alongY = std::sin(exposure.heading) * exposure.slope / plane.height;
    const auto gamma = static_cast<float>(exposure.gamma);
    for (int y = 0; y < plane.height; ++y)
        for (int x = 0; x < plane.width; ++x) {
            const auto light = static_cast<float>(
                exposure.contrast * (1 + alongX * (x - plane.width / 2.0) + alongY * (y - plane.height / 2.0)));
            const float value = plane.row(y)[x] * light * (1 + 0.045F * texture.cloud(x, y, 4));
            plane.row(y)[x] = std::pow(std::max(0.0F, value), gamma) * open.row(y)[x];
        }
    plane.addPhotonNoise(random, random.real(400, 2500), 0.008);
    for (float& value : plane.values)
        value = exposure.isInverse ? 1 - value : value;
    return greyPixels(plane);
}

void drawSide(Brush& brush, const Rect& rect, const std::string& side, Color color)
{
    const Font font{std::clamp(rect.height * brush.random.real(0.035, 0.06), 10.0, 26.0), true};
    const double x = side == "R" ? rect.x + font.size * 0.6 : rect.right() - font.size * 1.3;
    const double y = brush.random.chance(0.7) ? rect.y + font.size * 0.6 : rect.bottom() - font.size * 2;
    brush.canvas.text(side, {x, y}, font, color, {Horizontal::Left, Vertical::Top});
}

/// What all films of a figure share.
struct Examination {
    const FilmPart& part;
    Exposure exposure;
    std::string side;
    bool hasFinding;
    bool isRaw; ///< no letters, no arrows
    bool hasArrow;
};

void drawFilm(Brush& brush, const Rect& cell, const Examination& examination)
{
    Random& random = brush.random;
    // Broader than this, bodies would look squashed.
    const Rect rect = wholePixels(fitted(cell, examination.part.aspect, 1.15));
    Film film(random, static_cast<int>(rect.width), static_cast<int>(rect.height),
              examination.part.isOfASide && random.chance(0.5));
    const Point finding = examination.part.draw(film, random, examination.hasFinding);
    const Exposure& exposure = examination.exposure;
    brush.canvas.paint(expose(film, exposure, random), {rect.x, rect.y});
    const Color ink = exposure.isInverse ? grey(0.08) : grey(0.94);
    if (!examination.isRaw)
        drawSide(brush, rect, examination.side, ink);
    const Point tip = film.at(finding.x, finding.y);
    if (examination.hasArrow)
        drawPointer(brush, {rect.x + tip.x, rect.y + tip.y}, rect.width * 0.09, ink);
}

PanelText textOf(const Examination& examination, int films, int age)
{
    const std::string part(examination.part.part);
    const std::string view(examination.part.view);
    PanelText text;
    text.topic =
        view + (films > 1 ? "s" : "") + " of the " + part + " of a patient aged " + std::to_string(age) + " years";
    const std::string marked = !examination.hasArrow ? "." : films > 1 ? " (arrows)." : " (arrow).";
    text.details = {examination.hasFinding ? (films > 1 ? "The films show " : "The film shows ")
                                                 + std::string(examination.part.finding) + marked
                                           : std::string("No abnormality is seen.")};
    if (!examination.isRaw)
        text.details.push_back(examination.side + ", " + (examination.side == "R" ? "right" : "left") + " side.");
    text.shown = {view == "mammogram" ? view : "radiograph", part};
    return text;
}

} // namespace

PanelText drawRadiograph(Brush& brush)
{
    Random& random = brush.random;
    const FilmPart& part = pickByWeight(random, parts);
    const bool hasFinding = random.chance(0.6);
    const bool isRaw = random.chance(0.4);
    const Examination examination{part,
                                  makeExposure(random),
                                  random.chance(0.5) ? "R" : "L",
                                  hasFinding,
                                  isRaw,
                                  hasFinding && !isRaw && random.chance(0.8)};
    const SliceGrid grid = pickGrid(random, brush.area, part.aspect, 3);
    for (const Rect& cell : placesOf(grid, brush.area, 3))
        drawFilm(brush, cell, examination);
    return textOf(examination, grid.count(), random.integer(19, 84));
}

} // namespace biomedica::demo
