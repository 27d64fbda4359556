// Searching with pictures from outside, and with a part of a figure.

#include "tests/support/expect.h"
#include "tests/ui/similar_fixture.h"
#include "ui/annotate/targetpanel.h"
#include "ui/detail/figureviewer.h"
#include "ui/detail/imageview.h"
#include "ui/detail/partchooser.h"
#include "ui/gallery/galleryview.h"
#include "ui/search/searchbar.h"
#include "ui/search/searchfield.h"
#include "ui/shell/banner.h"
#include "ui/shell/drophint.h"
#include "ui/shell/figurepages.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/similar/picturesource.h"

#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QLayout>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace biomedica;
using namespace biomedica::ui;

class TestPictureSearch : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void pastedPictureIsSearchedFor();
    void fileOnTheClipboardKeepsItsName();
    void bytesGoBeforePixels();
    void whatIsNoPictureIsSaid();
    void pictureThatCannotBeDecodedIsSaid();
    void fileThatIsGoneIsSaid();
    void textFieldPastesText();
    void droppedPictureIsSearchedFor();
    void shardsAmongPicturesAreOpened();
    void partIsChosenWithKeys();
    void partIsDrawnWithTheMouse();
    void barOfThePartCoversNothing();
    void enterIsForThePart();
    void uselessPartsAreRefusedInWords();
    void escapeLeavesThePart();

private:
    MainWindow& window() { return m_fixture->window(); }
    GalleryView* gallery() { return window().workbench()->gallery(); }
    FigureViewer* viewer() { return window().workbench()->pages()->viewer(); }
    PartChooser* chooser() { return viewer()->partChooser(); }
    QString note() { return window().statusLine()->noteText(); }
    void paste(QMimeData* data)
    {
        QGuiApplication::clipboard()->setMimeData(data);
        gallery()->setFocus();
        QTRY_VERIFY(gallery()->hasFocus());
        QTest::keyClick(gallery(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(m_fixture->settle());
    }
    QString writePicture(const char* name, int number)
    {
        const QString file = QString::fromStdString((m_fixture->folder() / name).string());
        return test::drawnPicture(number).save(file) ? file : QString();
    }
    void choosePart()
    {
        window().actions()[ActionId::FindLikePart]->trigger();
        QTRY_VERIFY(chooser()->isVisible());
        QTRY_VERIFY(chooser()->hasFocus());
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(chooser(), Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(chooser(), to);
        QTest::mouseRelease(chooser(), Qt::LeftButton, Qt::NoModifier, to);
    }

    std::unique_ptr<test::SimilarFixture> m_fixture;
};

void TestPictureSearch::init()
{
    m_fixture = std::make_unique<test::SimilarFixture>();
    QVERIFY(m_fixture->makeVectors());
}

void TestPictureSearch::pastedPictureIsSearchedFor()
{
    auto* data = new QMimeData;
    data->setImageData(test::drawnPicture(7));
    paste(data);
    QCOMPARE(m_fixture->chips(), QStringList(QStringLiteral("like pasted picture")));
    QCOMPARE(m_fixture->rowAt(0), RowId(8)); // rows count from 1
}

void TestPictureSearch::fileOnTheClipboardKeepsItsName()
{
    QVERIFY(m_fixture->ask("cells"));
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(writePicture("western.png", 5))});
    paste(data);
    QCOMPARE(m_fixture->chips(), QStringList(QStringLiteral("like western.png")));
    QVERIFY(m_fixture->queryText().starts_with("cells "));
    QCOMPARE(m_fixture->rowAt(0), RowId(6));
}

void TestPictureSearch::bytesGoBeforePixels()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && test::drawnPicture(3).save(&buffer, "PNG"));
    QMimeData data;
    data.setData(QStringLiteral("image/png"), bytes);
    const std::vector<PictureSource> sources = picturesIn(data);
    QCOMPARE(sources.size(), std::size_t(1));
    QCOMPARE(bytesOf(sources.front()).value(), bytes.toStdString());
}

