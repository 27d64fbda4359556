#include "ui/history/historylines.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace biomedica::ui {

namespace {

void join(HistoryLine& line, workspace::HistoryEntry other)
{
    ++line.entries;
    line.isPartlyUndone |= line.isUndone != other.isUndone;
    line.isUndone &= other.isUndone;
    auto& figures = line.entry.figures;
    figures.insert(figures.end(), other.entry.figures.begin(), other.entry.figures.end());
}

} // namespace

HistoryLines linesFrom(std::vector<workspace::HistoryEntry> entries)
{
    HistoryLines lines;
    lines.reserve(entries.size());
    std::unordered_map<std::string, std::size_t> lineOf; // by group
    for (workspace::HistoryEntry& one : entries) {
        if (!one.entry.group.empty()) {
            const auto [known, isNew] = lineOf.try_emplace(one.entry.group, lines.size());
            if (!isNew) {
                join(lines[known->second], std::move(one));
                continue;
            }
        }
        const bool isChangeOfNames = one.entry.kind == journal::EntryKind::EditTaxonomy;
        lines.push_back({std::move(one.entry), 1, one.isUndone, false, isChangeOfNames});
    }
    for (HistoryLine& line : lines) {
        if (line.entries == 1)
            continue;
        auto& figures = line.entry.figures;
        std::sort(figures.begin(), figures.end());
        figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
        line.isPartlyUndone &= !line.isUndone;
    }
    return lines;
}

std::vector<std::string> annotatorsOf(const HistoryLines& lines)
{
    std::set<std::string> names;
    for (const HistoryLine& line : lines)
        names.insert(line.entry.annotator);
    return {names.begin(), names.end()};
}

} // namespace biomedica::ui
