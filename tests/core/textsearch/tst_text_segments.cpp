// Segment files: lists and words come back as they went in; damage gives an error and never a crash.

#include "core/base/file.h"
#include "core/textsearch/merging.h"
#include "core/textsearch/segment_builder.h"
#include "core/textsearch/segment_set.h"
#include "core/textsearch/stemming.h"
#include "core/textsearch/text_query.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>
#include <random>
#include <set>

using namespace biomedica;
using namespace biomedica::textsearch;

namespace {

struct Posting {
    std::uint32_t document;
    std::vector<std::uint32_t> positions;
    bool operator==(const Posting&) const = default;
};

std::vector<Posting> randomPostings(std::mt19937& random, unsigned count, unsigned widest)
{
    std::vector<Posting> postings;
    std::uint32_t document = 4;
    for (unsigned i = 0; i < count; ++i) {
        document += 1 + random() % widest;
        Posting posting{document, {}};
        std::uint32_t position = random() % 300;
        for (unsigned j = 0; j < 1 + (random() % 4 ? 0 : random() % 9); ++j, position += 1 + random() % 40)
            posting.positions.push_back(position);
        postings.push_back(posting);
    }
    return postings;
}

std::optional<std::vector<Posting>> readBack(const PostingList& list)
{
    std::vector<Posting> postings;
    Block block;
    std::vector<std::uint32_t> positions;
    for (std::uint32_t i = 0; i < list.blockCount(); ++i) {
        if (!list.read(i, block) || !readPositions(block, positions))
            return std::nullopt;
        auto at = positions.begin();
        for (unsigned j = 0; j < block.count; ++j) {
            postings.push_back({block.documents[j], {at, at + block.frequencies[j]}});
            at += block.frequencies[j];
        }
    }
    return postings;
}

} // namespace

class TestTextSegments : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    std::filesystem::path newPath() { return m_folder.filePath(QString::number(m_files++)).toStdString(); }

    /// Documents first…last; word "even" in every second, "all" twice in each, and a word of its own.
    SegmentPointer segment(std::uint32_t first, std::uint32_t last)
    {
        SegmentBuilder builder(Space::Figures);
        for (std::uint32_t document = first; document <= last; ++document) {
            builder.beginDocument(document);
            builder.add(0, "all " + std::string(document % 2 ? "odd" : "even") + " all n" + std::to_string(document));
        }
        const auto path = newPath();
        if (const auto size = builder.write(path); !size)
            qFatal("%s", size.error().message().c_str());
        return Segment::open(path).value();
    }

    static std::size_t count(const SegmentPointer& segment, const Pattern& pattern)
    {
        const auto set = SegmentSet::of({segment}).value();
        const std::vector<ArticleId> articles(segment->last() + 1);
        TextQuery query(set, std::make_shared<ArticleFigures>(articles));
        return query.find(pattern, allTextFields, false, {}).value().count();
    }

    void writeChanged(const std::filesystem::path& path, const std::string& bytes)
    {
        std::filesystem::remove(path);
        EXPECT_VALUE(File file, File::createForWriting(path));
        EXPECT_OK(file.append(bytes));
    }

