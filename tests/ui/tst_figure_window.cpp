// A figure in its panel: article, fields, labels, and what can be done with it.

#include "core/base/file.h"
#include "tests/support/expect.h"
#include "tests/ui/figure_window.h"
#include "ui/annotate/labelbar.h"
#include "ui/detail/allfields.h"
#include "ui/detail/articlestrip.h"
#include "ui/detail/figureactions.h"
#include "ui/detail/figurepanel.h"
#include "ui/detail/figureviewer.h"
#include "ui/detail/imageview.h"
#include "ui/detail/labeltable.h"
#include "ui/detail/notedialog.h"
#include "ui/shell/figurepages.h"
#include "ui/shell/statusline.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDockWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace biomedica;
using namespace biomedica::ui;

class TestFigures : public QObject, private test::FigureWindow {
    Q_OBJECT
private slots:
    void init() { QVERIFY(openWindow()); }
    void cleanup() { closeWindow(); }
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
    void unreachableShardIsSaidAndComesBack();
};

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

QTEST_MAIN(TestFigures)
#include "tst_figure_window.moc"
