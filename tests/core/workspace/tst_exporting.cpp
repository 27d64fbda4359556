#include "core/archive/tarreader.h"
#include "core/base/file.h"
#include "core/json/object_reader.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"
#include "tests/support/test_data.h"

#include <QTemporaryDir>
#include <set>

using namespace biomedica;
using workspace::Workspace;

class TestExporting : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path path(const char* name) const { return m_folder->filePath(name).toStdString(); }

    static workspace::ExportRequest request(const std::filesystem::path& folder, const char* query = "")
    {
        workspace::ExportRequest wanted;
        wanted.folder = folder;
        wanted.query = query::parse(query).value();
        return wanted;
    }

    static std::map<std::string, std::string> membersOf(const std::filesystem::path& shard)
    {
        std::map<std::string, std::string> members;
        auto reader = archive::TarReader::open(shard).value();
        while (auto entry = reader.next().value())
            members[entry->name] = reader.file().readExactly(entry->dataOffset, entry->size).value();
        return members;
    }

    static void label(Workspace& workspace, const char* key, const Answer& primary)
    {
        workspace::LabelRequest wanted{"anna", {workspace.resolveKey(key).value()}, {}, {}};
        wanted.decision[Question::Primary] = journal::Vote{false, primary};
        wanted.decision[Question::PanelType] = journal::Vote{false, {"multiple"}};
        if (const auto decided = workspace.decide(wanted); !decided)
            qFatal("%s", decided.error().message().c_str());
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::writeSimpleShard(path("s/000000.tar"), 5);
    }

    void unlabelledExportIsTheSourceByteForByte()
    {
        auto workspace = test::makeCollection(path("c"), {path("s")}).value();
        EXPECT_VALUE(const auto summary, workspace->exportTo(request(path("out")), {}));
        QCOMPARE(summary.figures, 5u);
        EXPECT_VALUE(const std::string exported, readFile(path("out/000000.tar")));
        EXPECT_VALUE(const std::string source, readFile(path("s/000000.tar")));
        QVERIFY(exported == source);
    }

    void labelsAreWrittenAndNothingElseChanges()
    {
        auto workspace = test::makeCollection(path("c"), {path("s")}).value();
        label(*workspace, "batch-PMC3-0-fig1", {"Maps", "Tables"});
        EXPECT_OK(workspace->exportTo(request(path("out")), {}));
        const auto before = membersOf(path("s/000000.tar"));
        auto after = membersOf(path("out/000000.tar"));
        const std::string name = "batch-PMC3-0-fig1.json";
        std::string expected = before.at(name);
        const auto replace = [&](const std::string& from, const std::string& to) {
            expected.replace(expected.find(from), from.size(), to);
        };
        replace(R"("image_panel_type": "single")", R"("image_panel_type": "multiple")");
        replace(R"("image_primary_label": ["Plots and Charts"])", R"("image_primary_label": ["Maps", "Tables"])");
        expected.insert(
            expected.size() - 1,
            R"(, "biomedica_curator": {"version": ")" BIOMEDICA_VERSION
            R"(", "labels": "consensus", "fields": ["image_panel_type", "image_primary_label"], "annotators": ["anna"]})");
        QCOMPARE(after.at(name), expected);
        after[name] = before.at(name);
        QVERIFY(after == before);
        EXPECT_VALUE(const auto report, exporting::verifyExport(path("out"), {}));
        QCOMPARE(report.checked, 5u);
        QCOMPARE(report.problems.size(), 0u);
    }

    void exportedLabelsAreImportedAgain()
    {
        auto workspace = test::makeCollection(path("c"), {path("s")}).value();
        label(*workspace, "batch-PMC3-0-fig1", {"Maps"});
        EXPECT_OK(workspace->exportTo(request(path("out")), {}));
        auto again = test::makeCollection(path("c2"), {path("out")}).value();
        QCOMPARE(again->count(query::parse("primary:Maps is:unlabelled").value(), {}).value(), 1u);
        EXPECT_OK(again->exportTo(request(path("out2")), {}));
        EXPECT_VALUE(const std::string once, readFile(path("out/000000.tar")));
        EXPECT_VALUE(const std::string twice, readFile(path("out2/000000.tar")));
        QVERIFY(once == twice);
    }

    void damageIsFound()
    {
        auto workspace = test::makeCollection(path("c"), {path("s")}).value();
        EXPECT_OK(workspace->exportTo(request(path("out")), {}));
        EXPECT_VALUE(std::string bytes, readFile(path("out/000000.tar")));
        bytes[bytes.find("about cells")] = 'X';
        EXPECT_OK(writeFileDurably(path("out/000000.tar"), bytes));
        EXPECT_VALUE(const auto report, exporting::verifyExport(path("out"), {}));
        QCOMPARE(report.problems.size(), 2u); // the checksum, and the caption
        QCOMPARE(report.problems[1].key, std::string("batch-PMC1-0-fig1"));
        std::filesystem::remove(path("out/000000.tar"));
        EXPECT_VALUE(const auto missing, exporting::verifyExport(path("out"), {}));
        QCOMPARE(missing.problems.size(), 1u);
    }

    void sampleWithoutMetadataGetsSome()
    {
        test::ShardBuilder()
            .member("./a/1.jpg", test::picture(1))
            .member("./a/2.jpg", test::picture(2))
            .write(path("t/000000.tar"));
        auto workspace = test::makeCollection(path("c"), {path("t")}).value();
        label(*workspace, "a/1", {"Maps"});
        EXPECT_OK(workspace->exportTo(request(path("out")), {}));
        const auto members = membersOf(path("out/000000.tar"));
        QCOMPARE(members.size(), 3u);
        json::ObjectReader reader;
        EXPECT_OK(reader.parse(members.at("./a/1.json")));
        QVERIFY((reader.strings("image_primary_label") == std::vector<std::string>{"Maps"}));
        EXPECT_VALUE(const auto report, exporting::verifyExport(path("out"), {}));
        QCOMPARE(report.problems.size(), 0u);
    }

    void metadataThatIsNoJsonIsCopiedAndReported()
    {
        test::ShardBuilder().member("a.jpg", test::picture(1)).member("a.json", "{oops").write(path("t/000000.tar"));
        auto workspace = test::makeCollection(path("c"), {path("t")}).value();
        label(*workspace, "a", {"Maps"});
        EXPECT_VALUE(const auto summary, workspace->exportTo(request(path("out")), {}));
        QCOMPARE(summary.problems.size(), 1u);
        QCOMPARE(membersOf(path("out/000000.tar")).at("a.json"), std::string("{oops"));
    }

    void equalKeysAndOtherDotsNeverShareAShard()
    {
        test::ShardBuilder().member("000.jpg", test::picture(1)).member("000.txt", "a").write(path("t/a.tar"));
        test::ShardBuilder().member("000.jpg", test::picture(2)).member("000.txt", "b").write(path("t/b.tar"));
        test::ShardBuilder().member("001.rgb.png", test::picture(3)).member("001.seg.npy", "b").write(path("t/c.tar"));
        test::ShardBuilder().member("x.y.jpg", test::picture(4)).member("x.y.txt", "b").write(path("t/d.tar"));
        auto workspace = test::makeCollection(path("c"), {path("t")}).value();
        EXPECT_VALUE(const auto summary, workspace->exportTo(request(path("out")), {}));
        QCOMPARE(summary.shards, 4u);
        EXPECT_VALUE(const auto report, exporting::verifyExport(path("out"), {}));
        QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : report.problems[0].problem.c_str());
        auto again = test::makeCollection(path("c2"), {path("out")}).value();
        QCOMPARE(again->info().value().totals.figures, 4);
    }

    void shardsHoldAtMostTheWantedNumber()
    {
        auto workspace = test::makeCollection(path("c"), {path("s")}).value();
        auto wanted = request(path("out"));
        wanted.figuresPerShard = 2;
        EXPECT_VALUE(const auto summary, workspace->exportTo(wanted, {}));
        QCOMPARE(summary.shards, 3u);
        QVERIFY(std::filesystem::exists(path("out/000002.tar")));
    }

    void cancelledExportLeavesNoFile()
    {
        auto workspace = test::makeCollection(path("c"), {path("s")}).value();
        std::stop_source stop;
        const Job job{stop.get_token(), [&](const Progress& progress) {
                          if (progress.done == 3)
                              stop.request_stop();
                      }};
        EXPECT_ERROR(workspace->exportTo(request(path("out")), job), ErrorKind::Cancelled);
        QVERIFY(!std::filesystem::exists(path("out")));
        QVERIFY(!std::filesystem::exists(path("out.part")));
    }

    void foreignFoldersAreNeverOverwritten()
    {
        auto workspace = test::makeCollection(path("c"), {path("s")}).value();
        std::filesystem::create_directories(path("out"));
        EXPECT_OK(writeFileDurably(path("out/mine.txt"), "keep"));
        auto wanted = request(path("out"));
        wanted.isForced = true;
        EXPECT_ERROR(workspace->exportTo(wanted, {}), ErrorKind::Io);
        QVERIFY(std::filesystem::exists(path("out/mine.txt")));
        EXPECT_OK(workspace->exportTo(request(path("new")), {}));
        EXPECT_ERROR(workspace->exportTo(request(path("new")), {}), ErrorKind::Io);
        wanted = request(path("new"), "PMC2 OR pmcid:PMC2");
        wanted.isForced = true;
        EXPECT_VALUE(const auto summary, workspace->exportTo(wanted, {}));
        QCOMPARE(summary.figures, 1u);
    }

    void changedSourceIsRefused()
    {
        auto workspace = test::makeCollection(path("c"), {path("s")}).value();
        test::writeSimpleShard(path("s/000000.tar"), 7);
        EXPECT_ERROR(workspace->exportTo(request(path("out")), {}), ErrorKind::Corrupt);
        QVERIFY(!std::filesystem::exists(path("out")));
    }

    void mineAndOnlyLabelledChooseWhatIsWritten()
    {
        auto workspace = test::makeCollection(path("c"), {path("s")}).value();
        label(*workspace, "batch-PMC1-0-fig1", {"Maps"});
        workspace::LabelRequest other{
            "ben",
            {workspace->resolveKey("batch-PMC1-0-fig1").value(), workspace->resolveKey("batch-PMC2-0-fig1").value()},
            {},
            {}};
        other.decision[Question::Primary] = journal::Vote{false, {"Tables"}};
        EXPECT_OK(workspace->decide(other));
        auto wanted = request(path("out"));
        wanted.isOnlyLabelled = true;
        wanted.labels = workspace::LabelChoice::parse("mine:anna").value();
        EXPECT_VALUE(const auto summary, workspace->exportTo(wanted, {}));
        QCOMPARE(summary.figures, 2u);
        QCOMPARE(summary.labelled, 1u);
        QVERIFY(!workspace::LabelChoice::parse("mine:"));
        // 1 : 1 on the first figure: the question keeps what the shard says.
        wanted.folder = path("consensus");
        wanted.labels = {};
        EXPECT_OK(workspace->exportTo(wanted, {}));
        json::ObjectReader reader;
        EXPECT_OK(reader.parse(membersOf(path("consensus/000000.tar")).at("batch-PMC1-0-fig1.json")));
        QVERIFY((reader.strings("image_primary_label") == std::vector<std::string>{"Plots and Charts"}));
        QCOMPARE(reader.text("image_panel_type"), std::optional<std::string>("multiple"));
    }

    void everyRealShardComesBackByteForByte()
    {
        SKIP_WITHOUT_DATA();
        auto workspace = test::makeCollection(path("c"), {test::dataFolder() / "shards"}).value();
        EXPECT_VALUE(const auto summary, workspace->exportTo(request(path("out")), {}));
        QCOMPARE(summary.figures, 892u);
        EXPECT_VALUE(const auto report, exporting::verifyExport(path("out"), {}));
        QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : report.problems[0].problem.c_str());
        QCOMPARE(report.checked, 892u);
    }
};

QTEST_GUILESS_MAIN(TestExporting)
#include "tst_exporting.moc"
