#include "app/cli/output.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <unistd.h>

namespace biomedica::cli {

namespace {

void print(std::FILE* stream, std::string_view line)
{
    std::fwrite(line.data(), 1, line.size(), stream);
    std::fputc('\n', stream);
}

std::string amount(double number, const std::string& unit)
{
    const auto whole = static_cast<std::uint64_t>(std::max(0.0, number));
    return unit == "bytes" ? humanBytes(whole) : counted(whole, unit);
}

} // namespace

void Output::json(const json::Value& value) const
{
    if (isJson)
        print(stdout, json::toLine(value));
}

void Output::text(std::string_view line) const
{
    if (!isJson)
        print(stdout, line);
}

void Output::message(std::string_view line) const
{
    if (!isQuiet)
        print(stderr, line);
}

void Output::problem(std::string_view line) const
{
    print(stderr, "biomedica: " + std::string(line));
}

std::function<void(const Progress&)> Output::progressBar(std::string unit) const
{
    if (isQuiet || !isatty(STDERR_FILENO))
        return {};
    auto bar = std::make_shared<ProgressBar>(std::move(unit));
    return [bar](const Progress& progress) { bar->show(progress); };
}

ProgressBar::~ProgressBar()
{
    if (m_isDrawn)
        std::fputs("\r\033[K", stderr);
}

void ProgressBar::show(const Progress& progress)
{
    const auto now = std::chrono::steady_clock::now();
    if (progress.total == 0 || now - m_last < std::chrono::milliseconds(100))
        return;
    m_last = now;
    m_isDrawn = true;
    const double seconds = std::max(0.001, std::chrono::duration<double>(now - m_begin).count());
    const double done = static_cast<double>(progress.done);
    const double rate = done / seconds;
    const double left = rate > 0 ? (static_cast<double>(progress.total) - done) / rate : 0;
    constexpr int width = 24;
    const int filled = static_cast<int>(done / static_cast<double>(progress.total) * width);
    std::fprintf(stderr, "\r\033[K[%s%s] %3.0f %%  %s/s  %.0f s left  %s",
                 std::string(static_cast<std::size_t>(filled), '#').c_str(),
                 std::string(static_cast<std::size_t>(width - filled), '.').c_str(),
                 100 * done / static_cast<double>(progress.total), amount(rate, m_unit).c_str(), left,
                 shortened(progress.what, 30).c_str());
}

std::string isoTime(std::int64_t milliseconds)
{
    const std::time_t seconds = static_cast<std::time_t>(milliseconds / 1000);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

std::string shortened(std::string_view text, std::size_t width)
{
    std::string line(text.substr(0, text.find('\n')));
    std::size_t characters = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool beginsCharacter = (static_cast<unsigned char>(line[i]) & 0xc0) != 0x80;
        if (beginsCharacter && ++characters > width)
            return line.substr(0, i) + "…";
    }
    return line;
}

} // namespace biomedica::cli
