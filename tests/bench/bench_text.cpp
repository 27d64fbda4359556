// The text index on N synthetic captions against SQLite's FTS5 on the same texts, in one run.
//
//   bench_text FOLDER [captions = 200000] [captions for FTS5 = the same, at most 1000000; 0 = no peer] [keep]
//
// With "keep" our index stays, and one that is there from another run is asked as it is.
//
// Captions follow the lengths and word frequencies of real ones where BIOMEDICA_TEST_DATA is set
// (entrez/roco_validation), with pairs of words that stand in a row more often than chance; else Zipf's law.

#include "core/base/text.h"
#include "core/db/database.h"
#include "core/textsearch/merging.h"
#include "core/textsearch/segment_builder.h"
#include "core/textsearch/segment_set.h"
#include "core/textsearch/text_query.h"
#include "tests/bench/captions.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <sys/resource.h>
#include <thread>

using namespace biomedica;
using namespace biomedica::textsearch;

namespace {

namespace fs = std::filesystem;
using bench::millisecondsOf;
using bench::must;
using bench::quantile;

constexpr std::size_t segmentMemory = 128 << 20;

struct Built {
    double seconds = 0, mergeSeconds = 0;
    std::uint64_t bytes = 0;
};

/// Captions are made batch by batch, outside of the time that is measured.
template <typename Take>
double forEachCaption(std::uint32_t count, Take take)
{
    bench::CaptionSource source;
    constexpr std::uint32_t batch = 20'000;
    double milliseconds = 0;
    for (std::uint32_t row = 1; row <= count;) {
        std::vector<std::string> captions;
        for (std::uint32_t i = 0; i < batch && row + i <= count; ++i)
            captions.push_back(source.next());
        milliseconds += millisecondsOf([&] {
            for (const std::string& caption : captions)
                take(row++, caption);
        });
    }
    return milliseconds / 1000;
}

Built buildOurs(const fs::path& folder, std::uint32_t captions)
{
    fs::create_directories(folder);
    SegmentBuilder builder(Space::Figures);
    std::vector<fs::path> files;
    const auto write = [&] {
        files.push_back(folder / (std::to_string(files.size()) + ".text"));
        must(builder.write(files.back()));
    };
    Built built;
    built.seconds = forEachCaption(captions, [&](std::uint32_t row, const std::string& caption) {
        builder.beginDocument(row);
        builder.add(0, caption);
        if (builder.bytes() >= segmentMemory)
            write();
    });
    built.seconds += millisecondsOf([&] {
                         if (!builder.isEmpty())
                             write();
                     })
                     / 1000;
    built.mergeSeconds = millisecondsOf([&] {
                             std::vector<SegmentPointer> segments;
                             for (const fs::path& file : files)
                                 segments.push_back(must(Segment::open(file)));
                             if (segments.size() > 1)
                                 must(mergeSegments(segments, nullptr, folder / "merged.text", {}));
                         })
                         / 1000;
    if (files.size() > 1)
        for (const fs::path& file : files)
            fs::remove(file);
    else
        fs::rename(files.front(), folder / "merged.text");
    built.bytes = fs::file_size(folder / "merged.text");
    return built;
}

Built buildPeer(const fs::path& file, std::uint32_t captions)
{
    fs::remove(file);
    auto connection = must(db::Connection::open(file, db::Access::Create));
    must(connection.execute("CREATE VIRTUAL TABLE t USING fts5(caption, content='', tokenize='ascii');"
                            "INSERT INTO t(t, rank) VALUES ('hashsize', 67108864);"));
    auto insert = must(connection.prepare("INSERT INTO t (rowid, caption) VALUES (?1, ?2)"));
    Built built;
    {
        auto transaction = must(db::Transaction::begin(connection));
        built.seconds = forEachCaption(captions, [&](std::uint32_t row, const std::string& caption) {
            insert.bind(1, row).bind(2, foldedWords(caption));
            must(insert.run());
        });
        built.seconds += millisecondsOf([&] { must(transaction.commit()); }) / 1000;
    }
    built.mergeSeconds =
        millisecondsOf([&] { must(connection.execute("INSERT INTO t(t) VALUES ('optimize')")); }) / 1000;
    must(connection.execute("VACUUM"));
    built.bytes = static_cast<std::uint64_t>(must(connection.integer("PRAGMA page_size")))
                  * static_cast<std::uint64_t>(must(connection.integer("PRAGMA page_count")));
    return built;
}

struct QueryKind {
    std::string name;
    std::vector<std::vector<Pattern>> queries; ///< each a conjunction
    bool isFiltered = false;
};

Pattern word(const std::string& text)
{
    return {{text}, false, true};
}

/// The FTS5 expression of the same query.
std::string expression(const std::vector<Pattern>& patterns)
{
    std::string text;
    for (const Pattern& pattern : patterns)
        text += (text.empty() ? "\"" : " AND \"") + join(pattern.words, " ") + "\"" + (pattern.isPrefix ? " *" : "");
    return text;
}

class Searcher {
public:
    Searcher(const fs::path& file, std::uint32_t captions)
        : m_set(must(SegmentSet::of({must(Segment::open(file))}))), m_articleOfRow(captions + 1),
          m_articles(std::make_shared<ArticleFigures>(m_articleOfRow)), m_filter(captions + 1)
    {
        std::mt19937 random(9);
        for (std::uint32_t row = 1; row <= captions; ++row)
            if (random() % 4 == 0)
                m_filter.set(row);
    }

