// What electron microscopes see, without scale bar and letters: those are drawn by the kind.
//
// Thread contract: pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/images/subjects.h"

#include <string>
#include <vector>

namespace biomedica::demo {

/// Something that may be marked with a letter.
struct Structure {
    std::string letter;
    std::string name;
    std::vector<Point> places;
};

struct Exposure {
    image::Pixels pixels;
    std::string topic;   ///< a noun phrase with "electron micrograph" in it
    std::string thing;   ///< of the topic
    std::string finding; ///< a sentence
    double pixelsPerUnit = 1;
    std::string unit = "nm";
    std::vector<Structure> structures = {};
};

/// What a transmission microscope makes of a sharp drawing: a little blur, and grain.
image::Pixels transmitted(const Canvas& canvas, Random& random);
/// How a scanning microscope sees heights in pixels: bright at edges, dark in hollows.
image::Pixels scanned(const Plane& heights, Random& random);

// Sections and stained particles.
Exposure exposeCell(const Commission& commission);
Exposure exposeVesicles(const Commission& commission);
Exposure exposeSynapse(const Commission& commission);
Exposure exposeMuscle(const Commission& commission);
Exposure exposeMyelin(const Commission& commission);
Exposure exposeNanoparticles(const Commission& commission);
Exposure exposeLattice(const Commission& commission);

// Surfaces.
Exposure scanPollen(const Commission& commission);
Exposure scanFibres(const Commission& commission);
Exposure scanScaffold(const Commission& commission);
Exposure scanBacteria(const Commission& commission);
Exposure scanCrystals(const Commission& commission);
Exposure scanParticles(const Commission& commission);
Exposure scanCells(const Commission& commission);

} // namespace biomedica::demo
