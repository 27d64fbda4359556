#include "core/textsearch/segment_writer.h"

#include "core/base/hash.h"

namespace biomedica::textsearch {

namespace {

template <typename T>
std::string_view bytesOf(const std::vector<T>& values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

template <typename T>
std::string_view bytesOf(const T& value)
{
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

FieldTotals totalsOf(const std::vector<std::uint16_t>& lengths)
{
    FieldTotals totals;
    for (const std::uint16_t length : lengths) {
        totals.documents += length > 0 ? 1 : 0;
        totals.words += length;
    }
    return totals;
}

} // namespace

SegmentWriter::SegmentWriter(File file, const SegmentFooter& footer, FieldLengths lengths)
    : m_file(std::move(file)), m_footer(footer), m_lengths(std::move(lengths)), m_postings(footer.first)
{
}

Result<SegmentWriter> SegmentWriter::create(const std::filesystem::path& path, Space space, std::uint32_t first,
                                            std::uint32_t last, FieldLengths lengths)
{
    TRY(File file, File::createForWriting(path));
    SegmentFooter footer;
    footer.space = space;
    footer.first = first;
    footer.last = last;
    footer.fields = fieldsOf(space);
    footer.lengthsOffset = segmentHeaderBytes;
    SegmentWriter writer(std::move(file), footer, std::move(lengths));
    std::string header(segmentMagic);
    header += bytesOf(segmentVersion);
    header.resize(segmentHeaderBytes);
    TRY_VOID(writer.write(header));
    for (unsigned field = 0; field < footer.fields; ++field) {
        writer.m_footer.totals[field] = totalsOf(writer.m_lengths[field]);
        const FieldTotals& totals = writer.m_footer.totals[field];
        if (totals.documents > 0) {
            writer.m_averageLengths[field] = static_cast<double>(totals.words) / static_cast<double>(totals.documents);
            writer.m_pending += bytesOf(writer.m_lengths[field]);
        }
    }
    writer.m_footer.listsOffset = segmentHeaderBytes + writer.m_pending.size();
    return writer;
}

Result<void> SegmentWriter::write(std::string_view bytes)
{
    m_written += bytes.size();
    return m_file.append(bytes);
}

/// Writes whole pieces; verify() reads the same ones.
Result<void> SegmentWriter::writeHashed()
{
    std::string_view rest = m_pending;
    for (; rest.size() >= hashedPiece; rest.remove_prefix(hashedPiece)) {
        m_footer.listsHash = chainedHash(m_footer.listsHash, rest.substr(0, hashedPiece));
        TRY_VOID(write(rest.substr(0, hashedPiece)));
    }
    m_pending.erase(0, m_pending.size() - rest.size());
    return {};
}

void SegmentWriter::endList()
{
    if (m_postings.documents() == 0)
        return;
    const std::size_t before = m_pending.size();
    m_places[m_field].offset = m_listsEnd;
    m_places[m_field].documents = m_postings.documents();
    m_postings.finish(m_pending);
    m_places[m_field].bytes = static_cast<std::uint32_t>(m_pending.size() - before);
    m_listsEnd += m_places[m_field].bytes;
}

void SegmentWriter::add(unsigned field, std::uint32_t document, std::span<const std::uint32_t> positions)
{
    if (field != m_field) {
        endList();
        m_field = field;
    }
    if (m_postings.documents() == 0)
        m_postings.setAverageLength(m_averageLengths[field]);
    m_postings.add(document, positions, m_lengths[field][document - m_footer.first]);
}

Result<void> SegmentWriter::endWord()
{
    endList();
    m_field = 0;
    for (const ListPlace& place : m_places) {
        if (place.documents == 0)
            continue;
        m_dictionary.add(m_word, m_places);
        break;
    }
    m_places = {};
    return m_pending.size() >= hashedPiece ? writeHashed() : Result<void>();
}

Result<std::uint64_t> SegmentWriter::finish()
{
    TRY_VOID(writeHashed());
    if (!m_pending.empty()) {
        m_footer.listsHash = chainedHash(m_footer.listsHash, m_pending);
        TRY_VOID(write(m_pending));
    }
    m_footer.dictionaryOffset = m_written;
    m_footer.indexOffset = m_written + m_dictionary.blocks().size();
    std::string dictionary = m_dictionary.blocks();
    dictionary += bytesOf(m_dictionary.index());
    m_footer.dictionaryHash = hash64(dictionary);
    m_footer.words = m_dictionary.words();
    TRY_VOID(write(dictionary));
    m_footer.footerOffset = m_written;
    m_footer.hash = hash64(bytesOf(m_footer).substr(0, offsetof(SegmentFooter, hash)));
    TRY_VOID(write(bytesOf(m_footer)));
    TRY_VOID(write(segmentEnd));
    TRY_VOID(m_file.sync());
    return m_written;
}

} // namespace biomedica::textsearch