private slots:
    void packedNumbersComeBack()
    {
        std::mt19937 random(1);
        for (unsigned width = 0; width <= 32; ++width) {
            std::array<std::uint32_t, blockSize> numbers{}, back{};
            for (std::uint32_t& number : numbers)
                number = static_cast<std::uint32_t>(random() & ((std::uint64_t{1} << width) - 1));
            std::string bytes;
            pack(numbers.data(), width, bytes);
            QCOMPARE(bytes.size(), packedBytes(width));
            unpack(bytes.data(), width, back.data());
            QVERIFY(numbers == back);
            QVERIFY(bitsFor(numbers) <= width);
        }
    }

    void listsComeBack_data()
    {
        QTest::addColumn<unsigned>("count");
        QTest::addColumn<unsigned>("widest");
        for (const unsigned count : {1u, 2u, 127u, 128u, 129u, 1000u, 1024u})
            for (const unsigned widest : {1u, 2u, 9u, 1000u, 100'000u})
                QTest::addRow("%u documents up to %u apart", count, widest) << count << widest;
    }

    void listsComeBack()
    {
        QFETCH(unsigned, count);
        QFETCH(unsigned, widest);
        std::mt19937 random(count + widest);
        const std::vector<Posting> postings = randomPostings(random, count, widest);
        PostingWriter writer(3);
        for (const Posting& posting : postings)
            writer.add(posting.document, posting.positions, 9);
        std::string bytes;
        writer.finish(bytes);
        const std::uint32_t last = postings.back().document + 5;
        const PostingList list(bytes, count, 3, last);
        QVERIFY(list.isSound());
        QVERIFY(readBack(list) == postings);
        Bitmap found(last + 1), expected(last + 1);
        for (const Posting& posting : postings)
            expected.set(posting.document);
        QVERIFY(list.addTo(found.words()));
        QVERIFY(found == expected);
        Bitmap shorter(postings.size() > 1 ? postings[postings.size() / 2].document : 1); // an older snapshot
        QVERIFY(list.addTo(shorter.words()));
    }

    void impactsBoundEveryDocument()
    {
        std::mt19937 random(3);
        PostingWriter writer(1);
        std::vector<std::pair<std::uint32_t, std::uint16_t>> documents;
        for (std::uint32_t document = 1; document <= 2000; ++document) {
            const std::vector<Posting> posting = randomPostings(random, 1, 3);
            const auto length = static_cast<std::uint16_t>(posting[0].positions.size() + random() % 90);
            writer.add(document, posting[0].positions, length);
            documents.emplace_back(posting[0].positions.size(), length);
        }
        std::string bytes;
        writer.finish(bytes);
        const PostingList list(bytes, 2000, 1, 2000);
        for (const FieldStatistics& field : {FieldStatistics{2000, 90'000}, FieldStatistics{90'000, 100'000}}) {
            const Bm25 bm25(2, 3, field);
            for (std::uint32_t i = 0; i < list.blockCount(); ++i) {
                Score bound = 0;
                const Impacts impacts = list.info(i).impacts;
                for (std::size_t j = 0; j < Impacts::most && impacts.at(j).frequency > 0; ++j)
                    bound = std::max(bound, bm25.of(impacts.at(j).frequency, impacts.at(j).length));
                for (std::uint32_t document = list.baseOf(i) + 1; document <= list.lastOf(i); ++document)
                    QVERIFY(bm25.of(documents[document - 1].first, documents[document - 1].second) <= bound);
            }
        }
    }

    void wordsAreFoundInOrderAndByTheirBeginning()
    {
        std::mt19937 random(2);
        std::set<std::string> words;
        while (words.size() < 500)
            words.insert("w" + std::to_string(random() % 5000));
        SegmentBuilder builder(Space::Articles);
        builder.beginDocument(7);
        for (const std::string& word : words)
            builder.add(2, word);
        const auto path = newPath();
        EXPECT_OK(builder.write(path));
        EXPECT_VALUE(const SegmentPointer segment, Segment::open(path));
        EXPECT_OK(segment->verify());
        QCOMPARE(segment->totals(2), (FieldTotals{1, 500}));
        std::vector<std::string> all;
        for (auto cursor = segment->dictionary().begin(); !cursor.isAtEnd(); cursor.next())
            all.push_back(cursor.word());
        QVERIFY(all == std::vector<std::string>(words.begin(), words.end()));
        for (const std::string word : {"", "w", "w1", "w25", "w9999", "x"}) {
            const auto cursor = segment->dictionary().from(word);
            const auto expected = words.lower_bound(word);
            QCOMPARE(cursor.isAtEnd(), expected == words.end());
            if (!cursor.isAtEnd())
                QCOMPARE(cursor.word(), *expected);
        }
    }

    void aPhraseDoesNotReachIntoTheNextText()
    {
        SegmentBuilder builder(Space::Figures);
        builder.beginDocument(1);
        builder.add(1, "western");
        builder.add(1, "blot again");
        const auto path = newPath();
        EXPECT_OK(builder.write(path));
        const SegmentPointer segment = Segment::open(path).value();
        QCOMPARE(count(segment, {{"western", "blot"}, false, false}), 0u);
        QCOMPARE(count(segment, {{"blot", "again"}, false, false}), 1u);
        QCOMPARE(count(segment, {{"blot", "ag"}, true, false}), 1u);
    }

    void pluralsMeetTheirSingularAndNothingElse_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("stem");
        const char* const cases[][2] = {{"cell cells", "cell"},
                                        {"biopsy biopsies", "biopsy"},
                                        {"tissue tissues", "tissue"},
                                        {"case cases", "case"},
                                        {"mass masses", "mass"},
                                        {"branch branches", "branch"},
                                        {"analysis analyses", "analysis"},
                                        {"metastasis metastases", "metastasis"},
                                        {"virus viruses", "virus"},
                                        {"lymphoma lymphomas", "lymphoma"},
                                        {"complex complexes", "complex"},
                                        {"tree trees", "tree"},
                                        {"cellular", "cellular"},
                                        {"organization", "organization"},
                                        {"cts", "cts"},
                                        {"rat rats", "rat"},
                                        {"p53s", "p53s"}};
        for (const auto& [words, stem] : cases)
            QTest::addRow("%s", words) << QString(words) << QString(stem);
    }

    void pluralsMeetTheirSingularAndNothingElse()
    {
        QFETCH(QString, words);
        QFETCH(QString, stem);
        for (const QString& word : words.split(' ')) {
            QCOMPARE(QString::fromStdString(stemOf(word.toStdString())), stem);
            const auto forms = formsOf(word.toStdString());
            QCOMPARE(QString::fromStdString(forms.front()), word);
            for (const QString& other : words.split(' '))
                QVERIFY(std::find(forms.begin(), forms.end(), other.toStdString()) != forms.end());
            for (const std::string& form : forms)
                QCOMPARE(stemOf(form), stemOf(word.toStdString()));
        }
    }

    void everyWordIsAmongTheFormsOfItsStem()
    {
        std::mt19937 random(4);
        for (int round = 0; round < 50'000; ++round) {
            std::string word;
            for (unsigned i = 0; i < 1 + random() % 4; ++i)
                word += "abegnost"[random() % 8];
            for (unsigned i = 0; i < 1 + random() % 3; ++i)
                word += std::array{"s", "es", "ies", "sses", "yses", "ches", "xes", "ruses", "y"}[random() % 9];
            const std::string stem = stemOf(word);
            if (stemOf(stem) != stem)
                continue; // "casess": nobody writes that
            const auto forms = formsOf(stem);
            QVERIFY2(std::find(forms.begin(), forms.end(), word) != forms.end(), word.c_str());
        }
    }

    void foreignCutAndNewerFilesAreRefused()
    {
        const SegmentPointer good = segment(1, 300);
        const std::string bytes = readFile(good->path()).value();
        const auto path = newPath();
        for (const std::size_t size :
             {std::size_t{0}, std::size_t{5}, std::size_t{16}, std::size_t{100}, bytes.size() / 2, bytes.size() - 1}) {
            writeChanged(path, bytes.substr(0, size));
            EXPECT_ERROR(Segment::open(path), ErrorKind::Corrupt);
        }
        std::string changed = bytes;
        changed[segmentMagic.size()] = 9;
        writeChanged(path, changed);
        const auto newer = Segment::open(path);
        EXPECT_ERROR(newer, ErrorKind::Unsupported);
        QVERIFY(newer.error().message().find("newer version") != std::string::npos);
        writeChanged(path, "not a segment at all, but long enough to be one");
        EXPECT_ERROR(Segment::open(path), ErrorKind::Corrupt);
        EXPECT_ERROR(Segment::open(newPath()), ErrorKind::NotFound);
    }

    void changedBytesGiveAnErrorAndNeverACrash()
    {
        const SegmentPointer good = segment(1, 700);
        const std::string bytes = readFile(good->path()).value();
        std::mt19937 random(5);
        int refused = 0, noticed = 0;
        for (int round = 0; round < 1500; ++round) {
            std::string changed = bytes;
            for (unsigned i = 0; i < 1 + random() % 4; ++i)
                changed[random() % changed.size()] = static_cast<char>(random());
            if (changed == bytes)
                continue;
            const auto path = newPath();
            writeChanged(path, changed);
            const auto opened = Segment::open(path);
            std::filesystem::remove(path);
            if (!opened) {
                ++refused;
                continue;
            }
            QVERIFY(!(*opened)->verify());
            const auto set = SegmentSet::of({*opened}).value();
            const std::vector<ArticleId> articles(701);
            for (const Pattern& pattern :
                 {Pattern{{"all"}, false, false}, Pattern{{"even"}, false, false}, Pattern{{"n"}, true, false},
                  Pattern{{"all", "even"}, false, false}, Pattern{{"n77"}, false, true}}) {
                TextQuery query(set, std::make_shared<ArticleFigures>(articles));
                const auto found = query.find(pattern, allTextFields, true, {});
                noticed += found ? 0 : 1;
                if (found)
                    noticed += query.best(*found, 50, {}) ? 0 : 1;
            }
            QVERIFY(!mergeSegments(std::vector{*opened}, nullptr, newPath(), {}));
        }
        QVERIFY(refused > 0);
        QVERIFY(noticed > 0);
    }

    void overlappingSegmentsAreRefused()
    {
        EXPECT_ERROR(SegmentSet::of({segment(1, 10), segment(10, 20)}), ErrorKind::Corrupt);
        EXPECT_OK(SegmentSet::of({segment(11, 20), segment(1, 10)}));
    }

    void aMergeHoldsWhatItsSegmentsHeld()
    {
        const std::vector<SegmentPointer> parts = {segment(1, 150), segment(151, 151), segment(160, 900)};
        const auto path = newPath();
        EXPECT_OK(mergeSegments(parts, nullptr, path, {}));
        EXPECT_VALUE(const SegmentPointer merged, Segment::open(path));
        EXPECT_OK(merged->verify());
        QCOMPARE(merged->first(), 1u);
        QCOMPARE(merged->last(), 900u);
        QCOMPARE(count(merged, {{"all"}, false, false}), 892u);
        QCOMPARE(count(merged, {{"n155"}, false, false}), 0u);
        QCOMPARE(count(merged, {{"even", "all", "n"}, true, false}), 446u);
        Bitmap kept(901);
        for (std::uint32_t document = 1; document <= 900; document += 3)
            kept.set(document);
        const auto smaller = newPath();
        EXPECT_OK(mergeSegments(parts, &kept, smaller, {}));
        EXPECT_VALUE(const SegmentPointer some, Segment::open(smaller));
        QCOMPARE(some->totals(0).documents, count(some, {{"all"}, false, false}));
        QCOMPARE(count(some, {{"n1"}, false, false}), 1u);
        QCOMPARE(count(some, {{"n2"}, false, false}), 0u);
        const auto none = newPath();
        EXPECT_OK(mergeSegments(parts, std::make_unique<Bitmap>(901).get(), none, {}));
        QCOMPARE(count(Segment::open(none).value(), {{"all"}, false, false}), 0u);
    }

    void aStoppedMergeLeavesNoFile()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto path = newPath();
        EXPECT_ERROR(mergeSegments(std::vector{segment(1, 100)}, nullptr, path, {stop.get_token(), {}}),
                     ErrorKind::Cancelled);
        QVERIFY(!std::filesystem::exists(path));
    }

    void tenOfATierAreMerged()
    {
        using Sizes = std::vector<std::uint64_t>;
        constexpr std::uint64_t kilo = 1000, mega = 1'000'000;
        QVERIFY(!nextMerge({}));
        QVERIFY(!nextMerge(Sizes(9, kilo)));
        QCOMPARE(nextMerge(Sizes(10, kilo)), (MergeRange{0, 10}));
        Sizes sizes(9, 30 * mega);
        sizes.insert(sizes.end(), 9, 3 * mega);
        QVERIFY(!nextMerge(sizes));
        sizes.push_back(2 * mega);
        QCOMPARE(nextMerge(sizes), (MergeRange{9, 19}));
        sizes.insert(sizes.end(), 3, kilo); // the small ones at the end go along
        QCOMPARE(nextMerge(sizes), (MergeRange{9, 22}));
        sizes.insert(sizes.begin(), 40 * mega); // the smaller tier first
        QCOMPARE(nextMerge(sizes), (MergeRange{10, 23}));
        sizes.resize(10);
        QCOMPARE(nextMerge(sizes), (MergeRange{0, 10}));
    }
};

QTEST_GUILESS_MAIN(TestTextSegments)
#include "tst_text_segments.moc"
