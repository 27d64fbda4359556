// Decisions, durable on disk: one figure, and all figures of a query. The peer is an fsync of a small
// file on the same disk: nothing durable can be faster.

#include "tests/bench/bench.h"

#include "core/base/file.h"

using namespace biomedica;

int main(int argc, char** argv)
{
    const std::filesystem::path data = argc > 1 ? argv[1] : "bench-data";
    constexpr int figures = 10'000;
    std::filesystem::remove_all(data / "label");
    auto workspace = bench::must(workspace::Workspace::create(data / "label"));
    bench::must(workspace->index({bench::tinyShard(data, figures)}, {}, {}, [](const catalog::Problem&) {}));
    const auto all = bench::must(workspace->search({}, {}))->order;
    workspace::LabelRequest request;
    request.annotator = "bench";
    const auto measure = [&](std::size_t targets, int rounds) {
        std::vector<double> times;
        for (int round = 0; round < rounds; ++round) {
            request.rows.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(targets));
            if (targets == 1)
                request.rows = {all[static_cast<std::size_t>(round) % all.size()]};
            request.decision[Question::Primary] = journal::Vote{false, {round % 2 ? "Maps" : "Tables"}};
            times.push_back(bench::millisecondsOf([&] { bench::must(workspace->decide(request)); }));
        }
        std::printf("  one decision over %6zu figures   p50 %7.2f ms   p95 %7.2f ms\n", targets,
                    bench::quantile(times, 0.5), bench::quantile(times, 0.95));
    };
    measure(1, 300);
    measure(all.size(), 20);
    std::vector<double> syncs;
    File file = bench::must(File::createForWriting(data / "sync"));
    for (int round = 0; round < 300; ++round)
        syncs.push_back(bench::millisecondsOf([&] {
            if (!file.append(std::string(4096, 'x')) || !file.sync())
                std::exit(1);
        }));
    std::printf("  appending 4 KB and fsync             p50 %7.2f ms   p95 %7.2f ms\n", bench::quantile(syncs, 0.5),
                bench::quantile(syncs, 0.95));
    syncs.clear();
    for (int round = 0; round < 20; ++round)
        syncs.push_back(bench::millisecondsOf([&] { bench::must(workspace->undo({}, {})); }));
    std::printf("  undo of one over %7zu figures   p50 %7.2f ms   p95 %7.2f ms\n", all.size(),
                bench::quantile(syncs, 0.5), bench::quantile(syncs, 0.95));
}
