#include "core/base/text.h"
#include "core/demo/diagrams/diagrams.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace biomedica::demo {

namespace {

struct FlowScene {
    std::string_view topic;
    std::vector<std::string_view> stages;              ///< from the first box to the one that splits
    std::vector<std::vector<std::string_view>> losses; ///< reasons between the stages
    std::vector<std::string_view> arms;
    std::vector<std::string_view> armLosses;
    std::string_view armEnd;
    int start;
};

const std::vector<FlowScene>& scenes()
{
    // clang-format off
    static const std::vector<FlowScene> all = {
        {"CONSORT flow diagram of the randomised trial of {drug} in {disease}",
         {"Assessed for eligibility", "Randomised"},
         {{"Did not meet inclusion criteria", "Declined to participate", "Other reasons"}},
         {"Allocated to {drug}", "Allocated to placebo"}, {"Lost to follow-up", "Discontinued treatment"}, "Analysed",
          480},
        {"selection of the study cohort of patients with {disease}",
         {"Patients with {disease} in the registry, 2008–2019", "Adults with complete baseline data",
          "Included in the analysis"},
         {{"Age under 18 years", "Missing laboratory data"}, {"Follow-up under 90 days", "Prior use of {drug}"}},
         {"Exposed to {drug}", "Not exposed"}, {}, "", 14800},
        {"PRISMA flow diagram of the systematic review on {drug} for {disease}",
         {"Records identified through database searching", "Records screened after removal of duplicates",
          "Full-text articles assessed for eligibility", "Studies included in quantitative synthesis"},
         {{"Duplicates"}, {"Not relevant by title or abstract"},
          {"No control group", "No outcome of interest", "Conference abstract"}},
         {}, {}, "", 2400},
        {"flowchart of sample selection for {gene} sequencing",
         {"Biopsies of {tissue} collected", "Passed RNA quality control", "Sequenced"},
         {{"RIN below 7", "Insufficient material"}, {"Library failed"}},
         {"{disease}", "Healthy controls"}, {"Low read depth"}, "Final data set", 260},
        {"recruitment and follow-up of participants",
         {"Invited to participate", "Gave informed consent", "Completed the baseline visit"},
         {{"Did not respond", "Declined"}, {"Withdrew consent", "Moved away"}},
         {"Low {gene}", "Intermediate {gene}", "High {gene}"}, {"Lost to follow-up"}, "Completed 12 months", 1900},
    };
    // clang-format on
    return all;
}

struct Box {
    std::vector<std::string> lines; ///< paragraphs; wrapped when placed
    Rect rect = {};
    bool isSide = false;
};

/// The chart's content: numbers that add up.
struct Flow {
    std::vector<Box> stages;
    std::vector<Box> losses; ///< losses[i] leaves between stages i and i + 1
    std::vector<std::vector<Box>> arms;
    int start = 0;
    int end = 0;
};

std::string counted(const std::string& text, int n)
{
    return text + " (n = " + withThousands(static_cast<std::uint64_t>(n)) + ")";
}

Box boxOf(std::string line)
{
    Box box;
    box.lines.push_back(std::move(line));
    return box;
}

/// Takes some away for each reason; what is left comes back in `n`.
Box makeLoss(Brush& brush, const std::vector<std::string_view>& reasons, int& n, double share, const std::string& title)
{
    Box box;
    box.isSide = true;
    std::vector<std::string> lines;
    int lost = 0;
    for (const std::string_view reason : reasons) {
        const int count = std::max(
            1, static_cast<int>(n * share * brush.random.real(0.5, 1.4) / static_cast<double>(reasons.size())));
        lines.push_back("• " + counted(filled(reason, brush.subject), count));
        lost += count;
    }
    n -= lost;
    box.lines.push_back(counted(title, lost));
    if (reasons.size() > 1)
        box.lines.insert(box.lines.end(), lines.begin(), lines.end());
    else
        box.lines[0] = counted(filled(reasons[0], brush.subject), lost);
    return box;
}

Flow makeFlow(Brush& brush, const FlowScene& scene)
{
    Flow flow;
    int n = static_cast<int>(scene.start * brush.random.real(0.5, 1.9));
    flow.start = n;
    for (std::size_t i = 0; i < scene.stages.size(); ++i) {
        flow.stages.push_back(boxOf(counted(capitalised(filled(scene.stages[i], brush.subject)), n)));
        if (i < scene.losses.size())
            flow.losses.push_back(makeLoss(brush, scene.losses[i], n, brush.random.real(0.15, 0.45), "Excluded"));
    }
    flow.end = n;
    int left = n;
    for (std::size_t a = 0; a < scene.arms.size(); ++a) {
        const bool isLast = a + 1 == scene.arms.size();
        int size = isLast
                       ? left
                       : static_cast<int>(n / static_cast<double>(scene.arms.size()) * brush.random.real(0.85, 1.15));
        left -= size;
        std::vector<Box> arm = {boxOf(counted(capitalised(filled(scene.arms[a], brush.subject)), size))};
        if (!scene.armLosses.empty()) {
            Box lost = makeLoss(brush, scene.armLosses, size, 0.12, "Not analysed");
            lost.isSide = false;
            arm.push_back(std::move(lost));
        }
        if (!scene.armEnd.empty())
            arm.push_back(boxOf(counted(std::string(scene.armEnd), size)));
        flow.arms.push_back(std::move(arm));
    }
    return flow;
}

std::vector<std::string> wrapped(Canvas& canvas, const std::vector<std::string>& paragraphs, const Font& font,
                                 double width)
{
    std::vector<std::string> lines;
    for (const std::string& paragraph : paragraphs) {
        std::string line;
        // "(n = 12)" stays together.
        std::string pending;
        for (const std::string& word : split(paragraph, ' ')) {
            pending += (pending.empty() ? "" : " ") + word;
            if (pending.starts_with("(n") && !pending.ends_with(')'))
                continue;
            const std::string longer = line.empty() ? pending : line + " " + pending;
            if (line.empty() || canvas.textWidth(longer, font) <= width) {
                line = longer;
            } else {
                lines.push_back(line);
                line = pending;
            }
            pending.clear();
        }
        lines.push_back(line + pending);
    }
    return lines;
}

struct Look {
    Font font;
    double radius = 0;
    Color stageFill = white;
    Color sideFill = white;
    Color armFill = white;
    Pen pen;
    double mainShare = 0.5;  ///< of the width, for the boxes of the stages
    bool isMirrored = false; ///< losses at the left
};

class FlowSheet {
public:
    FlowSheet(Brush& brush, Flow flow, Look look) : m_brush(brush), m_flow(std::move(flow)), m_look(look)
    {
        // The largest text that fits.
        for (double size = look.font.size; size > 7; size -= 0.5) {
            m_look.font.size = size;
            m_height = place(0);
            if (m_height <= brush.area.height)
                break;
        }
        const double spare = std::max(0.0, brush.area.height - m_height);
        place(std::min(gap() * 3, spare / static_cast<double>(std::max<std::size_t>(1, m_gaps))));
    }

