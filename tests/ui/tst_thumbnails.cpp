// Thumbnails: what is wanted comes, what is broken says why.

#include "tests/support/shard_builder.h"
#include "ui/thumbnails/pictures.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestThumbnails : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void wantedPicturesArrive();
    void onlyWhatIsStillWantedIsRead();
    void brokenPictureSaysWhy();
    void damagedPictureIsShownAndMarked();
    void largerBoxReadsAgain();
    void pictureHasTheSizeAskedFor();
    void growingBoxIsWaitedFor();
    void borderColourIsTheMostFrequentOne();

private:
    RowId row(int number) const { return m_rows[static_cast<std::size_t>(number)]; }

    std::unique_ptr<QTemporaryDir> m_folder;
    SharedWorkspace m_workspace;
    std::vector<RowId> m_rows;
    std::unique_ptr<ThumbnailStore> m_store;
};

void TestThumbnails::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const std::filesystem::path folder = m_folder->path().toStdString();
    test::ShardBuilder shard;
    for (int i = 0; i < 100; ++i) {
        const std::string article = "PMC" + std::to_string(i + 1);
        shard.figure(test::keyOf(article, 0, "fig1"), i, test::metadata(article, "fig1"), "a figure");
    }
    shard.member("broken.jpg", "\xff\xd8\xff this is no picture");
    const std::string whole = test::picture(1);
    shard.member("cut.jpg", whole.substr(0, whole.size() - 30));
    shard.write(folder / "shard.tar");
    auto made = test::makeCollection(folder / "collection", {folder / "shard.tar"});
    QVERIFY(made.has_value());
    m_workspace = std::move(*made);
    query::Query byKey;
    byKey.sort = query::Sort{query::Field::Key, false};
    m_rows = m_workspace->search(byKey, Job{}).value()->figures.rows();
    QCOMPARE(m_rows.size(), std::size_t(102)); // "broken" and "cut" sort last
    m_store = std::make_unique<ThumbnailStore>();
    m_store->setWorkspace(m_workspace);
}

void TestThumbnails::cleanup()
{
    m_store.reset();
    m_workspace.reset();
    m_folder.reset();
}

void TestThumbnails::wantedPicturesArrive()
{
    QSignalSpy ready(m_store.get(), &ThumbnailStore::ready);
    QVERIFY(!m_store->find(row(0)));
    m_store->setWanted({row(0), row(1)}, QSize(64, 64));
    QVERIFY(!m_store->isIdle());
    QTRY_VERIFY(m_store->isIdle());
    QVERIFY(ready.size() >= 1);
    QCOMPARE(m_store->find(row(0))->image.size(), QSize(16, 12)); // never enlarged
    QVERIFY(m_store->find(row(0))->problem.isEmpty());
    QVERIFY(!m_store->find(row(2)));
}

void TestThumbnails::onlyWhatIsStillWantedIsRead()
{
    m_store->setWanted(m_rows, QSize(64, 64));
    m_store->setWanted({row(99)}, QSize(64, 64)); // scrolled on at once
    QTRY_VERIFY(m_store->isIdle());
    QVERIFY(m_store->find(row(99)));
    const auto known = std::count_if(m_rows.begin(), m_rows.end(), [&](RowId id) { return m_store->find(id); });
    QVERIFY(known <= 4); // what was begun already
}

void TestThumbnails::brokenPictureSaysWhy()
{
    const RowId broken = m_workspace->resolveKey("broken").value();
    m_store->setWanted({broken}, QSize(64, 64));
    QTRY_VERIFY(m_store->isIdle());
    QVERIFY(m_store->find(broken)->image.isNull());
    QVERIFY(!m_store->find(broken)->problem.isEmpty());
}

void TestThumbnails::damagedPictureIsShownAndMarked()
{
    const RowId cut = m_workspace->resolveKey("cut").value();
    m_store->setWanted({cut, row(0)}, QSize(64, 64));
    QTRY_VERIFY(m_store->isIdle());
    QCOMPARE(m_store->find(cut)->image.size(), QSize(16, 12));
    QVERIFY(m_store->find(cut)->problem.isEmpty());
    QVERIFY(m_store->find(cut)->damage.startsWith(QStringLiteral("a damaged JPEG")));
    QVERIFY(m_store->find(row(0))->damage.isEmpty());
}

void TestThumbnails::largerBoxReadsAgain()
{
    m_store->setWanted({row(0)}, QSize(8, 8));
    QTRY_VERIFY(m_store->isIdle());
    QSignalSpy ready(m_store.get(), &ThumbnailStore::ready);
    m_store->setWanted({row(0)}, QSize(4, 4));
    QVERIFY(m_store->isIdle());
    m_store->setWanted({row(0)}, QSize(200, 200));
    QVERIFY(m_store->find(row(0))); // the small one serves until the large one is there
    QTRY_VERIFY(m_store->isIdle());
    QCOMPARE(ready.size(), 1);
}

void TestThumbnails::pictureHasTheSizeAskedFor()
{
    m_store->setWanted({row(0)}, QSize(10, 10));
    QTRY_VERIFY(m_store->isIdle());
    QCOMPARE(m_store->find(row(0))->image.size(), QSize(10, 8)); // drawn as it is
}

void TestThumbnails::growingBoxIsWaitedFor()
{
    m_store->setWanted({row(0), row(1)}, QSize(9, 9));
    QTRY_VERIFY(m_store->isIdle());
    QSignalSpy ready(m_store.get(), &ThumbnailStore::ready);
    for (int side = 10; side <= 12; ++side)
        m_store->setWanted({row(0), row(1)}, QSize(side, side));
    QVERIFY(!m_store->isIdle());
    QTRY_VERIFY(m_store->isIdle());
    QCOMPARE(m_store->find(row(0))->image.size(), QSize(12, 9));
    qsizetype read = 0;
    for (const auto& signal : ready)
        read += static_cast<qsizetype>(signal.first().value<Rows>().size());
    QCOMPARE(read, 2); // each once, at the last size
}

void TestThumbnails::borderColourIsTheMostFrequentOne()
{
    QImage image(30, 20, QImage::Format_RGB32);
    image.fill(Qt::black);
    for (int x = 0; x < 30; ++x)
        image.setPixelColor(x, 0, Qt::white);
    QCOMPARE(borderColour(image), QColor(Qt::black));
    QImage clear(5, 5, QImage::Format_ARGB32_Premultiplied);
    clear.fill(Qt::transparent);
    QCOMPARE(borderColour(clear), QColor(Qt::white));
}

QTEST_MAIN(TestThumbnails)
#include "tst_thumbnails.moc"
