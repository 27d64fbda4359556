#include "core/demo/images/choice.h"
#include "core/demo/images/echoscenes.h"
#include "core/demo/images/echoscreen.h"
#include "core/demo/images/images.h"

#include <algorithm>
#include <cmath>

namespace biomedica::demo {

namespace {

struct EchoView {
    std::string_view part; ///< with what a sentence needs
    std::string_view word; ///< to be searched for
    std::string_view finding;
    std::string_view measured; ///< what callipers may stand at
    EchoScene draw;
    Probe probe;
    int depth; ///< centimetres
    double weight;
    double flows; ///< how often with colour
    bool isPatient;
};

constexpr std::array<EchoView, 8> views = {{
    {"the thyroid", "thyroid", "a nodule of one lobe", "nodule", drawThyroid, Probe::Linear, 4, 1.2, 0.2, true},
    {"the breast", "breast", "a nodule", "nodule", drawBreast, Probe::Linear, 4, 1.3, 0.2, true},
    {"the carotid artery", "carotid", "a plaque", "lumen", drawCarotid, Probe::Linear, 4, 1, 0.6, true},
    {"the gallbladder", "gallbladder", "gallstones with shadows behind them", "gallbladder", drawGallbladder,
     Probe::Curved, 14, 1.2, 0.1, true},
    {"the kidney", "kidney", "a dilated renal pelvis", "kidney", drawKidney, Probe::Curved, 13, 1.2, 0.4, true},
    {"a gestational sac with an embryo", "embryo", "", "embryo", drawEmbryo, Probe::Curved, 9, 1, 0, false},
    {"a fetal head", "fetal head", "", "head", drawFetalHead, Probe::Curved, 12, 1, 0, false},
    {"the heart in the apical four-chamber view", "heart", "a dilated left ventricle", "left ventricle",
     drawFourChambers, Probe::Phased, 16, 1.6, 0.35, true},
}};

/// What stands on the screen beside the echoes.
struct Screen {
    bool isRaw;
    bool hasFinding;
    bool hasFlow;
    bool hasCallipers;
    bool hasScale;
    bool hasWedge;
    bool isSpectrum; ///< the strip below, if there is one
    double strip;    ///< its share of the height
};

Screen makeScreen(Random& random, const EchoView& view, const Rect& area)
{
    Screen screen{};
    screen.isRaw = random.chance(0.42);
    screen.hasFinding = !view.finding.empty() && random.chance(0.65);
    screen.hasFlow = random.chance(view.flows);
    const bool isMeasurable = view.measured != "nodule" || screen.hasFinding;
    screen.hasCallipers = isMeasurable && random.chance(screen.isRaw ? 0.2 : 0.5);
    screen.hasScale = !screen.isRaw && random.chance(0.8);
    screen.hasWedge = !screen.isRaw && random.chance(0.7);
    const bool hasStrip = !screen.isRaw && area.height > 200 && random.chance(view.flows > 0.3 ? 0.4 : 0.06);
    screen.isSpectrum = view.word != "heart" || random.chance(0.5);
    screen.strip = hasStrip ? random.real(0.3, 0.45) : 0;
    return screen;
}

/// Where the echoes lie: all of it for a raw picture, some way off the edges of a screen.
Rect echoPlace(const Rect& area, const Screen& screen, Probe probe, Random& random)
{
    Rect place = area;
    if (!screen.isRaw)
        place = area.inset(area.width * random.real(0.06, 0.14), area.height * random.real(0.04, 0.09),
                           area.width * random.real(0.06, 0.14), area.height * random.real(0.02, 0.06));
    place.height -= area.height * screen.strip;
    if (probe != Probe::Linear) // broader than this, a sector leaves the sides empty
        place = {place.center().x - std::min(place.width, place.height * 1.5) / 2, place.y,
                 std::min(place.width, place.height * 1.5), place.height};
    return wholePixels(place);
}

Rect flowBox(const Point& at, const Rect& place, Random& random)
{
    const double width = place.width * random.real(0.3, 0.45);
    const double height = place.height * random.real(0.3, 0.45);
    return Rect{std::clamp(at.x - width / 2, place.width * 0.05, place.width * 0.95 - width),
                std::clamp(at.y - height / 2, place.height * 0.1, place.height * 0.95 - height), width, height};
}

void drawStrip(Brush& brush, const Rect& area, const Screen& screen, const Plane& drawing, const Beam& beam)
{
    const Rect strip = wholePixels({area.x + area.width * 0.04, area.bottom() - area.height * (screen.strip - 0.03),
                                    area.width * 0.92, area.height * (screen.strip - 0.05)});
    const int width = static_cast<int>(strip.width);
    const int height = static_cast<int>(strip.height);
    brush.canvas.paint(screen.isSpectrum ? spectrumStrip(width, height, brush.random)
                                         : motionStrip(drawing, beam, width, height, brush.random),
                       {strip.x, strip.y});
    for (double x = strip.x; x < strip.right(); x += std::max(8.0, strip.width / 14))
        brush.canvas.line({x, strip.bottom()}, {x, strip.bottom() + 3}, {grey(0.8), 1});
}

void drawSurroundings(Brush& brush, const Rect& area, const Rect& place, const Screen& screen, const EchoView& view,
                      double pixelsPerCentimetre)
{
    Random& random = brush.random;
    if (screen.hasScale)
        drawDepthScale(brush, std::min(area.right() - 3, place.right() + 9), place.y, pixelsPerCentimetre,
                       place.bottom());
    if (screen.hasWedge)
        drawGreyWedge(brush,
                      {area.x + 3, area.y + area.height * 0.12, std::max(4.0, area.width * 0.014),
                       area.height * random.real(0.16, 0.3)},
                      screen.hasFlow);
    if (screen.isRaw)
        return;
    const auto number = [&](int low, int high) { return std::to_string(random.integer(low, high)); };
    Corners corners = scannerText(random, {});
    corners[0] = {"FR " + number(18, 62) + "Hz", std::to_string(view.depth) + "cm", "2D " + number(40, 70) + "%",
                  "C " + number(45, 60)};
    corners[1].push_back("MI " + fixed(random.real(0.5, 1.4), 1));
    corners[3].clear();
    drawCorners(brush, area, corners, random.chance(0.3) ? rgb(0xbfd8ff) : grey(0.85));
}

PanelText textOf(const Brush& brush, const EchoView& view, const Screen& screen, double millimetres)
{
    PanelText text;
    text.topic = (screen.hasFlow ? "colour Doppler ultrasound image of " : "ultrasound image of ")
                 + std::string(view.part) + (view.isPatient ? " in a patient with " + brush.subject.disease : "");
    text.details = {screen.hasFinding       ? "Ultrasound shows " + std::string(view.finding) + "."
                    : !view.finding.empty() ? std::string("No abnormality is seen.")
                                            : "Ultrasound shows " + std::string(view.part) + "."};
    if (screen.hasCallipers)
        text.details.push_back("Callipers: " + std::string(view.measured) + ", " + fixed(millimetres, 0) + " mm.");
    if (screen.strip > 0)
        text.details.emplace_back(screen.isSpectrum ? "Below, the spectrum of pulsed Doppler."
                                                    : "Below, the same line over time (M-mode).");
    text.shown = {"ultrasound", std::string(view.word)};
    return text;
}

bool isScanned(const Beam& beam, Point pixel)
{
    const Point place = beam.lineAndDepth(pixel.x, pixel.y);
    return place.x > 0.02 && place.x < 0.98 && place.y > 0.02 && place.y < 0.98;
}

} // namespace

PanelText drawUltrasound(Brush& brush)
{
    Random& random = brush.random;
    const EchoView& view = pickByWeight(random, views);
    const Rect area = wholePixels(brush.area);
    Screen screen = makeScreen(random, view, area);
    const Rect place = echoPlace(area, screen, view.probe, random);
    const int width = static_cast<int>(place.width);
    const int height = static_cast<int>(place.height);
    brush.canvas.fill(area, black);

    Scan scan(random, width, height, 0.3);
    const EchoMarks marks = view.draw(scan, screen.hasFinding);
    const Beam beam(view.probe, width, height, view.probe == Probe::Phased ? random.real(70, 92) : random.real(58, 78));
    image::Pixels pixels = greyPixels(echoesOf(scan.canvas(), beam, random));
    const Plane drawing = planeOf(scan.canvas().pixels());
    const Rect box = flowBox(scan.at(marks.flow.x, marks.flow.y), place, random);
    if (screen.hasFlow)
        paintFlow(pixels, drawing, box, random);
    brush.canvas.paint(pixels, {place.x, place.y});
    if (screen.hasFlow)
        brush.canvas.outline(Rect{place.x + box.x, place.y + box.y, box.width, box.height}, {grey(0.9), 1});
    const Point from = scan.at(marks.measured[0].x, marks.measured[0].y);
    const Point to = scan.at(marks.measured[1].x, marks.measured[1].y);
    screen.hasCallipers = screen.hasCallipers && isScanned(beam, from) && isScanned(beam, to);
    if (screen.hasCallipers)
        drawCallipers(brush, {place.x + from.x, place.y + from.y}, {place.x + to.x, place.y + to.y},
                      random.chance(0.5) ? rgb(0xfff04d) : white);
    if (screen.strip > 0)
        drawStrip(brush, area, screen, drawing, beam);
    const double pixelsPerCentimetre = beam.depthInPixels() / view.depth;
    drawSurroundings(brush, area, place, screen, view, pixelsPerCentimetre);
    return textOf(brush, view, screen, std::hypot(to.x - from.x, to.y - from.y) * 10 / pixelsPerCentimetre);
}

} // namespace biomedica::demo
