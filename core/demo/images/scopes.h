// What an endoscope sees, as a full picture: the frame around it is drawn by the kind.
//
// Thread contract: pure functions but for the state of the random numbers.
#pragma once

#include "core/demo/images/subjects.h"

#include <span>

namespace biomedica::demo {

/// How the mucosa is lit or dyed.
struct Modality {
    std::string_view words; ///< "narrow-band imaging"
    Color pale;             ///< of the mucosa
    Color deep;
    Color vessel;
    Color groove; ///< what gathers between folds; its alpha says how much
};

struct HollowOrgan {
    std::string_view name;
    std::string_view procedure; ///< "colonoscopic"
    double folds;               ///< rings for each e-fold of distance
    double height;              ///< of a fold, in parts of the distance from the middle
    int corners;                ///< of the lumen; 0 is round
    double lumen;               ///< how much of the picture lies in the dark
    bool isForked;              ///< two passages lead on
    double vessels;             ///< how well they show
};

enum class Finding { None, Polyp, Ulcer, Bleeding, Plaques };

struct Sight {
    Finding finding;
    Point place; ///< of it, in parts of both sides
};

std::span<const Modality> modalities(); ///< white light first
std::span<const HollowOrgan> hollowOrgans();

image::Pixels lookInto(const Commission& commission, const HollowOrgan& organ, const Modality& modality,
                       const Sight& sight);

/// The abdomen through a laparoscope, with an instrument in it or not.
image::Pixels lookAtAbdomen(const Commission& commission, bool hasInstrument);

} // namespace biomedica::demo
