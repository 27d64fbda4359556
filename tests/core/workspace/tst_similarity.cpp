#include "core/image/decode.h"
#include "core/image/encode.h"
#include "core/image/shrink.h"
#include "core/similarity/store/vector_writer.h"
#include "core/workspace/similarity.h"
#include "tests/core/workspace/striped_collection.h"
#include "tests/support/expect.h"

#include <random>

using namespace biomedica;
using namespace biomedica::test;
using workspace::Similarity;
using workspace::Workspace;
namespace fs = std::filesystem;

namespace {

/// Forty grey patches: unlike stripes, it lies upon itself at one scale only.
image::Pixels patches()
{
    image::Pixels pixels(320, 240);
    std::fill(pixels.rgba.begin(), pixels.rgba.end(), std::uint8_t{255});
    std::mt19937 random(1);
    for (int i = 0; i < 40; ++i) {
        const auto below = [&random](unsigned most) { return static_cast<int>(random() % most); };
        const int left = below(280), top = below(200), width = 10 + below(30), height = 10 + below(30);
        const auto level = static_cast<std::uint8_t>(below(200));
        for (int y = top; y < top + height; ++y)
            for (int x = left; x < left + width; ++x)
                std::fill_n(pixels.row(y) + 4 * x, 3, level);
    }
    return pixels;
}

} // namespace

class TestSimilarity : public QObject {
    Q_OBJECT

    std::optional<StripedCollection> m_striped;
    fs::path m_folder;

    std::unique_ptr<Workspace> collection() { return m_striped->open(); }
    RowId rowOf(Workspace& workspace, int number) { return workspace.resolveKey(keyOf(number)).value(); }

private slots:
    void init()
    {
        m_striped.emplace();
        m_folder = m_striped->folder();
    }

    void withoutVectorsTheQuerySaysHowToMakeThem()
    {
        const auto workspace = collection();
        const auto result = workspace->search(query::parse("like:" + keyOf(1)).value(), {});
        QVERIFY(!result);
        QVERIFY(result.error().kind() == ErrorKind::NotFound);
        QVERIFY2(result.error().message().find("'biomedica embed " + workspace->folder().string() + "'")
                     != std::string::npos,
                 result.error().message().c_str());
        EXPECT_VALUE(const std::size_t missing, workspace->similarity().missing());
        QCOMPARE(missing, std::size_t{figureCount});
    }

    void embeddingMakesWhatIsMissingAndFindsWhatIsAlike()
    {
        const auto workspace = collection();
        EXPECT_VALUE(const auto made, workspace->similarity().embed(2, {}, nobody));
        QCOMPARE(made.embedded, std::size_t{figureCount});
        QCOMPARE(made.skipped, std::size_t{0});
        EXPECT_VALUE(const auto again, workspace->similarity().embed(2, {}, nobody));
        QCOMPARE(again.embedded, std::size_t{0});
        EXPECT_VALUE(const auto near, workspace->similarity().neighboursOf(rowOf(*workspace, 3), 3, {}));
        QCOMPARE(near.size(), std::size_t{3});
        QVERIFY(near[0].row == rowOf(*workspace, 2) || near[0].row == rowOf(*workspace, 4));
        QVERIFY(near[0].cosine >= near[1].cosine && near[1].cosine >= near[2].cosine);
        const auto keys = keysOf(*workspace, "like:" + keyOf(3) + " license:CC0");
        QCOMPARE(keys.size(), std::size_t{figureCount / 2});
        QCOMPARE(keys.front(), keyOf(3));
    }

