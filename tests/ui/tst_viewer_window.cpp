// A figure opened, and up to four beside each other: keys, zoom, labels.

#include "tests/support/expect.h"
#include "tests/ui/figure_window.h"
#include "ui/annotate/labelbar.h"
#include "ui/detail/comparepage.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/figureviewer.h"
#include "ui/detail/imageview.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/figurepages.h"
#include "ui/shell/statusline.h"

#include <QTest>
#include <QToolButton>

using namespace biomedica;
using namespace biomedica::ui;

class TestViewer : public QObject, private test::FigureWindow {
    Q_OBJECT
private slots:
    void init() { QVERIFY(openWindow()); }
    void cleanup() { closeWindow(); }
    void enterOpensTheFigureAndEscLeavesIt();
    void doubleClickOpensTheFigure();
    void keysOfTheGalleryWorkInTheViewer();
    void labelInTheViewerHitsTheFigureShownWhateverIsSelected();
    void zoomKeysActOnWhatIsShown();
    void zoomIsKeptBetweenFigures();
    void comparedFiguresZoomTogetherUntilUnlinked();
    void labelHitsTheCurrentOneOfTheCompared();
    void fiveAreTooManyToCompare();
    void newSearchLeavesTheViewerAndKeepsTheFocus();
    void hugePictureIsDecodedSmaller();
};

void TestViewer::enterOpensTheFigureAndEscLeavesIt()
{
    key(Qt::Key_Return);
    QCOMPARE(centre()->page(), Centre::Page::Figure);
    QTRY_VERIFY(viewer()->imageView()->hasFocus());
    QTRY_VERIFY(!viewer()->imageView()->picture().isNull());
    QVERIFY(panel()->imageView()->isHidden()); // one picture is enough
    for (int question = 0; question < 4; ++question)
        key(Qt::Key_Return); // moves on, here
    QCOMPARE(selection()->cursor(), std::optional(1));
    QCOMPARE(viewer()->positionText(), QStringLiteral("2 of 12 matches"));
    key(Qt::Key_Escape);
    QCOMPARE(centre()->page(), Centre::Page::Gallery);
    QTRY_VERIFY(bench()->gallery()->hasFocus());
    QVERIFY(!panel()->imageView()->isHidden());
    bar()->setQuestion(Question::Primary);
    key(Qt::Key_Return); // a list question: on to the next one
    QCOMPARE(centre()->page(), Centre::Page::Gallery);
    QCOMPARE(bar()->question(), Question::Secondary);
}

