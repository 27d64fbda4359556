// Getting figures into the window, and what happens when that goes wrong.

#include "core/demo/demo.h"
#include "tests/ui/window_fixture.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/imageview.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/banner.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;
namespace fs = std::filesystem;

class TestOpening : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::WindowFixture>(20); }
    void cleanup() { m_fixture.reset(); }
    void shardsAreIndexedIntoACollectionOfTheirOwn();
    void demoIsDrawnOnceAndOpened();
    void missingPathIsReported();
    void fileThatIsNoShardIsReported();
    void newerCollectionIsReportedAndUntouched();
    void missingShardIsToldAtTheTile();
    void panelsComeBackAsLeft();
    void recentCollectionsAreRemembered();

private:
    MainWindow& window() { return m_fixture->window(); }
    void openPath(const fs::path& path) { window().opener()->openPaths({QString::fromStdString(path.string())}); }
    bool settle()
    {
        return QTest::qWaitFor([this] {
            return window().isSettled() && (!window().session().workspace() || window().queries().result());
        });
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestOpening::shardsAreIndexedIntoACollectionOfTheirOwn()
{
    openPath(m_fixture->shard());
    QTRY_VERIFY(window().queries().result() && window().queries().result()->size() == 20);
    const fs::path first = window().session().workspace()->folder();
    QVERIFY(first.string().starts_with((m_fixture->folder() / "data").string()));
    QVERIFY(settle());
    window().session().close();
    openPath(m_fixture->shard());
    QTRY_VERIFY(window().session().workspace());
    QCOMPARE(window().session().workspace()->folder(), first); // with the labels made in it
    QVERIFY(settle());
}

void TestOpening::demoIsDrawnOnceAndOpened()
{
    int drawn = 0;
    m_fixture->setDemo([&](const fs::path& folder, const Job& job) -> Result<void> {
        ++drawn;
        TRY_VOID(demo::writeDemo({.folder = folder, .figures = 12}, job));
        return {};
    });
    window().opener()->openDemo();
    QTRY_VERIFY(window().queries().result() && window().queries().result()->size() == 12);
    QVERIFY(settle());
    window().session().close();
    window().opener()->openDemo();
    QTRY_VERIFY(window().queries().result() && window().queries().result()->size() == 12);
    QVERIFY(settle());
    QCOMPARE(drawn, 1);
}

void TestOpening::missingPathIsReported()
{
    QSignalSpy failed(&window(), &MainWindow::openFailed);
    openPath(m_fixture->folder() / "nowhere");
    QCOMPARE(failed.size(), 1);
    QVERIFY(window().banner()->text().contains(QStringLiteral("nowhere")));
}

void TestOpening::fileThatIsNoShardIsReported()
{
    QFile file(QString::fromStdString((m_fixture->folder() / "letter.tar").string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    QSignalSpy failed(&window(), &MainWindow::openFailed);
    openPath(m_fixture->folder() / "letter.tar");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(window().banner()->text().contains(QStringLiteral("letter.tar")));
    QVERIFY(settle());
}

void TestOpening::newerCollectionIsReportedAndUntouched()
{
    const QString path = QString::fromStdString((m_fixture->collection() / "collection.json").string());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    text.replace("\"version\": 1", "\"version\": 99");
    file.resize(0);
    file.seek(0);
    file.write(text);
    file.close();
    QSignalSpy failed(&window(), &MainWindow::openFailed);
    openPath(m_fixture->collection());
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("newer version")));
    QVERIFY(!window().session().workspace());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void TestOpening::missingShardIsToldAtTheTile()
{
    fs::rename(m_fixture->shard(), m_fixture->folder() / "elsewhere.tar");
    QVERIFY(m_fixture->open());
    GalleryView* gallery = window().workbench()->gallery();
    QTRY_VERIFY(gallery->isSettled());
    // The text is known from the catalog, the picture is not there.
    QVERIFY(window().workbench()->figures()->tileAt(0)->problem.isEmpty());
    const Thumbnail* thumbnail =
        window().workbench()->findChild<ThumbnailStore*>()->find(window().workbench()->figures()->rowIdAt(0));
    QVERIFY(thumbnail && thumbnail->problem.contains(QStringLiteral("the shard is not there")));
    // It recovers when the shard returns.
    fs::rename(m_fixture->folder() / "elsewhere.tar", m_fixture->shard());
    const auto isBack = [&] {
        const Thumbnail* now =
            window().workbench()->findChild<ThumbnailStore*>()->find(window().workbench()->figures()->rowIdAt(0));
        return now && !now->image.isNull();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isBack(), 15'000);
}

void TestOpening::panelsComeBackAsLeft()
{
    QVERIFY(m_fixture->open());
    QAction* filters = window().workbench()->panelActions().front();
    const QString name = filters->text();
    QVERIFY(filters->isChecked());
    filters->trigger();
    QVERIFY(!filters->isChecked());
    window().close();
    m_fixture->close();
    QVERIFY(m_fixture->open());
    for (const QAction* action : window().workbench()->panelActions())
        if (action->text() == name)
            QVERIFY(!action->isChecked());
}

void TestOpening::recentCollectionsAreRemembered()
{
    QVERIFY(m_fixture->open());
    QCOMPARE(window().session().recentCollections(),
             QStringList{QString::fromStdString(m_fixture->collection().string())});
}

QTEST_MAIN(TestOpening)
#include "tst_open_window.moc"