    void vectorsOfAnotherVersionAreNotComparedAndMadeAnew()
    {
        const std::filesystem::path folder = m_folder / "c/derived/vectors/builtin";
        const similarity::ModelInfo older{"builtin", "1-00000000", 256};
        std::filesystem::create_directories(folder);
        {
            EXPECT_VALUE(const auto store, similarity::VectorStore::openOrCreate(folder, older));
            EXPECT_VALUE(auto writer, store->writer());
            EXPECT_OK(writer.add(FigureId(1), std::vector<float>(256, 1.0F)));
            EXPECT_OK(writer.commit());
        }
        const auto workspace = collection();
        EXPECT_ERROR(workspace->search(query::parse("like:" + keyOf(3)).value(), {}), ErrorKind::NotFound);
        EXPECT_VALUE(const std::size_t missing, workspace->similarity().missing());
        QCOMPARE(missing, std::size_t{figureCount});
        EXPECT_VALUE(const auto made, workspace->similarity().embed(2, {}, nobody));
        QCOMPARE(made.embedded, std::size_t{figureCount});
        QCOMPARE(keysOf(*workspace, "like:" + keyOf(3)).front(), keyOf(3));
    }

    void cancelledEmbeddingKeepsWhatItMade()
    {
        const auto workspace = collection();
        std::stop_source stop;
        Job job{stop.get_token(), [&](const Progress& progress) {
                    if (progress.done == 5)
                        stop.request_stop();
                }};
        const auto stopped = workspace->similarity().embed(1, job, nobody);
        QVERIFY(!stopped && stopped.error().kind() == ErrorKind::Cancelled);
        EXPECT_VALUE(const std::size_t missing, workspace->similarity().missing());
        QVERIFY(missing > 0 && missing < figureCount);
        EXPECT_VALUE(const auto rest, workspace->similarity().embed(1, {}, nobody));
        QCOMPARE(rest.embedded, missing);
    }

    void vectorsSurviveACatalogMadeAnew()
    {
        {
            const auto workspace = collection();
            m_striped->importCircle(*workspace);
        }
        for (const char* gone : {"catalog.sqlite", "catalog.sqlite-wal", "catalog.sqlite-shm"})
            fs::remove(m_folder / "c/derived" / gone);
        const auto workspace = collection();
        EXPECT_OK(workspace->index({}, {}, {}, nobody));
        const auto keys = keysOf(*workspace, "like:" + keyOf(0));
        QCOMPARE(keys.size(), std::size_t{figureCount});
        QCOMPARE(keys[1], keyOf(1));
        QCOMPARE(keys.back(), keyOf(figureCount - 1));
    }

    void brokenPictureIsNamedAndLeftOut()
    {
        test::ShardBuilder()
            .member(test::keyOf("PMC99", 0, "fig1") + ".jpg", "no picture")
            .member(test::keyOf("PMC99", 0, "fig1") + ".json", test::metadata("PMC99", "fig1").dump())
            .write(m_folder / "a/000001.tar");
        const auto workspace = collection();
        EXPECT_OK(workspace->index({m_folder / "a"}, {}, {}, nobody));
        std::vector<std::string> named;
        EXPECT_VALUE(const auto made, workspace->similarity().embed(
                                          0, {}, [&](const catalog::Problem& p) { named.push_back(*p.what.key); }));
        QCOMPARE(made.skipped, std::size_t{1});
        QVERIFY(named == std::vector<std::string>{test::keyOf("PMC99", 0, "fig1")});
    }

    void examplesAndFiltersWorkTogether()
    {
        const auto workspace = collection();
        m_striped->importCircle(*workspace);
        QVERIFY((keysOf(*workspace, "like:" + keyOf(0) + " cell").size() == 4));
        const auto between = keysOf(*workspace, "like:" + keyOf(4) + " like:" + keyOf(6));
        QCOMPARE(between.front(), keyOf(5));
        const auto away = keysOf(*workspace, "like:" + keyOf(5) + " -like:" + keyOf(4));
        QVERIFY(std::find(away.begin(), away.end(), keyOf(6)) < std::find(away.begin(), away.end(), keyOf(4)));
        QCOMPARE(keysOf(*workspace, "-like:" + keyOf(0)).front(), keyOf(figureCount - 1));
        QVERIFY(keysOf(*workspace, "like:" + keyOf(0) + " nowhere").empty());
        EXPECT_VALUE(const std::size_t count, workspace->count(query::parse("like:" + keyOf(0) + " cell").value(), {}));
        QCOMPARE(count, std::size_t{4});
    }

