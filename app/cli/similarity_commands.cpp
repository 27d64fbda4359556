// embed, similar, vectors, duplicates

#include "app/cli/command.h"
#include "app/cli/lines.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/workspace/similarity.h"

#include <algorithm>

namespace biomedica::cli {

namespace {

/// As many as `like:` gives.
constexpr std::size_t mostSimilar = 1000;

struct SimilarityOptions {
    std::vector<std::string> keys, unwanted;
    std::string image, text, query, model, file, keyFile, members;
    std::size_t limit = 20;
    unsigned jobs = 0;
    std::optional<double> leastLikeness;
    bool isForced = false;
};

Result<void> embed(const Context& context, const SimilarityOptions& options)
{
    if (!options.model.empty() && options.model != workspace::Similarity::builtinModel)
        return Error(ErrorKind::Unsupported, "this version makes vectors of the built-in model only (--model builtin); "
                                             "take others in with 'biomedica vectors import'");
    TRY(const auto workspace, context.open());
    const auto report = [&](const catalog::Problem& problem) { printProblem(context.output, problem); };
    TRY(const workspace::EmbedSummary summary,
        workspace->similarity().embed(options.jobs, context.job("figure"), report));
    context.output.json({{"model", summary.model},
                         {"dimensions", summary.dimensions},
                         {"embedded", summary.embedded},
                         {"skipped", summary.skipped},
                         {"seconds", summary.seconds}});
    context.output.text(counted(summary.embedded, "vector") + " of "
                        + counted(static_cast<unsigned>(summary.dimensions), "number") + " made"
                        + (summary.skipped > 0 ? ", " + counted(summary.skipped, "figure") + " skipped" : ""));
    return {};
}

/// The query that finds what is like the examples.
Result<query::Query> queryOf(const SimilarityOptions& options, workspace::Similarity& similarity)
{
    TRY(query::Query query, query::parse(options.query));
    std::vector<query::Node> parts = query::conjunctsOf(query);
    for (const std::string& key : options.keys)
        parts.push_back(query::likeNode(key));
    if (!options.image.empty()) {
        TRY(std::string bytes, readFile(options.image));
        const auto name = similarity.remember(std::move(bytes), options.image);
        if (!name)
            return Error(name.error().kind(), "'" + options.image + "': " + name.error().message());
        parts.push_back(query::likeNode(*name));
    }
    for (const std::string& key : options.unwanted) {
        query::Node except;
        except.kind = query::NodeKind::Not;
        except.children.push_back(query::likeNode(key));
        parts.push_back(std::move(except));
    }
    query = query::withConjuncts(query, std::move(parts));
    query.ranking = query::Ranking::Semantic;
    return query;
}

Result<void> similar(const Context& context, const SimilarityOptions& options)
{
    if (!options.text.empty())
        return Error(ErrorKind::Unsupported, "--text needs a model that reads words, which this version does not have; "
                                             "'biomedica search' finds words");
    if (options.keys.empty() && options.image.empty())
        return usage("similar needs a figure or a picture: --key KEY or --image FILE");
    TRY(const auto workspace, context.open());
    if (!options.model.empty())
        TRY_VOID(workspace->similarity().setModel(options.model));
    TRY(const query::Query query, queryOf(options, workspace->similarity()));
    std::vector<RowId> examples;
    for (const auto* keys : {&options.keys, &options.unwanted})
        for (const std::string& key : *keys) {
            TRY(const RowId row, workspace->resolveKey(key));
            examples.push_back(row);
        }
    TRY(const auto result, workspace->search(query, {context.stop, {}}));
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < result->size(); ++i)
        if (std::find(examples.begin(), examples.end(), result->rowAt(i)) == examples.end())
            places.push_back(i);
    places.resize(std::min({places.size(), options.limit, mostSimilar}));
    context.output.json({{"total", places.size()}, {"milliseconds", result->milliseconds}});
    for (const std::size_t place : places) {
        TRY(const workspace::FigureSummary figure, workspace->summary(result->rowAt(place)));
        printFigure(context.output, figure, result->figures.scoreAt(place));
    }
    return {};
}

void printExchange(const Context& context, const workspace::VectorExchange& exchange, const std::string& what)
{
    context.output.json({{"model", exchange.model},
                         {"dimensions", exchange.dimensions},
                         {"figures", exchange.figures},
                         {"unknown", exchange.unknown}});
    context.output.text(what + " " + counted(exchange.figures, "vector") + " of "
                        + counted(static_cast<unsigned>(exchange.dimensions), "number") + ", model '" + exchange.model
                        + "'");
    if (exchange.unknown > 0)
        context.output.message(counted(exchange.unknown, "key names", "keys name")
                               + " no figure of this collection, left out: " + join(exchange.unknownKeys, ", ")
                               + (exchange.unknown > exchange.unknownKeys.size() ? ", …" : ""));
}

/// Making the program's own vectors took time, and they are gone where others come in under their name.
Result<void> checkNothingIsReplaced(workspace::Similarity& similarity, const std::string& model)
{
    const auto known = similarity.modelNames();
    if (!workspace::Similarity::replacesOwnVectors(model) || std::ranges::find(known, model) == known.end())
        return {};
    return Error(
        ErrorKind::Invalid,
        "'" + model
            + "' is the name of the program's own vectors, which these would replace: give another name, as in "
              "--model BMC-CLIP, or --force where this version of the program exported them");
}

Result<void> importVectors(const Context& context, const SimilarityOptions& options)
{
    if (options.file.empty() == options.members.empty())
        return usage("vectors import takes FILE.npy with --keys, or --members EXTENSION for those in the shards");
    if (!options.file.empty() && options.keyFile.empty())
        return usage("vectors import FILE.npy needs --keys FILE: one key a line, in the order of the rows");
    TRY(const auto workspace, context.open());
    workspace::Similarity& similarity = workspace->similarity();
    const std::string model = options.model.empty() ? "imported" : options.model;
    if (!options.isForced)
        TRY_VOID(checkNothingIsReplaced(similarity, model));
    const auto report = [&](const catalog::Problem& problem) { printProblem(context.output, problem); };
    const Job job = context.job("figure");
    TRY(const workspace::VectorExchange exchange,
        options.members.empty() ? similarity.importVectors(options.file, options.keyFile, model, job)
                                : similarity.importMembers(options.members, model, job, report));
    printExchange(context, exchange, "took in");
    return {};
}

Result<void> exportVectors(const Context& context, const SimilarityOptions& options)
{
    if (options.file.empty() || options.keyFile.empty())
        return usage("vectors export needs FILE.npy and --keys FILE");
    TRY(const auto workspace, context.open());
    workspace::Similarity& similarity = workspace->similarity();
    const std::string model = options.model.empty() ? similarity.model() : options.model;
    TRY(const workspace::VectorExchange exchange,
        similarity.exportVectors(options.file, options.keyFile, model, context.job("figure")));
    printExchange(context, exchange, "wrote");
    return {};
}

Result<void> duplicates(const Context& context, const SimilarityOptions& options)
{
    TRY(const auto workspace, context.open());
    // Not among the groups, which are what a script reads.
    const auto report = [&](const catalog::Problem& problem) {
        context.output.message(problem.shard + ":" + problem.what.key.value_or("") + ": " + problem.what.problem);
    };
    TRY(const workspace::Duplicates found,
        workspace->similarity().duplicates(options.leastLikeness, context.job("figure"), report));
    std::size_t number = 0;
    for (const workspace::DuplicateGroup& group : found.groups) {
        std::vector<std::string> keys;
        for (const RowId row : group.rows) {
            TRY(keys.emplace_back(), workspace->similarity().nameOf(row));
        }
        const char* tier = group.isExact ? "exact" : "near";
        context.output.json({{"group", ++number}, {"tier", tier}, {"likeness", group.likeness}, {"keys", keys}});
        context.output.text(std::string(tier) + "  " + join(keys, "  "));
    }
    if (found.groups.empty())
        context.output.message("no duplicates");
    if (found.unread > 0)
        context.output.message(counted(found.unread, "figure was", "figures were") + " not compared");
    return {};
}

void addVectorsCommands(CLI::App& app, Context& context)
{
    CLI::App* group = app.add_subcommand("vectors", "Vectors that were made elsewhere, in and out");
    group->require_subcommand(1);
    group->fallthrough();
    const auto options = std::make_shared<SimilarityOptions>();
    const auto add = [&](const char* name, const char* help, const char* example, const char* model, auto run) {
        CLI::App* command = addCollectionCommand(*group, context, name, help, example,
                                                 [&context, options, run] { return run(context, *options); });
        command->add_option("FILE", options->file, "n × d float16 or float32, as NumPy saves it");
        command->add_option("--keys", options->keyFile, "The figures' keys, one a line, in the order of the rows");
        command->add_option("--model", options->model, model);
        return command;
    };
    CLI::App* import =
        add("import", "Take in vectors for the figures with these keys",
            "  biomedica vectors import figures clip.npy --keys clip.txt --model BMC-CLIP\n"
            "  biomedica vectors import figures --members npy --model BMC-CLIP",
            "The name of what made them: letters, digits, '-', '_', '.'; 'imported' where left out", &importVectors);
    import->add_option("--members", options->members, "From the shards instead: members KEY.EXTENSION, a vector each");
    import->add_flag("--force", options->isForced,
                     "Also in place of the program's own, as 'builtin': what this version of it exported");
    add("export", "Write the figures' vectors and their keys",
        "  biomedica vectors export figures builtin.npy --keys builtin.txt --model builtin",
        "What made them; left out, those that are compared", &exportVectors);
}

} // namespace

void addSimilarityCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<SimilarityOptions>();
    CLI::App* command =
        addCollectionCommand(app, context, "embed", "Make the vectors that similarity search compares",
                             "  biomedica embed figures", [&context, options] { return embed(context, *options); });
    command->add_option("--model", options->model, "builtin");
    command->add_option("--jobs", options->jobs, "So many threads; as many as there are processors otherwise");

    command = addCollectionCommand(app, context, "similar", "Figures like others, the most alike first",
                                   "  biomedica similar figures --key 000123 --not 000456\n"
                                   "  biomedica similar figures --image photo.png --query 'license:CC0' --limit 50",
                                   [&context, options] { return similar(context, *options); });
    addRepeated(*command, "--key", "KEY", options->keys, "An example");
    command->add_option("--image", options->image, "A picture as example");
    command->add_option("--text", options->text, "Words as example: needs a model that reads them");
    addRepeated(*command, "--not", "KEY", options->unwanted, "An example of what is not wanted");
    command->add_option("--query", options->query, "Only figures that match");
    command->add_option("--model", options->model, "Whose vectors are compared");
    command->add_option("--limit", options->limit, "At most this many figures, up to 1000")->capture_default_str();

    command = addCollectionCommand(app, context, "duplicates", "Figures that show the same picture, or nearly",
                                   "  biomedica duplicates figures\n  biomedica duplicates figures --near 0.25",
                                   [&context, options] { return duplicates(context, *options); });
    command->add_option_function<double>(
        "--near", [options](const double& distance) { options->leastLikeness = 1 - distance; },
        "Pictures made anew, too, sought where the vectors' cosine is at least 1 - D. A larger D, 0.5 say, finds more "
        "and takes longer: about 4 ms of one processor for each pair of pictures that is compared");
    addVectorsCommands(app, context);
}

} // namespace biomedica::cli
