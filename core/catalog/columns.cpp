#include "core/catalog/columns.h"

#include "core/base/text.h"
#include "core/catalog/chunks.h"
#include "core/catalog/schema.h"

#include <algorithm>

namespace biomedica::catalog {

namespace {

constexpr std::int64_t answered = 1;

std::vector<std::string> listFrom(std::string_view joined)
{
    return joined.empty() ? std::vector<std::string>() : split(joined, listSeparator);
}

/// What holds a part's memory.
struct ChunkNumbers {
    std::shared_ptr<const SectionFile> file;
    std::vector<CodedRows::Number> numberOf; ///< by code
};

/// Takes a field from the files; numberOf(meaning) gives the column's numbers.
class FieldReader {
public:
    FieldReader(const SectionFiles& files, std::size_t rows) : m_files(files), m_rows(rows) {}

    template <typename NumberOf>
    CodedRows read(RowField field, NumberOf numberOf, std::vector<std::uint32_t>& totals)
    {
        std::vector<CodedRows::Part> parts;
        totals.clear();
        for (const auto& file : m_files) {
            auto numbers = std::make_shared<ChunkNumbers>(ChunkNumbers{file, {}});
            for (const std::int64_t meaning : file->values<std::int64_t>(section::of(field, 1)))
                numbers->numberOf.push_back(meaning == CodeList::nothing ? 0 : numberOf(meaning));
            addTotals(totals, numbers->numberOf, file->values<std::uint32_t>(section::of(field, 2)));
            addParts(parts, std::move(numbers), file->bytes(section::of(field, 0)),
                     file->values<FigureId>(section::ids).size());
        }
        return CodedRows(m_rows, std::move(parts));
    }

private:
    static void addTotals(std::vector<std::uint32_t>& totals, const std::vector<CodedRows::Number>& numberOf,
                          std::span<const std::uint32_t> ofCodes)
    {
        for (std::size_t code = 0; code < std::min(numberOf.size(), ofCodes.size()); ++code) {
            totals.resize(std::max<std::size_t>(totals.size(), numberOf[code] + std::size_t{1}));
            totals[numberOf[code]] += ofCodes[code];
        }
    }

    static void addParts(std::vector<CodedRows::Part>& parts, std::shared_ptr<const ChunkNumbers> numbers,
                         std::string_view codes, std::size_t rows)
    {
        const auto width = static_cast<std::uint32_t>(rows == 0 ? 1 : codes.size() / rows);
        for (std::size_t first = 0; first < rows; first += CodedRows::rowsInPart)
            parts.push_back({codes.data() + first * width, numbers->numberOf.data(),
                             static_cast<std::uint32_t>(numbers->numberOf.size()), width, numbers});
    }

    const SectionFiles& m_files;
    std::size_t m_rows;
};

Bitmap joined(const SectionFiles& files, std::uint32_t name, std::size_t size)
{
    Bitmap bitmap(size);
    const auto words = bitmap.words();
    std::size_t at = 0;
    for (const auto& file : files) {
        const auto part = file->values<std::uint64_t>(name);
        std::copy(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(std::min(part.size(), words.size() - at)),
                  words.begin() + static_cast<std::ptrdiff_t>(at));
        at = std::min(words.size(), at + part.size());
    }
    return bitmap;
}

Result<MappedArray> sideBySide(const SectionFiles& files, std::uint32_t name)
{
    std::vector<MappedArray::Piece> pieces;
    for (const auto& file : files)
        pieces.push_back({file->path(), file->offset(name), file->bytes(name).size(), file->bytes(name)});
    return MappedArray::of(pieces);
}

} // namespace

class ColumnsBuilder {
public:
    ColumnsBuilder(const SectionFiles& rowFiles, const SectionFiles& articleFiles, const ColumnNames& names)
        : m_rowFiles(rowFiles), m_articleFiles(articleFiles), m_names(names), m_columns(std::make_shared<Columns>())
    {
    }

