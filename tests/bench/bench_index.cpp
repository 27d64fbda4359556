// Indexing shards of real size, step by step, against Python's tarfile and json and against reading the same files:
// each in turn, warm files, medians. Usage: bench_index FOLDER [SHARDS]

#include "core/shards/shard.h"
#include "tests/bench/bench.h"
#include "tests/bench/ingest_stages.h"
#include "tests/bench/real_size.h"

#include <fstream>
#include <nlohmann/json.hpp>

using namespace biomedica;
namespace fs = std::filesystem;

namespace {

constexpr int samplesInShard = 3000;
int shardCount = 3;
double samples = 0;

template <typename Work>
double medianOf(int rounds, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i)
        times.push_back(bench::millisecondsOf(work));
    return bench::quantile(times, 0.5);
}

void print(const char* what, double milliseconds, double count = samples)
{
    std::printf("  %-58s %9.0f samples/s %9.0f ms\n", what, count / milliseconds * 1000, milliseconds);
}

void print(const char* what, const bench::Cost& cost)
{
    std::printf("  %-58s %9.0f samples/s %9.0f ms; processor %5.1f us a sample\n", what, samples / cost.wall * 1000,
                cost.wall, cost.processor * 1000 / samples);
}

double run(const std::string& command)
{
    return bench::millisecondsOf([&] {
        if (std::system(command.c_str()) != 0)
            std::exit(1);
    });
}

struct Scanned {
    shards::ShardPointer shard;
    shards::ShardScan scan;
};

std::vector<Scanned> scanAll(const fs::path& folder)
{
    std::vector<Scanned> all;
    shards::OpenShards open;
    for (const fs::path& path : bench::must(shards::findShards(folder))) {
        auto shard = bench::must(open.open(path));
        auto scan = bench::must(shards::scanShard(shard, {}));
        all.push_back({std::move(shard), std::move(scan)});
    }
    return all;
}

/// The nlohmann reader that passes over everything: the least that it has to do.
struct Ignoring : nlohmann::json_sax<nlohmann::json> {
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }
};

void compareParsers(const std::vector<Scanned>& all)
{
    constexpr std::size_t count = 1000;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i)
        texts.push_back(bench::must(shards::readMember(*all[0].shard, *all[0].scan.samples[i].metadata(), 1 << 30)));
    shards::MetadataReader reader;
    std::printf("one sample's JSON (%zu bytes), one thread\n", texts[0].size());
    print("our fields (simdjson)",
          medianOf(5,
                   [&] {
                       for (const std::string& text : texts)
                           bench::must(reader.read(text));
                   }),
          count);
    print("nlohmann SAX, nothing kept",
          medianOf(3,
                   [&] {
                       Ignoring ignoring;
                       for (const std::string& text : texts)
                           nlohmann::json::sax_parse(text, &ignoring);
                   }),
          count);
    std::string text;
    double kept = 0;
    print("reading the text",
          medianOf(5,
                   [&] {
                       for (std::size_t i = 0; i < count; ++i) {
                           bench::must(shards::readMemberInto(text, *all[0].shard, *all[0].scan.samples[i].metadata(),
                                                              1 << 30, {}));
                           kept += text.back();
                       }
                   }),
          count);
}

const fs::path& emptied(const fs::path& folder)
{
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

void printStages(const fs::path& shards, const fs::path& into, textsearch::IndexedTexts texts)
{
    bench::Cost all;
    for (const auto& [stage, cost] : bench::ingestStages(shards, emptied(into), texts)) {
        print(("  " + stage).c_str(), cost);
        if (stage != bench::readStage) { // which is in the next one, too
            all.wall += cost.wall;
            all.processor += cost.processor;
        }
    }
    print("  together", all);
}

} // namespace

int main(int argc, char** argv)
{
    using enum textsearch::IndexedTexts;
    const fs::path data = argc > 1 ? argv[1] : "bench-data";
    if (argc > 2)
        shardCount = std::max(1, std::atoi(argv[2]));
    samples = shardCount * samplesInShard;
    const fs::path folder = bench::realSizeShards(data, shardCount, samplesInShard);
    const fs::path index = data / "index";
    const std::string quoted = "'" + folder.string() + "'";
    const std::string cat = "cat " + quoted + "/*.tar > /dev/null";
    run(cat);

    std::printf("%d shards of %d samples: 97 KB picture, 115 KB JSON, 1.1 KB caption\n", shardCount, samplesInShard);
    std::vector<bench::Cost> scans, ingests, wholeIngests;
    std::vector<double> theirScans, theirIngests, cats;
    for (int round = 0; round < 7; ++round) {
        scans.push_back(bench::costOf([&] { scanAll(folder); }));
        cats.push_back(run(cat));
        emptied(index);
        ingests.push_back(bench::costOf([&] { bench::ingest(folder, index, CaptionsAndTitles); }));
        emptied(index);
        wholeIngests.push_back(bench::costOf([&] { bench::ingest(folder, index, All); }));
        if (round < 3) {
            theirScans.push_back(run("python3 " BENCH_SOURCE "/scan_peer.py " + quoted));
            theirIngests.push_back(run("python3 " BENCH_SOURCE "/index_peer.py " + quoted));
        }
    }
    const bench::Cost scan = bench::median(scans), ingest = bench::median(ingests), whole = bench::median(wholeIngests);
    const double theirScan = bench::quantile(theirScans, 0.5), theirIngest = bench::quantile(theirIngests, 0.5);
    const double reading = bench::quantile(cats, 0.5);
    print("header scan and grouping", scan);
    print("Python tarfile, headers", theirScan);
    print("ingest: catalog, columns, text of captions and titles", ingest);
    print("ingest: the same with mentions and abstracts", whole);
    print("Python tarfile + json, reading only", theirIngest);
    print("cat of the same files", reading);
    std::printf("  scan: %.1f x tarfile; ingest: %.1f (all texts: %.1f) x tarfile + json, %.2f (%.2f) of cat\n",
                theirScan / scan.wall, theirIngest / ingest.wall, theirIngest / whole.wall, reading / ingest.wall,
                reading / whole.wall);
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(index))
        bytes += entry.is_regular_file() ? entry.file_size() : 0;
    std::printf("  derived data with all texts: %.0f bytes a figure\n", static_cast<double>(bytes) / samples);
    std::printf("each stage alone, one thread, captions and titles\n");
    printStages(folder, index, CaptionsAndTitles);
    std::printf("each stage alone, one thread, all texts\n");
    printStages(folder, index, All);
    compareParsers(scanAll(folder));
    fs::remove_all(index);
}
