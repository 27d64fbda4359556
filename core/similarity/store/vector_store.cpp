#include "core/similarity/store/vector_store.h"

#include "core/base/file.h"
#include "core/similarity/store/store_index.h"
#include "core/similarity/store/vector_writer.h"

#include <algorithm>

namespace biomedica::similarity {

namespace {

std::string describe(const ModelInfo& model)
{
    return "'" + model.name + "' (" + model.recipe + ", " + std::to_string(model.dimensions) + " dimensions)";
}

std::uint64_t numberOf(const VectorBatch& batch)
{
    return std::stoull(batch.path().stem().string());
}

} // namespace

Result<std::shared_ptr<VectorStore>> VectorStore::create(const std::filesystem::path& folder, const ModelInfo& model)
{
    TRY_VOID(checkModel(model));
    std::error_code ignored;
    if (std::filesystem::exists(indexPath(folder), ignored))
        return Error(ErrorKind::Invalid, "'" + folder.string() + "' holds vectors already");
    TRY_VOID(makeFolders(folder));
    TRY_VOID(writeIndex(folder, {model, 0, {}}));
    return open(folder);
}

Result<std::shared_ptr<VectorStore>> VectorStore::open(const std::filesystem::path& folder)
{
    TRY(const StoreIndex index, readIndex(folder));
    std::shared_ptr<VectorStore> store(new VectorStore(folder, index.model));
    TRY_VOID(store->refresh());
    return store;
}

Result<std::shared_ptr<VectorStore>> VectorStore::openOrCreate(const std::filesystem::path& folder,
                                                               const ModelInfo& model)
{
    auto store = open(folder);
    if (!store && store.error().kind() == ErrorKind::NotFound)
        return create(folder, model);
    if (store && (*store)->model() != model)
        return Error(ErrorKind::Invalid, "'" + folder.string() + "' holds vectors of " + describe((*store)->model())
                                             + ", not of " + describe(model)
                                             + "; delete the folder, or keep the others in another one");
    return store;
}

Result<VectorStore::Opened> VectorStore::read() const
{
    TRY(StoreIndex index, readIndex(m_folder));
    for (;;) {
        if (index.model != m_model)
            return Error(ErrorKind::Invalid, "'" + m_folder.string() + "' holds vectors of another model now");
        TRY(Opened opened, readBatches(index));
        if (opened.problems.empty())
            return opened;
        TRY(StoreIndex after, readIndex(m_folder)); // files that were merged meanwhile are no loss
        if (after == index)
            return opened;
        index = std::move(after);
    }
}

Result<VectorStore::Opened> VectorStore::readBatches(const StoreIndex& index) const
{
    Opened opened;
    std::vector<VectorPart> parts;
    for (const std::uint64_t number : index.batches) {
        const auto path = batchPath(m_folder, number);
        auto batch = VectorBatch::open(path);
        if (batch && (*batch)->model() != m_model)
            batch = Error(ErrorKind::Corrupt, "'" + path.string() + "' holds vectors of another model");
        if (batch)
            appendBatch(parts, std::move(*batch));
        else if (batch.error().kind() == ErrorKind::Corrupt)
            opened.problems.push_back(batch.error().message());
        else if (batch.error().kind() == ErrorKind::NotFound)
            opened.problems.push_back("'" + path.string()
                                      + "' is gone, or was set aside because it was damaged; its "
                                        "vectors have to be made or imported again");
        else
            return batch.error();
    }
    opened.set = std::make_shared<const VectorSet>(m_model, std::move(parts), index.version);
    return opened;
}

std::shared_ptr<const VectorSet> VectorStore::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

std::vector<std::string> VectorStore::problems() const
{
    const std::lock_guard lock(m_mutex);
    return m_problems;
}

Result<void> VectorStore::refresh()
{
    for (;;) {
        const auto before = current();
        TRY(Opened opened, read());
        const std::lock_guard lock(m_mutex);
        if (m_current != before) // what was committed meanwhile may be missing from what was read
            continue;
        m_current = std::move(opened.set);
        m_problems = std::move(opened.problems);
        return {};
    }
}

Result<void> VectorStore::verify(const Job& job)
{
    const auto set = current();
    std::vector<VectorPart> sound;
    std::vector<std::string> found;
    for (const VectorPart& part : set->parts()) {
        job.tell(part.first, set->size(), part.batch->path().filename().string());
        const auto verified = part.batch->verify(job);
        if (verified)
            appendBatch(sound, part.batch);
        else if (verified.error().kind() == ErrorKind::Corrupt) {
            found.push_back(verified.error().message());
            std::error_code ignored;
            std::filesystem::rename(part.batch->path(), part.batch->path().string() + ".damaged", ignored);
        } else {
            return verified;
        }
    }
    if (found.empty())
        return {};
    auto left = std::make_shared<const VectorSet>(m_model, std::move(sound), set->version());
    const std::lock_guard lock(m_mutex);
    if (m_current == set)
        m_current = std::move(left);
    m_problems.insert(m_problems.end(), found.begin(), found.end());
    return {};
}

Result<VectorWriter> VectorStore::writer()
{
    return VectorWriter::begin(shared_from_this());
}

Result<void> VectorStore::replace(std::vector<VectorPart> parts)
{
    StoreIndex index{m_model, version() + 1, {}};
    for (const VectorPart& part : parts)
        index.batches.push_back(numberOf(*part.batch));
    TRY_VOID(writeIndex(m_folder, index));
    auto set = std::make_shared<const VectorSet>(m_model, std::move(parts), index.version);
    const std::lock_guard lock(m_mutex);
    m_current = std::move(set);
    return {};
}

} // namespace biomedica::similarity
