#include "core/workspace/similarity.h"

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/image/decode.h"
#include "core/models/descriptor.h"
#include "core/similarity/recall.h"
#include "core/similarity/store/unit_length.h"
#include "core/similarity/store/vector_store.h"
#include "core/workspace/reader.h"
#include "core/workspace/vector_files.h"
#include "core/workspace/vector_rows.h"

#include <algorithm>
#include <cmath>

namespace biomedica::workspace {

namespace fs = std::filesystem;

namespace {

/// What is not wanted counts half as much as what is: Rocchio's feedback, whose weights are a matter of taste.
constexpr int leastSide = 8; // of a picture to search by
constexpr float weightOfUnwanted = 0.5f;

constexpr std::size_t measuredQueries = 100, measuredNeighbours = 10;

void addScaled(std::vector<float>& sum, const std::vector<float>& vector, float factor)
{
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] += factor * vector[i];
}

bool isVisible(const PartOfPicture& part)
{
    return part.x >= 0 && part.y >= 0 && part.width > 0 && part.height > 0 && part.x + part.width <= 1 + 1e-9
           && part.y + part.height <= 1 + 1e-9;
}

/// In pixels of a picture of that size; at least one.
models::Region regionOf(const PartOfPicture& part, image::Size size)
{
    const auto between = [](double at, int side) {
        return std::clamp(static_cast<int>(std::lround(at * side)), 0, side);
    };
    models::Region region;
    region.x = std::min(between(part.x, size.width), size.width - 1);
    region.y = std::min(between(part.y, size.height), size.height - 1);
    region.width = std::max(1, between(part.x + part.width, size.width) - region.x);
    region.height = std::max(1, between(part.y + part.height, size.height) - region.y);
    return region;
}

/// The command that makes vectors, as it can be typed.
std::string embedCommand(const Workspace& workspace)
{
    return "'biomedica embed " + quotedForShell(workspace.folder().string()) + "'";
}

/// NotFound where the vectors are of another version of the built-in model: what is described now must not be compared
/// with them.
Result<void> checkVersion(const similarity::ModelInfo& model, const Workspace& workspace)
{
    if (model.name != Similarity::builtinModel)
        return {};
    TRY(const models::Descriptor descriptor, models::Descriptor::builtin());
    if (model.recipe == descriptor.version())
        return {};
    return Error(ErrorKind::NotFound, "the vectors of the collection '" + workspace.name()
                                          + "' were made by another version of the program: make them anew with "
                                          + embedCommand(workspace) + ", or in the window under Similarity");
}

} // namespace

Similarity::Similarity(Workspace& workspace) : m_workspace(workspace) {}

Similarity::~Similarity() = default;

fs::path Similarity::folderOf(const std::string& model) const
{
    return m_workspace.folder() / "derived" / "vectors" / model;
}

Result<Similarity::StorePointer> Similarity::store(const std::string& model)
{
    if (!isModelName(model))
        return Error(ErrorKind::Invalid,
                     "'" + model + "' is no name of a model: letters, digits, '-', '_' and '.' make one");
    const std::lock_guard lock(m_mutex);
    const fs::path folder = folderOf(model);
    std::error_code problem;
    const bool isThere = fs::exists(folder / "index", problem);
    const auto known = std::find_if(m_stores.begin(), m_stores.end(),
                                    [&](const StorePointer& store) { return store->folder() == folder; });
    if (!isThere) {
        if (known != m_stores.end())
            m_stores.erase(known);
        return Error(ErrorKind::NotFound,
                     "the collection '" + m_workspace.name() + "' has no vectors of the model '" + model + "': "
                         + (model == builtinModel
                                ? "make them with " + embedCommand(m_workspace) + ", or in the window under Similarity"
                                : "take them in with 'biomedica vectors import', or in the window "
                                  "under File"));
    }
    if (known != m_stores.end()) {
        TRY_VOID((*known)->refresh());
        return *known;
    }
    TRY(StorePointer opened, similarity::VectorStore::open(folder));
    m_stores.push_back(opened);
    return opened;
}

