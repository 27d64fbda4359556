// The text index against a naive program on random text: sets, scores, order, counts; while it grows, after figures
// were removed and after merges.

#include "tests/core/textsearch/text_fixture.h"
#include "tests/support/expect.h"

#include <QTemporaryDir>
#include <cmath>

using namespace biomedica;
using textsearch::Pattern;
using textsearch::RankedFigure;

class TestTextRanking : public QObject {
    Q_OBJECT

    /// A query of one to three patterns over a random filter.
    static void compareOne(test::TextFixture& fixture, const textsearch::RankingLimits& limits)
    {
        std::mt19937& random = fixture.texts.random();
        auto query = fixture.query();
        Bitmap members = fixture.shown();
        for (std::uint32_t row = 0; row < members.size() && random() % 2; ++row)
            if (random() % 4 == 0)
                members.clear(row);
        std::map<std::uint32_t, double> expected;
        members.forEach([&](std::uint32_t row) { expected[row] = 0; });
        const bool isAnd = random() % 2;
        Bitmap any(members.size());
        for (unsigned i = 0, patterns = 1 + random() % 3; i < patterns; ++i) {
            const Pattern pattern = fixture.texts.pattern();
            const textsearch::TextFields fields = fixture.texts.fields();
            const bool isScored = random() % 5 != 0;
            EXPECT_VALUE(const Bitmap found, query.find(pattern, fields, isScored, {}));
            const auto naive = fixture.reference.find(pattern, fields);
            Bitmap wanted(found.size());
            for (const auto& [row, score] : naive) {
                wanted.set(row);
                if (isScored && expected.contains(row))
                    expected[row] += score;
            }
            const Bitmap shown = fixture.shown();
            QVERIFY((Bitmap(found) &= shown) == (Bitmap(wanted) &= shown));
            QCOMPARE(found.count() >= (Bitmap(found) &= shown).count(), true);
            any |= found;
            if (isAnd)
                members &= found;
        }
        if (!isAnd && random() % 2)
            members &= any;
        const std::size_t count = 1 + random() % 60;
        EXPECT_VALUE(const auto best, query.best(members, count, {}, limits));
        QCOMPARE(best.size(), std::min(count, members.count()));
        std::vector<double> naive;
        members.forEach([&](std::uint32_t row) { naive.push_back(expected.at(row)); });
        std::sort(naive.rbegin(), naive.rend());
        for (std::size_t i = 0; i < best.size(); ++i) {
            QVERIFY(members.test(best[i].row.value));
            QVERIFY(std::abs(static_cast<double>(best[i].score) - expected.at(best[i].row.value)) < 1e-3);
            QVERIFY(std::abs(static_cast<double>(best[i].score) - naive[i]) < 1e-3);
            if (i > 0)
                QVERIFY(best[i - 1].score > best[i].score
                        || (best[i - 1].score == best[i].score && best[i - 1].row < best[i].row));
        }
    }

    static void compareMany(test::TextFixture& fixture, int rounds)
    {
        for (int round = 0; round < rounds; ++round) {
            for (const textsearch::RankingLimits& limits :
                 {textsearch::RankingLimits{}, textsearch::RankingLimits{0, 3, 5}}) {
                compareOne(fixture, limits);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

private slots:
    void equalsTheNaiveProgramWhileItGrowsShrinksAndMerges()
    {
        QTemporaryDir folder;
        test::TextFixture fixture(folder, 5);
        for (const std::uint32_t figures : {3u, 400u, 2600u}) {
            fixture.grow(figures);
            compareMany(fixture, 60);
        }
        fixture.removeSome(); // results are masked; statistics keep what was removed until it is merged
        compareMany(fixture, 60);
        QCOMPARE(fixture.mergeAll(), std::string());
        compareMany(fixture, 60);
        fixture.grow(300);
        compareMany(fixture, 60);
    }

    void theBestAreTheSameHoweverTheyAreFound()
    {
        QTemporaryDir folder;
        test::TextFixture fixture(folder, 6);
        fixture.grow(5000);
        fixture.grow(3000);
        for (int round = 0; round < 40; ++round) {
            const Pattern patterns[] = {fixture.texts.pattern(), fixture.texts.pattern()};
            const auto best = [&](std::size_t count, const textsearch::RankingLimits& limits) {
                auto query = fixture.query();
                Bitmap members = query.find(patterns[0], textsearch::allTextFields, true, {}).value();
                members |= query.find(patterns[1], textsearch::allTextFields, true, {}).value();
                return query.best(members, count, {}, limits).value();
            };
            const auto all = best(SIZE_MAX, {});
            for (const textsearch::RankingLimits& limits :
                 {textsearch::RankingLimits{}, textsearch::RankingLimits{0, 1, 0}, textsearch::RankingLimits{0, 50, 0},
                  textsearch::RankingLimits{SIZE_MAX, 0, SIZE_MAX}}) {
                const auto some = best(20, limits);
                QVERIFY(std::equal(some.begin(), some.end(), all.begin()));
            }
        }
    }

    void mergingChangesNoScore()
    {
        QTemporaryDir folder;
        test::TextFixture fixture(folder, 7);
        for (int i = 0; i < 6; ++i)
            fixture.grow(300);
        const Pattern pattern{{"cell"}, false, false};
        const auto best = [&] {
            auto query = fixture.query();
            const Bitmap members = query.find(pattern, textsearch::allTextFields, true, {}).value();
            return query.best(members, 500, {}).value();
        };
        const auto before = best();
        QCOMPARE(fixture.mergeAll(), std::string());
        QVERIFY(before == best());
    }

    void theExactFormIsPreferred()
    {
        QTemporaryDir folder;
        textsearch::SegmentBuilder builder(textsearch::Space::Figures);
        const char* const captions[] = {"cells here", "cell here", "a cellular one", "cells there"};
        for (std::uint32_t row = 1; row <= 4; ++row) {
            builder.beginDocument(row);
            builder.add(0, captions[row - 1]);
        }
        EXPECT_OK(builder.write(folder.filePath("a").toStdString()));
        const auto set =
            textsearch::SegmentSet::of({textsearch::Segment::open(folder.filePath("a").toStdString()).value()}).value();
        const std::vector<ArticleId> articles(5);
        textsearch::TextQuery query(set, std::make_shared<textsearch::ArticleFigures>(articles));
        const Bitmap found = query.find({{"cell"}, false, false}, textsearch::allTextFields, true, {}).value();
        QCOMPARE(found.count(), 3u);
        const auto best = query.best(found, 10, {}).value();
        QCOMPARE(best[0].row, RowId(2));
        QCOMPARE(best[1].row, RowId(1)); // equal scores: by row
        QCOMPARE(best[2].row, RowId(4));
        QCOMPARE(query.find({{"cell"}, false, true}, textsearch::allTextFields, false, {}).value().count(), 1u);
        QCOMPARE(query.find({{"cell"}, true, false}, textsearch::allTextFields, false, {}).value().count(), 4u);
    }

    void aStoppedSearchSaysSo()
    {
        QTemporaryDir folder;
        test::TextFixture fixture(folder, 8);
        fixture.grow(200);
        std::stop_source stop;
        stop.request_stop();
        auto query = fixture.query();
        EXPECT_ERROR(query.find({{"cell"}, false, false}, textsearch::allTextFields, true, {stop.get_token(), {}}),
                     ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestTextRanking)
#include "tst_text_ranking.moc"
