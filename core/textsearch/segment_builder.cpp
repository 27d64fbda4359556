#include "core/textsearch/segment_builder.h"

#include "core/textsearch/segment_writer.h"
#include "core/textsearch/tokenizer.h"

namespace biomedica::textsearch {

void SegmentBuilder::beginDocument(std::uint32_t document)
{
    m_documents.push_back(document);
    for (unsigned field = 0; field < fieldsOf(m_space); ++field)
        m_fields[field].begins.push_back(static_cast<std::uint32_t>(m_fields[field].words.size()));
}

void SegmentBuilder::add(unsigned field, std::string_view text)
{
    std::vector<std::uint32_t>& words = m_fields[field].words;
    const std::size_t begin = m_fields[field].begins.back();
    if (words.size() > begin)
        words.push_back(gap);
    m_text.clear();
    m_ends.clear();
    WordReader reader(text);
    while (words.size() + m_ends.size() - begin < longestField && reader.next())
        m_ends.push_back(static_cast<std::uint32_t>(m_text.append(reader.word()).size()));
    m_terms.appendNumbersOf(m_text, m_ends, words);
}

std::size_t SegmentBuilder::bytes() const
{
    std::size_t words = 0;
    for (const FieldWords& field : m_fields)
        words += field.words.size();
    return words * (sizeof(std::uint32_t) + sizeof(Place)) + m_terms.bytes();
}

std::span<const std::uint32_t> SegmentBuilder::wordsOf(unsigned field, std::uint32_t index) const
{
    const FieldWords& all = m_fields[field];
    const std::size_t end = index + 1 < all.begins.size() ? all.begins[index + 1] : all.words.size();
    return std::span(all.words).subspan(all.begins[index], end - all.begins[index]);
}

/// The field's words, those of the first word in `order` first; `ends` takes where those of each word number end.
std::vector<SegmentBuilder::Place> SegmentBuilder::dealtOut(unsigned field, const std::vector<std::uint32_t>& order,
                                                            std::vector<std::uint32_t>& ends) const
{
    std::vector<std::uint32_t> counts(m_terms.size());
    std::uint32_t total = 0;
    for (const std::uint32_t word : m_fields[field].words) {
        if (word != gap) {
            ++counts[word];
            ++total;
        }
    }
    ends.resize(m_terms.size());
    std::uint32_t next = 0;
    for (const std::uint32_t word : order) {
        ends[word] = next;
        next += counts[word];
    }
    std::vector<Place> places(total);
    for (std::uint32_t index = 0; index < documents(); ++index) {
        std::uint32_t position = 0;
        for (const std::uint32_t word : wordsOf(field, index)) {
            if (word != gap)
                places[ends[word]++] = {index, position};
            ++position;
        }
    }
    return places;
}

Result<std::uint64_t> SegmentBuilder::write(const std::filesystem::path& path)
{
    const unsigned fields = fieldsOf(m_space);
    const std::vector<std::uint32_t> order = m_terms.sorted();
    std::array<std::vector<Place>, fieldsInSpace> places;
    std::array<std::vector<std::uint32_t>, fieldsInSpace> ends;
    FieldLengths lengths;
    for (unsigned field = 0; field < fields; ++field) {
        places[field] = dealtOut(field, order, ends[field]);
        lengths[field].resize(last() - first() + 1);
        for (std::uint32_t index = 0; index < documents(); ++index) {
            std::uint16_t& length = lengths[field][m_documents[index] - first()];
            for (const std::uint32_t word : wordsOf(field, index))
                length = static_cast<std::uint16_t>(length + (word != gap ? 1 : 0));
        }
        m_fields[field] = {};
    }
    TRY(SegmentWriter writer, SegmentWriter::create(path, m_space, first(), last(), std::move(lengths)));
    std::array<std::size_t, fieldsInSpace> at{};
    std::vector<std::uint32_t> positions;
    for (const std::uint32_t word : order) {
        writer.beginWord(m_terms.word(word));
        for (unsigned field = 0; field < fields; ++field) {
            while (at[field] < ends[field][word]) {
                const std::uint32_t index = places[field][at[field]].document;
                positions.clear();
                for (; at[field] < ends[field][word] && places[field][at[field]].document == index; ++at[field])
                    positions.push_back(places[field][at[field]].position);
                writer.add(field, m_documents[index], positions);
            }
        }
        TRY_VOID(writer.endWord());
    }
    *this = SegmentBuilder(m_space);
    return writer.finish();
}

} // namespace biomedica::textsearch
