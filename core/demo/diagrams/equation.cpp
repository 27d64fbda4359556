#include "core/demo/diagrams/algorithm.h"
#include "core/demo/diagrams/diagrams.h"

#include <algorithm>
#include <array>
#include <functional>

namespace biomedica::demo {

namespace {

/// A piece of set mathematics: its size, and how it is drawn with its baseline's left end at a point.
struct Box {
    double width = 0;
    double ascent = 0;
    double descent = 0;
    std::function<void(Point)> draw = [](Point) {};
};

/// Sets boxes in one font; sizes follow it.
class Setter {
public:
    Setter(Canvas& canvas, const Font& font) : m_canvas(canvas), m_font(font) {}

    Setter smaller() const { return {m_canvas, m_font.scaled(0.7)}; }

    /// Variables are italic, numbers, names and signs upright.
    Box text(const std::string& word, bool isItalic) const
    {
        const Font font = isItalic ? m_font.italic() : m_font;
        Canvas& canvas = m_canvas;
        return {canvas.textWidth(word, font), font.size * 0.76, font.size * 0.24,
                [&canvas, word, font](Point at) { canvas.text(word, at, font, black); }};
    }
    Box var(const std::string& word) const { return text(word, true); }
    Box up(const std::string& word) const { return text(word, false); }

    Box row(const std::vector<Box>& parts) const
    {
        Box box;
        for (const Box& part : parts) {
            box.width += part.width;
            box.ascent = std::max(box.ascent, part.ascent);
            box.descent = std::max(box.descent, part.descent);
        }
        box.draw = [parts](Point at) {
            for (const Box& part : parts) {
                part.draw(at);
                at.x += part.width;
            }
        };
        return box;
    }

    Box over(const Box& top, const Box& bottom) const
    {
        const double axis = m_font.size * 0.3; // of the fraction line above the baseline
        const double gap = m_font.size * 0.22;
        const double width = std::max(top.width, bottom.width) + m_font.size * 0.3;
        Canvas& canvas = m_canvas;
        const double line = std::max(1.0, m_font.size * 0.05);
        return {width + m_font.size * 0.15, axis + gap + top.descent + top.ascent,
                bottom.ascent + bottom.descent + gap - axis, [=, &canvas](Point at) {
                    canvas.line({at.x, at.y - axis}, {at.x + width, at.y - axis}, {black, line});
                    top.draw({at.x + (width - top.width) / 2, at.y - axis - gap - top.descent});
                    bottom.draw({at.x + (width - bottom.width) / 2, at.y - axis + gap + bottom.ascent});
                }};
    }

    /// Either of the two may be empty.
    Box scripts(const Box& base, const Box& below, const Box& above) const
    {
        const double drop = m_font.size * 0.26;
        const double raise = std::max(m_font.size * 0.42, base.ascent - m_font.size * 0.34);
        return {base.width + std::max(below.width, above.width) + m_font.size * 0.06,
                std::max(base.ascent, above.width > 0 ? raise + above.ascent : 0),
                std::max(base.descent, below.width > 0 ? drop + below.descent : 0), [=](Point at) {
                    base.draw(at);
                    below.draw({at.x + base.width, at.y + drop});
                    above.draw({at.x + base.width, at.y - raise});
                }};
    }
    Box sub(const std::string& base, const std::string& below) const
    {
        return scripts(var(base), smaller().var(below), {});
    }
    Box super(const Box& base, const std::string& above) const { return scripts(base, {}, smaller().var(above)); }

    /// A large operator with its limits below and above.
    Box sum(const std::string& below, const std::string& above) const
    {
        const Box sign = Setter(m_canvas, m_font.scaled(1.45)).up("∑");
        const Box low = smaller().var(below);
        const Box high = smaller().var(above);
        const double width = std::max({sign.width, low.width, high.width});
        return {width + m_font.size * 0.2, sign.ascent + high.ascent + high.descent,
                sign.descent + low.ascent + low.descent, [=](Point at) {
                    sign.draw({at.x + (width - sign.width) / 2, at.y + sign.descent * 0.3});
                    high.draw({at.x + (width - high.width) / 2, at.y - sign.ascent - high.descent});
                    low.draw({at.x + (width - low.width) / 2, at.y + sign.descent + low.ascent});
                }};
    }

