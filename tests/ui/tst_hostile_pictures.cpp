// Pictures and files that nobody can search by: each is named, however it came into the window, and the search that
// stands there stays as it was.

#include "core/base/file.h"
#include "tests/support/expect.h"
#include "tests/support/image_files.h"
#include "tests/ui/similar_fixture.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/banner.h"
#include "ui/shell/statusline.h"

#include <QBuffer>
#include <QClipboard>
#include <QTest>
#include <algorithm>
#include <random>

using namespace biomedica;
using namespace biomedica::ui;

namespace {

constexpr const char* before = "cells"; // what is searched for already

std::string greyPng(int side)
{
    return test::png({side, side, 8, 0, false, {}},
                     [line = std::string(static_cast<std::size_t>(side), '\x80')](int) { return line; });
}

/// That a PNG cannot press into one piece: half of the file is half of the picture.
std::string noisyPng(int side)
{
    std::mt19937 random(1);
    return test::png({side, side, 8, 0, false, {}}, [&](int) {
        std::string line(static_cast<std::size_t>(side), '\0');
        std::generate(line.begin(), line.end(), [&] { return static_cast<char>(random()); });
        return line;
    });
}

/// Dark above, bright below.
std::string greyJpeg(int side)
{
    const test::JpegSpec spec{side, side, test::JpegColours::Grey, false, false, {}};
    return test::jpeg(
        spec, [side](int y) { return std::string(static_cast<std::size_t>(side), y < side / 2 ? '\x20' : '\xe0'); });
}

std::string halfOf(const std::string& bytes)
{
    return bytes.substr(0, bytes.size() / 2);
}

std::string drawnPng()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !test::drawnPicture(3).save(&buffer, "PNG"))
        qFatal("cannot write a PNG");
    return bytes.toStdString();
}

} // namespace

class TestHostilePictures : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void whatCannotBeComparedIsNamedAndRefused_data();
    void whatCannotBeComparedIsNamedAndRefused();
    void onePixelOnTheClipboardIsRefused();
    void oneBadPictureAmongGoodOnesRefusesAll();
    void whatIsNoShardLeavesTheCollectionOpen();
    void pastedTextFileIsNoPicture();

private:
    MainWindow& window() { return m_fixture->window(); }
    QString message() { return window().banner()->text(); }
    QString write(const char* name, const std::string& bytes)
    {
        const std::filesystem::path file = m_fixture->folder() / name;
        return writeFileDurably(file, bytes) ? QString::fromStdString(file.string()) : QString();
    }
    bool isAsBefore() { return m_fixture->queryText() == before && m_fixture->chips().isEmpty(); }

    std::unique_ptr<test::SimilarFixture> m_fixture;
};

void TestHostilePictures::init()
{
    m_fixture = std::make_unique<test::SimilarFixture>();
    QVERIFY(m_fixture->makeVectors());
    QVERIFY(m_fixture->ask(before));
}

void TestHostilePictures::whatCannotBeComparedIsNamedAndRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    QTest::addColumn<test::Way>("way");
    const auto add = [&](const char* what, const std::string& bytes, const char* why) {
        for (const auto& [how, way] : test::ways)
            QTest::addRow("%s, %s", what, how) << QByteArray::fromStdString(bytes) << QString::fromUtf8(why) << way;
    };
    add("one pixel", greyPng(1), "1 × 1 pixels");
    add("a line", test::png({400, 1, 8, 0, false, {}}, [](int) { return std::string(400, '\x80'); }), "400 × 1 pixels");
    add("text", "A western blot of three samples.\n", "not an image");
    add("nothing", "", "not an image");
    add("the head of a PNG", drawnPng().substr(0, 30), "ends too early");
    add("half a PNG", halfOf(noisyPng(300)), "a part of it is missing");
    add("half a JPEG", halfOf(greyJpeg(300)), "a part of it is missing");
}

void TestHostilePictures::whatCannotBeComparedIsNamedAndRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    QFETCH(test::Way, way);
    const std::size_t found = window().queries().result()->size();
    QVERIFY(m_fixture->bring({write("blot.png", bytes.toStdString())}, way));
    QVERIFY2(message().startsWith(QStringLiteral("No search with “blot.png”: ")), qPrintable(message()));
    QVERIFY2(message().contains(why), qPrintable(message()));
    QVERIFY(isAsBefore());
    QCOMPARE(window().queries().result()->size(), found);
}

void TestHostilePictures::onePixelOnTheClipboardIsRefused()
{
    QImage pixel(1, 1, QImage::Format_RGB32);
    pixel.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(pixel);
    window().actions()[ActionId::PastePicture]->trigger();
    QVERIFY(m_fixture->settle());
    QVERIFY2(message().contains(QStringLiteral("1 × 1 pixels")), qPrintable(message()));
    QVERIFY(isAsBefore());
}

void TestHostilePictures::oneBadPictureAmongGoodOnesRefusesAll()
{
    QVERIFY(m_fixture->bring({write("good.png", drawnPng()), write("bad.png", "no picture")}, test::Way::Dropped));
    QVERIFY2(message().startsWith(QStringLiteral("No search with “bad.png”: ")), qPrintable(message()));
    QVERIFY(isAsBefore());
}

void TestHostilePictures::whatIsNoShardLeavesTheCollectionOpen()
{
    const auto folder = window().session().workspace()->folder();
    std::filesystem::create_directories(m_fixture->folder() / "empty");
    const QString empty = QString::fromStdString((m_fixture->folder() / "empty").string());
    const QString vectors = write("vectors.npy", "\x93NUMPY\x01"); // those are taken in on the command line
    for (const QString& path : {write("notes.txt", "western blots\n"), vectors, empty}) {
        QVERIFY(m_fixture->bring({path}, test::Way::Dropped));
        QVERIFY2(message().contains(path), qPrintable(message()));
        window().banner()->clear();
        window().opener()->addShards({path}); // as where it is dropped on the other half
        QVERIFY(m_fixture->settle());
        QVERIFY2(message().contains(path), qPrintable(message()));
        QVERIFY(isAsBefore());
        QCOMPARE(window().session().workspace()->folder(), folder);
        const auto snapshot = window().session().workspace()->snapshot().value();
        QCOMPARE(snapshot->columns->figureCount(), std::size_t(test::SimilarFixture::figures));
    }
}

void TestHostilePictures::pastedTextFileIsNoPicture()
{
    QVERIFY(m_fixture->bring({write("notes.txt", "western blots\n")}, test::Way::Pasted));
    const QString note = window().statusLine()->noteText();
    QVERIFY2(note.contains(QStringLiteral("no picture that can be read")), qPrintable(note));
    QVERIFY(isAsBefore());
}

QTEST_MAIN(TestHostilePictures)
#include "tst_hostile_pictures.moc"
