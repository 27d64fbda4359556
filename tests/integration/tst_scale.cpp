// 200,000 figures and a thousand random queries over the whole language: results, their order, counts and facets are
// those of a naive program. So they are after shards have come and gone and people have labelled, after a merge of the
// text index was killed, and when it is done at last.

#include "tests/bench/figure_json.h"
#include "tests/bench/store_builder.h"
#include "tests/integration/cli_runner.h"
#include "tests/integration/scale/random_figures.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>
#include <cmath>
#include <fstream>
#include <signal.h>
#include <thread>

using namespace biomedica;
using test::NaiveAnswer;
using test::RandomQuery;

namespace fs = std::filesystem;

namespace {

constexpr int shardCount = 18, figuresInShard = 11'200; // two make a segment of the text: nine, so that no merge is due
constexpr std::size_t rankedAtMost = 1000;
constexpr double tolerance = 2e-3; // a score is a sum of whole numbers of 2^-17

std::string shardName(int shard)
{
    return (shard % 3 == 0 ? "noncommercial/0000" : "commercial/0000") + std::to_string(10 + shard) + ".tar";
}

std::string textOf(std::uint32_t row, double got, double wanted)
{
    return "row " + std::to_string(row) + " has the score " + std::to_string(got) + " and not "
           + std::to_string(wanted);
}

} // namespace