    Box root(const Box& under) const
    {
        Canvas& canvas = m_canvas;
        const double size = m_font.size;
        const double top = under.ascent + size * 0.2;
        const double hook = size * 0.6;
        return {under.width + hook + size * 0.15, top + size * 0.1, under.descent, [=, &canvas](Point at) {
                    const double low = at.y + under.descent * 0.8;
                    canvas.polyline(std::vector<Point>{{at.x, at.y - size * 0.28},
                                                       {at.x + hook * 0.3, at.y - size * 0.36},
                                                       {at.x + hook * 0.55, low},
                                                       {at.x + hook * 0.95, at.y - top},
                                                       {at.x + hook + under.width, at.y - top}},
                                    {black, std::max(1.0, size * 0.055)});
                    under.draw({at.x + hook, at.y});
                }};
    }

    /// Brackets as tall as what they hold.
    Box bracketed(const Box& inside) const
    {
        Canvas& canvas = m_canvas;
        const double side = m_font.size * 0.32;
        const double pen = std::max(1.0, m_font.size * 0.06);
        return {inside.width + 2 * side, inside.ascent + 1, inside.descent + 1, [=, &canvas](Point at) {
                    const double middle = at.y + (inside.descent - inside.ascent) / 2;
                    const double half = (inside.ascent + inside.descent) / 2;
                    canvas.polyline(arc({at.x + side, middle}, side * 0.8, half, 110, 250), {black, pen});
                    canvas.polyline(arc({at.x + side + inside.width, middle}, side * 0.8, half, -70, 70), {black, pen});
                    inside.draw({at.x + side, at.y});
                }};
    }

private:
    Canvas& m_canvas;
    Font m_font;
};

struct Model {
    std::string_view topic;
    std::string_view detail;
    std::vector<Box> (*lines)(const Setter&);
};

std::vector<Box> logistic(const Setter& s)
{
    return {s.row({s.up("logit("), s.sub("p", "i"), s.up(") = "), s.sub("β", "0"), s.up(" + "), s.sub("β", "1"),
                   s.sub("x", "i1"), s.up(" + … + "), s.sub("β", "k"), s.sub("x", "ik")}),
            s.row({s.sub("p", "i"), s.up(" = "),
                   s.over(s.up("1"), s.row({s.up("1 + exp"), s.bracketed(s.row({s.up("−"), s.sub("β", "0"), s.up(" − "),
                                                                                s.sum("j = 1", "k"), s.sub("β", "j"),
                                                                                s.sub("x", "ij")}))}))})};
}

std::vector<Box> epidemic(const Setter& s)
{
    const auto rate = [&](const std::string& name) {
        return s.over(s.row({s.up("d"), s.var(name)}), s.row({s.up("d"), s.var("t")}));
    };
    const Box flow = s.over(s.var("βSI"), s.var("N"));
    return {s.row({rate("S"), s.up(" = −"), flow}), s.row({rate("I"), s.up(" = "), flow, s.up(" − "), s.var("γI")}),
            s.row({rate("R"), s.up(" = "), s.var("γI")})};
}

std::vector<Box> kinetics(const Setter& s)
{
    return {
        s.row({s.var("v"), s.up(" = "),
               s.over(s.row({s.sub("V", "max"), s.up("[S]")}),
                      s.row({s.sub("K", "m"), s.bracketed(s.row({s.up("1 + "), s.over(s.up("[I]"), s.sub("K", "i"))})),
                             s.up(" + [S]")}))}),
        s.row({s.var("E"), s.up(" = "), s.sub("E", "0"), s.up(" + "),
               s.over(s.row({s.sub("E", "max"), s.super(s.var("C"), "h")}),
                      s.row({s.scripts(s.up("EC"), s.smaller().up("50"), s.smaller().var("h")), s.up(" + "),
                             s.super(s.var("C"), "h")}))})};
}

std::vector<Box> hazard(const Setter& s)
{
    return {
        s.row({s.var("h"), s.up("("), s.var("t"), s.up(" | "), s.var("x"), s.up(") = "), s.sub("h", "0"), s.up("("),
               s.var("t"), s.up(") exp"), s.bracketed(s.row({s.sum("j = 1", "p"), s.sub("β", "j"), s.sub("x", "j")}))}),
        s.row({s.up("HR = "), s.super(s.var("e"), "β"), s.up(",  95% CI = exp"),
               s.bracketed(s.row({s.var("β"), s.up(" ± 1.96 SE")}))})};
}

std::vector<Box> spread(const Setter& s)
{
    return {s.row({s.var("s"), s.up(" = "),
                   s.root(s.over(
                       s.row({s.sum("i = 1", "n"), s.up("("), s.sub("x", "i"), s.up(" − "), s.super(s.var("x̄)"), "2")}),
                       s.row({s.var("n"), s.up(" − 1")})))}),
            s.row({s.var("t"), s.up(" = "),
                   s.over(s.row({s.sub("x̄", "1"), s.up(" − "), s.sub("x̄", "2")}),
                          s.root(s.row(
                              {s.over(s.scripts(s.var("s"), s.smaller().up("1"), s.smaller().up("2")), s.sub("n", "1")),
                               s.up(" + "),
                               s.over(s.scripts(s.var("s"), s.smaller().up("2"), s.smaller().up("2")),
                                      s.sub("n", "2"))})))})};
}

std::vector<Box> accuracy(const Setter& s)
{
    return {s.row({s.up("Sensitivity = "), s.over(s.up("TP"), s.up("TP + FN"))}),
            s.row({s.up("Specificity = "), s.over(s.up("TN"), s.up("TN + FP"))}),
            s.row({s.sub("F", "1"), s.up(" = "), s.over(s.up("2 TP"), s.up("2 TP + FP + FN"))})};
}

const std::array<Model, 6> models = {{
    {"equations of the logistic regression model of {disease}", "Coefficients were estimated by maximum likelihood.",
     logistic},
    {"equations of the compartmental model of {disease}", "S, susceptible; I, infected; R, recovered.", epidemic},
    {"equations of the inhibition of {gene} by {drug}", "Parameters were fitted by nonlinear least squares.", kinetics},
    {"equations of the proportional hazards model", "The baseline hazard was left unspecified.", hazard},
    {"equations of the test used to compare groups", "Variances were not assumed to be equal.", spread},
    {"equations of the measures of diagnostic accuracy of {gene}", "TP, true positive; FN, false negative.", accuracy},
}};

} // namespace

PanelText drawEquation(Brush& brush)
{
    Random& random = brush.random;
    if (random.chance(0.3))
        return drawAlgorithm(brush);
    const Model& model = random.pick(models);
    Font font = brush.style.font;
    font.isSerif = random.chance(0.85);
    font.stretch = 1;
    font.size *= random.real(1.2, 1.8);
    const double gap = 0.9; // between lines, of the font size
    const auto heightOf = [&](const std::vector<Box>& lines) {
        double height = 0;
        for (const Box& line : lines)
            height += line.ascent + line.descent + gap * font.size;
        return height - gap * font.size;
    };
    // Set once to measure, and again in the size that fits; the numbers at the right take room, too.
    auto lines = model.lines(Setter(brush.canvas, font));
    double widest = 0;
    for (const Box& line : lines)
        widest = std::max(widest, line.width);
    font = font.scaled(std::min({1.0, brush.area.width * 0.82 / widest, brush.area.height * 0.94 / heightOf(lines)}));
    const Setter setter(brush.canvas, font);
    lines = model.lines(setter);
    double y = brush.area.center().y - heightOf(lines) / 2;
    const int first = random.integer(1, 7);
    const bool areNumbered = random.chance(0.55);
    const bool areLeft = random.chance(0.4);
    const Color ground = random.chance(0.25) ? brush.style.color(1).lighter(0.85) : white;
    if (ground.luminance() < 1)
        brush.canvas.fill(brush.area, ground);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double margin = brush.area.width * 0.9 - lines[i].width;
        const Point at{brush.area.x + (areLeft ? brush.area.width * 0.02 : margin / 2), y + lines[i].ascent};
        lines[i].draw(at);
        if (areNumbered)
            brush.canvas.text("(" + std::to_string(first + static_cast<int>(i)) + ")", {brush.area.right(), at.y},
                              font.scaled(0.85), black, {Horizontal::Right, Vertical::Baseline});
        y += lines[i].ascent + lines[i].descent + gap * font.size;
    }
    PanelText text;
    text.topic = filled(model.topic, brush.subject);
    text.details = {std::string(model.detail)};
    text.shown = {"equation"};
    return text;
}

} // namespace biomedica::demo
