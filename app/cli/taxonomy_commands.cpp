// taxonomy show | export | import | add | rename | merge | split | deprecate | restore | move

#include "app/cli/command.h"

#include "core/base/file.h"
#include "core/base/text.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace biomedica::cli {

namespace {

using annotation::Taxonomy;
using annotation::TaxonomyEdit;

struct TaxonomyOptions {
    std::string annotator, question, name, file, parent;
    std::vector<std::string> others;
    bool isDryRun = false;
};

/// Figures by class, for each question.
using Counts = std::map<std::pair<Question, std::string>, std::int64_t>;

Result<Counts> countsOf(workspace::Workspace& workspace, const Job& job)
{
    constexpr std::pair<Question, query::Field> fields[] = {{Question::PanelType, query::Field::PanelType},
                                                            {Question::PanelSubtype, query::Field::PanelSubtype},
                                                            {Question::Primary, query::Field::Primary},
                                                            {Question::Secondary, query::Field::Secondary}};
    Counts counts;
    for (const auto& [question, field] : fields) {
        TRY(const auto facets, workspace.facets({}, {field}, false, job));
        for (const auto& value : facets.front().values)
            counts[{question, value.value}] = static_cast<std::int64_t>(value.count);
    }
    return counts;
}

void printClass(const Output& output, Question question, const std::string& name, const std::string& parent,
                std::int64_t figures, bool isDeprecated)
{
    output.json({{"class", name},
                 {"parent", parent.empty() ? json::Value() : json::Value(parent)},
                 {"figures", figures},
                 {"question", nameOf(question)},
                 {"deprecated", isDeprecated}});
    output.text((parent.empty() ? "" : "    ") + name + "  " + withThousands(static_cast<std::uint64_t>(figures))
                + (isDeprecated ? "  not used any more" : ""));
}

Result<void> show(const Context& context)
{
    TRY(const auto workspace, context.open());
    TRY(const auto taxonomy, workspace->taxonomy());
    TRY(const Counts counts, countsOf(*workspace, {context.stop, {}}));
    const auto print = [&](Question question, const std::string& name, const std::string& parent, bool isDeprecated) {
        const auto count = counts.find({question, name});
        printClass(context.output, question, name, parent, count == counts.end() ? 0 : count->second, isDeprecated);
    };
    const auto printDeprecated = [&](Question question, const std::string& parent) {
        for (const auto& [name, instead] : taxonomy->deprecated(question))
            if (question != Question::Secondary || taxonomy->parentOf(name) == parent)
                print(question, name, parent, true);
    };
    for (const std::string& globalClass : taxonomy->options(Question::Primary)) {
        print(Question::Primary, globalClass, {}, false);
        for (const std::string& localClass : taxonomy->localClassesOf(globalClass))
            print(Question::Secondary, localClass, globalClass, false);
        printDeprecated(Question::Secondary, globalClass);
    }
    printDeprecated(Question::Primary, {});
    return {};
}

Result<void> exportTaxonomy(const Context& context, const TaxonomyOptions& options)
{
    TRY(const auto workspace, context.open());
    TRY(const auto taxonomy, workspace->taxonomy());
    return writeFileDurably(options.file, taxonomy->text());
}

/// The question to which the class belongs: the one that is named, else the first that has it.
Result<Question> questionOf(const Taxonomy& taxonomy, const TaxonomyOptions& options)
{
    if (options.question.empty()) {
        for (const Question question :
             {Question::Secondary, Question::Primary, Question::PanelType, Question::PanelSubtype})
            if (taxonomy.knows(question, options.name) || taxonomy.resolve(question, options.name))
                return question;
        return taxonomy.resolve(Question::Secondary, options.name).error();
    }
    for (const Question question : allQuestions)
        if (nameOf(question) == options.question)
            return question;
    return usage("--question is panel_type, panel_subtype, primary or secondary, not '" + options.question + "'");
}

std::string whoever(const TaxonomyOptions& options)
{
    if (!options.annotator.empty())
        return options.annotator;
    const char* user = std::getenv("USER");
    return user && *user ? user : "unknown";
}

/// A change that makes no sense is not wrong usage of the command.
Error asFailure(const Error& error)
{
    return error.kind() == ErrorKind::Invalid ? Error(ErrorKind::NotFound, error.message()) : error;
}

Result<void> edit(const Context& context, const TaxonomyOptions& options, TaxonomyEdit change)
{
    TRY(const auto workspace, context.open());
    TRY(const auto taxonomy, workspace->taxonomy());
    if (change.kind == TaxonomyEdit::Kind::Add) {
        change.question = options.parent.empty() ? Question::Primary : Question::Secondary;
        change.others = options.parent.empty() ? std::vector<std::string>() : std::vector{options.parent};
    } else if (change.kind != TaxonomyEdit::Kind::Import) {
        TRY(change.question, questionOf(*taxonomy, options));
    }
    const auto impact = workspace->previewTaxonomyEdit(change);
    if (!impact)
        return asFailure(impact.error());
    json::Value line = {{"class", change.name},
                        {"parent", taxonomy->parentOf(change.name).empty()
                                       ? json::Value()
                                       : json::Value(taxonomy->parentOf(change.name))},
                        {"figures", impact->figures},
                        {"votes", impact->votes},
                        {"imported", impact->imported},
                        {"dry_run", options.isDryRun}};
    if (!options.isDryRun) {
        TRY(const auto receipt, workspace->editTaxonomy(whoever(options), change));
        line["decision"] = receipt.decision;
    }
    context.output.json(line);
    context.output.text(std::string(options.isDryRun ? "would " : "did ") + std::string(nameOf(change.kind)) + ": "
                        + counted(impact->figures, "figure carries", "figures carry") + " such a class, "
                        + counted(impact->votes, "vote") + " and the shards of " + counted(impact->imported, "figure")
                        + (options.isDryRun ? "" : "; 'biomedica undo' takes it back"));
    return {};
}

Result<void> import(const Context& context, const TaxonomyOptions& options)
{
    TRY(const std::string text, readFile(options.file));
    if (const auto parsed = Taxonomy::parse(text); !parsed)
        return parsed.error().withContext("'" + options.file + "'");
    TaxonomyEdit change;
    change.kind = TaxonomyEdit::Kind::Import;
    change.text = text;
    return edit(context, options, std::move(change));
}

/// `names`: what stands after CLASS on the command line.
struct EditCommand {
    TaxonomyEdit::Kind kind;
    const char* help;
    const char* example;
    const char* others; ///< name of what follows the class; nullptr = nothing
    int least, most;
};

void addEdit(CLI::App& group, Context& context, const EditCommand& info)
{
    const auto options = std::make_shared<TaxonomyOptions>();
    const std::string name(nameOf(info.kind));
    CLI::App* command = addCollectionCommand(group, context, name, info.help,
                                             "  biomedica taxonomy " + name + " figures " + info.example,
                                             [&context, options, kind = info.kind] {
                                                 TaxonomyEdit change;
                                                 change.kind = kind;
                                                 change.name = options->name;
                                                 change.others = options->others;
                                                 return edit(context, *options, std::move(change));
                                             });
    command->add_option("CLASS", options->name, "The class")->required();
    if (info.others)
        command->add_option(info.others, options->others)->expected(info.least, info.most)->required(info.least > 0);
    if (info.kind == TaxonomyEdit::Kind::Add)
        command->add_option("--parent", options->parent, "The global class above it; none for a global class");
    else
        command->add_option("--question", options->question, "Where two questions have such a class: which");
    command->add_option("--annotator", options->annotator, "Who changes it; your user name otherwise");
    command->add_flag("--dry-run", options->isDryRun, "Only say how many labels it touches");
}

} // namespace

