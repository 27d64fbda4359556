// The two large collections on which the product is measured; tests/bench/data runs this (see CONTRIBUTING.md).
//
//     bench_data shards FOLDER [FIGURES]     FOLDER/million-shards: a million figures in tar shards of 10,000
//     bench_data archive FOLDER [FIGURES]    FOLDER/archive: 24 million figures, straight into the stores; their
//                                            pictures are the million's, whose shards get 2,400 names more
//
// What the archive's catalog says of a figure is not what its shard says: the shard's metadata is another figure's.

#include "core/archive/tarwriter.h"
#include "core/shards/shard.h"
#include "tests/bench/figure_json.h"
#include "tests/bench/figure_source.h"
#include "tests/bench/store_builder.h"

#include <charconv>
#include <cstring>
#include <unistd.h>

using namespace biomedica;
namespace fs = std::filesystem;
using bench::must;

namespace {

constexpr int pictureCount = 400;

/// One line, written over on a terminal.
class Progress {
public:
    Progress(const char* what, std::int64_t total) : m_what(what), m_total(total) {}

    void tell(std::int64_t done) const
    {
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
        std::fprintf(stderr, "%s%s: %lld of %lld figures, %.0f/s, %.0f s%s", isTerminal ? "\r" : "", m_what,
                     static_cast<long long>(done), static_cast<long long>(m_total), static_cast<double>(done) / seconds,
                     seconds, isTerminal && done < m_total ? "" : "\n");
    }

private:
    const bool isTerminal = ::isatty(2) == 1;
    const char* m_what;
    std::int64_t m_total;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

void writeShards(const fs::path& folder, int figures)
{
    const auto pictures = bench::tinyPictures(pictureCount);
    bench::FigureSource source(pictures);
    const Progress progress("shards", figures);
    for (int shard = 0, done = 0; done < figures; ++shard) {
        const fs::path path = folder / bench::nameOfShard(shard);
        must(makeFolders(path.parent_path()));
        auto writer = must(archive::TarWriter::create(path));
        source.beginShard(shard);
        for (int i = 0; i < bench::figuresInShard && done < figures; ++i, ++done) {
            const bench::MadeFigure& figure = source.next();
            must(writer.add(figure.key + ".jpg", pictures[figure.picture].jpeg));
            must(writer.add(figure.key + ".json", json::toAsciiText(bench::metadataJson(figure.metadata))));
            must(writer.add(figure.key + ".txt", figure.metadata.caption));
        }
        must(writer.finish());
        progress.tell(done);
    }
}

/// Where each of the drawn pictures lies in a shard, once or more.
using Places = std::vector<std::vector<shards::SampleMember>>;

/// Of all the million's shards: `source` makes the figures that were written into them.
std::vector<Places> placesOfPictures(const fs::path& folder, bench::FigureSource source)
{
    std::vector<Places> all;
    for (int shard = 0; fs::exists(folder / bench::nameOfShard(shard)); ++shard) {
        Places& places = all.emplace_back(pictureCount);
        source.beginShard(shard);
        for (const shards::Sample& sample : must(shards::scanShard(folder / bench::nameOfShard(shard), {})).samples)
            places[source.next().picture].push_back(*sample.image());
        std::erase_if(places, [](const auto& members) { return members.empty(); });
    }
    return all;
}

/// The same file under another name; a link to it where the disk knows no second name.
void link(const fs::path& from, const fs::path& to)
{
    must(makeFolders(to.parent_path()));
    std::error_code refused;
    fs::create_hard_link(from, to, refused);
    if (refused)
        fs::create_symlink(from, to);
}

void buildArchive(const fs::path& folder, int figures)
{
    const auto drawn = bench::tinyPictures(pictureCount);
    const std::vector<Places> pictures = placesOfPictures(folder / "million-shards", bench::FigureSource(drawn));
    if (pictures.empty()) {
        std::fprintf(stderr, "make the million's shards first: bench_data shards %s\n", folder.c_str());
        std::exit(1);
    }
    bench::FigureSource source(drawn, 2);
    bench::StoreBuilder stores(folder / "archive");
    const Progress progress("archive", figures);
    for (int shard = 0, done = 0; done < figures; ++shard) {
        const std::size_t twin = static_cast<std::size_t>(shard) % pictures.size();
        const fs::path path = folder / "archive-shards" / bench::nameOfShard(shard);
        link(folder / "million-shards" / bench::nameOfShard(static_cast<int>(twin)), path);
        source.beginShard(shard);
        stores.beginShard(path);
        for (int i = 0; i < bench::figuresInShard && done < figures; ++i, ++done) {
            const bench::MadeFigure& figure = source.next();
            const auto& places = pictures[twin][figure.picture % pictures[twin].size()];
            stores.add({figure.key, {places[static_cast<std::size_t>(i) % places.size()]}}, figure.metadata);
        }
        if (shard % 10 == 9 || done == figures)
            progress.tell(done);
    }
    std::fprintf(stderr, "archive: indexes of the catalog, last merges, columns\n");
    stores.finish();
    progress.tell(figures);
}

} // namespace

int main(int argc, char** argv)
{
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (argc < 3 || (what != "shards" && what != "archive")) {
        std::fprintf(stderr, "bench_data shards|archive FOLDER [FIGURES]\n");
        return 2;
    }
    std::error_code ignored;
    const fs::path folder = fs::absolute(argv[2], ignored).lexically_normal();
    int figures = what == "shards" ? 1'000'000 : 24'000'000;
    if (argc > 3)
        std::from_chars(argv[3], argv[3] + std::strlen(argv[3]), figures);
    if (what == "shards")
        writeShards(folder / "million-shards", figures);
    else
        buildArchive(folder, figures);
}
