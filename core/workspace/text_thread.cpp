#include "core/workspace/text_thread.h"

namespace biomedica::workspace {

namespace {

constexpr std::uint64_t bytesWaiting = 16 << 20;

} // namespace

Result<void> addTexts(textsearch::TextWriter& writer, const PlacedSample& sample)
{
    const shards::FigureMetadata& metadata = sample.parsed.metadata;
    TRY_VOID(writer.addFigure(sample.row, metadata.caption, metadata.mentions));
    if (!sample.newArticle.value)
        return {};
    const shards::ArticleMetadata& article = metadata.article;
    return writer.addArticle(sample.newArticle, {article.title, article.abstract, article.mesh, article.keywords});
}

TextThread::TextThread(textsearch::TextWriter writer)
    : m_writer(std::move(writer)), m_outcome(std::vector<textsearch::ListedSegment>()), m_thread([this] { work(); })
{
}

TextThread::~TextThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isAbandoned = true;
    }
    m_changed.notify_all();
}

void TextThread::add(std::vector<PlacedSample> samples)
{
    Batch batch{std::move(samples), 0};
    for (const PlacedSample& sample : batch.samples)
        batch.bytes += sample.parsed.bytes();
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_waiting.empty() || m_bytes + batch.bytes <= bytesWaiting; });
    m_bytes += batch.bytes;
    m_waiting.push_back(std::move(batch));
    m_changed.notify_all();
}

Result<std::vector<textsearch::ListedSegment>> TextThread::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isWhole = true;
    }
    m_changed.notify_all();
    m_thread.join();
    return std::move(m_outcome);
}

/// The next batch; none where there is no more.
std::optional<TextThread::Batch> TextThread::taken()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isAbandoned || m_isWhole || !m_waiting.empty(); });
    if (m_isAbandoned || m_waiting.empty())
        return std::nullopt;
    std::optional<Batch> batch = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_bytes -= batch->bytes;
    m_changed.notify_all();
    return batch;
}

void TextThread::work()
{
    Result<void> indexed;
    while (const std::optional<Batch> batch = taken())
        if (indexed) // else only what waits is let through
            indexed = addAll(batch->samples);
    if (const std::lock_guard lock(m_mutex); m_isAbandoned)
        return;
    if (indexed)
        m_outcome = m_writer.finish();
    else
        m_outcome = indexed.error();
}

Result<void> TextThread::addAll(const std::vector<PlacedSample>& samples)
{
    for (const PlacedSample& sample : samples)
        TRY_VOID(addTexts(m_writer, sample));
    return {};
}

} // namespace biomedica::workspace
