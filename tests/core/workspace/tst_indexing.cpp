#include "core/base/file.h"
#include "core/db/database.h"
#include "core/demo/demo.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"
#include "tests/support/test_data.h"

#include <QTemporaryDir>

using namespace biomedica;
using workspace::Workspace;

class TestIndexing : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<catalog::Problem> m_problems;

    std::filesystem::path path(const char* name) const { return m_folder->filePath(name).toStdString(); }

    Result<workspace::IndexSummary> index(Workspace& workspace, const std::vector<std::filesystem::path>& shards,
                                          const std::vector<std::string>& forget = {}, const Job& job = {})
    {
        m_problems.clear();
        return workspace.index(shards, forget, job,
                               [this](const catalog::Problem& problem) { m_problems.push_back(problem); });
    }

    std::unique_ptr<Workspace> collection() { return Workspace::openOrCreate(path("c")).value(); }

    static std::size_t count(Workspace& workspace, const char* query)
    {
        return workspace.count(query::parse(query).value(), {}).value();
    }

    static constexpr const char* titleWord = "title:study";

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void unchangedShardsAreNotReadAgain()
    {
        test::writeSimpleShard(path("a/000000.tar"), 4);
        auto workspace = collection();
        EXPECT_VALUE(auto summary, index(*workspace, {path("a")}));
        QCOMPARE(summary.added, 4);
        QVERIFY(summary.bytes > 0);
        EXPECT_VALUE(summary, index(*workspace, {path("a")}));
        QCOMPARE(summary.added, 0);
        QCOMPARE(summary.bytes, 0u);
        QCOMPARE(summary.figures, 4);
    }

    void picturesWithoutAnArticleAreNoSiblings()
    {
        test::ShardBuilder shard;
        json::Value loose = {{"article_license", "MIT"}};
        shard.figure("one", 1, loose, "a").figure("two", 2, loose, "b");
        shard.figure("three", 3, test::metadata("PMC1", "i1"), "c")
            .figure("four", 4, test::metadata("PMC1", "i2"), "d");
        shard.write(path("a/000000.tar"));
        auto workspace = collection();
        EXPECT_OK(index(*workspace, {path("a")}));
        EXPECT_VALUE(const auto single, workspace->figuresOfArticle(workspace->resolveKey("one").value()));
        QCOMPARE(single, std::vector{workspace->resolveKey("one").value()});
        EXPECT_VALUE(const auto siblings, workspace->figuresOfArticle(workspace->resolveKey("three").value()));
        QCOMPARE(siblings.size(), std::size_t(2));
    }

    void changedShardIsReadAnewAndLabelsStay()
    {
        test::writeSimpleShard(path("a/000000.tar"), 4);
        auto workspace = collection();
        EXPECT_OK(index(*workspace, {path("a")}));
        workspace::LabelRequest request{"anna", {workspace->resolveKey("batch-PMC2-0-fig1").value()}, {}, {}};
        request.decision[Question::Primary] = journal::Vote{false, {"Maps"}};
        EXPECT_OK(workspace->decide(request));
        test::writeSimpleShard(path("a/000000.tar"), 6);
        EXPECT_VALUE(const auto summary, index(*workspace, {}));
        QCOMPARE(summary.removed, 4);
        QCOMPARE(summary.added, 6);
        QCOMPARE(count(*workspace, "primary:Maps"), 1u);
        QCOMPARE(count(*workspace, "cells"), 6u);
    }

    void renamedShardKeepsTheLabels()
    {
        test::writeSimpleShard(path("a/000000.tar"), 3);
        auto workspace = collection();
        EXPECT_OK(index(*workspace, {path("a")}));
        workspace::LabelRequest request{"anna", {workspace->resolveKey("batch-PMC2-0-fig1").value()}, {}, {}};
        request.decision[Question::Primary] = journal::Vote{false, {"Maps"}};
        EXPECT_OK(workspace->decide(request));
        std::filesystem::rename(path("a"), path("b"));
        EXPECT_VALUE(const auto summary, index(*workspace, {path("b")}));
        QCOMPARE(summary.figures, 3);
        EXPECT_VALUE(const RowId row, workspace->resolveKey("batch-PMC2-0-fig1"));
        EXPECT_OK(workspace->imageBytes(row));
        QCOMPARE(count(*workspace, "primary:Maps"), 1u);
    }

    void duplicatesCountOnceAndConflictsAreReported()
    {
        const auto metadata = test::metadata("PMC1", "fig1");
        const std::string key = test::keyOf("PMC1", 0, "fig1");
        test::ShardBuilder().figure(key, 1, metadata, "one").write(path("a/000000.tar"));
        test::ShardBuilder().figure("other-" + key, 1, metadata, "the same picture").write(path("b/000000.tar"));
        test::ShardBuilder().figure(key, 2, metadata, "another picture").write(path("c1/000000.tar"));
        auto workspace = collection();
        EXPECT_VALUE(auto summary, index(*workspace, {path("a"), path("b"), path("c1")}));
        QCOMPARE(summary.figures, 1);
        QCOMPARE(summary.skipped, 1);
        QCOMPARE(m_problems.size(), 1u);
        QCOMPARE(m_problems[0].what.key, std::optional<std::string>(key));
        QCOMPARE(count(*workspace, "is:duplicate"), 1u);
        // The copy comes forward when the shown one goes.
        EXPECT_VALUE(summary, index(*workspace, {}, {"a/000000.tar"}));
        QCOMPARE(summary.removed, 1);
        QCOMPARE(summary.figures, 1);
        QCOMPARE(count(*workspace, "\"the same picture\""), 1u);
    }

    void brokenSamplesAreFiguresOrReported()
    {
        test::ShardBuilder builder;
        builder.member("whole.jpg", test::picture(1)).member("whole.json", "{}").member("whole.txt", "fine");
        builder.member("nojson.jpg", test::picture(2)).member("nojson.txt", "only a caption");
        builder.member("badjson.jpg", test::picture(3))
            .member("badjson.json", "{oops")
            .member("badjson.txt", "still found");
        builder.member("noimage.json", "{}").member("noimage.txt", "lost");
        builder.member("badutf.jpg", test::picture(4))
            .member("badutf.json", "{}")
            .member("badutf.txt", "caf\xe9 au lait");
        builder.member("broken.jpg", "not a picture").member("broken.json", "{}");
        builder.write(path("a/000000.tar"));
        auto workspace = collection();
        EXPECT_VALUE(const auto summary, index(*workspace, {path("a")}));
        QCOMPARE(summary.figures, 5);
        QCOMPARE(summary.skipped, 1);
        QStringList keys;
        for (const catalog::Problem& problem : m_problems)
            keys << QString::fromStdString(*problem.what.key);
        keys.sort();
        QCOMPARE(keys, QStringList({"badjson", "badutf", "noimage"}));
        QCOMPARE(count(*workspace, "\"still found\""), 1u);
        QCOMPARE(count(*workspace, "lait"), 1u);
        EXPECT_VALUE(const auto kept, workspace->problems());
        QCOMPARE(kept.size(), 3u);
    }

    void unreadableShardIsReportedAndTheRestIndexed()
    {
        test::writeSimpleShard(path("a/000000.tar"), 2);
        std::filesystem::create_directories(path("b"));
        EXPECT_OK(writeFileDurably(path("b/bad.tar"), "this is no tar"));
        auto workspace = collection();
        EXPECT_VALUE(const auto summary, index(*workspace, {path("a"), path("b"), path("missing.tar")}));
        QCOMPARE(summary.figures, 2);
        QCOMPARE(summary.skipped, 2);
        QCOMPARE(m_problems.size(), 2u);
        for (const catalog::Problem& problem : m_problems)
            QVERIFY(!problem.what.key);
    }

    void equalKeysNeedTheirShard()
    {
        test::ShardBuilder().member("000000.jpg", test::picture(1)).write(path("x/a.tar"));
        test::ShardBuilder().member("000000.jpg", test::picture(2)).write(path("x/b.tar"));
        auto workspace = collection();
        EXPECT_OK(index(*workspace, {path("x")}));
        const auto refused = workspace->resolveKey("000000");
        QVERIFY(!refused);
        QVERIFY(refused.error().message().find("x/a.tar:000000") != std::string::npos);
        EXPECT_VALUE(const RowId row, workspace->resolveKey("x/b.tar:000000"));
        EXPECT_VALUE(const std::string bytes, workspace->imageBytes(row));
        QVERIFY(bytes == test::picture(2));
    }

    void cancelledIndexKeepsWholeShardsAndResumes()
    {
        test::writeSimpleShard(path("a/000000.tar"), 70, 1);
        test::writeSimpleShard(path("a/000001.tar"), 70, 1001);
        auto workspace = collection();
        std::stop_source stop;
        Job job{stop.get_token(), [&](const Progress& progress) {
                    if (progress.what == "a/000001.tar")
                        stop.request_stop();
                }};
        EXPECT_ERROR(index(*workspace, {path("a")}, {}, job), ErrorKind::Cancelled);
        QCOMPARE(count(*workspace, ""), 70u);
        EXPECT_VALUE(const auto summary, index(*workspace, {path("a")}));
        QCOMPARE(summary.added, 70);
        QCOMPARE(summary.figures, 140);
    }

    void deletedCatalogIsRebuilt()
    {
        test::writeSimpleShard(path("a/000000.tar"), 3);
        EXPECT_OK(index(*collection(), {path("a")}));
        std::filesystem::remove_all(path("c/derived"));
        auto workspace = collection();
        QCOMPARE(count(*workspace, ""), 0u);
        EXPECT_VALUE(const auto summary, index(*workspace, {}));
        QCOMPARE(summary.figures, 3);
    }

    // Before its text index was its own, a collection had it in the catalog: that one is not read any more.
    void collectionOfAnEarlierVersionAsksToBeIndexedAgain()
    {
        test::writeSimpleShard(path("a/000000.tar"), 3);
        test::writeSimpleShard(path("a/000001.tar"), 5, 100);
        EXPECT_OK(index(*collection(), {path("a")}));
        std::filesystem::remove_all(path("c/derived/text"));
        EXPECT_VALUE(auto catalog, db::Connection::open(path("c/derived/catalog.sqlite"), db::Access::ReadWrite));
        EXPECT_OK(catalog.execute("DROP TRIGGER figure_gone; DROP TRIGGER figure_changed; DROP TABLE row_change; "
                                  "DROP TABLE identity; DROP TABLE text_segment; "
                                  "CREATE VIRTUAL TABLE text_figure USING fts5(caption); CREATE VIRTUAL TABLE "
                                  "text_article USING fts5(title); PRAGMA user_version = 2"));
        auto workspace = collection();
        QCOMPARE(count(*workspace, ""), 8u);
        const auto found = workspace->count(query::parse("cells").value(), {});
        EXPECT_ERROR(found, ErrorKind::Unsupported);
        QVERIFY(found.error().message().find("2 shards") != std::string::npos);
        QVERIFY(found.error().message().find("index the collection again") != std::string::npos);
        EXPECT_VALUE(const auto summary, index(*workspace, {}));
        QCOMPARE(summary.figures, 8);
        QCOMPARE(count(*workspace, "cells"), 8u);
        QCOMPARE(count(*workspace, titleWord), 8u);
    }

    void damagedTextIsReadAgainFromTheShards()
    {
        test::writeSimpleShard(path("a/000000.tar"), 3);
        test::writeSimpleShard(path("a/000001.tar"), 5, 100);
        EXPECT_OK(index(*collection(), {path("a")}));
        const std::size_t all = count(*collection(), "cells");
        const std::size_t titles = count(*collection(), titleWord);
        QVERIFY(all == 8 && titles == 8);
        for (const auto& file : test::filesBelow(path("c/derived/text"))) {
            std::string bytes = readFile(file).value();
            EXPECT_OK(writeFileDurably(file, bytes.substr(0, bytes.size() / 2)));
            auto workspace = collection();
            EXPECT_ERROR(workspace->count(query::parse("cells").value(), {}), ErrorKind::Corrupt);
            QCOMPARE(count(*workspace, ""), 8u);
            EXPECT_OK(index(*workspace, {}));
            QCOMPARE(count(*workspace, "cells"), all);
            QCOMPARE(count(*workspace, titleWord), titles);
        }
    }

    void filesThatAreCutShortWhileACollectionIsOpenAreMadeAnew()
    {
        test::writeSimpleShard(path("a/000000.tar"), 300);
        auto workspace = collection();
        EXPECT_OK(index(*workspace, {path("a")}));
        QCOMPARE(count(*workspace, "cells"), 300u);
        for (const auto& file : test::filesBelow(path("c/derived/text")))
            std::filesystem::resize_file(file, 100);
        const auto found = workspace->count(query::parse("cells").value(), {});
        EXPECT_ERROR(found, ErrorKind::Corrupt);
        QVERIFY(found.error().message().find("biomedica index") != std::string::npos);
        EXPECT_OK(index(*workspace, {}));
        QCOMPARE(count(*workspace, "cells"), 300u);

        const auto license = query::parse("license:\"CC BY\"").value();
        EXPECT_VALUE(const std::size_t licensed, workspace->count(license, {}));
        for (const auto& file : test::filesBelow(path("c/derived/columns")))
            std::filesystem::resize_file(file, 100);
        EXPECT_ERROR(workspace->count(license, {}), ErrorKind::Corrupt);
        EXPECT_VALUE(const std::size_t again, workspace->count(license, {})); // columns come from the catalog
        QCOMPARE(again, licensed);
    }

    void whatIndexingLeavesToBeMergedIsMergedLater()
    {
        for (int shard = 0; shard < 12; ++shard)
            test::writeSimpleShard(path(("a/0000" + std::to_string(10 + shard) + ".tar").c_str()), 3, 1 + 100 * shard);
        auto workspace = collection();
        const auto files = [&] { return test::filesBelow(path("c/derived/text")).size(); };
        EXPECT_OK(workspace->index(
            {path("a")}, {}, {}, [](const catalog::Problem&) {}, workspace::Merging::Left));
        const std::size_t before = files();
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = workspace->mergeTextOnce({stop.get_token(), {}});
        QVERIFY(!stopped || !*stopped);
        QCOMPARE(count(*workspace, "cells"), 36u);
        while (workspace->mergeTextOnce({}).value())
            QCOMPARE(count(*workspace, "cells"), 36u);
        QVERIFY(files() <= before);
        QVERIFY(files() < 2 * 10);
        QCOMPARE(count(*workspace, titleWord), 36u);
        EXPECT_OK(index(*workspace, {}));
        QCOMPARE(count(*workspace, "cells"), 36u);
    }

    void vanishedShardIsNamed()
    {
        test::writeSimpleShard(path("a/000000.tar"), 1);
        auto workspace = collection();
        EXPECT_OK(index(*workspace, {path("a")}));
        std::filesystem::remove(path("a/000000.tar"));
        const auto image = workspace->imageBytes(workspace->resolveKey("batch-PMC1-0-fig1").value());
        EXPECT_ERROR(image, ErrorKind::NotFound);
        QVERIFY(image.error().message().find("000000.tar") != std::string::npos);
    }

    void shardThatChangesWhileItIsReadIsNamedAndKeptApart_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("replaced") << 0;
        QTest::newRow("cut") << 1;
        QTest::newRow("gone") << 2;
    }

    void shardThatChangesWhileItIsReadIsNamedAndKeptApart()
    {
        QFETCH(const int, change);
        const std::filesystem::path second = path("a/000001.tar");
        test::writeSimpleShard(path("a/000000.tar"), 70, 1);
        test::writeSimpleShard(second, 70, 1001);
        auto workspace = collection();
        Job job{{}, [&](const Progress& progress) {
                    if (progress.what != "a/000001.tar" || progress.done == progress.total)
                        return;
                    if (change == 0)
                        test::writeSimpleShard(second, 50, 5001);
                    else if (change == 1)
                        std::filesystem::resize_file(second, 512);
                    else
                        std::filesystem::remove(second);
                }};
        EXPECT_VALUE(auto summary, index(*workspace, {path("a")}, {}, job));
        QCOMPARE(summary.added, 70);
        QCOMPARE(summary.unreadableShards, 1);
        QCOMPARE(m_problems.size(), 1u);
        QCOMPARE(m_problems[0].shard, second.string());
        QCOMPARE(count(*workspace, ""), 70u);
        test::writeSimpleShard(second, 30, 1001);
        EXPECT_VALUE(summary, index(*workspace, {path("a")}));
        QCOMPARE(summary.added, 30);
        QCOMPARE(count(*workspace, "cells"), 100u);
    }

    void shardThatChangesWhileItIsReadAgainStaysAsItWas()
    {
        test::writeSimpleShard(path("a/000000.tar"), 40);
        auto workspace = collection();
        EXPECT_OK(index(*workspace, {path("a")}));
        test::writeSimpleShard(path("a/000000.tar"), 60);
        const Job job{{}, [&](const Progress&) { test::writeSimpleShard(path("a/000000.tar"), 50); }};
        EXPECT_VALUE(auto summary, index(*workspace, {path("a")}, {}, job));
        QCOMPARE(summary.removed, 0);
        QCOMPARE(summary.unreadableShards, 1);
        QCOMPARE(count(*workspace, "cells"), 40u);
        EXPECT_ERROR(workspace->imageBytes(workspace->resolveKey("batch-PMC2-0-fig1").value()), ErrorKind::Corrupt);
        EXPECT_VALUE(summary, index(*workspace, {path("a")}));
        QCOMPARE(count(*workspace, "cells"), 50u);
    }

    void copyInAShardThatHasChangedIsNoConflict()
    {
        const auto metadata = test::metadata("PMC1", "fig1");
        const std::string key = test::keyOf("PMC1", 0, "fig1");
        test::ShardBuilder().figure(key, 1, metadata, "one").write(path("a/000000.tar"));
        auto workspace = collection();
        EXPECT_OK(index(*workspace, {path("a")}));
        test::ShardBuilder()
            .member("other.jpg", test::picture(2))
            .figure(key, 1, metadata, "one")
            .write(path("a/000000.tar"));
        test::ShardBuilder().figure("other-" + key, 1, metadata, "the same picture").write(path("b/000000.tar"));
        EXPECT_VALUE(const auto summary, index(*workspace, {path("b")}));
        QCOMPARE(summary.figures, 1);
        QVERIFY(m_problems.empty());
        EXPECT_OK(workspace->imageBytes(workspace->resolveKey("other-" + key).value()));
    }

    void foldersThatAreNoCollectionAreRefused()
    {
        EXPECT_ERROR(Workspace::open(path("none")), ErrorKind::NotFound);
        std::filesystem::create_directories(path("full"));
        EXPECT_OK(writeFileDurably(path("full/a.txt"), "x"));
        EXPECT_ERROR(Workspace::openOrCreate(path("full")), ErrorKind::NotFound);
        EXPECT_ERROR(Workspace::create(path("full")), ErrorKind::Io);
        EXPECT_OK(Workspace::create(path("c")));
        EXPECT_OK(
            writeFileDurably(path("c/collection.json"), R"({"format": "biomedica-curator-collection", "version": 2})"));
        EXPECT_ERROR(Workspace::open(path("c")), ErrorKind::Unsupported);
    }

    void figuresCostUnderTwoKilobytes()
    {
        EXPECT_VALUE(const auto drawn, demo::writeDemo({.folder = path("demo"), .figures = 500}, {}));
        auto workspace = collection();
        EXPECT_VALUE(const auto summary, index(*workspace, {path("demo")}));
        QCOMPARE(summary.figures, drawn.figures);
        workspace.reset();
        std::uintmax_t bytes = 0;
        for (const auto& file : test::filesBelow(path("c/derived")))
            bytes += std::filesystem::file_size(file);
        qInfo("%llu bytes a figure", static_cast<unsigned long long>(bytes / 500));
        QVERIFY(bytes / 500 < 2048);
    }
};

QTEST_GUILESS_MAIN(TestIndexing)
#include "tst_indexing.moc"
