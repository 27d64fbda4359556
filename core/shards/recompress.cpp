#include "core/shards/recompress.h"

#include "core/base/text.h"
#include "core/compression/zstdwriter.h"
#include "core/shards/shard.h"

#include <algorithm>

namespace biomedica::shards {

namespace fs = std::filesystem;

namespace {

Result<void> checkTarget(const fs::path& source, const fs::path& target, bool isForced)
{
    const std::string name = "'" + target.string() + "'";
    if (!foldCase(target.filename().string()).ends_with(".tar.zst"))
        return Error(ErrorKind::Invalid, name + " has to end in .tar.zst");
    std::error_code ignored;
    if (fs::equivalent(source, target, ignored))
        return Error(ErrorKind::Invalid, name + " is the shard itself: name a new file");
    if (fs::exists(target, ignored) && !isForced)
        return Error(ErrorKind::Invalid, name + " is there already: use --force to replace it");
    return {};
}

/// Where samples begin, ascending.
Result<std::vector<std::uint64_t>> beginnings(const ShardPointer& shard, const Job& job)
{
    TRY(const ShardScan scan, scanShard(shard, job));
    for (const SampleProblem& problem : scan.problems)
        if (!problem.key && problem.makesNoFigure)
            return Error(ErrorKind::Corrupt, problem.problem);
    std::vector<std::uint64_t> offsets;
    for (const Sample& sample : scan.samples) {
        const auto first = std::min_element(
            sample.members.begin(), sample.members.end(),
            [](const SampleMember& a, const SampleMember& b) { return a.headerOffset < b.headerOffset; });
        offsets.push_back(first->headerOffset);
    }
    std::sort(offsets.begin(), offsets.end());
    return offsets;
}

class Copy {
public:
    Copy(const ShardFile& shard, File& target, const Job& job)
        : m_shard(shard), m_job(job), m_writer([this, &target](std::string_view frame) {
              m_summary.bytesAfter += frame.size();
              return target.append(frame);
          })
    {
    }

    Result<RecompressSummary> run(const std::vector<std::uint64_t>& beginnings)
    {
        for (const std::uint64_t begin : beginnings) {
            TRY_VOID(copyTo(begin));
            TRY_VOID(m_writer.mayCut());
        }
        TRY_VOID(copyTo(UINT64_MAX));
        TRY_VOID(m_writer.finish());
        m_summary.samples = beginnings.size();
        m_summary.bytesBefore = m_shard.stamp().size;
        return m_summary;
    }

private:
    Result<void> copyTo(std::uint64_t end)
    {
        while (m_summary.content < end) {
            TRY_VOID(m_job.check());
            const auto wanted =
                static_cast<std::size_t>(std::min<std::uint64_t>(m_buffer.size(), end - m_summary.content));
            TRY(const std::size_t count, m_shard.readAt(m_summary.content, std::span(m_buffer).first(wanted), m_job));
            if (count == 0)
                break;
            TRY_VOID(m_writer.write(std::string_view(m_buffer).substr(0, count)));
            m_summary.content += count;
        }
        m_job.tell(m_summary.content, 0, m_shard.path().filename().string());
        return {};
    }

    const ShardFile& m_shard;
    const Job& m_job;
    RecompressSummary m_summary;
    compression::ZstdWriter m_writer;
    std::string m_buffer = std::string(1 << 20, '\0');
};

} // namespace

Result<RecompressSummary> recompress(const ShardPointer& shard, const fs::path& target, bool isForced, const Job& job)
{
    TRY_VOID(checkTarget(shard->path(), target, isForced));
    TRY(const std::vector<std::uint64_t> begins, beginnings(shard, job));
    fs::path temporary = target;
    temporary += ".part";
    auto summary = [&]() -> Result<RecompressSummary> {
        TRY(File file, File::createForWriting(temporary));
        TRY(const RecompressSummary copied, Copy(*shard, file, job).run(begins));
        TRY_VOID(file.sync());
        return copied;
    }();
    if (!summary) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        return summary;
    }
    TRY_VOID(renameDurably(temporary, target));
    return summary;
}

} // namespace biomedica::shards
