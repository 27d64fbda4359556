#include "app/cli/command.h"

#include "core/base/text.h"

#include <algorithm>

namespace biomedica::cli {

namespace {

constexpr std::size_t helpColumn = 32; // "  --key KEY (may be repeated)" and two blanks fit

/// As addRepeated() makes them.
bool isRepeated(const CLI::Option& option)
{
    return option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll && option.get_items_expected_max() == 1;
}

class HelpFormatter : public CLI::Formatter {
public:
    std::string make_option_opts(const CLI::Option* option) const override
    {
        return CLI::Formatter::make_option_opts(option) + (isRepeated(*option) ? " (may be repeated)" : "");
    }
};

const CLI::App& innermostCommand(const CLI::App& app)
{
    const auto inner = app.get_subcommands();
    return inner.empty() ? app : innermostCommand(*inner.front());
}

/// An option with all that follows it up to the next one.
struct GivenOption {
    std::string name;
    std::vector<std::string> values;
};

std::vector<GivenOption> optionsIn(const std::vector<std::string>& arguments)
{
    std::vector<GivenOption> options;
    for (const std::string& argument : arguments) {
        const std::size_t equals = argument.find('=');
        if (argument.size() < 2 || argument.front() != '-') {
            if (!options.empty())
                options.back().values.push_back(argument);
        } else if (equals == std::string::npos) {
            options.push_back({argument, {}});
        } else {
            options.push_back({argument.substr(0, equals), {argument.substr(equals + 1)}});
        }
    }
    return options;
}

} // namespace

CLI::App* addCommand(CLI::App& app, Context& context, const std::string& name, const std::string& help,
                     const std::string& examples, std::function<Result<void>()> run)
{
    CLI::App* command = app.add_subcommand(name, help);
    command->fallthrough(); // --json and --quiet may stand anywhere
    command->footer("Examples:\n" + examples);
    command->callback([&context, run = std::move(run)] {
        if (const auto outcome = run(); !outcome) {
            context.output.problem(outcome.error().message());
            context.status = statusOf(outcome.error());
        }
    });
    return command;
}

CLI::App* addCollectionCommand(CLI::App& app, Context& context, const std::string& name, const std::string& help,
                               const std::string& examples, std::function<Result<void>()> run)
{
    CLI::App* command = addCommand(app, context, name, help, examples, std::move(run));
    command->add_option("COLLECTION", context.collection, "The collection's folder")->required();
    return command;
}

CLI::Option* addRepeated(CLI::App& command, const std::string& name, const std::string& valueName,
                         std::vector<std::string>& values, const std::string& help)
{
    return command.add_option(name, values, help)
        ->type_name(valueName)
        ->expected(1)
        ->take_all()
        ->allow_extra_args(false);
}

std::shared_ptr<CLI::FormatterBase> helpFormatter()
{
    auto formatter = std::make_shared<HelpFormatter>();
    formatter->column_width(helpColumn);
    return formatter;
}

std::optional<std::string> adviceOnRepeating(const CLI::App& app, const std::vector<std::string>& arguments)
{
    const std::vector<std::string> unused = app.remaining(true);
    for (const auto& [name, values] : optionsIn(arguments)) {
        const CLI::Option* option = innermostCommand(app).get_option_no_throw(name);
        if (!option || !isRepeated(*option) || values.size() < 2 || unused.empty()
            || std::find(values.begin() + 1, values.end(), unused.front()) == values.end())
            continue;
        return "'" + unused.front() + "' is not expected here: " + name
               + " takes one value and is repeated for more, as in " + name + " " + quotedForShell(values[0]) + " "
               + name + " " + quotedForShell(values[1]);
    }
    return std::nullopt;
}

Error usage(const std::string& message)
{
    return Error(ErrorKind::Invalid, message);
}

int statusOf(const Error& error)
{
    switch (error.kind()) {
    case ErrorKind::Cancelled: return Interrupted;
    case ErrorKind::Invalid: return WrongUsage;
    default: return Failed;
    }
}

} // namespace biomedica::cli
