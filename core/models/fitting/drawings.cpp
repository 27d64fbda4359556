#include "core/models/fitting/drawings.h"

#include "core/demo/figure.h"
#include "core/models/blocks/blocks.h"
#include "core/models/fitting/treatments.h"

namespace biomedica::models {

namespace {

/// The kind after the last: compositions.
image::Pixels drawn(int kind, std::uint64_t seed)
{
    return kind == demo::kindCount ? demo::drawComposition(seed).pixels
                                   : demo::drawFigure(static_cast<demo::Kind>(kind), seed).pixels;
}

} // namespace

Result<std::vector<Example>> drawExamples(const FittingOptions& options, const Job& job)
{
    constexpr int kinds = demo::kindCount + 1;
    std::vector<Example> examples;
    for (int kind = 0; kind < kinds; ++kind)
        for (int i = 0; i < options.drawings; ++i) {
            TRY_VOID(job.check());
            const std::uint64_t seed =
                demo::seedOf(0xde5c, {static_cast<std::uint64_t>(kind), static_cast<std::uint64_t>(i)});
            demo::Random random(demo::seedOf(seed, {1}));
            TRY(const std::vector<image::Pixels> pictures, treated(drawn(kind, seed), options.treatments, random));
            for (const image::Pixels& picture : pictures)
                examples.push_back({kind, measure(picture, {picture.width, picture.height})});
            job.tell(static_cast<std::uint64_t>(kind * options.drawings + i + 1),
                     static_cast<std::uint64_t>(kinds * options.drawings), "");
        }
    return examples;
}

Result<std::string> fitBuiltin(const FittingOptions& options, const Job& job)
{
    TRY(const std::vector<Example> examples, drawExamples(options, job));
    TRY(const Whitening whitening, fit(examples, options.dimensions, job));
    return whitening.toBytes();
}

} // namespace biomedica::models
