// Thumbnails a second on one thread, from bytes in memory: demo figures, or the real ones below the folder
// that BIOMEDICA_TEST_DATA names. The peer is QImageReader, asked for the same size.

#include "core/image/decode.h"
#include "tests/bench/bench.h"

#include <QBuffer>
#include <QImageReader>

using namespace biomedica;

namespace {

constexpr int longerSide = 240;
constexpr int rounds = 3;

std::vector<std::filesystem::path> shards(const std::filesystem::path& data)
{
    const char* real = std::getenv("BIOMEDICA_TEST_DATA");
    const std::filesystem::path folder =
        real ? std::filesystem::path(real) / "shards/biomedica" : bench::demoShards(data, 500);
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".tar")
            paths.push_back(entry.path());
    return paths;
}

std::vector<std::string> pictures(const std::filesystem::path& data)
{
    const std::filesystem::path folder = data / "collection-thumbnails";
    std::filesystem::remove_all(folder);
    const auto workspace = bench::must(workspace::Workspace::openOrCreate(folder));
    bench::must(workspace->index(shards(data), {}, {}, [](const catalog::Problem&) {}));
    std::vector<std::string> files;
    for (const RowId row : bench::must(workspace->search({}, {}))->figures.rows())
        files.push_back(bench::must(workspace->imageBytes(row)));
    return files;
}

void thumbnailByQt(const std::string& file)
{
    QByteArray bytes = QByteArray::fromRawData(file.data(), static_cast<qsizetype>(file.size()));
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setScaledSize(reader.size().scaled(longerSide, longerSide, Qt::KeepAspectRatio));
    if (reader.read().isNull())
        std::fprintf(stderr, "Qt cannot read a picture\n");
}

template <typename Work>
void report(const char* name, const std::vector<std::string>& files, Work work)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round)
        times.push_back(bench::millisecondsOf([&] {
            for (const std::string& file : files)
                work(file);
        }));
    std::printf("  %-40s%10.0f\n", name, static_cast<double>(files.size()) * 1000 / bench::quantile(times, 0));
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> files = pictures(argc > 1 ? argv[1] : "bench-data");
    std::printf("%zu pictures, at most %d pixels%24s\n", files.size(), longerSide, "a second");
    report("image::thumbnail", files, [](const std::string& file) { bench::must(image::thumbnail(file, longerSide)); });
    report("image::readSize", files, [](const std::string& file) { bench::must(image::readSize(file)); });
    report("QImageReader, scaled size", files, thumbnailByQt);
}
