#include "core/demo/figure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace biomedica::demo {

namespace {

const KindInfo& pickKind(Random& random)
{
    std::vector<double> weights;
    for (const KindInfo& info : allKinds())
        weights.push_back(info.weight);
    return allKinds()[static_cast<std::size_t>(random.weighted(weights))];
}

// --- captions ---

constexpr std::array<std::string_view, 12> leads = {
    "{drug} modulates {gene} in {disease}.",
    "{gene} is required for the response to {drug}.",
    "Effects of {drug} on {cells} cells.",
    "Loss of {gene} sensitises cells to {drug}.",
    "{drug} alleviates {disease} in {animal}.",
    "Association of {gene} with {other} in {disease}.",
    "{inhibitor} abolishes the effect of {drug}.",
    "Characterisation of {gene} in {tissue}.",
    "Validation of {gene} as a marker of {disease}.",
    "Role of {gene} in the {tissue}.",
    "{drug} acts through {gene} and {other}.",
    "Main findings in {disease}.",
};

std::string leadSentence(Random& random, const Subject& subject)
{
    return capitalised(filled(random.pick(leads), subject)) + " ";
}

/// The topic and the first detail, which names what is drawn, and `more` of the others.
std::string sentences(const PanelText& text, Random& random, int more)
{
    std::string result = capitalised(text.topic);
    const std::string& first = text.details.front();
    result += random.chance(0.3) && more == 0 ? "; " + uncapitalised(first) : ". " + first;
    for (int i = 1; i < static_cast<int>(text.details.size()) && i <= more; ++i)
        result += " " + text.details[static_cast<std::size_t>(i)];
    return result;
}

std::string letterName(std::size_t index, bool isUpper)
{
    return std::string(1, static_cast<char>((isUpper ? 'A' : 'a') + static_cast<char>(index)));
}

// --- labels ---

void addOnce(std::vector<std::string>& list, std::string_view item)
{
    if (std::find(list.begin(), list.end(), item) == list.end())
        list.emplace_back(item);
}

std::string subtypeOf(const std::vector<Kind>& kinds)
{
    if (kinds.size() == 1)
        return "single panel";
    const auto has = [&](Medium medium) {
        return std::any_of(kinds.begin(), kinds.end(), [&](Kind kind) { return infoOf(kind).medium == medium; });
    };
    if (has(Medium::Assay))
        return "multiple panels: images & assays";
    // The released options have none for plots alone; this is the nearest. Diagrams count as images.
    return has(Medium::Plot) ? "multiple panels: images & plots" : "multiple panels: images";
}

void label(Drawing& drawing)
{
    drawing.panelType = drawing.kinds.size() > 1 ? "multiple" : "single";
    drawing.panelSubtype = subtypeOf(drawing.kinds);
    for (const Kind kind : drawing.kinds) {
        addOnce(drawing.primary, infoOf(kind).primary);
        addOnce(drawing.secondary, infoOf(kind).secondary);
    }
}

PanelText drawPanel(const KindInfo& info, Canvas& canvas, const Rect& area, const Style& style, const Subject& subject,
                    Random& random, bool isBare, Drawing& drawing)
{
    Brush brush{canvas, area, style, subject, random, isBare};
    PanelText text = info.draw(brush);
    drawing.kinds.push_back(info.kind);
    drawing.topics.push_back(text.topic);
    drawing.shown.insert(drawing.shown.end(), text.shown.begin(), text.shown.end());
    return text;
}

/// Without what is white around the drawing but for a margin; never below the size of a small figure.
image::Pixels cropped(const image::Pixels& pixels, int margin)
{
    constexpr int least = 330;
    const auto isWhite = [&](int x, int y) {
        const std::uint8_t* pixel = pixels.row(y) + 4 * static_cast<std::ptrdiff_t>(x);
        return pixel[0] > 250 && pixel[1] > 250 && pixel[2] > 250;
    };
    int left = pixels.width;
    int top = pixels.height;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < pixels.height; ++y)
        for (int x = 0; x < pixels.width; ++x)
            if (!isWhite(x, y)) {
                left = std::min(left, x);
                right = std::max(right, x + 1);
                top = std::min(top, y);
                bottom = std::max(bottom, y + 1);
            }
    if (right <= left)
        return pixels;
    // Of a drawing that is small all over, the longer side keeps what white it needs.
    const bool isWide = right - left > bottom - top;
    const int missing = std::max(0, least - (isWide ? right - left : bottom - top) - 2 * margin);
    const int atSides = margin + (isWide ? (missing + 1) / 2 : 0);
    const int atEnds = margin + (isWide ? 0 : (missing + 1) / 2);
    left = std::max(0, left - atSides);
    top = std::max(0, top - atEnds);
    right = std::min(pixels.width, right + atSides);
    bottom = std::min(pixels.height, bottom + atEnds);
    if (std::max(right - left, bottom - top) < least)
        return pixels;
    image::Pixels result(right - left, bottom - top);
    for (int y = 0; y < result.height; ++y)
        std::copy_n(pixels.row(top + y) + 4 * static_cast<std::ptrdiff_t>(left), 4 * result.width, result.row(y));
    return result;
}

