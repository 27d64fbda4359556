// A collection of compressed shards is the collection of the plain ones.

#include "core/base/file.h"
#include "core/shards/recompress.h"
#include "core/shards/shard.h"
#include "tests/support/compressing.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>
#include <algorithm>
#include <random>
#include <thread>

using namespace biomedica;
using workspace::Workspace;
namespace fs = std::filesystem;

namespace {

constexpr int figures = 120;

std::string articleOf(int figure)
{
    return "PMC" + std::to_string(figure / 3);
}

std::string imageOf(int figure)
{
    return "fig." + std::to_string(figure % 3);
}

std::string keyOfFigure(int figure)
{
    return test::keyOf(articleOf(figure), figure % 3, imageOf(figure));
}

/// Figures with pictures of 20 KB that do not shrink, so that the shard has many frames.
void writeShard(const fs::path& path)
{
    test::ShardBuilder builder;
    for (int i = 0; i < figures; ++i) {
        builder.figure(keyOfFigure(i), i, test::metadata(articleOf(i), imageOf(i)), "caption " + std::to_string(i));
        builder.member(keyOfFigure(i) + ".npy", test::someContent(20'000, static_cast<unsigned>(i)));
    }
    builder.write(path);
}

/// What a person can see of a figure.
struct Seen {
    FigureId id;
    std::string caption, image, metadata;
    bool operator==(const Seen&) const = default;
};

std::map<std::string, Seen> seenIn(Workspace& workspace, const std::vector<RowId>& rows)
{
    std::map<std::string, Seen> seen;
    for (const RowId row : rows) {
        const auto summary = workspace.summary(row).value();
        seen[summary.key] = {summary.id, summary.caption, workspace.imageBytes(row).value(),
                             workspace.metadataText(row).value()};
    }
    return seen;
}

std::vector<RowId> allRows(Workspace& workspace)
{
    std::vector<RowId> rows;
    for (int i = 0; i < figures; ++i)
        if (const auto row = workspace.resolveKey(keyOfFigure(i)))
            rows.push_back(*row);
    return rows;
}

} // namespace

class TestCompressedShards : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_tar; ///< content of the plain shard
    std::map<std::string, Seen> m_plain;

    fs::path path(const std::string& name) const { return m_folder.filePath(name.c_str()).toStdString(); }

    std::unique_ptr<Workspace> collection(const std::string& name, const std::string& file, const std::string& bytes,
                                          std::vector<std::string>* problems = nullptr)
    {
        fs::remove_all(path(name));
        fs::remove_all(path(name + "-shards"));
        fs::create_directories(path(name + "-shards"));
        if (!writeFileDurably(path(name + "-shards/" + file), bytes))
            qFatal("cannot write");
        auto workspace = Workspace::create(path(name)).value();
        const auto report = [&](const catalog::Problem& problem) {
            if (problems)
                problems->push_back(problem.what.problem);
        };
        if (const auto done = workspace->index({path(name + "-shards")}, {}, {}, report); !done)
            qFatal("%s", done.error().message().c_str());
        return workspace;
    }

private slots:
    void initTestCase()
    {
        writeShard(path("plain/000000.tar"));
        m_tar = readFile(path("plain/000000.tar")).value();
        const auto workspace = collection("p", "000000.tar", m_tar);
        m_plain = seenIn(*workspace, allRows(*workspace));
        QCOMPARE(m_plain.size(), std::size_t{figures});
    }

    void everyFigureComesBackFromSeveralThreadsInAnyOrder()
    {
        for (const test::Packed& packed : test::packedInAllWays(m_tar)) {
            const bool isGzip = std::string_view(packed.name).find("zstd") == std::string_view::npos;
            std::vector<std::string> problems;
            const auto workspace =
                collection("c", isGzip ? "000000.tar.gz" : "000000.tar.zst", packed.bytes, &problems);
            QVERIFY2(problems.empty(), packed.name);
            std::vector<RowId> rows = allRows(*workspace);
            std::vector<std::map<std::string, Seen>> seen(3);
            std::vector<std::thread> threads;
            for (unsigned t = 0; t < seen.size(); ++t) {
                std::shuffle(rows.begin(), rows.end(), std::mt19937(t));
                threads.emplace_back([&, t, rows] { seen[t] = seenIn(*workspace, rows); });
            }
            for (std::thread& thread : threads)
                thread.join();
            for (const auto& each : seen)
                QVERIFY2(each == m_plain, packed.name);
        }
    }

    void exportAndVerificationAreThoseOfPlainShards()
    {
        for (const test::Packed& packed : test::packedInAllWays(m_tar)) {
            const auto workspace = collection("e", "000000.tgz", packed.bytes); // a name tells nothing
            EXPECT_VALUE(const auto report, workspace->verify({}));
            QCOMPARE(report.checked, std::uint64_t{figures});
            QVERIFY2(report.problems.empty(), packed.name);
            workspace::ExportRequest request;
            request.folder = path("e/out");
            EXPECT_OK(workspace->exportTo(request, {}));
            EXPECT_VALUE(const std::string exported, readFile(path("e/out/000000.tar")));
            QVERIFY2(exported == m_tar, packed.name);
            EXPECT_VALUE(const auto exportReport, exporting::verifyExport(path("e/out"), {}));
            QVERIFY2(exportReport.problems.empty(), packed.name);
        }
    }

    void compressedExportIsReadAgain()
    {
        const auto workspace = collection("x", "000000.tar.gz", test::gzipMember(m_tar));
        workspace::ExportRequest request;
        request.folder = path("x/out");
        request.isCompressed = true;
        EXPECT_VALUE(const auto summary, workspace->exportTo(request, {}));
        QCOMPARE(summary.bytes, fs::file_size(path("x/out/000000.tar.zst")));
        QVERIFY(summary.bytes < m_tar.size());
        EXPECT_VALUE(const auto report, exporting::verifyExport(path("x/out"), {}));
        QCOMPARE(report.checked, std::uint64_t{figures});
        QVERIFY(report.problems.empty());
        const auto again = test::makeCollection(path("x2"), {path("x/out")}).value();
        QVERIFY(seenIn(*again, allRows(*again)) == m_plain);
    }

    void samplesBeforeADamageAreThere()
    {
        for (const test::Packed& packed : test::packedInAllWays(m_tar)) {
            std::vector<std::string> problems;
            const auto workspace =
                collection("d", "000000.tar.gz", packed.bytes.substr(0, packed.bytes.size() * 7 / 10), &problems);
            const auto seen = seenIn(*workspace, allRows(*workspace));
            QVERIFY2(seen.size() > figures / 3 || std::string_view(packed.name).find("one frame") != std::string::npos,
                     (std::string(packed.name) + ": " + std::to_string(seen.size())).c_str());
            for (const auto& [key, figure] : seen)
                QVERIFY2(m_plain.at(key).image == figure.image, packed.name);
            QVERIFY2(problems.size() >= 1, packed.name);
            QVERIFY2(problems.front().find("000000.tar.gz") != std::string::npos, problems.front().c_str());
        }
    }

    void placesAreKeptWithTheCollectionAndMadeAgain()
    {
        const auto workspace = collection("k", "000000.tar.gz", test::gzipMember(m_tar));
        const fs::path folder = path("k/derived/checkpoints");
        QCOMPARE(std::distance(fs::directory_iterator(folder), {}), 1);
        fs::remove_all(folder);
        const auto again = Workspace::open(path("k")).value();
        QVERIFY(seenIn(*again, allRows(*again)) == m_plain);
        EXPECT_OK(again->index({}, {}, {}, [](const catalog::Problem&) {}));
        QCOMPARE(std::distance(fs::directory_iterator(folder), {}), 1);
        EXPECT_OK(again->index({}, {"k-shards/000000.tar.gz"}, {}, [](const catalog::Problem&) {}));
        QCOMPARE(std::distance(fs::directory_iterator(folder), {}), 0);
    }

    void recompressedShardHoldsTheSameTar()
    {
        EXPECT_OK(writeFileDurably(path("one.tar.zst"), test::zstdFrame(m_tar)));
        EXPECT_VALUE(const auto shard, shards::OpenShards().open(path("one.tar.zst")));
        EXPECT_VALUE(const auto summary, shards::recompress(shard, path("many.tar.zst"), false, {}));
        QCOMPARE(summary.samples, std::uint64_t{figures});
        QCOMPARE(summary.content, m_tar.size());
        EXPECT_VALUE(const auto copy, shards::OpenShards().open(path("many.tar.zst")));
        EXPECT_VALUE(const std::string content, copy->readExactly(0, m_tar.size()));
        QVERIFY(content == m_tar);
        EXPECT_ERROR(shards::recompress(shard, path("many.tar.zst"), false, {}), ErrorKind::Invalid);
        EXPECT_ERROR(shards::recompress(shard, path("one.tar.zst"), true, {}), ErrorKind::Invalid);
        EXPECT_ERROR(shards::recompress(shard, path("many.tar"), false, {}), ErrorKind::Invalid);

        EXPECT_OK(writeFileDurably(path("cut.tar.gz"), test::gzipMember(m_tar).substr(0, 500'000)));
        EXPECT_VALUE(const auto cut, shards::OpenShards().open(path("cut.tar.gz")));
        EXPECT_ERROR(shards::recompress(cut, path("cut.tar.zst"), false, {}), ErrorKind::Corrupt);
        QVERIFY(!fs::exists(path("cut.tar.zst.part")));
    }

    void indexingACompressedShardCanBeStopped()
    {
        EXPECT_OK(writeFileDurably(path("stop.tar.gz"), test::gzipMember(m_tar)));
        std::stop_source stop;
        stop.request_stop();
        EXPECT_VALUE(const auto shard, shards::OpenShards().open(path("stop.tar.gz")));
        EXPECT_ERROR(shards::scanShard(shard, {stop.get_token(), {}}), ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestCompressedShards)
#include "tst_compressed_shards.moc"
