// Columns at 1 and 24 million figures, written straight into derived/columns with every field filled: how long a
// collection takes to open and what it takes of memory, and how long filters, counts, facets and orders take. The peer
// is SQLite on the same million, with an index where it helps it. Usage: bench_columns FOLDER [MILLIONS…]

#include "tests/bench/measure.h"

#include "core/annotation/labels.h"
#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/catalog/catalog.h"
#include "core/catalog/chunks.h"
#include "core/catalog/column_store.h"
#include "core/query/facets.h"
#include "core/query/sorting.h"

#include <cmath>
#include <cstring>
#include <fstream>
#include <functional>
#include <random>

using namespace biomedica;
using catalog::RowField;
using query::Field;

namespace {

namespace fs = std::filesystem;

constexpr Field facetFields[] = {Field::License, Field::Year,      Field::Journal,
                                 Field::Primary, Field::PanelType, Field::Cluster};

// ids of terms, in order
constexpr int licenses = 6, journals = 9000, clusters = 2000, classes = 150, panels = 2;
constexpr int firstJournal = 1 + licenses, firstCluster = firstJournal + journals, firstClass = firstCluster + clusters,
              firstPanel = firstClass + classes, terms = firstPanel + panels;

/// Few values are common and many rare, as with journals and words.
std::int64_t skewed(std::mt19937_64& random, int many)
{
    const double uniform = static_cast<double>(random() >> 11) * 0x1p-53;
    return static_cast<std::int64_t>(std::pow(many + 1.0, uniform)) - 1;
}

catalog::RowChunk rowChunk(std::uint32_t first, std::size_t rows)
{
    catalog::RowChunk chunk(rows);
    for (std::size_t at = 0; at < rows; ++at) {
        const std::uint64_t row = first + at;
        if (row == 0)
            continue;
        std::mt19937_64 random(row), ofArticle(row / 4 * 7919);
        chunk.ids[at] = random();
        chunk.articles[at] = static_cast<std::uint32_t>(row / 4 + 1);
        chunk.pictures[at] = random();
        chunk.shown.set(at);
        chunk.hasCaption.set(at);
        if (random() % 2)
            chunk.hasMentions.set(at);
        chunk[RowField::Shard].set(at, static_cast<std::int64_t>(row / 10'000 + 1));
        chunk[RowField::License].set(at, 1 + skewed(ofArticle, licenses));
        chunk[RowField::Journal].set(at, firstJournal + skewed(ofArticle, journals));
        chunk[RowField::Year].set(at, 2024 - skewed(ofArticle, 40));
        chunk[RowField::Cluster].set(at, firstCluster + static_cast<std::int64_t>(random() % clusters));
        chunk[RowField::Primary].set(at, firstClass + skewed(random, classes / 3));
        chunk[RowField::Secondary].set(at, firstClass + skewed(random, classes));
        chunk[RowField::PanelType].set(at, firstPanel + static_cast<std::int64_t>(random() % panels));
        chunk[RowField::PanelSubtype].set(at, firstClass + skewed(random, 20));
        chunk[RowField::Width].set(at, 200 + static_cast<std::int64_t>(random() % 2000));
        chunk[RowField::Height].set(at, 200 + static_cast<std::int64_t>(random() % 2000));
        chunk[RowField::IsAnswered].set(at, 1);
    }
    return chunk;
}

catalog::ArticleChunk articleChunk(std::uint32_t first, std::size_t articles)
{
    catalog::ArticleChunk chunk{Bitmap::ofAll(articles), Bitmap::ofAll(articles), {}};
    for (std::size_t at = 0; at < articles; ++at) {
        std::mt19937_64 random(first + at);
        const auto list = [&](const char* what, int many, int count) {
            std::vector<std::string> texts;
            for (int i = 0; i < count; ++i)
                texts.push_back(what + std::to_string(skewed(random, many)));
            return texts;
        };
        const std::vector<std::string> lists[] = {{"PMC" + std::to_string(1'000'000 + first + at)},
                                                  list("Heading ", 29'000, 9),
                                                  list("a keyword ", 3'000'000, 5),
                                                  {"Subject " + std::to_string(random() % 20)}};
        for (std::size_t field = 0; field < catalog::articleFieldCount; ++field) {
            const std::vector<std::string_view> views(lists[field].begin(), lists[field].end());
            chunk.fields[field].add(views);
        }
    }
    return chunk;
}

std::string write(const fs::path& folder, const char* kind, std::size_t number, const std::string& bytes)
{
    const std::string name =
        std::string(kind) + "-" + std::to_string(number) + "-" + hex64(hash64(std::string_view(bytes).substr(0, 4096)));
    bench::must(writeFileDurably(folder / name, bytes));
    return name + "\n";
}

/// A catalog of the terms alone, and the files of columns as if its figures stood in it.
void build(const fs::path& folder, std::uint32_t figures)
{
    fs::create_directories(folder / "columns");
    auto catalog = bench::must(catalog::Catalog::open(folder / "catalog.sqlite", db::Access::Create));
    bench::must(catalog.connection().execute("BEGIN"));
    for (int term = 1; term < terms; ++term)
        bench::must(catalog.connection().execute(
            ("INSERT INTO term VALUES (" + std::to_string(term) + ", 'Value " + std::to_string(term) + "')").c_str()));
    for (std::uint32_t shard = 1; shard <= figures / 10'000 + 1; ++shard) {
        const std::string name = std::to_string(shard);
        bench::must(catalog.connection().execute(
            ("INSERT INTO shard VALUES (" + name + ", '/s/" + name + ".tar', 's/" + name + ".tar', 's', 0, 0)")
                .c_str()));
    }
    const std::uint32_t articles = figures / 4 + 2;
    bench::must(catalog.connection().execute(
        ("INSERT INTO article VALUES (" + std::to_string(articles - 1)
         + ", 1, '', NULL, NULL, NULL, '', '', '');"
           "INSERT INTO figure VALUES ("
         + std::to_string(figures) + ", 1, 1, NULL, 0, 0, 0, 0, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL); COMMIT")
            .c_str()));
    std::string rowNames, articleNames;
    std::uint32_t rows = figures + 1;
    for (std::uint32_t first = 0; first < rows; first += catalog::rowsInChunk)
        rowNames += write(folder / "columns", "rows", first / catalog::rowsInChunk,
                          encode(rowChunk(first, std::min(catalog::rowsInChunk, rows - first))));
    for (std::uint32_t first = 0; first < articles; first += catalog::articlesInChunk)
        articleNames += write(folder / "columns", "articles", first / catalog::articlesInChunk,
                              encode(articleChunk(first, std::min(catalog::articlesInChunk, articles - first))));
    catalog::SectionWriter index; // as column_store.h describes it
    auto identity = bench::must(catalog.connection().prepare("SELECT text FROM identity"));
    bench::must(identity.step());
    index.addBytes(1, identity.text(0));
    const std::int64_t generation = 0;
    index.add(2, std::span<const std::int64_t>(&generation, 1));
    index.addBytes(3, rowNames);
    index.addBytes(4, articleNames);
    const Bitmap duplicates(rows);
    index.add(5, duplicates.words());
    bench::must(writeFileDurably(folder / "columns" / "index", index.finish()));
}

double megabytesOf(const char* field)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(field))
            return std::atof(line.c_str() + std::strlen(field) + 1) / 1024;
    return 0;
}

void report(const char* what, const std::function<void(int round)>& work, int rounds = 20)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round)
        times.push_back(bench::millisecondsOf([&] { work(round); }));
    std::printf("  %-46s p50 %9.3f ms   p95 %9.3f ms\n", what, bench::quantile(times, 0.5),
                bench::quantile(times, 0.95));
}

