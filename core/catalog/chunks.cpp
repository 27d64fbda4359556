#include "core/catalog/chunks.h"

#include <algorithm>
#include <numeric>

namespace biomedica::catalog {

namespace {

template <typename T>
void addAll(SectionWriter& writer, std::uint32_t name, const std::vector<T>& values)
{
    writer.add(name, std::span<const T>(values));
}

template <typename Code>
void addCodes(SectionWriter& writer, std::uint32_t name, const std::vector<std::uint32_t>& codes)
{
    std::vector<Code> narrow(codes.size());
    std::transform(codes.begin(), codes.end(), narrow.begin(),
                   [](std::uint32_t code) { return static_cast<Code>(code); });
    addAll(writer, name, narrow);
}

void addField(SectionWriter& writer, RowField field, const CodeList& list, const Bitmap& shown)
{
    const std::size_t meanings = list.meanings().size();
    if (meanings <= 256)
        addCodes<std::uint8_t>(writer, section::of(field, 0), list.codes());
    else if (meanings <= 65'536)
        addCodes<std::uint16_t>(writer, section::of(field, 0), list.codes());
    else
        addAll(writer, section::of(field, 0), list.codes());
    addAll(writer, section::of(field, 1), list.meanings());
    std::vector<std::uint32_t> totals(meanings);
    shown.forEach([&](std::uint32_t row) { ++totals[list.codes()[row]]; });
    addAll(writer, section::of(field, 2), totals);
}

std::vector<std::uint32_t> rowsById(const RowChunk& chunk)
{
    std::vector<std::uint32_t> rows;
    chunk.shown.forEach([&](std::uint32_t row) { rows.push_back(row); });
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return chunk.ids[a] < chunk.ids[b]; });
    return rows;
}

} // namespace

std::uint32_t CodeList::codeOf(std::int64_t meaning)
{
    const auto [place, isNew] = m_codeOf.try_emplace(meaning, static_cast<std::uint32_t>(m_meanings.size()));
    if (isNew)
        m_meanings.push_back(meaning);
    return place->second;
}

RowChunk::RowChunk(std::size_t rows)
    : ids(rows), articles(rows), pictures(rows), shown(rows), hasCaption(rows), hasMentions(rows),
      fields(rowFieldCount, CodeList(rows))
{
}

std::string encode(const RowChunk& chunk)
{
    SectionWriter writer;
    addAll(writer, section::ids, chunk.ids);
    addAll(writer, section::articles, chunk.articles);
    addAll(writer, section::pictures, chunk.pictures);
    addAll(writer, section::byId, rowsById(chunk));
    writer.add(section::shown, chunk.shown.words());
    writer.add(section::hasCaption, chunk.hasCaption.words());
    writer.add(section::hasMentions, chunk.hasMentions.words());
    addAll(writer, section::hiddenCopies, chunk.hiddenCopies);
    for (std::size_t field = 0; field < rowFieldCount; ++field)
        addField(writer, static_cast<RowField>(field), chunk.fields[field], chunk.shown);
    return writer.finish();
}

void TextLists::add(std::span<const std::string_view> values)
{
    const std::size_t begin = codes.size();
    for (const std::string_view value : values) {
        const auto [place, isNew] =
            m_codeOf.try_emplace(std::string(value), static_cast<std::uint32_t>(textEnds.size()));
        if (isNew) {
            texts += value;
            textEnds.push_back(static_cast<std::uint32_t>(texts.size()));
        }
        if (std::find(codes.begin() + static_cast<std::ptrdiff_t>(begin), codes.end(), place->second) == codes.end())
            codes.push_back(place->second);
    }
    ends.push_back(static_cast<std::uint32_t>(codes.size()));
}

std::string encode(const ArticleChunk& chunk)
{
    SectionWriter writer;
    writer.add(section::hasTitle, chunk.hasTitle.words());
    writer.add(section::hasAbstract, chunk.hasAbstract.words());
    for (std::size_t field = 0; field < articleFieldCount; ++field) {
        const TextLists& lists = chunk.fields[field];
        const auto name = static_cast<ArticleField>(field);
        addAll(writer, section::of(name, 0), lists.ends);
        addAll(writer, section::of(name, 1), lists.codes);
        addAll(writer, section::of(name, 2), lists.textEnds);
        writer.addBytes(section::of(name, 3), lists.texts);
    }
    return writer.finish();
}

} // namespace biomedica::catalog