    void wordsAndLikenessAreJoinedByTheirRanks()
    {
        const auto workspace = collection();
        m_striped->importCircle(*workspace);
        query::Query query = query::parse("cells like:" + keyOf(9)).value();
        const auto firstOf = [&](query::Ranking ranking) {
            query.ranking = ranking;
            return workspace->summary((*workspace->search(query, {}))->rowAt(0)).value().key;
        };
        QCOMPARE(firstOf(query::Ranking::Semantic), keyOf(9));
        QCOMPARE(firstOf(query::Ranking::Text), keyOf(0)); // all are as good: in the order of the catalog
        query.ranking = query::Ranking::Hybrid;
        EXPECT_VALUE(const auto hybrid, workspace->search(query, {}));
        QCOMPARE(hybrid->size(), std::size_t{4});
        QCOMPARE(hybrid->figures.scoreAt(0), static_cast<float>(1. / 61 + 1. / 64));
    }

    void picturesFromOutsideAndPartsHaveNames()
    {
        const auto workspace = collection();
        EXPECT_OK(workspace->similarity().embed(0, {}, nobody));
        EXPECT_VALUE(const std::string name, workspace->similarity().remember(striped(7), "photo.png"));
        QCOMPARE(keysOf(*workspace, "like:" + name).front(), keyOf(7));
        EXPECT_VALUE(const std::string part,
                     workspace->similarity().rememberPart(rowOf(*workspace, 2), {0, 0, 0.5, 0.5}));
        QVERIFY(part != name);
        QVERIFY(!keysOf(*workspace, "like:" + part).empty());
        QCOMPARE(workspace->similarity().remembered(name)->title, std::string("photo.png"));
        EXPECT_ERROR(workspace->similarity().remember("no picture", "x"), ErrorKind::Unsupported);
        const std::string speck = image::encodePng(image::Pixels(1, 1)).value();
        EXPECT_ERROR(workspace->similarity().remember(speck, "x"), ErrorKind::Invalid);
        const std::string whole = striped(7);
        EXPECT_ERROR(workspace->similarity().remember(whole.substr(0, whole.size() / 2), "x"), ErrorKind::Corrupt);
        for (const workspace::PartOfPicture& outside :
             {workspace::PartOfPicture{0.6, 0, 0.5, 1}, workspace::PartOfPicture{0, 0, 0, 1},
              workspace::PartOfPicture{-0.1, 0, 0.5, 1}})
            EXPECT_ERROR(workspace->similarity().rememberPart(rowOf(*workspace, 2), outside), ErrorKind::Invalid);
        const auto gone = workspace->search(query::parse("like:@77").value(), {});
        QVERIFY(!gone && gone.error().message().find("paste or open it again") != std::string::npos);
    }

    void searchingGoesOnWithoutABatchThatWasCut()
    {
        const auto workspace = collection();
        for (const int first : {0, figureCount / 2}) {
            std::vector<std::vector<float>> rows;
            std::string keys;
            for (int i = first; i < first + figureCount / 2; ++i) {
                rows.push_back({1, static_cast<float>(i)});
                keys += keyOf(i) + "\n";
            }
            writeNpy(m_folder / "v.npy", rows);
            write(m_folder / "k.txt", keys);
            EXPECT_OK(workspace->similarity().importVectors(m_folder / "v.npy", m_folder / "k.txt", "m", {}));
        }
        QCOMPARE(keysOf(*workspace, "like:" + keyOf(0)).size(), std::size_t{figureCount});
        std::vector<fs::path> batches;
        for (const auto& entry : fs::directory_iterator(m_folder / "c/derived/vectors/m"))
            if (entry.path().extension() == ".vectors")
                batches.push_back(entry.path());
        QCOMPARE(batches.size(), std::size_t{2});
        const fs::path last = std::max(batches[0], batches[1]);
        fs::resize_file(last, fs::file_size(last) / 2);
        QCOMPARE(keysOf(*workspace, "like:" + keyOf(0)).size(), std::size_t{figureCount / 2});
        EXPECT_VALUE(const std::size_t missing, workspace->similarity().missing());
        QCOMPARE(missing, std::size_t{figureCount / 2});
    }

