#include "core/textsearch/segment.h"

#include "core/base/hash.h"

#include <bit>
#include <cstring>

namespace biomedica::textsearch {

static_assert(std::endian::native == std::endian::little, "segments are mapped as they are written");

namespace {

constexpr const char* advice = ": index the collection again to make it anew (biomedica index COLLECTION)";

std::string nameOf(const std::filesystem::path& path)
{
    return "the text index '" + path.string() + "'";
}

Error broken(const std::filesystem::path& path, const std::string& what)
{
    return Error(ErrorKind::Corrupt, nameOf(path) + " " + what);
}

/// How many of the first `fields` fields have words, and so lengths.
std::uint64_t fieldsWithWords(const SegmentFooter& footer, unsigned fields)
{
    std::uint64_t count = 0;
    for (unsigned field = 0; field < fields; ++field)
        count += footer.totals[field].documents > 0 ? 1 : 0;
    return count;
}

bool isConsistent(const SegmentFooter& footer, std::uint64_t footerOffset)
{
    const std::uint64_t documents = std::uint64_t{footer.last} - footer.first + 1;
    const std::uint64_t blocks = (footer.footerOffset - footer.indexOffset) / sizeof(std::uint64_t);
    return footer.space <= Space::Articles && footer.fields == fieldsOf(footer.space) && footer.first >= 1
           && footer.first <= footer.last && footer.last < 1u << 31 && footer.lengthsOffset == segmentHeaderBytes
           && footer.listsOffset
                  == footer.lengthsOffset + documents * fieldsWithWords(footer, footer.fields) * sizeof(std::uint16_t)
           && footer.listsOffset <= footer.dictionaryOffset && footer.dictionaryOffset <= footer.indexOffset
           && footer.indexOffset <= footer.footerOffset && footer.footerOffset == footerOffset
           && blocks * sizeof(std::uint64_t) == footer.footerOffset - footer.indexOffset && footer.words <= blocks * 32
           && footer.words + 32 > blocks * 32;
}

} // namespace

std::uint64_t chainedHash(std::uint64_t before, std::string_view piece)
{
    std::array<std::uint64_t, 2> both = {before, hash64(piece)};
    return hash64({reinterpret_cast<const char*>(both.data()), sizeof both});
}

Segment::Segment(MappedFile file, const SegmentFooter& footer) : m_file(std::move(file)), m_footer(footer)
{
    const std::string_view bytes = m_file.bytes();
    m_lists = bytes.substr(footer.listsOffset, footer.dictionaryOffset - footer.listsOffset);
    m_dictionary = Dictionary(bytes.substr(footer.dictionaryOffset, footer.indexOffset - footer.dictionaryOffset),
                              bytes.substr(footer.indexOffset, footer.footerOffset - footer.indexOffset), footer.words);
}

Result<std::shared_ptr<const Segment>> Segment::open(const std::filesystem::path& path)
{
    TRY(MappedFile file, MappedFile::open(path));
    const std::string_view bytes = file.bytes();
    if (bytes.size() < segmentHeaderBytes || !bytes.starts_with(segmentMagic))
        return broken(path, "does not begin like one");
    std::uint32_t version = 0;
    std::memcpy(&version, bytes.data() + segmentMagic.size(), sizeof version);
    if (version != segmentVersion)
        return Error(ErrorKind::Unsupported, nameOf(path) + " has format " + std::to_string(version)
                                                 + "; this program reads format " + std::to_string(segmentVersion)
                                                 + ": use the newer version of the program that wrote it");
    constexpr std::size_t tail = sizeof(SegmentFooter) + segmentEnd.size();
    if (bytes.size() < segmentHeaderBytes + tail || !bytes.ends_with(segmentEnd))
        return broken(path, "is cut off");
    const std::size_t footerOffset = bytes.size() - tail;
    SegmentFooter footer;
    std::memcpy(&footer, bytes.data() + footerOffset, sizeof footer);
    if (footer.hash != hash64(bytes.substr(footerOffset, offsetof(SegmentFooter, hash)))
        || !isConsistent(footer, footerOffset))
        return broken(path, "is damaged at its end");
    if (footer.dictionaryHash != hash64(bytes.substr(footer.dictionaryOffset, footerOffset - footer.dictionaryOffset)))
        return broken(path, "is damaged: its words do not have the checksum they were written with");
    return std::shared_ptr<const Segment>(new Segment(std::move(file), footer));
}

std::span<const std::uint16_t> Segment::lengths(unsigned field) const
{
    if (totals(field).documents == 0)
        return {};
    const std::size_t documents = std::size_t{last()} - first() + 1;
    const char* const begin = m_file.bytes().data() + m_footer.lengthsOffset
                              + fieldsWithWords(m_footer, field) * documents * sizeof(std::uint16_t);
    return {reinterpret_cast<const std::uint16_t*>(begin), documents};
}

PostingList Segment::list(const ListPlace& place) const
{
    if (place.offset > m_lists.size() || place.bytes > m_lists.size() - place.offset)
        return PostingList({}, blockSize, 1, 0); // unsound
    return PostingList(m_lists.substr(place.offset, place.bytes), place.documents, first(), last());
}

Result<void> Segment::verify() const
{
    std::uint64_t hash = 0;
    std::string_view rest =
        m_file.bytes().substr(m_footer.lengthsOffset, m_footer.dictionaryOffset - m_footer.lengthsOffset);
    for (; !rest.empty(); rest.remove_prefix(std::min(rest.size(), hashedPiece)))
        hash = chainedHash(hash, rest.substr(0, hashedPiece));
    if (hash != m_footer.listsHash)
        return damaged();
    return {};
}

Result<void> Segment::check() const
{
    return m_file.check() ? Result<void>() : broken(path(), std::string("was cut short while it was open") + advice);
}

void Segment::setAsideIfDamaged() const
{
    if (check() && verify())
        return;
    std::filesystem::path aside = path();
    aside += ".damaged";     // is not listed: goes with the next indexing
    std::error_code ignored; // where nobody may write, the message is all that can be given
    std::filesystem::rename(path(), aside, ignored);
}

Error Segment::damaged() const
{
    return broken(path(), std::string("is damaged") + advice);
}

} // namespace biomedica::textsearch
