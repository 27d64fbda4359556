#include "core/demo/diagrams/pathway.h"

#include "core/demo/diagrams/diagrams.h"

#include <array>

namespace biomedica::demo {

namespace {

using Layout = PanelText (*)(Brush&);

/// Any of the layouts; what reaches beyond the area is cut off.
PanelText drawOne(Brush& brush)
{
    static constexpr std::array<Layout, 12> all = {
        drawCascade, drawPathwayMap,     drawCellScheme,     drawLineDiagram, drawCycle,           drawMetabolicChain,
        drawHalves,  drawMembraneScheme, drawGroupedPathway, drawFeedback,    drawPathwayOverview, drawStory};
    const Layout layout =
        all[static_cast<std::size_t>(brush.random.weighted({9, 12, 12, 7, 8, 10, 9, 11, 9, 6, 5, 7}))];
    const Canvas::Clip clip(brush.canvas, brush.area);
    return layout(brush);
}

/// Two schemes with letters, side by side or one above the other.
PanelText drawTwo(Brush& brush)
{
    const Font font = brush.style.font.bold().scaled(1.3);
    const Rect& area = brush.area;
    const bool isWide = area.width > area.height;
    const double gap = font.size * 0.8;
    const double width = isWide ? (area.width - gap) / 2 : area.width;
    const double height = isWide ? area.height : (area.height - gap) / 2;
    std::array<PanelText, 2> texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const double shift = static_cast<double>(i);
        const Rect cell{area.x + (isWide ? shift * (width + gap) : 0), area.y + (isWide ? 0 : shift * (height + gap)),
                        width, height};
        brush.canvas.text(i == 0 ? "A" : "B", {cell.x, cell.y}, font, black, {Horizontal::Left, Vertical::Top});
        Brush part{brush.canvas, cell.inset(0, font.size * 1.1, 0, 0), brush.style, brush.subject, brush.random};
        texts[i] = drawOne(part);
    }
    PanelText text = texts[0];
    text.details.insert(text.details.begin() + 1, capitalised(texts[1].topic) + ".");
    return text;
}

} // namespace

PanelText drawPathway(Brush& brush)
{
    const Rect& area = brush.area;
    const bool isLarge = area.width * area.height > 420 * 420 && (area.width > 560 || area.height > 620);
    if (isLarge && brush.random.chance(0.16))
        return drawTwo(brush);
    return drawOne(brush);
}

} // namespace biomedica::demo