Result<Similarity::StorePointer> Similarity::storeForBuiltin(const models::Descriptor& descriptor)
{
    const std::string name(builtinModel);
    const similarity::ModelInfo info{name, descriptor.version(), static_cast<std::uint32_t>(descriptor.dimensions())};
    auto known = store(name);
    if (!known && known.error().kind() != ErrorKind::NotFound)
        return known;
    if (known && (*known)->model() == info)
        return known;
    if (known) { // of another version of the program: not to be compared with, and can be made again
        const std::lock_guard lock(m_mutex);
        std::erase(m_stores, *known);
        std::error_code problem;
        fs::remove_all(folderOf(name), problem);
    }
    return create(info);
}

Result<Similarity::StorePointer> Similarity::create(const similarity::ModelInfo& model)
{
    TRY_VOID(makeFolders(folderOf(model.name)));
    TRY(StorePointer opened, similarity::VectorStore::openOrCreate(folderOf(model.name), model));
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_stores, [&](const StorePointer& store) { return store->folder() == opened->folder(); });
    m_stores.push_back(opened);
    return opened;
}

std::vector<std::string> Similarity::modelNames() const
{
    std::vector<std::string> names;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(folderOf({}), problem))
        if (isModelName(entry.path().filename().string()) && fs::exists(entry.path() / "index", problem))
            names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

Result<std::vector<VectorModel>> Similarity::models()
{
    TRY(const auto now, m_workspace.snapshot());
    std::vector<VectorModel> models;
    for (const std::string& name : modelNames()) {
        TRY(const StorePointer opened, store(name));
        const auto set = opened->current();
        const VectorRows rows(set, now->columns);
        models.push_back(
            {name, set->model().recipe, static_cast<int>(set->model().dimensions), set->count(), rows.figures()});
    }
    return models;
}

std::string Similarity::model()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_chosenModel.empty())
            return m_chosenModel;
    }
    const std::vector<std::string> names = modelNames();
    const bool hasBuiltin = std::find(names.begin(), names.end(), builtinModel) != names.end();
    return hasBuiltin || names.empty() ? std::string(builtinModel) : names.front();
}

Result<void> Similarity::setModel(const std::string& name)
{
    if (name != builtinModel) // whose vectors can be made
        TRY_VOID(store(name));
    const std::lock_guard lock(m_mutex);
    m_chosenModel = name;
    return {};
}

Result<std::shared_ptr<const VectorRows>> Similarity::vectorsOf(const std::string& model)
{
    TRY(const auto now, m_workspace.snapshot());
    TRY(const StorePointer opened, store(model));
    const auto set = opened->current();
    {
        const std::lock_guard lock(m_mutex);
        if (m_current && m_current->set().model() == set->model() && m_current->isOf(*set, *now->columns))
            return m_current;
    }
    TRY_VOID(checkVersion(set->model(), m_workspace));
    auto joined = std::make_shared<const VectorRows>(set, now->columns);
    TRY_VOID(joined->check());
    const std::lock_guard lock(m_mutex);
    return m_current = std::move(joined);
}

Result<std::size_t> Similarity::missing(const std::string& of)
{
    auto vectors = vectorsOf(of.empty() ? model() : of);
    if (vectors)
        return (*vectors)->rowsWithout().size();
    if (vectors.error().kind() != ErrorKind::NotFound)
        return vectors.error();
    TRY(const auto now, m_workspace.snapshot());
    return now->columns->figureCount();
}

Result<std::string> Similarity::remember(std::string imageBytes, std::string title)
{
    TRY(const image::Size size, image::readSize(imageBytes));
    if (std::min(size.width, size.height) < leastSide)
        return Error(ErrorKind::Invalid, "it has " + std::to_string(size.width) + " × " + std::to_string(size.height)
                                             + " pixels, too few to compare; give one of 8 × 8 at least");
    TRY(const models::Descriptor descriptor, models::Descriptor::builtin());
    TRY(std::vector<float> vector, descriptor.describeUndamaged(imageBytes));
    return m_remembered.add({{}, std::move(title), std::move(imageBytes), std::nullopt, std::move(vector)});
}

Result<std::string> Similarity::rememberPart(RowId row, const PartOfPicture& part)
{
    TRY(const std::string name, nameOf(row));
    if (!isVisible(part))
        return Error(ErrorKind::Invalid, "the part of '" + name + "' to search for is empty or reaches outside of it");
    TRY(std::string bytes, m_workspace.imageBytes(row));
    TRY(const image::Size size, image::readSize(bytes));
    TRY(const models::Descriptor descriptor, models::Descriptor::builtin());
    TRY(std::vector<float> vector, descriptor.describe(bytes, regionOf(part, size)));
    return m_remembered.add({{}, name, std::move(bytes), part, std::move(vector)});
}

