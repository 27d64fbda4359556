// Vectors from elsewhere and for elsewhere: previews, imports that are whole or not at all, exports.

#include "core/base/file.h"
#include "core/similarity/npy.h"
#include "tests/core/workspace/striped_collection.h"
#include "tests/support/expect.h"

#include <cmath>

using namespace biomedica;
using namespace biomedica::test;
using workspace::Similarity;
using workspace::Workspace;
namespace fs = std::filesystem;

class TestVectorExchange : public QObject {
    Q_OBJECT

    std::optional<StripedCollection> m_striped;
    fs::path m_folder;

    std::unique_ptr<Workspace> collection() { return m_striped->open(); }

private slots:
    void init()
    {
        m_striped.emplace();
        m_folder = m_striped->folder();
    }

    void exportedVectorsComeInAgain()
    {
        const auto workspace = collection();
        m_striped->importCircle(*workspace);
        EXPECT_VALUE(const auto out,
                     workspace->similarity().exportVectors(m_folder / "o.npy", m_folder / "o.txt", "circle", {}));
        QCOMPARE(out.figures, std::size_t{figureCount});
        EXPECT_VALUE(const auto in,
                     workspace->similarity().importVectors(m_folder / "o.npy", m_folder / "o.txt", "copy", {}));
        QCOMPARE(in.figures, std::size_t{figureCount});
        EXPECT_OK(workspace->similarity().setModel("copy"));
        QCOMPARE(keysOf(*workspace, "like:" + keyOf(0))[1], keyOf(1));
        EXPECT_VALUE(const auto models, workspace->similarity().models());
        QCOMPARE(models.size(), std::size_t{2});
        QCOMPARE(models[0].figures, std::size_t{figureCount});
        EXPECT_ERROR(workspace->similarity().setModel("other"), ErrorKind::NotFound);
    }

    void cancelledExportLeavesWhatWasThere()
    {
        const auto workspace = collection();
        m_striped->importCircle(*workspace);
        write(m_folder / "o.npy", "an older file");
        std::stop_source stop;
        stop.request_stop();
        EXPECT_ERROR(workspace->similarity().exportVectors(m_folder / "o.npy", m_folder / "o.txt", "circle",
                                                           {stop.get_token(), {}}),
                     ErrorKind::Cancelled);
        EXPECT_VALUE(const std::string kept, readFile(m_folder / "o.npy"));
        QCOMPARE(kept, std::string("an older file"));
        QVERIFY(!fs::exists(m_folder / "o.npy.part") && !fs::exists(m_folder / "o.txt"));
    }