void addTaxonomyCommands(CLI::App& app, Context& context)
{
    CLI::App* group = app.add_subcommand("taxonomy", "The classes: show, export, import and change them");
    group->require_subcommand(1);
    group->fallthrough();
    addCollectionCommand(*group, context, "show", "All classes with their figures", "  biomedica taxonomy show figures",
                         [&context] { return show(context); });
    const auto options = std::make_shared<TaxonomyOptions>();
    CLI::App* toFile = addCollectionCommand(*group, context, "export", "Write the taxonomy to a file",
                                            "  biomedica taxonomy export figures classes.json",
                                            [&context, options] { return exportTaxonomy(context, *options); });
    toFile->add_option("FILE", options->file, "The file")->required();
    CLI::App* fromFile = addCollectionCommand(*group, context, "import", "Replace the taxonomy by the one in a file",
                                              "  biomedica taxonomy import figures classes.json --dry-run",
                                              [&context, options] { return import(context, *options); });
    fromFile->add_option("FILE", options->file, "Written by export, or released by BIOMEDICA")->required();
    fromFile->add_option("--annotator", options->annotator, "Who changes it; your user name otherwise");
    fromFile->add_flag("--dry-run", options->isDryRun, "Only say how many labels it does not know");

    using Kind = TaxonomyEdit::Kind;
    constexpr int any = 1000;
    for (const EditCommand& command :
         {EditCommand{Kind::Add, "A new class", "'qq plot' --parent 'Plots and Charts'", nullptr, 0, 0},
          EditCommand{Kind::Rename, "Another name for a class", "'bar plot' 'bar chart'", "NEW", 1, 1},
          EditCommand{Kind::Merge, "Votes for a class count for another one", "'flow diagram' flowchart", "INTO", 1, 1},
          EditCommand{Kind::Split, "A class is given up for several", "plot 'area plot' 'ridge plot'", "PARTS", 2, any},
          EditCommand{Kind::Deprecate, "A class is not offered any more", "list 'checklist table'", "INSTEAD", 0, any},
          EditCommand{Kind::Restore, "A class that was given up is offered again", "list", nullptr, 0, 0},
          EditCommand{Kind::Move, "A local class below another global one", "list Tables", "PARENT", 1, 1}})
        addEdit(*group, context, command);
}

} // namespace biomedica::cli