class TestScale : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<workspace::Workspace> m_workspace;
    test::NaiveCollection m_naive;
    test::RandomFigures m_figures{11};
    std::mt19937 m_random{12};
    unsigned m_seed = 13;

    fs::path path(const std::string& name) const { return fs::path(m_folder.path().toStdString()) / name; }
    fs::path textFolder() const { return path("collection/derived/text"); }

    /// A real shard of figures that the naive collection gets, too.
    fs::path writeShard(const std::string& name, int figures)
    {
        test::ShardBuilder builder;
        for (const test::RandomFigure& figure : m_figures.shard(name, figures, m_naive)) {
            builder.member(figure.key + ".jpg", "picture");
            builder.member(figure.key + ".json", json::toAsciiText(bench::metadataJson(figure.metadata)));
            if (!figure.metadata.caption.empty())
                builder.member(figure.key + ".txt", figure.metadata.caption);
        }
        builder.write(path(name));
        return path(name);
    }

    /// "" where the order is right: by the naive scores, give or take what rounding may change.
    std::string problemOfRanking(const query::FigureSet& found, const NaiveAnswer& expected) const
    {
        const std::vector<RowId> rows = found.rows();
        double worst = 1e9;
        const std::size_t ranked = std::min(rankedAtMost, rows.size());
        for (std::size_t place = 0; place < rows.size(); ++place) {
            const std::uint32_t row = rows[place].value;
            const double score = expected.scores[row];
            if (place >= ranked) {
                if (score > worst + tolerance)
                    return textOf(row, score, worst) + " or less, behind the ranked ones";
                if (place > ranked && rows[place - 1] > rows[place])
                    return "figures behind the ranked ones are not in the catalog's order";
                continue;
            }
            if (std::abs(static_cast<double>(found.scoreAt(place)) - score) > tolerance)
                return textOf(row, static_cast<double>(found.scoreAt(place)), score);
            worst = std::min(worst, score);
            if (place == 0)
                continue;
            const float before = found.scoreAt(place - 1), its = found.scoreAt(place);
            if (before < its || (before == its && rows[place - 1] > rows[place]))
                return "row " + std::to_string(row) + " stands behind row " + std::to_string(rows[place - 1].value);
        }
        return {};
    }

    std::string problemOfFacets(const query::Query& query, const NaiveAnswer& expected,
                                const std::vector<std::string>& names)
    {
        std::vector<query::Field> fields;
        for (const std::string& name : names)
            fields.push_back(*query::fieldNamed(name));
        const auto facets = m_workspace->facets(query, fields, false, {});
        if (!facets)
            return facets.error().message();
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto wanted = m_naive.facet(names[i], expected.rows);
            const auto& got = (*facets)[i].values;
            for (std::size_t place = 0; place < std::max(wanted.size(), got.size()); ++place)
                if (place >= wanted.size() || place >= got.size() || got[place].value != wanted[place].first
                    || got[place].count != wanted[place].second)
                    return "facet " + names[i] + ", value " + std::to_string(place) + ": "
                           + (place < got.size() ? got[place].value : "none") + " and not "
                           + (place < wanted.size() ? wanted[place].first : "none");
        }
        return {};
    }

    std::string problemOf(const RandomQuery& random, const NaiveAnswer& expected, const std::string& sort,
                          const std::vector<std::string>& facets)
    {
        auto query = query::parse(random.text);
        if (!query)
            return query.error().message();
        if (!sort.empty())
            query->sort = query::parseSort(sort).value();
        const auto result = m_workspace->search(*query, {});
        if (!result)
            return result.error().message();
        const query::FigureSet& found = (*result)->figures;
        std::size_t wanted = 0;
        for (std::uint32_t row = 1; row < expected.rows.size(); ++row) {
            wanted += expected.rows[row] ? 1 : 0;
            if (found.contains(RowId(row)) != expected.rows[row])
                return "row " + std::to_string(row) + (expected.rows[row] ? " is missing" : " is too much");
        }
        const auto count = m_workspace->count(*query, {});
        if (!count || *count != wanted || found.size() != wanted)
            return "there are " + std::to_string(found.size()) + " and not " + std::to_string(wanted);
        if (std::string problem = problemOfFacets(*query, expected, facets); !problem.empty())
            return problem;
        if (sort.empty())
            return problemOfRanking(found, expected);
        const bool isDescending = sort[0] == '-';
        const auto order = m_naive.sorted(expected.rows, sort.substr(isDescending ? 1 : 0), isDescending);
        const std::vector<RowId> rows = found.rows();
        for (std::size_t place = 0; place < order.size(); ++place)
            if (rows[place] != RowId(order[place]))
                return "at place " + std::to_string(place) + " stands row " + std::to_string(rows[place].value)
                       + " and not " + std::to_string(order[place]);
        return {};
    }

    void compare(int queries)
    {
        test::RandomQueries random(m_naive, m_seed++);
        std::size_t found = 0;
        for (int i = 0; i < queries; ++i) {
            const RandomQuery query = random.next();
            const std::string sort = random.sort();
            const NaiveAnswer answer = m_naive.answer(query.tree);
            const std::string problem = problemOf(query, answer, sort, random.facetFields());
            QVERIFY2(problem.empty(), ("'" + query.text + "' by '" + sort + "': " + problem).c_str());
            found += std::find(answer.rows.begin(), answer.rows.end(), true) != answer.rows.end() ? 1 : 0;
        }
        QVERIFY(found > static_cast<std::size_t>(queries) / 2); // else they would say little
    }

    void decideAtRandom()
    {
        const std::string annotator = std::array{"anna", "ben", "Cleo"}[m_random() % 3];
        workspace::LabelRequest request;
        request.annotator = annotator;
        request.source = m_random() % 2 ? journal::Source::Bulk : journal::Source::Hand;
        // Among few figures, so that several people vote on the same.
        std::set<std::uint32_t> rows;
        for (std::size_t i = 1 + m_random() % (m_random() % 2 ? 3 : 1500); i > 0; --i)
            if (const auto row = static_cast<std::uint32_t>(1 + m_random() % 4000); m_naive.figure(row).isShown)
                rows.insert(row);
        const auto vote = [&](Question question, const std::string& field, const test::Values& answer) {
            request.decision[question] = journal::Vote{false, answer};
            for (const std::uint32_t row : rows) {
                test::NaiveVotes& votes = m_naive.figure(row).votes[annotator];
                votes.answers[field] = answer;
                votes.sources[field] = journal::nameOf(request.source);
            }
        };
        switch (m_random() % 6) {
        case 0: vote(Question::PanelType, "panel", {m_random() % 2 ? "single" : "multiple"}); break;
        case 1: vote(Question::Primary, "primary", {m_random() % 2 ? "Maps" : "Microscopy"}); break;
        case 2:
            vote(Question::Primary, "primary", m_random() % 2 ? test::Values{} : test::Values{"Maps", "Tables"});
            break;
        case 3: vote(Question::Secondary, "secondary", {"bar plot"}); break;
        case 4: {
            const std::string note = m_random() % 4 ? m_figures.text(4) : "";
            request.decision.note = note;
            for (const std::uint32_t row : rows)
                m_naive.figure(row).votes[annotator].note = note;
            break;
        }
        default: {
            const bool isUnsure = m_random() % 2, isFlagged = m_random() % 2;
            request.decision.status = isUnsure ? journal::Status::Unsure : journal::Status::Skipped;
            request.decision.isFlagged = isFlagged;
            for (const std::uint32_t row : rows) {
                m_naive.figure(row).votes[annotator].status = isUnsure ? "unsure" : "skipped";
                m_naive.figure(row).votes[annotator].isFlagged = isFlagged;
            }
        }
        }
        for (const std::uint32_t row : rows)
            request.rows.emplace_back(row);
        if (!rows.empty())
            EXPECT_OK(m_workspace->decide(request));
    }

    std::set<std::string> textFiles() const
    {
        std::set<std::string> names;
        std::error_code gone;
        for (const auto& entry : fs::directory_iterator(textFolder(), gone))
            names.insert(entry.path().filename().string());
        return names;
    }

    /// Kills the indexing of a shard when its figures are in and its merge has begun.
    bool killInTheMerge(const fs::path& shard)
    {
        const std::set<std::string> before = textFiles();
        QProcess process;
        process.start(test::cliProgram(),
                      {"index", m_folder.filePath("collection"), QString::fromStdString(shard.string())});
        if (!process.waitForStarted())
            return false;
        constexpr std::size_t filesOfShard = 2;
        while (process.state() == QProcess::Running && !process.waitForFinished(1)) {
            std::size_t added = 0;
            for (const std::string& name : textFiles())
                added += before.contains(name) ? 0 : 1;
            if (added > filesOfShard) {
                ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
                process.waitForFinished();
                break;
            }
        }
        return process.exitStatus() == QProcess::CrashExit;
    }

    void fillStores()
    {
        bench::StoreBuilder stores(path("collection"), {2 * figuresInShard, false});
        for (int shard = 0; shard < shardCount; ++shard) {
            fs::create_directories(path(shardName(shard)).parent_path());
            std::ofstream(path(shardName(shard))) << "is not read";
            stores.beginShard(path(shardName(shard)));
            for (const test::RandomFigure& figure : m_figures.shard(shardName(shard), figuresInShard, m_naive))
                stores.add({figure.key, {{"jpg", 0, 512, 7}}}, figure.metadata);
        }
        stores.finish();
    }

