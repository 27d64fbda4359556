// The text index of a collection: what is listed counts, what a killed writer left behind goes, what is damaged is
// named and made again.

#include "core/base/file.h"
#include "core/textsearch/background_merge.h"
#include "core/textsearch/text_query.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>
#include <csignal>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace biomedica;
using namespace biomedica::textsearch;

namespace {

constexpr const char* makeTable =
    "CREATE TABLE text_segment (name TEXT PRIMARY KEY, space INTEGER NOT NULL, first INTEGER NOT NULL, "
    "last INTEGER NOT NULL, bytes INTEGER NOT NULL)";

/// A folder of segments and the database that lists them.
struct Index {
    explicit Index(const QTemporaryDir& folder)
        : path(folder.path().toStdString()), store(path / "text"),
          connection(db::Connection::open(path / "catalog", db::Access::Create).value())
    {
        if (!connection.execute(makeTable) || !tidyUp())
            qFatal("no database");
    }

    Result<std::vector<ListedSegment>> tidyUp()
    {
        TRY(db::Transaction transaction, db::Transaction::begin(connection));
        TRY(const auto lost, store.tidyUp(connection));
        TRY_VOID(transaction.commit());
        return lost;
    }

    /// One segment of figures more: rows [first, first + count).
    Result<void> add(std::uint32_t first, std::uint32_t count, bool isCommitted = true, bool hasArticle = true)
    {
        TRY(db::Transaction transaction, db::Transaction::begin(connection));
        TextWriter writer = store.writer();
        for (std::uint32_t row = first; row < first + count; ++row)
            TRY_VOID(writer.addFigure(RowId(row), "caption n" + std::to_string(row), {"a mention"}));
        if (hasArticle)
            TRY_VOID(writer.addArticle(ArticleId(first), {"A title", "an abstract", {"Blotting, Western"}, {"keys"}}));
        TRY(const std::vector<ListedSegment> written, writer.finish());
        TRY_VOID(listSegments(connection, written));
        return isCommitted ? transaction.commit() : Result<void>();
    }

    std::size_t files() const
    {
        std::size_t count = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(store.folder()))
            ++count;
        return count;
    }

    Result<std::size_t> count(const Pattern& pattern, TextFields fields = allTextFields)
    {
        TRY(auto segments, store.segments(connection));
        articles.resize(1000);
        for (std::uint32_t row = 0; row < articles.size(); ++row)
            articles[row] = ArticleId(row);
        TextQuery query(std::move(segments), std::make_shared<ArticleFigures>(articles));
        TRY(const Bitmap found, query.find(pattern, fields, false, {}));
        return found.count();
    }

    std::filesystem::path path;
    TextStore store;
    db::Connection connection;
    std::vector<ArticleId> articles;
};

const Pattern caption{{"caption"}, false, false};

Result<Bitmap> allRows(std::uint32_t, std::uint32_t last)
{
    Bitmap rows(last + 1);
    for (std::uint32_t row = 0; row <= last; ++row)
        rows.set(row);
    return rows;
}

} // namespace

class TestTextStore : public QObject {
    Q_OBJECT

private slots:
    void textsAreFoundInTheirFields()
    {
        QTemporaryDir folder;
        Index index(folder);
        QCOMPARE(index.count(caption).value(), 0u);
        EXPECT_OK(index.add(1, 5));
        QCOMPARE(index.count(caption).value(), 5u);
        QCOMPARE(index.count({{"mentions"}, false, false}, unsigned(TextField::Context)).value(), 5u);
        QCOMPARE(index.count({{"mention"}, false, false}, unsigned(TextField::Caption)).value(), 0u);
        QCOMPARE(index.count({{"title"}, false, false}, unsigned(TextField::Title)).value(), 1u);
        QCOMPARE(index.count({{"abstract"}, false, false}, unsigned(TextField::Abstract)).value(), 1u);
        QCOMPARE(index.count({{"blotting", "western"}, false, false}).value(), 1u);
        QCOMPARE(index.count({{"keys"}, false, true}, unsigned(TextField::Keyword)).value(), 1u);
        EXPECT_OK(index.add(6, 3)); // seen by the open store, too
        QCOMPARE(index.count(caption).value(), 8u);
    }

