// fit-descriptor

#include "app/cli/command.h"

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/models/fitting/drawings.h"

namespace biomedica::cli {

namespace {

Result<void> fitDescriptor(const Context& context, const std::filesystem::path& out,
                           const models::FittingOptions& options)
{
    TRY(const std::string bytes, models::fitBuiltin(options, context.job("drawing")));
    TRY_VOID(writeFileDurably(out, bytes));
    context.output.json({{"bytes", bytes.size()}});
    context.output.text("fitted the built-in descriptor to our drawings: " + humanBytes(bytes.size()));
    return {};
}

} // namespace

void addDescriptorCommand(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<models::FittingOptions>();
    const auto out = std::make_shared<std::filesystem::path>();
    CLI::App* command =
        addCommand(app, context, "fit-descriptor", "Make the matrix of the built-in descriptor again (for developers)",
                   "  biomedica fit-descriptor resources/descriptor/builtin.matrix",
                   [&context, options, out] { return fitDescriptor(context, *out, *options); });
    command->group(""); // not in the list: who searches and labels has no use for it
    command->add_option("OUT", *out, "The file; the next build takes resources/descriptor/builtin.matrix in")
        ->required();
    command->add_option("--drawings", options->drawings, "Of each kind of figure")->capture_default_str();
    command->add_option("--treatments", options->treatments, "Of each drawing, of twelve")->capture_default_str();
}

} // namespace biomedica::cli
