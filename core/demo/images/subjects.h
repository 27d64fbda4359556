// What photographs show: a function for each subject.
//
// Thread contract: pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/images/photo.h"

namespace biomedica::demo {

/// What a photographer is asked for.
struct Commission {
    Random& random;
    const Subject& subject;
    int width;
    int height;

    double side() const { return std::min(width, height); }
    /// In fractions of both sides.
    Point at(double x, double y) const { return {x * width, y * height}; }
};

Shot photographLandscape(const Commission& commission);
Shot photographAerial(const Commission& commission);
Shot photographSkin(const Commission& commission);
Shot photographDermoscopy(const Commission& commission);
Shot photographPortrait(const Commission& commission);
Shot photographFundus(const Commission& commission);
Shot photographSpecimen(const Commission& commission);
Shot photographDevice(const Commission& commission);
Shot photographLeaf(const Commission& commission);
Shot photographFlowers(const Commission& commission);
Shot photographInsect(const Commission& commission);
Shot photographMouse(const Commission& commission);
Shot photographFish(const Commission& commission);
Shot photographGrazing(const Commission& commission);
Shot photographBench(const Commission& commission);
Shot photographTubes(const Commission& commission);
Shot photographBuilding(const Commission& commission);
Shot photographRoom(const Commission& commission);
Shot photographFood(const Commission& commission);

} // namespace biomedica::demo