using Snapshot = std::shared_ptr<const query::Snapshot>;

/// "year:2015..2020 license:X": what a query comes to.
Bitmap filtered(const query::Snapshot& snapshot, int round)
{
    const catalog::Columns& columns = *snapshot.columns;
    Bitmap found = columns.years.rowsBetween(2005 + round % 10, 2020);
    found &= columns.license.rowsWith("Value " + std::to_string(1 + round % 2));
    return found &= columns.shown;
}

void reportQueries(const Snapshot& snapshot)
{
    const catalog::Columns& columns = *snapshot->columns;
    std::vector<Bitmap> answers;
    for (int round = 0; round < 20; ++round)
        answers.push_back(filtered(*snapshot, round));
    std::printf("  two filters leave %.1f to %.1f %% of the figures\n",
                100.0 * static_cast<double>(answers.back().count()) / static_cast<double>(columns.figureCount()),
                100.0 * static_cast<double>(answers.front().count()) / static_cast<double>(columns.figureCount()));
    report("filter: one value of a field",
           [&](int round) { columns.journal.rowsWith("Value " + std::to_string(firstJournal + round)); });
    report("filter: a range and a value", [&](int round) { filtered(*snapshot, round); });
    report("filter: a MeSH heading",
           [&](int round) { columns.rowsOfArticles(columns.mesh.articlesWith("heading " + std::to_string(round))); });
    report("count and six facets of those", [&](int round) {
        const Bitmap& rows = answers[static_cast<std::size_t>(round)];
        if (rows.count() > columns.rows() || query::countFacets(*snapshot, facetFields, rows).size() != 6)
            std::exit(1);
    });
    std::mt19937_64 random(1);
    for (const unsigned percent : {1u, 25u, 50u, 77u}) {
        Bitmap rows(columns.rows());
        for (std::size_t row = 1; row < rows.size(); ++row)
            if (random() % 100 < percent)
                rows.set(row);
        report(("count and six facets of " + std::to_string(percent) + " %, scattered").c_str(), [&](int) {
            if (rows.count() > columns.rows() || query::countFacets(*snapshot, facetFields, rows).size() != 6)
                std::exit(1);
        });
    }
    report("count and six facets of all figures",
           [&](int) { query::countFacets(*snapshot, facetFields, columns.shown); });
    const Field mesh = Field::Mesh;
    report(
        "facet of MeSH, of the filtered",
        [&](int round) {
            query::countFacets(*snapshot, {&mesh, 1}, answers[static_cast<std::size_t>(round)]);
        },
        5);
    for (const auto& [what, field] :
         {std::pair("sort all by year", Field::Year), std::pair("sort all by journal", Field::Journal),
          std::pair("sort all by width, descending", Field::Width)})
        report(
            what,
            [&](int) {
                query::sortedBy(snapshot, columns.shown, {field, field == Field::Width});
            },
            5);
    const query::FigureSet inOrder(answers.front()),
        sorted = query::sortedBy(snapshot, answers.front(), {Field::Year, true});
    for (const auto& [what, figures] : {std::pair("catalog order", &inOrder), std::pair("sorted", &sorted)}) {
        report((std::string("1000 × position to figure, ") + what).c_str(), [&, figures = figures](int) {
            for (int i = 0; i < 1000; ++i)
                if (!figures->contains(figures->rowAt(random() % figures->size())))
                    std::exit(1);
        });
        report((std::string("1000 × figure to position, ") + what).c_str(), [&, figures = figures](int) {
            for (int i = 0; i < 1000; ++i) {
                const std::size_t position = random() % figures->size();
                if (figures->positionOf(figures->rowAt(position)) != position)
                    std::exit(1);
            }
        });
    }
    report("1000 × figure by its identity", [&](int) {
        for (int i = 0; i < 1000; ++i)
            if (const auto row = static_cast<std::uint32_t>(1 + random() % (columns.rows() - 1));
                columns.rowOf(columns.ids[row]) != RowId(row))
                std::exit(1);
    });
}

