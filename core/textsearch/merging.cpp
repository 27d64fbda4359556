#include "core/textsearch/merging.h"

#include "core/textsearch/segment_writer.h"

#include <algorithm>
#include <bit>

namespace biomedica::textsearch {

namespace {

class Merger {
public:
    Merger(std::span<const SegmentPointer> segments, const Bitmap* kept, const Job& job)
        : m_segments(segments), m_kept(kept), m_job(job), m_space(segments.front()->space())
    {
    }

    Result<void> run(const std::filesystem::path& path)
    {
        for (const SegmentPointer& segment : m_segments) {
            TRY_VOID(m_job.check());
            TRY_VOID(segment->verify());
            m_total += segment->bytes();
        }
        TRY(SegmentWriter writer,
            SegmentWriter::create(path, m_space, m_segments.front()->first(), m_segments.back()->last(), lengths()));
        TRY_VOID(writeWords(writer));
        TRY_VOID(m_job.check());
        for (const SegmentPointer& segment : m_segments)
            TRY_VOID(segment->check()); // cut short since it was verified
        TRY(const std::uint64_t size, writer.finish());
        m_job.tell(size, size, path.filename().string());
        return {};
    }

private:
    bool isKept(std::uint32_t document) const { return !m_kept || m_kept->test(document); }

    FieldLengths lengths() const
    {
        const std::uint32_t first = m_segments.front()->first();
        FieldLengths all;
        for (unsigned field = 0; field < fieldsOf(m_space); ++field) {
            all[field].resize(m_segments.back()->last() - first + 1);
            for (const SegmentPointer& segment : m_segments) {
                const auto lengths = segment->lengths(field);
                for (std::uint32_t i = 0; i < lengths.size(); ++i)
                    if (isKept(segment->first() + i))
                        all[field][segment->first() - first + i] = lengths[i];
            }
        }
        return all;
    }

    Result<void> writeWords(SegmentWriter& writer)
    {
        std::vector<Dictionary::Cursor> cursors;
        for (const SegmentPointer& segment : m_segments)
            cursors.push_back(segment->dictionary().begin());
        for (;;) {
            const std::string* smallest = nullptr;
            for (const Dictionary::Cursor& cursor : cursors)
                if (!cursor.isAtEnd() && (!smallest || cursor.word() < *smallest))
                    smallest = &cursor.word();
            if (!smallest)
                break;
            const std::string word = *smallest;
            writer.beginWord(word);
            for (unsigned field = 0; field < fieldsOf(m_space); ++field)
                for (std::size_t i = 0; i < cursors.size(); ++i)
                    if (!cursors[i].isAtEnd() && cursors[i].word() == word)
                        TRY_VOID(copyList(*m_segments[i], cursors[i].places()[field], field, writer));
            TRY_VOID(writer.endWord());
            for (Dictionary::Cursor& cursor : cursors)
                if (!cursor.isAtEnd() && cursor.word() == word)
                    cursor.next();
        }
        for (std::size_t i = 0; i < cursors.size(); ++i)
            if (cursors[i].isDamaged())
                return m_segments[i]->damaged();
        return {};
    }

    Result<void> copyList(const Segment& segment, const ListPlace& place, unsigned field, SegmentWriter& writer)
    {
        if (place.documents == 0)
            return {};
        const PostingList list = segment.list(place);
        if (!list.isSound())
            return segment.damaged();
        for (std::uint32_t i = 0; i < list.blockCount(); ++i) {
            if (++m_blocks % 4096 == 0)
                TRY_VOID(m_job.check());
            if (!list.read(i, m_block) || !readPositions(m_block, m_positions))
                return segment.damaged();
            std::span<const std::uint32_t> positions = m_positions;
            for (unsigned j = 0; j < m_block.count; ++j) {
                if (isKept(m_block.documents[j]))
                    writer.add(field, m_block.documents[j], positions.first(m_block.frequencies[j]));
                positions = positions.subspan(m_block.frequencies[j]);
            }
        }
        m_done += place.bytes;
        if (m_done / (1 << 20) != (m_done - place.bytes) / (1 << 20))
            m_job.tell(m_done, m_total, segment.path().filename().string());
        return {};
    }

    std::span<const SegmentPointer> m_segments;
    const Bitmap* m_kept;
    const Job& m_job;
    Space m_space;
    std::uint64_t m_blocks = 0, m_done = 0, m_total = 0;
    Block m_block;
    std::vector<std::uint32_t> m_positions;
};

/// Segments of one tier differ less than tenfold in size.
unsigned tierOf(std::uint64_t bytes)
{
    constexpr std::uint64_t smallest = 64 * 1024;
    unsigned tier = 0;
    for (; bytes > smallest; bytes /= mergedAtOnce)
        ++tier;
    return tier;
}

} // namespace

Result<void> mergeSegments(std::span<const SegmentPointer> segments, const Bitmap* kept,
                           const std::filesystem::path& path, const Job& job)
{
    auto merged = Merger(segments, kept, job).run(path);
    if (!merged) {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
    return merged;
}

std::optional<MergeRange> nextMerge(std::span<const std::uint64_t> sizes)
{
    // The newest stand last and are the smallest. Ten of a tier at the end, with what is smaller behind them.
    unsigned tier = 0, ofTier = 0;
    std::optional<MergeRange> found;
    for (std::size_t i = sizes.size(); i-- > 0;) {
        const unsigned its = tierOf(sizes[i]);
        if (its < tier)
            continue;
        if (its > tier && found)
            break;
        ofTier = its == tier ? ofTier + 1 : 1;
        tier = its;
        if (ofTier >= mergedAtOnce)
            found = MergeRange{i, sizes.size()};
    }
    return found;
}

} // namespace biomedica::textsearch