    void draw()
    {
        for (std::size_t i = 0; i < m_flow.stages.size(); ++i) {
            if (i > 0)
                arrow(bottomOf(m_flow.stages[i - 1]), topOf(m_flow.stages[i]));
            drawBox(m_flow.stages[i], m_look.stageFill);
        }
        for (const Box& loss : m_flow.losses) {
            const Point to{m_look.isMirrored ? loss.rect.right() : loss.rect.x, loss.rect.center().y};
            arrow({m_flow.stages[0].rect.center().x, to.y}, to);
            drawBox(loss, m_look.sideFill);
        }
        drawArms();
    }

private:
    double gap() const { return m_look.font.size * 1.9; }
    static Point topOf(const Box& box) { return {box.rect.center().x, box.rect.y}; }
    static Point bottomOf(const Box& box) { return {box.rect.center().x, box.rect.bottom()}; }

    /// Sets the box's lines to what fits its width, and its height.
    void fit(Box& box, double x, double y, double width)
    {
        const double pad = m_look.font.size * 0.6;
        box.rect = {x, y, width,
                    static_cast<double>(wrapped(m_brush.canvas, box.lines, m_look.font, width - 2 * pad).size())
                            * Canvas::lineHeight(m_look.font)
                        + 2 * pad};
    }

    /// Returns the height that all of it takes.
    double place(double extraGap)
    {
        const Rect& area = m_brush.area;
        const double mainWidth = area.width * (m_flow.losses.empty() ? 0.7 : m_look.mainShare);
        const double sideWidth = area.width * (0.92 - m_look.mainShare);
        const double left = area.x + m_look.pen.width;
        const double right = area.right() - m_look.pen.width;
        double y = area.y + m_look.pen.width;
        m_gaps = 0;
        for (std::size_t i = 0; i < m_flow.stages.size(); ++i) {
            fit(m_flow.stages[i], m_look.isMirrored ? right - mainWidth : left, y, mainWidth);
            y = m_flow.stages[i].rect.bottom();
            if (i < m_flow.losses.size()) {
                Box& loss = m_flow.losses[i];
                fit(loss, m_look.isMirrored ? left : right - sideWidth, y + gap() * 0.4 + extraGap / 2, sideWidth);
                y = loss.rect.bottom() + gap() * 0.4 + extraGap / 2;
                ++m_gaps;
            }
        }
        if (!m_flow.arms.empty())
            y = placeArms(y, extraGap);
        return y + m_look.pen.width - area.y;
    }