/// A decision over one figure, and one over all, as they reach the columns.
void reportLabels(const Snapshot& snapshot)
{
    annotation::Labels labels;
    Snapshot now = snapshot;
    std::mt19937_64 random(3);
    std::int64_t clock = 0;
    const auto decide = [&](std::vector<FigureId> figures) {
        journal::Entry entry;
        entry.id = std::to_string(++clock);
        entry.clock = static_cast<std::uint64_t>(clock);
        entry.annotator = "anna";
        entry.figures = std::move(figures);
        entry.decision[Question::Primary] = journal::Vote{false, {clock % 2 ? "Maps" : "Tables"}};
        labels.apply(std::move(entry));
    };
    report(
        "one decision over one figure",
        [&](int) {
            const FigureId figure = now->columns->ids[1 + random() % (now->columns->rows() - 1)];
            decide({figure});
            now = query::updatedSnapshot(*now, labels, {figure});
        },
        200);
    std::vector<FigureId> all(snapshot->columns->ids.begin() + 1, snapshot->columns->ids.end());
    std::sort(all.begin(), all.end());
    decide(std::move(all));
    report(
        "labels of all figures joined anew", [&](int) { now = query::makeSnapshot(snapshot->columns, labels); }, 3);
    std::printf("  own memory with all figures labelled           %9.0f MB\n", megabytesOf("RssAnon:"));
    report("count and six facets of filtered, all labelled",
           [&](int round) { query::countFacets(*now, facetFields, filtered(*now, round)); });
}

