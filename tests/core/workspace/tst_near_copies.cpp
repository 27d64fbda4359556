// Proposed pairs and what their pixels say.

#include "core/workspace/near_copies.h"
#include "tests/support/expect.h"
#include "tests/support/remade.h"

#include <atomic>
#include <random>

using namespace biomedica;
using image::Pixels;
using workspace::confirmedCopies;
using workspace::ProposedPair;

namespace {

using Groups = std::vector<std::vector<RowId>>;

Pixels drawing(demo::Kind kind, std::uint64_t data)
{
    return test::drawnAlike(demo::infoOf(kind), 7, data);
}

std::vector<ProposedPair> allPairs(std::uint32_t rows)
{
    std::vector<ProposedPair> pairs;
    for (std::uint32_t a = 0; a < rows; ++a)
        for (std::uint32_t b = a + 1; b < rows; ++b)
            pairs.push_back({RowId(a), RowId(b)});
    return pairs;
}

} // namespace

class TestNearCopies : public QObject {
    Q_OBJECT

    std::vector<std::string> m_files;
    std::atomic<int> m_reads{0};

    const workspace::PictureSource m_pictures = [this](RowId row) -> Result<std::string> {
        ++m_reads;
        return m_files.at(row.value);
    };

    void show(const std::vector<Pixels>& pictures)
    {
        m_files.clear();
        m_reads = 0;
        for (const Pixels& picture : pictures)
            m_files.push_back(image::encodePng(picture).value());
    }

private Q_SLOTS:
    void remadePicturesAreGroupedAndOthersAreNot()
    {
        const Pixels plot = drawing(demo::Kind::LinePlot, 1), other = drawing(demo::Kind::LinePlot, 2);
        const Pixels scan = drawing(demo::Kind::Radiograph, 1), otherScan = drawing(demo::Kind::Radiograph, 2);
        show({plot, scan, other, test::inGrey(test::rescaled(plot, 0.6)), test::cropped(scan), otherScan});
        EXPECT_VALUE(const auto found, confirmedCopies(allPairs(6), m_pictures, {}));
        QCOMPARE(found.groups, (Groups{{RowId(0), RowId(3)}, {RowId(1), RowId(4)}}));
        QVERIFY(found.unread.empty());
        QCOMPARE(m_reads.load(), 6);
    }

    void groupsDoNotDependOnTheOrderOfPairs()
    {
        const Pixels plot = drawing(demo::Kind::BarPlot, 1);
        show({drawing(demo::Kind::BarPlot, 2), plot, test::rescaled(plot, 0.5), test::cropped(plot), test::inGrey(plot),
              test::asJpeg(plot)});
        const Groups expected = {{RowId(1), RowId(2), RowId(3), RowId(4), RowId(5)}};
        // Proposed in a row only, so that the first was never proposed together with the last.
        std::vector<ProposedPair> pairs;
        for (std::uint32_t row = 0; row < 5; ++row)
            pairs.push_back({RowId(row + 1), RowId(row)});
        std::mt19937 random(1);
        for (int round = 0; round < 3; ++round) {
            std::shuffle(pairs.begin(), pairs.end(), random);
            EXPECT_VALUE(const auto found, confirmedCopies(pairs, m_pictures, {}));
            QCOMPARE(found.groups, expected);
        }
    }

    void aChainOfCropsIsNoGroup()
    {
        std::vector<Pixels> crops = {drawing(demo::Kind::Histology, 1)};
        for (int i = 0; i < 4; ++i)
            crops.push_back(test::cropped(crops.back()));
        show(crops);
        EXPECT_VALUE(const auto found, confirmedCopies(allPairs(5), m_pictures, {}));
        QVERIFY(!found.groups.empty());
        QCOMPARE(found.groups[0].front(), RowId(0));
        QVERIFY(found.groups[0].size() > 1 && found.groups[0].size() < 4); // the last show two fifths of the first
    }

