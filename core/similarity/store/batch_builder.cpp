#include "core/similarity/store/batch_builder.h"

#include "core/base/file.h"
#include "core/similarity/arithmetic/sign_code.h"
#include "core/similarity/store/batch_encoding.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace biomedica::similarity {

namespace {

/// Everything that a file holds, in its order.
struct Contents {
    std::vector<FigureId> ids; ///< by row on the disk
    const std::vector<FigureId>& erased;
    const EncodedRows& encoded;
    const HalfRows& rows;
};

/// Appends sections, each filled up to where the next one begins.
class SectionedFile {
public:
    explicit SectionedFile(File file) : m_file(std::move(file)) {}

    Result<void> append(std::string_view bytes)
    {
        m_hash.add(bytes);
        m_size += bytes.size();
        return m_file.append(bytes);
    }
    template <typename T>
    Result<void> append(const std::vector<T>& values)
    {
        return append(std::string_view(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)));
    }
    template <typename T>
    Result<void> appendSection(const T& values)
    {
        TRY_VOID(append(values));
        return fill();
    }
    Result<void> fill()
    {
        const std::size_t missing = (BatchLayout::alignment - m_size % BatchLayout::alignment) % BatchLayout::alignment;
        return append(std::string(missing, '\0'));
    }
    Result<void> finish(BatchFooter footer)
    {
        footer.contentHash = m_hash.finish();
        footer.hash = footerHash(footer);
        TRY_VOID(m_file.append({reinterpret_cast<const char*>(&footer), sizeof footer}));
        return m_file.sync();
    }

private:
    File m_file;
    ContentHash m_hash;
    std::uint64_t m_size = 0;
};

Result<void> appendRows(SectionedFile& file, const HalfRows& rows, const std::vector<std::uint32_t>& order)
{
    constexpr std::size_t atOnce = 1024;
    std::vector<Half> piece;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto row = rows.row(order[i]);
        piece.insert(piece.end(), row.begin(), row.end());
        if ((i + 1) % atOnce == 0 || i + 1 == order.size()) {
            TRY_VOID(file.append(piece));
            piece.clear();
        }
    }
    return file.fill();
}

std::vector<std::uint32_t> rowsById(std::span<const FigureId> ids)
{
    std::vector<std::uint32_t> rows(ids.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return ids[a] < ids[b]; });
    return rows;
}

void copyText(const std::string& text, char (&field)[208])
{
    std::memcpy(field, text.data(), std::min(text.size(), longestModelText));
}

BatchFooter footerOf(const ModelInfo& model, const Contents& contents)
{
    const std::size_t bytes = blockBytes(Rotation::coordinatesOf(model.dimensions));
    BatchFooter footer;
    footer.dimensions = model.dimensions;
    footer.rows = static_cast<std::uint32_t>(contents.ids.size());
    footer.erased = static_cast<std::uint32_t>(contents.erased.size());
    footer.lists = static_cast<std::uint32_t>(contents.encoded.lists.size());
    footer.blocks = static_cast<std::uint32_t>(contents.encoded.blocks.size() / bytes);
    footer.spread = contents.encoded.spread;
    copyText(model.name, footer.name);
    copyText(model.recipe, footer.recipe);
    return footer;
}

Result<void> writeFile(const std::filesystem::path& path, const ModelInfo& model, const Contents& contents,
                       const Job& job)
{
    TRY(File created, File::createForWriting(path));
    SectionedFile file(std::move(created));
    std::string head(batchMagic);
    head.append(reinterpret_cast<const char*>(&batchVersion), sizeof batchVersion);
    TRY_VOID(file.appendSection(head));
    TRY_VOID(file.appendSection(contents.ids));
    TRY_VOID(file.appendSection(rowsById(contents.ids)));
    TRY_VOID(file.appendSection(contents.erased));
    TRY_VOID(file.appendSection(contents.encoded.lists));
    TRY_VOID(file.appendSection(contents.encoded.centres));
    TRY_VOID(file.appendSection(contents.encoded.blocks));
    TRY_VOID(appendRows(file, contents.rows, contents.encoded.order));
    TRY_VOID(job.check());
    return file.finish(footerOf(model, contents));
}

} // namespace

BatchBuilder::BatchBuilder(ModelInfo model) : m_model(std::move(model)) {}

void BatchBuilder::add(FigureId id, std::span<const Half> row)
{
    const auto [place, isNew] = m_rowOf.try_emplace(id, static_cast<std::uint32_t>(m_ids.size()));
    if (isNew) {
        m_ids.push_back(id);
        m_rows.insert(m_rows.end(), row.begin(), row.end());
    } else {
        std::copy(row.begin(), row.end(), m_rows.begin() + std::ptrdiff_t{place->second} * m_model.dimensions);
    }
}

void BatchBuilder::remove(FigureId id)
{
    const auto place = m_rowOf.find(id);
    if (place == m_rowOf.end())
        return;
    const std::ptrdiff_t row = place->second;
    m_rowOf.erase(place);
    if (m_ids.back() != id) { // the last row takes its place
        m_rowOf[m_ids.back()] = static_cast<std::uint32_t>(row);
        m_ids[static_cast<std::size_t>(row)] = m_ids.back();
        std::copy(m_rows.end() - m_model.dimensions, m_rows.end(), m_rows.begin() + row * m_model.dimensions);
    }
    m_ids.pop_back();
    m_rows.resize(m_rows.size() - m_model.dimensions);
}

Result<void> BatchBuilder::write(const std::filesystem::path& path, unsigned threads, const Job& job)
{
    const HalfRows rows{m_rows, m_model.dimensions};
    TRY(const EncodedRows encoded, encodeRows(rows, threads, job));
    std::sort(m_erased.begin(), m_erased.end());
    m_erased.erase(std::unique(m_erased.begin(), m_erased.end()), m_erased.end());
    Contents contents{{}, m_erased, encoded, rows};
    contents.ids.reserve(m_ids.size());
    for (const std::uint32_t row : encoded.order)
        contents.ids.push_back(m_ids[row]);

    const std::filesystem::path part = path.string() + ".part";
    if (auto written = writeFile(part, m_model, contents, job); !written) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        return written.error();
    }
    return renameDurably(part, path);
}

void BatchBuilder::clear()
{
    *this = BatchBuilder(m_model);
}

} // namespace biomedica::similarity
