// A figure looked at: viewer, comparison, panel, and what can be done with it.

#include "core/base/file.h"
#include "tests/support/expect.h"
#include "tests/ui/window_fixture.h"
#include "ui/annotate/labelbar.h"
#include "ui/detail/allfields.h"
#include "ui/detail/articlestrip.h"
#include "ui/detail/comparepage.h"
#include "ui/detail/figureactions.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/figureviewer.h"
#include "ui/detail/labeltable.h"
#include "ui/detail/notedialog.h"
#include "ui/gallery/galleryview.h"
#include "ui/shell/figurepages.h"
#include "ui/shell/statusline.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDockWidget>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace biomedica;
using namespace biomedica::ui;

class TestFigures : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void enterOpensTheFigureAndEscLeavesIt();
    void doubleClickOpensTheFigure();
    void keysOfTheGalleryWorkInTheViewer();
    void labelInTheViewerHitsTheFigureShownWhateverIsSelected();
    void zoomKeysActOnWhatIsShown();
    void zoomIsKeptBetweenFigures();
    void comparedFiguresZoomTogetherUntilUnlinked();
    void labelHitsTheCurrentOneOfTheCompared();
    void fiveAreTooManyToCompare();
    void stripShowsTheArticleAndLeadsToItsFigures();
    void figureBesideTheMatchesIsShownAndLabelledAlone();
    void longFieldsAreFetchedOnDemand();
    void copyPutsTextOnTheClipboardAndSaysSo();
    void savedPictureHasTheBytesAsStored();
    void failedSaveIsReported();
    void acceptMakesTheImportedAnswerOnesOwn();
    void noteIsADecision();
    void whenItWasSavedIsSaid();
    void panelIsToggled();
    void newSearchLeavesTheViewerAndKeepsTheFocus();
    void unreachableShardIsSaidAndComesBack();
    void hugePictureIsDecodedSmaller();

