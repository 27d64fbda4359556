#include "core/demo/plots/axis.h"

#include "core/demo/drawing/subject.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace biomedica::demo {

namespace {

/// 1, 2, 2.5 or 5 times a power of ten.
double niceStep(double range, int wantedTicks)
{
    const double raw = range / wantedTicks;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (raw <= factor * power * 1.0001)
            return factor * power;
    return 10 * power;
}

int decimalsFor(double step)
{
    int decimals = 0;
    while (decimals < 4 && std::abs(step - std::round(step)) > 1e-6 * std::pow(10, decimals)) {
        step *= 10;
        ++decimals;
    }
    return decimals;
}

std::string withMinus(std::string text)
{
    if (text.starts_with('-'))
        text.replace(0, 1, "\u2212");
    return text;
}

std::vector<Tick> ticksWithin(double low, double high, double step)
{
    std::vector<Tick> ticks;
    const double slack = step * 1e-6;
    for (double index = std::ceil((low - slack) / step); index * step <= high + slack; ++index)
        ticks.push_back({index * step, withMinus(fixed(index * step, decimalsFor(step)))});
    return ticks;
}

std::string powerOfTen(int exponent)
{
    static constexpr std::string_view digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = exponent < 0 ? "10⁻" : "10";
    for (const char digit : std::to_string(std::abs(exponent)))
        text += digits[digit - '0'];
    return text;
}

std::vector<Tick> ticksOfLogarithms(double low, double high)
{
    const bool isShort = high - low < 1.6;
    std::vector<Tick> ticks;
    for (int power = static_cast<int>(std::floor(low)); power <= high + 1e-6; ++power)
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double value = power + std::log10(factor);
            const bool isWithin = value >= low - 1e-6 && value <= high + 1e-6;
            if (isWithin && isShort)
                ticks.push_back({value, fixed(factor * std::pow(10, power), std::max(0, -power))});
            else if (isWithin && factor == 1)
                ticks.push_back({value, powerOfTen(power)});
        }
    return ticks;
}

} // namespace

Axis linearAxis(std::string label, double low, double high, int wantedTicks)
{
    const double step = niceStep(high - low, wantedTicks);
    return exactAxis(std::move(label), std::floor(low / step + 1e-6) * step, std::ceil(high / step - 1e-6) * step,
                     wantedTicks);
}

Axis exactAxis(std::string label, double low, double high, int wantedTicks)
{
    return {
        std::move(label), low, high, ticksWithin(low, high, niceStep(high - low, wantedTicks)), false, false, false};
}

Axis axisFromZero(std::string label, double high, bool hasHeadroom)
{
    return hasHeadroom ? exactAxis(std::move(label), 0, high * 1.02) : linearAxis(std::move(label), 0, high * 1.02);
}

void extendTo(Axis& axis, double high)
{
    const double step = axis.ticks.size() > 1 ? axis.ticks[1].value - axis.ticks[0].value : axis.high - axis.low;
    if (axis.isLog)
        axis.ticks = ticksOfLogarithms(axis.low, high);
    else if (!axis.areTicksNames && high - axis.high > step)
        axis.ticks = ticksWithin(axis.low, high, step);
    axis.high = high;
}

Axis logAxis(std::string label, double low, double high)
{
    return {std::move(label), low, high, ticksOfLogarithms(low, high), false, false, true};
}

Axis categoryAxis(std::string label, const std::vector<std::string>& names)
{
    Axis axis{std::move(label), -0.5, static_cast<double>(names.size()) - 0.5, {}, true, false, false};
    for (std::size_t i = 0; i < names.size(); ++i)
        axis.ticks.push_back({static_cast<double>(i), names[i]});
    return axis;
}

} // namespace biomedica::demo