    void whatWasNotCommittedLeavesFilesThatGo()
    {
        QTemporaryDir folder;
        Index index(folder);
        EXPECT_OK(index.add(1, 5));
        EXPECT_OK(index.add(6, 5, false));
        QCOMPARE(index.files(), 4u);
        QCOMPARE(index.count(caption).value(), 5u);
        EXPECT_VALUE(const auto lost, index.tidyUp());
        QVERIFY(lost.empty());
        QCOMPARE(index.files(), 2u);
        EXPECT_OK(index.add(6, 5)); // the rows of a transaction that was rolled back are given out again
        QCOMPARE(index.count(caption).value(), 10u);
    }

    void damagedSegmentsAreNamedAndTheirRangeIsGivenBack()
    {
        QTemporaryDir folder;
        Index index(folder);
        EXPECT_OK(index.add(1, 5));
        EXPECT_OK(index.add(6, 5));
        EXPECT_VALUE(const auto listed, listedSegments(index.connection, Space::Figures));
        std::filesystem::resize_file(index.store.folder() / listed[0].name, 40);
        std::filesystem::remove(index.store.folder() / listed[1].name);
        const auto found = index.count(caption);
        EXPECT_ERROR(found, ErrorKind::Corrupt);
        QVERIFY(found.error().message().find(listed[0].name) != std::string::npos);
        QVERIFY(found.error().message().find("index the collection again") != std::string::npos);
        EXPECT_VALUE(const auto lost, index.tidyUp());
        QCOMPARE(lost.size(), 2u);
        QCOMPARE(lost[0].first, 1u);
        QCOMPARE(lost[1].last, 10u);
        QCOMPARE(index.count(caption).value(), 0u);
    }

    void aSegmentThatIsCutShortWhileItIsOpenIsNamedAndMadeAnew()
    {
        QTemporaryDir folder;
        Index index(folder);
        EXPECT_OK(index.add(1, 400));
        EXPECT_OK(index.add(500, 400));
        EXPECT_VALUE(const auto listed, listedSegments(index.connection, Space::Figures));
        for (const std::uint64_t left : {listed[0].bytes - 1, listed[0].bytes / 2, std::uint64_t{0}}) {
            QCOMPARE(index.count(caption).value(), 800u);
            EXPECT_VALUE(const auto now, listedSegments(index.connection, Space::Figures));
            std::filesystem::resize_file(index.store.folder() / now[0].name, left);
            for (int round = 0; round < 2; ++round) { // the damaged one is still open
                const auto found = index.count(caption);
                EXPECT_ERROR(found, ErrorKind::Corrupt);
                QVERIFY(found.error().message().find(now[0].name) != std::string::npos);
                QVERIFY(found.error().message().find("biomedica index") != std::string::npos);
            }
            EXPECT_VALUE(const auto lost, index.tidyUp());
            QCOMPARE(lost.size(), 1u);
            QCOMPARE(lost[0].first, 1u);
            QCOMPARE(index.count(caption).value(), 400u);
            EXPECT_OK(index.add(1, 400, true, false));
        }
    }

