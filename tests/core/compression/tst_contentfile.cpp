// Reading compressed files at any place, against the content that they were made from.

#include "core/compression/contentfile.h"
#include "tests/support/compressing.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>
#include <atomic>
#include <random>
#include <thread>

using namespace biomedica;
using compression::ContentFile;
using compression::Limits;

namespace {

/// So that a few megabytes have many places, and little stays decoded.
Limits narrowLimits()
{
    Limits limits;
    limits.checkpointSpan = 300'000;
    limits.cachedBytes = 1 << 20;
    return limits;
}

bool holds(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestContentFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    std::shared_ptr<const ContentFile> opened(const std::string& bytes, const Limits& limits = narrowLimits(),
                                              const std::filesystem::path& index = {})
    {
        if (!writeFileDurably(path("file"), bytes))
            qFatal("cannot write");
        return ContentFile::open(path("file"), index, limits).value();
    }

    /// The first place from which reading at random differs from the content; "" = none.
    static std::string difference(const ContentFile& file, const std::string& content, unsigned seed)
    {
        std::mt19937 random(seed);
        for (int i = 0; i < 40; ++i) {
            const std::size_t begin = random() % content.size();
            const std::size_t size =
                std::min<std::size_t>(random() % 3 ? random() % 5000 : random() % 900'000, content.size() - begin);
            const auto bytes = file.readExactly(begin, size);
            if (!bytes)
                return bytes.error().message();
            if (std::string_view(content).substr(begin, size) != *bytes)
                return "other bytes at " + std::to_string(begin);
        }
        return {};
    }

private slots:
    void anyPlaceIsReadFromSeveralThreadsInAnyForm()
    {
        const std::string content = test::someContent(6'000'000);
        for (const test::Packed& packed : test::packedInAllWays(content)) {
            const auto file = opened(packed.bytes);
            QVERIFY2(file->packing() != compression::Packing::None, packed.name);
            std::vector<std::thread> threads;
            std::vector<std::string> differences(4);
            for (unsigned t = 0; t < differences.size(); ++t)
                threads.emplace_back([&, t] { differences[t] = difference(*file, content, t + 1); });
            for (std::thread& thread : threads)
                thread.join();
            for (const std::string& text : differences)
                QVERIFY2(text.empty(), (std::string(packed.name) + ": " + text).c_str());
            EXPECT_OK(file->finish({}));
            EXPECT_VALUE(const bool reachesEnd, file->reaches(content.size()));
            QVERIFY2(reachesEnd, packed.name);
            EXPECT_VALUE(const bool reachesFurther, file->reaches(content.size() + 1));
            QVERIFY2(!reachesFurther, packed.name);
            QVERIFY2(file->remarks().empty(), packed.name);
            EXPECT_ERROR(file->readExactly(content.size() - 1, 2), ErrorKind::Corrupt);
        }
    }

    void placesAreKeptInTheFolderAndUsedAgain()
    {
        const std::string content = test::someContent(3'000'000);
        for (const test::Packed& packed : test::packedInAllWays(content)) {
            std::filesystem::remove_all(path("index"));
            EXPECT_OK(opened(packed.bytes, narrowLimits(), path("index"))->finish({}));
            EXPECT_VALUE(const auto again, ContentFile::open(path("file"), path("index"), narrowLimits()));
            QVERIFY2(difference(*again, content, 7).empty(), packed.name);
        }
        QCOMPARE(std::distance(std::filesystem::directory_iterator(path("index")), {}), 1);
    }

    void damagedIndexIsNotBelieved()
    {
        const std::string content = test::someContent(3'000'000);
        const std::string bytes = test::gzipMember(content);
        EXPECT_OK(opened(bytes, narrowLimits(), path("index2"))->finish({}));
        const std::filesystem::path index = std::filesystem::directory_iterator(path("index2"))->path();
        EXPECT_VALUE(const std::string sound, readFile(index));
        std::mt19937 random(3);
        for (int i = 0; i < 30; ++i) {
            std::string broken = sound;
            if (i % 3 == 0)
                broken.resize(random() % broken.size());
            else
                broken[i % 3 == 1 ? random() % broken.size() : broken.size() - 1 - random() % 700] ^=
                    static_cast<char>(1 << random() % 8);
            EXPECT_OK(writeFileDurably(index, broken));
            EXPECT_VALUE(const auto file, ContentFile::open(path("file"), path("index2"), narrowLimits()));
            const std::string problem = difference(*file, content, 11);
            QVERIFY2(problem.empty(), problem.c_str());
        }
    }

    void indexOfAnotherStateOfTheFileIsNotUsed()
    {
        const std::string one = test::someContent(2'000'000, 1), other = test::someContent(2'000'000, 2);
        EXPECT_OK(opened(test::gzipMember(one), narrowLimits(), path("index3"))->finish({}));
        const auto file = opened(test::gzipMember(other), narrowLimits(), path("index3"));
        QVERIFY(difference(*file, other, 5).empty());
        EXPECT_OK(file->finish({}));
        compression::removeOtherIndexes(path("index3"), {path("file")});
        QCOMPARE(std::distance(std::filesystem::directory_iterator(path("index3")), {}), 1);
    }

    void whatStandsBeforeADamageIsRead()
    {
        const std::string content = test::someContent(2'000'000);
        for (const test::Packed& packed : test::packedInAllWays(content)) {
            const bool hasTable = holds(packed.name, "table");
            for (int i = 0; i < 8; ++i) {
                const auto file = opened(packed.bytes.substr(0, packed.bytes.size() * (i + 1) / 10 + 5));
                std::string found(content.size() + 10, '\0');
                std::size_t count = 0;
                Result<std::size_t> step(std::size_t{0});
                while ((step = file->readAt(count, std::span(found).subspan(count, 1000))) && *step > 0)
                    count += *step;
                QVERIFY2(std::string_view(found).substr(0, count) == std::string_view(content).substr(0, count),
                         packed.name);
                // Half of the file holds about half of the content; small frames may end just at the cut.
                QVERIFY2(count + 300'000 + (holds(packed.name, "zstd") ? 700'001 : 0) > content.size() * (i + 1) / 10,
                         packed.name);
                QVERIFY2(!step || holds(packed.name, "bgzip") || holds(packed.name, "small") || hasTable, packed.name);
            }
        }
    }

    void damagedBytesAreNoticedAndNeverHarm()
    {
        const std::string content = test::someContent(1'500'000);
        std::mt19937 random(9);
        for (const test::Packed& packed : test::packedInAllWays(content)) {
            for (int i = 0; i < 12; ++i) {
                std::string broken = packed.bytes;
                const std::size_t at = 20 + random() % (broken.size() - 40);
                broken[at] ^= static_cast<char>(1 + random() % 255);
                if (!writeFileDurably(path("file"), broken))
                    qFatal("cannot write");
                const auto file = ContentFile::open(path("file"), {}, narrowLimits());
                if (!file)
                    continue;
                std::string found(content.size() + 1'000'000, '\0');
                const auto count = (*file)->readAt(0, found);
                const bool isSame = count && found.substr(0, *count) == content;
                const bool isNoticed = !count || !(*file)->remarks().empty();
                // A byte of a name, a time or a skippable frame does not matter.
                QVERIFY2(isSame || isNoticed, (std::string(packed.name) + " at " + std::to_string(at)).c_str());
            }
        }
    }

    void wrongChecksumAndForeignBytesAreReported()
    {
        const std::string content = test::someContent(400'000);
        std::string bytes = test::gzipMember(content);
        bytes[bytes.size() - 6] ^= 1;
        auto file = opened(bytes);
        EXPECT_OK(file->finish({}));
        QCOMPARE(file->remarks().size(), 1u);
        QVERIFY(holds(file->remarks()[0], "does not fit"));
        QVERIFY(difference(*file, content, 1).empty());

        for (const std::string& foreign : {test::gzipMember(content), test::zstdFrame(content)}) {
            file = opened(foreign + "<html>not found</html>");
            EXPECT_OK(file->finish({}));
            QCOMPARE(file->remarks().size(), 1u);
            QVERIFY(holds(file->remarks()[0], "after the end"));
            QVERIFY(difference(*file, content, 1).empty());
        }
    }

    void bombsStop()
    {
        const std::string zeros(100 << 20, '\0');
        Limits limits = narrowLimits();
        limits.stretch = 16 << 20;
        for (const std::string& bomb :
             {test::gzipMember(zeros), test::zstdFrame(zeros, false, 3), test::zstdFrame(zeros)}) {
            const auto file = opened(bomb, limits);
            std::string end(1, '\0');
            const auto read = file->readAt(zeros.size() - 1, end);
            EXPECT_ERROR(read, ErrorKind::Corrupt);
            QVERIFY(holds(read.error().message(), "file' unpacks to 16"));
        }
        limits = narrowLimits();
        limits.maximumContent = 32 << 20;
        for (const std::string& bomb : {test::gzipMember(zeros), test::zstdFrame(zeros, false, 3)})
            EXPECT_ERROR(opened(bomb, limits)->finish({}), ErrorKind::Corrupt);
        EXPECT_OK(writeFileDurably(path("stated"), test::zstdFrame(zeros)));
        EXPECT_ERROR(ContentFile::open(path("stated"), {}, limits), ErrorKind::Corrupt);
    }

    void fileThatCannotBeEnteredSaysSoAndIsReadInOrder()
    {
        const std::string content = test::someContent(8'000'000);
        Limits limits = narrowLimits();
        limits.slowGap = 2 << 20;
        limits.maximumSkip = 4 << 20;
        const auto file = opened(test::zstdFrame(content), limits);
        EXPECT_OK(file->finish({}));
        QCOMPARE(file->remarks().size(), 1u);
        QVERIFY(holds(file->remarks()[0], "recompress"));
        EXPECT_ERROR(file->readExactly(7'000'000, 10), ErrorKind::Unsupported); // too far from the beginning
        std::size_t begin = 0;
        for (; begin + 50'000 <= content.size(); begin += 50'000) { // as far as one likes in order
            EXPECT_VALUE(const std::string bytes, file->readExactly(begin, 50'000));
            QVERIFY(std::string_view(content).substr(begin, 50'000) == bytes);
        }
        EXPECT_OK(file->readExactly(begin - 500'000, 100)); // what was passed lately is still there
    }

    void decodingStopsWhenAsked()
    {
        const std::string content = test::someContent(3'000'000);
        std::stop_source stop;
        stop.request_stop();
        for (const test::Packed& packed : test::packedInAllWays(content)) {
            const auto file = opened(packed.bytes);
            EXPECT_ERROR(file->readExactly(2'900'000, 10, {stop.get_token(), {}}), ErrorKind::Cancelled);
            EXPECT_OK(file->readExactly(2'900'000, 10));
        }
    }

    void emptyAndTinyFilesAreNoTrap()
    {
        for (const std::string& bytes : {std::string("\x1f\x8b", 2), std::string("\x28\xb5\x2f\xfd", 4),
                                         std::string("\x1f\x8b\x08\x1f", 4), test::gzipMember("").substr(0, 12)}) {
            std::string some(10, '\0');
            EXPECT_ERROR(opened(bytes)->readAt(0, some), ErrorKind::Corrupt);
        }
        for (const std::string& bytes : {test::gzipMember(""), test::zstdFrame("")}) {
            std::string some(10, '\0');
            EXPECT_VALUE(const std::size_t count, opened(bytes)->readAt(0, some));
            QCOMPARE(count, 0u);
        }
    }
};

QTEST_GUILESS_MAIN(TestContentFile)
#include "tst_contentfile.moc"
