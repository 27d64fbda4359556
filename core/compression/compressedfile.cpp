#include "core/compression/compressedfile.h"

#include "core/base/text.h"
#include "core/compression/zstdframes.h"

#include <algorithm>
#include <cstring>

namespace biomedica::compression {

namespace {

constexpr std::uint64_t pieceSize = 256 << 10;
constexpr std::size_t mostIdle = 4, mostBusy = 8;

/// Frames are entered at most this often: a table of tiny frames stays small.
constexpr std::uint64_t frameSpan = 256 << 10;

} // namespace

CompressedFile::CompressedFile(File file, FileStamp stamp, Packing packing, const Limits& limits,
                               Checkpoints checkpoints)
    : ContentFile(std::move(file), stamp), m_packing(packing), m_limits(limits), m_checkpoints(std::move(checkpoints))
{
}

Result<std::shared_ptr<const ContentFile>> CompressedFile::open(File file, FileStamp stamp, Packing packing,
                                                                const std::filesystem::path& indexFolder,
                                                                const Limits& limits)
{
    Checkpoints checkpoints = Checkpoints::open(indexFolder, file.path(), stamp);
    std::shared_ptr<CompressedFile> opened(
        new CompressedFile(std::move(file), stamp, packing, limits, std::move(checkpoints)));
    if (packing == Packing::Zstd && !opened->m_checkpoints.isFinished())
        TRY_VOID(opened->findFrames());
    return std::shared_ptr<const ContentFile>(std::move(opened));
}

Result<void> CompressedFile::findFrames()
{
    TRY(const ZstdFrames found, findZstdFrames(file(), stamp().size, {}));
    std::uint64_t content = 0;
    for (const ZstdFrame& frame : found.frames) {
        if (content >= m_checkpoints.last().content + frameSpan)
            m_checkpoints.add({content, frame.stored, false, 0}, {});
        if (!frame.content)
            return {}; // places behind it are found by decoding
        content += *frame.content;
        if (content > m_limits.maximumContent)
            return Error(ErrorKind::Corrupt, "'" + path().string() + "' states that it unpacks to more than "
                                                 + humanBytes(m_limits.maximumContent) + ": it is not read");
    }
    if (const auto size = found.contentSize(stamp().size))
        m_checkpoints.finish(size, {});
    return {};
}

bool CompressedFile::isSlow() const
{
    const std::lock_guard lock(m_mutex);
    return hasLongWays();
}

bool CompressedFile::hasLongWays() const
{
    return m_checkpoints.largestGap() > m_limits.slowGap;
}

std::string CompressedFile::slowRemark() const
{
    return "'" + path().string() + "' is compressed in pieces of up to " + humanBytes(m_checkpoints.largestGap())
           + ", which can only be read from their beginning: its figures come slowly. 'biomedica recompress' writes a "
             "copy that is quick to read";
}

std::vector<std::string> CompressedFile::remarks() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::string> all = m_checkpoints.isFinished() ? m_checkpoints.remarks() : m_remarks;
    if (hasLongWays())
        all.push_back(slowRemark());
    return all;
}

Result<std::size_t> CompressedFile::readAt(std::uint64_t offset, std::span<char> buffer, const Job& job) const
{
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const std::uint64_t position = offset + filled;
        TRY(const PiecePointer found, piece(position / pieceSize, job));
        const std::size_t begin = static_cast<std::size_t>(position % pieceSize);
        if (begin >= found->bytes.size()) {
            if (found->damage)
                return *found->damage;
            break;
        }
        const std::size_t count = std::min(found->bytes.size() - begin, buffer.size() - filled);
        std::memcpy(buffer.data() + filled, found->bytes.data() + begin, count);
        filled += count;
    }
    return filled;
}

Result<bool> CompressedFile::reaches(std::uint64_t size, const Job& job) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (size == 0 || (m_checkpoints.contentSize() && size <= *m_checkpoints.contentSize()))
            return true;
    }
    char last = 0;
    TRY(const std::size_t count, readAt(size - 1, {&last, 1}, job));
    return count == 1;
}

Result<void> CompressedFile::finish(const Job& job) const
{
    std::uint64_t number = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (m_checkpoints.contentSize())
            return {};
        number = m_checkpoints.last().content / pieceSize;
        if (!m_checkpoints.isFinished())
            for (const auto& cursor : m_idle)
                number = std::max(number, cursor->content / pieceSize);
    }
    for (;; ++number) {
        TRY_VOID(job.check());
        TRY(const PiecePointer found, piece(number, job));
        if (found->damage)
            return *found->damage;
        if (found->bytes.size() < pieceSize)
            return {};
    }
}

