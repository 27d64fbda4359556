// Query latency on 25,000 figures: from the parsed query to ranked ids and the exact total. What FTS5 needs for the
// same is in bench_text.

#include "tests/bench/bench.h"

using namespace biomedica;

int main(int argc, char** argv)
{
    const std::filesystem::path data = argc > 1 ? argv[1] : "bench-data";
    constexpr int figures = 25'000;
    auto workspace = bench::tinyCollection(data, figures);
    const char* queries[] = {"",
                             "w0",
                             "w40",
                             "w3000",
                             "w40 w50",
                             "\"w2 w5\"",
                             "w30*",
                             "w3 license:\"CC BY\" year:2010..2020 -panel:multiple",
                             "is:unlabelled primary:Microscopy"};
    std::printf("%d figures, 200 runs each%35s%10s%10s\n", figures, "total", "p50 ms", "p95 ms");
    for (const char* text : queries) {
        const auto query = bench::must(query::parse(text));
        std::vector<double> times;
        std::size_t total = 0;
        for (int round = 0; round < 200; ++round)
            times.push_back(bench::millisecondsOf([&] { total = bench::must(workspace->search(query, {}))->size(); }));
        std::printf("  %-52s%8zu%10.2f%10.2f\n", text, total, bench::quantile(times, 0.5),
                    bench::quantile(times, 0.95));
    }
    std::vector<double> times;
    const std::vector<query::Field> fields = {query::Field::License, query::Field::Year,      query::Field::Journal,
                                              query::Field::Primary, query::Field::Secondary, query::Field::PanelType};
    const auto query = bench::must(query::parse("w3"));
    for (int round = 0; round < 200; ++round)
        times.push_back(bench::millisecondsOf([&] { bench::must(workspace->facets(query, fields, true, {})); }));
    std::printf("  %-60s%10.2f%10.2f\n", "six facets of: w3", bench::quantile(times, 0.5),
                bench::quantile(times, 0.95));
}