private:
    MainWindow& window() { return m_fixture->window(); }
    Workbench* bench() { return window().workbench(); }
    FigureSelection* selection() { return bench()->selection(); }
    FigurePanel* panel() { return bench()->figurePanel(); }
    Centre* centre() { return bench()->centre(); }
    FigureViewer* viewer() { return bench()->pages()->viewer(); }
    ComparePage* compare() { return bench()->pages()->compare(); }
    LabelBar* bar() { return bench()->labelBar(); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    void run(ActionId id) { window().actions()[id]->trigger(); }
    bool settle()
    {
        return QTest::qWaitFor([this] { return window().isSettled(); });
    }
    std::vector<workspace::HistoryEntry> history() { return window().session().workspace()->history({}).value(); }
    QString note() { return window().statusLine()->noteText(); }
    RowId rowAt(int position) { return bench()->figures()->rowIdAt(position); }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

/// Twelve figures of two articles, seven and five, taken in turn.
void TestFigures::init()
{
    m_fixture = std::make_unique<test::WindowFixture>(0);
    std::filesystem::create_directories(m_fixture->folder() / "shards");
    test::ShardBuilder shard;
    for (int i = 0; i < 12; ++i) {
        const std::string article = i % 2 == 0 || i == 11 ? "PMC1" : "PMC2";
        const std::string image = "image" + std::to_string(i);
        json::Value metadata = test::metadata(article, image);
        metadata["article_text"] = "text of " + image + std::string(2000, '.');
        if (article == "PMC2")
            metadata["image_panel_type"] = nullptr;
        shard.figure(test::keyOf(article, i, image), i, metadata, "caption " + std::to_string(i));
    }
    shard.write(m_fixture->shard());
    EXPECT_OK(test::makeCollection(m_fixture->collection(), {m_fixture->shard()}));
    QVERIFY(m_fixture->open());
    bench()->gallery()->setFocus();
    QTRY_VERIFY(bench()->gallery()->hasFocus());
}

void TestFigures::enterOpensTheFigureAndEscLeavesIt()
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

void TestFigures::doubleClickOpensTheFigure()
{
    GalleryView* gallery = bench()->gallery();
    const QPoint place = gallery->visualRect(bench()->figures()->index(2)).center();
    QTest::mouseClick(gallery->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(gallery->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(centre()->page(), Centre::Page::Figure);
    QCOMPARE(bench()->figure()->row(), std::optional(rowAt(2)));
}

void TestFigures::keysOfTheGalleryWorkInTheViewer()
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

void TestFigures::labelInTheViewerHitsTheFigureShownWhateverIsSelected()
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

void TestFigures::zoomKeysActOnWhatIsShown()
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

void TestFigures::zoomIsKeptBetweenFigures()
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

void TestFigures::comparedFiguresZoomTogetherUntilUnlinked()
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

void TestFigures::labelHitsTheCurrentOneOfTheCompared()
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

void TestFigures::fiveAreTooManyToCompare()
{
    selection()->goTo(4, FigureSelection::Reach::Extend);
    key(Qt::Key_C);
    QCOMPARE(centre()->page(), Centre::Page::Gallery);
    QVERIFY(note().contains(QStringLiteral("5 are selected")));
}

void TestFigures::stripShowsTheArticleAndLeadsToItsFigures()
{
    ThumbnailRowModel* model = panel()->strip()->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model->rowCount(), 7);
    QCOMPARE(model->placeOf(model->current()), 0);
    QTRY_VERIFY(!model->data(model->index(0), Qt::DecorationRole).value<QImage>().isNull());
    QListView* view = panel()->strip()->view();
    view->setFocus();
    QTRY_VERIFY(view->hasFocus());
    key(Qt::Key_Right);
    key(Qt::Key_Return);
    QCOMPARE(selection()->cursor(), std::optional(2)); // the article's second one
    QCOMPARE(model->rowCount(), 7);
    QCOMPARE(model->placeOf(model->current()), 1);
    selection()->setCursor(1);
    QTRY_COMPARE(model->rowCount(), 5);
}

void TestFigures::figureBesideTheMatchesIsShownAndLabelledAlone()
{
    const RowId other = rowAt(4);
    auto query = query::parse("\"caption 0\"");
    window().queries().setQuery(*query);
    QTRY_COMPARE(bench()->figures()->rowCount(), 1);
    QVERIFY(settle());
    Q_EMIT panel()->figureRequested(other);
    QCOMPARE(bench()->figure()->row(), std::optional(other));
    QVERIFY(note().contains(QStringLiteral("not among the matches")));
    run(ActionId::Flag);
    QTRY_COMPARE(history().size(), std::size_t(1));
    EXPECT_VALUE(const auto summary, window().session().workspace()->summary(other));
    QVERIFY(summary.isFlagged);
    run(ActionId::OneLevelBack);
    QCOMPARE(bench()->figure()->row(), std::optional(rowAt(0)));
}

void TestFigures::longFieldsAreFetchedOnDemand()
{
    AllFields* fields = panel()->fields();
    QVERIFY(settle());
    QVERIFY(fields->shortText().isEmpty());
    fields->fold()->click();
    QVERIFY(settle());
    QVERIFY(fields->shortText().contains(QStringLiteral("article_accession_id")));
    QVERIFY(fields->shortText().contains(QStringLiteral("article_reference_list"))); // not there, which it says
    QVERIFY(!fields->shortText().contains(QStringLiteral("article_text")));
    FoldedField* text = fields->longField(QStringLiteral("article_text"));
    QVERIFY(text);
    QVERIFY(text->fold()->text().contains(QLocale().formattedDataSize(2048, 1, QLocale::DataSizeTraditionalFormat)));
    QVERIFY(text->text()->toPlainText().isEmpty());
    text->fold()->click();
    QTRY_VERIFY(text->text()->toPlainText().startsWith(QStringLiteral("text of image0")));
    selection()->setCursor(1);
    QTRY_VERIFY(text->text()->toPlainText().startsWith(QStringLiteral("text of image1")));
}

void TestFigures::copyPutsTextOnTheClipboardAndSaysSo()
{
    QVERIFY(settle());
    const QClipboard* clipboard = QGuiApplication::clipboard();
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard->text(), QStringLiteral("caption 0"));
    QCOMPARE(note(), QStringLiteral("Copied the caption"));
    key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard->text(), QStringLiteral("batch-PMC1-0-image0"));
    QVERIFY(note().contains(QStringLiteral("batch-PMC1-0-image0")));
    run(ActionId::CopyLink);
    QCOMPARE(clipboard->text(), QStringLiteral("https://pmc.ncbi.nlm.nih.gov/articles/PMC1/"));
    run(ActionId::CopyCitation);
    QCOMPARE(clipboard->text(), QStringLiteral("A study of PMC1. Journal of Tests. 2010. PMC1, figure 1. CC BY 4.0. "
                                               "https://pmc.ncbi.nlm.nih.gov/articles/PMC1/"));
    run(ActionId::CopyPicture);
    QTRY_COMPARE(note(), QStringLiteral("Copied the picture, 16 × 12 pixels"));
    QCOMPARE(clipboard->image().size(), QSize(16, 12));
}

void TestFigures::savedPictureHasTheBytesAsStored()
{
    QVERIFY(settle());
    QCOMPARE(bench()->figureActions()->suggestedName(), QStringLiteral("batch-PMC1-0-image0.jpg"));
    const std::filesystem::path file = m_fixture->folder() / "saved.jpg";
    bench()->figureActions()->savePictureTo(toQString(file));
    QTRY_VERIFY(note().startsWith(QStringLiteral("Saved the picture as ")));
    EXPECT_VALUE(const std::string bytes, readFile(file));
    QCOMPARE(bytes, test::picture(0));
}

