// Vectors from elsewhere and for elsewhere: Similarity's imports and exports.

#include "core/base/file.h"
#include "core/base/ranked_bitmap.h"
#include "core/base/text.h"
#include "core/models/descriptor.h"
#include "core/similarity/npy.h"
#include "core/similarity/store/unit_length.h"
#include "core/similarity/store/vector_writer.h"
#include "core/workspace/similarity.h"
#include "core/workspace/vector_files.h"
#include "core/workspace/vector_rows.h"
#include "core/workspace/workspace.h"

namespace biomedica::workspace {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t rowsAtOnce = 1024;
constexpr std::size_t mostNamed = 10;
/// Keys of a list, or figures with members, that a preview looks at: half a second.
constexpr std::size_t mostLookedUp = 10'000, mostMembers = 100;

Result<similarity::NpyReader> openVectors(const fs::path& npy)
{
    TRY(similarity::NpyReader file, similarity::NpyReader::open(npy));
    if (file.header().dimensions > similarity::mostDimensions) // a thousand rows are held in memory
        return Error(ErrorKind::Invalid, "'" + npy.string() + "' holds vectors of "
                                             + counted(file.header().dimensions, "number") + "; up to "
                                             + withThousands(similarity::mostDimensions)
                                             + " are taken in: vectors are an array of n × d");
    return file;
}

/// The rows of a file, some at a time: the first or the second time that they are gone through.
enum class Pass { Checking, Adding };
template <typename Visitor>
Result<void> forEachRow(const similarity::NpyReader& file, Pass pass, const Job& job, Visitor visit)
{
    const std::size_t dimensions = file.header().dimensions;
    const std::uint64_t rows = file.header().rows, before = pass == Pass::Adding ? rows : 0;
    std::vector<float> numbers(rowsAtOnce * dimensions);
    for (std::uint64_t first = 0; first < rows;) {
        TRY_VOID(job.check());
        TRY(const std::size_t count, file.read(first, numbers));
        for (std::size_t i = 0; i < count; ++i)
            TRY_VOID(visit(first + i, std::span<const float>(numbers).subspan(i * dimensions, dimensions)));
        first += count;
        job.tell((before + first) / 2, rows, {});
    }
    return {};
}

Error noneKnown(const std::vector<std::string>& keys, const fs::path& list)
{
    return Error(ErrorKind::NotFound, "none of the " + counted(keys.size(), "key") + " in '" + list.string()
                                          + "' names a figure of this collection, the first is '" + keys.front()
                                          + "'; nothing was taken in: choose the list that belongs to these figures");
}

Error noMembers(const std::string& extension)
{
    return Error(ErrorKind::NotFound,
                 "no figure of the collection has a member ." + extension + " with a vector; nothing was taken in");
}

/// The one vector of a shard's member.
Result<std::vector<float>> vectorIn(const similarity::NpyReader& member)
{
    if (member.header().rows != 1)
        return Error(ErrorKind::Invalid, "holds " + counted(member.header().rows, "vector") + ", not one");
    std::vector<float> vector(member.header().dimensions);
    TRY_VOID(member.read(0, vector));
    std::vector<float> scaled(vector.size());
    TRY_VOID(similarity::scaleToLengthOne(vector, scaled));
    return vector;
}

/// Unless it was renamed.
struct RemovedAtEnd {
    const fs::path& path;
    ~RemovedAtEnd()
    {
        std::error_code problem;
        fs::remove(path, problem);
    }
};

} // namespace

/// Vectors on their way into a model's store: all of them count at commit(), or none does, and a store that was made
/// for them goes.
class Similarity::Intake {
public:
    Intake(Similarity& similarity, std::string model) : m_similarity(similarity), m_model(std::move(model)) {}
    Intake(const Intake&) = delete;
    Intake& operator=(const Intake&) = delete;
    ~Intake()
    {
        m_writer.reset();
        if (m_isNew && !m_isCommitted)
            m_similarity.forget(m_model);
    }

    /// Before the first, once it is known that there is one.
    Result<void> begin(int dimensions)
    {
        const auto known = m_similarity.store(m_model);
        TRY(const StorePointer store, m_similarity.storeForImport(m_model, dimensions));
        m_isNew = !known;
        TRY(similarity::VectorWriter writer, store->writer());
        writer.holdBack();
        m_writer.emplace(std::move(writer));
        return {};
    }
    bool isBegun() const { return m_writer.has_value(); }

    Result<void> add(FigureId figure, std::span<const float> vector, const Job& job)
    {
        return m_writer->add(figure, vector, job);
    }

    Result<void> commit(const Job& job)
    {
        TRY_VOID(m_writer->commit(job));
        m_isCommitted = true;
        return {};
    }

private:
    Similarity& m_similarity;
    std::string m_model;
    std::optional<similarity::VectorWriter> m_writer;
    bool m_isNew = false, m_isCommitted = false;
};

