// Figures by likeness: their vectors are made, taken in and handed out, and figures found by them.
//
// Vectors lie in derived/vectors/MODEL/ (core/similarity/store/vector_store.h), by figure and not by row, so that they
// survive when a collection is indexed anew: those of a large model take days to make. One model at a time is compared.
//
// Thread contract: all functions may be called from any thread at once. Of those that write vectors of a model one
// works at a time, of all processes: Busy.
#pragma once

#include "core/base/bitmap.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/query/engine.h"
#include "core/workspace/indexing.h"
#include "core/workspace/remembered_pictures.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::similarity {
class VectorStore;
struct ModelInfo;
} // namespace biomedica::similarity

namespace biomedica::models {
class Descriptor;
}

namespace biomedica::workspace {

class Workspace;
class VectorRows;
struct UnreadPicture;

struct VectorModel {
    std::string name;
    std::string version; ///< of what made them; "imported" where that was another program
    int dimensions = 0;
    std::size_t vectors = 0; ///< that are kept
    std::size_t figures = 0; ///< of the collection's figures that have one
};

struct EmbedSummary {
    std::string model;
    int dimensions = 0;
    std::size_t embedded = 0, skipped = 0; ///< figures, by this run; skipped ones are reported
    double seconds = 0;
};

struct VectorExchange {
    std::string model;
    int dimensions = 0;
    std::size_t figures = 0;              ///< whose vectors were taken in or written
    std::size_t unknown = 0;              ///< keys that name no figure of the collection
    std::vector<std::string> unknownKeys; ///< the first of them
};

/// What a file of vectors holds, or the members of shards: before anything is taken in.
struct VectorPreview {
    std::size_t rows = 0; ///< vectors of the file; of shards, the collection's figures
    int dimensions = 0;
    bool isHalf = false;      ///< float16, else float32
    std::size_t lookedUp = 0; ///< keys, or figures: all of them or, where they are many, some spread over all
    std::size_t known = 0;    ///< of these keys name a figure of the collection; of these figures have a vector
    std::vector<std::string> unknownKeys; ///< the first of the others
    std::string problem;                  ///< of the first member that is no vector
};

/// How well the search does on the vectors at hand.
struct SearchQuality {
    std::size_t queries = 0;
    double recallAt10 = 1;   ///< of the ten nearest that it finds, on average
    double milliseconds = 0; ///< median of a search
};

struct DuplicateGroup {
    bool isExact = false;    ///< the very same picture
    std::vector<RowId> rows; ///< rising; of a near group each is the same picture as the first
    float likeness = 1;      ///< least cosine to the first
};

struct Duplicates {
    std::vector<DuplicateGroup> groups;
    std::size_t unread = 0; ///< figures whose pictures could not be compared; each is reported
};

class Similarity {
public:
    static constexpr std::string_view builtinModel = "builtin";

    /// The workspace outlives it.
    explicit Similarity(Workspace& workspace);
    ~Similarity();

    /// What there are vectors of, by name; and how many.
    std::vector<std::string> modelNames() const;
    Result<std::vector<VectorModel>> models();
    /// Whose vectors are compared: what was chosen, else the built-in one where it has vectors or nothing else has.
    std::string model();
    /// NotFound where there are no vectors of it and none can be made.
    Result<void> setModel(const std::string& name);

    /// Figures of the collection without a vector of this model, or of model().
    Result<std::size_t> missing(const std::string& of = {});
    /// Makes those of the built-in model that are missing. What was made stays, however it ends. `threads`: 0 = all
    /// processors but as many as people work with.
    Result<EmbedSummary> embed(unsigned threads, const Job& job, const ProblemSink& report);

