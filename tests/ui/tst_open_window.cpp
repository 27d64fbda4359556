// Getting figures into the window, and what happens when that goes wrong.

#include "core/demo/demo.h"
#include "tests/ui/window_fixture.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/imageview.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/banner.h"
#include "ui/shell/drophint.h"
#include "ui/shell/namebar.h"
#include "ui/shell/recentlist.h"
#include "ui/shell/startpage.h"

#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

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
    void recentCollectionThatIsGoneSaysSoAndCanBeRemoved();
    void startPageScrollsInAnyWindow();
    void enterPressesTheButtonsOfTheStartPage();
    void collectionOpensAsItWasLeft();
    void lastCollectionOpensAgainUnlessItWasClosed();
    void nameIsAskedOnceAndTakenFromTheField();
    void firstLabelTakesTheProposedName();
    void dropOnTheLeftOpensAndOnTheRightAdds();
    void additionsInARowAreAllAdded();
    void lastOfSeveralOpeningsIsOpened();

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
    QTRY_COMPARE(failed.size(), 1);
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

void TestOpening::recentCollectionThatIsGoneSaysSoAndCanBeRemoved()
{
    QVERIFY(m_fixture->open());
    m_fixture->close();
    fs::rename(m_fixture->collection(), m_fixture->folder() / "gone");
    RecentList* recent = window().startPage()->recent();
    QToolButton* remove = nullptr;
    const auto isTold = [&] {
        for (QToolButton* button : recent->findChildren<QToolButton*>())
            if (button->accessibleName().endsWith(QStringLiteral("not there")))
                return true;
        return false;
    };
    QTRY_VERIFY(isTold());
    for (QToolButton* button : recent->findChildren<QToolButton*>())
        if (button->accessibleName().startsWith(QStringLiteral("Take")))
            remove = button;
    QVERIFY(remove);
    QTest::mouseClick(remove, Qt::LeftButton);
    QVERIFY(window().session().recentCollections().isEmpty());
    QVERIFY(!recent->isVisible());
}

void TestOpening::enterPressesTheButtonsOfTheStartPage()
{
    QAction* action = window().actions()[ActionId::OpenFolder];
    disconnect(action, &QAction::triggered, nullptr, nullptr); // no dialog
    QSignalSpy triggered(action, &QAction::triggered);
    for (QPushButton* button : window().startPage()->findChildren<QPushButton*>())
        if (button->text().contains(QString(action->text()).remove(QLatin1Char('&'))))
            QTest::keyClick(button, Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
}

void TestOpening::startPageScrollsInAnyWindow()
{
    StartPage* page = window().startPage();
    for (const QSize size : {QSize(1600, 1000), QSize(420, 320)}) {
        window().resize(size);
        QTRY_VERIFY(page->widget()->width() <= page->viewport()->width()); // nothing is cut off at the side
        for (QLabel* label : page->findChildren<QLabel*>())
            if (label->wordWrap())
                QVERIFY(label->height() >= label->heightForWidth(label->width()));
    }
    QVERIFY(page->verticalScrollBar()->maximum() > 0);
}

void TestOpening::collectionOpensAsItWasLeft()
{
    QVERIFY(m_fixture->open());
    window().queries().setQuery(query::parse("cells").value());
    QTRY_VERIFY(!window().queries().isBusy());
    QVERIFY(settle());
    window().workbench()->selection()->setCursor(7);
    const auto figure = window().workbench()->selection()->cursorFigure();
    window().workbench()->panelActions().front()->trigger();
    QVERIFY(window().close());
    m_fixture->close();

    QVERIFY(m_fixture->open());
    QCOMPARE(query::toText(window().queries().query()), std::string("cells"));
    QTRY_COMPARE(window().workbench()->selection()->cursorFigure(), figure);
    QVERIFY(!window().workbench()->panelActions().front()->isChecked());
    // Another collection is not the same.
    openPath(m_fixture->shard());
    QTRY_VERIFY(window().session().workspace()->folder() != m_fixture->collection());
    QVERIFY(settle());
    QCOMPARE(query::toText(window().queries().query()), std::string());
    QVERIFY(m_fixture->open());
    QTRY_COMPARE(query::toText(window().queries().query()), std::string("cells"));
}

void TestOpening::lastCollectionOpensAgainUnlessItWasClosed()
{
    QVERIFY(m_fixture->open());
    QVERIFY(window().close());
    m_fixture->close();
    window().start({});
    QTRY_VERIFY(window().session().workspace());
    QVERIFY(settle());
    window().actions()[ActionId::CloseCollection]->trigger();
    QVERIFY(window().close());
    m_fixture->close();
    window().start({});
    QVERIFY(!window().opener()->isBusy());
    QVERIFY(!window().session().workspace());
}

void TestOpening::nameIsAskedOnceAndTakenFromTheField()
{
    m_fixture->settings().remove(QStringLiteral("annotator"));
    QVERIFY(m_fixture->open());
    NameBar* bar = window().nameBar();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->field()->text(), window().session().annotator()); // the system's name
    bar->field()->selectAll();
    QTest::keyClicks(bar->field(), QStringLiteral("Grace"));
    // A label that is made before the bar is answered carries the name in the field.
    window().decisions().toggleFlag(
        {{window().workbench()->figures()->rowIdAt(0)}, window().workbench()->figures()->rowIdAt(0)});
    QTRY_VERIFY(!bar->isVisible());
    QCOMPARE(window().session().workspace()->history({}).value().front().entry.annotator, std::string("Grace"));
    window().close();
    m_fixture->close();
    QVERIFY(m_fixture->open());
    QVERIFY(!window().nameBar()->isVisible());
}

