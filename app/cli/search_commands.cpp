// search, count, facets

#include "app/cli/command.h"
#include "app/cli/lines.h"
#include "core/base/text.h"

#include <algorithm>

namespace biomedica::cli {

namespace {

struct SearchOptions {
    std::string query, mode, sort;
    std::size_t limit = 20, offset = 0;
    std::vector<std::string> fields;
};

/// Words are not compared by what they mean: no model of this version reads them.
Result<query::Ranking> rankingOf(const std::string& mode, const query::Query& query)
{
    if (mode.empty())
        return query::Ranking::Best;
    if (mode == "text")
        return query::Ranking::Text;
    if (mode != "semantic" && mode != "hybrid")
        return usage("--mode is text, semantic or hybrid, not '" + mode + "'");
    if (query::examplesOf(query).isEmpty())
        return Error(ErrorKind::Unsupported,
                     "--mode " + mode
                         + " needs an example such as like:KEY in the query: this version has no "
                           "model that reads words");
    return mode == "semantic" ? query::Ranking::Semantic : query::Ranking::Hybrid;
}

Result<void> search(const Context& context, const SearchOptions& options)
{
    TRY(query::Query query, query::parse(options.query));
    TRY(query.ranking, rankingOf(options.mode, query));
    if (!options.sort.empty()) {
        TRY(query.sort, query::parseSort(options.sort));
    }
    TRY(const auto workspace, context.open());
    TRY(const auto result, workspace->search(query, {context.stop, {}}));
    context.output.json({{"total", result->size()}, {"milliseconds", result->milliseconds}});
    context.output.text(counted(result->size(), "figure"));
    const std::size_t begin = std::min(options.offset, result->size());
    const std::size_t end = begin + std::min(options.limit, result->size() - begin);
    for (std::size_t i = begin; i < end; ++i) {
        TRY(const workspace::FigureSummary figure, workspace->summary(result->rowAt(i)));
        printFigure(context.output, figure, result->figures.scoreAt(i));
    }
    return {};
}

Result<void> count(const Context& context, const SearchOptions& options)
{
    TRY(const query::Query query, query::parse(options.query));
    TRY(const auto workspace, context.open());
    TRY(const std::size_t total, workspace->count(query, {context.stop, {}}));
    context.output.json({{"total", total}});
    context.output.text(std::to_string(total));
    return {};
}

Result<std::vector<query::Field>> facetFields(const std::vector<std::string>& names)
{
    using query::Field;
    if (names.empty())
        return std::vector{Field::Primary,   Field::Secondary, Field::PanelType, Field::PanelSubtype,
                           Field::License,   Field::Year,      Field::Journal,   Field::Subset,
                           Field::Annotator, Field::Status,    Field::Cluster};
    std::vector<Field> fields;
    for (const std::string& name : names) {
        const auto field = query::fieldNamed(name);
        if (!field || !query::infoOf(*field).isFacet)
            return usage("cannot count by '" + name + "': it is not a field with countable values");
        fields.push_back(*field);
    }
    return fields;
}

Result<void> facets(const Context& context, const SearchOptions& options)
{
    TRY(const query::Query query, query::parse(options.query));
    TRY(const std::vector<query::Field> fields, facetFields(options.fields));
    TRY(const auto workspace, context.open());
    TRY(const auto facets, workspace->facets(query, fields, false, {context.stop, {}}));
    for (const query::Facet& facet : facets) {
        const std::string name(query::infoOf(facet.field).name);
        context.output.text(name);
        for (const query::FacetValue& value : facet.values) {
            context.output.json({{"field", name}, {"value", value.value}, {"count", value.count}});
            context.output.text("    " + withThousands(value.count) + "  " + value.value);
        }
    }
    return {};
}

} // namespace

void addSearchCommands(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<SearchOptions>();
    const char* queryHelp = "Words, \"phrases\", field:value; see the manual in README.md";

    CLI::App* command =
        addCollectionCommand(app, context, "search", "Find figures, best first",
                             "  biomedica search figures 'western blot -panel:multiple license:\"CC BY\"'\n"
                             "  biomedica search figures 'year:2015..2020 is:unlabelled' --sort -year --json\n"
                             "  biomedica search figures 'like:000123 -like:000456 license:CC0'",
                             [&context, options] { return search(context, *options); });
    command->add_option("QUERY", options->query, queryHelp)->required();
    command->add_option(
        "--mode", options->mode,
        "The order: text, by the words; semantic, by likeness to the examples (like:KEY); hybrid, by both; "
        "otherwise by what the query asks for");
    command->add_option("--limit", options->limit, "At most this many figures")->capture_default_str();
    command->add_option("--offset", options->offset, "Leave out the first ones")->capture_default_str();
    command->add_option("--sort", options->sort, "A field, or -FIELD for falling order");

    command = addCollectionCommand(app, context, "count", "How many figures match",
                                   "  biomedica count figures 'primary:Microscopy has:context'",
                                   [&context, options] { return count(context, *options); });
    command->add_option("QUERY", options->query, queryHelp)->required();

    command = addCollectionCommand(app, context, "facets", "Counts per value of the fields",
                                   "  biomedica facets figures 'cell' --field license --field year",
                                   [&context, options] { return facets(context, *options); });
    command->add_option("QUERY", options->query, queryHelp);
    addRepeated(*command, "--field", "FIELD", options->fields, "Count by this field only");
}

} // namespace biomedica::cli
