// undo, redo, history

#include "app/cli/command.h"

#include "core/base/text.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace biomedica::cli {

namespace {

struct JournalOptions {
    std::string annotator, decision, className, from, until, key;
    std::size_t limit = 0;
    bool isDryRun = false;

    /// Whether undo is meant for all decisions that match.
    bool isRange() const { return !(className.empty() && from.empty() && until.empty() && key.empty()); }
};

std::optional<std::string> given(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

json::Value fieldsOf(const journal::Decision& decision)
{
    json::Value fields = json::Value::object();
    for (const Question question : allQuestions) {
        const auto& vote = decision[question];
        if (!vote)
            continue;
        json::Value& field = fields[std::string(nameOf(question))];
        if (!vote->isWithdrawn)
            field = isListQuestion(question) ? json::Value(vote->answer) : json::Value(vote->answer.front());
    }
    if (decision.note)
        fields["note"] = *decision.note;
    if (decision.status)
        fields["status"] = nameOf(*decision.status);
    if (decision.isFlagged)
        fields["flag"] = *decision.isFlagged;
    return fields;
}

std::string_view kindName(journal::EntryKind kind)
{
    constexpr std::array<std::string_view, 6> names = {"label", "undo", "redo", "taxonomy", "assignment", "review"};
    return names[static_cast<std::size_t>(kind)];
}

void printEntry(const Output& output, const journal::Entry& entry, bool isUndone)
{
    json::Value fields = fieldsOf(entry.decision);
    if (auto content = json::parse(entry.content); !entry.content.empty() && content)
        fields.update(*content);
    output.json({{"decision", entry.id},
                 {"when", isoTime(entry.atMs)},
                 {"annotator", entry.annotator},
                 {"source", nameOf(entry.source)},
                 {"kind", kindName(entry.kind)},
                 {"figures", entry.figures.size()},
                 {"fields", fields},
                 {"undone", isUndone},
                 {"group", entry.group.empty() ? json::Value() : json::Value(entry.group)}});
    output.text(entry.id + "  " + isoTime(entry.atMs) + "  " + entry.annotator + "  "
                + counted(entry.figures.size(), "figure") + "  " + json::toLine(fields) + (isUndone ? "  undone" : ""));
}

using Toggle = Result<workspace::LabelReceipt> (workspace::Workspace::*)(const std::optional<std::string>&,
                                                                         const std::optional<std::string>&);

Result<void> toggle(const Context& context, const JournalOptions& options, Toggle change, bool isUndone)
{
    TRY(const auto workspace, context.open());
    TRY(const workspace::LabelReceipt receipt,
        ((*workspace).*change)(given(options.annotator), given(options.decision)));
    printEntry(context.output, receipt.entry, isUndone);
    if (receipt.entries > 1 || !receipt.entry.group.empty())
        context.output.message("with all that was decided in one go, on " + counted(receipt.figures, "figure"));
    return {};
}

/// Midnight UTC of YYYY-MM-DD, milliseconds since 1970.
Result<std::int64_t> dayFrom(const std::string& text)
{
    int year = 0, month = 0, day = 0, used = 0;
    const bool isRead = std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3;
    const std::chrono::year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day)));
    if (!isRead || static_cast<std::size_t>(used) != text.size() || !date.ok())
        return usage("a day is written as 2026-11-24, not '" + text + "'");
    const auto sinceEpoch = std::chrono::sys_days(date).time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count();
}

Result<workspace::HistoryFilter> filterFrom(workspace::Workspace& workspace, const JournalOptions& options)
{
    constexpr std::int64_t dayMs = 24 * 60 * 60 * 1000;
    workspace::HistoryFilter filter;
    filter.annotator = given(options.annotator);
    filter.className = given(options.className);
    filter.limit = options.limit;
    if (!options.from.empty()) {
        TRY(filter.fromMs, dayFrom(options.from));
    }
    if (!options.until.empty()) {
        TRY(filter.untilMs, dayFrom(options.until));
        *filter.untilMs += dayMs;
    }
    if (!options.key.empty()) {
        TRY(filter.figure, workspace.resolveKey(options.key));
    }
    return filter;
}