    std::size_t best(const std::vector<Pattern>& patterns, bool isFiltered) const
    {
        return run(patterns, isFiltered, 50);
    }
    std::size_t count(const std::vector<Pattern>& patterns, bool isFiltered) const
    {
        return run(patterns, isFiltered, 0);
    }

private:
    std::size_t run(const std::vector<Pattern>& patterns, bool isFiltered, std::size_t best) const
    {
        TextQuery query(m_set, m_articles);
        std::optional<Bitmap> members;
        for (const Pattern& pattern : patterns) {
            Bitmap found = must(query.find(pattern, unsigned(TextField::Caption), best > 0, {}));
            if (members)
                *members &= found;
            else
                members = std::move(found);
        }
        if (isFiltered)
            *members &= m_filter;
        const std::size_t total = members->count();
        if (best > 0 && query.isScored())
            must(query.best(*members, best, {}));
        return total;
    }

    std::shared_ptr<const SegmentSet> m_set;
    std::vector<ArticleId> m_articleOfRow;
    std::shared_ptr<const ArticleFigures> m_articles;
    Bitmap m_filter;
};

std::vector<QueryKind> queryKinds(const std::vector<bench::WordCount>& words, std::uint32_t captions)
{
    const auto between = [&](double low, double high, std::size_t most) {
        std::vector<std::string> found;
        for (const bench::WordCount& counted : words)
            if (const double share = static_cast<double>(counted.captions) / captions; share >= low && share <= high)
                found.push_back(counted.word);
        std::vector<std::string> spread;
        for (std::size_t i = 0; i < most && !found.empty(); ++i)
            spread.push_back(found[i * found.size() / most]);
        return spread;
    };
    QueryKind common{"common word (most frequent)", {{word(words.front().word)}}};
    QueryKind mid{"word in 1-5 %", {}}, rare{"word in 0.01-0.1 %", {}}, two{"two words of 1-5 %", {}},
        mixed{"common and 1-5 %", {}}, commons{"two words above 5 %", {}}, phrase{"phrase, both in 1-5 %", {}},
        prefix{"prefix of 4", {}}, short3{"prefix of 3", {}}, short2{"prefix of 2", {}},
        filtered{"word in 1-5 %, filter of 25 %", {}, true},
        commonFiltered{"common word, filter of 25 %", {{word(words.front().word)}}, true};
    const auto mids = between(0.01, 0.05, 20);
    const auto frequent = between(0.05, 1.0, 10);
    for (std::size_t i = 0; i < mids.size(); ++i) {
        const std::string& next = mids[(i + 1) % mids.size()];
        mid.queries.push_back({word(mids[i])});
        filtered.queries.push_back({word(mids[i])});
        two.queries.push_back({word(mids[i]), word(next)});
        mixed.queries.push_back({word(words.front().word), word(mids[i])});
        phrase.queries.push_back({{{mids[i], next}, false, true}});
        if (mids[i].size() >= 4)
            prefix.queries.push_back({{{mids[i].substr(0, 4)}, true, false}});
        if (mids[i].size() >= 3)
            short3.queries.push_back({{{mids[i].substr(0, 3)}, true, false}});
        short2.queries.push_back({{{mids[i].substr(0, 2)}, true, false}});
    }
    for (std::size_t i = 0; i + 1 < frequent.size(); ++i)
        commons.queries.push_back({word(frequent[i]), word(frequent[i + 1])});
    for (const std::string& text : between(0.0001, 0.001, 20))
        rare.queries.push_back({word(text)});
    return {common, commons, mixed, mid, rare, two, phrase, prefix, short3, short2, filtered, commonFiltered};
}

void printOurs(const QueryKind& kind, const Searcher& searcher, int rounds)
{
    std::vector<double> best, counting;
    std::size_t total = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const auto& patterns : kind.queries) {
            best.push_back(millisecondsOf([&] { total += searcher.best(patterns, kind.isFiltered); }));
            counting.push_back(millisecondsOf([&] { searcher.count(patterns, kind.isFiltered); }));
        }
    }
    std::printf("  %-32s%4zu%12zu%10.2f%10.2f%10.2f%10.2f", kind.name.c_str(), kind.queries.size(), total / best.size(),
                quantile(best, 0.5), quantile(best, 0.95), quantile(counting, 0.5), quantile(counting, 0.95));
}