    /// Rows of a `.npy` file for the figures whose keys stand in `keys`, one a line (core/workspace/vector_files.h).
    /// All vectors are looked at before the first is taken in: one that is no vector refuses the file, naming its row
    /// and key. However it ends, all are taken in or none is.
    Result<VectorExchange> importVectors(const std::filesystem::path& npy, const std::filesystem::path& keys,
                                         const std::string& model, const Job& job);
    /// From members KEY.EXTENSION of the shards, a `.npy` file with one vector each; what is no vector is reported. All
    /// others are taken in together, or none is.
    Result<VectorExchange> importMembers(const std::string& extension, const std::string& model, const Job& job,
                                         const ProblemSink& report);
    /// What importVectors() would find, without the numbers; its errors, but for those of single rows.
    Result<VectorPreview> previewVectors(const std::filesystem::path& npy, const std::filesystem::path& keys,
                                         const Job& job);
    Result<VectorPreview> previewMembers(const std::string& extension, const Job& job);
    /// Whether what is taken in under this name takes the place of the program's own vectors.
    static bool replacesOwnVectors(std::string_view model) { return model == builtinModel; }
    /// Invalid where vectors of so many numbers, 0 = not known yet, cannot be taken in under this name.
    Result<void> checkImport(const std::string& model, int dimensions);
    /// Those of the collection's figures, as float16, which loses nothing, in the order of the catalog.
    Result<VectorExchange> exportVectors(const std::filesystem::path& npy, const std::filesystem::path& keys,
                                         const std::string& model, const Job& job);

    /// A picture to search by: the name to be written behind `like:`, good while the workspace is open. Any image
    /// file's bytes. Invalid below 8 × 8 pixels, which are like anything; Corrupt where a part of it is missing.
    Result<std::string> remember(std::string imageBytes, std::string title);
    /// A part of a figure's picture. Invalid where it is empty or reaches outside.
    Result<std::string> rememberPart(RowId row, const PartOfPicture& part);
    std::optional<RememberedPicture> remembered(const std::string& name);

    /// What names the figure behind `like:`: its key, or SHARD:KEY where several have that key.
    Result<std::string> nameOf(RowId row);
    /// The nearest figures of the collection, without itself, the nearest first.
    Result<std::vector<query::Neighbour>> neighboursOf(RowId row, std::size_t count, const Job& job);
    /// What Engine::NeighbourSource asks. NotFound where there are no vectors.
    Result<std::vector<query::Neighbour>> nearest(const query::Examples& examples, const Bitmap& among,
                                                  std::size_t most, const Job& job);

    /// Exact groups, and where `leastLikeness` is given, near ones: pictures made anew, sought for each figure among
    /// the nearest few whose vectors have at least that cosine, and confirmed by their pixels (core/sameness). The two
    /// are never mixed, each by the first figure. Progress is in figures, then in pairs of pictures.
    Result<Duplicates> duplicates(std::optional<double> leastLikeness, const Job& job, const ProblemSink& report);

    /// With a hundred of the vectors as queries; every vector is read once.
    Result<SearchQuality> measureQuality(const Job& job);

private:
    using StorePointer = std::shared_ptr<similarity::VectorStore>;
    class Intake;

    std::filesystem::path folderOf(const std::string& model) const;
    /// As it is on the disk now; NotFound, saying what to do, where there is none.
    Result<StorePointer> store(const std::string& model);
    Result<StorePointer> storeForBuiltin(const models::Descriptor& descriptor);
    Result<StorePointer> storeForImport(const std::string& model, int dimensions);
    Result<StorePointer> create(const similarity::ModelInfo& model);
    /// A store that was made for vectors which did not come.
    void forget(const std::string& model);
    Result<std::optional<RowId>> rowOf(const std::string& key);
    /// With the collection's rows, as they are now.
    Result<std::shared_ptr<const VectorRows>> vectorsOf(const std::string& model);
    Result<std::shared_ptr<const VectorRows>> current() { return vectorsOf(model()); }
    Result<std::vector<float>> vectorOf(const std::string& example, const VectorRows& vectors);
    Result<std::vector<float>> combined(const query::Examples& examples, const VectorRows& vectors);
    Result<void> addNearGroups(Duplicates& found, const Bitmap& among, float leastLikeness, const Job& job,
                               const ProblemSink& report);
    Result<void> reportUnread(const std::vector<UnreadPicture>& unread, const ProblemSink& report);

    Workspace& m_workspace;
    RememberedPictures m_remembered;
    std::mutex m_mutex; ///< guards what follows
    std::string m_chosenModel;
    std::vector<StorePointer> m_stores;
    std::shared_ptr<const VectorRows> m_current;
};

} // namespace biomedica::workspace