private slots:
    void initTestCase()
    {
        fillStores();
        m_naive.update();
        m_workspace = workspace::Workspace::open(path("collection")).value();
        QCOMPARE(m_workspace->info().value().totals.figures, std::int64_t{shardCount} * figuresInShard);
        for (std::uint32_t row = 1; row < m_naive.rows(); row += 4001)
            QCOMPARE(m_workspace->summary(RowId(row)).value().key, m_naive.valuesOf(row, "key").front());
    }

    void aThousandQueriesAreAnsweredAsByTheNaiveProgram() { compare(1000); }

    void theyAreAfterShardsAndLabelsHaveChanged()
    {
        const fs::path first = writeShard("extra/000000.tar", 1000), second = writeShard("extra/000001.tar", 1000);
        EXPECT_OK(m_workspace->index({first, second}, {path(shardName(4)).string()}, {}, [](const auto&) {}));
        m_naive.removeShard(shardName(4));
        for (int i = 0; i < 80; ++i)
            decideAtRandom();
        m_naive.update();
        QCOMPARE(m_workspace->info().value().totals.figures, std::int64_t{shardCount - 1} * figuresInShard + 2000);
        compare(1000);
    }

    void theyAreAfterAMergeWasKilledAndWhenItIsDone()
    {
        const fs::path shard = writeShard("extra/000002.tar", 16'000);
        m_naive.update();
        QVERIFY(killInTheMerge(shard));
        const std::set<std::string> between = textFiles();
        QVERIFY(between.size() > 20); // the merge was not done
        compare(500);
        EXPECT_OK(m_workspace->index({shard}, {}, {}, [](const auto&) {}));
        QVERIFY(textFiles().size() < between.size());
        m_naive.forgetRemovedText(); // the removed shard's figures were left out by the merge
        compare(500);
    }
};

QTEST_GUILESS_MAIN(TestScale)
#include "tst_scale.moc"
