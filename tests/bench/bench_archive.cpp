// Compressed shards against plain ones and against libarchive, on one shard of real size: finding all members, and
// reading pictures at random; warm files.

#include "core/shards/recompress.h"
#include "core/shards/shard.h"
#include "tests/bench/bench.h"
#include "tests/bench/real_size.h"

#include <archive.h>
#include <archive_entry.h>

using namespace biomedica;
namespace fs = std::filesystem;

namespace {

constexpr int samples = 3000;

/// The file as it is, through one of libarchive's filters.
void pack(const fs::path& from, const fs::path& to, int (*addFilter)(struct archive*), const char* options)
{
    if (fs::exists(to))
        return;
    struct archive* writer = archive_write_new();
    addFilter(writer);
    archive_write_set_options(writer, options);
    archive_write_set_format_raw(writer);
    archive_write_open_filename(writer, to.c_str());
    archive_entry* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(writer, entry);
    const File file = bench::must(File::openForReading(from));
    std::string buffer(1 << 20, '\0');
    for (std::uint64_t offset = 0; const std::size_t count = bench::must(file.readAt(offset, buffer)); offset += count)
        archive_write_data(writer, buffer.data(), count);
    archive_entry_free(entry);
    archive_write_free(writer);
}

int membersByLibarchive(const fs::path& path)
{
    struct archive* reader = archive_read_new();
    archive_read_support_filter_all(reader);
    archive_read_support_format_tar(reader);
    archive_read_open_filename(reader, path.c_str(), 1 << 20);
    archive_entry* entry = nullptr;
    int count = 0;
    while (archive_read_next_header(reader, &entry) == ARCHIVE_OK)
        ++count;
    archive_read_free(reader);
    return count;
}

struct Reads {
    double p50 = 0, p95 = 0;
};

Reads readPictures(const shards::ShardFile& shard, const std::vector<const shards::SampleMember*>& pictures)
{
    std::vector<double> times;
    for (const shards::SampleMember* picture : pictures)
        times.push_back(
            bench::millisecondsOf([&] { bench::must(shards::readMember(shard, *picture, shards::maximumImageSize)); }));
    return {bench::quantile(times, 0.5), bench::quantile(times, 0.95)};
}

void measure(const char* name, const fs::path& path, const fs::path& index, int randomReads)
{
    std::vector<double> ours, theirs, reopened;
    shards::ShardScan scan;
    for (int round = 0; round < 3; ++round) {
        fs::remove_all(index);
        ours.push_back(bench::millisecondsOf([&] {
            shards::OpenShards open(index);
            scan = bench::must(shards::scanShard(bench::must(open.open(path)), {}));
        }));
        theirs.push_back(bench::millisecondsOf([&] {
            if (membersByLibarchive(path) != samples * 3)
                std::exit(1);
        }));
        reopened.push_back(bench::millisecondsOf([&] { bench::must(shards::OpenShards(index).open(path)); }));
    }
    shards::OpenShards open(index);
    const shards::ShardPointer shard = bench::must(open.open(path));
    std::vector<const shards::SampleMember*> inOrder, atRandom;
    std::mt19937 random(1);
    for (const shards::Sample& sample : scan.samples)
        inOrder.push_back(sample.image());
    for (int i = 0; i < randomReads; ++i)
        atRandom.push_back(inOrder[random() % inOrder.size()]);
    const Reads any = readPictures(*shard, atRandom);
    inOrder.resize(1000);
    const Reads onwards = readPictures(*shard, inOrder);
    std::uintmax_t kept = 0;
    if (fs::exists(index))
        for (const auto& entry : fs::directory_iterator(index))
            kept += entry.file_size();
    const double size = static_cast<double>(fs::file_size(path)) / (1 << 20);
    std::printf("%-26s %7.0f %8.2f %9.0f %9.0f %6.1f %7.2f %8.2f %8.2f %8.3f %8.3f\n", name, size,
                static_cast<double>(kept) / (1 << 20), bench::quantile(ours, 0.5), bench::quantile(theirs, 0.5),
                bench::quantile(theirs, 0.5) / bench::quantile(ours, 0.5), bench::quantile(reopened, 0.5), any.p50,
                any.p95, onwards.p50, onwards.p95);
}

} // namespace

int main(int argc, char** argv)
{
    const fs::path data = argc > 1 ? argv[1] : "bench-data";
    const fs::path plain = bench::realSizeShards(data, 1, samples) / "000000.tar";
    const fs::path gzip = data / "packed.tar.gz", whole = data / "packed.tar.zst", frames = data / "frames.tar.zst";
    pack(plain, gzip, archive_write_add_filter_gzip, "gzip:compression-level=1");
    pack(plain, whole, archive_write_add_filter_zstd, "zstd:compression-level=3");
    if (!fs::exists(frames))
        bench::must(shards::recompress(bench::must(shards::OpenShards().open(plain)), frames, false, {}));
    std::printf("one shard of %d samples; scan = every member found, checksums compared; medians of 3\n"
                "pictures of 97 KB: at random, and one after the other\n"
                "%-26s %7s %8s %9s %9s %6s %7s %8s %8s %8s %8s\n",
                samples, "", "file", "index", "scan", "libarch.", "ratio", "reopen", "random", "p95", "next", "p95");
    std::printf("%-26s %7s %8s %9s %9s %6s %7s %8s %8s %8s %8s\n", "", "MB", "MB", "ms", "ms", "", "ms", "p50 ms", "ms",
                "p50 ms", "ms");
    measure(".tar", plain, data / "archive-index", 1000);
    measure(".tar.gz, one member", gzip, data / "archive-index", 300);
    measure(".tar.zst, frames of 1 MB", frames, data / "archive-index", 1000);
    measure(".tar.zst, one frame", whole, data / "archive-index", 30);
}
