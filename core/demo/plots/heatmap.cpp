#include "core/demo/plots/fieldmap.h"
#include "core/demo/plots/heatmapsheet.h"
#include "core/demo/plots/plots.h"

#include <algorithm>

namespace biomedica::demo {

namespace {

Matrix makeMatrix(Brush& brush)
{
    Random& random = brush.random;
    const int fitting = static_cast<int>(brush.area.height / (brush.style.font.size * 1.15)) - 4;
    switch (random.weighted({40, 24, 10, 5, 6, 5, 5, 5})) {
    case 0: {
        if (random.chance(0.35)) // more rows than names would fit
            return makeExpression(brush, random.integer(40, 120), random.integer(2, 24));
        return makeExpression(brush, std::clamp(fitting, 4, random.integer(4, 34)), random.integer(1, 7));
    }
    case 1: return makeCorrelations(brush, std::clamp(fitting, 4, random.integer(4, 24)));
    case 2: return makeConfusion(brush);
    case 3: return makeSmooth(brush);
    case 4: return makePeaks(brush);
    case 5: return makePlate(brush);
    case 6: return makeCalendar(brush);
    default: return makeContacts(brush);
    }
}

struct Words {
    std::string_view topic;
    std::string_view detail;
    std::string_view shown; ///< besides "heatmap"; may be empty
};

/// `#` stands for the number of rows.
Words wordsOf(MatrixKind kind)
{
    switch (kind) {
    case MatrixKind::Expression:
        return {"heatmap of the expression of # genes in {tissue}", "Columns are samples.", "# genes"};
    case MatrixKind::Correlation:
        return {"heatmap of the pairwise correlations of # genes in {disease}", "Colours stand for Pearson's r.",
                "# genes"};
    case MatrixKind::Confusion:
        return {"heatmap of the confusion matrix of # classes of {disease}",
                "Rows are the true, columns the predicted classes.", "# classes"};
    case MatrixKind::Smooth:
        return {"heatmap of the activity recorded in {tissue}", "Intensities are in arbitrary units.", ""};
    case MatrixKind::Peaks:
        return {"heatmap of {gene} binding around # peaks", "Each row is a region of 4 kb, the fullest at the top.",
                "# peaks"};
    case MatrixKind::Plate:
        return {"heatmap of the growth in the wells of a plate with {drug}", "Rows and columns are those of the plate.",
                ""};
    case MatrixKind::Calendar:
        return {"calendar heatmap of daily cases of {disease}", "Columns are weeks, rows days.", ""};
    case MatrixKind::Contacts:
        return {"heatmap of chromosome contacts in {cells} cells", "Squares along the diagonal are domains.", ""};
    }
    return {};
}

PanelText textOf(const Brush& brush, const Matrix& matrix, const ColorMap& map)
{
    const Words words = wordsOf(matrix.kind);
    const auto withCount = [&](std::string_view pattern) {
        std::string text = filled(pattern, brush.subject);
        if (const auto place = text.find('#'); place != std::string::npos)
            text.replace(place, 1, std::to_string(matrix.rows.size()));
        return text;
    };
    PanelText text;
    text.topic = withCount(words.topic);
    text.details = {std::string(map.words), std::string(words.detail)};
    if (matrix.kind == MatrixKind::Expression)
        text.details.push_back("Groups are " + listed(matrix.groups) + "; the scale is the row " + matrix.scale + ".");
    text.shown = {"heatmap"};
    if (!words.shown.empty())
        text.shown.push_back(withCount(words.shown));
    return text;
}

} // namespace

PanelText drawHeatmap(Brush& brush)
{
    if (brush.random.chance(0.18))
        return drawFieldMap(brush);
    const ColorMap& map = brush.random.pick(colorMaps());
    const Matrix matrix = makeMatrix(brush);
    drawHeatmapSheet(brush, matrix, map, makeHeatLook(brush, matrix));
    return textOf(brush, matrix, map);
}

} // namespace biomedica::demo