std::optional<RememberedPicture> Similarity::remembered(const std::string& name)
{
    return m_remembered.find(name);
}

Result<std::string> Similarity::nameOf(RowId row)
{
    TRY(const FigureDetail figure, m_workspace.detail(row));
    const auto alone = m_workspace.resolveKey(figure.summary.key);
    return alone ? figure.summary.key : figure.shard.name + ":" + figure.summary.key;
}

Result<std::vector<float>> Similarity::vectorOf(const std::string& example, const VectorRows& vectors)
{
    const similarity::ModelInfo& model = vectors.set().model();
    std::optional<std::string> bytes;
    if (RememberedPictures::isName(example)) {
        const auto picture = m_remembered.find(example);
        if (!picture)
            return Error(ErrorKind::NotFound,
                         "there is no picture '" + example + "' any more: paste or open it again to search by it");
        if (model.name == builtinModel)
            return picture->vector;
        return Error(ErrorKind::Unsupported, "a picture from outside cannot be compared with vectors of the model '"
                                                 + model.name + "', which was not made here: choose the built-in one");
    }
    TRY(const RowId row, m_workspace.resolveKey(example));
    if (const auto position = vectors.positionOf(row)) {
        std::vector<float> vector(model.dimensions);
        vectors.set().copyRow(*position, vector);
        return vector;
    }
    if (model.name != builtinModel)
        return Error(ErrorKind::NotFound,
                     "the figure '" + example + "' has no vector of the model '" + model.name + "'");
    TRY(const std::string image, m_workspace.imageBytes(row));
    TRY(const models::Descriptor descriptor, models::Descriptor::builtin());
    auto vector = descriptor.describe(image);
    if (!vector)
        return Error(vector.error().kind(), "the figure '" + example + "' has no vector: " + vector.error().message());
    return vector;
}

Result<std::vector<float>> Similarity::combined(const query::Examples& examples, const VectorRows& vectors)
{
    std::vector<float> sum(vectors.set().model().dimensions);
    for (const std::string& example : examples.wanted) {
        TRY(const std::vector<float> vector, vectorOf(example, vectors));
        addScaled(sum, vector, 1.f / static_cast<float>(examples.wanted.size()));
    }
    for (const std::string& example : examples.unwanted) {
        TRY(const std::vector<float> vector, vectorOf(example, vectors));
        addScaled(sum, vector, -weightOfUnwanted / static_cast<float>(examples.unwanted.size()));
    }
    if (!similarity::scaleToLengthOne(sum, sum))
        return Error(ErrorKind::Invalid, "the examples cancel each other out: take one of them away");
    return sum;
}

Result<std::vector<query::Neighbour>> Similarity::nearest(const query::Examples& examples, const Bitmap& among,
                                                          std::size_t most, const Job& job)
{
    TRY(const auto vectors, current());
    TRY(const std::vector<float> sought, combined(examples, *vectors));
    const Bitmap allowed = vectors->positionsOf(among);
    const bool isEverything = allowed.count() == vectors->set().count(); // and need not be looked at again
    TRY(const auto found, vectors->search().nearest(sought, most, isEverything ? nullptr : &allowed, job));
    TRY_VOID(vectors->check());
    std::vector<query::Neighbour> neighbours;
    for (const similarity::Neighbour& neighbour : found)
        neighbours.push_back({vectors->rowAt(neighbour.position, among), neighbour.cosine});
    return neighbours;
}

Result<std::vector<query::Neighbour>> Similarity::neighboursOf(RowId row, std::size_t count, const Job& job)
{
    TRY(const auto now, m_workspace.snapshot());
    TRY(const std::string name, nameOf(row));
    TRY(std::vector<query::Neighbour> found, nearest({{name}, {}}, now->columns->shown, count + 1, job));
    std::erase_if(found, [row](const query::Neighbour& neighbour) { return neighbour.row == row; });
    found.resize(std::min(found.size(), count));
    return found;
}

Result<SearchQuality> Similarity::measureQuality(const Job& job)
{
    TRY(const auto vectors, current());
    TRY(const similarity::Recall recall,
        similarity::measureRecall(vectors->search(), measuredQueries, measuredNeighbours, job));
    TRY_VOID(vectors->check());
    return SearchQuality{recall.queries, recall.share, recall.milliseconds};
}

} // namespace biomedica::workspace
