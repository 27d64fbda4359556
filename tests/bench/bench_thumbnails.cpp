// Thumbnails a second on one thread, from bytes in memory: demo figures, or the real ones below the folder
// that BIOMEDICA_TEST_DATA names. The peers are vips_thumbnail, where it is installed, and QImageReader, asked for the
// same size. JPEG and PNG apart; medians of three rounds. Then the same by way of a collection's thumbnails on disk.

#ifdef BIOMEDICA_VIPS
#include <vips/vips.h> // before Qt, whose "signals" is a macro
#endif

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

std::unique_ptr<workspace::Workspace> collection(const std::filesystem::path& data)
{
    const std::filesystem::path folder = data / "collection-thumbnails";
    std::filesystem::remove_all(folder);
    auto workspace = bench::must(workspace::Workspace::openOrCreate(folder));
    bench::must(workspace->index(shards(data), {}, {}, [](const catalog::Problem&) {}));
    return workspace;
}

std::vector<std::string> pictures(workspace::Workspace& workspace)
{
    std::vector<std::string> files;
    for (const RowId row : bench::must(workspace.search({}, {}))->figures.rows())
        files.push_back(bench::must(workspace.imageBytes(row)));
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

#ifdef BIOMEDICA_VIPS
void thumbnailByVips(const std::string& file)
{
    VipsImage* image = nullptr;
    void* bytes = const_cast<char*>(file.data());
    std::size_t size = 0;
    if (vips_thumbnail_buffer(bytes, file.size(), &image, longerSide, "height", longerSide, "size", VIPS_SIZE_DOWN,
                              nullptr)
        != 0) {
        std::fprintf(stderr, "vips: %s\n", vips_error_buffer());
        vips_error_clear();
        return;
    }
    g_free(vips_image_write_to_memory(image, &size));
    g_object_unref(image);
}
#endif

/// Each round goes through all peers, so that a busy moment meets them all.
void report(const char* name, const std::vector<std::string>& files)
{
    if (files.empty())
        return;
    using Work = void (*)(const std::string&);
    const std::vector<std::pair<const char*, Work>> works = {
        {"image::thumbnail", [](const std::string& file) { bench::must(image::thumbnail(file, longerSide)); }},
        {"QImageReader, scaled size", thumbnailByQt},
#ifdef BIOMEDICA_VIPS
        {"vips_thumbnail", thumbnailByVips},
#endif
    };
    std::vector<std::vector<double>> times(works.size());
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < works.size(); ++i)
            times[i].push_back(bench::millisecondsOf([&] {
                for (const std::string& file : files)
                    works[i].second(file);
            }));
    std::printf("%zu %s pictures, at most %d pixels%16s%10s\n", files.size(), name, longerSide, "a second", "ratio");
    const double ours = bench::quantile(times[0], 0.5);
    for (std::size_t i = 0; i < works.size(); ++i) {
        const double median = bench::quantile(times[i], 0.5);
        std::printf("  %-40s%10.0f%10.2f\n", works[i].first, static_cast<double>(files.size()) * 1000 / median,
                    median / ours);
    }
}

/// Of those the format's: pictures that Qt and vips can read, too.
std::vector<std::string> ofFormat(const std::vector<std::string>& files, image::Format format)
{
    std::vector<std::string> chosen;
    for (const std::string& file : files)
        if (image::formatOf(file) == format && image::thumbnail(file, longerSide))
            chosen.push_back(file);
    return chosen;
}

/// The same pictures by way of the collection: read from the shard, then from the thumbnails kept on disk.
void reportKept(workspace::Workspace& workspace)
{
    const auto rows = bench::must(workspace.search({}, {}))->figures.rows();
    const auto seconds = [&] {
        return bench::millisecondsOf([&] {
                   for (const RowId row : rows)
                       bench::must(workspace.thumbnail(row, image::Size{longerSide, longerSide}));
               })
               / 1000;
    };
    bench::must(workspace.thumbnailCache().clear());
    const double first = seconds();
    const double again = seconds();
    std::printf("%zu figures of a collection%31s\n", rows.size(), "a second");
    std::printf("  %-40s%10.0f\n", "seen the first time", static_cast<double>(rows.size()) / first);
    std::printf("  %-40s%10.0f\n", "kept on disk", static_cast<double>(rows.size()) / again);
    std::printf("  %-40s%10.0f\n", "bytes on disk a figure",
                static_cast<double>(workspace.thumbnailCache().size()) / static_cast<double>(rows.size()));
}

} // namespace

int main(int argc, char** argv)
{
#ifdef BIOMEDICA_VIPS
    if (VIPS_INIT(argv[0]) != 0)
        return 1;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
#else
    std::printf("libvips-dev is not installed: without vips_thumbnail\n");
#endif
    const auto workspace = collection(argc > 1 ? argv[1] : "bench-data");
    const std::vector<std::string> files = pictures(*workspace);
    report("JPEG", ofFormat(files, image::Format::Jpeg));
    report("PNG", ofFormat(files, image::Format::Png));
    reportKept(*workspace);
}
