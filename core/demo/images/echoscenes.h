// What ultrasound shows of a body, drawn for `echoesOf`.
//
// Thread contract: as the scan.
#pragma once

#include "core/demo/images/echo.h"

#include <optional>

namespace biomedica::demo {

/// What a scene may be measured by, and where blood flows, in coordinates of the scan.
struct EchoMarks {
    std::array<Point, 2> measured{};
    Point flow;
};

using EchoScene = EchoMarks (*)(Scan& scan, bool hasFinding);

EchoMarks drawThyroid(Scan& scan, bool hasFinding);
EchoMarks drawBreast(Scan& scan, bool hasFinding);
EchoMarks drawCarotid(Scan& scan, bool hasFinding);
EchoMarks drawGallbladder(Scan& scan, bool hasFinding);
EchoMarks drawKidney(Scan& scan, bool hasFinding);
EchoMarks drawEmbryo(Scan& scan, bool hasFinding);
EchoMarks drawFetalHead(Scan& scan, bool hasFinding);
EchoMarks drawFourChambers(Scan& scan, bool hasFinding);

} // namespace biomedica::demo