    void whatIsNoVectorRefusesTheWholeFile()
    {
        const auto workspace = collection();
        const fs::path npy = m_folder / "v.npy", keys = m_folder / "k.txt";
        const auto refused = [&](const std::string& text, ErrorKind kind) {
            const auto outcome = workspace->similarity().importVectors(npy, keys, "bad", {});
            QVERIFY(!outcome);
            QVERIFY2(outcome.error().kind() == kind && outcome.error().message().find(text) != std::string::npos,
                     outcome.error().message().c_str());
            QVERIFY(workspace->similarity().models().value().empty());
        };
        write(keys, keyOf(0) + "\n" + keyOf(1) + "\n");
        writeNpy(npy, {{1, 0}, {NAN, 1}});
        refused("row 2 (key '" + keyOf(1) + "')", ErrorKind::Invalid);
        writeNpy(npy, {{0, 0}, {1, 1}});
        refused("row 1", ErrorKind::Invalid);
        writeNpy(npy, {{1, 0}});
        refused("has 2 keys for the 1 row", ErrorKind::Invalid);
        writeNpy(npy, {{1, 0}, {0, 1}, {1, 1}});
        write(keys, keyOf(0) + "\n" + keyOf(1) + "\n" + keyOf(0) + "\n");
        refused("'" + keyOf(0) + "' for row 1 and by '" + keyOf(0) + "' for row 3", ErrorKind::Invalid);
        writeNpy(npy, {{1, 0}, {0, 1}});
        write(keys, "nobody\nnothing\n");
        refused("none of the 2 keys", ErrorKind::NotFound);
        write(npy, "no array");
        refused("v.npy", ErrorKind::Corrupt);
        const std::string header = similarity::npyHeader(similarity::NpyType::Float16, 1, 4'294'967'298);
        write(npy, header); // 8 GB of which none is on the disk
        fs::resize_file(npy, header.size() + 8'589'934'596);
        write(keys, keyOf(0) + "\n");
        refused("4,294,967,298 numbers", ErrorKind::Invalid);
    }

    void unknownKeysAreCountedAndNamed()
    {
        const auto workspace = collection();
        writeNpy(m_folder / "v.npy", {{1, 0}, {0, 1}, {1, 1}});
        write(m_folder / "k.txt", keyOf(0) + "\nnobody\n" + keyOf(1) + "\n");
        EXPECT_VALUE(const auto taken,
                     workspace->similarity().importVectors(m_folder / "v.npy", m_folder / "k.txt", "m", {}));
        QCOMPARE(taken.figures, std::size_t{2});
        QCOMPARE(taken.unknown, std::size_t{1});
        QVERIFY(taken.unknownKeys == std::vector<std::string>{"nobody"});
        writeNpy(m_folder / "v.npy", {{1, 0, 0}, {0, 1, 0}, {1, 1, 1}});
        EXPECT_ERROR(workspace->similarity().importVectors(m_folder / "v.npy", m_folder / "k.txt", "m", {}),
                     ErrorKind::Invalid);
        EXPECT_ERROR(workspace->similarity().importVectors(m_folder / "v.npy", m_folder / "k.txt", "../m", {}),
                     ErrorKind::Invalid);
    }

    void vectorsLieInShardsToo()
    {
        const std::string key = test::keyOf("PMC50", 0, "fig1");
        writeNpy(m_folder / "one.npy", {{3, 4}});
        test::ShardBuilder()
            .member(key + ".jpg", striped(1))
            .member(key + ".json", test::metadata("PMC50", "fig1").dump())
            .member(key + ".npy", readFile(m_folder / "one.npy").value())
            .write(m_folder / "a/000001.tar");
        const auto workspace = collection();
        EXPECT_OK(workspace->index({m_folder / "a"}, {}, {}, nobody));
        EXPECT_VALUE(const auto taken, workspace->similarity().importMembers("npy", "m", {}, nobody));
        QCOMPARE(taken.figures, std::size_t{1});
        QCOMPARE(taken.dimensions, 2);
        EXPECT_ERROR(workspace->similarity().importMembers("emb", "m", {}, nobody), ErrorKind::NotFound);
    }

    void cancelledImportLeavesNothing()
    {
        const auto workspace = collection();
        m_striped->importCircle(*workspace); // for its files, and a model that is there
        std::stop_source stop;
        const Job job{stop.get_token(), [&](const Progress& progress) {
                          if (progress.done == progress.total)
                              stop.request_stop(); // all are added, none is committed
                      }};
        const auto import = [&](const std::string& model) {
            return workspace->similarity().importVectors(m_folder / "v.npy", m_folder / "k.txt", model, job);
        };
        EXPECT_ERROR(import("other"), ErrorKind::Cancelled);
        QVERIFY(workspace->similarity().modelNames() == std::vector<std::string>{"circle"});
        QVERIFY(!fs::exists(m_folder / "c/derived/vectors/other"));
        EXPECT_ERROR(import("circle"), ErrorKind::Cancelled);
        EXPECT_VALUE(const auto models, workspace->similarity().models());
        QCOMPARE(models.front().figures, std::size_t{figureCount}); // those of before
    }

    void previewTellsWhatIsInTheFile()
    {
        const auto workspace = collection();
        writeNpy(m_folder / "v.npy", {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        write(m_folder / "k.txt", keyOf(0) + "\nnobody\n" + keyOf(1) + "\n");
        EXPECT_VALUE(const auto preview,
                     workspace->similarity().previewVectors(m_folder / "v.npy", m_folder / "k.txt", {}));
        QCOMPARE(preview.rows, std::size_t{3});
        QCOMPARE(preview.dimensions, 3);
        QVERIFY(!preview.isHalf);
        QCOMPARE(preview.lookedUp, std::size_t{3});
        QCOMPARE(preview.known, std::size_t{2});
        QVERIFY(preview.unknownKeys == std::vector<std::string>{"nobody"});
        QVERIFY(workspace->similarity().modelNames().empty());
        write(m_folder / "k.txt", "nobody\nnone\nnothing\n");
        EXPECT_ERROR(workspace->similarity().previewVectors(m_folder / "v.npy", m_folder / "k.txt", {}),
                     ErrorKind::NotFound);
    }

    void manyKeysAreLookedUpHereAndThere()
    {
        const auto workspace = collection();
        constexpr std::size_t rows = 25'000;
        writeNpy(m_folder / "v.npy", std::vector<std::vector<float>>(rows, {1}));
        std::string keys;
        for (std::size_t i = 0; i < rows; ++i)
            keys += (i < 3 ? keyOf(0) : "nobody") + "\n";
        write(m_folder / "k.txt", keys);
        EXPECT_VALUE(const auto preview,
                     workspace->similarity().previewVectors(m_folder / "v.npy", m_folder / "k.txt", {}));
        QCOMPARE(preview.lookedUp, std::size_t{8'334}); // every third
        QCOMPARE(preview.known, std::size_t{1});
    }

    void numbersOfAnotherModelAreRefusedBeforehand()
    {
        const auto workspace = collection();
        m_striped->importCircle(*workspace);
        Similarity& similarity = workspace->similarity();
        EXPECT_OK(similarity.checkImport("circle", 4));
        EXPECT_ERROR(similarity.checkImport("circle", 5), ErrorKind::Invalid);
        EXPECT_OK(similarity.checkImport("new", 5));
        EXPECT_ERROR(similarity.checkImport("a/b", 5), ErrorKind::Invalid);
        EXPECT_OK(similarity.checkImport("builtin", 256));
        EXPECT_ERROR(similarity.checkImport("builtin", 5), ErrorKind::Invalid);
    }

    void builtInModelIsChosenBeforeItHasVectors()
    {
        const auto workspace = collection();
        m_striped->importCircle(*workspace);
        QCOMPARE(workspace->similarity().model(), std::string("circle"));
        EXPECT_OK(workspace->similarity().setModel("builtin"));
        QCOMPARE(workspace->similarity().model(), std::string("builtin"));
        EXPECT_VALUE(const std::size_t missing, workspace->similarity().missing());
        QCOMPARE(missing, std::size_t{figureCount});
        EXPECT_VALUE(const std::size_t ofCircle, workspace->similarity().missing("circle"));
        QCOMPARE(ofCircle, std::size_t{0});
    }

    void membersThatAreNoVectorsAreReported()
    {
        writeNpy(m_folder / "good.npy", {{3, 4}});
        writeNpy(m_folder / "long.npy", {{3, 4, 5}});
        writeNpy(m_folder / "zero.npy", {{0, 0}});
        test::ShardBuilder builder;
        for (const char* name : {"zero", "good", "long"}) {
            const std::string key = keyOf("PMC5" + std::string(name), 0, "fig1");
            builder.member(key + ".jpg", striped(1))
                .member(key + ".json", metadata("PMC5" + std::string(name), "fig1").dump());
            builder.member(key + ".npy", readFile(m_folder / (std::string(name) + ".npy")).value());
        }
        builder.write(m_folder / "a/000001.tar");
        const auto workspace = collection();
        EXPECT_OK(workspace->index({m_folder / "a"}, {}, {}, nobody));
        EXPECT_VALUE(const auto preview, workspace->similarity().previewMembers("npy", {}));
        QCOMPARE(preview.rows, std::size_t{figureCount + 3});
        QCOMPARE(preview.dimensions, 2);
        QCOMPARE(preview.known, std::size_t{2});
        QVERIFY(preview.problem.find("zero") != std::string::npos);
        std::vector<std::string> problems;
        const auto note = [&](const catalog::Problem& problem) { problems.push_back(problem.what.problem); };
        EXPECT_VALUE(const auto taken, workspace->similarity().importMembers("npy", "m", {}, note));
        QCOMPARE(taken.figures, std::size_t{1});
        QCOMPARE(problems.size(), std::size_t{2});
        m_striped->importCircle(*workspace);
        problems.clear();
        EXPECT_ERROR(workspace->similarity().importMembers("npy", "circle", {}, note), ErrorKind::Invalid);
        QVERIFY(problems.size() <= 1); // refused as a whole, not figure by figure
    }
};

QTEST_GUILESS_MAIN(TestVectorExchange)
#include "tst_vector_exchange.moc"
