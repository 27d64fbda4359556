#include "core/demo/images/images.h"
#include "core/demo/images/scalebar.h"
#include "core/demo/images/scopes.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

enum class Frame { Round, CutCorners, Rounded, Full };

/// What of the picture the frame lets through, black beyond.
void mask(image::Pixels& pixels, Frame frame)
{
    if (frame == Frame::Full)
        return;
    const double width = pixels.width;
    const double height = pixels.height;
    const Plane open = maskOf(pixels.width, pixels.height, [&](Canvas& canvas) {
        const double cut = std::min(width, height) * 0.22;
        if (frame == Frame::Round)
            canvas.disc({width / 2, height / 2}, std::min(width, height) * 0.495, white);
        else if (frame == Frame::CutCorners)
            canvas.polygon(Outline{{cut, 0},
                                   {width - cut, 0},
                                   {width, cut},
                                   {width, height - cut},
                                   {width - cut, height},
                                   {cut, height},
                                   {0, height - cut},
                                   {0, cut}},
                           white);
        else
            canvas.fillRounded(canvas.area(), white, cut * 0.6);
    });
    for (std::size_t i = 0; i < open.values.size(); ++i)
        for (std::size_t c = 0; c < 3; ++c) {
            const auto light = static_cast<float>(pixels.rgba[4 * i + c]);
            pixels.rgba[4 * i + c] = static_cast<std::uint8_t>(light * open.values[i] + 5 * (1 - open.values[i]));
        }
}

/// The words that the processor burns into the picture: date, time, settings; no name.
void burnIn(Brush& brush, const Rect& strip)
{
    Random& random = brush.random;
    const Font font{std::clamp(strip.width * 0.15, 7.0, 18.0), false, false, false, 0.9};
    const auto two = [&](int low, int high) {
        const std::string digits = std::to_string(random.integer(low, high));
        return digits.size() < 2 ? "0" + digits : digits;
    };
    const std::vector<std::string> lines = {"ID:",
                                            "Sex: " + std::string(random.chance(0.5) ? "F" : "M")
                                                + " Age: " + two(18, 84),
                                            two(1, 28) + "/" + two(1, 12) + "/20" + two(4, 21),
                                            two(8, 17) + ":" + two(0, 59) + ":" + two(0, 59),
                                            "Gr: N",
                                            "Cr: " + std::to_string(random.integer(1, 3)),
                                            "Eh: A" + std::to_string(random.integer(1, 8))};
    double y = strip.y + font.size;
    for (const std::string& line : lines) {
        if (y + 2 * font.size > strip.bottom() || brush.canvas.textWidth(line, font) > strip.width - 6)
            break;
        brush.canvas.text(line, {strip.x + 4, y}, font, rgb(0xe8e8e0), {Horizontal::Left, Vertical::Top});
        y += font.size * random.real(1.4, 1.9);
    }
}

/// How all tiles of one figure are framed.
struct Layout {
    Frame frame;
    bool hasText;
    double margin;
};

Layout pickLayout(Random& random)
{
    static constexpr std::array<Frame, 4> frames = {Frame::Round, Frame::CutCorners, Frame::Rounded, Frame::Full};
    const Frame frame = frames[static_cast<std::size_t>(random.weighted({25, 35, 10, 30}))];
    return {frame, frame != Frame::Full && random.chance(0.4), frame == Frame::Full ? 0 : random.real(0, 0.06)};
}

/// One look, framed; where the picture itself lies in the tile.
template <typename Look>
Rect drawTile(Brush& brush, const Rect& tile, const Layout& layout, const Look& look)
{
    if (layout.frame != Frame::Full)
        brush.canvas.fill(tile, grey(0.02));
    const double margin = layout.margin * std::min(tile.width, tile.height);
    Rect open = tile.inset(margin);
    const bool hasText = layout.hasText && tile.width > tile.height * 1.15 && tile.width > 180;
    if (hasText)
        open = open.inset(tile.width * 0.22, 0, 0, 0);
    if (layout.frame != Frame::Full) { // no broader than scopes are
        const double width = std::min(open.width, open.height * (layout.frame == Frame::Round ? 1 : 1.25));
        open = {hasText ? open.right() - width : open.center().x - width / 2, open.y, width, open.height};
    }
    const Rect rect{std::ceil(open.x), std::ceil(open.y), std::floor(open.width) - 1, std::floor(open.height) - 1};
    image::Pixels pixels = look(static_cast<int>(rect.width), static_cast<int>(rect.height));
    mask(pixels, layout.frame);
    brush.canvas.paint(pixels, {rect.x, rect.y});
    if (hasText)
        burnIn(brush, {tile.x, tile.y, tile.width * 0.22, tile.height});
    return rect;
}