Result<void> history(const Context& context, const JournalOptions& options)
{
    TRY(const auto workspace, context.open());
    TRY(const workspace::HistoryFilter filter, filterFrom(*workspace, options));
    TRY(const auto entries, workspace->history(filter));
    for (const workspace::HistoryEntry& entry : entries)
        printEntry(context.output, entry.entry, entry.isUndone);
    return {};
}

/// Undoes everything that the filter finds, or says what that would change.
Result<void> undoMatching(const Context& context, const JournalOptions& options)
{
    if (!options.decision.empty())
        return usage("--decision names one decision; leave out --from, --until, --class and --figure");
    TRY(const auto workspace, context.open());
    TRY(const workspace::HistoryFilter filter, filterFrom(*workspace, options));
    TRY(const auto entries, workspace->history(filter));
    std::vector<std::string> ids;
    for (const workspace::HistoryEntry& entry : entries)
        if (!entry.isUndone)
            ids.push_back(entry.entry.id);
    if (ids.empty())
        return Error(ErrorKind::NotFound, "no decision that is not undone already is meant");
    TRY(const workspace::UndoPreview preview, workspace->previewUndo(ids));
    if (!options.isDryRun) {
        const std::string& by = options.annotator.empty() ? entries.front().entry.annotator : options.annotator;
        TRY_VOID(workspace->undoAll(ids, by));
    }
    context.output.json({{"decisions", ids.size()}, {"figures", preview.figures}, {"changed", preview.changed.size()}});
    context.output.text((options.isDryRun ? "would undo " : "undid ") + counted(ids.size(), "decision") + " on "
                        + counted(preview.figures, "figure") + "; labels of " + withThousands(preview.changed.size())
                        + " change");
    return {};
}

void addFilterOptions(CLI::App& command, JournalOptions& options)
{
    command.add_option("--class", options.className, "Only those that name this class");
    command.add_option("--from", options.from, "Only from this day on (2026-11-24, UTC)");
    command.add_option("--until", options.until, "Only up to this day, included");
    command.add_option("--figure", options.key, "Only those about this figure, by its key");
}

} // namespace

void addJournalCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<JournalOptions>();
    CLI::App* undo =
        addCollectionCommand(app, context, "undo", "Take back the last decision, a named one, or all that match",
                             "  biomedica undo figures --annotator anna\n"
                             "  biomedica undo figures --annotator anna --from 2026-11-01 --class flowchart --dry-run",
                             [&context, options] {
                                 return options->isRange()
                                            ? undoMatching(context, *options)
                                            : toggle(context, *options, &workspace::Workspace::undo, true);
                             });
    undo->add_option("--annotator", options->annotator, "Whose");
    undo->add_option("--decision", options->decision, "This decision or group, however old");
    addFilterOptions(*undo, *options);
    undo->add_flag("--dry-run", options->isDryRun, "With --class, --from, --until or --figure: only say what changes");

    CLI::App* redo = addCollectionCommand(
        app, context, "redo", "Bring back what was undone", "  biomedica redo figures --annotator anna",
        [&context, options] { return toggle(context, *options, &workspace::Workspace::redo, false); });
    redo->add_option("--annotator", options->annotator, "Whose");
    redo->add_option("--decision", options->decision, "This decision or group, however old");

    CLI::App* command = addCollectionCommand(app, context, "history", "All decisions, newest first",
                                             "  biomedica history figures --json\n"
                                             "  biomedica history figures --annotator anna --from 2026-11-01",
                                             [&context, options] { return history(context, *options); });
    command->add_option("--annotator", options->annotator, "Only this annotator's");
    addFilterOptions(*command, *options);
    command->add_option("--limit", options->limit, "At most this many");
}

} // namespace biomedica::cli