Result<void> Similarity::checkImport(const std::string& model, int dimensions)
{
    const auto known = store(model);
    if (!known && known.error().kind() != ErrorKind::NotFound)
        return known.error();
    int expected = dimensions;
    if (known) {
        expected = static_cast<int>((*known)->model().dimensions);
    } else if (model == builtinModel) {
        TRY(const models::Descriptor descriptor, models::Descriptor::builtin());
        expected = descriptor.dimensions();
    }
    if (expected == dimensions || dimensions == 0)
        return {};
    return Error(ErrorKind::Invalid, "vectors of the model '" + model + "' have "
                                         + counted(static_cast<unsigned>(expected), "number") + " here, these "
                                         + std::to_string(dimensions) + ": take them in under another name of a model");
}

Result<Similarity::StorePointer> Similarity::storeForImport(const std::string& model, int dimensions)
{
    TRY_VOID(checkImport(model, dimensions));
    if (auto known = store(model))
        return known;
    std::string recipe = "imported";
    if (model == builtinModel) {
        TRY(const models::Descriptor descriptor, models::Descriptor::builtin()); // made by a program of this version
        recipe = descriptor.version();
    }
    return create({model, recipe, static_cast<std::uint32_t>(dimensions)});
}

void Similarity::forget(const std::string& model)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_stores, [&](const StorePointer& store) { return store->folder() == folderOf(model); });
    std::error_code ignored;
    fs::remove_all(folderOf(model), ignored);
}

Result<std::optional<RowId>> Similarity::rowOf(const std::string& key)
{
    const auto row = m_workspace.resolveKey(key);
    if (row)
        return std::optional(*row);
    if (row.error().kind() == ErrorKind::NotFound)
        return std::optional<RowId>();
    return row.error();
}

Result<VectorPreview> Similarity::previewVectors(const fs::path& npy, const fs::path& keysFile, const Job& job)
{
    TRY(const similarity::NpyReader file, openVectors(npy));
    TRY(const std::vector<std::string> keys, readKeyList(keysFile, file.header().rows, npy));
    VectorPreview preview;
    preview.rows = file.header().rows;
    preview.dimensions = static_cast<int>(file.header().dimensions);
    preview.isHalf = file.header().type == similarity::NpyType::Float16;
    const std::size_t step = (keys.size() + mostLookedUp - 1) / mostLookedUp;
    for (std::size_t i = 0; i < keys.size(); i += step) {
        TRY_VOID(job.check());
        TRY(const auto row, rowOf(keys[i]));
        ++preview.lookedUp;
        preview.known += row ? 1 : 0;
        if (!row && preview.unknownKeys.size() < mostNamed)
            preview.unknownKeys.push_back(keys[i]);
    }
    if (preview.known == 0 && preview.lookedUp == keys.size())
        return noneKnown(keys, keysFile);
    return preview;
}

Result<VectorPreview> Similarity::previewMembers(const std::string& extension, const Job& job)
{
    TRY(const auto now, m_workspace.snapshot());
    const RankedBitmap shown(now->columns->shown);
    VectorPreview preview;
    preview.rows = shown.count();
    preview.lookedUp = std::min(shown.count(), mostMembers);
    for (std::size_t i = 0; i < preview.lookedUp; ++i) {
        TRY_VOID(job.check());
        const RowId row(shown.select(i * shown.count() / preview.lookedUp));
        TRY(const std::optional<std::string> bytes, m_workspace.memberBytes(row, extension));
        if (!bytes)
            continue;
        const auto file = similarity::NpyReader::ofBytes(*bytes);
        const auto vector = file ? vectorIn(*file) : Result<std::vector<float>>(file.error());
        if (!vector) {
            preview.problem = preview.problem.empty() ? vector.error().message() : preview.problem;
            continue;
        }
        if (preview.known++ > 0)
            continue;
        preview.dimensions = static_cast<int>(vector->size());
        preview.isHalf = file->header().type == similarity::NpyType::Float16;
    }
    return preview;
}

/// Two rows for one figure: the one or the other is not its vector.
Error namedTwice(const std::vector<std::string>& keys, const fs::path& list, std::ptrdiff_t earlier, std::size_t second)
{
    const auto first = static_cast<std::size_t>(earlier);
    return Error(ErrorKind::Invalid, "'" + list.string() + "' names the same figure twice, by '" + keys[first]
                                         + "' for row " + std::to_string(first + 1) + " and by '" + keys[second]
                                         + "' for row " + std::to_string(second + 1)
                                         + "; nothing was taken in: mend the key that is wrong, or leave out one of "
                                           "them and its row");
}