    Result<std::shared_ptr<Columns>> build()
    {
        TRY(m_columns->m_ids, sideBySide(m_rowFiles, section::ids));
        TRY(m_columns->m_articles, sideBySide(m_rowFiles, section::articles));
        m_columns->ids = m_columns->m_ids.as<FigureId>();
        m_columns->articles = m_columns->m_articles.as<ArticleId>();
        m_columns->m_files = m_rowFiles;
        m_columns->m_files.insert(m_columns->m_files.end(), m_articleFiles.begin(), m_articleFiles.end());
        takeRows();
        takeArticles();
        return std::move(m_columns);
    }

private:
    void takeRows()
    {
        const std::size_t rows = m_columns->rows();
        m_columns->shown = joined(m_rowFiles, section::shown, rows);
        m_columns->hasCaption = joined(m_rowFiles, section::hasCaption, rows);
        m_columns->hasMentions = joined(m_rowFiles, section::hasMentions, rows);
        m_columns->m_figureCount = m_columns->shown.count();
        std::uint32_t first = 0;
        for (const auto& file : m_rowFiles) {
            m_columns->m_byId.push_back({first, file->values<std::uint32_t>(section::byId)});
            first += rowsInChunk;
        }
        takeShards();
        for (const auto& [field, column] :
             {std::pair(RowField::Cluster, &m_columns->cluster), std::pair(RowField::License, &m_columns->license),
              std::pair(RowField::Journal, &m_columns->journal), std::pair(RowField::PanelType, &m_columns->panelType),
              std::pair(RowField::PanelSubtype, &m_columns->panelSubtype),
              std::pair(RowField::Primary, &m_columns->primary), std::pair(RowField::Secondary, &m_columns->secondary)})
            takeTerms(field, *column);
        take(RowField::IsAnswered, m_columns->importedSource, [](std::int64_t meaning) {
            return meaning == answered ? std::vector<std::string>{"imported"} : std::vector<std::string>();
        });
        m_columns->years = numbers(RowField::Year);
        m_columns->widths = numbers(RowField::Width);
        m_columns->heights = numbers(RowField::Height);
    }

    /// `textsOf` a meaning; asked once for each.
    template <typename TextsOf>
    void take(RowField field, Column& column, TextsOf textsOf)
    {
        std::unordered_map<std::int64_t, Column::SetIndex> sets;
        std::vector<std::uint32_t> totals;
        CodedRows rows = FieldReader(m_rowFiles, m_columns->rows())
                             .read(
                                 field,
                                 [&](std::int64_t meaning) {
                                     const auto [place, isNew] = sets.try_emplace(meaning, Column::emptySet);
                                     if (isNew)
                                         place->second = column.intern(textsOf(meaning));
                                     return place->second;
                                 },
                                 totals);
        column.setRows(std::move(rows), std::move(totals));
    }

    void takeTerms(RowField field, Column& column)
    {
        const bool isList = field != RowField::License && field != RowField::Journal;
        take(field, column, [&](std::int64_t meaning) {
            const auto term = m_names.terms.find(meaning);
            if (term == m_names.terms.end())
                return std::vector<std::string>();
            return isList ? listFrom(term->second) : std::vector{term->second};
        });
    }

    void takeShards()
    {
        const auto named = [&](Column& column, auto nameOf) {
            take(RowField::Shard, column, [&](std::int64_t meaning) {
                const auto shard = m_names.shards.find(meaning);
                return shard == m_names.shards.end() ? std::vector<std::string>() : std::vector{nameOf(shard->second)};
            });
        };
        named(m_columns->shard, [](const auto& shard) { return shard.first; });
        named(m_columns->subset, [](const auto& shard) { return shard.second; });
    }

    NumberColumn numbers(RowField field)
    {
        std::vector<std::int32_t> values{NumberColumn::absent};
        std::unordered_map<std::int64_t, std::uint32_t> numberOf;
        std::vector<std::uint32_t> totals;
        CodedRows rows = FieldReader(m_rowFiles, m_columns->rows())
                             .read(
                                 field,
                                 [&](std::int64_t meaning) {
                                     const auto [place, isNew] =
                                         numberOf.try_emplace(meaning, static_cast<std::uint32_t>(values.size()));
                                     if (isNew)
                                         values.push_back(static_cast<std::int32_t>(meaning));
                                     return place->second;
                                 },
                                 totals);
        return NumberColumn(std::move(rows), std::move(values), std::move(totals));
    }

    void takeArticles()
    {
        for (const auto& [field, column] :
             {std::pair(ArticleField::Pmcid, &m_columns->pmcid), std::pair(ArticleField::Mesh, &m_columns->mesh),
              std::pair(ArticleField::Keyword, &m_columns->keyword),
              std::pair(ArticleField::Subject, &m_columns->subject)}) {
            std::vector<ArticleColumn::Part> parts;
            for (const auto& file : m_articleFiles)
                parts.push_back({file->values<std::uint32_t>(section::of(field, 0)),
                                 file->values<std::uint32_t>(section::of(field, 1)),
                                 file->values<std::uint32_t>(section::of(field, 2)), file->bytes(section::of(field, 3)),
                                 file});
            *column = ArticleColumn(std::move(parts));
        }
        const std::size_t articles = m_columns->pmcid.articles();
        m_columns->hasTitle = joined(m_articleFiles, section::hasTitle, articles);
        m_columns->hasAbstract = joined(m_articleFiles, section::hasAbstract, articles);
    }

