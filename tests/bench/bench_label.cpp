// Decisions, durable on disk: one figure, and all figures of a query. The peer is an fsync of a small
// file on the same disk: nothing durable can be faster. Then the consensus of three annotators.
// A second argument is the number of figures.

#include "tests/bench/bench.h"

#include "core/base/file.h"
#include "core/db/database.h"

using namespace biomedica;

namespace {

/// Three annotators on every figure; the peer is the snapshot that every decision makes anew from the same votes.
void reportAgreement(workspace::Workspace& workspace, const std::vector<RowId>& all)
{
    for (std::size_t annotator = 0; annotator < 3; ++annotator)
        for (std::size_t answer = 0; answer < 3; ++answer) {
            workspace::LabelRequest request;
            request.annotator = "expert " + std::to_string(annotator);
            for (std::size_t i = 0; i < all.size(); ++i)
                if ((i % 7 < 5 ? i : i / (annotator + 1)) % 3 == answer)
                    request.rows.push_back(all[i]);
            request.decision[Question::Primary] =
                journal::Vote{false, {std::array{"Maps", "Tables", "Microscopy"}[answer]}};
            const double decided = bench::millisecondsOf([&] { bench::must(workspace.decide(request)); });
            if (annotator == 2 && answer == 2)
                std::printf("  the last decision, snapshot made anew    %9.1f ms\n", decided);
        }
    for (const std::size_t resamples : {0, 1000}) {
        workspace::ConsensusRequest request;
        request.bootstrap.resamples = resamples;
        const double reported = bench::millisecondsOf([&] { bench::must(workspace.consensusReport(request, {})); });
        std::printf("  consensus of %7zu figures, %4zu resamples %6.1f ms\n", all.size(), resamples, reported);
    }
}

} // namespace

int main(int argc, char** argv)
{
    const std::filesystem::path data = argc > 1 ? argv[1] : "bench-data";
    const int figures = argc > 2 ? std::atoi(argv[2]) : 10'000;
    const std::filesystem::path decisions = data / bench::nameOf("collection-", figures, 8) / "decisions";
    std::filesystem::remove_all(decisions);
    auto workspace = bench::tinyCollection(data, figures);
    const auto all = bench::must(workspace->search({}, {}))->figures.rows();
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
    const auto journalBytes = [&] {
        const std::filesystem::path path = decisions / "journal.sqlite";
        bench::must(bench::must(db::Connection::open(path, db::Access::ReadWrite))
                        .execute("PRAGMA wal_checkpoint(TRUNCATE)")); // all of it is in the file then
        return std::filesystem::file_size(path);
    };
    measure(1, 300);
    constexpr int bulkRounds = 20;
    const std::uintmax_t before = journalBytes();
    measure(all.size(), bulkRounds);
    std::printf("  journal growth of such a decision    %9.2f bytes a figure\n",
                static_cast<double>(journalBytes() - before) / bulkRounds / static_cast<double>(all.size()));
    // Half of them, so that the figures are labelled in what follows. With the labels as a window shows them.
    std::vector<double> undos;
    for (int round = 0; round < bulkRounds / 2; ++round)
        undos.push_back(bench::millisecondsOf([&] {
            bench::must(workspace->undo({}, {}));
            bench::must(workspace->snapshot());
        }));
    std::printf("  undo of one, with its snapshot           p50 %7.2f ms   p95 %7.2f ms\n", bench::quantile(undos, 0.5),
                bench::quantile(undos, 0.95));
    measure(1, 300);
    reportAgreement(*workspace, all);
    std::vector<double> syncs;
    File file = bench::must(File::createForWriting(data / "sync"));
    for (int round = 0; round < 300; ++round)
        syncs.push_back(bench::millisecondsOf([&] {
            if (!file.append(std::string(4096, 'x')) || !file.sync())
                std::exit(1);
        }));
    std::printf("  appending 4 KB and fsync             p50 %7.2f ms   p95 %7.2f ms\n", bench::quantile(syncs, 0.5),
                bench::quantile(syncs, 0.95));
}