    void samePicturesAreFoundAndLeftOutOfAnExport()
    {
        const std::string copy = test::keyOf("PMC60", 0, "fig1");
        test::ShardBuilder()
            .member(copy + ".jpg", striped(4))
            .member(copy + ".json", test::metadata("PMC60", "fig1").dump())
            .write(m_folder / "a/000001.tar");
        const auto workspace = collection();
        EXPECT_OK(workspace->index({m_folder / "a"}, {}, {}, nobody));
        EXPECT_VALUE(const auto found, workspace->similarity().duplicates(std::nullopt, {}, nobody));
        QCOMPARE(found.groups.size(), std::size_t{1});
        QVERIFY(found.groups[0].isExact);
        QVERIFY(
            (found.groups[0].rows == std::vector<RowId>{rowOf(*workspace, 4), workspace->resolveKey(copy).value()}));
        workspace::ExportRequest request;
        request.folder = m_folder / "out";
        request.isWithoutCopies = true;
        EXPECT_VALUE(const auto exported, workspace->exportTo(request, {}));
        QCOMPARE(exported.figures, std::uint64_t{figureCount});
    }

    void picturesMadeAnewAreNearDuplicates()
    {
        const std::string original = test::keyOf("PMC70", 0, "fig1"), copy = test::keyOf("PMC71", 0, "fig1"),
                          small = test::keyOf("PMC72", 0, "fig1");
        const std::string picture = image::encodePng(patches()).value();
        test::ShardBuilder()
            .member(original + ".png", picture)
            .member(original + ".json", test::metadata("PMC70", "fig1").dump())
            .member(copy + ".png", picture)
            .member(copy + ".json", test::metadata("PMC71", "fig1").dump())
            .member(small + ".jpg", image::encodeJpeg(image::shrunkTo(patches(), 160, 120), 60).value())
            .member(small + ".json", test::metadata("PMC72", "fig1").dump())
            .write(m_folder / "a/000001.tar");
        auto workspace = collection();
        EXPECT_OK(workspace->index({m_folder / "a"}, {}, {}, nobody));
        EXPECT_OK(workspace->similarity().embed(1, {}, nobody));
        EXPECT_VALUE(const auto found, workspace->similarity().duplicates(0.5, {}, nobody));
        const auto rowOfKey = [&](const std::string& key) { return workspace->resolveKey(key).value(); };
        const auto has = [&](bool isExact, const std::vector<RowId>& rows) {
            return std::any_of(found.groups.begin(), found.groups.end(), [&](const workspace::DuplicateGroup& group) {
                return group.isExact == isExact && group.rows == rows;
            });
        };
        QVERIFY(has(true, {rowOfKey(original), rowOfKey(copy)}));
        QVERIFY(has(false, {rowOfKey(original), rowOfKey(small)})); // the first stands for its copies
        QCOMPARE(found.unread, std::size_t{0});

        workspace.reset();
        fs::remove(m_folder / "a/000001.tar");
        workspace = collection();
        std::vector<std::string> reported;
        const auto note = [&](const catalog::Problem& problem) { reported.push_back(problem.what.key.value()); };
        EXPECT_VALUE(const auto left, workspace->similarity().duplicates(0.5, {}, note));
        const RowId gone = rowOfKey(small);
        for (const workspace::DuplicateGroup& group : left.groups)
            QVERIFY(group.isExact || std::find(group.rows.begin(), group.rows.end(), gone) == group.rows.end());
        QVERIFY(std::find(reported.begin(), reported.end(), small) != reported.end());
        QCOMPARE(left.unread, reported.size());
    }
};

QTEST_GUILESS_MAIN(TestSimilarity)
#include "tst_similarity.moc"
