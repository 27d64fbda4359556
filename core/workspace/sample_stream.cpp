#include "core/workspace/sample_stream.h"

#include "core/base/priority.h"
#include "core/base/text.h"

namespace biomedica::workspace {

namespace {

/// Small enough to spread over threads, large enough that taking one costs nothing.
constexpr std::size_t samplesInBatch = 32;
constexpr std::uint64_t bytesInBatch = 8 << 20;

/// Of metadata and captions that are read but not written. What is kept of them is a tenth, except in hostile files: a
/// whole shard may lie ready while the one before is completed.
constexpr std::uint64_t bytesAhead = 64 << 20;

/// Reads and parses samples; one a thread.
class SampleParser {
public:
    SampleParser(const shards::ShardFile& shard, const Job& job) : m_shard(shard), m_job(job) {}

    ParsedSample parse(const shards::Sample& sample)
    {
        ParsedSample parsed;
        parsed.sample = &sample;
        const shards::SampleMember* picture = sample.image();
        if (!picture) {
            parsed.problems.push_back({sample.key, "the sample has no image", true});
            return parsed;
        }
        readMetadata(sample, parsed);
        readCaption(sample, parsed);
        parsed.id = shards::identify(sample.key, parsed.metadata);
        if (parsed.id)
            return parsed;
        const auto bytes = shards::readMember(m_shard, *picture, shards::maximumImageSize, m_job);
        if (bytes)
            parsed.id = shards::identifyByBytes(sample.key, *bytes);
        else
            parsed.problems.push_back({sample.key, bytes.error().message(), true});
        return parsed;
    }

private:
    static void note(ParsedSample& parsed, const std::string& problem)
    {
        parsed.problems.push_back({parsed.sample->key, problem, false});
    }

    void readMetadata(const shards::Sample& sample, ParsedSample& parsed)
    {
        const shards::SampleMember* member = sample.metadata();
        if (!member)
            return;
        auto read = member->size > 0 ? m_reader.read(m_shard, *member, m_job)
                                     : Error(ErrorKind::Corrupt, "the member .json is empty");
        if (read)
            parsed.metadata = std::move(*read);
        else
            note(parsed, "shown without its metadata: " + read.error().message());
    }

    void readCaption(const shards::Sample& sample, ParsedSample& parsed)
    {
        const shards::SampleMember* member = sample.caption();
        if (!member)
            return;
        const auto read = shards::readMemberInto(m_caption, m_shard, *member, shards::maximumTextSize, m_job);
        if (!read) {
            note(parsed, "shown without its caption: " + read.error().message());
            return;
        }
        parsed.metadata.caption = toValidUtf8(m_caption);
        if (parsed.metadata.caption != m_caption)
            note(parsed, "the caption is not UTF-8; unreadable bytes are shown as \xEF\xBF\xBD");
    }

    const shards::ShardFile& m_shard;
    const Job& m_job;
    shards::MetadataReader m_reader;
    std::string m_caption; ///< its memory is used again
};

std::uint64_t sizeOf(const shards::SampleMember* member)
{
    return member ? member->size : 0;
}

} // namespace

std::uint64_t ParsedSample::bytes() const
{
    const shards::ArticleMetadata& article = metadata.article;
    std::uint64_t bytes = sizeof *this + metadata.caption.size();
    for (const std::string* text : {&article.title, &article.journal, &article.citation, &article.abstract})
        bytes += text->size();
    for (const auto* list : {&metadata.mentions, &article.mesh, &article.keywords, &article.subjects})
        for (const std::string& text : *list)
            bytes += sizeof text + text.size();
    return bytes;
}

SampleStream::SampleStream(const shards::ShardFile& shard, std::span<const shards::Sample> samples,
                           std::stop_token stop, int threads)
    : m_shard(shard), m_samples(samples), m_job{std::move(stop), {}}
{
    makeBatches();
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

SampleStream::~SampleStream()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
}

void SampleStream::makeBatches()
{
    Batch batch;
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        batch.bytes += sizeOf(m_samples[i].metadata()) + sizeOf(m_samples[i].caption());
        batch.end = i + 1;
        if (batch.end - batch.begin < samplesInBatch && batch.bytes < bytesInBatch)
            continue;
        m_batches.push_back(batch);
        batch = {i + 1, i + 1, 0};
    }
    if (batch.begin < batch.end)
        m_batches.push_back(batch);
}

bool SampleStream::mayBegin() const
{
    return m_isEnding || m_begun == m_batches.size() || m_begun == m_given
           || m_bytes + m_batches[m_begun].bytes <= bytesAhead;
}

void SampleStream::work()
{
    letOthersGoFirst(); // what is parsed already waits for those that write it
    SampleParser parser(m_shard, m_job);
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return mayBegin(); });
        if (m_isEnding || m_begun == m_batches.size())
            return;
        const std::size_t number = m_begun++;
        Batch& batch = m_batches[number];
        m_bytes += batch.bytes;
        lock.unlock();
        std::vector<ParsedSample> parsed;
        parsed.reserve(batch.end - batch.begin);
        std::uint64_t kept = 0;
        for (std::size_t i = batch.begin; i < batch.end && !m_job.isStopped(); ++i)
            kept += parsed.emplace_back(parser.parse(m_samples[i])).bytes();
        lock.lock();
        m_bytes += kept - std::exchange(batch.bytes, kept);
        m_parsed[number] = std::move(parsed);
        m_changed.notify_all();
    }
}

std::vector<ParsedSample> SampleStream::next()
{
    std::unique_lock lock(m_mutex);
    if (m_given == m_batches.size())
        return {};
    m_changed.wait(lock, [this] { return m_parsed.contains(m_given); });
    std::vector<ParsedSample> parsed = std::move(m_parsed.extract(m_given).mapped());
    m_bytes -= m_batches[m_given++].bytes;
    m_changed.notify_all();
    return parsed;
}

} // namespace biomedica::workspace
