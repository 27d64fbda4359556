// Vectors: offered where they are missing, made as a job; the nearest neighbours in the figure panel.

#include "core/workspace/similarity.h"
#include "tests/support/expect.h"
#include "tests/ui/similar_fixture.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/neighbourstrip.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/banner.h"
#include "ui/shell/statusline.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace biomedica;
using namespace biomedica::ui;

class TestNeighbours : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::SimilarFixture>(); }
    void cleanup() { m_fixture.reset(); }
    void searchWithoutVectorsOffersThem();
    void vectorsThatAreThereAreNotMadeAgain();
    void newFiguresAreOffered();
    void vectorsWaitForTheRunningJob();
    void nearestFigureGetsTheCursor();
    void figureAskedForByKeyFindsItsNeighbours();
    void stripShowsTheNearestFirst();
    void stripLeadsToFiguresAndToMore();
    void stripOffersVectors();

private:
    MainWindow& window() { return m_fixture->window(); }
    Workbench* bench() { return window().workbench(); }
    NeighbourStrip* strip() { return bench()->figurePanel()->neighbours(); }
    Banner* banner() { return window().banner(); }
    void pressM()
    {
        bench()->gallery()->setFocus();
        QTest::keyClick(bench()->gallery(), Qt::Key_M);
        QVERIFY(m_fixture->settle());
    }

    std::unique_ptr<test::SimilarFixture> m_fixture;
};

void TestNeighbours::searchWithoutVectorsOffersThem()
{
    const RowId figure = m_fixture->rowAt(0);
    pressM();
    QVERIFY2(banner()->text().contains(QStringLiteral("none of 24 figures has one yet")), qPrintable(banner()->text()));
    QCOMPARE(banner()->offerButtons().size(), 1);
    const std::string asked = m_fixture->queryText();
    QTest::mouseClick(banner()->offerButtons().first(), Qt::LeftButton);
    QVERIFY(window().jobs().isRunning());
    QVERIFY(m_fixture->settle());
    // The search that was asked for has run by itself.
    QCOMPARE(m_fixture->queryText(), asked);
    QVERIFY2(banner()->text().isEmpty(), qPrintable(banner()->text()));
    EXPECT_VALUE(const auto nearest, window().session().workspace()->similarity().neighboursOf(figure, 5, Job{}));
    const Rows shown = {m_fixture->rowAt(0), m_fixture->rowAt(1)};
    QVERIFY(std::find(shown.begin(), shown.end(), nearest.front().row) != shown.end());
}

void TestNeighbours::vectorsThatAreThereAreNotMadeAgain()
{
    QVERIFY(m_fixture->makeVectors());
    QSignalSpy started(&window().jobs(), &JobController::started);
    window().actions()[ActionId::MakeVectors]->trigger();
    QVERIFY(m_fixture->settle());
    QCOMPARE(started.size(), 0);
    QVERIFY(window().statusLine()->noteText().contains(QStringLiteral("its vector already")));
}

void TestNeighbours::newFiguresAreOffered()
{
    QVERIFY(m_fixture->makeVectors());
    test::writeDrawnShard(m_fixture->folder() / "shards" / "000001.tar", 6, 500);
    window().opener()->addShards({QString::fromStdString((m_fixture->folder() / "shards").string())});
    QVERIFY(m_fixture->settle());
    QTRY_VERIFY2(banner()->text().contains(QStringLiteral("6 of 30 figures have no vector yet")),
                 qPrintable(banner()->text()));
    pressM(); // what it finds is not all there is
    QTRY_VERIFY(banner()->text().contains(QStringLiteral("cannot be found by their likeness")));
    QTest::mouseClick(banner()->offerButtons().first(), Qt::LeftButton);
    QVERIFY(m_fixture->settle());
    QCOMPARE(window().queries().result()->size(), std::size_t(30));
    QVERIFY(banner()->text().isEmpty());
}

void TestNeighbours::vectorsWaitForTheRunningJob()
{
    window().jobs().checkPictures();
    window().jobs().setPaused(true);
    window().actions()[ActionId::MakeVectors]->trigger();
    QTRY_VERIFY(window().statusLine()->noteText().contains(QStringLiteral("as soon as the running job is done")));
    window().jobs().setPaused(false);
    QTRY_COMPARE(window().session().workspace()->similarity().missing().value(), std::size_t(0));
    QVERIFY(m_fixture->settle());
}