void TestPictureSearch::whatIsNoPictureIsSaid()
{
    auto* text = new QMimeData;
    text->setText(QStringLiteral("a western blot"));
    paste(text);
    QVERIFY2(note().contains(QStringLiteral("no picture on the clipboard")), qPrintable(note()));
    auto* file = new QMimeData;
    file->setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/table.xlsx"))});
    paste(file);
    QVERIFY2(note().contains(QStringLiteral("no picture that can be read")), qPrintable(note()));
    QCOMPARE(m_fixture->queryText(), std::string());
}

void TestPictureSearch::pictureThatCannotBeDecodedIsSaid()
{
    auto* data = new QMimeData;
    data->setData(QStringLiteral("image/png"), QByteArrayLiteral("nonsense"));
    paste(data);
    const QString message = window().banner()->text();
    QVERIFY2(message.startsWith(QStringLiteral("No search with “pasted picture”: ")), qPrintable(message));
    QCOMPARE(m_fixture->queryText(), std::string());
    QVERIFY(m_fixture->ask("cells")); // the next search is answered
    QCOMPARE(window().banner()->text(), QString());
}

void TestPictureSearch::fileThatIsGoneIsSaid()
{
    const QString file = writePicture("gone.png", 5);
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(file)});
    QVERIFY(QFile::remove(file));
    paste(data);
    QVERIFY2(window().banner()->text().contains(file), qPrintable(window().banner()->text()));
}

void TestPictureSearch::textFieldPastesText()
{
    auto* data = new QMimeData;
    data->setText(QStringLiteral("blots"));
    data->setImageData(test::drawnPicture(7));
    QGuiApplication::clipboard()->setMimeData(data);
    SearchField* field = window().topBar()->search()->field();
    field->setFocus();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->queryText(), std::string("blots"));
}

void TestPictureSearch::droppedPictureIsSearchedFor()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(writePicture("dropped.png", 10))});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &drop);
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->chips(), QStringList(QStringLiteral("like dropped.png")));
    QCOMPARE(m_fixture->rowAt(0), RowId(11));
}

void TestPictureSearch::shardsAmongPicturesAreOpened()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/x/a.png")), QUrl::fromLocalFile(QStringLiteral("/x/b.tar"))});
    QVERIFY(!holdsPictures(data));
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/x/a.PNG")), QUrl::fromLocalFile(QStringLiteral("/x/b.jpeg"))});
    QVERIFY(holdsPictures(data));
    QCOMPARE(picturesIn(data).size(), std::size_t(2));
}

