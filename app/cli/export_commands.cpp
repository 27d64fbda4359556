// export, verify

#include "app/cli/command.h"

#include "core/base/text.h"

namespace biomedica::cli {

namespace {

struct ExportOptions {
    std::string out, query, format = "webdataset", labels = "consensus";
    int figuresPerShard = 10'000;
    bool isOnlyLabelled = false, isWithoutCopies = false, isZstd = false, isForced = false;
};

Result<void> runExport(const Context& context, const ExportOptions& options)
{
    if (options.format != "webdataset")
        return Error(ErrorKind::Unsupported, "this version exports WebDataset shards only (--format webdataset)");
    if (options.figuresPerShard < 1)
        return usage("--figures-per-shard must be at least 1");
    workspace::ExportRequest request;
    TRY(request.query, query::parse(options.query));
    TRY(request.labels, workspace::LabelChoice::parse(options.labels));
    request.folder = options.out;
    request.isOnlyLabelled = options.isOnlyLabelled;
    request.isWithoutCopies = options.isWithoutCopies;
    request.isForced = options.isForced;
    request.isCompressed = options.isZstd;
    request.figuresPerShard = options.figuresPerShard;
    TRY(const auto workspace, context.open());
    TRY(const exporting::ExportSummary summary, workspace->exportTo(request, context.job("figure")));
    for (const exporting::ExportProblem& problem : summary.problems) {
        context.output.json({{"shard", problem.shard}, {"key", problem.key}, {"problem", problem.problem}});
        if (!context.output.isJson)
            context.output.message(problem.shard + ":" + problem.key + ": " + problem.problem);
    }
    context.output.json({{"figures", summary.figures},
                         {"shards", summary.shards},
                         {"bytes", summary.bytes},
                         {"seconds", summary.seconds},
                         {"labelled", summary.labelled}});
    context.output.text("exported " + counted(summary.figures, "figure") + " (" + withThousands(summary.labelled)
                        + " with labels) in " + counted(summary.shards, "shard") + ", " + humanBytes(summary.bytes));
    return {};
}

Result<exporting::VerifyReport> verifyPath(const Context& context, const std::filesystem::path& path)
{
    if (exporting::isExport(path))
        return exporting::verifyExport(path, context.job("shard"));
    auto workspace = workspace::Workspace::open(path);
    if (!workspace)
        return Error(workspace.error().kind(),
                     "'" + path.string() + "' is neither an export nor a collection: " + workspace.error().message());
    return (*workspace)->verify(context.job("shard"));
}

Result<void> verify(Context& context, const std::string& path)
{
    TRY(const exporting::VerifyReport report, verifyPath(context, path));
    json::Value problems = json::Value::array();
    for (const exporting::VerifyProblem& problem : report.problems) {
        problems.push_back({{"file", problem.file},
                            {"key", problem.key.empty() ? json::Value() : json::Value(problem.key)},
                            {"problem", problem.problem}});
        context.output.text(problem.file + (problem.key.empty() ? "" : ":" + problem.key) + ": " + problem.problem);
    }
    context.output.json({{"checked", report.checked}, {"problems", problems}});
    context.output.text(counted(report.checked, "figure") + " checked, " + counted(report.problems.size(), "problem"));
    if (!report.problems.empty())
        context.status = Failed;
    return {};
}

} // namespace

void addExportCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<ExportOptions>();
    CLI::App* command =
        addCollectionCommand(app, context, "export", "Write a subset as shards, with the labels in the metadata fields",
                             "  biomedica export figures out --query 'is:labelled license:\"CC BY\"'\n"
                             "  biomedica export figures out --labels mine:anna --only-labelled",
                             [&context, options] { return runExport(context, *options); });
    command->add_option("OUT", options->out, "A new folder")->required();
    command->add_option("--query", options->query, "Only figures that match");
    command->add_option("--format", options->format, "webdataset")->capture_default_str();
    command->add_option("--figures-per-shard", options->figuresPerShard, "At most this many")->capture_default_str();
    command->add_option("--labels", options->labels, "consensus, or mine:NAME for one annotator's votes")
        ->capture_default_str();
    command->add_flag("--only-labelled", options->isOnlyLabelled, "Only figures with a vote");
    command->add_flag("--without-copies", options->isWithoutCopies, "Of figures with the same picture only the first");
    command->add_flag("--zstd", options->isZstd, "Compress the shards: .tar.zst, quick to read at any place");
    command->add_flag("--force", options->isForced, "Replace an earlier export");

    const auto path = std::make_shared<std::string>();
    command = addCommand(app, context, "verify", "Check an export or a collection, byte for byte",
                         "  biomedica verify out", [&context, path] { return verify(context, *path); });
    command->add_option("PATH", *path, "The folder of an export or a collection")->required();
}

} // namespace biomedica::cli
