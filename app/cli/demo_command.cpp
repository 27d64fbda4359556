// demo

#include "app/cli/command.h"

#include "core/base/text.h"
#include "core/demo/demo.h"

namespace biomedica::cli {

void addDemoCommand(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<demo::DemoOptions>();
    const auto run = [&context, options]() -> Result<void> {
        TRY(const demo::DemoSummary summary, demo::writeDemo(*options, context.job("figure")));
        context.output.json({{"figures", summary.figures}, {"shards", summary.shards}, {"bytes", summary.bytes}});
        context.output.text("drew " + counted(static_cast<std::uint64_t>(summary.figures), "figure") + " into "
                            + counted(static_cast<std::uint64_t>(summary.shards), "shard") + ", "
                            + humanBytes(summary.bytes));
        return {};
    };
    CLI::App* command = addCommand(app, context, "demo", "Draw synthetic, licence-free shards to try everything on",
                                   "  biomedica demo demo-shards --figures 2000 --seed 7", run);
    command->add_option("OUT", options->folder, "A folder for the shards")->required();
    command->add_option("--figures", options->figures, "How many")->capture_default_str();
    command->add_option("--seed", options->seed, "The same seed gives the same bytes")->capture_default_str();
}

} // namespace biomedica::cli
