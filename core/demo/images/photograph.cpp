#include "core/demo/images/choice.h"
#include "core/demo/images/images.h"
#include "core/demo/images/subjects.h"

#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

/// As often as articles show them.
struct Choice {
    Shot (*photograph)(const Commission&);
    double weight;
};

constexpr std::array<Choice, 19> choices = {{
    {photographLandscape, 2}, {photographAerial, 1.2},  {photographSkin, 2.4},   {photographDermoscopy, 1},
    {photographPortrait, 1},  {photographFundus, 1.2},  {photographSpecimen, 2}, {photographDevice, 1.4},
    {photographLeaf, 2},      {photographFlowers, 1.2}, {photographInsect, 1.4}, {photographMouse, 1.2},
    {photographFish, 1},      {photographGrazing, 0.9}, {photographBench, 2},    {photographTubes, 1},
    {photographBuilding, 1},  {photographRoom, 1},      {photographFood, 1.2},
}};

} // namespace

PanelText drawPhotograph(Brush& brush)
{
    const Choice& choice = pickByWeight(brush.random, choices);
    const Commission commission{brush.random, brush.subject, static_cast<int>(brush.area.width) - 1,
                                static_cast<int>(brush.area.height) - 1};
    Shot shot = choice.photograph(commission);
    brush.canvas.paint(shot.pixels, {std::ceil(brush.area.x), std::ceil(brush.area.y)});
    return shot.text;
}

} // namespace biomedica::demo
