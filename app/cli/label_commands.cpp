// label, undo, redo, history

#include "app/cli/command.h"

#include "core/base/text.h"

#include <array>

namespace biomedica::cli {

namespace {

struct LabelOptions {
    std::string annotator, query, cluster, note, status;
    std::vector<std::string> keys, panelType, panelSubtype, primary, secondary;
    bool hasQuery = false, hasNote = false, isFlagged = false, isUnflagged = false;
};

struct JournalOptions {
    std::string annotator, decision;
    std::size_t limit = 0;
};

std::optional<std::string> given(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

/// A list given as one empty value is a vote for the empty set.
std::optional<journal::Vote> voteFrom(const std::vector<std::string>& values)
{
    if (values.empty())
        return std::nullopt;
    journal::Vote vote;
    if (values.size() > 1 || !values.front().empty())
        vote.answer = values;
    return vote;
}

Result<journal::Decision> decisionFrom(const LabelOptions& options)
{
    journal::Decision decision;
    decision[Question::PanelType] = voteFrom(options.panelType);
    decision[Question::PanelSubtype] = voteFrom(options.panelSubtype);
    decision[Question::Primary] = voteFrom(options.primary);
    decision[Question::Secondary] = voteFrom(options.secondary);
    if (options.hasNote)
        decision.note = options.note;
    if (options.isFlagged || options.isUnflagged)
        decision.isFlagged = options.isFlagged;
    for (const journal::Status status : {journal::Status::None, journal::Status::Unsure, journal::Status::Skipped})
        if (options.status == nameOf(status))
            decision.status = status;
    if (!options.status.empty() && !decision.status)
        return usage("--status is unsure, skipped or none, not '" + options.status + "'");
    if (decision.isEmpty())
        return usage(
            "give at least one of --panel-type, --panel-subtype, --primary, --secondary, --note, --status, --flag");
    return decision;
}

Result<std::vector<RowId>> matching(workspace::Workspace& workspace, const query::Query& query, const Job& job)
{
    TRY(const auto result, workspace.search(query, job));
    if (result->order.empty())
        return Error(ErrorKind::NotFound, "no figure matches '" + query::toText(query) + "', so nothing was labelled");
    return result->order;
}

Result<workspace::LabelRequest> requestFrom(workspace::Workspace& workspace, const LabelOptions& options,
                                            const Job& job)
{
    const int targets = (options.keys.empty() ? 0 : 1) + (options.hasQuery ? 1 : 0) + (options.cluster.empty() ? 0 : 1);
    if (targets != 1)
        return usage("name the figures by exactly one of --key, --query and --cluster");
    workspace::LabelRequest request;
    request.annotator = options.annotator;
    TRY(request.decision, decisionFrom(options));
    if (options.hasQuery) {
        request.source = journal::Source::Bulk;
        TRY(const query::Query query, query::parse(options.query));
        TRY(request.rows, matching(workspace, query, job));
    } else if (!options.cluster.empty()) {
        request.source = journal::Source::Cluster;
        const query::Query query = query::withFilter({}, query::Field::Cluster, {{options.cluster}, {}});
        TRY(request.rows, matching(workspace, query, job));
    } else {
        request.source = options.keys.size() > 1 ? journal::Source::Bulk : journal::Source::Hand;
        for (const std::string& key : options.keys) {
            TRY(const RowId row, workspace.resolveKey(key));
            request.rows.push_back(row);
        }
    }
    return request;
}

Result<void> label(const Context& context, const LabelOptions& options)
{
    TRY(const auto workspace, context.open());
    TRY(workspace::LabelRequest request, requestFrom(*workspace, options, {context.stop, {}}));
    TRY(const workspace::LabelReceipt receipt, workspace->decide(std::move(request)));
    const std::size_t figures = receipt.entry.figures.size();
    context.output.json({{"decision", receipt.decision}, {"figures", figures}});
    context.output.text("labelled " + withThousands(figures) + (figures == 1 ? " figure" : " figures") + ", decision "
                        + receipt.decision);
    return {};
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

void printEntry(const Output& output, const journal::Entry& entry, bool isUndone)
{
    const json::Value fields = fieldsOf(entry.decision);
    output.json({{"decision", entry.id},
                 {"when", isoTime(entry.atMs)},
                 {"annotator", entry.annotator},
                 {"source", nameOf(entry.source)},
                 {"figures", entry.figures.size()},
                 {"fields", fields},
                 {"undone", isUndone}});
    output.text(entry.id + "  " + isoTime(entry.atMs) + "  " + entry.annotator + "  "
                + withThousands(entry.figures.size()) + (entry.figures.size() == 1 ? " figure  " : " figures  ")
                + json::toLine(fields) + (isUndone ? "  undone" : ""));
}

using Toggle = Result<workspace::LabelReceipt> (workspace::Workspace::*)(const std::optional<std::string>&,
                                                                         const std::optional<std::string>&);

Result<void> toggle(const Context& context, const JournalOptions& options, Toggle change, bool isUndone)
{
    TRY(const auto workspace, context.open());
    TRY(const workspace::LabelReceipt receipt,
        ((*workspace).*change)(given(options.annotator), given(options.decision)));
    printEntry(context.output, receipt.entry, isUndone);
    return {};
}

Result<void> history(const Context& context, const JournalOptions& options)
{
    TRY(const auto workspace, context.open());
    TRY(const auto entries, workspace->history(0));
    std::size_t printed = 0;
    for (const workspace::HistoryEntry& entry : entries) {
        if (!options.annotator.empty() && entry.entry.annotator != options.annotator)
            continue;
        if (options.limit > 0 && printed++ == options.limit)
            break;
        printEntry(context.output, entry.entry, entry.isUndone);
    }
    return {};
}

void addLabelCommand(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<LabelOptions>();
    CLI::App* command = addCollectionCommand(
        app, context, "label", "One decision over a figure, a list or everything that matches",
        "  biomedica label figures --annotator anna --key KEY --panel-type single --primary Microscopy\n"
        "  biomedica label figures --annotator anna --query 'caption:\"flow chart\"' --secondary flowchart\n"
        "  biomedica label figures --annotator anna --key KEY --primary ''      no class at all",
        [&context, options] { return label(context, *options); });
    command->add_option("--annotator", options->annotator, "Who decides")->required();
    addRepeated(*command, "--key", options->keys, "A figure by its key or SHARD:KEY; may be repeated");
    command->add_option_function<std::string>(
        "--query",
        [options](const std::string& text) {
            options->query = text;
            options->hasQuery = true;
        },
        "Every figure that matches");
    command->add_option("--cluster", options->cluster, "Every figure of a cluster");
    command->add_option("--panel-type", options->panelType, "single or multiple")->expected(1);
    command->add_option("--panel-subtype", options->panelSubtype, "For example 'multiple panels: images'")->expected(1);
    addRepeated(*command, "--primary", options->primary, "A global class; may be repeated");
    addRepeated(*command, "--secondary", options->secondary, "A local class; may be repeated");
    command->add_option_function<std::string>(
        "--note",
        [options](const std::string& text) {
            options->note = text;
            options->hasNote = true;
        },
        "A remark; '' removes it");
    command->add_option("--status", options->status, "unsure, skipped or none");
    CLI::Option* flag = command->add_flag("--flag", options->isFlagged, "Mark for a second look");
    command->add_flag("--no-flag", options->isUnflagged, "Take the mark away")->excludes(flag);
}

} // namespace

void addLabelCommands(CLI::App& app, Context& context)
{
    addLabelCommand(app, context);
    const auto options = std::make_shared<JournalOptions>();
    const auto addToggle = [&](const char* name, const char* help, Toggle change, bool isUndone) {
        CLI::App* command = addCollectionCommand(
            app, context, name, help, "  biomedica " + std::string(name) + " figures --annotator anna",
            [&context, options, change, isUndone] { return toggle(context, *options, change, isUndone); });
        command->add_option("--annotator", options->annotator, "Whose last decision");
        command->add_option("--decision", options->decision, "This decision, however old");
    };
    addToggle("undo", "Take back the last decision, or a named one", &workspace::Workspace::undo, true);
    addToggle("redo", "Bring back what was undone", &workspace::Workspace::redo, false);

    CLI::App* command = addCollectionCommand(app, context, "history", "All decisions, newest first",
                                             "  biomedica history figures --json",
                                             [&context, options] { return history(context, *options); });
    command->add_option("--annotator", options->annotator, "Only this annotator's");
    command->add_option("--limit", options->limit, "At most this many");
}

} // namespace biomedica::cli