/// Of the kinds that never are, no number is taken.
bool isDrawnBare(const KindInfo& info, Random& random)
{
    return info.bareShare > 0 && random.chance(info.bareShare);
}

/// Height over width of a figure on a page; the extremes are rare.
double pageAspect(const KindInfo& info, Random& random)
{
    const double place = (random.unit() + random.unit()) / 2;
    return info.lowestAspect * std::pow(info.highestAspect / info.lowestAspect, place);
}

/// As cameras and scanners have it, upright or not, as far as that suits the kind.
double sensorAspect(const KindInfo& info, Random& random)
{
    static constexpr std::array<double, 8> aspects = {0.5625, 0.667, 0.75, 0.75, 0.75, 0.8, 1, 1};
    const double aspect = random.pick(aspects);
    return std::clamp(random.chance(0.3) ? 1 / aspect : aspect, info.lowestAspect, info.highestAspect);
}

Drawing drawSingle(const KindInfo& info, const Subject& subject, Random& random)
{
    static constexpr std::array<std::pair<double, double>, 3> sizes = {{{340, 420}, {420, 900}, {900, 1250}}};
    const auto [least, most] = sizes[static_cast<std::size_t>(random.weighted({22, 72, 6}))];
    const double longer = random.real(least, most);
    const bool isBare = isDrawnBare(info, random);
    const double aspect = isBare ? sensorAspect(info, random) : pageAspect(info, random);
    const double width = std::max(longer / std::max(1.0, aspect), info.leastWidth);
    const Style style = makeStyle(random, std::clamp(width / 640, 0.6, 1.5));
    Canvas canvas(static_cast<int>(width), static_cast<int>(std::max(width * aspect, info.leastHeight)), white);
    const double margin = isBare ? 0 : info.medium == Medium::Image && random.chance(0.4) ? 1 : random.integer(6, 18);
    Drawing drawing;
    const PanelText text =
        drawPanel(info, canvas, canvas.area().inset(margin), style, subject, random, isBare, drawing);
    if (info.isFinding && random.chance(0.4))
        drawing.caption = leadSentence(random, subject);
    drawing.caption += sentences(text, random, random.integer(0, 2));
    drawing.pixels = isBare ? canvas.pixels() : cropped(canvas.pixels(), static_cast<int>(margin));
    label(drawing);
    return drawing;
}

// --- compositions ---

using Rows = std::vector<int>; // panels in each

const std::vector<Rows>& layouts()
{
    static const std::vector<Rows> all = {{2},    {2},    {1, 1}, {3},    {2, 1}, {1, 2}, {2, 2},
                                          {2, 2}, {1, 3}, {3, 1}, {2, 3}, {3, 2}, {3, 3}, {2, 2, 2}};
    return all;
}

/// The panels' rectangles, letter strips included, and the size of the sheet.
struct Sheet {
    std::vector<Rect> cells;
    double width = 0;
    double height = 0;
};