void reportSqlite(const fs::path& path, const Snapshot& snapshot)
{
    fs::remove(path);
    auto db = bench::must(db::Connection::open(path, db::Access::Create));
    bench::must(db.execute("CREATE TABLE figure (row INTEGER PRIMARY KEY, license TEXT, year INTEGER, journal TEXT, "
                           "main TEXT, panel TEXT, cluster TEXT); BEGIN"));
    auto insert = bench::must(db.prepare("INSERT INTO figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    for (std::uint32_t row = 1; row < snapshot->columns->rows(); ++row) {
        insert.bind(1, row);
        for (int i = 0; i < 6; ++i)
            if (facetFields[i] == Field::Year)
                insert.bind(i + 2, int{snapshot->columns->years[row]});
            else
                insert.bind(i + 2, snapshot->column(facetFields[i])->textsOf(row).front());
        bench::must(insert.run());
    }
    bench::must(db.execute("COMMIT; CREATE INDEX by_license ON figure (license, year)"));
    const char* const columns[] = {"license", "year", "journal", "main", "panel", "cluster"};
    report(
        "SQLite: count and six facets of the filtered",
        [&](int round) {
            const std::string where = " WHERE license = 'Value " + std::to_string(1 + round % 2) + "' AND year BETWEEN "
                                      + std::to_string(2005 + round % 10) + " AND 2020";
            bench::must(db.integer(("SELECT count(*) FROM figure" + where).c_str()));
            for (const char* column : columns) {
                auto facet = bench::must(db.prepare(
                    ("SELECT " + std::string(column) + ", count(*) FROM figure" + where + " GROUP BY 1 ORDER BY 2 DESC")
                        .c_str()));
                while (bench::must(facet.step())) {}
            }
        },
        5);
    report(
        "SQLite: all sorted by year",
        [&](int) {
            auto rows = bench::must(db.prepare("SELECT row FROM figure ORDER BY year, row"));
            while (bench::must(rows.step())) {}
        },
        3);
    fs::remove(path);
}

void run(const fs::path& data, double millions, bool isPeerAsked)
{
    const auto figures = static_cast<std::uint32_t>(millions * 1e6);
    const fs::path folder = data / ("columns-" + std::to_string(figures));
    if (!fs::exists(folder / "columns" / "index")) {
        fs::remove_all(folder);
        std::fprintf(stderr, "writing columns of %u figures, once\n", figures);
        build(folder, figures);
    }
    std::uintmax_t bytes = 0;
    for (const auto& file : fs::directory_iterator(folder / "columns"))
        bytes += file.file_size();
    std::printf("\n%u figures, %.1f bytes a figure on the disk\n", figures,
                static_cast<double>(bytes) / static_cast<double>(figures));
    const double before = megabytesOf("RssAnon:");
    Snapshot snapshot;
    report(
        "open: catalog, columns, snapshot",
        [&](int) {
            snapshot.reset();
            auto catalog = bench::must(catalog::Catalog::open(folder / "catalog.sqlite", db::Access::ReadOnly));
            snapshot = query::makeSnapshot(bench::must(catalog.loadColumns()), annotation::Labels());
        },
        5);
    std::printf("  own memory after opening                       %9.0f MB, with mapped files %.0f MB\n",
                megabytesOf("RssAnon:") - before, megabytesOf("VmRSS:"));
    reportQueries(snapshot);
    std::printf("  own memory now, answers of this program incl.  %9.0f MB, most ever %.0f MB with mapped files\n",
                megabytesOf("RssAnon:"), megabytesOf("VmHWM:"));
    reportLabels(snapshot);
    if (isPeerAsked)
        reportSqlite(data / "columns-peer.sqlite", snapshot);
}

} // namespace

int main(int argc, char** argv)
{
    const fs::path data = argc > 1 ? argv[1] : "bench-data";
    if (argc < 3)
        run(data, 1, true);
    for (int i = 2; i < argc; ++i)
        run(data, std::atof(argv[i]), std::atof(argv[i]) <= 1);
}
