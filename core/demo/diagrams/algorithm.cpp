#include "core/demo/diagrams/algorithm.h"

#include "core/demo/diagrams/strokes.h"

#include <algorithm>
#include <array>

namespace biomedica::demo {

namespace {

struct Line {
    int depth = 0;
    std::string_view keyword; ///< in bold
    std::string_view rest;
};

struct Listing {
    std::string_view name;
    std::vector<Line> lines;
};

const std::vector<Listing>& listings()
{
    static const std::vector<Listing> all = {
        {"Selection of features",
         {{0, "Input:", "matrix X, labels y, threshold t"},
          {0, "Output:", "set of features S"},
          {0, "", "S ← ∅"},
          {0, "for each", "gene g in X do"},
          {1, "", "p ← test(X[g], y)"},
          {1, "if", "p < t then"},
          {2, "", "S ← S ∪ {g}"},
          {1, "end if", ""},
          {0, "end for", ""},
          {0, "return", "S"}}},
        {"Expectation maximisation",
         {{0, "Require:", "data x, components k"},
          {0, "", "initialise μ, σ, π at random"},
          {0, "repeat", ""},
          {1, "", "r ← π · N(x; μ, σ)"},
          {1, "", "normalise r"},
          {1, "", "μ ← Σ r x / Σ r"},
          {1, "", "π ← Σ r / n"},
          {0, "until", "the likelihood changes by less than ε"}}},
        {"Propagation on the network",
         {{0, "Input:", "graph G = (V, E), seeds Q"},
          {0, "", "f ← 1 on Q, 0 elsewhere"},
          {0, "while", "‖f − g‖ > ε do"},
          {1, "", "g ← f"},
          {1, "for", "v in V do"},
          {2, "", "f(v) ← α Σ w(u, v) g(u) + (1 − α) q(v)"},
          {1, "end for", ""},
          {0, "end while", ""},
          {0, "return", "vertices by f"}}},
        {"Sampling of the posterior",
         {{0, "", "θ ← prior mean"},
          {0, "for", "i = 1, …, N do"},
          {1, "", "draw θ′ from q(θ′ | θ)"},
          {1, "", "a ← min(1, p(θ′) / p(θ))"},
          {1, "if", "u < a then θ ← θ′"},
          {1, "", "store θ"},
          {0, "end for", ""}}},
    };
    return all;
}

} // namespace

PanelText drawAlgorithm(Brush& brush)
{
    Random& random = brush.random;
    Canvas& canvas = brush.canvas;
    const Rect area = brush.area.inset(2);
    const Listing& listing = random.pick(listings());
    const bool areNumbered = random.chance(0.7);
    const bool isFramed = random.chance(0.4);
    const double rows = static_cast<double>(listing.lines.size()) + 1.6;
    Font font = brush.style.font.scaled(random.real(0.9, 1.3));
    font.isSerif = random.chance(0.7);
    font.size = std::min({font.size, area.height / rows / 1.3, area.width / 28});
    const double step = font.size * 1.3;
    const std::string title = "Algorithm " + std::to_string(random.integer(1, 4)) + ": ";
    canvas.text(title, {area.x + 4, area.y + step * 0.75}, font.bold(), black, {Horizontal::Left, Vertical::Middle});
    canvas.text(listing.name, {area.x + 4 + canvas.textWidth(title, font.bold()), area.y + step * 0.75}, font, black,
                {Horizontal::Left, Vertical::Middle});
    const double top = area.y + step * 1.4;
    double y = top + step * 0.6;
    for (std::size_t i = 0; i < listing.lines.size(); ++i, y += step) {
        const Line& line = listing.lines[i];
        if (areNumbered)
            canvas.text(std::to_string(i + 1) + ":", {area.x + font.size * 1.8, y}, font.scaled(0.85), black,
                        {Horizontal::Right, Vertical::Middle});
        const double x = area.x + font.size * (2.4 + 1.4 * line.depth);
        canvas.text(line.keyword, {x, y}, font.bold(), black, {Horizontal::Left, Vertical::Middle});
        const double used = line.keyword.empty() ? 0 : canvas.textWidth(line.keyword, font.bold()) + font.size * 0.35;
        canvas.text(line.rest, {x + used, y}, font, black, {Horizontal::Left, Vertical::Middle});
    }
    const double bottom = y - step * 0.4;
    if (isFramed)
        canvas.outline(Rect{area.x, area.y, area.width, bottom - area.y}, {black, 1});
    else
        for (const double rule : {area.y, top, bottom})
            canvas.line({area.x, rule}, {area.right(), rule}, {black, rule == top ? 0.8 : 1.4});
    PanelText text;
    text.topic = "algorithm of the " + uncapitalised(listing.name) + " for " + brush.subject.disease;
    text.details = {"The steps are given as pseudocode."};
    text.shown = {"algorithm"};
    return text;
}

} // namespace biomedica::demo
