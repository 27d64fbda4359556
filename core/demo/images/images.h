// Photographs of the laboratory and the clinic, made of pixels.
//
// Thread contract: as the brush.
#pragma once

#include "core/demo/drawing/panel.h"

namespace biomedica::demo {

PanelText drawMicrograph(Brush& brush);
PanelText drawLightMicrograph(Brush& brush);
PanelText drawGel(Brush& brush);
PanelText drawBlot(Brush& brush);
PanelText drawHistology(Brush& brush);
PanelText drawElectronMicrograph(Brush& brush);
PanelText drawCulturePlate(Brush& brush);
PanelText drawRadiograph(Brush& brush);
PanelText drawTomogram(Brush& brush);
PanelText drawElectrocardiogram(Brush& brush);
PanelText drawPhotograph(Brush& brush);
PanelText drawEndoscopy(Brush& brush);
PanelText drawMagneticResonance(Brush& brush);
PanelText drawUltrasound(Brush& brush);

} // namespace biomedica::demo
