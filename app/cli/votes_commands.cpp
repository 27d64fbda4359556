// votes export | merge, assign

#include "app/cli/command.h"

#include "core/base/text.h"

namespace biomedica::cli {

namespace {

struct VotesOptions {
    std::string file, annotator;
};

Result<void> exportVotes(const Context& context, const VotesOptions& options)
{
    TRY(const auto workspace, context.open());
    const auto annotator = options.annotator.empty() ? std::nullopt : std::optional(options.annotator);
    TRY(const workspace::VoteExchange exchange, workspace->exportVotes(options.file, annotator));
    context.output.json({{"decisions", exchange.decisions}, {"new", 0}});
    context.output.text("wrote " + counted(exchange.decisions, "decision") + " to '" + options.file + "'");
    return {};
}

Result<void> mergeVotes(const Context& context, const VotesOptions& options)
{
    TRY(const auto workspace, context.open());
    TRY(const workspace::VoteExchange exchange, workspace->mergeVotes(options.file));
    context.output.json({{"decisions", exchange.decisions},
                         {"new", exchange.added},
                         {"unknown_figures", exchange.unknownFigures},
                         {"disputed", exchange.disputed}});
    context.output.text(counted(exchange.decisions, "decision") + ", " + withThousands(exchange.added) + " new; "
                        + counted(exchange.disputed, "of their figures is", "of their figures are") + " disputed now");
    if (exchange.unknownFigures > 0)
        context.output.message(counted(exchange.unknownFigures, "figure is", "figures are")
                               + " not in this collection; their votes are kept");
    return {};
}

struct AssignOptions {
    workspace::AssignmentPlan plan;
    std::string by, query;
};

Result<void> assign(const Context& context, AssignOptions options)
{
    TRY(const auto workspace, context.open());
    TRY(const query::Query query, query::parse(options.query));
    TRY(const auto found, workspace->search(query, {context.stop, {}}));
    options.plan.rows = found->figures.rows();
    TRY(const auto counts, workspace->assign(options.by, options.plan));
    for (const auto& [annotator, figures] : counts) {
        context.output.json({{"annotator", annotator}, {"figures", figures}});
        context.output.text(annotator + "  " + counted(figures, "figure") + "  (search: assigned:" + annotator
                            + " is:unlabelled)");
    }
    return {};
}

void addAssignCommand(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<AssignOptions>();
    CLI::App* command = addCollectionCommand(
        app, context, "assign", "Share figures out among annotators",
        "  biomedica assign figures --by rita --to anna --to ben --query is:unlabelled --overlap 0.2\n"
        "  biomedica assign figures --by rita --to anna --query annotator:anna --share 0.1 --repeat",
        [&context, options] { return assign(context, *options); });
    command->add_option("--by", options->by, "Who assigns")->required();
    addRepeated(*command, "--to", "NAME", options->plan.annotators, "An annotator")->required();
    command->add_option("--query", options->query, "The figures; all otherwise");
    command->add_option("--share", options->plan.share, "The part of them that is given out, 0 to 1; drawn by chance");
    command->add_option("--overlap", options->plan.overlap, "The part that every annotator gets, 0 to 1");
    command->add_option("--seed", options->plan.seed, "The same seed gives the same shares");
    command->add_option("--name", options->plan.name, "What the round is called");
    command->add_flag("--repeat", options->plan.isRepeat,
                      "Ask again: older answers are hidden from those who work blind until there is a newer one");
}

} // namespace

void addVotesCommands(CLI::App& app, Context& context)
{
    CLI::App* group = app.add_subcommand("votes", "Hand decisions over to another collection, and take them in");
    group->require_subcommand(1);
    group->fallthrough();
    const auto options = std::make_shared<VotesOptions>();
    const auto add = [&](const char* name, const char* help, auto run) {
        CLI::App* command = addCollectionCommand(*group, context, name, help,
                                                 "  biomedica votes " + std::string(name) + " figures anna.votes",
                                                 [&context, options, run] { return run(context, *options); });
        command->add_option("FILE", options->file, "The file")->required();
        return command;
    };
    add("export", "Write decisions to a file", &exportVotes)
        ->add_option("--annotator", options->annotator, "Only this annotator's");
    add("merge", "Take in the decisions of a file; twice changes nothing", &mergeVotes);
    addAssignCommand(app, context);
}

} // namespace biomedica::cli
