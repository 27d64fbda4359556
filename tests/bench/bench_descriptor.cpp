// How well the built-in descriptor finds figures of the same type, and pictures that were printed twice, among the
// real pictures below BIOMEDICA_TEST_DATA (or the first argument); and what it costs.
//
// Leave-one-out: each picture asks for its nearest among the others, without those of its own group. The floor is
// what anybody writes first: an 8 × 8 thumbnail, a histogram of colours and one of edges. Nothing is fitted to these
// pictures.

#include "core/archive/tarreader.h"
#include "core/base/file.h"
#include "core/models/descriptor.h"
#include "tests/bench/descriptor_trials.h"
#include "tests/bench/measure.h"

#include <map>

using namespace biomedica;
using bench::must;
using bench::Picture;

namespace {

std::vector<std::string> fieldsOf(const std::string& line)
{
    std::vector<std::string> fields(1);
    for (const char c : line)
        if (c == ',')
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    return fields;
}

/// By key, from truth.csv: key, label, coarse label, primary, secondary, group.
std::map<std::string, Picture> readTruth(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::map<std::string, Picture> truth;
    std::string line;
    for (std::getline(file, line); std::getline(file, line);)
        if (const auto fields = fieldsOf(line); fields.size() >= 6) {
            const std::string group = fields[5].empty() ? fields[0] : "group " + fields[5];
            truth[fields[0]] = {fields[1], fields[2], group, !fields[5].empty(), {}};
        }
    return truth;
}

std::vector<Picture> readPictures(const std::filesystem::path& folder)
{
    auto truth = readTruth(folder / "truth.csv");
    std::vector<Picture> pictures;
    for (const char* shard : {"figures-000000.tar", "figures-000001.tar"}) {
        auto reader = must(archive::TarReader::open(folder / shard));
        while (const auto entry = must(reader.next())) {
            const std::size_t dot = entry->name.find('.');
            const auto known = truth.find(entry->name.substr(0, dot));
            if (known == truth.end() || !image::isImageExtension(entry->name.substr(dot + 1)))
                continue;
            pictures.push_back(known->second);
            pictures.back().bytes = must(reader.file().readExactly(entry->dataOffset, entry->size));
        }
    }
    return pictures;
}

} // namespace

int main(int argc, char** argv)
{
    const char* named = argc > 1 ? argv[1] : std::getenv("BIOMEDICA_TEST_DATA");
    const std::filesystem::path folder = std::filesystem::path(named ? named : "") / "shards/biomedica";
    if (!std::filesystem::exists(folder / "truth.csv")) {
        std::printf("no real pictures: name their folder, or set BIOMEDICA_TEST_DATA\n");
        return 0;
    }
    const std::vector<Picture> pictures = readPictures(folder);
    const models::Descriptor descriptor = must(models::Descriptor::builtin());
    std::printf("%zu pictures; %s descriptor, version %s, %d numbers\n", pictures.size(),
                std::string(descriptor.name()).c_str(), descriptor.version().c_str(), descriptor.dimensions());
    bench::compareRetrieval(pictures, descriptor);
    bench::timeDescriptor(pictures, descriptor);
    bench::findNearDuplicates(pictures, descriptor);
    std::fflush(stdout); // what follows takes minutes
    bench::confirmNearDuplicates(pictures, descriptor);
    return 0;
}
