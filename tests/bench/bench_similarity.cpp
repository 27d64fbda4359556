// Nearest neighbours among N × 512 made-up vectors: ours, with and without filters, next to FAISS and hnswlib in the
// same run where they were found and N is at most a million.
//
//   bench_similarity FOLDER [vectors = 1000000] [clusters = 10000] [latent = 64] [peers | alone] [keep]
//   bench_similarity FOLDER VECTORS.npy [vectors = 1000000] [jitter in percent = 50] [peers | alone] [keep]
//
// One cluster is data without structure: `bench_similarity FOLDER 1000000 1 200 alone` (and 400). VECTORS.npy holds
// real ones, as `biomedica vectors export` writes them; as many as are wanted are made from them by jitter.
// 24 million take 27 GB in FOLDER. "keep" leaves them for another run, with the answers; otherwise they are removed.
// Recall is against every vector scored, for 100 queries that are not among the vectors. "CPU ms" is the median of what
// all threads take: what counts where others work on the machine. Memory is RssAnon: mapped files are not in it.

#include "core/similarity/exact_scan.h"
#include "core/similarity/near_pairs.h"
#include "core/similarity/store/vector_writer.h"
#include "tests/bench/measure.h"
#include "tests/bench/similarity_peers.h"
#include "tests/bench/vector_source.h"

#include <cstring>
#include <functional>
#include <numeric>
#include <set>
#include <sys/mman.h>
#include <thread>
#include <unistd.h>

using namespace biomedica;
using namespace biomedica::similarity;
using namespace biomedica::bench;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t k = 10;
constexpr std::size_t measuredQueries = 100, timedQueries = 500;
constexpr double mostSeconds = 600;

struct Options {
    fs::path folder, real; ///< real: the `.npy`, if any
    std::size_t vectors = 1'000'000, clusters = 10'000, latent = 64, jitterPercent = 50;
    bool hasPeers = true, isKept = false;
};

FigureId idOf(std::uint64_t number)
{
    return FigureId((number + 1) * 0x9e3779b97f4a7c15);
}

void makeRows(const VectorSource& source, std::uint64_t first, std::size_t count, float* rows)
{
    const auto make = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            source.make(first + i, rows + i * source.dimensions());
    };
    const std::jthread second(make, count / 2, count);
    make(0, count / 2);
}

struct Built {
    double seconds = 0;   ///< without making the vectors
    double megabytes = 0; ///< the largest RssAnon
};

