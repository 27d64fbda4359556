// label

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
    if (result->size() == 0)
        return Error(ErrorKind::NotFound, "no figure matches '" + query::toText(query) + "', so nothing was labelled");
    return result->figures.rows();
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
    context.output.text("labelled " + counted(figures, "figure") + ", decision " + receipt.decision);
    return {};
}

} // namespace

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
    addRepeated(*command, "--key", "KEY", options->keys, "A figure by its key or SHARD:KEY");
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
    addRepeated(*command, "--primary", "CLASS", options->primary, "A global class");
    addRepeated(*command, "--secondary", "CLASS", options->secondary, "A local class");
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

} // namespace biomedica::cli