void printPeer(const QueryKind& kind, db::Connection& connection, const Searcher& searcher, bool isCompared)
{
    std::vector<double> best, counting;
    auto ranked = must(connection.prepare("SELECT rowid FROM t WHERE t MATCH ?1 ORDER BY rank LIMIT 50"));
    auto counted = must(connection.prepare("SELECT count(*) FROM t WHERE t MATCH ?1"));
    for (const auto& patterns : kind.queries) {
        for (auto* statement : {&ranked, &counted}) {
            std::int64_t first = 0;
            (statement == &ranked ? best : counting).push_back(millisecondsOf([&] {
                statement->bind(1, expression(patterns));
                while (must(statement->step()))
                    first = statement->integer(0);
                statement->reset();
            }));
            if (statement == &counted && isCompared
                && static_cast<std::size_t>(first) != searcher.count(patterns, false))
                std::printf("\nDIFFERENT COUNTS for %s\n", expression(patterns).c_str());
        }
    }
    std::printf("%12.1f%10.1f", quantile(best, 0.5), quantile(counting, 0.5));
}

} // namespace

int main(int argc, char** argv)
{
    const fs::path folder = argc > 1 ? argv[1] : "bench-data";
    const auto captions = static_cast<std::uint32_t>(argc > 2 ? std::stoul(argv[2]) : 200'000);
    const auto ofPeer = static_cast<std::uint32_t>(argc > 3 ? std::stoul(argv[3]) : std::min(captions, 1'000'000u));
    const fs::path ours = folder / ("text-" + std::to_string(captions));
    const fs::path peer = folder / ("fts5-" + std::to_string(ofPeer) + ".sqlite");
    fs::create_directories(folder);
    double load[3] = {};
    ::getloadavg(load, 3);
    std::printf("%u captions (FTS5: %u), load of the machine %.1f\n", captions, ofPeer, load[0]);

    const bool isKept = argc > 4;
    Built built;
    if (!isKept || !fs::exists(ours / "merged.text")) {
        built = buildOurs(ours, captions);
        std::printf("  %-20s%14s%14s%14s\n", "build", "captions/s", "merge s", "bytes/caption");
        std::printf("  %-20s%14.0f%14.1f%14.1f\n", "ours", captions / built.seconds, built.mergeSeconds,
                    static_cast<double>(built.bytes) / captions);
    }
    if (ofPeer > 0) {
        const Built theirs = buildPeer(peer, ofPeer);
        std::printf("  %-20s%14.0f%14.1f%14.1f\n", "FTS5", ofPeer / theirs.seconds, theirs.mergeSeconds,
                    static_cast<double>(theirs.bytes) / ofPeer);
        if (built.seconds > 0)
            std::printf("  %-20s%14.2f%14s%14.2f\n", "ratio", captions / built.seconds / (ofPeer / theirs.seconds), "",
                        static_cast<double>(built.bytes) / captions / (static_cast<double>(theirs.bytes) / ofPeer));
    }
    const auto words = bench::wordCounts(std::min(captions, 50'000u));
    const Searcher searcher(ours / "merged.text", captions);
    std::printf("  %-32s%4s%12s%10s%10s%10s%10s%12s%10s\n", "query, best 50", "n", "matches", "p50 ms", "p95 ms",
                "count p50", "p95", "FTS5 best", "count");
    std::optional<db::Connection> connection;
    if (ofPeer > 0)
        connection = must(db::Connection::open(peer, db::Access::ReadOnly));
    for (const QueryKind& kind : queryKinds(words, std::min(captions, 50'000u))) {
        if (kind.queries.empty())
            continue;
        printOurs(kind, searcher, kind.queries.size() == 1 ? 40 : 5);
        if (connection && !kind.isFiltered)
            printPeer(kind, *connection, searcher, ofPeer == captions);
        std::printf("\n");
        std::fflush(stdout);
    }
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("  peak resident memory, mapped files and building included: %ld MB\n", usage.ru_maxrss / 1024);
    connection.reset();
    fs::remove(peer);
    if (!isKept)
        fs::remove_all(ours);
}