Built build(const std::shared_ptr<VectorStore>& store, const VectorSource& source, std::size_t count)
{
    const std::size_t dimensions = source.dimensions();
    Built built;
    auto writer = must(store->writer());
    std::vector<float> rows(16'384 * dimensions);
    for (std::size_t first = 0; first < count;) {
        const std::size_t some = std::min(rows.size() / dimensions, count - first);
        makeRows(source, first, some, rows.data());
        built.seconds += millisecondsOf([&] {
                             for (std::size_t i = 0; i < some; ++i)
                                 must(writer.add(idOf(first + i), std::span(rows).subspan(i * dimensions, dimensions)));
                         })
                         / 1000;
        built.megabytes = std::max(built.megabytes, anonymousMegabytes());
        first += some;
        if (first % (1 << 20) < some)
            std::fprintf(stderr, "%zu vectors, %.0f s\n", first, built.seconds);
    }
    built.seconds += millisecondsOf([&] { must(writer.commit()); }) / 1000;
    return built;
}

double diskGigabytes(const fs::path& folder)
{
    double bytes = 0;
    for (const auto& entry : fs::directory_iterator(folder))
        bytes += static_cast<double>(entry.file_size());
    return bytes / 1e9;
}

/// The share of the batches' bytes that lies in memory.
double warmth(const VectorSet& set)
{
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    std::size_t pages = 0, resident = 0;
    for (const VectorPart& part : set.parts()) {
        const auto rows = part.batch->row(0);
        const std::size_t count = part.batch->size() * rows.size_bytes() / page;
        std::vector<unsigned char> states(count);
        auto* const begin = const_cast<Half*>(rows.data());
        if (count == 0 || ::mincore(begin, count * page, states.data()) != 0)
            continue;
        pages += count;
        for (const unsigned char state : states)
            resident += state & 1;
    }
    return pages == 0 ? 0 : static_cast<double>(resident) / static_cast<double>(pages);
}

double recallOf(const std::vector<FigureId>& found, const std::vector<Neighbour>& expected)
{
    std::set<FigureId> right;
    for (const Neighbour& neighbour : expected)
        right.insert(neighbour.id);
    std::size_t hits = 0;
    for (const FigureId id : found)
        hits += right.contains(id);
    return static_cast<double>(hits) / static_cast<double>(std::max<std::size_t>(1, expected.size()));
}

using Search = std::function<std::vector<FigureId>(std::span<const float> query)>;

class Queries {
public:
    Queries(const VectorSource& source, std::uint64_t first, std::size_t count)
        : m_dimensions(source.dimensions()), m_vectors(count * m_dimensions)
    {
        makeRows(source, first, count, m_vectors.data());
    }
    std::size_t count() const { return m_vectors.size() / m_dimensions; }
    std::span<const float> first(std::size_t n) const { return std::span(m_vectors).first(n * m_dimensions); }
    std::span<const float> at(std::size_t i) const
    {
        return std::span(m_vectors).subspan(i * m_dimensions, m_dimensions);
    }

private:
    std::size_t m_dimensions;
    std::vector<float> m_vectors;
};

void measure(const std::string& name, const Queries& queries, const std::vector<std::vector<Neighbour>>& expected,
             const Search& search, const std::string& note)
{
    std::vector<double> times;
    std::vector<Cost> costs;
    double recall = 0;
    for (std::size_t i = 0; i < queries.count(); ++i) {
        std::vector<FigureId> found;
        costs.push_back(costOf([&] { found = search(queries.at(i)); }));
        times.push_back(costs.back().wall);
        if (i < expected.size())
            recall += recallOf(found, expected[i]) / static_cast<double>(expected.size());
        const double sum = std::accumulate(times.begin(), times.end(), 0.0);
        if (i + 1 >= expected.size() && sum > 60'000)
            break;
    }
    std::printf("| %-34s | %8.2f | %8.2f | %8.2f | %6.3f | %s |\n", name.c_str(), quantile(times, 0.5),
                quantile(times, 0.95), median(costs).processor, recall, note.c_str());
    std::fflush(stdout);
}

std::string text(const char* format, double number)
{
    char line[64];
    std::snprintf(line, sizeof line, format, number);
    return line;
}

std::vector<FigureId> idsOf(const std::vector<Neighbour>& found)
{
    std::vector<FigureId> ids;
    for (const Neighbour& neighbour : found)
        ids.push_back(neighbour.id);
    return ids;
}

void measureOurs(const NeighbourSearch& search, const Queries& queries,
                 const std::vector<std::vector<Neighbour>>& expected, const std::string& name, const Bitmap* allowed)
{
    double estimated = 0, scored = 0;
    std::size_t count = 0;
    const Search ours = [&](std::span<const float> query) {
        SearchEffort effort;
        auto found = must(search.nearest(query, k, allowed, {}, &effort));
        estimated += static_cast<double>(effort.estimated);
        scored += static_cast<double>(effort.scored);
        ++count;
        return idsOf(found);
    };
    for (std::size_t i = 0; i < 20; ++i) // the first ones bring pages into memory
        ours(queries.at(i));
    estimated = scored = 0;
    count = 0;
    measure(name, queries, expected, ours, "");
    std::printf("|   estimated %.0f, scored %.0f of %zu\n", estimated / static_cast<double>(count),
                scored / static_cast<double>(count), search.set().count());
}

struct Answers {
    std::vector<std::vector<Neighbour>> neighbours; ///< by query
    bool wereRemembered = false;
};

/// What `make` says of `count` queries, kept in a file: it takes a minute and more of 24 million vectors. The file
/// begins with k and the count, and is made anew where they are others.
template <typename Make>
Answers remembered(const fs::path& path, std::size_t count, const Make& make)
{
    const std::uint64_t asked[] = {k, count};
    std::uint64_t kept[2] = {};
    Answers answers{std::vector(count, std::vector<Neighbour>(k)), true};
    std::ifstream in(path, std::ios::binary);
    in.read(reinterpret_cast<char*>(kept), sizeof kept);
    if (in && std::ranges::equal(kept, asked))
        for (auto& answer : answers.neighbours)
            in.read(reinterpret_cast<char*>(answer.data()), static_cast<std::streamsize>(k * sizeof(Neighbour)));
    if (in && std::ranges::equal(kept, asked) && in.peek() == std::ifstream::traits_type::eof())
        return answers;
    answers = {make(), false};
    if (std::ranges::any_of(answers.neighbours, [](const auto& answer) { return answer.size() != k; }))
        return answers;
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(asked), sizeof asked);
    for (const auto& answer : answers.neighbours)
        out.write(reinterpret_cast<const char*>(answer.data()), static_cast<std::streamsize>(k * sizeof(Neighbour)));
    return answers;
}

void measureFilter(const NeighbourSearch& search, const Queries& queries, double share, const fs::path& answers)
{
    Bitmap allowed(search.set().size());
    for (std::size_t i = 0; i < allowed.size(); ++i)
        if (static_cast<double>(i * 0x9e3779b97f4a7c15 >> 40) < share * (1 << 24))
            allowed.set(i);
    const auto expected = remembered(answers, 20, [&] {
        return must(scanExactly(search.set(), queries.first(20), k, &allowed, search.threads(), {}));
    });
    measureOurs(search, queries, expected.neighbours, "ours, filter keeps " + text("%g", share * 100) + " %", &allowed);
}

void measurePeers(const VectorSource& source, std::size_t count, const Queries& queries,
                  const std::vector<std::vector<Neighbour>>& expected)
{
    const std::size_t dimensions = source.dimensions();
    std::vector<float> rows(count * dimensions);
    makeRows(source, 0, count, rows.data());
    for (const SimilarityPeer& peer : similarityPeers()) {
        const double before = anonymousMegabytes();
        std::size_t built = 0;
        const double seconds =
            millisecondsOf([&] { built = peer.build(rows.data(), count, dimensions, mostSeconds); }) / 1000;
        if (built < count) {
            std::printf("| %-34s | left out: %zu of %zu vectors in %.0f s |\n", peer.name.c_str(), built, count,
                        seconds);
            continue;
        }
        const Search search = [&](std::span<const float> query) {
            std::vector<FigureId> found;
            for (const std::int64_t label : peer.search(query.data(), k))
                if (label >= 0)
                    found.push_back(idOf(static_cast<std::uint64_t>(label)));
            return found;
        };
        measure(peer.name, queries, expected, search,
                text("built in %.0f s, ", seconds) + text("%+.0f MB", anonymousMegabytes() - before));
    }
}

void measureNearPairs(const NeighbourSearch& search)
{
    std::vector<NearPair> pairs;
    const double seconds = millisecondsOf([&] { pairs = must(findNearPairs(search, 0.95f, 8, nullptr, {})); }) / 1000;
    std::printf("| %-34s | %zu pairs in %.1f s |\n", "near pairs, cosine 0.95", pairs.size(), seconds);
    std::fflush(stdout);
}

Options parse(int argc, char** argv)
{
    Options options;
    options.folder = argv[1];
    const bool isReal = argc > 2 && fs::path(argv[2]).extension() == ".npy";
    if (isReal)
        options.real = argv[2];
    std::vector<std::size_t*> numbers = {&options.vectors};
    numbers.push_back(isReal ? &options.jitterPercent : &options.clusters);
    numbers.push_back(&options.latent);
    std::size_t place = 0;
    for (int i = isReal ? 3 : 2; i < argc; ++i) {
        if (std::strcmp(argv[i], "keep") == 0)
            options.isKept = true;
        else if (std::strcmp(argv[i], "alone") == 0)
            options.hasPeers = false;
        else if (std::strcmp(argv[i], "peers") != 0 && place < numbers.size())
            *numbers[place++] = std::stoull(argv[i]);
    }
    options.hasPeers = options.hasPeers && options.vectors <= 1'000'000;
    return options;
}

std::unique_ptr<VectorSource> sourceOf(const Options& options)
{
    if (!options.real.empty())
        return std::make_unique<JitteredVectors>(options.real, static_cast<float>(options.jitterPercent) / 100);
    return std::make_unique<MadeUpVectors>(options.clusters, options.latent);
}

/// A name of its own for everything that `options` ask for, so that vectors are not taken for others that were kept.
fs::path storeFolder(const Options& options)
{
    const std::string kind = options.real.empty()
                                 ? std::to_string(options.clusters) + "-" + std::to_string(options.latent)
                                 : options.real.stem().string() + "-" + std::to_string(options.jitterPercent);
    return options.folder / ("vectors-" + std::to_string(options.vectors) + "-" + kind);
}

void run(const Options& options)
{
    const auto source = sourceOf(options);
    const fs::path folder = storeFolder(options);
    const ModelInfo model{"made up", "1", static_cast<std::uint32_t>(source->dimensions())};
    const auto store = must(VectorStore::openOrCreate(folder, model));
    const Queries queries(*source, options.vectors, timedQueries);

    std::printf("%zu vectors of %zu numbers, %s; %u threads; %s\n", options.vectors, source->dimensions(),
                source->name().c_str(), std::thread::hardware_concurrency(), kernels().name);
    if (store->current()->count() < options.vectors) {
        const Built built = build(store, *source, options.vectors);
        std::printf("built in %.0f s with at most %.0f MB, %.2f GB on the disk\n", built.seconds, built.megabytes,
                    diskGigabytes(folder));
    }
    const double opening = millisecondsOf([&] { must(VectorStore::open(folder)); });
    const NeighbourSearch search(store->current());
    Answers answers;
    const double exact = millisecondsOf([&] {
        answers = remembered(folder / "exact", measuredQueries,
                             [&] { return must(search.exactOfMany(queries.first(measuredQueries), k)); });
    });
    const auto& expected = answers.neighbours;
    std::printf("opened in %.1f ms; %zu queries %s; nearest cosine %.3f, 10th %.3f; rows in memory: "
                "%.0f %%\n\n",
                opening, measuredQueries,
                answers.wereRemembered ? "remembered" : text("scored exactly in %.1f s", exact / 1000).c_str(),
                expected[0].front().cosine, expected[0].back().cosine, 100 * warmth(search.set()));
    std::printf("| %-34s | %8s | %8s | %8s | %6s | |\n", "", "p50 ms", "p95 ms", "CPU ms", "recall");
    measureOurs(search, queries, expected, "ours, asked for the first time", nullptr);
    measureOurs(search, queries, expected, "ours", nullptr);
    measureOurs(NeighbourSearch(store->current(), 1), queries, expected, "ours, one thread", nullptr);
    std::printf("|   RssAnon %.0f MB; rows in memory: %.0f %%\n", anonymousMegabytes(), 100 * warmth(search.set()));
    for (const double share : {0.001, 0.01, 0.5})
        measureFilter(search, queries, share, folder / ("exact-" + text("%g", share)));
    if (options.vectors <= 1'000'000)
        measure(
            "ours, every row scored", queries, expected,
            [&](std::span<const float> query) { return idsOf(must(search.exact(query, k))); }, "");
    if (options.vectors <= 1'000'000)
        measureNearPairs(search);
    if (options.hasPeers)
        measurePeers(*source, options.vectors, queries, expected);
    if (!options.isKept)
        fs::remove_all(folder);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(
            stderr,
            "bench_similarity FOLDER [VECTORS.npy] [vectors] [clusters, latent | jitter] [peers | alone] [keep]\n");
        return 2;
    }
    run(parse(argc, argv));
    return 0;
}
