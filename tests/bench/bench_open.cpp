// Opening the large collections (tests/bench/data builds them) up to the first screen: all figures in their order, and
// six facets. Then what people wait for in them, and memory.
//
//     bench_open FOLDER      a collection, or the folder that holds `million` and `archive`
//
// Cold: every file of the collection is dropped from the page cache by posix_fadvise(DONTNEED) before it is opened, so
// that what is read comes from the disk; what another process has mapped stays. Memory: RssAnon of /proc/self/status,
// so without mapped files; its peak is looked at after every step.

#include "core/workspace/workspace.h"
#include "tests/bench/measure.h"

#include <fcntl.h>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace biomedica;
namespace fs = std::filesystem;
using bench::must;

namespace {

const std::vector<query::Field> sixFields = {query::Field::License, query::Field::Year,      query::Field::Journal,
                                             query::Field::Primary, query::Field::Secondary, query::Field::PanelType};

double anonymousMegabytes()
{
    std::ifstream status("/proc/self/status");
    constexpr std::string_view name = "RssAnon:";
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name))
            return std::stod(line.substr(name.size())) / 1024;
    return 0;
}

void dropFromCache(const fs::path& folder)
{
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        const int file = ::open(entry.path().c_str(), O_RDONLY);
        ::fdatasync(file);
        ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        ::close(file);
    }
}

class Table {
public:
    /// The median and the 95th percentile of some rounds.
    template <typename Work>
    void row(const std::string& what, int rounds, Work work)
    {
        std::vector<double> times;
        for (int i = 0; i < rounds; ++i)
            times.push_back(bench::millisecondsOf(work));
        m_memory = std::max(m_memory, anonymousMegabytes());
        std::printf("  %-58s%12.2f%12.2f%10.0f\n", what.c_str(), bench::quantile(times, 0.5),
                    bench::quantile(times, 0.95), m_memory);
        std::fflush(stdout);
    }

private:
    double m_memory = 0;
};

void printFirstScreen(Table& table, const fs::path& collection, const char* how, int rounds)
{
    std::unique_ptr<workspace::Workspace> workspace;
    double whole = 0;
    const auto step = [&](const char* what, auto work) {
        const std::string name = std::string(what) + ", " + how;
        table.row(name, 1, [&] { whole += bench::millisecondsOf(work); });
    };
    for (int i = 0; i < rounds; ++i) {
        whole = 0;
        workspace.reset();
        step("open", [&] { workspace = must(workspace::Workspace::open(collection)); });
        step("columns and labels", [&] { must(workspace->snapshot()); });
        step("all figures, the first 50 rows", [&] {
            const auto found = must(workspace->search({}, {}));
            std::vector<RowId> rows;
            for (std::size_t place = 0; place < std::min<std::size_t>(50, found->size()); ++place)
                rows.push_back(found->rowAt(place));
            must(workspace->summaries(rows));
        });
        step("six facets", [&] { must(workspace->facets({}, sixFields, true, {})); });
        std::printf("  %-58s%12.2f\n", (std::string("all of it, ") + how).c_str(), whole);
    }
}

void printGestures(Table& table, workspace::Workspace& workspace)
{
    table.row("info", 3, [&] { must(workspace.info()); });
    for (const char* text :
         {"", "cell", "cells", "electrophoresis", "cell western", "\"scale bar\"", "immuno*",
          "cell license:\"CC BY\" year:2010..2020 -panel:multiple", "is:unlabelled primary:Microscopy", "is:duplicate",
          "has:context", "has:abstract", "mesh:Humans", "keyword:\"Liver Neoplasms\"", "pmcid:PMC20010000"}) {
        const query::Query query = must(query::parse(text));
        std::size_t total = 0;
        const std::string name = std::string(text).empty() ? "(all)" : text;
        table.row("search: " + name, 5, [&] { total = must(workspace.search(query, {}))->size(); });
        table.row("    count of " + std::to_string(total), 5, [&] { must(workspace.count(query, {})); });
        table.row("    six facets", 5, [&] { must(workspace.facets(query, sixFields, true, {})); });
    }
    for (const char* text : {"", "cell"})
        for (const char* order : {"year", "-width", "journal", "pmcid", "cluster", "key", "-key"}) {
            query::Query query = must(query::parse(text));
            query.sort = must(query::parseSort(order));
            const std::string name = std::string(text) + " by " + order;
            table.row("sort: " + name, 3, [&] { must(workspace.search(query, {})); });
        }
    const auto all = must(workspace.search({}, {}));
    std::vector<std::string> keys;
    for (int i = 1; i < 20; ++i)
        keys.push_back(must(workspace.summary(all->rowAt(all->size() / 20 * static_cast<std::size_t>(i)))).key);
    table.row("20 keys → figures", 3, [&] {
        for (const std::string& key : keys)
            must(workspace.resolveKey(key));
    });
    table.row("key:KEY, 20 of them", 3, [&] {
        for (const std::string& key : keys)
            must(workspace.search(must(query::parse("key:" + key)), {}));
    });
    const RowId middle = all->rowAt(all->size() / 2);
    table.row("a figure in detail", 20, [&] { must(workspace.detail(middle)); });
    table.row("all figures of its article", 3, [&] { must(workspace.figuresOfArticle(middle)); });
    table.row("its picture", 20, [&] { must(workspace.imageBytes(middle)); });
    table.row("problems, missing and unread shards", 3, [&] {
        must(workspace.problems());
        must(workspace.missingShards());
        must(workspace.unreadShards());
    });
}

void measure(const fs::path& collection)
{
    std::printf("%s\n  %-58s%12s%12s%10s\n", collection.c_str(), "", "p50 ms", "p95 ms", "anon MB");
    Table table;
    dropFromCache(collection);
    printFirstScreen(table, collection, "cold", 1);
    printFirstScreen(table, collection, "warm", 2);
    const auto workspace = must(workspace::Workspace::open(collection));
    printGestures(table, *workspace);
}

} // namespace

int main(int argc, char** argv)
{
    const fs::path folder = argc > 1 ? argv[1] : "bench-data/large";
    std::vector<fs::path> collections;
    for (const fs::path& path : {folder, folder / "million", folder / "archive"})
        if (fs::exists(path / "collection.json"))
            collections.push_back(path);
    if (collections.empty())
        std::printf("  there is no collection in %s: build some with ./dev bench-data\n", folder.c_str());
    for (const fs::path& collection : collections) {
        std::fflush(stdout);
        const pid_t child = ::fork(); // so that one's memory is not counted for the next
        if (child == 0) {
            measure(collection);
            return 0;
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        if (status != 0)
            return 1;
    }
}