    void picturesAreDecodedAgainWhereFewAreHeld()
    {
        const Pixels plot = drawing(demo::Kind::BarPlot, 1), other = drawing(demo::Kind::BarPlot, 2);
        show({plot, other, test::rescaled(plot, 0.5), test::inGrey(other), test::asJpeg(plot), test::asJpeg(other)});
        const Groups expected = {{RowId(0), RowId(2), RowId(4)}, {RowId(1), RowId(3), RowId(5)}};
        EXPECT_VALUE(const auto found, confirmedCopies(allPairs(6), m_pictures, {}, {.heldPictures = 2}));
        QCOMPARE(found.groups, expected);
        QCOMPARE(m_reads.load(), 2 * 15); // all of each pair
        m_reads = 0;
        EXPECT_VALUE(const auto again, confirmedCopies(allPairs(6), m_pictures, {}, {.heldPictures = 6}));
        QCOMPARE(again.groups, expected);
        QVERIFY(m_reads >= 6 && m_reads < 2 * 15);
    }

    void afterItsShareOfComparisonsAFamilyGroupsByPairs()
    {
        const Pixels plot = drawing(demo::Kind::BarPlot, 1);
        show({plot, test::rescaled(plot, 0.5), test::cropped(plot), test::inGrey(plot), test::asJpeg(plot)});
        const std::vector<ProposedPair> pairs = {
            {RowId(0), RowId(1)}, {RowId(1), RowId(2)}, {RowId(2), RowId(3)}, {RowId(2), RowId(4)}};
        EXPECT_VALUE(const auto compared, confirmedCopies(pairs, m_pictures, {}, {.comparisonsOfFamily = 1}));
        QCOMPARE(compared.groups, (Groups{{RowId(0), RowId(1), RowId(2), RowId(3), RowId(4)}}));
        EXPECT_VALUE(const auto paired, confirmedCopies(pairs, m_pictures, {}, {.comparisonsOfFamily = 0}));
        QCOMPARE(paired.groups, (Groups{{RowId(0), RowId(1)}, {RowId(2), RowId(3), RowId(4)}}));
    }

    void whatCannotBeDecodedIsLeftOutAndNamed()
    {
        const Pixels plot = drawing(demo::Kind::LinePlot, 1);
        show({plot, test::rescaled(plot, 0.5), plot, plot});
        m_files[2] = "no picture";
        m_files[3].resize(60); // its header says how large it is, and nothing follows
        EXPECT_VALUE(const auto found, confirmedCopies(allPairs(4), m_pictures, {}));
        QCOMPARE(found.groups, (Groups{{RowId(0), RowId(1)}}));
        QCOMPARE(found.unread.size(), std::size_t{2});
        QCOMPARE(found.unread[0].row, RowId(2));
        QCOMPARE(found.unread[1].row, RowId(3));
    }

    void nothingProposedIsNothingFound()
    {
        EXPECT_VALUE(const auto found, confirmedCopies({}, m_pictures, {}));
        QVERIFY(found.groups.empty() && found.unread.empty());
    }

    void progressIsToldAndStopped()
    {
        const Pixels plot = drawing(demo::Kind::BoxPlot, 1);
        show(std::vector<Pixels>(12, plot));
        std::stop_source stop;
        PauseGate closed; // until the stop is requested: only the first pair can be compared before
        closed.setPaused(true);
        const workspace::PictureSource pictures = [&](RowId row) {
            if (row.value > 1)
                closed.pass(stop.get_token());
            return m_pictures(row);
        };
        std::uint64_t told = 0;
        const Job job{stop.get_token(),
                      [&](const Progress& progress) {
                          told = progress.done;
                          QCOMPARE(progress.total, std::uint64_t{66});
                          if (told > 0)
                              stop.request_stop();
                      },
                      nullptr};
        EXPECT_ERROR(confirmedCopies(allPairs(12), pictures, job), ErrorKind::Cancelled);
        QVERIFY(told > 0 && told < 3);
    }
};

QTEST_GUILESS_MAIN(TestNearCopies)
#include "tst_near_copies.moc"
