// index, info

#include "app/cli/command.h"
#include "app/cli/lines.h"
#include "core/base/text.h"
#include "core/shards/shard.h"
#include "core/workspace/similarity.h"

#include <algorithm>

namespace biomedica::cli {

namespace {

struct IndexOptions {
    std::vector<std::string> shards, forget;
};

/// A collection is not made for shards of which none exists.
Result<void> checkThatSomethingExists(const IndexOptions& options)
{
    std::optional<Error> first;
    for (const std::string& shard : options.shards) {
        const auto found = shards::findShards(shard);
        if (found)
            return {};
        if (!first)
            first = found.error();
    }
    return first ? Result<void>(Error(ErrorKind::NotFound, first->message())) : Result<void>();
}

Result<void> index(const Context& context, const IndexOptions& options)
{
    TRY_VOID(checkThatSomethingExists(options));
    const bool mayCreate = !options.shards.empty();
    TRY(const auto workspace, mayCreate ? workspace::Workspace::openOrCreate(context.collection) : context.open());
    std::string lastProblem;
    const auto report = [&](const catalog::Problem& problem) {
        lastProblem = problem.what.problem;
        printProblem(context.output, problem);
    };
    const std::vector<std::filesystem::path> shards(options.shards.begin(), options.shards.end());
    TRY(const workspace::IndexSummary summary, workspace->index(shards, options.forget, context.job("bytes"), report));
    context.output.json({{"figures", summary.figures},
                         {"shards", summary.shards},
                         {"added", summary.added},
                         {"removed", summary.removed},
                         {"skipped", summary.skipped},
                         {"seconds", summary.seconds},
                         {"bytes", summary.bytes}});
    context.output.text(counted(static_cast<std::uint64_t>(summary.figures), "figure") + " in "
                        + counted(static_cast<std::uint64_t>(summary.shards), "shard") + " ("
                        + std::to_string(summary.added) + " added, " + std::to_string(summary.removed) + " removed, "
                        + counted(static_cast<std::uint64_t>(summary.skipped), "sample") + " skipped), "
                        + humanBytes(summary.bytes) + " read");
    if (summary.readShards == 0 && summary.unreadableShards > 0)
        return Error(ErrorKind::Io, summary.unreadableShards == 1 ? lastProblem : "none of the shards could be read");
    return {};
}

json::Value vectorLines(const std::vector<workspace::VectorModel>& models)
{
    json::Value lines = json::Value::array();
    for (const workspace::VectorModel& model : models)
        lines.push_back({{"model", model.name},
                         {"version", model.version},
                         {"dimensions", model.dimensions},
                         {"figures", model.figures}});
    return lines;
}

void printVectors(const Output& output, const std::vector<workspace::VectorModel>& models, std::int64_t figures)
{
    std::string head = "vectors     ";
    if (models.empty())
        output.text(head + "none yet");
    for (const workspace::VectorModel& model : models) {
        output.text(head + model.name + "  " + withThousands(model.figures) + " of "
                    + counted(static_cast<std::uint64_t>(figures), "figure") + ", "
                    + counted(static_cast<std::uint64_t>(model.dimensions), "dimension") + ", version "
                    + model.version);
        head.assign(head.size(), ' ');
    }
}

Result<void> info(const Context& context)
{
    TRY(const auto workspace, context.open());
    TRY(const workspace::CollectionInfo info, workspace->info());
    const auto vectors = workspace->similarity().models();
    if (!vectors) // which can be made again: all else is told
        context.output.problem(vectors.error().message());
    context.output.json({{"figures", info.totals.figures},
                         {"shards", info.totals.shards},
                         {"articles", info.totals.articles},
                         {"labelled", info.labelled},
                         {"annotators", info.annotators},
                         {"models", info.models},
                         {"vectors", vectors ? vectorLines(*vectors) : json::Value()},
                         {"problems", info.totals.problems},
                         {"name", workspace->name()}});
    const auto line = [&](const char* name, std::int64_t number) {
        context.output.text(std::string(name) + withThousands(static_cast<std::uint64_t>(number)));
    };
    line("figures     ", info.totals.figures);
    line("shards      ", info.totals.shards);
    line("articles    ", info.totals.articles);
    line("labelled    ", info.labelled);
    line("problems    ", info.totals.problems);
    context.output.text("annotators  " + (info.annotators.empty() ? "none yet" : join(info.annotators, ", ")));
    if (vectors)
        printVectors(context.output, *vectors, info.totals.figures);
    return {};
}

} // namespace

void addCollectionCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<IndexOptions>();
    CLI::App* command =
        addCollectionCommand(app, context, "index", "Create or update a collection from shards",
                             "  biomedica index figures /data/biomedica/commercial\n"
                             "  biomedica index figures 000000.tar 000001.tar\n"
                             "  biomedica index figures                    look again at all known shards\n"
                             "  biomedica index figures --forget commercial/000000.tar",
                             [&context, options] { return index(context, *options); });
    command->add_option("SHARD", options->shards, "Shard files, or folders searched for them");
    addRepeated(*command, "--forget", "SHARD", options->forget, "Remove a shard from the collection; its file stays");

    addCollectionCommand(app, context, "info", "What is in a collection", "  biomedica info figures --json",
                         [&context] { return info(context); });
}

} // namespace biomedica::cli
