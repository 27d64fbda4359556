// What the command line prints: JSON lines or text on standard output, messages on standard error.
//
// Thread contract: the main thread.
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/json/value.h"

#include <chrono>
#include <string>
#include <string_view>

namespace biomedica::cli {

class Output {
public:
    bool isJson = false;
    bool isQuiet = false;

    /// One JSON object on one line; nothing without --json.
    void json(const json::Value& value) const;
    /// A line of text; nothing with --json.
    void text(std::string_view line) const;
    /// A line on standard error unless --quiet.
    void message(std::string_view line) const;
    /// "biomedica: …" on standard error, always.
    void problem(std::string_view line) const;

    /// Draws a bar with rate and time left on standard error while that is a terminal.
    /// `unit` is what done and total count: "figure", or "bytes".
    std::function<void(const Progress&)> progressBar(std::string unit) const;
};

/// The state of a progress bar on a terminal.
class ProgressBar {
public:
    explicit ProgressBar(std::string unit) : m_unit(std::move(unit)) {}
    ~ProgressBar();

    void show(const Progress& progress);

private:
    std::string m_unit;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point m_last{};
    bool m_isDrawn = false;
};

/// 2026-11-23T14:02:11Z
std::string isoTime(std::int64_t milliseconds);

/// At most `width` characters, cut at a character and ended by "…".
std::string shortened(std::string_view text, std::size_t width);

} // namespace biomedica::cli
