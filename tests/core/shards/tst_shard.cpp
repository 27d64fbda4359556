#include "core/shards/shard.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"
#include "tests/support/test_data.h"

#include <QTemporaryDir>

using namespace biomedica;

namespace {

struct Expected {
    const char* file;
    int figures;
    const char* why;
};

// Opened by content, whatever the name says. A figure is a sample with an image member.
constexpr Expected realShards[] = {
    {"KamilDre/dataset_shard_000000.tar", 3, "000000.rgb.png beside .npy members: keys end at the first dot"},
    {"KamilDre/dataset_shard_000001.tar", 3, "as above"},
    {"biomedica/articles-000000.tar", 100, "jpg, json, txt"},
    {"biomedica/figures-000000.tar", 400, "jpg or png, json"},
    {"biomedica/figures-000001.tar", 280, "jpg or png, json"},
    {"pytorch-data/101_ObjectCategories.tar.gz", 10,
     "a plain tar under a compressed name; folders in keys, pictures only"},
    {"pytorch-data/256_ObjectCategories.tar", 6, "folders in keys, pictures only"},
    {"pytorch-data/Annotations.tar", 0, ".mat files, no picture"},
    {"pytorch-data/bytes.tar", 0, "no picture"},
    {"pytorch-data/csv.tar", 0, "no picture"},
    {"pytorch-data/json.tar", 0, "json without a picture"},
    {"pytorch-data/txt.tar", 0, "txt without a picture"},
    {"webdataset/compressed.tar", 0, ".txt.gz members"},
    {"webdataset/mpdata.tar", 0, ".mp members"},
    {"webdataset/tendata.tar", 0, ".ten members"},
    {"webdataset/testgz.tar", 0, ".txt.gz members"},
};
constexpr const char* compressedShards[] = {"pytorch-data/bytes.tar", "pytorch-data/csv.tar", "pytorch-data/json.tar",
                                            "pytorch-data/txt.tar"};

int figuresOf(const shards::ShardScan& scan)
{
    return static_cast<int>(std::count_if(scan.samples.begin(), scan.samples.end(),
                                          [](const shards::Sample& sample) { return sample.image() != nullptr; }));
}

} // namespace

class TestShard : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    shards::ShardScan scan(const test::ShardBuilder& builder)
    {
        builder.write(path("s.tar"));
        return shards::scanShard(path("s.tar"), {}).value();
    }

    static QStringList keys(const shards::ShardScan& scan)
    {
        QStringList list;
        for (const shards::Sample& sample : scan.samples)
            list << QString::fromStdString(sample.key);
        return list;
    }

private slots:
    void keysWithDotsEndAtTheLastDotWhereSamplesAreWhole()
    {
        test::ShardBuilder builder;
        for (const char* key : {"b-PMC1-0-pone.0012345.g001", "b-PMC1-1-pone.0012345.g002"})
            builder.member(std::string(key) + ".jpg", "x")
                .member(std::string(key) + ".json", "{}")
                .member(std::string(key) + ".txt", "t");
        QCOMPARE(keys(scan(builder)), QStringList({"b-PMC1-0-pone.0012345.g001", "b-PMC1-1-pone.0012345.g002"}));
    }

    void otherKeysEndAtTheFirstDot()
    {
        test::ShardBuilder builder;
        builder.member("a/000.rgb.png", "x").member("a/000.depth.npy", "y").member("a/001.rgb.png", "x");
        const shards::ShardScan found = scan(builder);
        QCOMPARE(keys(found), QStringList({"a/000", "a/001"}));
        QCOMPARE(found.samples[0].members.size(), 2u);
        QCOMPARE(found.samples[0].image()->extension, std::string("rgb.png"));
    }

    void dotsInFoldersAreNoPartOfTheExtension()
    {
        test::ShardBuilder builder;
        builder.member("set.v1/000.jpg", "x").member("./set.v1/001.jpg", "y").member("set.v1/.hidden.jpg", "z");
        QCOMPARE(keys(scan(builder)), QStringList({"set.v1/000", "set.v1/001"}));
    }

    void sameMemberTwiceTakesTheLastAndIsReported()
    {
        test::ShardBuilder builder;
        builder.member("a.jpg", "first").member("a.txt", "t").member("a.jpg", "the last");
        const shards::ShardScan found = scan(builder);
        QCOMPARE(found.samples.size(), 1u);
        QCOMPARE(found.samples[0].image()->size, 8u);
        QCOMPARE(found.problems.size(), 1u);
        QCOMPARE(found.problems[0].key, std::optional<std::string>("a"));
        QVERIFY(!found.problems[0].makesNoFigure);
    }

    void cutShardGivesItsBeginningAndSaysSo()
    {
        test::writeSimpleShard(path("cut.tar"), 5);
        std::filesystem::resize_file(path("cut.tar"), std::filesystem::file_size(path("cut.tar")) * 3 / 10);
        EXPECT_VALUE(const shards::ShardScan found, shards::scanShard(path("cut.tar"), {}));
        QVERIFY(figuresOf(found) >= 1 && figuresOf(found) < 5);
        QCOMPARE(found.problems.size(), 1u);
        QVERIFY(!found.problems[0].key);
    }

    void membersSurviveTheirEncoding()
    {
        const std::vector<shards::SampleMember> members = {{"jpg", 0, 512, 99},
                                                           {"rgb.png", 1 << 20, (1 << 20) + 1536, 12'345'678'901}};
        QVERIFY(shards::decodeMembers(shards::encodeMembers(members)) == members);
        const std::string bytes = shards::encodeMembers(members);
        QVERIFY(!shards::decodeMembers(std::string_view(bytes).substr(0, bytes.size() - 1)));
    }

    void stoppedScanSaysSo()
    {
        test::writeSimpleShard(path("stop.tar"), 2);
        std::stop_source stop;
        stop.request_stop();
        EXPECT_ERROR(shards::scanShard(path("stop.tar"), {stop.get_token(), {}}), ErrorKind::Cancelled);
    }

    void realShardsHoldTheRightNumberOfFigures()
    {
        SKIP_WITHOUT_DATA();
        QCOMPARE(std::size(realShards), 16u);
        for (const Expected& expected : realShards) {
            const auto found = shards::scanShard(test::dataFolder() / "shards" / expected.file, {});
            EXPECT_OK(found);
            QVERIFY2(
                figuresOf(*found) == expected.figures,
                (std::string(expected.file) + ": " + std::to_string(figuresOf(*found)) + ", " + expected.why).c_str());
        }
    }

    void realCompressedShardsHoldWhatThePlainOnesHold()
    {
        SKIP_WITHOUT_DATA();
        for (const char* file : compressedShards) {
            const std::filesystem::path plain = test::dataFolder() / "shards" / file;
            std::filesystem::path compressed = plain;
            compressed += ".gz";
            EXPECT_VALUE(const shards::ShardScan expected, shards::scanShard(plain, {}));
            EXPECT_VALUE(const shards::ShardScan found, shards::scanShard(compressed, {}));
            QCOMPARE(found.samples.size(), expected.samples.size());
            for (std::size_t i = 0; i < found.samples.size(); ++i) {
                QCOMPARE(found.samples[i].key, expected.samples[i].key);
                QVERIFY(found.samples[i].members == expected.samples[i].members);
            }
        }
        EXPECT_VALUE(const shards::ShardScan found,
                     shards::scanShard(test::dataFolder() / "shards/webdataset/sample.tgz", {}));
        QCOMPARE(found.problems.size(), 0u);
        QVERIFY(!found.samples.empty());
    }
};

QTEST_GUILESS_MAIN(TestShard)
#include "tst_shard.moc"