/// Not the one that is least wanted, far down.
void TestNeighbours::nearestFigureGetsTheCursor()
{
    QVERIFY(m_fixture->makeVectors());
    pressM();
    bench()->selection()->setCursor(9);
    QVERIFY(m_fixture->settle());
    QTest::keyClick(bench()->gallery(), Qt::Key_M, Qt::AltModifier);
    QTRY_COMPARE(query::examplesOf(window().queries().query()).unwanted.size(), std::size_t(1));
    QVERIFY(m_fixture->settle());
    QTRY_COMPARE(bench()->selection()->cursor(), std::optional(0));
}

/// Not itself alone; and the field says what is asked now.
void TestNeighbours::figureAskedForByKeyFindsItsNeighbours()
{
    QVERIFY(m_fixture->makeVectors());
    EXPECT_VALUE(const std::string name, window().session().workspace()->similarity().nameOf(m_fixture->rowAt(4)));
    QVERIFY(m_fixture->ask(("key:" + name).c_str()));
    QCOMPARE(window().queries().result()->size(), std::size_t(1));
    pressM();
    QCOMPARE(m_fixture->queryText(), "like:" + name);
    QCOMPARE(window().queries().result()->size(), std::size_t(test::SimilarFixture::figures));
    QCOMPARE(m_fixture->chips().size(), 1);
}

void TestNeighbours::stripShowsTheNearestFirst()
{
    QVERIFY(m_fixture->makeVectors());
    ThumbnailRowModel* model = strip()->view()->figures();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    bench()->selection()->setCursor(4);
    QVERIFY(m_fixture->settle());
    EXPECT_VALUE(const auto nearest, window().session().workspace()->similarity().neighboursOf(
                                         m_fixture->rowAt(4), NeighbourStrip::count, Job{}));
    QCOMPARE(model->rowCount(), NeighbourStrip::count);
    for (int place = 0; place < model->rowCount(); ++place)
        QCOMPARE(model->rows()[static_cast<std::size_t>(place)], nearest[static_cast<std::size_t>(place)].row);
    const QString spoken = model->index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(QStringLiteral("Likeness")), qPrintable(spoken));
    QVERIFY(model->index(0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("of 100")));
    QVERIFY(strip()->message()->isHidden());
}

void TestNeighbours::stripLeadsToFiguresAndToMore()
{
    QVERIFY(m_fixture->makeVectors());
    const RowId figure = m_fixture->rowAt(4);
    bench()->selection()->setCursor(4);
    QVERIFY(m_fixture->settle());
    const RowId nearest = strip()->view()->figures()->rows().front();
    strip()->view()->setFocus();
    QTRY_VERIFY(strip()->view()->hasFocus());
    strip()->view()->setCurrentIndex(strip()->view()->figures()->index(0));
    QTest::keyClick(strip()->view(), Qt::Key_Return);
    QCOMPARE(bench()->figure()->row(), std::optional(nearest));
    QVERIFY(m_fixture->settle());
    Q_EMIT bench()->figurePanel()->figureRequested(figure);
    QVERIFY(m_fixture->settle());
    QTest::mouseClick(strip()->moreButton(), Qt::LeftButton);
    QVERIFY(m_fixture->settle());
    EXPECT_VALUE(const std::string name, window().session().workspace()->similarity().nameOf(figure));
    QCOMPARE(query::examplesOf(window().queries().query()).wanted, std::vector<std::string>{name});
}

void TestNeighbours::stripOffersVectors()
{
    QVERIFY(m_fixture->settle());
    QVERIFY(!strip()->message()->isHidden());
    QVERIFY2(strip()->message()->text().contains(QStringLiteral("no vector yet")),
             qPrintable(strip()->message()->text()));
    Q_EMIT strip()->message()->linkActivated(QStringLiteral("vectors"));
    QTRY_COMPARE(window().session().workspace()->similarity().missing().value(), std::size_t(0));
    QVERIFY(m_fixture->settle());
    QVERIFY(strip()->message()->isHidden());
    QVERIFY(strip()->view()->figures()->rowCount() > 0);
}

QTEST_MAIN(TestNeighbours)
#include "tst_neighbours.moc"
