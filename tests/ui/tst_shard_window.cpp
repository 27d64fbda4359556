// Shards that are away, moved or half read, and pictures that cannot be shown, as the window deals with them.

#include "core/base/file.h"
#include "tests/ui/window_fixture.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/imageview.h"
#include "ui/gallery/galleryview.h"
#include "ui/problems/findshardsdialog.h"
#include "ui/problems/problemmodel.h"
#include "ui/problems/problempanel.h"
#include "ui/shell/banner.h"
#include "ui/shell/problemsdock.h"
#include "ui/shell/statusline.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace biomedica;
using namespace biomedica::ui;
namespace fs = std::filesystem;

class TestShardWindow : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::WindowFixture>(20); }
    void cleanup() { m_fixture.reset(); }
    void unpluggedShardIsToldAndRecovers();
    void movedShardIsLinkedThroughTheDialog();
    void cancelledDialogChangesNothing();
    void changedShardIsIndexedAgainWhereThePersonSaysSo();
    void brokenPictureIsListedWhileBrowsing();
    void problemLeadsToItsFigure();
    void problemsAreCopiedSavedAndCheckedAgain();
    void hangingDriveLeavesSearchesAlone();

private:
    MainWindow& window() { return m_fixture->window(); }
    Banner* banner() { return window().banner(); }
    ProblemPanel* panel() { return window().problems()->panel(); }
    fs::path elsewhere() const { return m_fixture->folder() / "elsewhere" / "000000.tar"; }
    void move()
    {
        fs::create_directories(elsewhere().parent_path());
        fs::rename(m_fixture->shard(), elsewhere());
    }
    FindShardsDialog* dialog()
    {
        window().actions()[ActionId::FindShards]->trigger();
        return window().findChild<FindShardsDialog*>();
    }
    void addBrokenShard()
    {
        test::ShardBuilder shard;
        shard.figure("whole", 1, test::metadata("PMC901", "fig1"), "whole")
            .figure("cut", 2, test::metadata("PMC902", "fig1"), "cut")
            .member("cut.jpg", "\xff\xd8\xff this is no picture")
            .member("bare.json", "{}");
        shard.write(m_fixture->folder() / "shards" / "000001.tar");
        QVERIFY(m_fixture->open());
        QSignalSpy indexed(&window().jobs(), &JobController::indexed);
        window().opener()->addShards({QString::fromStdString((m_fixture->folder() / "shards").string())});
        QTRY_COMPARE(indexed.size(), 1);
        QTRY_VERIFY(window().isSettled());
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestShardWindow::unpluggedShardIsToldAndRecovers()
{
    QVERIFY(m_fixture->open());
    QVERIFY(banner()->text().isEmpty());
    fs::rename(m_fixture->shard(), m_fixture->folder() / "away.tar");
    window().shardWatch().look(); // as a tile that cannot be read does
    QTRY_VERIFY(banner()->text().contains(QStringLiteral("000000.tar")));
    QCOMPARE(banner()->offerButtons().size(), 1);
    QTRY_COMPARE(window().problems()->list()->count(), 1);
    ImageView* picture = window().workbench()->figurePanel()->imageView();
    window().workbench()->selection()->setCursor(12);
    QTRY_VERIFY(picture->message().contains(QStringLiteral("not there")));
    // What needs no shard works on.
    window().queries().setQuery(query::parse("cells").value());
    QTRY_VERIFY(!window().queries().isBusy());
    QCOMPARE(window().queries().result()->size(), std::size_t(20));
    fs::rename(m_fixture->folder() / "away.tar", m_fixture->shard());
    QTRY_VERIFY_WITH_TIMEOUT(banner()->text().isEmpty(), 3 * ShardWatch::lookAgainMs);
    QTRY_COMPARE(window().problems()->list()->count(), 0);
    QTRY_VERIFY(window().isSettled());
    QTRY_VERIFY_WITH_TIMEOUT(picture->message().isEmpty() && !picture->picture().isNull(), 10'000);
    const Thumbnail* tile = window().workbench()->thumbnails()->find(window().workbench()->figures()->rowIdAt(0));
    QVERIFY(tile && !tile->image.isNull());
}

void TestShardWindow::movedShardIsLinkedThroughTheDialog()
{
    move();
    QVERIFY(m_fixture->open());
    QTRY_VERIFY(!banner()->text().isEmpty());
    QTest::mouseClick(banner()->offerButtons().first(), Qt::LeftButton);
    auto* dialog = window().findChild<FindShardsDialog*>();
    QVERIFY(dialog);
    QCOMPARE(dialog->list()->topLevelItemCount(), 1);
    QVERIFY(!dialog->linkButton()->isEnabled());
    dialog->lookBelow(QString::fromStdString(m_fixture->folder().string()));
    QTRY_VERIFY(dialog->linkButton()->isEnabled());
    QVERIFY(!dialog->changedBox()->isVisible());
    QTest::mouseClick(dialog->linkButton(), Qt::LeftButton);
    QTRY_VERIFY(window().findChild<FindShardsDialog*>() == nullptr);
    QTRY_VERIFY(window().shardWatch().missing().empty());
    QTRY_VERIFY(banner()->text().isEmpty());
    const auto row = window().workbench()->figures()->rowIdAt(0);
    QVERIFY(window().session().workspace()->imageBytes(row).has_value());
}

void TestShardWindow::cancelledDialogChangesNothing()
{
    move();
    QVERIFY(m_fixture->open());
    const auto file = m_fixture->collection() / "collection.json";
    const std::string before = readFile(file).value();
    QTRY_VERIFY(!banner()->text().isEmpty());
    FindShardsDialog* dialog = this->dialog();
    dialog->lookBelow(QString::fromStdString(m_fixture->folder().string()));
    QTRY_VERIFY(dialog->linkButton()->isEnabled());
    dialog->reject();
    QTRY_VERIFY(window().findChild<FindShardsDialog*>() == nullptr);
    QVERIFY(readFile(file).value() == before);
    QCOMPARE(window().session().workspace()->missingShards().value().size(), std::size_t(1));
}

void TestShardWindow::changedShardIsIndexedAgainWhereThePersonSaysSo()
{
    fs::remove(m_fixture->shard());
    fs::create_directories(elsewhere().parent_path());
    test::writeSimpleShard(elsewhere(), 25);
    QVERIFY(m_fixture->open());
    QTRY_VERIFY(!banner()->text().isEmpty());
    FindShardsDialog* dialog = this->dialog();
    dialog->lookBelow(QString::fromStdString(elsewhere().parent_path().string()));
    QTRY_VERIFY(dialog->changedBox()->isVisible());
    QVERIFY(dialog->changedBox()->isChecked()); // nothing else was found
    dialog->changedBox()->setChecked(false);
    QVERIFY(!dialog->linkButton()->isEnabled());
    dialog->changedBox()->setChecked(true);
    QTest::mouseClick(dialog->linkButton(), Qt::LeftButton);
    QTRY_VERIFY(window().queries().result() && window().queries().result()->size() == 25);
}

void TestShardWindow::brokenPictureIsListedWhileBrowsing()
{
    addBrokenShard();
    QVERIFY(window().problems()->button()->isVisible());
    // The sample without an image, and the picture that a tile could not show.
    QTRY_COMPARE(panel()->model()->countOf(ProblemKind::LeftOut), 1);
    QTRY_COMPARE(panel()->model()->countOf(ProblemKind::Picture), 1);
}

void TestShardWindow::problemLeadsToItsFigure()
{
    addBrokenShard();
    QTRY_COMPARE(panel()->model()->countOf(ProblemKind::Picture), 1);
    QTest::mouseClick(window().problems()->button(), Qt::LeftButton);
    QVERIFY(panel()->isVisible());
    panel()->model()->setKind(ProblemKind::Picture);
    panel()->table()->setCurrentIndex(panel()->model()->index(0, 0));
    QTest::keyClick(panel()->table(), Qt::Key_Return);
    QTRY_VERIFY(!window().queries().isBusy() && window().queries().result()->size() == 1);
    QTest::keyClick(panel()->table(), Qt::Key_Escape);
    QVERIFY(!window().problems()->dock()->isVisible());
}

void TestShardWindow::problemsAreCopiedSavedAndCheckedAgain()
{
    addBrokenShard();
    QTRY_COMPARE(panel()->model()->countOf(ProblemKind::Picture), 1);
    window().problems()->show();
    panel()->table()->selectRow(0);
    QTest::keyClick(panel()->table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("000001.tar")));

    const fs::path file = m_fixture->folder() / "problems.jsonl";
    QSignalSpy noted(panel(), &ProblemPanel::noted);
    panel()->saveTo(QString::fromStdString(file.string()));
    QTRY_COMPARE(noted.size(), 1);
    QVERIFY(readFile(file).value().find("picture_broken") != std::string::npos);
    QSignalSpy failed(panel(), &ProblemPanel::failed);
    panel()->saveTo(QString::fromStdString((m_fixture->folder() / "nowhere" / "problems.csv").string()));
    QTRY_COMPARE(failed.size(), 1);

    // The shard is mended: checking again takes both off the list.
    test::ShardBuilder shard;
    shard.figure("whole", 1, test::metadata("PMC901", "fig1"), "whole")
        .figure("cut", 2, test::metadata("PMC902", "fig1"), "cut");
    shard.write(m_fixture->folder() / "shards" / "000001.tar");
    panel()->table()->clearSelection();
    QTest::mouseClick(panel()->checkAgainButton(), Qt::LeftButton);
    QTRY_COMPARE(window().problems()->list()->count(), 0);
    QTRY_VERIFY(!window().jobs().isRunning());
    QTRY_VERIFY(!window().problems()->button()->isVisible());
}

void TestShardWindow::hangingDriveLeavesSearchesAlone()
{
    QVERIFY(m_fixture->open());
    QSemaphore drive;
    const int threads = window().session().shardPool().maxThreadCount();
    for (int i = 0; i < 4 * threads; ++i) // readers that wait for a drive
        window().session().shardPool().start([&] { drive.acquire(); });
    window().queries().setQuery(query::parse("cells").value());
    QTRY_VERIFY(!window().queries().isBusy());
    QCOMPARE(window().queries().result()->size(), std::size_t(20));
    drive.release(4 * threads);
    QVERIFY(window().session().shardPool().waitForDone(5000));
}

QTEST_MAIN(TestShardWindow)
#include "tst_shard_window.moc"
