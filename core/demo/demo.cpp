#include "core/demo/demo.h"

#include "core/archive/tarwriter.h"
#include "core/base/file.h"
#include "core/demo/sample.h"

#include <algorithm>
#include <array>
#include <optional>

namespace biomedica::demo {

namespace {

/// The shards of one subset, one after another. A shard that is not whole leaves no file.
class SubsetWriter {
public:
    SubsetWriter(std::filesystem::path folder, int figuresPerShard)
        : m_folder(std::move(folder)), m_figuresPerShard(figuresPerShard)
    {
    }

    ~SubsetWriter()
    {
        if (!m_tar)
            return;
        m_tar.reset();
        std::error_code ignored;
        std::filesystem::remove(temporaryPath(), ignored);
    }

    SubsetWriter(const SubsetWriter&) = delete;
    SubsetWriter& operator=(const SubsetWriter&) = delete;

    std::string shardName() const
    {
        const std::string number = std::to_string(m_shards);
        return std::string(number.size() < 6 ? 6 - number.size() : 0, '0') + number + ".tar";
    }

    Result<void> add(const Sample& sample)
    {
        if (!m_tar)
            TRY_VOID(open());
        TRY_VOID(m_tar->add(sample.key + ".jpg", sample.jpeg));
        TRY_VOID(m_tar->add(sample.key + ".json", sample.json));
        TRY_VOID(m_tar->add(sample.key + ".txt", sample.caption));
        return ++m_figures < m_figuresPerShard ? Result<void>() : finish();
    }

    Result<void> finish()
    {
        if (!m_tar)
            return {};
        TRY_VOID(m_tar->finish());
        TRY_VOID(renameDurably(temporaryPath(), m_folder / shardName()));
        m_bytes += m_tar->bytes();
        m_tar.reset();
        m_figures = 0;
        ++m_shards;
        return {};
    }

    int shards() const { return m_shards; }
    std::uint64_t bytes() const { return m_bytes; }

private:
    std::filesystem::path temporaryPath() const { return m_folder / (shardName() + ".partial"); }

    Result<void> open()
    {
        TRY_VOID(makeFolders(m_folder));
        TRY(m_tar, archive::TarWriter::create(temporaryPath()));
        return {};
    }

    std::filesystem::path m_folder;
    int m_figuresPerShard;
    std::optional<archive::TarWriter> m_tar;
    int m_figures = 0; ///< in the open shard
    int m_shards = 0;  ///< finished
    std::uint64_t m_bytes = 0;
};

Result<void> checkOptions(const DemoOptions& options)
{
    if (options.figures < 1)
        return Error(ErrorKind::Invalid, "a demo needs at least one figure, not " + std::to_string(options.figures));
    if (options.figuresPerShard < 1)
        return Error(ErrorKind::Invalid,
                     "a shard needs at least one figure, not " + std::to_string(options.figuresPerShard));
    if (options.articleTextBytes < 0)
        return Error(ErrorKind::Invalid, "the length of an article's text cannot be negative");
    return {};
}

} // namespace

Result<DemoSummary> writeDemo(const DemoOptions& options, const Job& job)
{
    TRY_VOID(checkOptions(options));
    const auto writerOf = [&](int subset) {
        return SubsetWriter(options.folder / subsetName(subset), options.figuresPerShard);
    };
    std::array<SubsetWriter, subsetCount> writers = {writerOf(0), writerOf(1), writerOf(2)};

    const auto wanted = static_cast<std::uint64_t>(options.figures);
    DemoSummary summary;
    for (int article = 0; summary.figures < options.figures; ++article) {
        TRY(const ArticleSamples made, makeSamples(options.seed, article, options.articleTextBytes, job));
        SubsetWriter& writer = writers[static_cast<std::size_t>(made.subset)];
        for (const Sample& sample : made.samples) {
            if (summary.figures == options.figures)
                break;
            TRY_VOID(job.check());
            const std::string name = std::string(subsetName(made.subset)) + "/" + writer.shardName();
            TRY_VOID(writer.add(sample));
            ++summary.figures;
            job.tell(static_cast<std::uint64_t>(summary.figures), wanted, name);
        }
    }
    for (SubsetWriter& writer : writers) {
        TRY_VOID(writer.finish());
        summary.shards += writer.shards();
        summary.bytes += writer.bytes();
    }
    return summary;
}

} // namespace biomedica::demo
