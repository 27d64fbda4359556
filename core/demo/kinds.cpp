#include "core/demo/kinds.h"

#include "core/demo/diagrams/diagrams.h"
#include "core/demo/images/images.h"
#include "core/demo/plots/plots.h"

#include <array>

namespace biomedica::demo {

namespace {

constexpr std::string_view plots = "Plots and Charts";
constexpr std::string_view clinical = "Clinical Imaging";

// Columns as in KindInfo: kind, name, classes, medium, finding, colours told, weight, aspects, least size, function,
// share of bare ones.
// clang-format off
constexpr std::array<KindInfo, kindCount> table = {{
    {Kind::BarPlot, "bar plot", plots, "bar plot", Medium::Plot, true, false, 17, 0.38, 2, 150, 150, drawBarPlot},
    {Kind::LinePlot, "line plot", plots, "line plot", Medium::Plot, true, false, 13, 0.35, 1.5, 150, 150,
     drawLinePlot},
    {Kind::ScatterPlot, "scatter plot", plots, "scatter plot", Medium::Plot, true, false, 11, 0.5, 1.5, 150, 150,
     drawScatterPlot},
    {Kind::Histogram, "histogram", plots, "histogram", Medium::Plot, true, false, 4, 0.4, 1.4, 150, 150,
     drawHistogram},
    {Kind::BoxPlot, "box plot", plots, "box plot", Medium::Plot, true, false, 7, 0.45, 2, 150, 150, drawBoxPlot},
    {Kind::ViolinPlot, "violin plot", plots, "violin plot", Medium::Plot, true, false, 3.5, 0.45, 1.8, 150, 150,
     drawViolinPlot},
    {Kind::Heatmap, "heatmap", plots, "heatmap plot", Medium::Plot, true, true, 5, 0.5, 2, 210, 200, drawHeatmap},
    {Kind::PieChart, "pie chart", plots, "pie chart", Medium::Plot, true, false, 2.5, 0.45, 1.5, 180, 170,
     drawPieChart},
    {Kind::SurvivalCurve, "survival curve", plots, "survival curve", Medium::Plot, true, false, 5, 0.6, 1.2, 190, 170,
     drawSurvivalCurve},
    {Kind::ForestPlot, "forest plot", plots, "forest plot", Medium::Plot, true, false, 3, 0.35, 0.65, 340, 180,
     drawForestPlot},
    {Kind::VennDiagram, "Venn diagram", plots, "venn diagram", Medium::Plot, true, false, 2, 0.7, 1.0, 160, 150,
     drawVennDiagram},
    {Kind::PhylogeneticTree, "phylogenetic tree", plots, "phylogenetic tree", Medium::Plot, false, false, 3, 0.7, 1.5,
     230, 190, drawPhylogeneticTree},
    {Kind::Micrograph, "micrograph", "Microscopy", "fluorescence microscopy", Medium::Image, true, true, 12, 0.36, 1.1,
     130, 110, drawMicrograph, 0.4},
    {Kind::Histology, "histology", "Microscopy", "light microscopy", Medium::Image, true, true, 8, 0.4, 1.0, 130, 110,
     drawHistology, 0.4},
    {Kind::ElectronMicrograph, "electron micrograph", "Microscopy", "transmission electron microscopy", Medium::Image,
     true, false, 3, 0.6, 1.05, 130, 110, drawElectronMicrograph, 0.4},
    {Kind::Radiograph, "radiograph", clinical, "x-ray radiography", Medium::Image, false, false, 4, 0.55, 1.45, 130,
     140, drawRadiograph},
    {Kind::Tomogram, "tomogram", clinical, "computerized tomography", Medium::Image, false, true, 5, 0.45, 1.15, 130,
     120, drawTomogram},
    {Kind::Electrocardiogram, "electrocardiogram", clinical, "electrocardiography", Medium::Image, false, false, 2,
     0.3, 0.6, 240, 120, drawElectrocardiogram},
    {Kind::Photograph, "photograph", "Natural Images", "nature", Medium::Image, false, false, 4, 0.5, 1.3, 150, 110,
     drawPhotograph},
    {Kind::CulturePlate, "culture plate", "Laboratory Specimens and Cultures", "bacterial culture", Medium::Image, true,
     false, 2.5, 0.3, 1.0, 130, 130, drawCulturePlate},
    {Kind::Gel, "gel", "Immuno Assays", "gel electrophoresis", Medium::Assay, true, false, 4, 0.6, 0.95, 230, 190,
     drawGel, 0.35},
    {Kind::Blot, "western blot", "Immuno Assays", "immunoblot", Medium::Assay, true, false, 7, 0.4, 0.9, 230, 150,
     drawBlot, 0.3},
    {Kind::Flowchart, "flowchart", "Illustrative Diagrams", "cohort selection flowchart", Medium::Diagram, false, false,
     4, 0.7, 1.35, 320, 330, drawFlowchart},
    {Kind::Pathway, "pathway", "Illustrative Diagrams", "signaling pathway", Medium::Diagram, false, false, 4, 0.55, 1.4,
     300, 340, drawPathway},
    {Kind::ChemicalStructure, "chemical structure", "Chemical Structures", "2D chemical structure", Medium::Diagram,
     false, false, 3, 0.3, 1.05, 150, 140, drawChemicalStructure},
    {Kind::DataTable, "table", "Tables", "table", Medium::Diagram, false, false, 4, 0.3, 1.15, 380, 180, drawDataTable},
    {Kind::Map, "map", "Maps", "map", Medium::Diagram, false, true, 2.5, 0.55, 1.15, 270, 220, drawMap},
    {Kind::Equation, "equation", "Scientific Formulae and Equations", "algorithm", Medium::Diagram, false, false, 1.5,
     0.22, 0.75, 270, 140, drawEquation},
    {Kind::Network, "network", "Graphs and Networks", "network", Medium::Diagram, false, false, 3, 0.6, 1.15, 230, 220,
     drawNetwork},
    {Kind::Manuscript, "manuscript", plots, "manuscript", Medium::Diagram, false, false, 1.5, 0.9, 1.45, 250, 320,
     drawManuscript},
    {Kind::AreaPlot, "area plot", plots, "plot and chart", Medium::Plot, true, false, 3, 0.38, 1.4, 160, 150,
     drawAreaPlot},
    {Kind::LightMicrograph, "light micrograph", "Microscopy", "light microscopy", Medium::Image, true, false, 6, 0.45,
     1.1, 130, 110, drawLightMicrograph, 0.5},
    {Kind::Endoscopy, "endoscopy", clinical, "endoscopy", Medium::Image, false, false, 2, 0.5, 1.05, 130, 110,
     drawEndoscopy},
    {Kind::MagneticResonance, "magnetic resonance image", clinical, "magnetic resonance", Medium::Image, false, true, 5,
     0.45, 1.35, 130, 120, drawMagneticResonance},
    {Kind::Ultrasound, "ultrasound", clinical, "ultrasound", Medium::Image, false, true, 4, 0.6, 1.05, 130, 110,
     drawUltrasound},
}};
// clang-format on

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].kind != static_cast<Kind>(i))
            return false;
    return true;
}
static_assert(isInOrder());

} // namespace

std::span<const KindInfo> allKinds()
{
    return table;
}

const KindInfo& infoOf(Kind kind)
{
    return table[static_cast<std::size_t>(kind)];
}

} // namespace biomedica::demo
