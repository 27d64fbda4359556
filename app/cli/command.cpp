#include "app/cli/command.h"

namespace biomedica::cli {

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

CLI::Option* addRepeated(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                         const std::string& help)
{
    return command.add_option(name, values, help)->allow_extra_args(false);
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