void TestFigures::failedSaveIsReported()
{
    QSignalSpy failed(bench(), &Workbench::failed);
    bench()->figureActions()->savePictureTo(toQString(m_fixture->folder() / "no such folder" / "saved.jpg"));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.front().front().toString().startsWith(QStringLiteral("The picture was not saved: ")));
}

void TestFigures::acceptMakesTheImportedAnswerOnesOwn()
{
    QVERIFY(settle());
    key(Qt::Key_A);
    QCOMPARE(bar()->question(), Question::PanelSubtype); // answered: on to the next
    QTRY_COMPARE(history().size(), std::size_t(1));
    const auto vote = history().front().entry.decision[Question::PanelType];
    QVERIFY(vote.has_value());
    QCOMPARE(*vote, (journal::Vote{false, {"single"}}));
    QTRY_VERIFY(panel()->labels()->spokenText().contains(QStringLiteral("adopted from the shard")));
    // This article's shard says nothing of the panel type.
    bar()->setQuestion(Question::PanelType);
    selection()->setCursor(1);
    QVERIFY(settle());
    key(Qt::Key_A);
    QTRY_VERIFY(note().contains(QStringLiteral("no answer to accept")));
    QCOMPARE(bar()->question(), Question::PanelType);
    QCOMPARE(history().size(), std::size_t(1));
}

void TestFigures::noteIsADecision()
{
    QVERIFY(settle());
    key(Qt::Key_F, Qt::ShiftModifier);
    QTRY_VERIFY(window().findChild<NoteDialog*>());
    NoteDialog* dialog = window().findChild<NoteDialog*>();
    QTest::keyClicks(dialog->field(), QStringLiteral("look again"));
    QTest::keyClick(dialog->field(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(history().size(), std::size_t(1));
    QCOMPARE(history().front().entry.decision.note, std::optional<std::string>("look again"));
    QTRY_VERIFY(panel()->labels()->spokenText().contains(QStringLiteral("note look again")));
    QTRY_VERIFY(!window().findChild<NoteDialog*>());
    run(ActionId::Note);
    QTRY_VERIFY(window().findChild<NoteDialog*>());
    QCOMPARE(window().findChild<NoteDialog*>()->field()->toPlainText(), QStringLiteral("look again"));
    window().findChild<NoteDialog*>()->reject();
    QCOMPARE(history().size(), std::size_t(1));
}

void TestFigures::whenItWasSavedIsSaid()
{
    key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(note().startsWith(QStringLiteral("Nothing to save")));
    key(Qt::Key_1);
    QTRY_COMPARE(history().size(), std::size_t(1));
    QTRY_VERIFY(!window().decisions().isBusy());
    key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(note().startsWith(QStringLiteral("Already saved at ")));
}

void TestFigures::panelIsToggled()
{
    auto* dock = bench()->findChild<QDockWidget*>(QStringLiteral("figure"));
    QVERIFY(dock->isVisible());
    key(Qt::Key_I);
    QVERIFY(!dock->isVisible());
    key(Qt::Key_I);
    QVERIFY(dock->isVisible());
}

void TestFigures::newSearchLeavesTheViewerAndKeepsTheFocus()
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

void TestFigures::unreachableShardIsSaidAndComesBack()
{
    QVERIFY(settle());
    const std::filesystem::path away = m_fixture->folder() / "away.tar";
    std::filesystem::rename(m_fixture->shard(), away);
    run(ActionId::OpenFigure);
    key(Qt::Key_End);
    const ImageView* image = viewer()->imageView();
    QTRY_VERIFY(image->message().contains(QStringLiteral("the shard is not there")));
    std::filesystem::rename(away, m_fixture->shard());
    QTRY_VERIFY_WITH_TIMEOUT(!image->picture().isNull(), 10'000);
    QVERIFY(image->message().isEmpty());
}

void TestFigures::hugePictureIsDecodedSmaller()
{
    // Twelve pixels by sixteen, and room for less than half of them.
    EXPECT_VALUE(const Picture picture, readPicture(*window().session().workspace(), rowAt(0), 80));
    QCOMPARE(picture.fullSize, QSize(16, 12));
    QVERIFY(picture.isReduced());
    QVERIFY(picture.levels.first().width() < 16);
    EXPECT_VALUE(const Picture whole, readPicture(*window().session().workspace(), rowAt(0), 1000));
    QVERIFY(!whole.isReduced());
}

QTEST_MAIN(TestFigures)
#include "tst_figure_window.moc"
