#include "core/demo/images/section.h"

#include <algorithm>

namespace biomedica::demo {

void Section::setStroma(int x, int y, double amount)
{
    const bool isMark = marked == Marked::Stroma;
    tissue.row(y)[x] = static_cast<float>(isMark ? 0.05 : amount);
    mark.row(y)[x] = static_cast<float>(isMark ? amount : 0);
}

Cell nucleusAt(Random& random, double x, double y, double radius, double elongation, double angle)
{
    return {x, y, radius * random.real(0.8, 1.2), elongation, angle, random.real(0.75, 1.15)};
}

void addNucleus(Section& section, const Cell& nucleus)
{
    const bool isMarked = section.isMarkedAt(nucleus.x, nucleus.y);
    Plane& plane = section.marked == Marked::Nuclei && isMarked ? section.mark : section.nuclei;
    visitEllipse(plane, nucleus, [&](int x, int y, double square) {
        // Chromatin: darker at the membrane, speckled within.
        const double depth = nucleus.brightness * (0.75 + 0.3 * square) * std::min(1.0, (1 - square) * 6);
        const auto amount = static_cast<float>(depth * (1 + 0.22 * static_cast<double>(section.fine.at(x, y))));
        float& target = plane.row(y)[x];
        target = std::max(target, amount);
    });
    if (section.marked != Marked::Cytoplasm || !isMarked)
        return;
    Cell body = nucleus;
    body.radius = section.unit * 2.1;
    body.elongation = 1.15;
    visitEllipse(section.mark, body, [&](int x, int y, double square) {
        const double depth =
            nucleus.brightness * std::min(0.65, (1 - square) * 2) * (section.nuclei.row(y)[x] > 0.3F ? 0.4 : 1);
        float& target = section.mark.row(y)[x];
        target = std::max(target, static_cast<float>(depth * (1 + 0.2 * static_cast<double>(section.coarse.at(x, y)))));
    });
}

void addHole(Section& section, const Cell& hole, double rim)
{
    visitEllipse(section.tissue, hole, [&](int x, int y, double square) {
        section.mark.row(y)[x] = 0;
        section.nuclei.row(y)[x] = 0;
        section.tissue.row(y)[x] = 0.02F;
        if (square > rim)
            section.setStroma(x, y, 0.8);
    });
}

image::Pixels developed(const Section& section, const Stain& stain, Random& random)
{
    // Looked up in steps of 1/256 of optical density 4.
    std::array<std::uint8_t, 1024> light{};
    for (std::size_t i = 0; i < light.size(); ++i)
        light[i] = static_cast<std::uint8_t>(250 * std::exp(-static_cast<double>(i) / 256));
    image::Pixels pixels(section.width(), section.height());
    for (int y = 0; y < pixels.height; ++y) {
        std::uint8_t* pixel = pixels.row(y);
        for (int x = 0; x < pixels.width; ++x, pixel += 4) {
            const float grain = 1 + 0.1F * section.fine.at(x, y) + 0.13F * section.coarse.at(x, y);
            const float nuclei = section.nuclei.row(y)[x] * 1.35F;
            const float tissue = section.tissue.row(y)[x] * grain;
            const float mark = section.mark.row(y)[x] * grain;
            for (std::size_t c = 0; c < 3; ++c) {
                const float density = nuclei * stain.nuclei[c] + tissue * stain.tissue[c] + mark * stain.mark[c];
                pixel[c] = light[static_cast<std::size_t>(std::clamp(density * 256, 0.0F, 1023.0F))];
            }
            pixel[3] = 255;
        }
    }
    addGrain(pixels, random, 3);
    return pixels;
}

} // namespace biomedica::demo