Result<CompressedFile::PiecePointer> CompressedFile::piece(std::uint64_t number, const Job& job) const
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (PiecePointer found = cached(number))
            return found;
        const auto size = m_checkpoints.contentSize();
        if (size && number * pieceSize >= *size)
            return std::make_shared<Piece>(Piece{number, {}, std::nullopt});
        if (!mustWait(number))
            break;
        m_changed.wait(lock);
    }
    const bool isFrontier = !m_checkpoints.isFinished() && number * pieceSize >= m_checkpoints.last().content;
    TRY(std::unique_ptr<Cursor> cursor, takeCursor(number * pieceSize));
    m_wanted.insert(number);
    m_isFrontierBusy |= isFrontier;
    ++m_busy;
    lock.unlock();
    auto found = decodeTo(*cursor, number, job);
    lock.lock();
    if (found)
        keep(*found);
    if (found && !(*found)->damage)
        m_idle.push_back(std::move(cursor));
    if (m_idle.size() > (hasLongWays() ? 1 : mostIdle))
        m_idle.erase(m_idle.begin());
    --m_busy;
    m_isFrontierBusy &= !isFrontier;
    m_wanted.erase(number);
    m_changed.notify_all();
    return found;
}

CompressedFile::PiecePointer CompressedFile::cached(std::uint64_t number) const
{
    const auto found = std::find_if(m_pieces.begin(), m_pieces.end(),
                                    [number](const PiecePointer& piece) { return piece->number == number; });
    if (found == m_pieces.end())
        return nullptr;
    m_pieces.splice(m_pieces.begin(), m_pieces, found);
    return m_pieces.front();
}

void CompressedFile::keep(const PiecePointer& piece) const
{
    m_pieces.push_front(piece);
    while (m_pieces.size() > std::max<std::size_t>(1, m_limits.cachedBytes / pieceSize)) {
        if (m_pieces.back().use_count() == 1 && m_spare.size() < mostBusy)
            m_spare.push_back(std::move(m_pieces.back()->bytes));
        m_pieces.pop_back();
    }
}

std::string CompressedFile::spareBytes() const
{
    const std::lock_guard lock(m_mutex);
    if (m_spare.empty())
        return {};
    std::string bytes = std::move(m_spare.back());
    m_spare.pop_back();
    return bytes;
}

/// Until somebody else has decoded this piece, or has found places further on, or there are fewer decoders at work.
bool CompressedFile::mustWait(std::uint64_t number) const
{
    const bool isBehindKnown = !m_checkpoints.isFinished() && number * pieceSize >= m_checkpoints.last().content;
    return m_wanted.contains(number) || (m_isFrontierBusy && isBehindKnown) || m_busy >= (hasLongWays() ? 1 : mostBusy);
}

Result<std::unique_ptr<CompressedFile::Cursor>> CompressedFile::takeCursor(std::uint64_t content) const
{
    const Checkpoint from = m_checkpoints.before(content);
    if (auto cursor = idleCursor(from.content, content))
        return cursor;
    if (m_checkpoints.isFinished() && content - from.content > m_limits.maximumSkip)
        return Error(ErrorKind::Unsupported,
                     "'" + path().string() + "' would have to be decompressed for " + humanBytes(content - from.content)
                         + " to reach this place, the limit is " + humanBytes(m_limits.maximumSkip)
                         + ": 'biomedica recompress' writes a copy that is quick to read");
    auto cursor = std::make_unique<Cursor>();
    cursor->decoder = m_packing == Packing::Gzip ? makeGzipDecoder(file()) : makeZstdDecoder(file());
    auto window = m_checkpoints.windowOf(from);
    if (!window) { // the index file was changed under us: everything is found again
        m_checkpoints.forget();
        window = std::string();
    }
    const Checkpoint begin = m_checkpoints.before(content);
    TRY_VOID(cursor->decoder->start(begin, *window));
    cursor->content = cursor->markContent = begin.content;
    cursor->markStored = begin.stored;
    return cursor;
}

