// Indexing against Python's tarfile + json on the same shards, in turn, five times; warm files.

#include "tests/bench/bench.h"

using namespace biomedica;

int main(int argc, char** argv)
{
    const std::filesystem::path data = argc > 1 ? argv[1] : "bench-data";
    constexpr int figures = 2000;
    const std::filesystem::path shards = bench::demoShards(data, figures);
    const std::string python = "python3 " BENCH_SOURCE "/index_peer.py '" + shards.string() + "'";
    std::vector<double> ours, theirs;
    for (int round = 0; round < 5; ++round) {
        std::filesystem::remove_all(data / "index");
        auto workspace = bench::must(workspace::Workspace::create(data / "index"));
        ours.push_back(bench::millisecondsOf(
            [&] { bench::must(workspace->index({shards}, {}, {}, [](const catalog::Problem&) {})); }));
        theirs.push_back(bench::millisecondsOf([&] {
            if (std::system(python.c_str()) != 0)
                std::exit(1);
        }));
    }
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data / "index/derived"))
        bytes += entry.file_size();
    const auto rate = [&](double milliseconds) { return figures / milliseconds * 1000; };
    std::printf("indexing %d figures with 100 KB of article text each, median of 5\n", figures);
    std::printf("  biomedica index (catalog + full text)  %8.0f figures/s\n", rate(bench::quantile(ours, 0.5)));
    std::printf("  Python tarfile + json (reading only)   %8.0f figures/s\n", rate(bench::quantile(theirs, 0.5)));
    std::printf("  ratio                                  %8.1f\n",
                bench::quantile(theirs, 0.5) / bench::quantile(ours, 0.5));
    std::printf("  catalog and text index                 %8.0f bytes a figure\n",
                static_cast<double>(bytes) / figures);
}
