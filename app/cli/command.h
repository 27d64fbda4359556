// What the commands share: the options that stand anywhere, opening a collection, and how an outcome
// becomes an exit status.
//
// Thread contract: the main thread.
#pragma once

#include "app/cli/output.h"
#include "core/workspace/workspace.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace biomedica::cli {

/// Exit statuses that scripts rely on.
enum ExitStatus { Done = 0, Failed = 1, WrongUsage = 2, Interrupted = 130 };

struct Context {
    Output output;
    std::stop_token stop;
    int status = Done;

    Job job(std::string unit) const { return {stop, output.progressBar(std::move(unit))}; }
    Result<std::unique_ptr<workspace::Workspace>> open() const { return workspace::Workspace::open(collection); }

    std::filesystem::path collection; ///< the COLLECTION argument
};

/// A command with its help, examples and COLLECTION argument. `run` is called once the options are read;
/// an error that it returns is printed and decides the exit status.
CLI::App* addCommand(CLI::App& app, Context& context, const std::string& name, const std::string& help,
                     const std::string& examples, std::function<Result<void>()> run);

/// As addCommand, with COLLECTION as its first argument.
CLI::App* addCollectionCommand(CLI::App& app, Context& context, const std::string& name, const std::string& help,
                               const std::string& examples, std::function<Result<void>()> run);

/// An option that may be given several times, one value each: --key A --key B. `valueName` stands for the value in the
/// help, which also says that the option may be repeated.
CLI::Option* addRepeated(CLI::App& command, const std::string& name, const std::string& valueName,
                         std::vector<std::string>& values, const std::string& help);

/// How options stand in the help; for the whole program, before commands are added.
std::shared_ptr<CLI::FormatterBase> helpFormatter();

/// What to do where arguments could not be used because several values follow one repeated option: --key A B.
std::optional<std::string> adviceOnRepeating(const CLI::App& app, const std::vector<std::string>& arguments);

/// Usage errors that show only in combination: exit status 2.
Error usage(const std::string& message);

int statusOf(const Error& error);

// One function for each file of commands.
void addCollectionCommands(CLI::App& app, Context& context);
void addSearchCommands(CLI::App& app, Context& context);
void addShowCommand(CLI::App& app, Context& context);
void addLabelCommand(CLI::App& app, Context& context);
void addJournalCommands(CLI::App& app, Context& context);
void addTaxonomyCommands(CLI::App& app, Context& context);
void addVotesCommands(CLI::App& app, Context& context);
void addCheckCommand(CLI::App& app, Context& context);
void addConsensusCommand(CLI::App& app, Context& context);
void addExportCommands(CLI::App& app, Context& context);
void addRecompressCommand(CLI::App& app, Context& context);
void addSimilarityCommands(CLI::App& app, Context& context);
void addDemoCommand(CLI::App& app, Context& context);
void addDescriptorCommand(CLI::App& app, Context& context);

} // namespace biomedica::cli