/// The idle decoder that stands nearest before `to`, but not before `from`.
std::unique_ptr<CompressedFile::Cursor> CompressedFile::idleCursor(std::uint64_t from, std::uint64_t to) const
{
    auto best = m_idle.end();
    for (auto cursor = m_idle.begin(); cursor != m_idle.end(); ++cursor)
        if ((*cursor)->content >= from && (*cursor)->content <= to
            && (best == m_idle.end() || (*cursor)->content > (*best)->content))
            best = cursor;
    if (best == m_idle.end())
        return nullptr;
    auto found = std::move(*best);
    m_idle.erase(best);
    return found;
}

Result<CompressedFile::PiecePointer> CompressedFile::decodeTo(Cursor& cursor, std::uint64_t number,
                                                              const Job& job) const
{
    for (;;) {
        // From a checkpoint the first piece may be entered in its middle: that part is decoded, but not kept.
        const std::uint64_t current = cursor.content / pieceSize;
        const bool isWhole = cursor.content % pieceSize == 0;
        Piece piece{current, spareBytes(), std::nullopt};
        piece.bytes.resize(pieceSize - cursor.content % pieceSize);
        std::size_t filled = 0;
        while (filled < piece.bytes.size()) {
            auto count = decodeSome(cursor, std::span(piece.bytes).subspan(filled), job);
            if (!count && count.error().kind() != ErrorKind::Corrupt)
                return count.error();
            if (!count)
                piece.damage = count.error();
            if (!count || *count == 0)
                break;
            filled += *count;
        }
        const bool isLast = filled < piece.bytes.size();
        piece.bytes.resize(filled);
        if (isLast)
            noteEnd(cursor, piece.damage.has_value());
        if (current >= number)
            return std::make_shared<Piece>(std::move(piece));
        if (isLast)
            return std::make_shared<Piece>(Piece{number, {}, piece.damage});
        const std::lock_guard lock(m_mutex);
        if (isWhole && hasLongWays() && !cached(current)) // the next reader comes from behind
            keep(std::make_shared<Piece>(std::move(piece)));
    }
}

Result<std::size_t> CompressedFile::decodeSome(Cursor& cursor, std::span<char> out, const Job& job) const
{
    // Not job.check(): a job that pauses here would make the other readers wait.
    if (job.isStopped())
        return Error(ErrorKind::Cancelled, "cancelled");
    TRY(const std::size_t count, cursor.decoder->decode(out));
    cursor.content += count;
    TRY_VOID(checkLimits(cursor));
    if (count > 0 && cursor.decoder->isAtPlace())
        notePlace(cursor);
    return count;
}

Result<void> CompressedFile::checkLimits(Cursor& cursor) const
{
    const std::uint64_t content = cursor.content - cursor.markContent;
    const std::uint64_t stored = cursor.decoder->stored() - cursor.markStored;
    const std::string name = "'" + path().string() + "'";
    if (cursor.content > m_limits.maximumContent)
        return Error(ErrorKind::Corrupt, name + " unpacks to more than " + humanBytes(m_limits.maximumContent)
                                             + ": it is not read further");
    if (content < m_limits.stretch)
        return {};
    if (stored < content / m_limits.maximumRatio)
        return Error(ErrorKind::Corrupt, name + " unpacks to " + humanBytes(content) + " out of " + humanBytes(stored)
                                             + " at byte " + std::to_string(cursor.markStored)
                                             + ", which no shard of pictures does: it is not read further");
    cursor.markContent = cursor.content;
    cursor.markStored = cursor.decoder->stored();
    return {};
}

void CompressedFile::notePlace(const Cursor& cursor) const
{
    const std::lock_guard lock(m_mutex);
    const std::uint64_t span = m_packing == Packing::Gzip ? m_limits.checkpointSpan : frameSpan;
    if (m_checkpoints.isFinished() || cursor.content < m_checkpoints.last().content + span)
        return;
    std::string window;
    Checkpoint place = cursor.decoder->place(window);
    place.content = cursor.content;
    m_checkpoints.add(place, window);
}

void CompressedFile::noteEnd(const Cursor& cursor, bool isDamaged) const
{
    const std::lock_guard lock(m_mutex);
    for (std::string& text : cursor.decoder->takeRemarks())
        if (std::find(m_remarks.begin(), m_remarks.end(), text) == m_remarks.end())
            m_remarks.push_back(std::move(text));
    if (!m_checkpoints.isFinished())
        m_checkpoints.finish(isDamaged ? std::nullopt : std::optional(cursor.content), m_remarks);
}

} // namespace biomedica::compression
