#include "app/cli/table.h"

#include <algorithm>

namespace biomedica::cli {

namespace {

std::size_t widthOf(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; // begins a character
    }));
}

} // namespace

std::vector<std::string> alignedLines(const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], widthOf(row[column]));
    }
    std::vector<std::string> lines;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::string blanks(widths[column] - widthOf(row[column]), ' ');
            const bool isLast = column + 1 == row.size();
            line += column == 0 ? row[column] + (isLast ? "" : blanks) : "  " + blanks + row[column];
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace biomedica::cli