Sheet layOut(Random& random, const Rows& rows)
{
    constexpr double margin = 8;
    constexpr double longest = 1000;
    const double gutter = random.real(12, 22);
    const int widestRow = *std::max_element(rows.begin(), rows.end());
    Sheet sheet;
    sheet.width = std::round(std::clamp(widestRow * random.real(270, 370), 430.0, longest));
    std::vector<double> heights;
    double total = 2 * margin - gutter;
    for (const int count : rows) {
        const double cell = (sheet.width - 2 * margin - gutter * (count - 1)) / count;
        heights.push_back(cell
                          * (count == 1 && widestRow > 1 ? random.real(0.36, 0.5)
                             : count == 1                ? random.real(0.6, 0.8)
                                                         : random.real(0.78, 1.05)));
        total += heights.back() + gutter;
    }
    const double shrink = std::min(1.0, longest / total);
    sheet.height = std::round(total * shrink);
    double y = margin;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const double height = heights[r] * shrink;
        // Cells of a row differ in width, as panels of different kinds do.
        std::vector<double> shares;
        double sum = 0;
        for (int c = 0; c < rows[r]; ++c)
            sum += shares.emplace_back(random.chance(0.5) ? 1 : random.real(0.88, 1.18));
        const double free = sheet.width - 2 * margin - gutter * (rows[r] - 1);
        double x = margin;
        for (const double share : shares) {
            sheet.cells.push_back({x, y, free * share / sum, height});
            x += free * share / sum + gutter;
        }
        y += height + gutter * shrink;
    }
    return sheet;
}

const KindInfo& pickFitting(Random& random, const Rect& area, const KindInfo* theme)
{
    for (;;) {
        const KindInfo& info = theme != nullptr && random.chance(0.55) ? *theme : pickKind(random);
        const bool fits = area.width >= info.leastWidth && area.height >= info.leastHeight;
        if (fits)
            return info;
        theme = nullptr;
    }
}

struct LetterStyle {
    bool isUpper;
    std::string_view before; ///< in the caption
    std::string_view after;
};

Drawing drawPanels(const Subject& subject, Random& random)
{
    static constexpr std::array<LetterStyle, 5> letterStyles = {
        {{true, "(", ")"}, {true, "(", ")"}, {false, "(", ")"}, {true, "", ":"}, {false, "", ","}}};
    const LetterStyle letters = random.pick(letterStyles);
    const Sheet sheet = layOut(random, random.pick(layouts()));
    const double smallest = std::min_element(sheet.cells.begin(), sheet.cells.end(), [](const Rect& a, const Rect& b) {
                                return a.width < b.width;
                            })->width;
    const Style style = makeStyle(random, std::clamp(smallest / 640, 0.2, 1.0));
    const Font letterFont{style.font.size * 1.35, true, false, style.font.isSerif};
    Canvas canvas(static_cast<int>(sheet.width), static_cast<int>(sheet.height), white);
    const KindInfo* theme = random.chance(0.6) ? &pickKind(random) : nullptr;
    const bool isTerse = sheet.cells.size() > 4 || random.chance(0.3);

    Drawing drawing;
    if (random.chance(0.85))
        drawing.caption = leadSentence(random, subject);
    for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
        const Rect& cell = sheet.cells[i];
        const Rect area = cell.inset(letterFont.size * 0.3, letterFont.size * 1.15, 0, 0);
        const std::string letter = letterName(i, letters.isUpper);
        canvas.text(letter, {cell.x, cell.y}, letterFont, black, {Horizontal::Left, Vertical::Top});
        const KindInfo& info = pickFitting(random, area, theme);
        const bool isBare = isDrawnBare(info, random);
        const PanelText text = drawPanel(info, canvas, area, style, subject, random, isBare, drawing);
        drawing.caption += (i == 0 ? "" : " ") + std::string(letters.before) + letter + std::string(letters.after) + " "
                           + sentences(text, random, isTerse ? 0 : random.integer(0, 1));
    }
    drawing.pixels = canvas.pixels();
    label(drawing);
    return drawing;
}

} // namespace

Drawing drawFigure(Kind kind, std::uint64_t seed)
{
    Random random(seed);
    const Subject subject = makeSubject(random);
    return drawSingle(infoOf(kind), subject, random);
}

Drawing drawComposition(std::uint64_t seed)
{
    Random random(seed);
    const Subject subject = makeSubject(random);
    return drawPanels(subject, random);
}

Drawing drawFigureAbout(const Subject& subject, std::uint64_t seed)
{
    Random random(seed);
    return random.chance(0.4) ? drawPanels(subject, random) : drawSingle(pickKind(random), subject, random);
}

} // namespace biomedica::demo
