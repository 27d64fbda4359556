#include "core/demo/plots/statistics.h"

#include "core/demo/drawing/subject.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace biomedica::demo {

LinearFit linearFit(std::span<const Point> points)
{
    const auto n = static_cast<double>(points.size());
    double meanX = 0;
    double meanY = 0;
    for (const Point& point : points) {
        meanX += point.x / n;
        meanY += point.y / n;
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (const Point& point : points) {
        xx += (point.x - meanX) * (point.x - meanX);
        yy += (point.y - meanY) * (point.y - meanY);
        xy += (point.x - meanX) * (point.y - meanY);
    }
    LinearFit fit;
    fit.slope = xy / xx;
    fit.intercept = meanY - fit.slope * meanX;
    fit.r = std::clamp(xy / std::sqrt(xx * yy), -0.9999, 0.9999);
    const double t = std::abs(fit.r) * std::sqrt((n - 2) / (1 - fit.r * fit.r));
    fit.p = std::erfc(t / std::numbers::sqrt2);
    fit.meanX = meanX;
    fit.sumSquaresX = xx;
    fit.residualSd = std::sqrt(yy * (1 - fit.r * fit.r) / (n - 2));
    return fit;
}

namespace {

double zOf(double difference, double error, double otherError)
{
    return std::abs(difference) / std::max(1e-12, std::hypot(error, otherError));
}

} // namespace

double pValueFor(double difference, double error, double otherError)
{
    return std::erfc(zOf(difference, error, otherError) / std::numbers::sqrt2);
}

std::string starsFor(double difference, double error, double otherError)
{
    const double z = zOf(difference, error, otherError);
    return z > 5.5 ? "***" : z > 3.8 ? "**" : z > 2.4 ? "*" : "ns";
}

std::string spreadSentence(Random& random, const std::string& what, bool isSem, int n)
{
    const std::string kind = isSem ? "SEM" : "SD";
    const std::string longKind = isSem ? "standard error of the mean" : "standard deviation";
    const std::string count = "n = " + std::to_string(n);
    const std::array<std::string, 5> sentences = {
        "Data are presented as mean ± " + kind + " (" + count + ").",
        capitalised(what) + " indicate the " + longKind + " of " + std::to_string(n) + " independent experiments ("
            + count + ").",
        "Values are means ± " + kind + ", " + count + " per group.",
        capitalised(what) + " represent ± " + kind + " (" + count + " biological replicates).",
        "Results are expressed as the mean ± " + kind + " of " + std::to_string(n) + " replicates, " + count + ".",
    };
    return random.pick(sentences);
}

std::string starsSentence(Random& random, const std::vector<std::string>& drawn, const std::string& versus)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> meanings = {
        {{"*", "p < 0.05"}, {"**", "p < 0.01"}, {"***", "p < 0.001"}, {"ns", "not significant"}}};
    static constexpr std::array<std::string_view, 5> tests = {
        "one-way ANOVA with Tukey's post hoc test", "two-tailed Student's t-test",
        "two-way ANOVA with Bonferroni correction", "Mann-Whitney U test", "one-way ANOVA followed by Dunnett's test"};
    std::vector<std::string> parts;
    for (const auto& [sign, meaning] : meanings)
        if (std::find(drawn.begin(), drawn.end(), sign) != drawn.end())
            parts.push_back(std::string(sign) + (sign == "ns" ? ", " : "") + std::string(meaning));
    if (parts.empty())
        return {};
    std::string sentence;
    for (const std::string& part : parts)
        sentence += (sentence.empty() ? "" : "; ") + part;
    if (!versus.empty())
        sentence += " versus " + versus;
    return sentence + " (" + std::string(random.pick(tests)) + ").";
}

} // namespace biomedica::demo
