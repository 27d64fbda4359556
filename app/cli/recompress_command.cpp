// recompress

#include "app/cli/command.h"

#include "core/base/text.h"
#include "core/shards/recompress.h"

namespace biomedica::cli {

namespace {

struct RecompressOptions {
    std::string shard, out;
    bool isForced = false;
};

Result<void> recompress(const Context& context, const RecompressOptions& options)
{
    TRY(const shards::ShardPointer shard, shards::OpenShards().open(options.shard));
    TRY(const shards::RecompressSummary summary,
        shards::recompress(shard, options.out, options.isForced, context.job("bytes")));
    context.output.json({{"samples", summary.samples},
                         {"bytes_before", summary.bytesBefore},
                         {"bytes", summary.bytesAfter},
                         {"content", summary.content}});
    context.output.text(counted(summary.samples, "sample") + ": " + humanBytes(summary.bytesBefore) + " became "
                        + humanBytes(summary.bytesAfter) + ", quick to read at any place");
    return {};
}

} // namespace

void addRecompressCommand(CLI::App& app, Context& context)
{
    const auto options = std::make_shared<RecompressOptions>();
    CLI::App* command =
        addCommand(app, context, "recompress", "Copy a shard as .tar.zst that is quick to read at any place",
                   "  biomedica recompress 000000.tar.zst quick/000000.tar.zst\n"
                   "  biomedica recompress 000000.tar.gz quick/000000.tar.zst",
                   [&context, options] { return recompress(context, *options); });
    command->add_option("SHARD", options->shard, "A shard, plain or compressed")->required();
    command->add_option("OUT", options->out, "A new file, *.tar.zst")->required();
    command->add_flag("--force", options->isForced, "Replace OUT");
}

} // namespace biomedica::cli
