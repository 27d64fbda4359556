// The kinds of figure there are: one row of a table each. A new kind is a draw function and a row.
//
// Thread contract: immutable.
#pragma once

#include "core/demo/drawing/panel.h"

#include <span>
#include <string_view>

namespace biomedica::demo {

enum class Kind {
    BarPlot,
    LinePlot,
    ScatterPlot,
    Histogram,
    BoxPlot,
    ViolinPlot,
    Heatmap,
    PieChart,
    SurvivalCurve,
    ForestPlot,
    VennDiagram,
    PhylogeneticTree,
    Micrograph,
    Histology,
    ElectronMicrograph,
    Radiograph,
    Tomogram,
    Electrocardiogram,
    Photograph,
    CulturePlate,
    Gel,
    Blot,
    Flowchart,
    Pathway,
    ChemicalStructure,
    DataTable,
    Map,
    Equation,
    Network,
    Manuscript,
    AreaPlot,
    LightMicrograph,
    Endoscopy,
    MagneticResonance,
    Ultrasound
};

/// What the question after the panel subtype tells apart.
enum class Medium { Image, Plot, Assay, Diagram };

struct KindInfo {
    Kind kind;
    std::string_view name;
    std::string_view primary;   ///< global class of the released taxonomy
    std::string_view secondary; ///< local class
    Medium medium;
    bool isFinding;      ///< the outcome of an experiment: its caption may begin with a claim
    bool isColourTold;   ///< its caption names colours, so it is never printed grey
    double weight;       ///< how often it is drawn
    double lowestAspect; ///< height over width of a figure of this kind alone
    double highestAspect;
    double leastWidth; ///< pixels it needs as a panel
    double leastHeight;
    PanelText (*draw)(Brush&);
    double bareShare = 0; ///< of figures that are as the camera made them: no text, bar or margin
};

inline constexpr int kindCount = static_cast<int>(Kind::Ultrasound) + 1;

/// In the order of Kind.
std::span<const KindInfo> allKinds();
const KindInfo& infoOf(Kind kind);

} // namespace biomedica::demo
