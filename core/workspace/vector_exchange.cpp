// Vectors from elsewhere and for elsewhere: Similarity's imports and exports.

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/similarity/npy.h"
#include "core/similarity/store/unit_length.h"
#include "core/similarity/store/vector_writer.h"
#include "core/workspace/similarity.h"
#include "core/workspace/vector_rows.h"
#include "core/workspace/workspace.h"

namespace biomedica::workspace {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t rowsAtOnce = 1024;
constexpr std::size_t mostNamed = 10;

Result<std::vector<std::string>> readKeys(const fs::path& path)
{
    TRY(const std::string text, readFile(path));
    std::vector<std::string> keys;
    for (const std::string& line : split(text, '\n'))
        keys.emplace_back(trimmed(line));
    while (!keys.empty() && keys.back().empty())
        keys.pop_back();
    return keys;
}

/// The rows of a file, some at a time.
template <typename Visitor>
Result<void> forEachRow(const similarity::NpyReader& file, const Job& job, Visitor visit)
{
    const std::size_t dimensions = file.header().dimensions;
    std::vector<float> numbers(rowsAtOnce * dimensions);
    for (std::uint64_t first = 0; first < file.header().rows;) {
        TRY_VOID(job.check());
        TRY(const std::size_t count, file.read(first, numbers));
        for (std::size_t i = 0; i < count; ++i)
            TRY_VOID(visit(first + i, std::span<const float>(numbers).subspan(i * dimensions, dimensions)));
        first += count;
        job.tell(first, file.header().rows, {});
    }
    return {};
}

Result<void> checkRows(const similarity::NpyReader& file, const std::vector<std::string>& keys, const fs::path& path,
                       const Job& job)
{
    std::vector<float> scaled(file.header().dimensions);
    return forEachRow(file, job, [&](std::uint64_t row, std::span<const float> vector) -> Result<void> {
        const auto problem = similarity::scaleToLengthOne(vector, scaled);
        if (problem)
            return {};
        return Error(ErrorKind::Invalid, "'" + path.string() + "', row " + std::to_string(row + 1) + " (key '"
                                             + keys[row] + "'): " + problem.error().message()
                                             + "; nothing was taken in");
    });
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

Result<VectorExchange> Similarity::importVectors(const fs::path& npy, const fs::path& keysFile,
                                                 const std::string& model, const Job& job)
{
    TRY(const similarity::NpyReader file, similarity::NpyReader::open(npy));
    if (file.header().dimensions > similarity::mostDimensions) // a thousand rows are held in memory
        return Error(ErrorKind::Invalid, "'" + npy.string() + "' holds vectors of "
                                             + std::to_string(file.header().dimensions) + " numbers; up to "
                                             + std::to_string(similarity::mostDimensions)
                                             + " are taken in: vectors are an array of n × d");
    TRY(const std::vector<std::string> keys, readKeys(keysFile));
    if (keys.size() != file.header().rows)
        return Error(ErrorKind::Invalid, "'" + keysFile.string() + "' has " + std::to_string(keys.size())
                                             + " keys for the " + std::to_string(file.header().rows) + " rows of '"
                                             + npy.string() + "': each row needs one, in the same order");
    TRY_VOID(checkRows(file, keys, npy, job));
    VectorExchange exchange;
    exchange.model = model;
    exchange.dimensions = static_cast<int>(file.header().dimensions);
    TRY(const auto now, m_workspace.snapshot());
    std::vector<std::optional<FigureId>> figures;
    for (const std::string& key : keys) {
        TRY_VOID(job.check());
        const auto row = m_workspace.resolveKey(key);
        if (!row && row.error().kind() != ErrorKind::NotFound)
            return Error(row.error().kind(), row.error().message() + "; nothing was taken in");
        figures.push_back(row ? std::optional(now->columns->ids[row->value]) : std::nullopt);
        exchange.figures += row ? 1 : 0;
        if (!row && exchange.unknown++ < mostNamed)
            exchange.unknownKeys.push_back(key);
    }
    if (exchange.figures == 0)
        return Error(ErrorKind::NotFound, "none of the " + std::to_string(keys.size()) + " keys in '"
                                              + keysFile.string()
                                              + "' names a figure of this collection, the first is '" + keys.front()
                                              + "'; nothing was taken in");
    TRY(const StorePointer store, storeForImport(model, exchange.dimensions));
    TRY(similarity::VectorWriter writer, store->writer());
    TRY_VOID(forEachRow(file, job, [&](std::uint64_t row, std::span<const float> vector) -> Result<void> {
        return figures[row] ? writer.add(*figures[row], vector, job) : Result<void>();
    }));
    TRY_VOID(writer.commit(job));
    return exchange;
}

Result<VectorExchange> Similarity::importMembers(const std::string& extension, const std::string& model, const Job& job,
                                                 const ProblemSink& report)
{
    VectorExchange exchange;
    exchange.model = model;
    StorePointer store;
    std::optional<similarity::VectorWriter> writer;
    TRY(const auto now, m_workspace.snapshot());
    std::vector<RowId> rows;
    now->columns->shown.forEach([&](std::uint32_t row) { rows.emplace_back(row); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TRY_VOID(job.check());
        job.tell(i, rows.size(), {});
        TRY(const std::optional<std::string> bytes, m_workspace.memberBytes(rows[i], extension));
        if (!bytes)
            continue;
        const auto take = [&]() -> Result<void> {
            TRY(const similarity::NpyReader file, similarity::NpyReader::ofBytes(*bytes));
            if (file.header().rows != 1)
                return Error(ErrorKind::Invalid, "holds " + std::to_string(file.header().rows) + " vectors, not one");
            std::vector<float> vector(file.header().dimensions);
            TRY_VOID(file.read(0, vector));
            if (!writer) {
                std::vector<float> scaled(vector.size());
                TRY_VOID(similarity::scaleToLengthOne(vector, scaled));
                exchange.dimensions = static_cast<int>(vector.size());
                TRY(store, storeForImport(model, exchange.dimensions));
                TRY(similarity::VectorWriter begun, store->writer());
                writer.emplace(std::move(begun));
            }
            return writer->add(now->columns->ids[rows[i].value], vector, job);
        };
        if (const auto taken = take(); taken) {
            ++exchange.figures;
        } else {
            TRY(const FigureSummary figure, m_workspace.summary(rows[i]));
            report({figure.shard, {figure.key, "the member ." + extension + ": " + taken.error().message(), false}});
        }
    }
    if (!writer)
        return Error(ErrorKind::NotFound,
                     "no figure of the collection has a member ." + extension + " with a vector; nothing was taken in");
    TRY_VOID(writer->commit(job));
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
