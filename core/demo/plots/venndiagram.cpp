#include "core/demo/plots/plots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

namespace {

struct SetNames {
    std::string_view topic;
    std::string_view counted;
    std::array<std::string_view, 3> names;
};

// clang-format off
constexpr std::array<SetNames, 6> setNames = {{
    {"differentially expressed genes", "genes", {"{drug}", "{inhibitor}", "si{gene}"}},
    {"operational taxonomic units", "OTUs", {"Control", "Model", "Treated"}},
    {"proteins identified by mass spectrometry", "proteins", {"Plasma", "Serum", "Urine"}},
    {"predicted targets of miR-21", "genes", {"TargetScan", "miRDB", "PicTar"}},
    {"genes with variants", "genes", {"Primary", "Relapse", "Metastasis"}},
    {"patients with positive tests", "patients", {"PCR", "Culture", "Serology"}},
}};
// clang-format on

struct Venn {
    std::vector<std::string> names;
    std::vector<int> counts; ///< by the bits of the sets, 0 unused
    std::vector<Point> centers;
    double radius = 0;
};

/// Where the number of a region stands: pushed away from the sets it is not in.
Point placeOf(const Venn& venn, unsigned region)
{
    Point in{0, 0};
    Point middle{0, 0};
    double inside = 0;
    for (std::size_t i = 0; i < venn.centers.size(); ++i) {
        const auto total = static_cast<double>(venn.centers.size());
        middle = {middle.x + venn.centers[i].x / total, middle.y + venn.centers[i].y / total};
        if ((region >> i & 1U) == 0)
            continue;
        in = {in.x + venn.centers[i].x, in.y + venn.centers[i].y};
        ++inside;
    }
    in = {in.x / inside, in.y / inside};
    // Two circles of three overlap on the far side of the third.
    const double push = inside == 1 ? 1.5 : inside == 2 && venn.centers.size() == 3 ? 2.0 : 1;
    return {middle.x + (in.x - middle.x) * push, middle.y + (in.y - middle.y) * push};
}

Venn layOut(Brush& brush, std::vector<std::string> names)
{
    Venn venn{std::move(names), {}, {}};
    const Font& font = brush.style.font;
    const double room = font.size * 1.7;
    const Rect area = brush.area.inset(2, room, 2, venn.names.size() == 3 ? room : 2);
    if (venn.names.size() == 2) {
        venn.radius = std::min(area.height / 2, area.width / 3.2);
        for (const double side : {-0.6, 0.6})
            venn.centers.push_back({area.center().x + side * venn.radius, area.center().y});
        return venn;
    }
    // Centres lie 0.62 radii from the middle, so the three reach 1.31 above it and 1.62 below.
    venn.radius = std::min(area.height / 2.93, area.width / 3.1);
    const double middle = area.center().y - venn.radius * 0.155;
    const double away = venn.radius * 0.62;
    for (const double degrees : {-150.0, -30.0, 90.0})
        venn.centers.push_back({area.center().x + away * std::cos(degrees * std::numbers::pi / 180),
                                middle + away * std::sin(degrees * std::numbers::pi / 180)});
    return venn;
}

void drawSetNames(Brush& brush, const Venn& venn)
{
    const Font font = brush.style.font.bold();
    for (std::size_t i = 0; i < venn.names.size(); ++i) {
        const bool isBelow = i == 2;
        const double y = venn.centers[i].y + (isBelow ? venn.radius + font.size * 0.5 : -venn.radius - font.size * 0.5);
        const double reach = 2 * std::min(venn.centers[i].x - brush.area.x, brush.area.right() - venn.centers[i].x);
        const double room = isBelow ? reach : std::min(reach, venn.radius * 1.5);
        const double share = room / brush.canvas.textWidth(venn.names[i], font);
        const double x = venn.centers[i].x + (isBelow ? 0 : (i == 0 ? -0.12 : 0.12) * venn.radius);
        brush.canvas.text(venn.names[i], {x, y}, font.scaled(std::min(1.0, share * 0.9)), black,
                          {Horizontal::Center, isBelow ? Vertical::Top : Vertical::Baseline});
    }
}

} // namespace

PanelText drawVennDiagram(Brush& brush)
{
    Random& random = brush.random;
    const SetNames& sets = random.pick(setNames);
    const std::size_t count = random.chance(0.4) ? 2 : 3;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i)
        names.push_back(capitalised(filled(sets.names[i], brush.subject)));
    Venn venn = layOut(brush, names);
    const double scale = std::exp(random.real(3, 7));
    venn.counts.resize(std::size_t{1} << count);
    for (unsigned region = 1; region < venn.counts.size(); ++region)
        venn.counts[region] = static_cast<int>(scale * random.real(0.05, 1)) + 1;

    const bool isFilled = random.chance(0.8);
    const double width = std::max(1.0, brush.style.lineWidth);
    for (std::size_t i = 0; i < count && isFilled; ++i)
        brush.canvas.disc(venn.centers[i], venn.radius, brush.style.lineColor(i).withAlpha(0.4));
    for (std::size_t i = 0; i < count; ++i)
        brush.canvas.circle(venn.centers[i], venn.radius, {isFilled ? black : brush.style.lineColor(i), width});
    const Font font = brush.style.font.scaled(std::clamp(venn.radius / 75, 0.75, 1.25));
    int total = 0;
    for (unsigned region = 1; region < venn.counts.size(); ++region) {
        brush.canvas.text(std::to_string(venn.counts[region]), placeOf(venn, region), font, black,
                          {Horizontal::Center, Vertical::Middle});
        total += venn.counts[region];
    }
    drawSetNames(brush, venn);

    PanelText text;
    const std::string shared = std::to_string(venn.counts.back());
    text.topic = "Venn diagram of " + std::string(sets.topic) + " in " + brush.subject.disease + ": " + listed(names);
    text.details = {"All groups share " + shared + " of " + std::to_string(total) + " " + std::string(sets.counted)
                    + "."};
    text.shown = names;
    text.shown.push_back("Venn diagram");
    text.shown.push_back(shared);
    return text;
}

} // namespace biomedica::demo