std::vector<Rect> tilesOf(Random& random, const Rect& area)
{
    const double aspect = area.width / area.height;
    const bool isSmall = area.width < 240 || area.height < 150;
    const int columns = isSmall || random.chance(0.55) ? 1 : aspect > 1.9 ? 3 : 2;
    const int rows = columns == 2 && aspect < 1.35 ? 2 : 1;
    const double gap = random.integer(1, 5);
    std::vector<Rect> tiles;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const double width = (area.width - gap * (columns - 1)) / columns;
            const double height = (area.height - gap * (rows - 1)) / rows;
            tiles.push_back({std::ceil(area.x + column * (width + gap)), std::ceil(area.y + row * (height + gap)),
                             std::floor(width) - 1, std::floor(height) - 1});
        }
    return tiles;
}

std::string wordsOf(Finding finding)
{
    switch (finding) {
    case Finding::None: return "No lesion is seen.";
    case Finding::Polyp: return "A polyp is seen";
    case Finding::Ulcer: return "An ulcer is seen";
    case Finding::Bleeding: return "Active bleeding is seen";
    case Finding::Plaques: return "Multiple plaques are seen";
    }
    return {};
}

PanelText drawLaparoscopy(Brush& brush, const std::vector<Rect>& tiles)
{
    Random& random = brush.random;
    Layout layout = pickLayout(random);
    if (layout.frame == Frame::CutCorners)
        layout = {Frame::Full, false, 0};
    const bool hasInstrument = random.chance(0.65);
    for (const Rect& tile : tiles)
        drawTile(brush, tile, layout, [&](int width, int height) {
            return lookAtAbdomen({random, brush.subject, width, height}, hasInstrument);
        });
    PanelText text;
    text.topic = std::string(tiles.size() > 1 ? "laparoscopic views" : "laparoscopic view") + " of the abdomen";
    text.details = {hasInstrument ? "Tissue is held with a grasper." : "Organs are seen before dissection.",
                    "Blood loss was " + std::to_string(random.integer(1, 20) * 10) + " mL."};
    text.shown = {text.topic};
    return text;
}

PanelText drawHollowOrgan(Brush& brush, const std::vector<Rect>& tiles)
{
    Random& random = brush.random;
    const Layout layout = pickLayout(random);
    const HollowOrgan& organ = random.pick(hollowOrgans());
    const bool isPlain = organ.procedure == "bronchoscopic" || organ.procedure.starts_with("capsule");
    const auto finding = static_cast<Finding>(random.integer(0, 4));
    const double angle = random.real(0, 6.28);
    const Sight sight{finding, {0.5 + 0.2 * std::cos(angle), 0.5 + 0.22 * std::sin(angle)}};
    const std::size_t first = isPlain || random.chance(0.6) ? 0 : static_cast<std::size_t>(random.integer(1, 3));
    // Of two tiles the second may be seen in another light.
    const bool isCompared = tiles.size() == 2 && first == 0 && !isPlain && random.chance(0.6);
    Rect open;
    for (std::size_t i = 0; i < tiles.size(); ++i)
        open = drawTile(brush, tiles[i], layout, [&](int width, int height) {
            return lookInto({random, brush.subject, width, height}, organ,
                            modalities()[isCompared && i == 1 ? 1 : first], sight);
        });
    const bool hasArrow =
        finding != Finding::None && finding != Finding::Plaques && tiles.size() == 1 && random.chance(0.25);
    if (hasArrow)
        drawPointer(brush, {open.x + open.width * sight.place.x, open.y + open.height * sight.place.y},
                    std::max(14.0, open.width * 0.08), white);
    const std::string words = wordsOf(finding);
    PanelText text;
    text.topic =
        std::string(organ.procedure) + (tiles.size() > 1 ? " images of " : " image of ") + std::string(organ.name);
    const std::string light = isCompared ? "White light (left) and narrow-band imaging (right)."
                                         : "Imaging with " + std::string(modalities()[first].words) + ".";
    text.details = {words.ends_with('.') ? words : words + (hasArrow ? " (arrow)." : "."), light};
    if (isCompared || first != 0)
        std::swap(text.details[0], text.details[1]);
    text.shown = {text.topic};
    return text;
}

} // namespace

PanelText drawEndoscopy(Brush& brush)
{
    const std::vector<Rect> tiles = tilesOf(brush.random, brush.area);
    return brush.random.chance(0.22) ? drawLaparoscopy(brush, tiles) : drawHollowOrgan(brush, tiles);
}

} // namespace biomedica::demo