    // Changed bytes in a list are met where it is read: then its file goes out of the way, and indexing makes it anew.
    void aSegmentWithADamagedListIsSetAside()
    {
        QTemporaryDir folder;
        Index index(folder);
        EXPECT_OK(index.add(1, 400));
        EXPECT_OK(index.add(500, 400));
        EXPECT_VALUE(const auto listed, listedSegments(index.connection, Space::Figures));
        const auto path = index.store.folder() / listed[1].name;
        EXPECT_VALUE(const SegmentPointer segment, Segment::open(path));
        const auto place = segment->dictionary().from("caption").places()[0];
        std::string bytes = readFile(path).value();
        const std::size_t lists = segmentHeaderBytes + 2 * 2 * 400; // behind the lengths of two fields
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(lists + place.offset), 100, '\xff');
        EXPECT_OK(writeFileDurably(path, bytes));
        EXPECT_ERROR(index.count(caption), ErrorKind::Corrupt);
        QVERIFY(!std::filesystem::exists(path));
        EXPECT_ERROR(index.count(caption), ErrorKind::Corrupt);
        EXPECT_VALUE(const auto lost, index.tidyUp());
        QCOMPARE(lost.size(), 1u);
        QCOMPARE(lost[0].first, 500u);
        EXPECT_OK(index.add(500, 400, true, false));
        QCOMPARE(index.count(caption).value(), 800u);
    }

    void aMergeOfADamagedSegmentSetsItAside()
    {
        QTemporaryDir folder;
        Index index(folder);
        for (std::uint32_t i = 0; i < 10; ++i)
            EXPECT_OK(index.add(1 + i * 10, 10));
        EXPECT_VALUE(const auto listed, listedSegments(index.connection, Space::Figures));
        const auto path = index.store.folder() / listed[3].name;
        std::string bytes = readFile(path).value();
        bytes[segmentHeaderBytes] ^= 1; // a length: nothing else would show it
        EXPECT_OK(writeFileDurably(path, bytes));
        EXPECT_ERROR(BackgroundMerge(index.store.folder(), index.connection, allRows).finish({}), ErrorKind::Corrupt);
        EXPECT_VALUE(const auto lost, index.tidyUp());
        QCOMPARE(lost.size(), 1u);
        QCOMPARE(lost[0].first, 31u);
        EXPECT_OK(BackgroundMerge(index.store.folder(), index.connection, allRows).finish({}));
        QCOMPARE(index.count(caption).value(), 90u);
    }

    void aMergeComesInBetweenTransactions()
    {
        QTemporaryDir folder;
        Index index(folder);
        BackgroundMerge merge(index.store.folder(), index.connection, allRows);
        for (std::uint32_t i = 0; i < 25; ++i) {
            EXPECT_OK(index.add(1 + i * 10, 10));
            EXPECT_OK(merge.step());
            QCOMPARE(index.count(caption).value(), (i + 1) * 10);
        }
        EXPECT_OK(merge.finish({}));
        QCOMPARE(index.count(caption).value(), 250u);
        QCOMPARE(index.count({{"n"}, true, false}).value(), 250u);
        EXPECT_VALUE(const auto listed, listedSegments(index.connection, Space::Figures));
        EXPECT_VALUE(const auto articles, listedSegments(index.connection, Space::Articles));
        QVERIFY(listed.size() < 10);
        QCOMPARE(index.files(), listed.size() + articles.size());
        EXPECT_VALUE(const auto lost, index.tidyUp());
        QVERIFY(lost.empty());
        QCOMPARE(index.files(), listed.size() + articles.size());
    }

    void aMergeDropsRemovedFigures()
    {
        QTemporaryDir folder;
        Index index(folder);
        for (std::uint32_t i = 0; i < 10; ++i)
            EXPECT_OK(index.add(1 + i * 10, 10));
        const auto oddRows = [](std::uint32_t, std::uint32_t last) -> Result<Bitmap> {
            Bitmap rows(last + 1);
            for (std::uint32_t row = 1; row <= last; row += 2)
                rows.set(row);
            return rows;
        };
        EXPECT_VALUE(const auto before, index.store.segments(index.connection));
        QCOMPARE(before->statistics(Space::Figures, 0).documents, 100u);
        EXPECT_OK(BackgroundMerge(index.store.folder(), index.connection, oddRows).finish({}));
        EXPECT_VALUE(const auto after, index.store.segments(index.connection));
        QCOMPARE(after->statistics(Space::Figures, 0).documents, 50u);
        QCOMPARE(index.count(caption, unsigned(TextField::Caption)).value(), 50u);
    }

    // Killed at any moment: before the new file is whole, before it is listed, before the old ones are gone.
    void aMergeCutOffAtAnyStepLosesNothing()
    {
        QTemporaryDir folder;
        Index index(folder);
        for (std::uint32_t i = 0; i < 10; ++i)
            EXPECT_OK(index.add(1 + i * 10, 10));
        EXPECT_VALUE(const auto sources, listedSegments(index.connection, Space::Figures));
        std::vector<SegmentPointer> segments;
        std::map<std::string, std::string> bytes;
        for (const ListedSegment& source : sources) {
            segments.push_back(Segment::open(index.store.folder() / source.name).value());
            bytes[source.name] = readFile(index.store.folder() / source.name).value();
        }
        const auto path = index.store.folder() / newSegmentName();
        EXPECT_OK(mergeSegments(segments, nullptr, path, {}));
        const std::string merged = readFile(path).value();
        for (const std::size_t size : {std::size_t{0}, merged.size() / 2, merged.size()}) { // never listed
            std::filesystem::remove(path);
            EXPECT_OK(writeFileDurably(path, merged.substr(0, size)));
            QCOMPARE(index.count(caption).value(), 100u);
            EXPECT_VALUE(const auto lost, index.tidyUp());
            QVERIFY(lost.empty());
            QVERIFY(!std::filesystem::exists(path));
            QCOMPARE(index.count(caption).value(), 100u);
        }
        EXPECT_OK(BackgroundMerge(index.store.folder(), index.connection, allRows).finish({}));
        QCOMPARE(index.count(caption).value(), 100u);
        for (const auto& [name, content] : bytes) // listed, and the old ones still there
            EXPECT_OK(writeFileDurably(index.store.folder() / name, content));
        QCOMPARE(index.count(caption).value(), 100u);
        EXPECT_VALUE(const auto lost, index.tidyUp());
        QVERIFY(lost.empty());
        QCOMPARE(index.files(), 2u);
        QCOMPARE(index.count(caption).value(), 100u);
    }

    void mergesOneByOneUntilNoneIsDue()
    {
        QTemporaryDir folder;
        Index index(folder);
        for (std::uint32_t i = 0; i < 10; ++i)
            EXPECT_OK(index.add(1 + i * 10, 10));
        BackgroundMerge merge(index.store.folder(), index.connection, allRows);
        QCOMPARE(merge.mergeOne({}).value(), true);
        QCOMPARE(listedSegments(index.connection, Space::Figures).value().size(), 1u);
        QCOMPARE(listedSegments(index.connection, Space::Articles).value().size(), 10u);
        QCOMPARE(index.count(caption).value(), 100u);
        std::stop_source stop;
        stop.request_stop();
        EXPECT_ERROR(merge.mergeOne({stop.get_token(), {}}), ErrorKind::Cancelled);
        QCOMPARE(index.files(), 11u);
        QCOMPARE(merge.mergeOne({}).value(), true);
        QCOMPARE(merge.mergeOne({}).value(), false);
        QCOMPARE(index.files(), 2u);
        QCOMPARE(index.count(caption).value(), 100u);
    }

    // The process that merges is killed at a random moment.
    void aMergeThatIsKilledLosesNothing()
    {
        std::mt19937 random(11);
        int unfinished = 0;
        for (int round = 0; round < 12; ++round) {
            QTemporaryDir folder;
            Index index(folder);
            for (std::uint32_t i = 0; i < 10; ++i)
                EXPECT_OK(index.add(1 + i * 90, 90));
            const pid_t child = ::fork();
            if (child == 0) { // opens its own: a connection is of one process
                auto connection = db::Connection::open(index.path / "catalog", db::Access::ReadWrite);
                BackgroundMerge merge(index.store.folder(), *connection, allRows);
                while (merge.mergeOne({}).value_or(false)) {}
                ::_exit(0);
            }
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000)); // the moment is what is tested
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            unfinished += listedSegments(index.connection, Space::Articles).value().size() > 1 ? 1 : 0;
            QCOMPARE(index.count(caption).value(), 900u);
            EXPECT_VALUE(const auto lost, index.tidyUp());
            QVERIFY(lost.empty());
            BackgroundMerge merge(index.store.folder(), index.connection, allRows);
            while (merge.mergeOne({}).value()) {}
            QCOMPARE(index.files(), 2u);
            QCOMPARE(index.count(caption).value(), 900u);
        }
        QVERIFY(unfinished > 0);
    }

    void aStoppedMergeIsForgotten()
    {
        QTemporaryDir folder;
        Index index(folder);
        for (std::uint32_t i = 0; i < 10; ++i)
            EXPECT_OK(index.add(1 + i * 10, 10));
        std::stop_source stop;
        stop.request_stop();
        {
            BackgroundMerge merge(index.store.folder(), index.connection, allRows);
            const auto finished = merge.finish({stop.get_token(), {}});
            QVERIFY(finished || finished.error().kind() == ErrorKind::Cancelled);
        }
        QCOMPARE(index.count(caption).value(), 100u);
        EXPECT_OK(index.tidyUp());
        QCOMPARE(index.count(caption).value(), 100u);
    }

    void twoMergersDoNotHarmEachOther()
    {
        QTemporaryDir folder;
        Index index(folder);
        for (std::uint32_t i = 0; i < 10; ++i)
            EXPECT_OK(index.add(1 + i * 10, 10));
        EXPECT_VALUE(auto other, db::Connection::open(index.path / "catalog", db::Access::ReadWrite));
        BackgroundMerge first(index.store.folder(), index.connection, allRows);
        BackgroundMerge second(index.store.folder(), other, allRows);
        EXPECT_OK(first.step());
        EXPECT_OK(second.step());
        EXPECT_OK(first.finish({}));
        EXPECT_OK(second.finish({}));
        QCOMPARE(index.count(caption).value(), 100u);
        QCOMPARE(index.files(), 2u);
    }
};

QTEST_GUILESS_MAIN(TestTextStore)
#include "tst_text_store.moc"