void TestOpening::firstLabelTakesTheProposedName()
{
    m_fixture->settings().remove(QStringLiteral("annotator"));
    QVERIFY(m_fixture->open());
    const QString proposed = window().session().annotator();
    window().decisions().toggleFlag(
        {{window().workbench()->figures()->rowIdAt(0)}, window().workbench()->figures()->rowIdAt(0)});
    QTRY_VERIFY(!window().nameBar()->isVisible());
    QVERIFY(window().session().isAnnotatorChosen());
    QCOMPARE(window().session().workspace()->history({}).value().front().entry.annotator, proposed.toStdString());
}

void TestOpening::dropOnTheLeftOpensAndOnTheRightAdds()
{
    QVERIFY(m_fixture->open());
    test::writeSimpleShard(m_fixture->folder() / "more.tar", 5, 500);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QString::fromStdString((m_fixture->folder() / "more.tar").string()))});
    const QPoint right(window().width() - 100, window().height() / 2);
    const auto drag = [&](QPoint place) {
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(window().dropHint()->isVisible());
        QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &drop);
        QVERIFY(!window().dropHint()->isVisible());
    };
    drag(right);
    QTRY_VERIFY(window().queries().result() && window().queries().result()->size() == 25);
    QCOMPARE(window().session().workspace()->folder(), m_fixture->collection());
    QVERIFY(settle());
    drag(QPoint(100, window().height() / 2));
    QTRY_VERIFY(window().session().workspace()->folder() != m_fixture->collection());
    QTRY_VERIFY(window().queries().result() && window().queries().result()->size() == 5);
    QVERIFY(settle());
}

void TestOpening::additionsInARowAreAllAdded()
{
    QVERIFY(m_fixture->open());
    QStringList added;
    for (int i = 1; i <= 3; ++i) {
        const fs::path shard = m_fixture->folder() / "more" / ("00000" + std::to_string(i) + ".tar");
        fs::create_directories(shard.parent_path());
        test::writeSimpleShard(shard, 5, 1000 * i);
        added += QString::fromStdString(shard.string());
    }
    QSignalSpy failed(window().opener(), &Opener::failed);
    for (const QString& shard : added)
        window().opener()->addShards({shard}); // the one before is still looked at
    QTRY_VERIFY(!window().opener()->isBusy() && window().isSettled());
    QCOMPARE(failed.size(), 0);
    QCOMPARE(window().session().workspace()->snapshot().value()->columns->figureCount(), std::size_t(35));
}

void TestOpening::lastOfSeveralOpeningsIsOpened()
{
    const fs::path other = m_fixture->folder() / "other";
    QVERIFY(test::makeCollection(other, {m_fixture->shard()}).has_value());
    openPath(m_fixture->collection());
    openPath(other);
    QTRY_VERIFY(window().session().workspace() && !window().opener()->isBusy() && window().isSettled());
    QCOMPARE(window().session().workspace()->folder(), other);
}

QTEST_MAIN(TestOpening)
#include "tst_open_window.moc"