Result<VectorExchange> Similarity::importVectors(const fs::path& npy, const fs::path& keysFile,
                                                 const std::string& model, const Job& job)
{
    TRY(const similarity::NpyReader file, openVectors(npy));
    TRY(const std::vector<std::string> keys, readKeyList(keysFile, file.header().rows, npy));
    VectorExchange exchange;
    exchange.model = model;
    exchange.dimensions = static_cast<int>(file.header().dimensions);
    TRY_VOID(checkImport(model, exchange.dimensions));
    TRY(const auto now, m_workspace.snapshot());
    std::vector<std::optional<FigureId>> figures;
    Bitmap named(now->columns->rows());
    std::vector<float> scaled(file.header().dimensions);
    const auto check = [&](std::uint64_t place, std::span<const float> vector) -> Result<void> {
        const std::string& key = keys[place];
        if (const auto problem = similarity::scaleToLengthOne(vector, scaled); !problem)
            return Error(ErrorKind::Invalid,
                         "'" + npy.string() + "', row " + std::to_string(place + 1) + " (key '" + key
                             + "'): " + problem.error().message()
                             + "; nothing was taken in: mend that row, or leave it and its key out");
        TRY_VOID(job.check());
        TRY(auto row, rowOf(key));
        if (row && row->value >= named.size()) // another program has added it just now
            row.reset();
        const auto figure = row ? std::optional(now->columns->ids[row->value]) : std::nullopt;
        if (row && named.test(row->value))
            return namedTwice(keys, keysFile, std::ranges::find(figures, figure) - figures.begin(), place);
        if (row)
            named.set(row->value);
        figures.push_back(figure);
        exchange.figures += row ? 1 : 0;
        if (!row && exchange.unknown++ < mostNamed)
            exchange.unknownKeys.push_back(key);
        return {};
    };
    TRY_VOID(forEachRow(file, Pass::Checking, job, check));
    if (exchange.figures == 0)
        return noneKnown(keys, keysFile);
    Intake intake(*this, model);
    TRY_VOID(intake.begin(exchange.dimensions));
    TRY_VOID(forEachRow(file, Pass::Adding, job, [&](std::uint64_t row, std::span<const float> vector) {
        return figures[row] ? intake.add(*figures[row], vector, job) : Result<void>();
    }));
    TRY_VOID(intake.commit(job));
    return exchange;
}

Result<VectorExchange> Similarity::importMembers(const std::string& extension, const std::string& model, const Job& job,
                                                 const ProblemSink& report)
{
    VectorExchange exchange;
    exchange.model = model;
    Intake intake(*this, model);
    TRY(const auto now, m_workspace.snapshot());
    std::vector<RowId> rows;
    now->columns->shown.forEach([&](std::uint32_t row) { rows.emplace_back(row); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TRY_VOID(job.check());
        job.tell(i, rows.size(), {});
        TRY(const std::optional<std::string> bytes, m_workspace.memberBytes(rows[i], extension));
        if (!bytes)
            continue;
        const auto file = similarity::NpyReader::ofBytes(*bytes);
        auto vector = file ? vectorIn(*file) : Result<std::vector<float>>(file.error());
        if (vector && !intake.isBegun()) {
            exchange.dimensions = static_cast<int>(vector->size());
            TRY_VOID(intake.begin(exchange.dimensions));
        }
        if (vector && static_cast<int>(vector->size()) != exchange.dimensions)
            vector = Error(ErrorKind::Invalid, "has " + counted(vector->size(), "number") + ", the first vector "
                                                   + std::to_string(exchange.dimensions));
        if (vector) {
            TRY_VOID(intake.add(now->columns->ids[rows[i].value], *vector, job));
            ++exchange.figures;
        } else {
            TRY(const FigureSummary figure, m_workspace.summary(rows[i]));
            report({figure.shard, {figure.key, "the member ." + extension + ": " + vector.error().message(), false}});
        }
    }
    if (!intake.isBegun())
        return noMembers(extension);
    TRY_VOID(intake.commit(job));
    return exchange;
}

Result<VectorExchange> Similarity::exportVectors(const fs::path& npy, const fs::path& keysFile,
                                                 const std::string& model, const Job& job)
{
    TRY(const StorePointer opened, store(model));
    TRY(const auto now, m_workspace.snapshot());
    const VectorRows vectors(opened->current(), now->columns);
    VectorExchange exchange;
    exchange.model = model;
    exchange.dimensions = static_cast<int>(vectors.set().model().dimensions);
    exchange.figures = vectors.figures();
    if (exchange.figures == 0)
        return Error(ErrorKind::NotFound, "no figure of the collection has a vector of the model '" + model + "'");
    fs::path unfinished = npy;
    unfinished += ".part"; // whatever stood under the name stays until all is written
    const RemovedAtEnd leftover{unfinished};
    TRY(similarity::NpyWriter file, similarity::NpyWriter::create(unfinished, similarity::NpyType::Float16,
                                                                  exchange.figures, vectors.set().model().dimensions));
    std::string keys;
    std::vector<float> vector(vectors.set().model().dimensions);
    Result<void> outcome;
    std::size_t done = 0;
    now->columns->shown.forEach([&](std::uint32_t row) {
        const auto position = outcome ? vectors.positionOf(RowId(row)) : std::nullopt;
        if (!position)
            return;
        outcome = job.check();
        job.tell(done++, exchange.figures, {});
        vectors.set().copyRow(*position, vector);
        if (outcome)
            outcome = file.append(vector);
        const auto name = nameOf(RowId(row));
        if (!name)
            outcome = name.error();
        else
            keys.append(*name).append(1, '\n');
    });
    TRY_VOID(outcome);
    TRY_VOID(vectors.check());
    TRY_VOID(file.finish());
    TRY_VOID(writeFileDurably(keysFile, keys));
    TRY_VOID(renameDurably(unfinished, npy));
    return exchange;
}

} // namespace biomedica::workspace
