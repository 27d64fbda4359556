#include "core/workspace/sample_stream.h"
#include "tests/support/expect.h"
#include "tests/support/memory.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>

using namespace biomedica;
using workspace::ParsedSample;
using workspace::SampleStream;

class TestSampleStream : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    struct Opened {
        shards::ShardPointer shard;
        shards::ShardScan scan;
    };

    Opened opened(const test::ShardBuilder& builder)
    {
        const std::filesystem::path path = m_folder.filePath("s.tar").toStdString();
        builder.write(path);
        auto shard = shards::OpenShards().open(path).value();
        auto scan = shards::scanShard(shard, {}).value();
        return {std::move(shard), std::move(scan)};
    }

private slots:
    void samplesComeInTheOrderOfTheShard()
    {
        test::ShardBuilder builder;
        for (int i = 0; i < 500; ++i)
            builder.figure(test::keyOf("PMC1", i, "fig"), i, test::metadata("PMC1", "fig"),
                           "caption " + std::to_string(i));
        const Opened shard = opened(builder);
        SampleStream stream(*shard.shard, shard.scan.samples, {}, 3);
        std::size_t expected = 0;
        for (auto samples = stream.next(); !samples.empty(); samples = stream.next())
            for (const ParsedSample& sample : samples) {
                QCOMPARE(sample.sample, &shard.scan.samples[expected]);
                QCOMPARE(sample.metadata.caption, "caption " + std::to_string(expected));
                QVERIFY(sample.id && sample.problems.empty());
                ++expected;
            }
        QCOMPARE(expected, 500u);
    }

    void whatIsWrongIsSaidOfEachSample()
    {
        const Opened shard = opened(test::ShardBuilder()
                                        .member("a.txt", "no picture")
                                        .member("b.jpg", test::picture(1))
                                        .member("b.json", "[1]")
                                        .member("c.jpg", test::picture(2))
                                        .member("c.json", "")
                                        .member("c.txt", "caf\xe9"));
        SampleStream stream(*shard.shard, shard.scan.samples, {}, 1);
        const std::vector<ParsedSample> samples = stream.next();
        QCOMPARE(samples.size(), 3u);
        QVERIFY(!samples[0].id && samples[0].problems.size() == 1 && samples[0].problems[0].makesNoFigure);
        QVERIFY(samples[1].id && samples[1].problems.size() == 1 && !samples[1].problems[0].makesNoFigure);
        QVERIFY(samples[2].id && samples[2].problems.size() == 2);
        QVERIFY(stream.next().empty());
    }

    // 480 MB of abstracts: parsed without a bound they would all lie in memory.
    void whatIsParsedAheadIsBounded()
    {
        if (test::isSanitized)
            QSKIP("sanitizers keep what was freed");
        test::ShardBuilder builder;
        json::Value metadata = test::metadata("PMC1", "fig");
        metadata["article_abstract"] = std::string(8 << 20, 'a');
        const std::string text = json::toAsciiText(metadata);
        for (int i = 0; i < 60; ++i)
            builder.member(test::keyOf("PMC1", i, "fig") + ".jpg", "\xff\xd8\xff")
                .member(test::keyOf("PMC1", i, "fig") + ".json", text);
        const Opened shard = opened(std::exchange(builder, {}));
        const std::int64_t before = test::residentMemory();
        SampleStream stream(*shard.shard, shard.scan.samples, {}, 2);
        std::int64_t last = 0;
        QTRY_VERIFY(std::exchange(last, test::residentMemory()) == test::residentMemory()
                    && last - before > 50'000'000);
        QVERIFY2(last - before < 200'000'000, qPrintable(QString::number(last - before)));
        std::size_t found = 0;
        for (auto samples = stream.next(); !samples.empty(); samples = stream.next())
            found += samples.size();
        QCOMPARE(found, 60u);
    }

    void streamEndsBeforeItIsRead()
    {
        test::ShardBuilder builder;
        for (int i = 0; i < 300; ++i)
            builder.figure(test::keyOf("PMC1", i, "fig"), i, test::metadata("PMC1", "fig"), "caption");
        const Opened shard = opened(builder);
        std::stop_source stop;
        {
            SampleStream stream(*shard.shard, shard.scan.samples, stop.get_token(), 2);
            QVERIFY(!stream.next().empty());
        }
        stop.request_stop();
        SampleStream stopped(*shard.shard, shard.scan.samples, stop.get_token(), 2);
        QVERIFY(stopped.next().empty());
    }
};

QTEST_GUILESS_MAIN(TestSampleStream)
#include "tst_sample_stream.moc"