    double placeArms(double top, double extraGap)
    {
        const auto count = static_cast<double>(m_flow.arms.size());
        const double space = m_look.font.size * 1.2;
        const double width = (m_brush.area.width - 2 * m_look.pen.width - space * (count - 1)) / count;
        double y = top + gap() * 1.4 + extraGap;
        ++m_gaps;
        double bottom = y;
        for (std::size_t level = 0; level < m_flow.arms[0].size(); ++level) {
            if (level > 0) {
                y = bottom + gap() + extraGap;
                ++m_gaps;
            }
            double x = m_brush.area.x + m_look.pen.width;
            double tallest = 0;
            for (auto& arm : m_flow.arms) {
                fit(arm[level], x, y, width);
                tallest = std::max(tallest, arm[level].rect.height);
                x += width + space;
            }
            for (auto& arm : m_flow.arms)
                arm[level].rect.height = tallest;
            bottom = y + tallest;
        }
        return bottom;
    }

    void arrow(Point from, Point to)
    {
        m_brush.canvas.arrow(from, to, {black, m_look.pen.width}, m_look.font.size * 0.6);
    }

    void drawArms()
    {
        if (m_flow.arms.empty())
            return;
        const Point from = bottomOf(m_flow.stages.back());
        const double fork = (from.y + m_flow.arms[0][0].rect.y) / 2;
        m_brush.canvas.line(from, {from.x, fork}, {black, m_look.pen.width});
        m_brush.canvas.line({m_flow.arms.front()[0].rect.center().x, fork},
                            {m_flow.arms.back()[0].rect.center().x, fork}, {black, m_look.pen.width});
        for (const auto& arm : m_flow.arms)
            for (std::size_t level = 0; level < arm.size(); ++level) {
                arrow(level == 0 ? Point{arm[0].rect.center().x, fork} : bottomOf(arm[level - 1]), topOf(arm[level]));
                drawBox(arm[level], m_look.armFill);
            }
    }

    void drawBox(const Box& box, Color fill)
    {
        m_brush.canvas.fillRounded(box.rect, fill, m_look.radius);
        m_brush.canvas.outline(box.rect, m_look.pen, m_look.radius);
        const double pad = m_look.font.size * 0.6;
        const double lineHeight = Canvas::lineHeight(m_look.font);
        const auto lines = wrapped(m_brush.canvas, box.lines, m_look.font, box.rect.width - 2 * pad);
        double y = box.rect.center().y - lineHeight * (static_cast<double>(lines.size()) - 1) / 2;
        const bool isLeft = box.lines.size() > 1;
        for (const std::string& line : lines) {
            m_brush.canvas.text(line, {isLeft ? box.rect.x + pad : box.rect.center().x, y}, m_look.font,
                                fill.luminance() < 0.45 ? white : black,
                                {isLeft ? Horizontal::Left : Horizontal::Center, Vertical::Middle});
            y += lineHeight;
        }
    }

    Brush& m_brush;
    Flow m_flow;
    Look m_look;
    double m_height = 0;
    std::size_t m_gaps = 0;
};

Look chooseLook(Brush& brush)
{
    static constexpr std::array<std::array<Color, 3>, 9> fills = {{
        {rgb(0x4472c4), rgb(0xed7d31), rgb(0x70ad47)},
        {rgb(0xe2efda), rgb(0xfff2cc), rgb(0xdeebf7)},
        {rgb(0xd9d2e9), white, rgb(0xead1dc)},
        {white, white, white},
        {white, white, white},
        {rgb(0xdbe9f6), white, rgb(0xe8f3e3)},
        {rgb(0xeeeeee), rgb(0xeeeeee), rgb(0xeeeeee)},
        {rgb(0x2f5d8a), rgb(0xf4e3d7), rgb(0xcfe0f0)},
        {rgb(0xfff4d6), rgb(0xfde2e2), rgb(0xe3f2e1)},
    }};
    const auto& colors = brush.random.pick(fills);
    Look look;
    look.font = brush.style.font;
    look.font.size = std::max(look.font.size, brush.area.width / 36) * brush.random.real(0.8, 1.15);
    look.font.isBold = brush.random.chance(0.15);
    look.isMirrored = brush.random.chance(0.2);
    look.mainShare = brush.random.real(0.42, 0.54);
    look.radius = brush.random.chance(0.4) ? brush.style.font.size * brush.random.real(0.3, 1.2) : 0;
    look.stageFill = colors[0];
    look.sideFill = colors[1];
    look.armFill = colors[2];
    look.pen = {brush.random.chance(0.75) ? black : rgb(0x2b4c7e), brush.random.real(0.7, 2.6)};
    return look;
}

} // namespace

PanelText drawFlowchart(Brush& brush)
{
    const FlowScene& scene = brush.random.pick(scenes());
    Flow flow = makeFlow(brush, scene);
    PanelText text;
    text.topic = filled(scene.topic, brush.subject);
    const std::string start = withThousands(static_cast<std::uint64_t>(flow.start));
    const std::string end = withThousands(static_cast<std::uint64_t>(flow.end));
    text.details = {"Of " + start + " at the start, " + end + " remained after exclusions.",
                    "Reasons for exclusion are given in the boxes beside."};
    text.shown = {start, end};
    FlowSheet(brush, std::move(flow), chooseLook(brush)).draw();
    return text;
}

} // namespace biomedica::demo
