// What a kind of figure is drawn with and what it says about itself.
//
// Thread contract: values; a Brush belongs to the thread of its canvas.
#pragma once

#include "core/demo/drawing/canvas.h"
#include "core/demo/drawing/random.h"
#include "core/demo/drawing/subject.h"

#include <string>
#include <vector>

namespace biomedica::demo {

enum class Spines { LeftAndBottom, Box, BottomOnly, None };
enum class Grid { None, Horizontal, Both };
enum class TickMarks { Outside, Inside, None };
enum class LegendPlace { Top, Right, Inside, None };
enum class AxisTitles { Both, None, YAsTitle }; ///< the last: the measure stands over the plot

/// The look of a journal's figures; all panels of one figure share it.
struct Style {
    Font font;
    std::vector<Color> palette;
    double lineWidth = 1.5;
    Spines spines = Spines::LeftAndBottom;
    Grid grid = Grid::None;
    TickMarks tickMarks = TickMarks::Outside;
    LegendPlace legend = LegendPlace::Top;
    AxisTitles axisTitles = AxisTitles::Both;
    double tickScale = 0.88; ///< of the font of the numbers along the axes
    double frameWidth = 1;   ///< pixels
    bool areBarsOutlined = true;
    bool areAxesBold = false;
    Color ink = black; ///< of the frame and its text
    Color gridColor = white;
    Color plotGround = white;  ///< behind the data
    Color panelGround = white; ///< around it

    Color color(std::size_t series) const { return palette[series % palette.size()]; }
    /// For lines, points and text: a white or pale one of a bar palette would not show.
    Color lineColor(std::size_t series) const
    {
        return color(series).luminance() > 0.75 ? rgb(0x6f6f6f) : color(series);
    }
};

/// `share`: 1 for a panel of ordinary width, about 640 pixels; text and lines grow with it.
Style makeStyle(Random& random, double share);

struct Brush {
    Canvas& canvas;
    Rect area; ///< the panel; everything drawn stays inside
    const Style& style;
    const Subject& subject;
    Random& random;
    bool isBare = false; ///< as the camera made it: a picture that fills the area, without text, bars or arrows
};

/// The panel in words.
struct PanelText {
    std::string topic;                ///< a noun phrase without full stop
    std::vector<std::string> details; ///< whole sentences, most telling first
    std::vector<std::string> shown;   ///< words that stand in the picture or name it, and in the caption
};

} // namespace biomedica::demo