void TestPictureSearch::partIsChosenWithKeys()
{
    window().workbench()->selection()->setCursor(3);
    QVERIFY(m_fixture->settle());
    choosePart();
    QCOMPARE(window().workbench()->centre()->page(), Centre::Page::Figure);
    const QRectF before = chooser()->part().value();
    QTest::keyClick(chooser(), Qt::Key_Right);
    QVERIFY(chooser()->part()->left() > before.left());
    QCOMPARE(chooser()->part()->width(), before.width());
    QTest::keyClick(chooser(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(chooser()->part()->height() > before.height());
    QTest::keyClick(chooser(), Qt::Key_Return);
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->chips().size(), 1);
    QVERIFY2(m_fixture->chips().first().startsWith(QStringLiteral("like a part of")),
             qPrintable(m_fixture->chips().first()));
    QCOMPARE(window().workbench()->centre()->page(), Centre::Page::Gallery);
}

void TestPictureSearch::partIsDrawnWithTheMouse()
{
    choosePart();
    const ImageView* view = viewer()->imageView();
    drag(view->toView({0.25, 0.5}).toPoint(), view->toView({0.75, 0.9}).toPoint());
    const QRectF part = chooser()->part().value();
    QVERIFY(std::abs(part.left() - 0.25) < 0.02 && std::abs(part.width() - 0.5) < 0.02);
    QVERIFY(std::abs(part.top() - 0.5) < 0.02 && std::abs(part.height() - 0.4) < 0.02);
    QSignalSpy chosen(viewer(), &FigureViewer::partChosen);
    QTest::mouseClick(chooser()->findButton(), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->chips().size(), 1);
}

void TestPictureSearch::barOfThePartCoversNothing()
{
    const auto placeOf = [this](const QWidget* widget) {
        return QRect(widget->mapTo(viewer(), QPoint()), widget->size());
    };
    choosePart();
    QVERIFY(chooser()->bar()->isVisible());
    QTRY_VERIFY(!placeOf(chooser()->bar()).intersects(placeOf(viewer()->imageView())));
    const QRect before = placeOf(viewer()->imageView());
    for (const QPoint to : {QPoint(2, 2), QPoint(90, 90)}) { // too small, and a part: the picture does not jump
        drag(chooser()->rect().center(), chooser()->rect().center() + to);
        viewer()->layout()->activate();
        QCOMPARE(placeOf(viewer()->imageView()), before);
    }
    QTest::keyClick(chooser(), Qt::Key_Escape);
    QVERIFY(!chooser()->bar()->isVisible());
}

/// The label bar does not say meanwhile that it goes on, and the bar's own buttons do not swallow it.
void TestPictureSearch::enterIsForThePart()
{
    const auto told = [this] { return window().workbench()->labelBar()->target()->hintText(); };
    window().workbench()->pages()->openFigure();
    QVERIFY2(told().contains(QStringLiteral("Enter goes on")), qPrintable(told()));
    choosePart();
    QVERIFY2(chooser()->hint().contains(QStringLiteral("Enter searches")), qPrintable(chooser()->hint()));
    QVERIFY2(!told().contains(QStringLiteral("Enter")), qPrintable(told()));
    chooser()->findButton()->setFocus();
    QTRY_VERIFY(chooser()->findButton()->hasFocus());
    QTest::keyClick(chooser()->findButton(), Qt::Key_Escape);
    QVERIFY(!chooser()->isVisible());
    QTRY_VERIFY(viewer()->imageView()->hasFocus());
    QVERIFY2(told().contains(QStringLiteral("Enter goes on")), qPrintable(told()));
}

void TestPictureSearch::uselessPartsAreRefusedInWords()
{
    choosePart();
    QTest::mouseClick(chooser(), Qt::LeftButton, Qt::NoModifier, chooser()->rect().center());
    QVERIFY(!chooser()->part());
    QVERIFY2(chooser()->hint().contains(QStringLiteral("too small")), qPrintable(chooser()->hint()));
    QVERIFY(!chooser()->findButton()->isEnabled());
    QTest::keyClick(chooser(), Qt::Key_Return);
    QVERIFY2(chooser()->hint().contains(QStringLiteral("no part yet")), qPrintable(chooser()->hint()));
    const QPoint edge = viewer()->imageView()->toView({1, 1}).toPoint();
    drag(edge + QPoint(8, -60), edge + QPoint(40, -20));
    QVERIFY(!chooser()->part());
    QVERIFY2(chooser()->hint().contains(QStringLiteral("beside the picture")), qPrintable(chooser()->hint()));
    QCOMPARE(m_fixture->queryText(), std::string());
    // What reaches over the edge counts as far as there is picture.
    drag(edge - QPoint(80, 60), edge + QPoint(40, -20));
    QCOMPARE(chooser()->part()->right(), 1.0);
}

void TestPictureSearch::escapeLeavesThePart()
{
    choosePart();
    QTest::keyClick(chooser(), Qt::Key_Escape);
    QVERIFY(!chooser()->isVisible());
    QCOMPARE(window().workbench()->centre()->page(), Centre::Page::Figure); // one level at a time
    QVERIFY(viewer()->imageView()->hasFocus());
    choosePart();
    window().workbench()->selection()->moveBy(1);
    QVERIFY(m_fixture->settle());
    QVERIFY(!chooser()->isVisible()); // it was a part of another figure
}

QTEST_MAIN(TestPictureSearch)
#include "tst_picture_search.moc"