    const SectionFiles& m_rowFiles;
    const SectionFiles& m_articleFiles;
    const ColumnNames& m_names;
    std::shared_ptr<Columns> m_columns;
};

Result<std::shared_ptr<Columns>> columnsFrom(const SectionFiles& rowFiles, const SectionFiles& articleFiles,
                                             const ColumnNames& names)
{
    return ColumnsBuilder(rowFiles, articleFiles, names).build();
}

bool Columns::areDamaged() const
{
    return m_ids.isDamaged() || m_articles.isDamaged()
           || std::any_of(m_files.begin(), m_files.end(), [](const auto& file) { return file->isDamaged(); });
}

Result<void> Columns::check() const
{
    const auto checkAll = [this]() -> Result<void> {
        TRY_VOID(m_ids.check());
        TRY_VOID(m_articles.check());
        for (const auto& file : m_files)
            TRY_VOID(file->check());
        return {};
    };
    if (const auto whole = checkAll(); !whole)
        return Error(
            whole.error().kind(),
            "the columns in " + whole.error().message()
                + ": ask again, or index the collection again (biomedica index COLLECTION), to make them anew");
    return {};
}

std::optional<RowId> Columns::rowOf(FigureId id) const
{
    for (const RowsById& part : m_byId) {
        const auto idAt = [&](std::size_t place) { return ids[part.firstRow + part.places[place]]; };
        const std::size_t size = part.places.size();
        if (size == 0)
            continue;
        // Ids are hashes, so they lie evenly: where this one should be, give or take a few hundred.
        constexpr std::size_t reach = 2048;
        const auto guess =
            static_cast<std::size_t>(static_cast<double>(id.value) * 0x1p-64 * static_cast<double>(size));
        std::size_t low = guess > reach ? std::min(guess - reach, size - 1) : 0;
        std::size_t high = std::min(guess + reach, size);
        if (!(idAt(low) < id))
            low = 0;
        if (high < size && idAt(high) < id)
            high = size;
        const auto begin = part.places.begin();
        const auto found =
            std::lower_bound(begin + static_cast<std::ptrdiff_t>(low), begin + static_cast<std::ptrdiff_t>(high), id,
                             [&](std::uint32_t place, FigureId wanted) { return ids[part.firstRow + place] < wanted; });
        if (found != part.places.end() && ids[part.firstRow + *found] == id)
            return RowId(part.firstRow + *found);
    }
    return std::nullopt;
}

std::vector<std::uint32_t> Columns::figuresByArticle(const Bitmap& rows) const
{
    std::vector<std::uint32_t> figures(pmcid.articles());
    rows.forEach([&](std::uint32_t row) {
        if (const std::uint32_t article = articles[row].value; article < figures.size())
            ++figures[article];
    });
    if (!figures.empty())
        figures[0] = 0; // no article
    return figures;
}

std::size_t Columns::countArticles() const
{
    return pmcid.countDifferent(figuresByArticle(shown));
}

Bitmap Columns::rowsOfArticles(const Bitmap& wanted) const
{
    Bitmap found(rows());
    const auto from = shown.words();
    const auto to = found.words();
    for (std::size_t i = 0; i < from.size(); ++i)
        for (std::uint64_t word = from[i]; word != 0; word &= word - 1) {
            const auto bit = static_cast<std::size_t>(std::countr_zero(word));
            to[i] |= std::uint64_t{wanted.test(articles[i * 64 + bit].value)} << bit;
        }
    return found;
}

Bitmap duplicatesIn(const SectionFiles& rowFiles, const Columns& columns)
{
    Bitmap found(columns.rows());
    struct Picture {
        std::uint64_t hash;
        std::uint32_t row;
    };
    constexpr std::size_t inOneGo = 2'000'000; // of so many the sort takes 40 MB
    const std::size_t rounds = columns.rows() / inOneGo + 1;
    for (std::size_t round = 0; round < rounds; ++round) {
        std::vector<Picture> pictures;
        std::uint32_t row = 0;
        for (const auto& file : rowFiles)
            for (const std::uint64_t hash : file->values<std::uint64_t>(section::pictures)) {
                if (hash != 0 && hash % rounds == round && columns.shown.test(row))
                    pictures.push_back({hash, row});
                ++row;
            }
        std::sort(pictures.begin(), pictures.end(), [](const Picture& a, const Picture& b) { return a.hash < b.hash; });
        for (std::size_t i = 1; i < pictures.size(); ++i)
            if (pictures[i].hash == pictures[i - 1].hash) {
                found.set(pictures[i].row);
                found.set(pictures[i - 1].row);
            }
    }
    for (const auto& file : rowFiles)
        for (const std::uint64_t id : file->values<std::uint64_t>(section::hiddenCopies))
            if (const auto row = columns.rowOf(FigureId(id)))
                found.set(row->value);
    return found;
}

} // namespace biomedica::catalog
