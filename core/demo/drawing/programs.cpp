#include "core/demo/drawing/programs.h"

#include <algorithm>
#include <array>

namespace biomedica::demo {

namespace {

struct Program {
    Spines spines;
    Grid grid;
    TickMarks tickMarks;
    Color ink;
    Color gridColor;
    Color plotGround;
    Color panelGround;
    double frame; ///< of the font
    double tickScale;
    bool areAxesBold;
    std::array<Color, 5> palette;
};

constexpr std::array<Color, 5> rainbow = {rgb(0xf8766d), rgb(0x00bfc4), rgb(0x7cae00), rgb(0xc77cff), rgb(0xcd9600)};
constexpr std::array<Color, 5> base = {rgb(0xd3d3d3), rgb(0xdf536b), rgb(0x61d04f), rgb(0x2297e6), rgb(0x28e2e5)};
constexpr std::array<Color, 5> deep = {rgb(0x4c72b0), rgb(0xdd8452), rgb(0x55a868), rgb(0xc44e52), rgb(0x8172b3)};
constexpr std::array<Color, 5> tableau = {rgb(0x1f77b4), rgb(0xff7f0e), rgb(0x2ca02c), rgb(0xd62728), rgb(0x9467bd)};
constexpr std::array<Color, 5> lines = {rgb(0x0072bd), rgb(0xd95319), rgb(0xedb120), rgb(0x7e2f8e), rgb(0x77ac30)};
constexpr std::array<Color, 5> prism = {rgb(0x000000), rgb(0xff2600), rgb(0x0433ff), rgb(0x00a000), rgb(0xaa7942)};
constexpr std::array<Color, 5> spss = {rgb(0x3e58ac), rgb(0x2eb848), rgb(0xd3ce97), rgb(0x7c287d), rgb(0xfbf873)};
constexpr std::array<Color, 5> stata = {rgb(0x1a476f), rgb(0x90353b), rgb(0x55752f), rgb(0xe37e00), rgb(0x6e8e84)};
constexpr std::array<Color, 5> sas = {rgb(0x445694), rgb(0xa23a2e), rgb(0x01665e), rgb(0x543005), rgb(0x9d3cdb)};
constexpr std::array<Color, 5> excel = {rgb(0x4472c4), rgb(0xed7d31), rgb(0xa5a5a5), rgb(0xffc000), rgb(0x5b9bd5)};
constexpr std::array<Color, 5> office = {rgb(0x4f81bd), rgb(0xc0504d), rgb(0x9bbb59), rgb(0x8064a2), rgb(0x4bacc6)};
constexpr std::array<Color, 5> oldExcel = {rgb(0x9999ff), rgb(0x993366), rgb(0xffffcc), rgb(0xccffff), rgb(0x660066)};
constexpr std::array<Color, 5> vega = {rgb(0x4c78a8), rgb(0xf58518), rgb(0xe45756), rgb(0x72b7b2), rgb(0x54a24b)};
constexpr std::array<Color, 5> plotly = {rgb(0x636efa), rgb(0xef553b), rgb(0x00cc96), rgb(0xab63fa), rgb(0xffa15a)};
constexpr std::array<Color, 5> origin = {rgb(0x515151), rgb(0xf14040), rgb(0x1a6fdf), rgb(0x37ad6b), rgb(0xb177de)};

constexpr Color dark = rgb(0x333333);
constexpr Color pale = rgb(0xebebeb);
constexpr Color bluish = rgb(0xeaf2f3);

// clang-format off
constexpr std::array<Program, 24> programs = {{
    // R's graphics, framed and not; lattice
    {Spines::Box, Grid::None, TickMarks::Outside, black, white, white, white, 0.08, 0.95, false, base},
    {Spines::LeftAndBottom, Grid::None, TickMarks::Outside, black, white, white, white, 0.08, 0.95, false, base},
    {Spines::Box, Grid::None, TickMarks::Outside, black, white, white, white, 0.07, 0.82, false, {rgb(0x0080ff), rgb(0xff00ff), rgb(0x006400), rgb(0xff0000), rgb(0xffa500)}},
    // ggplot2: grey, bw, classic, minimal, light
    {Spines::None, Grid::Both, TickMarks::Outside, dark, white, pale, white, 0.09, 0.8, false, rainbow},
    {Spines::Box, Grid::Both, TickMarks::Outside, dark, pale, white, white, 0.08, 0.8, false, rainbow},
    {Spines::LeftAndBottom, Grid::None, TickMarks::Outside, black, white, white, white, 0.09, 0.8, false, rainbow},
    {Spines::None, Grid::Both, TickMarks::None, dark, pale, white, white, 0.09, 0.8, false, rainbow},
    {Spines::Box, Grid::Both, TickMarks::Outside, rgb(0x595959), rgb(0xdedede), white, white, 0.06, 0.8, false, rainbow},
    // seaborn: darkgrid, whitegrid, ticks; matplotlib
    {Spines::None, Grid::Both, TickMarks::None, rgb(0x262626), white, rgb(0xeaeaf2), white, 0.09, 0.92, false, deep},
    {Spines::Box, Grid::Horizontal, TickMarks::None, rgb(0x4a4a4a), rgb(0xcccccc), white, white, 0.09, 0.92, false, deep},
    {Spines::LeftAndBottom, Grid::None, TickMarks::Outside, rgb(0x262626), white, white, white, 0.1, 0.92, false, deep},
    {Spines::Box, Grid::None, TickMarks::Outside, black, white, white, white, 0.075, 1, false, tableau},
    // MATLAB, Prism, Origin
    {Spines::Box, Grid::None, TickMarks::Inside, rgb(0x262626), white, white, white, 0.05, 0.92, false, lines},
    {Spines::LeftAndBottom, Grid::None, TickMarks::Outside, black, white, white, white, 0.17, 0.9, true, prism},
    {Spines::LeftAndBottom, Grid::None, TickMarks::Outside, black, white, white, white, 0.14, 0.86, false, prism},
    {Spines::Box, Grid::None, TickMarks::Inside, black, white, white, white, 0.15, 0.86, true, origin},
    // SPSS, Stata, SAS
    {Spines::Box, Grid::None, TickMarks::Outside, black, white, rgb(0xf0f0f0), white, 0.07, 0.8, true, spss},
    {Spines::LeftAndBottom, Grid::Horizontal, TickMarks::Outside, black, bluish, white, bluish, 0.07, 0.9, false, stata},
    {Spines::Box, Grid::Both, TickMarks::Outside, rgb(0x1f1f1f), rgb(0xe4e4e4), white, white, 0.06, 0.88, false, sas},
    // Excel of three ages
    {Spines::BottomOnly, Grid::Horizontal, TickMarks::None, rgb(0x595959), rgb(0xd9d9d9), white, white, 0.07, 0.9, false, excel},
    {Spines::LeftAndBottom, Grid::Horizontal, TickMarks::Outside, rgb(0x444444), rgb(0x868686), white, white, 0.07, 0.9, false, office},
    {Spines::Box, Grid::Horizontal, TickMarks::Outside, black, black, rgb(0xc0c0c0), white, 0.06, 0.9, false, oldExcel},
    // Vega, plotly
    {Spines::Box, Grid::Both, TickMarks::Outside, rgb(0x666666), rgb(0xdddddd), white, white, 0.07, 0.85, false, vega},
    {Spines::None, Grid::Both, TickMarks::None, rgb(0x2a3f5f), white, rgb(0xe5ecf6), white, 0.08, 0.9, false, plotly},
}};
// clang-format on

} // namespace

void imitateProgram(Style& style, Random& random)
{
    const Program& program = random.pick(programs);
    style.spines = program.spines;
    style.grid = program.grid;
    style.tickMarks = program.tickMarks;
    style.ink = program.ink;
    style.gridColor = program.gridColor;
    style.plotGround = program.plotGround;
    style.panelGround = program.panelGround;
    style.frameWidth = std::max(0.8, style.font.size * program.frame * random.real(0.85, 1.2));
    style.tickScale = program.tickScale;
    style.areAxesBold = program.areAxesBold;
    if (random.chance(0.5))
        style.palette.assign(program.palette.begin(), program.palette.end());
}

} // namespace biomedica::demo
