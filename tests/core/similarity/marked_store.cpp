#include "tests/core/similarity/marked_store.h"

#include <QtGlobal>
#include <algorithm>
#include <cmath>

namespace biomedica::similarity::test {

std::vector<float> marked(std::size_t number)
{
    std::vector<float> vector(markedDimensions, 0.1f);
    vector[number % markedDimensions] = 1;
    vector[number / markedDimensions % markedDimensions] += 0.5f;
    return vector;
}

std::vector<float> kept(std::vector<float> vector)
{
    double squares = 0;
    for (const float number : vector)
        squares += double{number} * number;
    std::vector<Half> halves(vector.size());
    for (float& number : vector)
        number = static_cast<float>(number / std::sqrt(squares));
    kernels().toHalves(vector.data(), halves.data(), halves.size());
    kernels().toFloats(halves.data(), vector.data(), halves.size());
    return vector;
}

std::shared_ptr<VectorStore> storeOfMarked(const QTemporaryDir& folder, std::size_t count, std::size_t batch)
{
    auto store = VectorStore::create(pathOf(folder), modelOf(markedDimensions)).value();
    auto writer = store->writer().value();
    for (std::size_t i = 0; i < count; ++i) {
        if (!writer.add(idOf(i), marked(i)) || ((i + 1) % batch == 0 && !writer.commit()))
            qFatal("not added");
    }
    if (!writer.commit())
        qFatal("not committed");
    return store;
}

std::map<std::uint64_t, std::vector<float>> contentOf(const VectorSet& set)
{
    std::map<std::uint64_t, std::vector<float>> content;
    std::vector<float> row(set.model().dimensions);
    set.live().forEach([&](std::uint32_t position) {
        set.copyRow(position, row);
        content[set.idAt(position).value] = row;
    });
    return content;
}

std::vector<std::filesystem::path> filesOf(const std::filesystem::path& folder, const std::string& extension)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == extension)
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace biomedica::similarity::test