void TestViewer::doubleClickOpensTheFigure()
{
    GalleryView* gallery = bench()->gallery();
    const QPoint place = gallery->visualRect(bench()->figures()->index(2)).center();
    QTest::mouseClick(gallery->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(gallery->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(centre()->page(), Centre::Page::Figure);
    QCOMPARE(bench()->figure()->row(), std::optional(rowAt(2)));
}

void TestViewer::keysOfTheGalleryWorkInTheViewer()
{
    run(ActionId::OpenFigure);
    QTRY_VERIFY(viewer()->imageView()->hasFocus());
    key(Qt::Key_Right);
    key(Qt::Key_J);
    key(Qt::Key_N);
    QCOMPARE(selection()->cursor(), std::optional(3));
    key(Qt::Key_K);
    key(Qt::Key_Left);
    QCOMPARE(selection()->cursor(), std::optional(1));
    key(Qt::Key_End);
    QCOMPARE(selection()->cursor(), std::optional(11));
    key(Qt::Key_Home);
    QCOMPARE(selection()->cursor(), std::optional(0));
}

void TestViewer::labelInTheViewerHitsTheFigureShownWhateverIsSelected()
{
    selection()->selectAll();
    QVERIFY(window().statusLine()->targetText().contains(QStringLiteral("12 figures")));
    run(ActionId::OpenFigure);
    QCOMPARE(window().statusLine()->targetText(), QStringLiteral("label → this figure"));
    QTRY_VERIFY(viewer()->imageView()->hasFocus());
    key(Qt::Key_2);
    QTRY_COMPARE(history().size(), std::size_t(1));
    QCOMPARE(history().front().entry.figures.size(), std::size_t(1));
    key(Qt::Key_Escape);
    QVERIFY(window().statusLine()->targetText().contains(QStringLiteral("12 figures")));
}

void TestViewer::zoomKeysActOnWhatIsShown()
{
    QVERIFY(settle());
    key(Qt::Key_Plus);
    QCOMPARE(panel()->imageView()->place().factor, ImageView::step);
    run(ActionId::OpenFigure);
    QTRY_VERIFY(!viewer()->imageView()->picture().isNull() && !viewer()->imageView()->picture().isPreview);
    key(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(viewer()->imageView()->place().zoom, ImagePlace::Zoom::FullSize);
    key(Qt::Key_Minus);
    QCOMPARE(viewer()->imageView()->place().zoom, ImagePlace::Zoom::Free);
    key(Qt::Key_BracketRight);
    QCOMPARE(viewer()->imageView()->turns(), 1);
    key(Qt::Key_BracketLeft);
    key(Qt::Key_BracketLeft);
    QCOMPARE(viewer()->imageView()->turns(), 3);
    key(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(viewer()->imageView()->place(), ImagePlace());
    QCOMPARE(history().size(), std::size_t(0)); // no digit was taken for a label
}

void TestViewer::zoomIsKeptBetweenFigures()
{
    run(ActionId::OpenFigure);
    QTRY_VERIFY(!viewer()->imageView()->picture().isNull());
    viewer()->imageView()->zoomBy(4);
    key(Qt::Key_J);
    QCOMPARE(viewer()->imageView()->place(), ImagePlace());
    run(ActionId::KeepZoom);
    QVERIFY(settle());
    viewer()->imageView()->zoomBy(4);
    const ImagePlace place = viewer()->imageView()->place();
    key(Qt::Key_J);
    QVERIFY(settle());
    QCOMPARE(viewer()->imageView()->place(), place);
}

void TestViewer::comparedFiguresZoomTogetherUntilUnlinked()
{
    selection()->goTo(1, FigureSelection::Reach::Move);
    selection()->goTo(3, FigureSelection::Reach::Extend);
    key(Qt::Key_C);
    QCOMPARE(centre()->page(), Centre::Page::Compare);
    QCOMPARE(compare()->panes().size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(compare()->panes()[i]->row(), std::optional(rowAt(i + 1)));
    QVERIFY(settle());
    const auto place = [&](int pane) { return compare()->panes()[pane]->imageView()->place(); };
    compare()->panes()[0]->imageView()->zoomAt({20, 20}, 8);
    QCOMPARE(place(1), place(0));
    QCOMPARE(place(2), place(0));
    compare()->linkButton()->click();
    compare()->panes()[1]->imageView()->zoomBy(2);
    QVERIFY(place(1) != place(0));
    QCOMPARE(place(2), place(0));
    compare()->linkButton()->click(); // as the current one
    QCOMPARE(place(1), place(0));
    key(Qt::Key_Escape);
    QCOMPARE(centre()->page(), Centre::Page::Gallery);
}

void TestViewer::labelHitsTheCurrentOneOfTheCompared()
{
    key(Qt::Key_C); // nothing is selected: the cursor's and the next one
    QCOMPARE(compare()->panes().size(), 2);
    QTRY_VERIFY(compare()->hasFocus());
    QVERIFY(compare()->panes()[0]->isCurrent());
    key(Qt::Key_Tab);
    QVERIFY(compare()->panes()[1]->isCurrent());
    QCOMPARE(bench()->figure()->row(), std::optional(rowAt(1)));
    key(Qt::Key_1);
    QTRY_COMPARE(history().size(), std::size_t(1));
    EXPECT_VALUE(const auto summary, window().session().workspace()->summary(rowAt(1)));
    QCOMPARE(history().front().entry.figures, std::vector{summary.id});
    key(Qt::Key_Tab);
    QTRY_VERIFY(compare()->linkButton()->hasFocus());
    key(Qt::Key_Tab);
    QVERIFY(compare()->hasFocus() && compare()->panes()[0]->isCurrent());
    key(Qt::Key_Right);
    QVERIFY(compare()->panes()[1]->isCurrent());
    key(Qt::Key_Escape);
    QCOMPARE(bench()->figure()->row(), std::optional(rowAt(0)));
}

void TestViewer::fiveAreTooManyToCompare()
{
    selection()->goTo(4, FigureSelection::Reach::Extend);
    key(Qt::Key_C);
    QCOMPARE(centre()->page(), Centre::Page::Gallery);
    QVERIFY(note().contains(QStringLiteral("5 are selected")));
}

void TestViewer::newSearchLeavesTheViewerAndKeepsTheFocus()
{
    run(ActionId::OpenFigure);
    QTRY_VERIFY(viewer()->imageView()->hasFocus());
    run(ActionId::FocusSearch);
    QTRY_VERIFY(!viewer()->imageView()->hasFocus());
    QWidget* field = QApplication::focusWidget();
    run(ActionId::FiguresOfArticle);
    QTRY_COMPARE(bench()->figures()->rowCount(), 7);
    QCOMPARE(centre()->page(), Centre::Page::Gallery);
    QCOMPARE(QApplication::focusWidget(), field);
}

void TestViewer::hugePictureIsDecodedSmaller()
{
    // Twelve pixels by sixteen, and room for less than half of them.
    EXPECT_VALUE(const Picture picture, readPicture(*window().session().workspace(), rowAt(0), 80));
    QCOMPARE(picture.fullSize, QSize(16, 12));
    QVERIFY(picture.isReduced());
    QVERIFY(picture.levels.first().width() < 16);
    EXPECT_VALUE(const Picture whole, readPicture(*window().session().workspace(), rowAt(0), 1000));
    QVERIFY(!whole.isReduced());
}

QTEST_MAIN(TestViewer)
#include "tst_viewer_window.moc"
