// The vectors of one model, in a folder: derived/vectors/MODEL/.
//
//   index         text, replaced as one step: the model, and which batches count, the earlier first (store_index.h)
//   N.vectors     batches (vector_batch.h); what the index does not list was left by a writer that was killed, and goes
//   N.vectors.damaged   set aside
//   lock          held by the one who writes, of all processes
//
// A batch is written, synced and renamed before the index lists it: whoever is killed loses what was not committed.
//
// Thread contract: every function may be called from any thread, also while a writer adds vectors.
#pragma once

#include "core/similarity/store/vector_set.h"

#include <mutex>
#include <string>

namespace biomedica::similarity {

class VectorWriter;
struct StoreIndex;

class VectorStore : public std::enable_shared_from_this<VectorStore> {
public:
    /// A new store; Invalid where the folder holds one already.
    static Result<std::shared_ptr<VectorStore>> create(const std::filesystem::path& folder, const ModelInfo& model);
    /// NotFound where the folder holds none. A damaged batch is left out and named among the problems().
    static Result<std::shared_ptr<VectorStore>> open(const std::filesystem::path& folder);
    /// Invalid where the folder's vectors are of another model.
    static Result<std::shared_ptr<VectorStore>> openOrCreate(const std::filesystem::path& folder,
                                                             const ModelInfo& model);

    const std::filesystem::path& folder() const { return m_folder; }
    const ModelInfo& model() const { return m_model; }

    /// What was committed last.
    std::shared_ptr<const VectorSet> current() const;
    /// Changes with every commit and merge: positions are of one version.
    std::uint64_t version() const { return current()->version(); }

    /// Looks again at the folder: another process has written, or current() turned out damaged.
    Result<void> refresh();
    /// Whether every byte is as it was written. What is not is set aside and named.
    Result<void> verify(const Job& job);
    /// Sentences: which batches are damaged or gone.
    std::vector<std::string> problems() const;

    /// Busy where somebody writes already.
    Result<VectorWriter> writer();

private:
    friend class VectorWriter;
    struct Opened {
        std::shared_ptr<const VectorSet> set;
        std::vector<std::string> problems;
    };

    VectorStore(std::filesystem::path folder, ModelInfo model) : m_folder(std::move(folder)), m_model(std::move(model))
    {
    }
    Result<Opened> read() const;
    Result<Opened> readBatches(const StoreIndex& index) const;
    /// The set with the index that lists it, on the disk first.
    Result<void> replace(std::vector<VectorPart> parts);

    const std::filesystem::path m_folder;
    const ModelInfo m_model;
    mutable std::mutex m_mutex; ///< guards what follows, for the time of a copy
    std::shared_ptr<const VectorSet> m_current;
    std::vector<std::string> m_problems;
};

} // namespace biomedica::similarity
