// Shards that were moved, indexing that was cut off, pictures that do not decode.

#include "core/base/file.h"
#include "core/workspace/collection_file.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>

using namespace biomedica;
using workspace::Workspace;
namespace fs = std::filesystem;

class TestMovedShards : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;

    fs::path path(const char* name) const { return m_folder->filePath(name).toStdString(); }

    void make(const std::vector<fs::path>& shards)
    {
        m_workspace = test::makeCollection(path("collection"), shards).value();
    }

    static void label(Workspace& workspace, const char* key)
    {
        workspace::LabelRequest wanted{"anna", {workspace.resolveKey(key).value()}, {}, {}};
        wanted.decision[Question::Primary] = journal::Vote{false, {"Maps"}};
        QVERIFY(workspace.decide(wanted).has_value());
    }

    std::string bytesOf(const char* file) const { return readFile(path(file)).value(); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        fs::create_directories(path("old/commercial"));
        fs::create_directories(path("new/deep"));
        test::writeSimpleShard(path("old/commercial/000000.tar"), 12);
    }

    void cleanup()
    {
        m_workspace.reset();
        m_folder.reset();
    }

    void movedShardIsFoundAndRelinkedWithItsLabels()
    {
        make({path("old")});
        label(*m_workspace, "batch-PMC3-0-fig1");
        const auto before = m_workspace->search({}, {}).value()->figures.rows();
        EXPECT_VALUE(const auto none, m_workspace->missingShards());
        QVERIFY(none.empty());
        fs::rename(path("old/commercial"), path("new/deep/commercial"));

        EXPECT_VALUE(const auto missing, m_workspace->missingShards());
        QCOMPARE(missing.size(), std::size_t(1));
        QVERIFY(!m_workspace->imageBytes(before.front()).has_value());
        EXPECT_VALUE(const auto search, m_workspace->findMovedShards(path("new"), {}));
        QCOMPARE(search.found.size(), std::size_t(1));
        QVERIFY(search.lost.empty());
        QVERIFY(search.found[0].isSame);
        QVERIFY(search.found[0].hasSameTime());
        QCOMPARE(search.found[0].path, path("new/deep/commercial/000000.tar"));

        EXPECT_OK(m_workspace->relink(search.found));
        EXPECT_VALUE(const auto after, m_workspace->missingShards());
        QVERIFY(after.empty());
        QVERIFY(m_workspace->search({}, {}).value()->figures.rows() == before); // the rows are the same
        EXPECT_OK(m_workspace->imageBytes(before.front()));
        EXPECT_VALUE(const auto info, m_workspace->info());
        QCOMPARE(info.labelled, 1);
        EXPECT_VALUE(const auto report, m_workspace->verify({}));
        QVERIFY(report.problems.empty());
        // Nothing is read again, and the catalog can be rebuilt from where the shard lies now.
        EXPECT_VALUE(const auto again, m_workspace->index({}, {}, {}, [](const auto&) {}));
        QCOMPARE(again.added, 0);
        QCOMPARE(again.unreadableShards, 0);
        EXPECT_VALUE(const auto file, workspace::readCollectionFile(path("collection")));
        QVERIFY(file.shards == std::vector{path("new/deep/commercial/000000.tar")});
    }

    void searchChangesNothing()
    {
        make({path("old")});
        fs::rename(path("old/commercial"), path("new/deep/commercial"));
        const std::string before = bytesOf("collection/collection.json");
        EXPECT_OK(m_workspace->findMovedShards(path("new"), {}));
        QVERIFY(bytesOf("collection/collection.json") == before);
        QCOMPARE(m_workspace->missingShards().value().size(), std::size_t(1));
        std::stop_source stop;
        stop.request_stop();
        EXPECT_ERROR(m_workspace->findMovedShards(path("new"), Job{stop.get_token(), {}}), ErrorKind::Cancelled);
    }

    void copyWithAnotherTimeIsTheSame()
    {
        make({path("old")});
        fs::rename(path("old/commercial/000000.tar"), path("new/deep/000000.tar"));
        fs::last_write_time(path("new/deep/000000.tar"), fs::file_time_type::clock::now() + std::chrono::hours(1));
        EXPECT_VALUE(const auto search, m_workspace->findMovedShards(path("new"), {}));
        QCOMPARE(search.found.size(), std::size_t(1));
        QVERIFY(search.found[0].isSame);
        QVERIFY(!search.found[0].hasSameTime());
        EXPECT_OK(m_workspace->relink(search.found));
        EXPECT_VALUE(const auto again, m_workspace->index({}, {}, {}, [](const auto&) {}));
        QCOMPARE(again.added, 0);
    }

    void otherContentsUnderTheSameNameAreIndexedAgainAndKeepTheLabels()
    {
        make({path("old")});
        label(*m_workspace, "batch-PMC3-0-fig1");
        fs::remove_all(path("old"));
        test::writeSimpleShard(path("new/deep/000000.tar"), 15);
        EXPECT_VALUE(const auto search, m_workspace->findMovedShards(path("new"), {}));
        QCOMPARE(search.found.size(), std::size_t(1));
        QVERIFY(!search.found[0].isSame);
        EXPECT_OK(m_workspace->relink(search.found));
        EXPECT_VALUE(const auto unread, m_workspace->unreadShards());
        QVERIFY(unread == std::vector{path("new/deep/000000.tar")});
        EXPECT_VALUE(const auto again, m_workspace->index({}, {}, {}, [](const auto&) {}));
        QCOMPARE(again.figures, 15);
        QCOMPARE(m_workspace->info().value().labelled, 1);
        QVERIFY(m_workspace->unreadShards().value().empty());
    }

    void sameSizeWithOtherFiguresIsNotTheSame()
    {
        make({path("old")});
        std::string bytes = bytesOf("old/commercial/000000.tar");
        fs::remove_all(path("old"));
        for (std::size_t at = bytes.find("about cells"); at != std::string::npos; at = bytes.find("about cells", at))
            bytes.replace(at, 11, "about bones");
        EXPECT_OK(writeFileDurably(path("new/deep/000000.tar"), bytes));
        EXPECT_VALUE(const auto search, m_workspace->findMovedShards(path("new"), {}));
        QCOMPARE(search.found.size(), std::size_t(1));
        QVERIFY(!search.found[0].isSame);
    }

    void equalNamesInTwoSubsetsAreToldApart()
    {
        fs::create_directories(path("old/other"));
        test::writeSimpleShard(path("old/other/000000.tar"), 12, 101);
        make({path("old")});
        // The folders' names are gone, only what is in the shards tells which is which.
        fs::create_directories(path("new/a"));
        fs::create_directories(path("new/b"));
        fs::rename(path("old/other/000000.tar"), path("new/a/000000.tar"));
        fs::rename(path("old/commercial/000000.tar"), path("new/b/000000.tar"));
        EXPECT_VALUE(const auto search, m_workspace->findMovedShards(path("new"), {}));
        QCOMPARE(search.found.size(), std::size_t(2));
        for (const auto& moved : search.found) {
            QVERIFY(moved.isSame);
            QCOMPARE(moved.path, moved.shard.subset == "other" ? path("new/a/000000.tar") : path("new/b/000000.tar"));
        }
    }

    void missingShardIsReportedAsLost()
    {
        make({path("old")});
        fs::remove_all(path("old"));
        EXPECT_VALUE(const auto search, m_workspace->findMovedShards(path("new"), {}));
        QVERIFY(search.found.empty());
        QCOMPARE(search.lost.size(), std::size_t(1));
        EXPECT_ERROR(m_workspace->findMovedShards(path("nowhere"), {}), ErrorKind::Io);
    }

    void shardsOfACatalogThatWasDeletedAreFoundByName()
    {
        make({path("old")});
        m_workspace.reset();
        fs::remove_all(path("collection/derived"));
        fs::rename(path("old/commercial"), path("new/deep/commercial"));
        m_workspace = Workspace::open(path("collection")).value();
        EXPECT_VALUE(const auto search, m_workspace->findMovedShards(path("new"), {}));
        QCOMPARE(search.found.size(), std::size_t(1));
        EXPECT_OK(m_workspace->relink(search.found));
        EXPECT_VALUE(const auto again, m_workspace->index({}, {}, {}, [](const auto&) {}));
        QCOMPARE(again.figures, 12);
    }

    void cutOffIndexingKnowsWhatIsLeft()
    {
        make({path("old")});
        test::writeSimpleShard(path("new/1.tar"), 3, 201);
        test::writeSimpleShard(path("new/2.tar"), 100, 301);
        std::stop_source stop;
        const Job job{stop.get_token(), [&](const Progress& progress) {
                          if (progress.what.ends_with("2.tar"))
                              stop.request_stop();
                      }};
        EXPECT_ERROR(m_workspace->index({path("new")}, {}, job, [](const auto&) {}), ErrorKind::Cancelled);
        m_workspace.reset();
        m_workspace = Workspace::open(path("collection")).value();
        EXPECT_VALUE(const auto unread, m_workspace->unreadShards());
        QVERIFY(unread == std::vector{path("new/2.tar")});
        EXPECT_VALUE(const auto summary, m_workspace->index(unread, {}, {}, [](const auto&) {}));
        QCOMPARE(summary.figures, 12 + 3 + 100);
        QVERIFY(m_workspace->unreadShards().value().empty());
        QVERIFY(workspace::readCollectionFile(path("collection")).value().unread.empty());
    }

    void pictureThatDoesNotDecodeIsListedUntilItDoes()
    {
        test::ShardBuilder shard;
        shard.member("whole.jpg", test::picture(1)).member("broken.jpg", "\xff\xd8\xff this is no picture");
        shard.write(path("old/commercial/000000.tar"));
        make({path("old")});
        EXPECT_VALUE(const auto before, m_workspace->problems());
        QVERIFY(before.empty());
        EXPECT_VALUE(const auto report, m_workspace->checkPictures(std::nullopt, {}));
        QCOMPARE(report.checked, 2u);
        QCOMPARE(report.broken, 1u);
        EXPECT_OK(m_workspace->checkPictures(std::nullopt, {})); // not twice
        EXPECT_VALUE(const auto problems, m_workspace->problems());
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems[0].what.key, std::optional<std::string>("broken"));
        QVERIFY(problems[0].isOfPicture);
        QVERIFY(!problems[0].what.makesNoFigure);

        test::ShardBuilder mended;
        mended.member("whole.jpg", test::picture(1)).member("broken.jpg", test::picture(2));
        mended.write(path("old/commercial/000000.tar"));
        EXPECT_OK(m_workspace->index({}, {}, {}, [](const auto&) {}));
        EXPECT_OK(m_workspace->checkPictures(std::nullopt, {}));
        QVERIFY(m_workspace->problems().value().empty());
    }

    void picturesOutOfReachAreNotCalledBroken()
    {
        make({path("old")});
        fs::rename(path("old"), path("away"));
        EXPECT_VALUE(const auto report, m_workspace->checkPictures(std::nullopt, {}));
        QCOMPARE(report.outOfReach, 12u);
        QCOMPARE(report.broken, 0u);
        QVERIFY(m_workspace->problems().value().empty());
    }
};

QTEST_APPLESS_MAIN(TestMovedShards)
#include "tst_moved_shards.moc"
